//! Conditional requests (RFC 9110, 13): does the visitor have the answer already?

use hyper::header::{HeaderMap, IF_MATCH, IF_NONE_MATCH};

/// Entity tags looked at; who sends more gets the whole answer.
const MAX_TAGS: usize = 64;

/// What the conditions of a request come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Send the answer.
    Send,
    /// The visitor has it (304).
    NotModified,
    /// The visitor asked only for a state that is gone (412).
    Failed,
}

/// Weighs `If-Match` (strong comparison), then `If-None-Match` (weak comparison), against the strong `tag`, which is
/// given with its quotes. Dates are not looked at: there are none to compare with.
pub(crate) fn weigh(headers: &HeaderMap, tag: &str) -> Verdict {
    let lists = |name| {
        headers
            .get_all(name)
            .into_iter()
            .filter_map(|value| value.to_str().ok())
    };
    if headers.contains_key(IF_MATCH) && !lists(IF_MATCH).any(|list| names(list, |named| named == tag)) {
        return Verdict::Failed;
    }
    if lists(IF_NONE_MATCH).any(|list| names(list, |named| named.strip_prefix("W/").unwrap_or(named) == tag)) {
        return Verdict::NotModified;
    }
    Verdict::Send
}

/// Whether a list is `*` or names a tag that matches.
fn names(list: &str, matches: impl Fn(&str) -> bool) -> bool {
    list.trim() == "*" || tags(list).any(matches)
}

/// The entity tags of a list, with quotes and `W/`. A tag may hold commas; the list ends where it is malformed.
fn tags(list: &str) -> impl Iterator<Item = &str> {
    let mut rest = list;
    let next = move || {
        rest = rest.trim_start_matches([' ', '\t', ',']);
        let opaque = rest.strip_prefix("W/").unwrap_or(rest).strip_prefix('"')?;
        let (_, behind) = opaque.split_once('"')?;
        let (tag, behind) = rest.split_at_checked(rest.len() - behind.len())?;
        rest = behind;
        Some(tag)
    };
    std::iter::from_fn(next).take(MAX_TAGS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use hyper::header::HeaderValue;
    use proptest::prelude::*;

    fn verdict(name: hyper::header::HeaderName, value: &str) -> Verdict {
        let mut headers = HeaderMap::new();
        headers.insert(name, HeaderValue::from_str(value).unwrap());
        weigh(&headers, "\"abc-br\"")
    }

    #[test]
    fn compares_weakly_for_if_none_match() {
        for hit in [
            "\"abc-br\"",
            "W/\"abc-br\"",
            "\"x\", W/\"abc-br\"",
            "*",
            " * ",
            "\"a,b\" ,\"abc-br\"",
            ",,\"abc-br\"",
        ] {
            assert_eq!(verdict(IF_NONE_MATCH, hit), Verdict::NotModified, "{hit}");
        }
        for miss in [
            "\"abc\"",
            "abc-br",
            "\"abc-br",
            "",
            "w/\"abc-br\"",
            "x \"abc-br\"",
            "\"*\"",
        ] {
            assert_eq!(verdict(IF_NONE_MATCH, miss), Verdict::Send, "{miss}");
        }
    }

    #[test]
    fn compares_strongly_for_if_match() {
        assert_eq!(verdict(IF_MATCH, "\"abc-br\""), Verdict::Send);
        assert_eq!(verdict(IF_MATCH, "*"), Verdict::Send);
        assert_eq!(verdict(IF_MATCH, "W/\"abc-br\""), Verdict::Failed);
        assert_eq!(verdict(IF_MATCH, "\"other\""), Verdict::Failed);
    }

    #[test]
    fn looks_at_all_lines_of_a_header() {
        let mut headers = HeaderMap::new();
        headers.append(IF_NONE_MATCH, HeaderValue::from_static("\"x\""));
        headers.append(IF_NONE_MATCH, HeaderValue::from_static("\"y\""));
        assert_eq!(weigh(&headers, "\"y\""), Verdict::NotModified);
    }

    proptest! {
        #[test]
        fn survives_any_list(list in "\\PC*") {
            prop_assert!(tags(&list).count() <= MAX_TAGS);
        }

        #[test]
        fn reads_back_the_tags_of_a_list(wanted in prop::collection::vec("(W/)?\"[a-z,-]{0,6}\"", 0..8)) {
            let list = wanted.join(", ");
            prop_assert_eq!(tags(&list).collect::<Vec<_>>(), wanted);
        }
    }
}
