//! Numbers, dates, lists and sorting in the first three languages, and in some that differ from them.

#![cfg(test)]

use jiff::civil::{Date, date};
use language::{Formatter, Locale};

fn formatter(tag: &str) -> Formatter {
    Formatter::new(Locale::parse(tag).unwrap())
}

fn day() -> Date {
    date(2022, 11, 24)
}

#[test]
fn a_formatter_is_shared_by_threads() {
    fn shared<T: Send + Sync>(_: &T) {}
    shared(&formatter("ar"));
}

#[test]
fn a_day_stands_before_its_month() {
    assert_eq!(formatter("en").date(day()), "24 November 2022");
    assert_eq!(formatter("en-GB").date(day()), "24 November 2022");
    assert_eq!(formatter("fr").date(day()), "24 novembre 2022");
    assert_eq!(formatter("ar").date(day()), "24 نوفمبر 2022");
}

#[test]
fn a_region_keeps_its_own_order_and_names() {
    assert_eq!(formatter("en-US").date(day()), "November 24, 2022");
    assert_eq!(formatter("ar-IQ").date(day()), "24 تشرين الثاني 2022");
}

#[test]
fn a_region_that_is_asked_for_brings_its_digits_too() {
    let iraq = Formatter::as_in(Locale::parse("ar").unwrap(), Locale::parse("ar-IQ").unwrap());
    assert_eq!(iraq.date(date(2023, 1, 8)), "٨ كانون الثاني ٢٠٢٣");
    assert_eq!(iraq.number(85), "٨٥");
    assert_eq!(iraq.locale().as_str(), "ar");
    let morocco = Formatter::as_in(Locale::parse("ar").unwrap(), Locale::parse("ar-MA").unwrap());
    assert_eq!(morocco.number(85), "85");
}

#[test]
fn dates_are_gregorian_with_latin_digits_where_that_is_not_the_habit() {
    assert_eq!(formatter("fa").date(day()), "24 نوامبر 2022");
    assert_eq!(formatter("ar-SA").date(day()), "24 نوفمبر 2022");
    assert_eq!(formatter("ar-EG").number(85), "85");
    assert!(formatter("th").date(day()).contains("2022"));
}

#[test]
fn a_month_and_a_year_stand_alone() {
    assert_eq!(formatter("en").month(2022, 11), "November 2022");
    assert_eq!(formatter("fr").month(2022, 11), "novembre 2022");
    assert_eq!(formatter("ar").month(2022, 11), "نوفمبر 2022");
    for tag in ["en", "fr", "ar"] {
        assert_eq!(formatter(tag).year(2022), "2022");
    }
}

#[test]
fn a_time_names_its_zone() {
    for tag in ["en", "fr", "ar"] {
        assert_eq!(formatter(tag).time_utc(9, 0), "09:00 UTC");
        assert_eq!(formatter(tag).time_utc(21, 5), "21:05 UTC");
    }
    assert_eq!(formatter("en").date_time(day(), 9, 0), "24 November 2022, 09:00 UTC");
    assert_eq!(formatter("fr").date_time(day(), 9, 0), "24 novembre 2022, 09:00 UTC");
    assert_eq!(formatter("ar").date_time(day(), 9, 0), "24 نوفمبر 2022، 09:00 UTC");
}

#[test]
fn what_is_no_month_or_time_is_written_in_figures() {
    assert_eq!(formatter("fr").month(2022, 13), "2022-13");
    assert_eq!(formatter("fr").time_utc(24, -1), "24:-1 UTC");
}

#[test]
fn every_day_that_a_date_can_hold_is_formatted() {
    for tag in ["en", "fr", "ar", "xx"] {
        for edge in [Date::MIN, Date::ZERO, Date::MAX, date(1, 1, 1)] {
            assert!(!formatter(tag).date(edge).is_empty());
            assert!(!formatter(tag).month(edge.year(), edge.month()).is_empty());
        }
    }
}

