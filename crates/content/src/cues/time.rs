//! Times of cues: `1:02:03.400` of WebVTT, `01:02:03,400` of SubRip, read alike.

/// The longest recording, in hours.
const HOURS_MAX: u64 = 100;

/// Reads `[hours:]minutes:seconds[.fraction]` as milliseconds.
pub(super) fn parse(text: &str) -> Option<u64> {
    let (clock, fraction) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let mut parts = clock.split(':');
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next());
    let (hours, minutes, seconds) = match third {
        Some(third) => (number(first)?, number(second)?, number(third)?),
        None => (0, number(first)?, number(second)?),
    };
    let millis = number(fraction).filter(|_| fraction.len() <= 3)?;
    let millis = millis * [1, 100, 10, 1].get(fraction.len()).copied()?;
    let is_clock = parts.next().is_none() && hours < HOURS_MAX && minutes < 60 && seconds < 60;
    is_clock.then_some(((hours * 60 + minutes) * 60 + seconds) * 1_000 + millis)
}

/// Writes milliseconds as WebVTT has them, with hours.
pub(super) fn write(millis: u64) -> String {
    let seconds = millis / 1_000;
    format!(
        "{:02}:{:02}:{:02}.{:03}",
        seconds / 3_600,
        seconds / 60 % 60,
        seconds % 60,
        millis % 1_000
    )
}

fn number(digits: &str) -> Option<u64> {
    let is_number = (1..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_both_forms_are_read() {
        for (text, millis) in [
            ("00:00:02.500", 2_500),
            ("01:02,5", 62_500),
            ("1:02:03,04", 3_723_040),
            ("99:59:59.999", 359_999_999),
            ("00:07", 7_000),
        ] {
            assert_eq!(parse(text), Some(millis), "{text}");
            assert_eq!(parse(&write(millis)), Some(millis), "{text}");
        }
    }

    #[test]
    fn what_is_no_time_is_none() {
        for text in [
            "",
            "7",
            ":",
            "::",
            "00:60.000",
            "00:00:61.0",
            "100:00:00.0",
            "00:00.0000",
            "-1:00.0",
            "٠٠:٠١.٠",
            "1:2:3:4",
            "00:00.",
            "00:0x.1",
            "00000:00.0",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
