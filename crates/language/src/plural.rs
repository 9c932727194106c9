//! Plural forms: which form of a noun stands beside a whole number.
//!
//! Source: CLDR, `supplemental/plurals` (cardinals), by the rules of UTS 35, part 3, section 5.

use std::fmt;

use icu_plurals::{PluralCategory as Icu, PluralRules};

use crate::conventions::icu_locale;
use crate::locale::Locale;

/// Up to here [`plural_categories`] tries every whole number; CLDR's rules look at the last two digits.
const TRIED_ONE_BY_ONE: u64 = 200;

/// The highest power of ten that [`plural_categories`] tries; French has a form of its own for millions.
const HIGHEST_POWER_TRIED: u32 = 9;

/// The six forms that CLDR distinguishes; no language has more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PluralCategory {
    /// As for 0 in Arabic.
    Zero,
    /// As for 1 in English.
    One,
    /// As for 2 in Arabic.
    Two,
    /// As for 3 in Arabic.
    Few,
    /// As for 11 in Arabic, 1,000,000 in French.
    Many,
    /// All the rest; every language has it.
    Other,
}

impl PluralCategory {
    /// All six, in CLDR's order.
    pub const ALL: [Self; 6] = [Self::Zero, Self::One, Self::Two, Self::Few, Self::Many, Self::Other];

    /// CLDR's keyword.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }

    /// The category of a CLDR keyword; none for any other word.
    #[must_use]
    pub fn parse(keyword: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|category| category.as_str() == keyword)
    }
}

impl fmt::Display for PluralCategory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The form that stands beside `number` in `locale`; a language that CLDR does not know has only `Other`.
#[must_use]
pub fn plural_category(locale: Locale, number: u64) -> PluralCategory {
    Plurals::new(locale).category(number)
}

/// The forms that whole numbers need in `locale`, in CLDR's order; forms for fractions alone are left out.
#[must_use]
pub fn plural_categories(locale: Locale) -> Vec<PluralCategory> {
    let plurals = Plurals::new(locale);
    PluralCategory::ALL
        .into_iter()
        .filter(|category| plurals.numbers_in(*category).next().is_some())
        .collect()
}

/// The plural rules of one locale, looked up once.
#[derive(Debug)]
pub(crate) struct Plurals {
    rules: Option<PluralRules>,
}

impl Plurals {
    pub(crate) fn new(locale: Locale) -> Self {
        Self {
            rules: PluralRules::try_new_cardinal(icu_locale(locale).into()).ok(),
        }
    }

    pub(crate) fn category(&self, number: u64) -> PluralCategory {
        match self.rules.as_ref().map(|rules| rules.category_for(number)) {
            Some(Icu::Zero) => PluralCategory::Zero,
            Some(Icu::One) => PluralCategory::One,
            Some(Icu::Two) => PluralCategory::Two,
            Some(Icu::Few) => PluralCategory::Few,
            Some(Icu::Many) => PluralCategory::Many,
            Some(Icu::Other) | None => PluralCategory::Other,
        }
    }

    /// Some whole numbers that take `category`: all small ones, and powers of ten.
    pub(crate) fn numbers_in(&self, category: PluralCategory) -> impl Iterator<Item = u64> {
        let powers = (0..=HIGHEST_POWER_TRIED).map(|power| 10_u64.pow(power));
        (0..=TRIED_ONE_BY_ONE)
            .chain(powers)
            .filter(move |number| self.category(*number) == category)
    }
}
