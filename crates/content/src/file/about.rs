//! What people say about a picture: `media/NAME.jpg.toml` beside `media/NAME.jpg`.

use super::fields::{Fields, LINE_MAX, SUMMARY_MAX};
use super::problem::Problems;
use crate::media::About;
use crate::subject::Noun;

const FIELDS: [&str; 7] = ["credit", "licence", "focal", "consent", "until", "owner", "description"];

pub(super) fn read(source: &str, problems: &mut Problems) -> Option<About> {
    let mut fields = Fields::parse(source, 1, problems)?;
    let credit = fields.words("credit", LINE_MAX, problems).unwrap_or_default();
    let licence = fields.words("licence", LINE_MAX, problems).unwrap_or_default();
    let focal = focal(&mut fields, problems);
    let consent = fields.words("consent", LINE_MAX, problems).unwrap_or_default();
    let until = fields.date("until", problems);
    let owner = fields.key("owner", Noun::Member, problems);
    let descriptions = match fields.has("description") {
        true => fields.per_locale("description", SUMMARY_MAX, problems),
        false => Default::default(),
    };
    fields.end(&FIELDS, problems);
    Some(About {
        descriptions,
        credit,
        licence,
        focal,
        consent,
        until,
        owner,
    })
}

/// Two hundredths, say `[50, 42]`.
fn focal(fields: &mut Fields<'_>, problems: &mut Problems) -> Option<(u8, u8)> {
    if !fields.has("focal") {
        return None;
    }
    let numbers = fields.numbers("focal").unwrap_or_default();
    let hundredth = |number: &i64| u8::try_from(*number).ok().filter(|number| *number <= 100);
    let found = match numbers.as_slice() {
        [across, down] => hundredth(across).zip(hundredth(down)),
        _ => None,
    };
    if found.is_none() {
        let message = "it is not a place in the picture";
        let remedy = "write [ACROSS, DOWN] in hundredths from the left and the top, for example [50, 40]";
        fields.problem("focal", problems, message, remedy);
    }
    found
}
