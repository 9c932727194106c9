//! Plural forms of whole numbers, as CLDR's tables have them.

#![cfg(test)]

use language::PluralCategory::{Few, Many, One, Other, Two, Zero};
use language::{Locale, PluralCategory, plural_categories, plural_category};

const NUMBERS: [u64; 9] = [0, 1, 2, 3, 11, 85, 100, 102, 103];

fn categories_of(tag: &str, numbers: &[u64]) -> Vec<PluralCategory> {
    let locale = Locale::parse(tag).unwrap();
    numbers.iter().map(|number| plural_category(locale, *number)).collect()
}

#[test]
fn arabic_has_six_forms() {
    assert_eq!(
        categories_of("ar", &NUMBERS),
        [Zero, One, Two, Few, Many, Many, Other, Other, Few]
    );
    assert_eq!(categories_of("ar-IQ", &NUMBERS), categories_of("ar", &NUMBERS));
}

#[test]
fn french_counts_nought_as_one_and_millions_apart() {
    assert_eq!(
        categories_of("fr", &NUMBERS),
        [One, One, Other, Other, Other, Other, Other, Other, Other]
    );
    assert_eq!(categories_of("fr", &[1_000_000, 1_000_001]), [Many, Other]);
}

#[test]
fn english_has_two_forms() {
    assert_eq!(
        categories_of("en", &NUMBERS),
        [Other, One, Other, Other, Other, Other, Other, Other, Other]
    );
}

#[test]
fn a_locale_needs_the_forms_of_whole_numbers_alone() {
    let needs = |tag| plural_categories(Locale::parse(tag).unwrap());
    assert_eq!(needs("ar"), PluralCategory::ALL);
    assert_eq!(needs("fr"), [One, Many, Other]);
    assert_eq!(needs("en"), [One, Other]);
    assert_eq!(needs("ja"), [Other]);
    assert_eq!(needs("ru"), [One, Few, Many], "other is for fractions");
    assert_eq!(needs("cs"), [One, Few, Other], "many is for fractions");
    assert_eq!(needs("cy"), PluralCategory::ALL);
}

#[test]
fn an_unknown_language_has_one_form() {
    assert_eq!(categories_of("xx", &[0, 1, 2]), [Other, Other, Other]);
    assert_eq!(plural_categories(Locale::parse("xx").unwrap()), [Other]);
}

#[test]
fn a_category_is_read_by_its_keyword() {
    for category in PluralCategory::ALL {
        assert_eq!(PluralCategory::parse(category.as_str()), Some(category));
    }
    assert_eq!(PluralCategory::parse("dual"), None);
    assert_eq!(PluralCategory::parse("One"), None);
}
