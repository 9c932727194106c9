//! What can go wrong while a sequence is played: the program fails, or it does what it must not.

/// Why a sequence ended before its end.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The store failed.
    #[error("the store: {0}")]
    Store(#[from] store::StoreError),
    /// An act failed for another reason than that it is not to be done now.
    #[error("the desk: {0}")]
    Desk(#[from] editorial::EditorialError),
    /// The press failed.
    #[error("the press: {0}")]
    Press(#[from] press::PressError),
    /// An edition could not be read.
    #[error("the edition: {0}")]
    Edition(#[from] edition::Error),
    /// The ground of a test could not be laid.
    #[error("{0}")]
    Ground(String),
    /// Something is not as it must be.
    #[error("{0}")]
    Found(String),
}

impl Failure {
    /// Tells what the ground lacks.
    pub fn ground(error: impl std::fmt::Display) -> Failure {
        Failure::Ground(error.to_string())
    }
}
