//! One locale's way to write numbers, dates, lists, and to sort.

use std::cmp::Ordering;

use icu_list::ListFormatter;
use icu_list::options::ListFormatterOptions;
use icu_locale_core::Locale as IcuLocale;
use jiff::civil::Date;

use crate::collation::Collation;
use crate::conventions::{icu_locale, icu_region};
use crate::dates::Dates;
use crate::locale::Locale;
use crate::numbers::Numbers;

/// Between the items of a list where CLDR has no data at all.
const PLAIN_SEPARATOR: &str = ", ";

/// Formats for one locale. Build it once and share it: building looks up all data, formatting none.
///
/// A locale that CLDR does not know is formatted by the root data, never refused. Digits are 0 to 9 unless a region's
/// own are asked for, the calendar is Gregorian and the clock has 24 hours in every locale; `en` without a region
/// writes dates as the United Kingdom does.
#[derive(Debug)]
pub struct Formatter {
    locale: Locale,
    numbers: Numbers,
    dates: Dates,
    list: Option<ListFormatter>,
    collation: Collation,
}

impl Formatter {
    /// Looks up the data of `locale`.
    #[must_use]
    pub fn new(locale: Locale) -> Self {
        Self::with_data(locale, icu_locale(locale))
    }

    /// Looks up the data of `locale`, and writes numbers and dates as `region` does: with its digits and its names of
    /// months.
    #[must_use]
    pub fn as_in(locale: Locale, region: Locale) -> Self {
        Self::with_data(locale, icu_region(region))
    }

    fn with_data(locale: Locale, icu: IcuLocale) -> Self {
        let list = ListFormatter::try_new_and(icu_locale(locale).into(), ListFormatterOptions::default());
        Self {
            locale,
            dates: Dates::new(&icu),
            numbers: Numbers::new(icu),
            list: list.ok(),
            collation: Collation::new(locale),
        }
    }

    /// The locale for which this formats.
    #[must_use]
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// A whole number with its groups: `12,345`; in French with narrow no-break spaces.
    #[must_use]
    pub fn number(&self, number: u64) -> String {
        self.numbers.format(number)
    }

    /// A number of tenths with one decimal place: `1.5` for 15; in French with a comma.
    #[must_use]
    pub fn tenths(&self, tenths: u64) -> String {
        self.numbers.tenths(tenths)
    }

    /// A day in words: `24 November 2022`.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        self.dates.date(date)
    }

    /// A month in words, `month` from 1 to 12: `November 2022`.
    #[must_use]
    pub fn month(&self, year: i16, month: i8) -> String {
        self.dates.month(year, month)
    }

    /// A year: `2022`.
    #[must_use]
    pub fn year(&self, year: i16) -> String {
        self.dates.year(year)
    }

    /// A time of day in UTC: `09:00 UTC`. The hour is from 0 to 23, the minute from 0 to 59.
    #[must_use]
    pub fn time_utc(&self, hour: i8, minute: i8) -> String {
        self.dates.time_utc(hour, minute)
    }

    /// A day and a time of day, both in UTC: `24 November 2022, 09:00 UTC`.
    #[must_use]
    pub fn date_time(&self, date: Date, hour: i8, minute: i8) -> String {
        self.dates.date_time(date, hour, minute)
    }

    /// All items as one list: `Chad, Iraq and Niger`. Source: CLDR, `main/*/listPatterns`.
    #[must_use]
    pub fn and_list(&self, items: &[String]) -> String {
        match &self.list {
            Some(list) => list.format(items.iter()).to_string(),
            None => items.join(PLAIN_SEPARATOR),
        }
    }

    /// Bytes whose order is the order of the texts in this locale; good as long as the program is the same.
    #[must_use]
    pub fn sort_key(&self, text: &str) -> Vec<u8> {
        self.collation.sort_key(text)
    }

    /// The order of two texts in this locale.
    #[must_use]
    pub fn compare(&self, left: &str, right: &str) -> Ordering {
        self.collation.compare(left, right)
    }

    /// The letter or digit under which a text stands in an index: `É` of `État` stands under `E` in French.
    /// The article of Arabic names counts as part of them. Empty when the text has neither.
    #[must_use]
    pub fn initial(&self, text: &str) -> String {
        self.collation.initial(text)
    }
}
