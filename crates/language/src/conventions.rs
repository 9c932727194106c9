//! The conventions by which ICU formats: which region's data, which digits, calendar and clock.
//!
//! One place for what hangs on the region. Keys and values are those of Unicode locale
//! extensions (UTS 35, part 1, section 3.6).

use crate::locale::Locale;

/// Digits of all numbers, dates and times where no region is set: 0 to 9 in every language, as most public Arabic
/// pages write them.
const DIGITS: &str = "latn";

/// Calendar of all dates.
const CALENDAR: &str = "gregory";

/// Clock of all times: from 00:00 to 23:59.
const CLOCK: &str = "h23";

/// The data that English without a region uses: the day stands before the month.
const ENGLISH: &str = "en-GB";

/// The ICU locale by which to format for `locale`; the root of all locales when ICU refuses the tag.
pub(crate) fn icu_locale(locale: Locale) -> icu_locale_core::Locale {
    let tag = if locale.as_str() == "en" {
        ENGLISH
    } else {
        locale.as_str()
    };
    icu_locale_core::Locale::try_from_str(&format!("{tag}-u-ca-{CALENDAR}-hc-{CLOCK}-nu-{DIGITS}"))
        .unwrap_or(icu_locale_core::Locale::UNKNOWN)
}

/// The ICU locale of a region whose own conventions are wanted: its digits and its names of months (`ar-IQ`: ٠ to ٩,
/// كانون الثاني). Calendar and clock are as everywhere.
pub(crate) fn icu_region(region: Locale) -> icu_locale_core::Locale {
    icu_locale_core::Locale::try_from_str(&format!("{region}-u-ca-{CALENDAR}-hc-{CLOCK}"))
        .unwrap_or(icu_locale_core::Locale::UNKNOWN)
}
