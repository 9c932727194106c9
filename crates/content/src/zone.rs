//! The clocks of places: the IANA time zone database, as it is built in, so that every machine says the same.

use jiff::civil::{Date, Time};
use jiff::tz::{TimeZone, TimeZoneDatabase};

use crate::instant::Instant;

/// The zone of a name such as `Asia/Dubai`, if there is one.
pub fn find(name: &str) -> Option<TimeZone> {
    TimeZoneDatabase::bundled().get(name).ok()
}

/// The instant at which the clocks of a place show a time of a day; where they show it twice or never, the one that
/// RFC 5545 means: the first, or as if the clocks had not been put forward. None if there is no such zone.
pub fn instant_of(date: Date, time: Time, zone: &str) -> Option<Instant> {
    let zoned = date.to_datetime(time).to_zoned(find(zone)?).ok()?;
    Some(Instant(zoned.timestamp().as_millisecond()))
}

/// The day and time that the clocks of a place show at an instant, with the hours and minutes they are ahead of UTC,
/// written as `+04:00`. None if there is no such zone.
pub fn shown_at(instant: Instant, zone: &str) -> Option<(Date, Time, String)> {
    let timestamp = jiff::Timestamp::from_millisecond(instant.0).ok()?;
    let zoned = timestamp.to_zoned(find(zone)?);
    let minutes = zoned.offset().seconds() / 60;
    let sign = if minutes < 0 { '-' } else { '+' };
    let offset = format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60);
    Some((zoned.date(), zoned.time(), offset))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_are_read_with_their_summer_time() {
        let at = |date: &str, time: &str, zone| instant_of(date.parse().unwrap(), time.parse().unwrap(), zone);
        let utc = |text: &str| Some(text.parse().unwrap());
        assert_eq!(at("2022-11-24", "10:00:00", "Asia/Dubai"), utc("2022-11-24T06:00:00Z"));
        assert_eq!(at("2021-06-28", "10:00:00", "Europe/Rome"), utc("2021-06-28T08:00:00Z"));
        assert_eq!(
            at("2021-12-02", "10:00:00", "Europe/Brussels"),
            utc("2021-12-02T09:00:00Z")
        );
        assert_eq!(at("2021-12-02", "10:00:00", "Dubai"), None);
    }

    #[test]
    fn an_instant_is_told_by_the_clocks_of_a_place() {
        let (date, time, offset) = shown_at("2022-11-24T22:30:00Z".parse().unwrap(), "Asia/Dubai").unwrap();
        assert_eq!(
            (date.to_string(), time.to_string(), offset),
            ("2022-11-25".into(), "02:30:00".into(), "+04:00".into())
        );
    }
}
