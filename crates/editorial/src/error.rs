//! What can go wrong in an act: what, where, and what to do.

use content::merge::Conflict;
use content::{Instant, Subject};
use language::Locale;
use store::StoreError;

use crate::act::Act;

/// Why an act was not done. Nothing of its transaction is kept then.
#[derive(Debug, thiserror::Error)]
pub enum EditorialError {
    /// The store could not do its part, or refuses an address that belongs to another.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The actor may not do this.
    #[error("{actor:?} may not do this ({}): {reason}; act under a name and role that may", act.as_str())]
    NotPermitted {
        /// Who wanted to.
        actor: String,
        /// What.
        act: Act,
        /// Why not.
        reason: &'static str,
    },
    /// There is no such subject.
    #[error("there is no {subject}; check its noun and key, or create it first")]
    Unknown {
        /// What was asked for.
        subject: Subject,
    },
    /// The subject was deleted, and its key is not used again.
    #[error("{subject} was deleted on {at}; choose another key")]
    Deleted {
        /// What was asked for.
        subject: Subject,
        /// Since when it is no more.
        at: Instant,
    },
    /// The subject is not of a kind that this can be done to.
    #[error("{subject} cannot take this act ({}); it is for other kinds of things", act.as_str())]
    WrongNoun {
        /// The subject.
        subject: Subject,
        /// What was to be done.
        act: Act,
    },
    /// An announcement says from when until when it runs.
    #[error("{subject} is an announcement without a period; give it the days on which it runs")]
    NoPeriod {
        /// The announcement.
        subject: Subject,
    },
    /// The entry has no text in this locale.
    #[error("{subject} has no text in {locale}; save one first")]
    NoText {
        /// The entry.
        subject: Subject,
        /// The locale.
        locale: Locale,
    },
    /// The text has no such revision.
    #[error("{subject} in {locale} has no revision {revision}; look at its history")]
    NoRevision {
        /// The entry.
        subject: Subject,
        /// The locale.
        locale: Locale,
        /// The number asked for.
        revision: i64,
    },
    /// The text was changed by others since the revision that the draft was made from.
    #[error("{subject} in {locale} has changed meanwhile in {} places; compare the versions and decide", conflicts.len())]
    Conflicts {
        /// The entry.
        subject: Subject,
        /// The locale.
        locale: Locale,
        /// Each place with all versions.
        conflicts: Vec<Conflict>,
    },
    /// A publication would end before it begins.
    #[error("{subject} in {locale} would be public until {until}, which is not after {from}; choose a later end")]
    Period {
        /// The entry.
        subject: Subject,
        /// The locale.
        locale: Locale,
        /// The beginning.
        from: Instant,
        /// The end.
        until: Instant,
    },
    /// A translation is public only along with its source.
    #[error(
        "{subject} in {locale} is a translation, and its source in {source_locale} has no publication; publish that first"
    )]
    SourceNotPublic {
        /// The entry.
        subject: Subject,
        /// The translation's locale.
        locale: Locale,
        /// The source's locale.
        source_locale: Locale,
    },
    /// What was never published cannot be withdrawn.
    #[error("{subject} has no publication that could be withdrawn; nothing of it is public")]
    NotPublic {
        /// The entry.
        subject: Subject,
    },
    /// A picture, recording or document has lost its bytes.
    #[error("the store has no bytes for {subject}; hand in the file again, or delete it")]
    NoBytes {
        /// Which.
        subject: Subject,
    },
    /// A file of the export could not be written.
    #[error("{path} could not be written: {reason}; look at the disk and its permissions")]
    Write {
        /// The file, relative to the content folder.
        path: String,
        /// What the system said.
        reason: std::io::Error,
    },
}
