//! What an import did, or would do, and what keeps it from being done.

use content::Subject;
use content::file::Problem;
use content::merge::Conflict;
use language::Locale;
use serde::Serialize;

use crate::desk::Outcome;

/// What an import did; in a dry run, what it would do.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ImportReport {
    /// Whether nothing was written because nobody wanted it.
    pub dry_run: bool,
    /// How many files there were.
    pub files: usize,
    /// How many texts and other things are new.
    pub created: usize,
    /// How many have changed.
    pub changed: usize,
    /// How many stand in the store just so already.
    pub unchanged: usize,
    /// How long it took, in seconds.
    pub seconds: f64,
    /// What is new or has changed, one by one.
    pub items: Vec<ImportItem>,
    /// What was taken all the same, and might be better.
    pub warnings: Vec<Problem>,
}

/// What became of one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ImportItem {
    /// Which thing.
    pub subject: Subject,
    /// Which of its texts, for entries.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locale: Option<Locale>,
    /// What became of it.
    pub outcome: Outcome,
    /// The places that changed in a text that was there before: block identities and names of fields.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<String>,
}

/// A place that a file and the store changed, each in its own way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileConflict {
    /// The file, relative to the content folder.
    pub file: String,
    /// The line on which the file's version begins; 0 if it has none.
    pub line: usize,
    /// Which entry.
    pub subject: Subject,
    /// Which of its texts.
    pub locale: Locale,
    /// The place with all versions.
    #[serde(flatten)]
    pub conflict: Conflict,
}

/// All that keeps an import from being done.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Refusal {
    /// What is wrong, in the order of files and lines.
    pub problems: Vec<Problem>,
    /// Where files and store have come apart.
    pub conflicts: Vec<FileConflict>,
}

impl Refusal {
    pub(super) fn is_empty(&self) -> bool {
        self.problems.is_empty() && self.conflicts.is_empty()
    }
}

impl ImportReport {
    pub(super) fn add(&mut self, item: ImportItem) {
        match item.outcome {
            Outcome::Created => self.created += 1,
            Outcome::Changed => self.changed += 1,
            Outcome::Unchanged => self.unchanged += 1,
        }
        if item.outcome != Outcome::Unchanged {
            self.items.push(item);
        }
    }
}
