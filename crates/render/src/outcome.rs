//! What rendering a route gives.

use content::Subject;
use language::Locale;

use crate::world::Read;

/// What stands at a route, and all that was looked at to say so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// What stands there.
    pub outcome: Outcome,
    /// What was read, sorted, each once. While none of it changes, neither does the outcome.
    pub reads: Vec<Read>,
    /// Every subject whose words are shown, sorted, each once.
    pub units: Vec<ShownUnit>,
}

/// A subject as one locale shows it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ShownUnit {
    /// Which.
    pub subject: Subject,
    /// In which locale.
    pub locale: Locale,
    /// In which language, if its card or state told; the same unit may stand beside without one.
    pub language: Option<Locale>,
}

/// What stands at a route.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing.
    Absent,
    /// A page, feed, fragment, redirect or notice.
    Page(Page),
    /// A picture or file; its bytes are fetched by their hash.
    Media {
        /// Its path (decoded).
        path: String,
        /// The hash of its bytes, in hexadecimal digits.
        hash: String,
        /// Its content type.
        content_type: String,
    },
    /// A file of the theme; its bytes are [`crate::Theme::assets`]'.
    Asset {
        /// Its path.
        path: String,
        /// Its name in the theme.
        name: String,
    },
}

/// A page: a skeleton and the places of its fragments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Its path (decoded); `~name/locale` for fragments and error pages, `~site` for the site table.
    pub path: String,
    /// The HTTP status.
    pub status: u16,
    /// The media type.
    pub content_type: String,
    /// Further headers, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The bytes without fragments.
    pub skeleton: Vec<u8>,
    /// Byte offset in the skeleton and name of each fragment, in order.
    pub fragments: Vec<(u32, String)>,
}

/// The media type of pages and fragments.
pub const HTML: &str = "text/html; charset=utf-8";

impl Page {
    /// A page without fragments that any visitor may have.
    pub(crate) fn plain(path: String, content_type: &str, bytes: Vec<u8>) -> Page {
        Page {
            path,
            status: 200,
            content_type: content_type.to_owned(),
            headers: Vec::new(),
            skeleton: bytes,
            fragments: Vec::new(),
        }
    }

    pub(crate) fn with_header(mut self, name: &str, value: &str) -> Page {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }
}
