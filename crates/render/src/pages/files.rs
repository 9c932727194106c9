//! Pictures and the theme's files: where they stand and whose bytes they are.

use content::Subject;
use content::card::Detail;
use language::Locale;

use crate::error::RenderError;
use crate::outcome::Outcome;
use crate::recorder::Recorder;

pub(crate) fn media(world: &Recorder<'_>, media: &Subject, locale: Locale) -> Result<Outcome, RenderError> {
    let card = world.card(media, locale)?;
    Ok(match card.as_ref().map(|card| (card, &card.detail)) {
        Some((card, Detail::Media(file))) => Outcome::Media {
            path: card.path.clone(),
            hash: file.hash.clone(),
            content_type: file.content_type.clone(),
        },
        _ => Outcome::Absent,
    })
}

pub(crate) fn asset(world: &Recorder<'_>, name: &str) -> Result<Outcome, RenderError> {
    let site = world.site()?;
    let path = site.assets.get(name).cloned();
    Ok(path.map_or(Outcome::Absent, |path| Outcome::Asset {
        path,
        name: name.to_owned(),
    }))
}
