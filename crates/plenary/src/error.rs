//! What ends a command with another code than 0.

use std::path::{Path, PathBuf};

/// Why a command did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The command has told its problems itself.
    #[error("")]
    Told,
    /// What was typed cannot be meant.
    #[error("{0}")]
    Usage(String),
    /// The configuration is wrong.
    #[error("{file}:{line}: {message}")]
    Configuration {
        /// The file.
        file: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong and what to do.
        message: String,
    },
    /// There is no data directory where one was expected.
    #[error("{0} is not a data directory: it holds no plenary.toml; make one with `plenary init {0}`")]
    NoData(PathBuf),
    /// `init` would overwrite something.
    #[error("{0} is not empty; name a new or an empty directory")]
    NotEmpty(PathBuf),
    /// A file or directory cannot be used.
    #[error("{0} cannot be used: {1}; check that it exists and that this user may use it")]
    File(PathBuf, #[source] std::io::Error),
    /// The theme cannot be used.
    #[error("the theme cannot be used:{}", .0.iter().map(|finding| format!("\n  {finding}")).collect::<String>())]
    Theme(Vec<theme::Finding>),
    /// A picture could not be looked at.
    #[error("the picture could not be looked at: {0}")]
    Picture(String),
    /// A theme is to be watched, and there is none.
    #[error(
        "--watch-theme watches a folder, and no theme is named; add --theme PATH, or theme = \"PATH\" in plenary.toml"
    )]
    NothingToWatch,
    /// An edition is not kept.
    #[error("there is no edition {0}; `plenary edition list` shows those that are kept")]
    NoEdition(u64),
    /// Nothing was pressed yet.
    #[error("nothing has been pressed yet; run `plenary press` or `plenary serve`")]
    NothingPressed,
    /// Another process presses and does not.
    #[error(
        "another process works on this data directory and has not pressed the latest changes within {0} seconds; look at its messages"
    )]
    NotPressed(u64),
    /// See [`editorial::EditorialError`].
    #[error("{0}")]
    Editorial(#[from] editorial::EditorialError),
    /// See [`store::StoreError`].
    #[error("{0}")]
    Store(#[from] store::StoreError),
    /// See [`press::PressError`].
    #[error("{0}")]
    Press(#[from] press::PressError),
    /// See [`edition::Error`].
    #[error("{0}")]
    Edition(#[from] edition::Error),
    /// See [`serve::Error`].
    #[error("{0}")]
    Serve(#[from] serve::Error),
    /// What cannot happen in a healthy system.
    #[error("{0}")]
    System(String),
}

/// Names the file in an error of the system.
pub(crate) fn file(path: &Path) -> impl FnOnce(std::io::Error) -> Failure + '_ {
    move |error| Failure::File(path.to_owned(), error)
}
