//! How long browsers and caches between may keep an answer: a named policy for each kind of address.

use hyper::header::HeaderValue;

/// Paths below these hold a fingerprint of their content in their name. What is removed is no longer answered; a browser
/// that has it may show it to the one who saw it before.
const FINGERPRINTED: [&str; 2] = ["/assets/", "/media/"];

/// A caching policy (RFC 9111).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CachePolicy {
    /// May be kept, but is asked for again each time; the validator makes that cheap. So a withdrawal shows at once.
    Revalidate,
    /// The address changes when the content does: kept for a year without asking.
    Immutable,
    /// Nothing worth keeping: a server's trouble.
    NoStore,
}

impl CachePolicy {
    /// The policy for an answer of `status` at `path`.
    pub(crate) fn of(path: &str, status: u16) -> CachePolicy {
        match status {
            200 if FINGERPRINTED.iter().any(|folder| path.starts_with(folder)) => CachePolicy::Immutable,
            500.. => CachePolicy::NoStore,
            _ => CachePolicy::Revalidate,
        }
    }

    /// Value of `Cache-Control`.
    pub(crate) fn value(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            CachePolicy::Revalidate => "no-cache",
            CachePolicy::Immutable => "public, max-age=31536000, immutable",
            CachePolicy::NoStore => "no-store",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_found_assets_and_pictures_are_immutable() {
        assert_eq!(CachePolicy::of("/media/bridge-1.webp", 200), CachePolicy::Immutable);
        assert_eq!(CachePolicy::of("/media/bridge-1.webp", 410), CachePolicy::Revalidate);
        assert_eq!(CachePolicy::of("/assets/site-1.css", 200), CachePolicy::Immutable);
        assert_eq!(CachePolicy::of("/assets/site-1.css", 404), CachePolicy::Revalidate);
        assert_eq!(CachePolicy::of("/en/assets/", 200), CachePolicy::Revalidate);
        assert_eq!(CachePolicy::of("/en/", 503), CachePolicy::NoStore);
    }
}
