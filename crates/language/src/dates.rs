//! Dates and times in words, by the Gregorian calendar.
//!
//! Source: CLDR, `main/*/dates` (Gregorian month names, patterns of available formats, the pattern that
//! joins date and time), by the semantic skeletons of UTS 35, part 4.

use icu_calendar::{Date as IcuDate, Gregorian};
use icu_datetime::fieldsets::{T, Y, YM, YMD};
use icu_datetime::input::{DateTime, Time};
use icu_datetime::options::YearStyle;
use icu_datetime::{FixedCalendarDateTimeFormatter, NoCalendarFormatter};
use icu_locale_core::Locale as IcuLocale;
use jiff::civil::Date;

/// The name of the time zone in which all times are given; the same in every language.
const TIME_ZONE: &str = "UTC";

/// Between date and time where CLDR's own joint cannot be told.
const PLAIN_JOINT: &str = " ";

type Calendar<Fields> = FixedCalendarDateTimeFormatter<Gregorian, Fields>;

/// The date formats of one locale, looked up once; what ICU cannot format stands as in ISO 8601.
#[derive(Debug)]
pub(crate) struct Dates {
    day: Option<Calendar<YMD>>,
    month: Option<Calendar<YM>>,
    year: Option<Calendar<Y>>,
    time: Option<NoCalendarFormatter<T>>,
    joint: String,
}

impl Dates {
    pub(crate) fn new(icu: &IcuLocale) -> Self {
        let fields = (
            YMD::long().with_year_style(YearStyle::NoEra),
            YM::long().with_year_style(YearStyle::NoEra),
            Y::long().with_year_style(YearStyle::NoEra),
        );
        Self {
            day: Calendar::try_new(icu.into(), fields.0).ok(),
            month: Calendar::try_new(icu.into(), fields.1).ok(),
            year: Calendar::try_new(icu.into(), fields.2).ok(),
            time: NoCalendarFormatter::try_new(icu.into(), T::hm()).ok(),
            joint: joint(icu).unwrap_or_else(|| PLAIN_JOINT.to_owned()),
        }
    }

    pub(crate) fn date(&self, date: Date) -> String {
        match (&self.day, gregorian(date.year(), date.month(), date.day())) {
            (Some(format), Some(day)) => format.format(&day).to_string(),
            _ => date.to_string(),
        }
    }

    pub(crate) fn month(&self, year: i16, month: i8) -> String {
        match (&self.month, gregorian(year, month, 1)) {
            (Some(format), Some(first)) => format.format(&first).to_string(),
            _ => format!("{year:04}-{month:02}"),
        }
    }

    pub(crate) fn year(&self, year: i16) -> String {
        match (&self.year, gregorian(year, 1, 1)) {
            (Some(format), Some(first)) => format.format(&first).to_string(),
            _ => format!("{year:04}"),
        }
    }

    pub(crate) fn time_utc(&self, hour: i8, minute: i8) -> String {
        match (&self.time, clock(hour, minute)) {
            (Some(format), Some(time)) => format!("{} {TIME_ZONE}", format.format(&time)),
            _ => format!("{hour:02}:{minute:02} {TIME_ZONE}"),
        }
    }

    pub(crate) fn date_time(&self, date: Date, hour: i8, minute: i8) -> String {
        let mut text = self.date(date);
        text.push_str(&self.joint);
        text.push_str(&self.time_utc(hour, minute));
        text
    }
}

/// What stands between date and time. With a long date ICU takes the sentence form ("at", "à", "في"),
/// which does not suit a dateline; the form of the medium date ("24 Nov 2022, 09:00") does, so the joint is
/// cut out of a sample of it.
fn joint(icu: &IcuLocale) -> Option<String> {
    let sample = DateTime {
        date: gregorian(2022, 11, 24)?,
        time: clock(10, 30)?,
    };
    let fields = YMD::medium().with_time_hm();
    let whole = Calendar::try_new(icu.into(), fields).ok()?.format(&sample).to_string();
    let date = Calendar::try_new(icu.into(), YMD::medium())
        .ok()?
        .format(&sample.date)
        .to_string();
    let time = NoCalendarFormatter::try_new(icu.into(), T::hm())
        .ok()?
        .format(&sample.time)
        .to_string();
    whole.strip_prefix(&date)?.strip_suffix(&time).map(str::to_owned)
}

fn gregorian(year: i16, month: i8, day: i8) -> Option<IcuDate<Gregorian>> {
    IcuDate::try_new_gregorian(year.into(), u8::try_from(month).ok()?, u8::try_from(day).ok()?).ok()
}

fn clock(hour: i8, minute: i8) -> Option<Time> {
    Time::try_new(u8::try_from(hour).ok()?, u8::try_from(minute).ok()?, 0, 0).ok()
}
