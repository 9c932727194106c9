//! What is played on a page: the sound or film that suits its language, how long and how large it is before anything is
//! loaded, captions, and what there is in other languages.

use std::collections::BTreeMap;
use std::sync::Arc;

use content::card::Detail;
use content::media::{Media, MediaFile};
use content::meta::Video;
use content::route::encode_path;
use content::{Card, Noun, Subject};
use language::Locale;
use minijinja::value::Value;

use crate::desk::Desk;
use crate::error::RenderError;
use crate::scope::Scope;
use crate::words::Filling;

/// What is played, and what is said of it.
pub(crate) struct Player {
    language: Locale,
    address: Option<String>,
    is_seen: bool,
    scope: Scope,
}

impl Player {
    /// The language that is spoken.
    pub(crate) fn language(&self) -> Locale {
        self.language
    }

    /// The address of the file, as it is written into a link; none if it is kept elsewhere or not at all.
    pub(crate) fn address(&self) -> Option<&str> {
        self.address.as_deref()
    }

    /// Whether it shows a picture of its own before it is started.
    pub(crate) fn is_seen(&self) -> bool {
        self.is_seen
    }

    pub(crate) fn into_value(self) -> Value {
        self.scope.into_value()
    }
}

/// A file that can be had now, with the language it is in.
pub(crate) type Spoken = (Locale, Arc<Card>);

