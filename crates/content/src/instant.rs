//! An instant in UTC with milliseconds, as it stands in stores and files.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

/// Milliseconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Instant(pub i64);

/// What could not be read as an instant.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("{0:?} is not an instant: write it as 2022-11-24T09:00:00Z")]
pub struct InstantError(String);

impl Instant {
    /// The earliest instant: before anything that was ever published.
    pub const BEGINNING: Instant = Instant(i64::MIN);
    /// The end of time, for intervals open at the newest end.
    pub const END: Instant = Instant(i64::MAX);

    /// The calendar day in UTC; the epoch's for instants beyond the calendar.
    pub fn date(self) -> Date {
        self.civil().date()
    }

    /// Hour and minute in UTC.
    pub fn hour_minute(self) -> (i8, i8) {
        let time = self.civil().time();
        (time.hour(), time.minute())
    }

    /// Midnight UTC of a day.
    pub fn of_date(date: Date) -> Instant {
        date.to_zoned(TimeZone::UTC)
            .map(|zoned| Instant(zoned.timestamp().as_millisecond()))
            .unwrap_or_default()
    }

    fn civil(self) -> jiff::civil::DateTime {
        let timestamp = Timestamp::from_millisecond(self.0).unwrap_or(Timestamp::UNIX_EPOCH);
        timestamp.to_zoned(TimeZone::UTC).datetime()
    }
}

impl FromStr for Instant {
    type Err = InstantError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let timestamp: Timestamp = text.parse().map_err(|_| InstantError(text.to_owned()))?;
        Ok(Instant(timestamp.as_millisecond()))
    }
}

impl fmt::Display for Instant {
    /// RFC 3339 in UTC; fractions only where there are any.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match Timestamp::from_millisecond(self.0) {
            Ok(timestamp) => write!(f, "{timestamp}"),
            Err(_) => write!(f, "{} ms", self.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_written_as_it_is_read() {
        let instant: Instant = "2022-11-24T09:30:00Z".parse().unwrap();
        assert_eq!(instant.to_string(), "2022-11-24T09:30:00Z");
        assert_eq!(instant.hour_minute(), (9, 30));
        assert_eq!("2022-11-24T12:30:00+03:00".parse::<Instant>().unwrap(), instant);
        assert_eq!(Instant::of_date(instant.date()).to_string(), "2022-11-24T00:00:00Z");
    }

    #[test]
    fn says_what_an_instant_looks_like() {
        let error = "yesterday".parse::<Instant>().unwrap_err();
        assert!(error.to_string().contains("2022-11-24T09:00:00Z"));
    }

    #[test]
    fn the_ends_of_time_can_be_asked_for_their_date() {
        assert_eq!(Instant::END.date(), Instant::BEGINNING.date());
    }
}
