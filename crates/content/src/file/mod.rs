//! Content as files, as `docs/content-files.md` describes them: reading one file into a draft or into all its problems,
//! and writing what a store holds back into the same form.

mod about;
mod callout;
pub mod entry;
pub mod export;
mod fact;
mod fields;
mod head;
mod inline;
mod markdown;
mod media;
mod picture;
mod post;
mod problem;
mod shared;
mod site;
mod special;
mod tag;
mod write;

pub use entry::{BlockMark, EntryFile};
pub use markdown::parse_body;
pub use media::{DOCUMENT_MAX, FILM_MAX, PICTURE_MAX, SOUND_MAX, WORDS_MAX};
pub use problem::{Problem, Problems};
pub use shared::{given as given_fields, lacking};
pub use write::write_body;

use language::Locale;

use crate::media::{About, Media};
use crate::record::Record;
use crate::subject::{Noun, Subject};

/// The longest content file that is read, in bytes; pictures, recordings and documents have limits of their own.
pub const FILE_MAX: usize = 2 * 1024 * 1024;

/// What a file turned out to hold.
#[derive(Debug, Clone, PartialEq)]
pub enum Parsed {
    /// An entry's text in one locale, perhaps with the fields that all locales share.
    Entry(Box<EntryFile>),
    /// A tag, fact, post, or the settings.
    Record(Box<Record>),
    /// A picture, recording or document with its bytes.
    Media(Box<Media>, Vec<u8>),
    /// What people say about it.
    About(Subject, About),
}

/// What a file's place and name say about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// What it is about.
    pub subject: Subject,
    /// The locale, for entries.
    pub locale: Option<Locale>,
    /// Whether it is the file that stands beside a picture or recording.
    pub beside: bool,
}

/// Reads one file. `path` is relative to the content folder, with `/` between its parts.
///
/// # Errors
/// All problems of the file, each with line, field and remedy.
pub fn read(path: &str, bytes: &[u8]) -> Result<Parsed, Vec<Problem>> {
    let place = place_of(path).map_err(|problem| vec![problem])?;
    let mut problems = Problems::new(path);
    let is_media = place.subject.noun() == Noun::Media && !place.beside;
    let limit = if is_media {
        media::limit(&place.subject)
    } else {
        FILE_MAX
    };
    if bytes.len() > limit {
        let size = bytes.len();
        problems.at(
            0,
            "",
            format!("the file has {size} bytes, more than {limit}"),
            "split it, or make it smaller",
        );
        return Err(problems.into_vec());
    }
    if is_media {
        let media = media::read(&place.subject, bytes, &mut problems);
        return problems.or(media.map(|media| Parsed::Media(Box::new(media), bytes.to_vec())));
    }
    let Some(source) = text_of(bytes, &mut problems) else {
        return Err(problems.into_vec());
    };
    let parsed = match (place.subject.noun(), place.locale) {
        (noun, Some(locale)) if noun.is_entry() => {
            entry::read(place.subject, locale, source, &mut problems).map(|entry| Parsed::Entry(Box::new(entry)))
        }
        (Noun::Media, _) => about::read(source, &mut problems).map(|about| Parsed::About(place.subject, about)),
        (Noun::Tag, _) => tag::read(place.subject, source, &mut problems)
            .map(Record::Tag)
            .map(parsed_record),
        (Noun::Fact, _) => fact::read(place.subject, source, &mut problems)
            .map(Record::Fact)
            .map(parsed_record),
        (Noun::Post, _) => post::read(place.subject, source, &mut problems)
            .map(Record::Post)
            .map(parsed_record),
        _ => site::read(source, &mut problems).map(Record::Site).map(parsed_record),
    };
    problems.or(parsed)
}

fn parsed_record(record: Record) -> Parsed {
    Parsed::Record(Box::new(record))
}

fn text_of<'a>(bytes: &'a [u8], problems: &mut Problems) -> Option<&'a str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(text.strip_prefix('\u{feff}').unwrap_or(text)),
        Err(error) => {
            let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
            problems.at(line, "", "the file is not UTF-8 text", "save it as UTF-8");
            None
        }
    }
}

/// What the place and name of a file say about it.
///
/// # Errors
/// A problem that tells where files go and how they are named.
pub fn place_of(path: &str) -> Result<Place, Problem> {
    let wrong = |message: String, remedy: &str| Problem::whole_file(path, message, remedy);
    if path == "site.toml" {
        return Ok(Place {
            subject: Subject::site(),
            locale: None,
            beside: false,
        });
    }
    let Some((folder, name)) = path.split_once('/') else {
        let message = format!("{path:?} stands in no folder that content has");
        return Err(wrong(message, FOLDERS));
    };
    let Some(noun) = Noun::of_collection(folder).filter(|noun| *noun != Noun::Site) else {
        return Err(wrong(format!("there is no kind of content called {folder:?}"), FOLDERS));
    };
    let above = name.strip_suffix(".toml").filter(|_| noun == Noun::Media);
    let (key, locale) = if noun == Noun::Media {
        (above.unwrap_or(name), None)
    } else if noun.is_entry() {
        entry_name(name).ok_or_else(|| {
            wrong(
                format!("{name:?} does not name key and language"),
                "name it KEY.LOCALE.md, for example rome-2021.fr.md",
            )
        })?
    } else {
        let stem = name.strip_suffix(".toml");
        let stem = stem.ok_or_else(|| wrong(format!("{name:?} is not a TOML file"), "name it KEY.toml"))?;
        (stem, None)
    };
    let locale = locale.map(Locale::parse).transpose().map_err(|error| {
        wrong(
            error.to_string(),
            "name it KEY.LOCALE.md with a language code such as en, ar or fr",
        )
    })?;
    let subject = Subject::new(noun, key).map_err(|error| wrong(error.to_string(), "rename the file"))?;
    Ok(Place {
        subject,
        locale,
        beside: above.is_some(),
    })
}

const FOLDERS: &str = "put it into pages, announcements, stories, statements, members, efforts, groups, meetings, campaigns, series, episodes, videos, tags, facts, posts or media; settings are site.toml";

fn entry_name(name: &str) -> Option<(&str, Option<&str>)> {
    let stem = name.strip_suffix(".md")?;
    let (key, locale) = stem.rsplit_once('.')?;
    Some((key, Some(locale)))
}

/// The path of the file beside a picture or recording.
pub fn path_beside(subject: &Subject) -> String {
    format!("{}.toml", path_of(subject, None))
}

/// The path of a subject's file.
pub fn path_of(subject: &Subject, locale: Option<Locale>) -> String {
    let folder = subject.noun().collection();
    let key = subject.key();
    match (subject.noun(), locale) {
        (Noun::Site, _) => "site.toml".to_owned(),
        (Noun::Media, _) => format!("{folder}/{key}"),
        (_, Some(locale)) => format!("{folder}/{key}.{locale}.md"),
        (_, None) => format!("{folder}/{key}.toml"),
    }
}
