//! What can go wrong in the store: what, where, and what to do.

use content::Subject;
use language::Locale;

/// An error of the store. Where it stands in the database is said by engine and statement.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The text is not a location.
    #[error("{reason}; write sqlite:PATH or postgres://user:password@host/database")]
    Location {
        /// What is wrong with it, without any password.
        reason: String,
    },
    /// The database cannot be opened.
    #[error("{location} cannot be opened: {reason}; check that it exists, that it runs, and that this user may use it")]
    Unreachable {
        /// Where it should be.
        location: String,
        /// What the engine said.
        reason: String,
    },
    /// The database refuses user or password.
    #[error("{location} refuses the user or the password: {reason}; correct them in the location of the store")]
    Refused {
        /// Where it is.
        location: String,
        /// What the engine said.
        reason: String,
    },
    /// A newer program has used this store.
    #[error("{location} has the layout {found}, and this program knows layouts up to {known}; use a newer plenary")]
    NewerSchema {
        /// Where it is.
        location: String,
        /// The version of the store.
        found: i64,
        /// The newest version that this program knows.
        known: i64,
    },
    /// Another process holds the store for too long.
    #[error("{engine}, {statement}: another process has been writing for too long; try again when it is done")]
    Busy {
        /// `SQLite` or `PostgreSQL`.
        engine: &'static str,
        /// What was being done.
        statement: &'static str,
    },
    /// Two transactions changed the same thing at once, or the same thing was added twice.
    #[error("{engine}, {statement}: the same was changed or added at the same time ({reason}); read again and retry")]
    Conflict {
        /// `SQLite` or `PostgreSQL`.
        engine: &'static str,
        /// What was being done.
        statement: &'static str,
        /// What the engine said.
        reason: String,
    },
    /// Something refers to what the store does not have.
    #[error("{engine}, {statement}: it refers to a subject or revision that the store does not have; save that first")]
    Missing {
        /// `SQLite` or `PostgreSQL`.
        engine: &'static str,
        /// What was being done.
        statement: &'static str,
    },
    /// A row holds what cannot be read.
    #[error(
        "the row {row} of the table {table} is damaged: {reason}; restore it from a backup or save its subject anew"
    )]
    Damaged {
        /// The table.
        table: &'static str,
        /// The row's key.
        row: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The address belongs to something else.
    #[error("the address {collection}/{slug} belongs to {owner}; choose another slug")]
    AddressTaken {
        /// The first segment.
        collection: String,
        /// The last segment.
        slug: String,
        /// Whose it is.
        owner: Subject,
    },
    /// Two publications of one text would hold at the same instant.
    #[error("{subject} in {locale} is already public at some time in that period; end that publication first")]
    Overlap {
        /// Whose text.
        subject: Subject,
        /// In which language.
        locale: Locale,
    },
    /// A transaction in which a statement had failed was to be kept.
    #[error("nothing was saved: the step \"{statement}\" had failed within the transaction; pass its error on")]
    Spoilt {
        /// What had failed.
        statement: &'static str,
    },
    /// Anything else that an engine says: full disk, damaged file, lost connection.
    #[error("{engine}, {statement}: {source}; look at the disk, the database and its log")]
    Failed {
        /// `SQLite` or `PostgreSQL`.
        engine: &'static str,
        /// What was being done.
        statement: &'static str,
        /// What the engine said.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}
