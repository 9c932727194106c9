//! A locale: the name of a language as the web writes it, small enough to copy everywhere.
//!
//! The form is the part of BCP 47 (RFC 5646, section 2.1) that a coalition's site needs:
//! `language[-Script][-REGION]`, as in `ar`, `fr-CA`, `ku-Arab`, `zh-Hant-TW`. Variants, extensions and
//! private subtags are refused.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::direction::{Direction, direction_of};
use crate::native_names::native_name_of;

/// Bytes of the longest tag: three of language, four of script, three of region, two hyphens.
const MAX_BYTES: usize = 12;

/// Characters of a refused tag that its error repeats.
const MAX_QUOTED: usize = 40;

/// The tag of the undetermined language (BCP 47, section 4.1).
const UNDETERMINED: &str = "und";

/// A language, maybe with script and region, in canonical case; ordered as its text is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Locale {
    /// The tag in ASCII, filled up with zeros.
    bytes: [u8; MAX_BYTES],
}

/// Why a text is not a [`Locale`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LocaleError {
    /// The text holds nothing.
    #[error("the language tag is empty; write one such as \"ar\", \"fr\" or \"pt-BR\"")]
    Empty,
    /// The first part is not a language.
    #[error("{0:?} does not begin with a language code of two or three letters, such as \"ar\" or \"ckb\"")]
    Language(String),
    /// A later part is neither script nor region, or stands in the wrong place.
    #[error(
        "in the language tag {tag:?} the part {part:?} is neither a script of four letters (\"Arab\") nor, after it, \
         a region of two letters or three digits (\"IQ\", \"419\"); separate parts with a hyphen and leave out all else"
    )]
    Part {
        /// The refused text, cut when long.
        tag: String,
        /// The part at fault, cut when long.
        part: String,
    },
}

impl Locale {
    /// Reads a tag in any case and brings it into canonical case.
    ///
    /// # Errors
    /// [`LocaleError`] when the text is not of the form `language[-Script][-REGION]`.
    pub fn parse(text: &str) -> Result<Self, LocaleError> {
        if text.is_empty() {
            return Err(LocaleError::Empty);
        }
        let mut parts = text.split('-').peekable();
        let mut tag = TagWriter::default();
        match parts.next() {
            Some(language) if is_letters(language, 2..=3) => tag.push(language, |_, byte| byte.to_ascii_lowercase()),
            _ => return Err(LocaleError::Language(quoted(text))),
        }
        if let Some(script) = parts.next_if(|part| is_letters(part, 4..=4)) {
            tag.push(script, |at, byte| {
                if at == 0 {
                    byte.to_ascii_uppercase()
                } else {
                    byte.to_ascii_lowercase()
                }
            });
        }
        if let Some(region) = parts.next_if(|part| is_region(part)) {
            tag.push(region, |_, byte| byte.to_ascii_uppercase());
        }
        match parts.next() {
            Some(part) => Err(LocaleError::Part {
                tag: quoted(text),
                part: quoted(part),
            }),
            None => Ok(Self { bytes: tag.bytes }),
        }
    }

    /// The tag in canonical case, as `lang` and `hreflang` attributes want it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let length = self.bytes.iter().position(|byte| *byte == 0).unwrap_or(MAX_BYTES);
        self.bytes
            .get(..length)
            .and_then(|bytes| std::str::from_utf8(bytes).ok())
            .unwrap_or(UNDETERMINED)
    }

    /// The primary language subtag: `zh` of `zh-Hant-TW`.
    #[must_use]
    pub fn language(&self) -> &str {
        self.as_str().split('-').next().unwrap_or(UNDETERMINED)
    }

    /// The script subtag, when the tag names one: `Hant` of `zh-Hant-TW`.
    #[must_use]
    pub fn script(&self) -> Option<&str> {
        self.as_str().split('-').nth(1).filter(|part| part.len() == 4)
    }

    /// The region subtag, when the tag names one: `TW` of `zh-Hant-TW`.
    #[must_use]
    pub fn region(&self) -> Option<&str> {
        self.as_str().split('-').skip(1).find(|part| part.len() < 4)
    }

    /// The direction in which this language is written.
    #[must_use]
    pub fn direction(&self) -> Direction {
        direction_of(self)
    }

    /// The language's name in itself (`العربية`), or the tag when it is not among those known.
    #[must_use]
    pub fn native_name(&self) -> &str {
        native_name_of(self).unwrap_or_else(|| self.as_str())
    }
}

/// The tag as it grows.
#[derive(Default)]
struct TagWriter {
    bytes: [u8; MAX_BYTES],
    length: usize,
}

impl TagWriter {
    fn push(&mut self, part: &str, canonical: impl Fn(usize, u8) -> u8) {
        let hyphen = (self.length > 0).then_some(b'-');
        let letters = part.bytes().enumerate().map(|(at, byte)| canonical(at, byte));
        for byte in hyphen.into_iter().chain(letters) {
            if let Some(place) = self.bytes.get_mut(self.length) {
                *place = byte;
                self.length += 1;
            }
        }
    }
}

fn is_letters(part: &str, lengths: std::ops::RangeInclusive<usize>) -> bool {
    lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic())
}

fn is_region(part: &str) -> bool {
    is_letters(part, 2..=2) || (part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit()))
}

fn quoted(text: &str) -> String {
    text.chars().take(MAX_QUOTED).collect()
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Locale({})", self.as_str())
    }
}

impl FromStr for Locale {
    type Err = LocaleError;

    fn from_str(text: &str) -> Result<Self, LocaleError> {
        Self::parse(text)
    }
}

impl Serialize for Locale {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Locale {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(de::Error::custom)
    }
}
