//! What can go wrong while pressing.

use content::Route;

/// Why the press could not do its work. What was public stays public.
#[derive(Debug, thiserror::Error)]
pub enum PressError {
    /// The store could not be read.
    #[error("{0}")]
    Store(#[from] store::StoreError),
    /// An edition could not be read or written.
    #[error("{0}")]
    Edition(#[from] edition::Error),
    /// The press's own notes could not be read or written.
    #[error("the press's notes ({0}) could not be used: {1}; check space and rights, or run plenary press --rebuild")]
    Notes(&'static str, #[source] rusqlite::Error),
    /// The notes hold what no press has written.
    #[error("the press's notes ({0}) are damaged: {1}; run plenary press --rebuild")]
    Damaged(&'static str, String),
    /// A page could not be rendered.
    #[error("{0:?} could not be rendered: {1}")]
    Render(Box<Route>, #[source] render::RenderError),
    /// Another process has taken over.
    #[error("another process presses now: this one stands by")]
    LeaseLost,
    /// A file could not be written.
    #[error("{0} could not be written: {1}; check space and rights")]
    File(String, #[source] std::io::Error),
}

/// Names the part of the notes in which an error of SQLite happened.
pub(crate) trait Within<T> {
    fn within(self, part: &'static str) -> Result<T, PressError>;
}

impl<T> Within<T> for Result<T, rusqlite::Error> {
    fn within(self, part: &'static str) -> Result<T, PressError> {
        self.map_err(|error| PressError::Notes(part, error))
    }
}

impl<T> Within<T> for Result<T, serde_json::Error> {
    fn within(self, part: &'static str) -> Result<T, PressError> {
        self.map_err(|error| PressError::Damaged(part, error.to_string()))
    }
}
