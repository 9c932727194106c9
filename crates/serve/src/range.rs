//! A part of an answer (RFC 9110, 14): one range of bytes, for films, sounds and interrupted downloads. Several ranges
//! at once are answered with the whole.

/// What a `Range` asks for in an answer of a given length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// Everything.
    Whole,
    /// The bytes from the first to the last one, both included.
    Bytes { first: u64, last: u64 },
    /// Nothing of the answer (416).
    Outside,
}

/// Reads a `Range` header.
pub(crate) fn part(range: Option<&str>, length: u64) -> Part {
    let spec = range.and_then(|range| range.trim().strip_prefix("bytes="));
    let Some((from, to)) = spec.and_then(|spec| spec.split_once('-')) else {
        return Part::Whole;
    };
    let (Some(from), Some(to)) = (number(from), number(to)) else {
        return Part::Whole;
    };
    match (from, to) {
        (None, None) => Part::Whole,
        (Some(first), Some(last)) if last < first => Part::Whole,
        (None, Some(0)) => Part::Outside,
        (None, Some(_)) if length == 0 => Part::Outside,
        (None, Some(count)) => Part::Bytes {
            first: length.saturating_sub(count),
            last: length - 1,
        },
        (Some(first), _) if first >= length => Part::Outside,
        (Some(first), last) => Part::Bytes {
            first,
            last: last.unwrap_or(u64::MAX).min(length - 1),
        },
    }
}

/// A number, nothing for an empty text; `None` when it is neither. What is too large for us is behind every end.
fn number(text: &str) -> Option<Option<u64>> {
    let text = text.trim();
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Some((!text.is_empty()).then(|| text.parse().unwrap_or(u64::MAX)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_one_range() {
        let bytes = |first, last| Part::Bytes { first, last };
        let table = [
            ("bytes=0-3", bytes(0, 3)),
            ("bytes=4-", bytes(4, 9)),
            ("bytes=-3", bytes(7, 9)),
            ("bytes=-99", bytes(0, 9)),
            ("bytes=0-99999999999999999999999", bytes(0, 9)),
            ("bytes=10-", Part::Outside),
            ("bytes=-0", Part::Outside),
            ("bytes=3-1", Part::Whole),
            ("bytes=0-1,3-4", Part::Whole),
            ("bytes=-", Part::Whole),
            ("lines=0-3", Part::Whole),
        ];
        for (range, expected) in table {
            assert_eq!(part(Some(range), 10), expected, "{range}");
        }
        assert_eq!(
            (part(None, 10), part(Some("bytes=-1"), 0)),
            (Part::Whole, Part::Outside)
        );
    }

    proptest! {
        #[test]
        fn never_reaches_outside(range in "bytes=[0-9]{0,3}-[0-9]{0,3}", length in 0u64..500) {
            if let Part::Bytes { first, last } = part(Some(&range), length) {
                prop_assert!(first <= last && last < length);
            }
        }
    }
}