impl Desk<'_> {
    /// What is played of an entry, or why not; none if it is neither a video nor an episode that is out.
    pub(crate) fn player(&self, card: &Card) -> Result<Option<Player>, RenderError> {
        if let Some(episode) = &card.meta.episode {
            let files = self.at_hand(&episode.audio)?;
            return self.of_file(card, "audio", files, &BTreeMap::new());
        }
        if card.subject.noun() != Noun::Video {
            return Ok(None);
        }
        let none = Video::default();
        let video = card.meta.video.as_deref().unwrap_or(&none);
        let files = self.at_hand(&video.files)?;
        if !files.is_empty() {
            return self.of_file(card, "video", files, &video.captions);
        }
        let host = video.address.as_deref().map(host_of);
        let (kind, words) = match host {
            Some(host) => (
                "elsewhere",
                self.text("player-elsewhere", &[("host", Filling::Text(host))])?,
            ),
            None => ("none", self.text("player-none", &[])?),
        };
        Ok(Some(Player {
            language: card.language,
            address: None,
            is_seen: false,
            scope: Scope::new()
                .with("kind", kind)
                .with("words", words)
                .with("href", video.address.as_deref().unwrap_or_default()),
        }))
    }

    /// How long an entry plays, in words; none if it does not.
    pub(crate) fn length_of(&self, card: &Card) -> Result<Option<String>, RenderError> {
        let files = match (&card.meta.episode, &card.meta.video) {
            (Some(episode), _) => &episode.audio,
            (None, Some(video)) => &video.files,
            (None, None) => return Ok(None),
        };
        let files = self.at_hand(files)?;
        let chosen = self.suiting(&files, card.language).and_then(|(_, file)| media_of(file));
        chosen
            .and_then(|media| media.duration)
            .map(|duration| self.length(duration))
            .transpose()
    }

    /// Those of the files that can be had now.
    pub(crate) fn at_hand(&self, files: &BTreeMap<Locale, Subject>) -> Result<Vec<Spoken>, RenderError> {
        let found = files.iter().map(|(language, file)| {
            let card = self.card(file)?;
            Ok(card
                .filter(|card| media_of(card).is_some_and(|media| media.file().is_some()))
                .map(|card| (*language, card)))
        });
        found.filter_map(Result::transpose).collect()
    }

    /// That in the page's language, or in that of the words, or in the site's first, or any.
    pub(crate) fn suiting<'f>(&self, files: &'f [Spoken], words: Locale) -> Option<&'f Spoken> {
        let wanted = [self.locale, words, self.default_locale()];
        let mut found = wanted
            .into_iter()
            .filter_map(|locale| files.iter().find(|(language, _)| *language == locale));
        found.next().or(files.first())
    }

    fn of_file(
        &self,
        card: &Card,
        kind: &'static str,
        files: Vec<Spoken>,
        captions: &BTreeMap<Locale, Subject>,
    ) -> Result<Option<Player>, RenderError> {
        let Some((language, chosen)) = self.suiting(&files, card.language) else {
            return Ok(None);
        };
        let language = *language;
        let Some((media, file)) = media_of(chosen).and_then(|media| Some((media, media.file()?))) else {
            return Ok(None);
        };
        let address = encode_path(&media.path(file));
        let poster = match &card.meta.picture {
            Some(picture) if kind == "video" => self.poster(picture)?,
            _ => None,
        };
        let notice = match language == self.locale {
            true => None,
            false => Some(self.text("player-spoken", &[("language", Filling::Text(language.native_name()))])?),
        };
        let others = files.iter().filter(|(other, _)| *other != language);
        let scope = Scope::new()
            .with("kind", kind)
            .with("src", address.as_str())
            .with("title", card.title.as_str())
            .with_html("attributes", self.attributes(card.language))
            .with("width", media.width)
            .with("height", media.height)
            .with("poster", poster)
            .with("facts", self.facts(media, file)?)
            .with("download", self.download(file)?)
            .with("name", format!("{}.{}", stem(media), file.ending))
            .with("notice", notice)
            .with("credit", media.about.credit.as_str())
            .with("licence", media.about.licence.as_str())
            .with_all("tracks", self.tracks(captions, &files, language)?)
            .with_all(
                "others",
                others
                    .map(|other| self.other(other))
                    .collect::<Result<_, RenderError>>()?,
            );
        Ok(Some(Player {
            language,
            address: Some(address),
            is_seen: kind == "video",
            scope,
        }))
    }

    /// Captions that fit the film in its timing: those in its own language, and those in languages that have no film of
    /// their own. That in the page's language is shown without being asked for.
    fn tracks(
        &self,
        captions: &BTreeMap<Locale, Subject>,
        files: &[Spoken],
        spoken: Locale,
    ) -> Result<Vec<Value>, RenderError> {
        let captions = self.at_hand(captions)?;
        let fitting = captions
            .iter()
            .filter(|(language, _)| *language == spoken || files.iter().all(|(other, _)| other != language));
        let tracks = fitting.filter_map(|(language, card)| {
            let media = media_of(card)?;
            let src = encode_path(&media.path(media.track()?));
            let track = Scope::new()
                .with("src", src)
                .with("code", language.as_str())
                .with("label", language.native_name())
                .with("default", *language == self.locale);
            Some(track.into_value())
        });
        Ok(tracks.collect())
    }

    /// The same in another language, to be taken away.
    fn other(&self, (language, card): &Spoken) -> Result<Value, RenderError> {
        let found = media_of(card).and_then(|media| Some((media, media.file()?)));
        let scope = Scope::new()
            .with("code", language.as_str())
            .with("name", language.native_name())
            .with_html("attributes", self.attributes(*language));
        Ok(match found {
            Some((media, file)) => scope
                .with("href", encode_path(&media.path(file)))
                .with("facts", self.facts(media, file)?)
                .into_value(),
            None => scope.into_value(),
        })
    }

    /// How long and how large: `1 min 28 s · 431 kB`.
    fn facts(&self, media: &Media, file: &MediaFile) -> Result<String, RenderError> {
        let size = self.size(file.bytes)?;
        let Some(duration) = media.duration else {
            return Ok(size);
        };
        let length = self.length(duration)?;
        let fillings = [("length", Filling::Text(&length)), ("size", Filling::Text(&size))];
        self.text("player-facts", &fillings)
    }

    /// What a link says that gives a file to take away.
    fn download(&self, file: &MediaFile) -> Result<String, RenderError> {
        self.text(
            "player-download",
            &[("format", Filling::Text(&file.ending.to_uppercase()))],
        )
    }

    /// How long something plays: seconds, minutes and seconds, or hours and minutes.
    pub(crate) fn length(&self, millis: u64) -> Result<String, RenderError> {
        let seconds = millis.saturating_add(500) / 1_000;
        let unit = |key: &str, count: u64| self.text(key, &[("count", Filling::Number(count))]);
        let (larger, smaller) = match seconds {
            ..60 => return unit("player-seconds", seconds),
            60..3_600 => (("player-minutes", seconds / 60), ("player-seconds", seconds % 60)),
            3_600.. => (("player-hours", seconds / 3_600), ("player-minutes", seconds / 60 % 60)),
        };
        let first = unit(larger.0, larger.1)?;
        if smaller.1 == 0 {
            return Ok(first);
        }
        let second = unit(smaller.0, smaller.1)?;
        let fillings = [("larger", Filling::Text(&first)), ("smaller", Filling::Text(&second))];
        self.text("player-length", &fillings)
    }

    /// How large a file is: kilobytes, or megabytes with a decimal place.
    pub(crate) fn size(&self, bytes: u64) -> Result<String, RenderError> {
        let kilobytes = bytes.saturating_add(500) / 1_000;
        let (key, size) = match kilobytes {
            ..1_000 => ("player-kilobytes", self.formatter.number(kilobytes.max(1))),
            1_000.. => (
                "player-megabytes",
                self.formatter.tenths(kilobytes.saturating_add(50) / 100),
            ),
        };
        self.text(key, &[("size", Filling::Text(&size))])
    }

    /// Documents to be taken away, each with its type and size.
    pub(crate) fn document_views(&self, documents: &[Subject]) -> Result<Vec<Value>, RenderError> {
        let views = self.cards(documents)?;
        let views = views.iter().filter_map(|card| {
            let media = media_of(card)?;
            Some((media, media.file()?))
        });
        let views = views.map(|(media, file)| {
            let (language, title) = self
                .setting(&media.about.descriptions)
                .unwrap_or((self.locale, media.subject.key()));
            let format = file.ending.to_uppercase();
            let size = self.size(file.bytes)?;
            let fillings = [("format", Filling::Text(&format)), ("size", Filling::Text(&size))];
            Ok(Scope::new()
                .with("href", encode_path(&media.path(file)))
                .with("title", title)
                .with_html("attributes", self.attributes(language))
                .with("name", format!("{}.{}", stem(media), file.ending))
                .with("facts", self.text("player-document", &fillings)?)
                .into_value())
        });
        views.collect()
    }
}

/// The media that a card is of.
pub(crate) fn media_of(card: &Card) -> Option<&Media> {
    match &card.detail {
        Detail::Media(media) => Some(media),
        _ => None,
    }
}

/// The name of a file without its ending.
pub(crate) fn stem(media: &Media) -> &str {
    let key = media.subject.key();
    key.rsplit_once('.').map_or(key, |(stem, _)| stem)
}

/// Whose server an address leads to.
fn host_of(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host)
}
