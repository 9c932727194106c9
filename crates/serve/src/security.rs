//! What browsers may do with an answer: a named policy for documents and one for everything else.
//!
//! No page loads anything from another origin, runs a script that stands in the page, or may be framed; no answer ever
//! sets a cookie.

use hyper::header::{HeaderMap, HeaderName, HeaderValue};

/// A guard against abuse of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Guard {
    /// Something that a browser shows as a document and that could load or run things.
    Document,
    /// Pictures, style sheets, fonts, feeds.
    Resource,
}

/// Headers of every answer.
const ALWAYS: [(&str, &str); 2] = [
    ("x-content-type-options", "nosniff"),
    ("cross-origin-resource-policy", "same-origin"),
];

/// Further headers of documents.
const DOCUMENT: [(&str, &str); 5] = [
    (
        "content-security-policy",
        "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; media-src 'self'; script-src 'self'; \
         connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'",
    ),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("x-frame-options", "DENY"),
    (
        "permissions-policy",
        "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), \
         microphone=(), midi=(), payment=(), serial=(), usb=()",
    ),
];

/// Two years; whether other hosts of the domain speak HTTPS is not known here.
const STAY_WITH_HTTPS: (&str, &str) = ("strict-transport-security", "max-age=63072000");

/// Headers that no record may set: they belong to the server, or must not exist.
const OURS: [&str; 8] = [
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "etag",
    "set-cookie",
    "transfer-encoding",
    "server",
];

impl Guard {
    /// The guard for an answer of this media type.
    pub(crate) fn of(content_type: &str) -> Guard {
        let essence = content_type.split(';').next().unwrap_or_default().trim();
        let document =
            essence.eq_ignore_ascii_case("text/html") || essence.ends_with("xml") || essence == "application/pdf";
        if document { Guard::Document } else { Guard::Resource }
    }

    /// Adds the guard's headers.
    pub(crate) fn add_to(self, headers: &mut HeaderMap, behind_https: bool) {
        let own: &[(&str, &str)] = if self == Guard::Document { &DOCUMENT } else { &[] };
        let https = behind_https.then_some(&STAY_WITH_HTTPS);
        for (name, value) in ALWAYS.iter().chain(own).chain(https) {
            headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
        }
    }
}

/// Whether a record may set the header.
pub(crate) fn may_set(name: &str) -> bool {
    !OURS.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_get_the_full_policy() {
        for document in [
            "text/html; charset=utf-8",
            "image/svg+xml",
            "application/atom+xml",
            "Text/HTML",
        ] {
            assert_eq!(Guard::of(document), Guard::Document, "{document}");
        }
        assert_eq!(Guard::of("text/css"), Guard::Resource);
        let mut headers = HeaderMap::new();
        Guard::Document.add_to(&mut headers, true);
        assert!(
            headers["content-security-policy"]
                .to_str()
                .unwrap()
                .starts_with("default-src 'none'; ")
        );
        assert!(!headers["content-security-policy"].to_str().unwrap().contains("  "));
        assert!(headers.contains_key("strict-transport-security"));
        assert_eq!(headers.len(), ALWAYS.len() + DOCUMENT.len() + 1);
    }
}
