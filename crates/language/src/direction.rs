//! The direction in which a language is written.
//!
//! Source: CLDR, `supplemental/likelySubtags` (which script a language has when its tag names none) and
//! `scriptMetadata` (which scripts run from right to left). The tests hold the tables against both.

use crate::locale::Locale;

/// Scripts that run from right to left and are in use today (ISO 15924).
const RTL_SCRIPTS: &[&str] = &[
    "Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi",
];

/// Languages whose likely script is one of [`RTL_SCRIPTS`], sorted.
const RTL_LANGUAGES: &[&str] = &[
    "aao", "abv", "acm", "acq", "acw", "acx", "aeb", "aec", "afb", "ajp", "apc", "apd", "ar", "arc", "arq", "ars",
    "ary", "arz", "auz", "avl", "ayl", "ayn", "ayp", "azb", "bal", "bej", "bft", "bgn", "bgp", "bqi", "brh", "ckb",
    "dcc", "dv", "fa", "glk", "gwt", "haz", "he", "hno", "iw", "ji", "kfm", "khw", "ks", "kvx", "kxp", "lah", "lki",
    "lrc", "luz", "mey", "mzn", "nqo", "pbt", "pnb", "prd", "prs", "ps", "pst", "rhg", "rmt", "sam", "scl", "sd",
    "sdh", "shu", "shv", "siy", "skr", "ssh", "syr", "trw", "ug", "ur", "wni", "yi",
];

/// Languages written in another direction than usual in one region.
const REGIONAL: &[(&str, &str, Direction)] = &[
    ("az", "IQ", Direction::Rtl),
    ("az", "IR", Direction::Rtl),
    ("ha", "CM", Direction::Rtl),
    ("ha", "SD", Direction::Rtl),
    ("kk", "AF", Direction::Rtl),
    ("kk", "CN", Direction::Rtl),
    ("kk", "IR", Direction::Rtl),
    ("kk", "MN", Direction::Rtl),
    ("ku", "IQ", Direction::Rtl),
    ("ku", "IR", Direction::Rtl),
    ("ku", "LB", Direction::Rtl),
    ("ky", "CN", Direction::Rtl),
    ("ms", "CC", Direction::Rtl),
    ("pa", "PK", Direction::Rtl),
    ("sd", "IN", Direction::Ltr),
    ("tg", "PK", Direction::Rtl),
    ("ug", "KZ", Direction::Ltr),
    ("ug", "MN", Direction::Ltr),
    ("uz", "AF", Direction::Rtl),
];

/// From left to right, or from right to left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// Left to right, as in English.
    Ltr,
    /// Right to left, as in Arabic.
    Rtl,
}

impl Direction {
    /// The value of the HTML attribute `dir`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

impl std::fmt::Display for Direction {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

/// A named script decides, then the region's habit, then the language.
pub(crate) fn direction_of(locale: &Locale) -> Direction {
    let language = locale.language();
    if let Some(script) = locale.script() {
        return right_to_left(RTL_SCRIPTS.contains(&script));
    }
    let regional = locale.region().and_then(|region| {
        REGIONAL
            .iter()
            .find(|(habit, place, _)| *habit == language && *place == region)
            .map(|habit| habit.2)
    });
    regional.unwrap_or_else(|| right_to_left(RTL_LANGUAGES.binary_search(&language).is_ok()))
}

fn right_to_left(yes: bool) -> Direction {
    if yes { Direction::Rtl } else { Direction::Ltr }
}
