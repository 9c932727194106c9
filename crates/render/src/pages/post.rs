//! A post's own page, in its own language where the site has it; or the notice that it was removed.

use content::card::{Address, Detail, Standing, State};
use content::{Card, Subject};
use language::Locale;

use crate::desk::Desk;
use crate::error::RenderError;
use crate::formatters::Formatters;
use crate::frame::{Frame, Version, section_path};
use crate::outcome::Outcome;
use crate::pages::errors;
use crate::recorder::Recorder;
use crate::scope::Scope;
use crate::words::Filling;

/// The longest description of a post, in characters.
const DESCRIPTION_MAX: usize = 160;

pub(crate) fn page(
    world: &Recorder<'_>,
    formatters: &Formatters,
    post: &Subject,
    default: Locale,
) -> Result<Outcome, RenderError> {
    let Some(State {
        path,
        language,
        standing,
    }) = world.state(post, default)?
    else {
        return Ok(Outcome::Absent);
    };
    let desk = Desk::open(world, formatters, language)?;
    match standing {
        Standing::Gone(notice) => errors::withdrawn(&desk, post, &Address { path, language }, &notice),
        Standing::Public { .. } => match desk.card(post)? {
            Some(card) => public(&desk, &card, path),
            None => Ok(Outcome::Absent),
        },
    }
}

fn public(desk: &Desk<'_>, card: &Card, path: String) -> Result<Outcome, RenderError> {
    let Detail::Post(post) = &card.detail else {
        return Ok(Outcome::Absent);
    };
    let versions = desk.site.site.locales.iter().map(|locale| {
        let own = *locale == desk.locale;
        let path = if own {
            path.clone()
        } else {
            section_path(card.subject.noun(), *locale)
        };
        Version {
            locale: *locale,
            path,
            translated: own,
        }
    });
    let date = desk.date(post.at);
    let fillings = [
        ("name", Filling::Text(post.speaker.name.as_str())),
        ("date", Filling::Text(&date)),
    ];
    let title = desk.text("wall-post", &fillings)?;
    let mut frame = Frame::new(path.clone(), "wall", title.clone(), versions.collect());
    frame.description = post
        .words
        .chars()
        .take(DESCRIPTION_MAX)
        .collect::<String>()
        .replace('\n', " ");
    let scope = Scope::new().with("title", title).with("post", desk.post_view(card)?);
    desk.page(frame, "post.html", ("list", scope.into_value()))
}