#[test]
fn thousands_are_grouped_as_the_language_does() {
    assert_eq!(formatter("en").number(1_234_567), "1,234,567");
    assert_eq!(formatter("fr").number(1_234_567), "1\u{202f}234\u{202f}567");
    assert_eq!(formatter("ar").number(1_234_567), "1,234,567");
    assert_eq!(formatter("es").number(1_234), "1234");
    assert_eq!(formatter("en").number(u64::MAX), "18,446,744,073,709,551,615");
}

#[test]
fn a_list_ends_with_and() {
    let names = |list: &[&str]| list.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        formatter("en").and_list(&names(&["Chad", "Iraq", "Niger"])),
        "Chad, Iraq and Niger"
    );
    assert_eq!(
        formatter("fr").and_list(&names(&["Irak", "Niger", "Tchad"])),
        "Irak, Niger et Tchad"
    );
    assert_eq!(
        formatter("ar").and_list(&names(&["تشاد", "العراق", "النيجر"])),
        "تشاد والعراق والنيجر"
    );
    assert_eq!(formatter("fr").and_list(&names(&["Irak"])), "Irak");
    assert_eq!(formatter("fr").and_list(&[]), "");
}

#[test]
fn names_sort_by_letters_before_accents() {
    let french = formatter("fr");
    let mut names = ["Zambie", "Égypte", "États-Unis", "Espagne", "Émirats", "Danemark"];
    names.sort_by(|left, right| french.compare(left, right));
    assert_eq!(
        names,
        ["Danemark", "Égypte", "Émirats", "Espagne", "États-Unis", "Zambie"]
    );
    let mut swedish = ["Österrike", "Åland", "Zambia", "Oman"];
    swedish.sort_by(|left, right| formatter("sv").compare(left, right));
    assert_eq!(swedish, ["Oman", "Zambia", "Åland", "Österrike"]);
}

#[test]
fn sort_keys_order_as_comparison_does() {
    let names = [
        "Égypte",
        "Egypte",
        "egypte",
        "Émirats",
        "العراق",
        "إيطاليا",
        "ايطاليا",
        "أستراليا",
        "",
        "Åland",
    ];
    for tag in ["fr", "ar", "sv"] {
        let formatter = formatter(tag);
        for left in names {
            for right in names {
                let by_key = formatter.sort_key(left).cmp(&formatter.sort_key(right));
                assert_eq!(by_key, formatter.compare(left, right), "{left} and {right} in {tag}");
            }
        }
    }
}

#[test]
fn an_index_has_the_letters_of_its_language() {
    let letters = |tag, names: &[&str]| {
        names
            .iter()
            .map(|name| formatter(tag).initial(name))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        letters("fr", &["Égypte", "espagne", "« Çà »", "2e Sommet"]),
        ["E", "E", "C", "2"]
    );
    assert_eq!(letters("sv", &["Åland", "Égypte"]), ["Å", "E"]);
    assert_eq!(letters("ru", &["Йемен", "Ирак"]), ["Й", "И"]);
    assert_eq!(
        letters("ar", &["أستراليا", "إيطاليا", "آيسلندا", "العراق", "تشاد"]),
        ["ا", "ا", "ا", "ا", "ت"]
    );
    assert_eq!(letters("en", &["", "…", "🇮🇶"]), ["", "", ""]);
}

#[test]
fn the_words_of_other_languages_come_from_cldr() {
    assert_eq!(formatter("de").date(day()), "24. November 2022");
    assert_eq!(formatter("ru").date(day()), "24 ноября 2022\u{202f}г.");
    assert_eq!(formatter("ja").year(2022), "2022年");
    assert_eq!(formatter("he").month(2022, 11), "נובמבר 2022");
}

#[test]
fn tenths_have_the_mark_of_their_language() {
    assert_eq!(formatter("en").tenths(123), "12.3");
    assert_eq!(formatter("en").tenths(10), "1.0");
    assert_eq!(formatter("fr").tenths(12_345), "1\u{202f}234,5");
    let iraq = Formatter::as_in(Locale::parse("ar").unwrap(), Locale::parse("ar-IQ").unwrap());
    assert_eq!(iraq.tenths(15), "١٫٥");
}
