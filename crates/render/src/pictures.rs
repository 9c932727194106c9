//! Pictures as templates take them: every file by its width, the size that is set before anything is loaded, and the
//! words that stand for it.

use content::card::Detail;
use content::media::{Media, MediaFile};
use content::route::encode_path;
use content::{Card, Subject};
use minijinja::value::Value;

use crate::desk::Desk;
use crate::error::RenderError;
use crate::scope::Scope;

/// What every browser can show: the format of the address that all others fall back to.
const FALLBACK: &str = "image/jpeg";

impl Desk<'_> {
    /// A picture with a description of its own, or with that which stands beside it; none if it is not public.
    pub(crate) fn picture(&self, picture: &Subject, description: &str) -> Result<Option<Scope>, RenderError> {
        let card = self.card(picture)?;
        let Some(Detail::Media(media)) = card.as_ref().map(|card| &card.detail) else {
            return Ok(None);
        };
        let Some(plain) = fallback(media) else { return Ok(None) };
        let (words, attributes) = match description {
            "" => self
                .setting(&media.about.descriptions)
                .map_or((String::new(), String::new()), |(language, words)| {
                    (words.to_owned(), self.attributes(language))
                }),
            own => (own.to_owned(), String::new()),
        };
        let focal = media.about.focal.map(|(across, down)| (steps(across), steps(down)));
        let scope = Scope::new()
            .with("src", encode_path(&media.path(plain)))
            .with("srcset", srcset(media, FALLBACK))
            .with("webp", srcset(media, "image/webp"))
            .with("width", media.width)
            .with("height", media.height)
            .with("description", words)
            .with_html("attributes", attributes)
            .with("credit", media.about.credit.as_str())
            .with("licence", media.about.licence.as_str())
            .with(
                "focal",
                focal.map(|(across, down)| format!("focal-x{across} focal-y{down}")),
            );
        Ok(Some(scope))
    }

    /// The address of a picture where only one can be named; none if it is not public.
    pub(crate) fn poster(&self, picture: &Subject) -> Result<Option<String>, RenderError> {
        let card = self.card(picture)?;
        Ok(card.as_ref().and_then(|card| match &card.detail {
            Detail::Media(media) => fallback(media).map(|file| encode_path(&media.path(file))),
            _ => None,
        }))
    }

    /// The picture that an entry shows at its head and in lists.
    pub(crate) fn picture_of(&self, card: &Card) -> Result<Option<Value>, RenderError> {
        let Some(picture) = &card.meta.picture else {
            return Ok(None);
        };
        Ok(self.picture(picture, "")?.map(Scope::into_value))
    }

    /// The address of the picture that stands for an entry where a link to it is shown: other programs take the largest
    /// file that every one of them can read.
    pub(crate) fn preview_of(&self, card: &Card) -> Result<Option<String>, RenderError> {
        let Some(picture) = &card.meta.picture else {
            return Ok(None);
        };
        let picture = self.card(picture)?;
        let Some(Detail::Media(media)) = picture.as_ref().map(|card| &card.detail) else {
            return Ok(None);
        };
        let largest = of_type(media, FALLBACK).last();
        Ok(largest.map(|file| self.absolute(&media.path(file))))
    }

    /// Adds a picture to what is shown of an entry, if it has one.
    pub(crate) fn with_picture(&self, scope: Scope, card: &Card) -> Result<Scope, RenderError> {
        Ok(match self.picture_of(card)? {
            Some(picture) => scope.with("picture", picture),
            None => scope,
        })
    }
}

/// The middle one of those that every browser can show: good enough where nothing chooses.
fn fallback(media: &Media) -> Option<&MediaFile> {
    let plain: Vec<&MediaFile> = of_type(media, FALLBACK).collect();
    plain.get(plain.len() / 2).copied()
}

fn of_type<'m>(media: &'m Media, content_type: &'m str) -> impl Iterator<Item = &'m MediaFile> {
    media.files.iter().filter(move |file| file.content_type == content_type)
}

/// All files of a type with their widths (HTML, section 4.8.4.2.1).
fn srcset(media: &Media, content_type: &str) -> String {
    let each = of_type(media, content_type).map(|file| format!("{} {}w", encode_path(&media.path(file)), file.width));
    each.collect::<Vec<String>>().join(", ")
}

/// Tenths: as many places as a style sheet has names for.
fn steps(hundredths: u8) -> u8 {
    (hundredths.min(100) + 5) / 10
}
