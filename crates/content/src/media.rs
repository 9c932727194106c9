//! Media: pictures as they were handed in, the files that the public is given of them, and what people say about them.

use std::collections::BTreeMap;

use jiff::civil::Date;
use language::Locale;
use serde::{Deserialize, Serialize};

use crate::instant::Instant;
use crate::record::Withdrawal;
use crate::subject::Subject;

/// A picture. The bytes of all its files are kept apart, by hash; the one that was handed in is never public, since
/// nobody knows what a camera wrote into it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Media {
    /// Which.
    pub subject: Subject,
    /// The hash of the file as it was handed in, in hexadecimal digits (BLAKE3).
    pub hash: String,
    /// Its content type.
    pub content_type: String,
    /// Its width in pixels, the right way up.
    pub width: u32,
    /// Its height in pixels, the right way up.
    pub height: u32,
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

/// A file that the public is given of a picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MediaFile {
    /// The hash of its bytes, in hexadecimal digits (BLAKE3).
    pub hash: String,
    /// Its content type.
    pub content_type: String,
    /// The ending of its name, without the dot.
    pub ending: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// Its length in bytes.
    pub bytes: u64,
}

/// What people say about a picture: the file beside it.
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
}

impl About {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        *self == About::default()
    }
}

impl Media {
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
