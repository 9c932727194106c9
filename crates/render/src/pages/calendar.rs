//! A meeting for calendars (iCalendar, RFC 5545): whole days, or hours in UTC where they are known.

use content::Subject;
use content::card::Standing;
use content::meta::Meeting;
use content::route::calendar_path;
use content::{Card, Instant, zone};
use jiff::civil::Date;

use crate::desk::Desk;
use crate::error::RenderError;
use crate::outcome::{Outcome, Page};

/// The most octets of a line, without its end (section 3.1).
const LINE_MAX: usize = 75;

const CONTENT_TYPE: &str = "text/calendar; charset=utf-8";

pub(crate) fn page(desk: &Desk<'_>, subject: &Subject) -> Result<Outcome, RenderError> {
    let state = desk.world.state(subject, desk.locale)?;
    let (Some(state), Some(card)) = (state, desk.card(subject)?) else {
        return Ok(Outcome::Absent);
    };
    let (Standing::Public { updated, .. }, Some(meeting)) = (&state.standing, &card.meta.meeting) else {
        return Ok(Outcome::Absent);
    };
    let mut lines = Lines::default();
    lines.add("BEGIN", "VCALENDAR");
    lines.add("VERSION", "2.0");
    lines.add("PRODID", "-//Plenary//Plenary//EN");
    event(desk, &card, meeting, *updated, &mut lines);
    lines.add("END", "VCALENDAR");
    let page = Page::plain(calendar_path(&state.path), CONTENT_TYPE, lines.0.into_bytes());
    Ok(Outcome::Page(page.with_header("x-robots-tag", "noindex")))
}

fn event(desk: &Desk<'_>, card: &Card, meeting: &Meeting, updated: Instant, lines: &mut Lines) {
    let host = desk.site.base.split("//").last().unwrap_or_default();
    lines.add("BEGIN", "VEVENT");
    // The same event in every language: a calendar that takes two keeps one.
    lines.add("UID", &format!("{}@{host}", card.subject.as_str().replace('/', "-")));
    lines.add("DTSTAMP", &utc(updated));
    let hours = meeting.hours.as_ref().and_then(|hours| {
        let from = zone::instant_of(meeting.from, hours.opens, &hours.zone)?;
        let until = zone::instant_of(meeting.last_day(), hours.closes, &hours.zone)?;
        Some((from, until)).filter(|(from, until)| from < until)
    });
    match hours {
        Some((from, until)) => {
            lines.add("DTSTART", &utc(from));
            lines.add("DTEND", &utc(until));
        }
        None => {
            // The end of whole days is the day after the last (section 3.6.1).
            let after = meeting.last_day().tomorrow().unwrap_or(meeting.last_day());
            lines.add("DTSTART;VALUE=DATE", &day(meeting.from));
            lines.add("DTEND;VALUE=DATE", &day(after));
        }
    }
    let language = format!(";LANGUAGE={}", card.language);
    lines.add(&format!("SUMMARY{language}"), &text(&card.title));
    if !card.summary.is_empty() {
        lines.add(&format!("DESCRIPTION{language}"), &text(&card.summary));
    }
    if !card.dateline.is_empty() {
        lines.add(&format!("LOCATION{language}"), &text(&card.dateline));
    }
    lines.add("URL", &desk.absolute(&card.path));
    lines.add("END", "VEVENT");
}

fn utc(instant: Instant) -> String {
    // `2022-11-24T06:00:00Z` or with fractions of a second, which calendars do not know.
    let whole = instant.to_string();
    let whole = whole.split(['.', 'Z']).next().unwrap_or_default();
    format!("{}Z", whole.replace(['-', ':'], ""))
}

fn day(date: Date) -> String {
    date.to_string().replace('-', "")
}

/// Text with what has a meaning escaped (section 3.3.11).
fn text(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

/// Lines of a calendar, folded where they are long.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn add(&mut self, name: &str, value: &str) {
        let mut room = LINE_MAX;
        for letter in name.chars().chain([':']).chain(value.chars()) {
            if letter.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LINE_MAX - 1;
            }
            self.0.push(letter);
            room -= letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_between_letters() {
        let mut lines = Lines::default();
        lines.add("SUMMARY", &"اجتماع ".repeat(20));
        assert!(lines.0.split("\r\n").all(|line| line.len() <= LINE_MAX));
        assert_eq!(
            lines.0.replace("\r\n ", ""),
            format!("SUMMARY:{}\r\n", "اجتماع ".repeat(20))
        );
    }

    #[test]
    fn words_cannot_end_their_line() {
        assert_eq!(text("a;b,c\\d\ne\rf"), "a\\;b\\,c\\\\d\\nef");
        assert_eq!(utc("2022-11-24T06:00:00.5Z".parse().unwrap()), "20221124T060000Z");
    }
}
