//! Which content coding a visitor gets (RFC 9110, 12.5.3).

use crate::quality::{Quality, items};

/// A coding of an answer's bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Encoding {
    Brotli,
    Gzip,
    Identity,
}

/// Codings in order of our liking, where the visitor likes them equally.
const BY_LIKING: [Encoding; 3] = [Encoding::Brotli, Encoding::Gzip, Encoding::Identity];
/// What is not named is acceptable as identity, but any named coding is better.
const LAST_RESORT: Quality = 1;

impl Encoding {
    /// The best coding for an `Accept-Encoding`; identity where none was sent. Identity is also the answer when nothing
    /// is acceptable, since an answer is better than none.
    pub(crate) fn choose(accept: Option<&str>) -> Encoding {
        let Some(accept) = accept else {
            return Encoding::Identity;
        };
        let best = BY_LIKING
            .into_iter()
            .rev()
            .max_by_key(|encoding| encoding.wanted(accept));
        best.filter(|best| best.wanted(accept) > 0)
            .unwrap_or(Encoding::Identity)
    }

    /// Value of `Content-Encoding`.
    pub(crate) fn name(self) -> Option<&'static str> {
        match self {
            Encoding::Brotli => Some("br"),
            Encoding::Gzip => Some("gzip"),
            Encoding::Identity => None,
        }
    }

    fn wanted(self, accept: &str) -> Quality {
        let named = |name: &str| match self {
            Encoding::Brotli => name.eq_ignore_ascii_case("br"),
            Encoding::Gzip => name.eq_ignore_ascii_case("gzip") || name.eq_ignore_ascii_case("x-gzip"),
            Encoding::Identity => name.eq_ignore_ascii_case("identity"),
        };
        let of = |matches: &dyn Fn(&str) -> bool| {
            items(accept)
                .find(|(name, _)| matches(name))
                .map(|(_, quality)| quality)
        };
        match (of(&named), of(&|name| name == "*")) {
            (Some(quality), _) => quality,
            (None, Some(0)) => 0,
            (None, _) if self == Encoding::Identity => LAST_RESORT,
            (None, any) => any.unwrap_or(0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn chooses_by_preference_then_by_liking() {
        use Encoding::{Brotli, Gzip, Identity};
        let table = [
            ("gzip, deflate, br, zstd", Brotli),
            ("gzip", Gzip),
            ("x-gzip", Gzip),
            ("GZIP;q=0.5, BR;q=0.4", Gzip),
            ("gzip;q=0.5, identity", Identity),
            ("br;q=0.2", Brotli),
            ("*", Brotli),
            ("br;q=0, *", Gzip),
            ("*;q=0, gzip", Gzip),
            ("*;q=0", Identity),
            ("identity;q=0", Identity),
            ("identity;q=0, gzip;q=0.1", Gzip),
            ("deflate", Identity),
            ("br;q=0", Identity),
            ("", Identity),
        ];
        for (accept, expected) in table {
            assert_eq!(Encoding::choose(Some(accept)), expected, "{accept:?}");
        }
        assert_eq!(Encoding::choose(None), Identity);
    }

    proptest! {
        #[test]
        fn never_chooses_what_is_refused(list in "((br|gzip|identity|\\*|x)(;q=(0|1|0\\.[0-9]{1,3}))?,){0,6}") {
            let chosen = Encoding::choose(Some(&list));
            prop_assert!(chosen == Encoding::Identity || chosen.wanted(&list) > 0);
            prop_assert!(BY_LIKING.iter().all(|other| other.wanted(&list) <= chosen.wanted(&list)));
        }
    }
}
