//! The home page: the page entry `home` with the places that the site fills, or a built-in order of places.

use content::body::Dynamic;
use content::route::{HOME_KEY, home_path};
use content::{Noun, Subject};
use minijinja::value::Value;

use crate::body;
use crate::desk::Desk;
use crate::error::RenderError;
use crate::frame::Frame;
use crate::outcome::Outcome;
use crate::scope::Scope;

/// What stands on the home page when nobody has written one.
const BUILT_IN: [Dynamic; 4] = [Dynamic::Announcement, Dynamic::Stories, Dynamic::Wall, Dynamic::Efforts];

pub(crate) fn page(desk: &Desk<'_>) -> Result<Outcome, RenderError> {
    let versions = desk.versions_at(&home_path);
    let mut frame = Frame::new(home_path(desk.locale), "home", String::new(), versions);
    let (name_language, name) = desk.setting(&desk.site.site.names).unwrap_or((desk.locale, ""));
    let mut scope = Scope::new();
    match written(desk)? {
        Some((card, parts, notice)) => {
            frame.description.clone_from(&card.summary);
            frame.image = desk.preview_of(&card)?;
            scope = scope
                .with(
                    "title",
                    if card.title.is_empty() {
                        name
                    } else {
                        card.title.as_str()
                    },
                )
                .with_html("attributes", desk.attributes(card.language))
                .with("summary", card.summary.as_str())
                .with_all("parts", parts)
                .with("notice", notice);
            scope = desk.with_picture(scope, &card)?;
        }
        None => {
            let description = desk
                .setting(&desk.site.site.descriptions)
                .map_or("", |(_, words)| words);
            let places = BUILT_IN.into_iter().filter_map(|place| desk.place(place).transpose());
            scope = scope
                .with("title", name)
                .with_html("attributes", desk.attributes(name_language))
                .with("summary", description)
                .with_all("parts", places.collect::<Result<_, _>>()?);
        }
    }
    desk.page(frame, "home.html", ("entry", scope.into_value()))
}

type Written = (std::sync::Arc<content::Card>, Vec<Value>, Option<String>);

/// The home page that somebody wrote; none if there is none or it has no blocks.
fn written(desk: &Desk<'_>) -> Result<Option<Written>, RenderError> {
    let Ok(home) = Subject::new(Noun::Page, HOME_KEY) else {
        return Ok(None);
    };
    let (Some(card), Some(body)) = (desk.card(&home)?, desk.world.body(&home, desk.locale)?) else {
        return Ok(None);
    };
    if body.blocks.is_empty() {
        return Ok(None);
    }
    let parts = body::parts(desk, &body, card.language, body::Numbering::None, None)?;
    let notice = desk.untranslated(card.language)?;
    Ok(Some((card, parts, notice)))
}
