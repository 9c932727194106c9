//! A text: an entry's words in one locale, with the hashes by which revisions and blocks are recognised.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::body::Body;

/// An entry's words in one locale, as one revision holds them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Text {
    /// The title; for a member or an effort its short name.
    pub title: String,
    /// The standfirst: what lists and search show.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub summary: String,
    /// The last segment of its address.
    pub slug: String,
    /// The place at the head of a story ("ABU DHABI").
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub dateline: String,
    /// A member's long official name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub official: String,
    /// The note that a member's name may carry.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub footnote: String,
    /// The blocks.
    #[serde(default)]
    pub body: Body,
}

/// The hash of a whole text: names a revision by what it says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TextHash(pub String);

/// What a translation was made from: block id (or [`TITLE`], [`SUMMARY`]) to the hash of the source's words then.
pub type Pins = BTreeMap<String, String>;

/// The pin of the title.
pub const TITLE: &str = "title";
/// The pin of the summary.
pub const SUMMARY: &str = "summary";

impl Text {
    /// The hash of all it says, block identities included.
    pub fn hash(&self) -> TextHash {
        TextHash(short_hash(self))
    }

    /// What a translation made from this text now would be pinned to.
    pub fn pins(&self) -> Pins {
        let mut pins: Pins = self
            .body
            .blocks
            .iter()
            .map(|block| (block.id.0.clone(), block.hash()))
            .collect();
        pins.insert(TITLE.to_owned(), short_hash(&self.title));
        if !self.summary.is_empty() {
            pins.insert(SUMMARY.to_owned(), short_hash(&self.summary));
        }
        pins
    }
}

impl fmt::Display for TextHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Twelve hexadecimal digits (48 bits) of BLAKE3 over the canonical JSON of a value.
pub fn short_hash<T: Serialize + ?Sized>(value: &T) -> String {
    // Our types have no maps with keys that JSON refuses. The hasher is given all at once: it is slow in small bites.
    let json = serde_json::to_vec(value).unwrap_or_default();
    let mut hex = blake3::hash(&json).to_hex().to_string();
    hex.truncate(12);
    hex
}

/// The first 64 bits of BLAKE3, the same on every machine.
pub fn hash64(bytes: &[u8]) -> u64 {
    let hash = blake3::hash(bytes);
    hash.as_bytes()
        .iter()
        .take(8)
        .fold(0, |number, byte| (number << 8) | u64::from(*byte))
}

/// Like [`hash64`], over texts of which none holds a zero byte.
pub fn hash64_of_words(words: &[&str]) -> u64 {
    let mut bytes = Vec::with_capacity(96);
    for word in words {
        bytes.extend_from_slice(word.as_bytes());
        bytes.push(0);
    }
    hash64(&bytes)
}

/// Like [`hash64`], over the canonical JSON of a value.
pub fn hash64_of<T: Serialize + ?Sized>(value: &T) -> u64 {
    hash64(&serde_json::to_vec(value).unwrap_or_default())
}
