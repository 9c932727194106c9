//! What is particular to a campaign.

use super::inline::{self, Inline};
use crate::file::fields::{Fields, LINE_MAX};
use crate::file::problem::Problems;
use crate::hashtags;
use crate::meta::{Campaign, HASHTAGS_MAX};

pub(super) fn read(fields: &mut Fields<'_>, problems: &mut Problems) -> Option<Campaign> {
    let mut table = fields.table("campaign", problems)?;
    let palette = table.words("palette", LINE_MAX, problems);
    if let Some(name) = &palette
        && !is_name(name)
    {
        let message = format!("{name:?} is no name of a palette");
        table.problem("palette", problems, message, "name one of the theme's: a-z and hyphens");
    }
    let hashtags = table.list("hashtags", problems);
    for word in &hashtags {
        if !hashtags::is_hashtag(word) {
            let message = format!("{word:?} is no hashtag");
            table.problem("hashtags", problems, message, "write letters, digits and _, without #");
        }
    }
    if hashtags.len() > HASHTAGS_MAX {
        table.problem(
            "hashtags",
            problems,
            format!("there are more than {HASHTAGS_MAX}"),
            "name fewer",
        );
    }
    table.end(&["palette", "hashtags"], problems);
    Some(Campaign { palette, hashtags })
}

fn is_name(text: &str) -> bool {
    (1..=24).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
}

pub(super) fn write(campaign: &Campaign) -> String {
    Inline::new()
        .maybe_text("palette", campaign.palette.as_deref())
        .maybe("hashtags", inline::words(&campaign.hashtags))
        .end()
}
