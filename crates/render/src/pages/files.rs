//! Pictures and the theme's files: where they stand and whose bytes they are.

use content::Subject;
use content::card::Detail;
use language::Locale;

use crate::error::RenderError;
use crate::outcome::Outcome;
use crate::recorder::Recorder;

/// A file of a picture: it keeps its address as long as its bytes.
pub(crate) fn media(world: &Recorder<'_>, media: &Subject, hash: &str, locale: Locale) -> Result<Outcome, RenderError> {
    let card = world.card(media, locale)?;
    let Some(Detail::Media(media)) = card.as_ref().map(|card| &card.detail) else {
        return Ok(Outcome::Absent);
    };
    let file = media.files.iter().find(|file| file.hash == hash);
    Ok(file.map_or(Outcome::Absent, |file| Outcome::Media {
        path: media.path(file),
        hash: file.hash.clone(),
        content_type: file.content_type.clone(),
    }))
}

pub(crate) fn asset(world: &Recorder<'_>, name: &str) -> Result<Outcome, RenderError> {
    let site = world.site()?;
    let path = site.assets.get(name).cloned();
    Ok(path.map_or(Outcome::Absent, |path| Outcome::Asset {
        path,
        name: name.to_owned(),
    }))
}
