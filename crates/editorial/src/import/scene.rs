//! What the plans of an import are made from: all files as far as they concern each other, and what the store has.

use std::collections::{BTreeMap, HashSet};

use content::record::Entry;
use content::staleness::Equivalence;
use content::{Instant, Subject};
use language::Locale;
use store::{Reader, Revision, StoreError};

use super::files::Files;
use crate::words::Beginning;

/// What all plans of an import hang on.
pub(super) struct Scene<'a> {
    pub(super) files: &'a Files<'a>,
    /// The subjects that the files are about.
    pub(super) subjects: HashSet<Subject>,
    pub(super) stored: Stored,
    /// The site's locales, where they are known.
    pub(super) locales: Option<Vec<Locale>>,
    pub(super) now: Instant,
    pub(super) minor: bool,
}

/// What the store ever had, also what was deleted since: of nothing else need it be asked.
pub(super) struct Stored {
    /// All its subjects; none if it is asked for each, because the files are few.
    subjects: Option<HashSet<Subject>>,
    /// Whether it may know addresses.
    pub(super) has_addresses: bool,
}

/// From so many files on all subjects are looked up at once.
const MANY_FILES: usize = 500;

impl Stored {
    /// Looks at the store as far as that pays for so many files.
    pub(super) fn look(reader: &mut Reader, files: usize) -> Result<Stored, StoreError> {
        if files < MANY_FILES {
            return Ok(Stored {
                subjects: None,
                has_addresses: true,
            });
        }
        let subjects = reader.all_subjects()?;
        Ok(Stored {
            has_addresses: subjects.iter().any(|subject| subject.noun().is_entry()),
            subjects: Some(subjects),
        })
    }

    /// Whether the store may know a subject.
    pub(super) fn may_have(&self, subject: &Subject) -> bool {
        self.subjects.as_ref().is_none_or(|all| all.contains(subject))
    }
}

/// What the store has of an entry.
#[derive(Default)]
pub(super) struct Standing {
    pub(super) entry: Option<Entry>,
    /// The texts that the files are about, and the source.
    pub(super) texts: BTreeMap<Locale, TextStanding>,
    pub(super) equivalences: Vec<Equivalence>,
}

/// What the store has of a text.
pub(super) struct TextStanding {
    pub(super) newest: Option<Revision>,
    /// The revision that the file was made from.
    pub(super) beginning: Beginning,
}
