//! Which paths an edition may hold, and in which bucket of the tree a path lies.

use crate::{Error, Hash, Result};

/// Longest path, in bytes of UTF-8.
pub const MAX_PATH_BYTES: usize = 2048;
/// The path of a fragment, or of anything else that no visitor can ask for, begins with this.
pub const FRAGMENT_MARK: char = '~';
/// Path of the site table (see [`crate::SiteTable`]).
pub const SITE_PATH: &str = "~site";

/// The place of a path in the tree: 64 branches of 64 leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Bucket(u16);

impl Bucket {
    /// The first twelve bits of the path's hash.
    pub(crate) fn of(path: &str) -> Bucket {
        Bucket((Hash::of(path.as_bytes()).prefix() >> 52) as u16)
    }

    /// First and last bucket of one of the root's 64 branches.
    pub(crate) fn range(branch: u16) -> std::ops::RangeInclusive<Bucket> {
        Bucket(branch << 6)..=Bucket(branch << 6 | 63)
    }

    /// Which of the root's 64 branches.
    pub(crate) fn branch(self) -> usize {
        usize::from(self.0 >> 6)
    }

    /// Which of the branch's 64 leaves.
    pub(crate) fn leaf(self) -> usize {
        usize::from(self.0 & 63)
    }
}

/// Refuses a path that could not be served or that could be written in two ways.
pub(crate) fn check_path(path: &str) -> Result<()> {
    let segments = || path.split('/').skip(1);
    let why = if path.len() > MAX_PATH_BYTES {
        "the path is longer than 2048 bytes"
    } else if !path.starts_with(['/', FRAGMENT_MARK]) {
        "a path begins with / (or ~ for a fragment)"
    } else if path.chars().any(char::is_control) {
        "a path holds no control characters"
    } else if segments().any(|segment| matches!(segment, "." | "..")) {
        "a path holds no . or .. segments"
    } else if path.contains("//") {
        "a path holds no empty segments"
    } else {
        return Ok(());
    };
    Err(Error::Refused {
        path: path.to_owned(),
        why: why.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_paths_in_any_script_and_refuses_ambiguous_ones() {
        for good in [
            "/",
            "/ar/stories/اجتماع/",
            "/assets/site-1.css",
            "~menu/ar",
            "~site",
            "/a b/",
            "/..a/",
        ] {
            assert!(check_path(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "en/",
            "//",
            "/en//x",
            "/en/../x",
            "/.",
            "~a/..",
            "/a\0",
            "/a\n",
            &format!("/{}", "a".repeat(2048)),
        ] {
            assert!(matches!(check_path(bad), Err(Error::Refused { .. })), "{bad}");
        }
    }

    #[test]
    fn spreads_paths_over_the_buckets() {
        let buckets: std::collections::BTreeSet<_> =
            (0..40_000).map(|n| Bucket::of(&format!("/en/stories/{n}/"))).collect();
        assert!(buckets.len() > 4_000, "{}", buckets.len());
        assert!(buckets.iter().all(|bucket| bucket.branch() < 64 && bucket.leaf() < 64));
    }
}
