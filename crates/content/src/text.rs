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

/// A body as canonical JSON: what the store keeps, and what is hashed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WrittenBody(String);

impl Body {
    /// Writes it down.
    pub fn written(&self) -> WrittenBody {
        // A body has no maps with keys that JSON refuses.
        WrittenBody(serde_json::to_string(self).unwrap_or_default())
    }
}

impl WrittenBody {
    /// The JSON.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a translation was made from: block id (or [`TITLE`], [`SUMMARY`]) to the hash of the source's words then.
pub type Pins = BTreeMap<String, String>;

/// The pin of the title.
pub const TITLE: &str = "title";
/// The pin of the summary.
pub const SUMMARY: &str = "summary";

impl Text {
    /// The hash of all it says, block identities included.
    pub fn hash(&self) -> TextHash {
        self.hash_over(&self.body.written())
    }

    /// The same, where its body was written down already: that is most of the work of hashing.
    pub fn hash_over(&self, body: &WrittenBody) -> TextHash {
        let head = serde_json::to_string(&self.without_body()).unwrap_or_default();
        let empty = Body::default().written();
        // The body is the last field.
        let json = match head
            .strip_suffix('}')
            .and_then(|head| head.strip_suffix(empty.as_str()))
        {
            Some(head) => [head, body.as_str(), "}"].concat(),
            None => head,
        };
        TextHash(short_hash_of_bytes(json.as_bytes()))
    }

    /// All but the blocks.
    pub fn without_body(&self) -> Text {
        Text {
            title: self.title.clone(),
            summary: self.summary.clone(),
            slug: self.slug.clone(),
            dateline: self.dateline.clone(),
            official: self.official.clone(),
            footnote: self.footnote.clone(),
            body: Body::default(),
        }
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
    short_hash_of_bytes(&serde_json::to_vec(value).unwrap_or_default())
}

fn short_hash_of_bytes(bytes: &[u8]) -> String {
    let mut hex = blake3::hash(bytes).to_hex().to_string();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::body::{Block, BlockId, Content, Inline};

    #[test]
    fn a_text_has_one_hash_however_it_is_computed() {
        let words = Content::Paragraph(vec![Inline::Text("\"body\":[]} said he".to_owned())]);
        let block = Block {
            id: BlockId("kw5wyr7c".to_owned()),
            content: words,
        };
        let mut text = Text {
            title: "Group met in Abu Dhabi".to_owned(),
            slug: "group-met".to_owned(),
            ..Text::default()
        };
        for blocks in [vec![], vec![block.clone()], vec![block.clone(), block]] {
            text.body = Body { blocks };
            assert_eq!(text.hash(), TextHash(short_hash(&text)));
        }
    }
}
