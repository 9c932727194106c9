//! Why a page could not be rendered.

use language::Locale;

use crate::world::Unreadable;

/// Why a page could not be rendered. None of these is a fault of a visitor's or an editor's making but the first.
#[derive(Debug, Clone, thiserror::Error)]
pub enum RenderError {
    /// What lies beneath the world failed.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// The theme lacks a template.
    #[error("the theme has no template {0:?}; add the file, or take a theme that has it")]
    NoTemplate(String),
    /// A template failed.
    #[error("{template}:{line}: this cannot be rendered: {problem}")]
    Template {
        /// Its name.
        template: String,
        /// The line, from 1; 0 for the whole file.
        line: usize,
        /// What went wrong.
        problem: String,
    },
    /// There are no messages for a locale.
    #[error("there are no messages for {0}; add locales/{0}.ftl, or take the locale out of site.toml")]
    NoMessages(Locale),
    /// A message is missing.
    #[error("locales/{locale}.ftl has no message {key:?}; add it")]
    NoMessage {
        /// In which language.
        locale: Locale,
        /// Its key.
        key: String,
    },
    /// A locale was not made ready.
    #[error("dates and numbers were not made ready for {0}; take it into `Formatters::new`")]
    NoFormatter(Locale),
    /// The site has no locale at all.
    #[error("the site has no locales; name at least one in site.toml")]
    NoLocales,
    /// A fragment holds a fragment.
    #[error("the fragment {0:?} holds another fragment; fragments do not nest")]
    Nested(String),
    /// A page is longer than its offsets can say.
    #[error("the page {0:?} is longer than 4 GiB")]
    TooLong(String),
}
