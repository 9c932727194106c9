//! What the plans of an import are made from: all files as far as they concern each other, and what the store has.

use std::collections::{BTreeMap, HashSet};

use content::record::Entry;
use content::staleness::Equivalence;
use content::{Instant, Subject};
use language::Locale;
use store::Revision;

use super::files::Files;
use crate::words::Beginning;

/// What all plans of an import hang on.
pub(super) struct Scene<'a> {
    pub(super) files: &'a Files<'a>,
    /// The subjects that the files are about.
    pub(super) subjects: HashSet<Subject>,
    /// What the store ever had: of nothing else need it be asked.
    pub(super) stored: HashSet<Subject>,
    /// Whether the store may know addresses: it ever had an entry.
    pub(super) has_addresses: bool,
    /// The site's locales, where they are known.
    pub(super) locales: Option<Vec<Locale>>,
    pub(super) now: Instant,
    pub(super) minor: bool,
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
