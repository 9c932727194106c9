//! Cards: the short form of a subject, as other pages show it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use language::{Locale, PluralCategory};
use serde::{Deserialize, Serialize};

use crate::instant::Instant;
use crate::media::Media;
use crate::meta::Meta;
use crate::past::{Past, Version};
use crate::record::Post;
use crate::subject::Subject;

/// The short form of a subject in one locale at one instant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// Whose.
    pub subject: Subject,
    /// The language of its words: that of the source where a translation is missing.
    pub language: Locale,
    /// Its address (decoded); empty for what has none, such as facts.
    pub path: String,
    /// The title; for members, efforts and tags the name.
    pub title: String,
    /// The standfirst.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub summary: String,
    /// The place at the head of a story.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub dateline: String,
    /// A member's long official name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub official: String,
    /// The note that a name carries.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub footnote: String,
    /// The instant it is dated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Instant>,
    /// What all languages share.
    #[serde(default)]
    pub meta: Meta,
    /// What is particular to its noun.
    pub detail: Detail,
}

/// What is particular to a noun.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Detail {
    /// An entry has nothing more.
    Entry,
    /// Nor has a tag.
    Tag,
    /// A fact's value and the noun in the card's locale.
    Fact {
        /// The value.
        value: u64,
        /// The day for which it holds.
        as_of: Date,
        /// The noun per plural form, `#` for the number.
        noun: BTreeMap<PluralCategory, String>,
    },
    /// A post.
    Post(Box<Post>),
    /// A picture, recording or document.
    Media(Box<Media>),
}

/// Path and language: what links and switchers need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// The path (decoded).
    pub path: String,
    /// The language of what is found there.
    pub language: Locale,
}

/// What stands at an entry's address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The address (decoded).
    pub path: String,
    /// The language of the words.
    pub language: Locale,
    /// What is there.
    pub standing: Standing,
}

impl State {
    /// The versions whose words are compared, the oldest first.
    pub fn compared(&self) -> &[Version] {
        match &self.standing {
            Standing::Public { past, .. } => past.compared(),
            Standing::Gone(_) => &[],
        }
    }
}

/// Whether an entry is there or was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// It can be read.
    Public {
        /// The number of the revision within the text of [`State::language`].
        revision: i64,
        /// The instant it is dated.
        published: Instant,
        /// Since when this revision is public.
        updated: Instant,
        /// What it said before, and what it lacks.
        #[serde(default, skip_serializing_if = "Past::is_empty")]
        past: Past,
    },
    /// It was taken back, with this notice (may be empty).
    Gone(String),
}
