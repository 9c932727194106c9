//! Sorting names as the readers of a language expect, and the letters of an index.
//!
//! Source: CLDR, `collation` (root and tailorings), by the Unicode Collation Algorithm (UTS 10).

use std::cmp::Ordering;

use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{Collator, CollatorBorrowed};
use unicode_normalization::UnicodeNormalization;

use crate::conventions::icu_locale;
use crate::locale::Locale;

/// The language whose letters stand in an index without hamza and madda, whatever the collation says.
const ARABIC: &str = "ar";

/// The collation of one locale, looked up once.
#[derive(Debug)]
pub(crate) struct Collation {
    /// Tells letters, accents and case apart.
    full: Option<CollatorBorrowed<'static>>,
    /// Tells letters apart.
    letters: Option<CollatorBorrowed<'static>>,
    plain_letters: bool,
}

impl Collation {
    pub(crate) fn new(locale: Locale) -> Self {
        let icu = icu_locale(locale);
        let mut primary = CollatorOptions::default();
        primary.strength = Some(Strength::Primary);
        Self {
            full: Collator::try_new((&icu).into(), CollatorOptions::default()).ok(),
            letters: Collator::try_new((&icu).into(), primary).ok(),
            plain_letters: locale.language() == ARABIC,
        }
    }

    pub(crate) fn compare(&self, left: &str, right: &str) -> Ordering {
        self.full
            .as_ref()
            .map_or_else(|| left.cmp(right), |collator| collator.compare(left, right))
    }

    pub(crate) fn sort_key(&self, text: &str) -> Vec<u8> {
        let mut key = Vec::with_capacity(text.len() * 2);
        let written = self
            .full
            .as_ref()
            .map(|collator| collator.write_sort_key_to(text, &mut key));
        if written.is_none() {
            key.extend_from_slice(text.as_bytes());
        }
        key
    }

    /// The mark on a letter falls where the language does not count the marked letter as one of its own:
    /// French É stands under E, Swedish Å under Å, Russian Й under Й.
    pub(crate) fn initial(&self, text: &str) -> String {
        let Some(first) = text.nfc().find(|letter| letter.is_alphanumeric()) else {
            return String::new();
        };
        let letter: String = first.to_uppercase().collect();
        match letter.nfd().next() {
            Some(base) if self.same_letter(&letter, base) => base.to_string(),
            _ => letter,
        }
    }

    fn same_letter(&self, letter: &str, base: char) -> bool {
        let mut bytes = [0; 4];
        let base = &*base.encode_utf8(&mut bytes);
        self.plain_letters
            || self
                .letters
                .as_ref()
                .is_some_and(|letters| letters.compare(letter, base).is_eq())
    }
}
