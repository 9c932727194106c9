//! Media: pictures, recordings, captions, transcripts and documents as they were handed in, the files that the public is
//! given of them, and what people say about them.

use std::collections::BTreeMap;

use jiff::civil::Date;
use language::Locale;
use serde::{Deserialize, Serialize};

use crate::cues::Cue;
use crate::instant::Instant;
use crate::record::Withdrawal;
use crate::subject::Subject;

/// A picture, recording or document. The bytes of all its files are kept apart, by hash. The one that was handed in is
/// public only if nothing had to be taken out of it: nobody knows what a camera or a telephone wrote into it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Media {
    /// Which.
    pub subject: Subject,
    /// The hash of the file as it was handed in, in hexadecimal digits (BLAKE3).
    pub hash: String,
    /// Its content type.
    pub content_type: String,
    /// Its width in pixels, the right way up; 0 of what is not seen.
    pub width: u32,
    /// Its height in pixels, the right way up; 0 of what is not seen.
    pub height: u32,
    /// How long it plays, in milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration: Option<u64>,
    /// What captions and transcripts say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cues: Vec<Cue>,
    /// What the public is given: the smallest first.
    #[serde(default)]
    pub files: Vec<MediaFile>,
    /// What people say about it.
    #[serde(default, skip_serializing_if = "About::is_empty")]
    pub about: About,
    /// Its removal, if any: its bytes are gone for good then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub removed: Option<Withdrawal>,
}

/// What something in `media/` is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MediaKind {
    /// Seen, and made into several widths.
    Picture,
    /// Heard.
    Sound,
    /// Heard and seen.
    Film,
    /// Captions or a transcript.
    Words,
    /// Read elsewhere.
    Document,
}

/// A file that the public is given of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MediaFile {
    /// The hash of its bytes, in hexadecimal digits (BLAKE3).
    pub hash: String,
    /// Its content type.
    pub content_type: String,
    /// The ending of its name, without the dot.
    pub ending: String,
    /// Its width in pixels; 0 of what is not seen.
    pub width: u32,
    /// Its height in pixels; 0 of what is not seen.
    pub height: u32,
    /// Its length in bytes.
    pub bytes: u64,
}

/// What people say about a picture or recording: the file beside it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct About {
    /// What it shows, for those who do not see it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub descriptions: BTreeMap<Locale, String>,
    /// Whose work it is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub credit: String,
    /// On which terms it may be used.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub licence: String,
    /// What must be seen where its edges are cut off: hundredths of the width from the left, and of the height from the
    /// top.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub focal: Option<(u8, u8)>,
    /// Where the consent of those whom it shows is kept.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub consent: String,
    /// The last day on which it may be shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// The member whose press office handed it in; none if it is the coalition's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<Subject>,
}

impl About {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        *self == About::default()
    }
}

impl MediaKind {
    /// What a name stands for, and its content type; none if nothing of that ending is taken in.
    pub fn of_name(name: &str) -> Option<(MediaKind, &'static str)> {
        Some(match name.rsplit_once('.')?.1 {
            "png" => (MediaKind::Picture, "image/png"),
            "jpg" | "jpeg" => (MediaKind::Picture, "image/jpeg"),
            "webp" => (MediaKind::Picture, "image/webp"),
            "gif" => (MediaKind::Picture, "image/gif"),
            "mp3" => (MediaKind::Sound, "audio/mpeg"),
            "ogg" | "oga" | "opus" => (MediaKind::Sound, "audio/ogg"),
            "m4a" => (MediaKind::Sound, "audio/mp4"),
            "mp4" => (MediaKind::Film, "video/mp4"),
            "vtt" => (MediaKind::Words, "text/vtt; charset=utf-8"),
            "srt" => (MediaKind::Words, "application/x-subrip"),
            "txt" => (MediaKind::Words, "text/plain; charset=utf-8"),
            "pdf" => (MediaKind::Document, "application/pdf"),
            _ => return None,
        })
    }
}

impl MediaFile {
    /// A file that is not seen.
    pub fn of(bytes: &[u8], content_type: &str, ending: &str) -> MediaFile {
        MediaFile {
            hash: blake3::hash(bytes).to_hex().to_string(),
            content_type: content_type.to_owned(),
            ending: ending.to_owned(),
            width: 0,
            height: 0,
            bytes: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
        }
    }
}

impl Media {
    /// What it is.
    pub fn kind(&self) -> MediaKind {
        MediaKind::of_name(self.subject.key()).map_or(MediaKind::Picture, |(kind, _)| kind)
    }

    /// The one file of a recording or document that the public is given; of words the plain text.
    pub fn file(&self) -> Option<&MediaFile> {
        self.files.last()
    }

    /// The file of captions that players take.
    pub fn track(&self) -> Option<&MediaFile> {
        self.files.iter().find(|file| file.ending == "vtt")
    }

    /// How much of it a second takes, in bits; none if it does not play.
    pub fn bits_per_second(&self) -> Option<u64> {
        let duration = self.duration.filter(|duration| *duration > 0)?;
        Some(self.file()?.bytes.saturating_mul(8_000) / duration)
    }

    /// The hashes of all its bytes.
    pub fn hashes(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.hash.as_str()).chain(self.files.iter().map(|file| file.hash.as_str()))
    }

    /// The path of one of its files: it names the bytes, and may be kept for ever.
    pub fn path(&self, file: &MediaFile) -> String {
        let key = self.subject.key();
        let stem = key.rsplit_once('.').map_or(key, |(stem, _)| stem);
        let short: String = file.hash.chars().take(12).collect();
        format!("/media/{stem}-{short}.{}", file.ending)
    }

    /// Whether it may be shown at an instant.
    pub fn is_public(&self, now: Instant) -> bool {
        self.removed.is_none() && self.ends().is_none_or(|end| now < end)
    }

    /// The first instant at which it may no longer be shown.
    pub fn ends(&self) -> Option<Instant> {
        let last = self.about.until?;
        Some(Instant::of_date(last.tomorrow().unwrap_or(last)))
    }
}
