//! What keeps a measurement from being made.

use std::path::{Path, PathBuf};

/// Why there is no figure.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// A file or folder cannot be used.
    #[error("{0} cannot be used: {1}")]
    File(PathBuf, #[source] std::io::Error),
    /// A program that is needed is not there.
    #[error("{0}")]
    Missing(String),
    /// A program ended otherwise than it should.
    #[error("{program} failed: {told}")]
    Program {
        /// What was run.
        program: String,
        /// How it ended, and the end of what it said.
        told: String,
    },
    /// The server does not answer, or not what HTTP allows.
    #[error("no answer from {0}: {1}")]
    Http(String, #[source] std::io::Error),
    /// Something promised does not hold.
    #[error("{0}")]
    Broken(String),
    /// See [`store::StoreError`].
    #[error(transparent)]
    Store(#[from] store::StoreError),
    /// See [`editorial::ImportError`].
    #[error(transparent)]
    Import(#[from] editorial::ImportError),
    /// See [`edition::Error`].
    #[error(transparent)]
    Edition(#[from] edition::Error),
    /// See [`journeys::failure::Failure`].
    #[error(transparent)]
    Journey(#[from] journeys::failure::Failure),
}

/// Names the file in an error of the system.
pub(crate) fn file(path: &Path) -> impl FnOnce(std::io::Error) -> Failure + '_ {
    move |error| Failure::File(path.to_owned(), error)
}
