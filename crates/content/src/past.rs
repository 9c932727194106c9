//! What a public text said before: its versions, and which change of its source it lacks. See
//! `docs/decisions/corrections.md`.

use language::Locale;
use serde::{Deserialize, Serialize};

use crate::instant::Instant;
use crate::text::Text;

/// The most versions that a history lists: the newest.
pub const LISTED_MAX: usize = 100;
/// The most versions whose words are compared with each other: the newest.
pub const COMPARED_MAX: usize = 12;

/// What the public knows of a text besides what it says now. Nothing at all, for most.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Past {
    /// What it said in public since it was last dark, the oldest first and the last in force; empty if there is nothing
    /// to tell of it.
    #[serde(rename = "v", default, skip_serializing_if = "Vec::is_empty")]
    pub versions: Vec<Version>,
    /// The change of its source that a translation lacks.
    #[serde(rename = "l", default, skip_serializing_if = "Option::is_none")]
    pub lacks: Option<Lack>,
}

/// What a text said in public from an instant on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// Counts from 1 since the text was last dark.
    #[serde(rename = "n")]
    pub number: usize,
    /// The revision's number.
    #[serde(rename = "r")]
    pub revision: i64,
    /// Public from.
    #[serde(rename = "f")]
    pub from: Instant,
    /// How it came.
    #[serde(rename = "k")]
    pub kind: Kind,
    /// What was corrected, in the language of the text; may be empty.
    #[serde(rename = "o", default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// By whose clocks its instant is told, if a statement says so.
    #[serde(rename = "z", default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// Its title and other lines without the body, if it is among those that are compared.
    #[serde(rename = "t", default, skip_serializing_if = "Option::is_none")]
    pub lines: Option<Box<Text>>,
}

/// How a version came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// It was the first.
    First,
    /// Something was corrected, and somebody said what.
    Corrected,
    /// Something was changed.
    Updated,
    /// A change that readers need not be told of.
    Minor,
}

/// A change of the source that a translation lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lack {
    /// The language of the source.
    #[serde(rename = "s")]
    pub source: Locale,
    /// When it was changed.
    #[serde(rename = "a")]
    pub at: Instant,
    /// Whether it was said what was corrected.
    #[serde(rename = "n")]
    pub noted: bool,
}

impl Past {
    /// Whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        *self == Past::default()
    }

    /// Whether there is more than one version, so that it has pages of its own.
    pub fn has_pages(&self) -> bool {
        self.versions.len() > 1
    }

    /// The newest version that readers are told of.
    pub fn told(&self) -> Option<&Version> {
        self.versions.iter().rev().find(|version| version.kind.is_told())
    }

    /// The versions that are compared, the oldest first.
    pub fn compared(&self) -> &[Version] {
        let from = self.versions.len().saturating_sub(COMPARED_MAX);
        self.versions.get(from..).unwrap_or_default()
    }

    /// The pairs of versions that are compared, by number, the older first.
    pub fn pairs(&self) -> Vec<(usize, usize)> {
        let numbers: Vec<usize> = self.compared().iter().map(|version| version.number).collect();
        let newer = |older: usize| numbers.iter().copied().filter(move |newer| *newer > older);
        numbers
            .iter()
            .flat_map(|older| newer(*older).map(move |newer| (*older, newer)))
            .collect()
    }
}

impl Kind {
    /// Whether readers are told of it where the text stands.
    pub fn is_told(self) -> bool {
        matches!(self, Kind::Corrected | Kind::Updated)
    }
}
