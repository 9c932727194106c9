//! A statement as plain text, to take away: its paragraphs with their numbers, who issued it, when, and where it stands.

use content::card::Standing;
use content::route::plain_path;
use content::{Block, Body, Card, Content, Instant, Subject};

use crate::desk::Desk;
use crate::error::RenderError;
use crate::outcome::{Outcome, Page};
use crate::words::Filling;

const CONTENT_TYPE: &str = "text/plain; charset=utf-8";

pub(crate) fn page(desk: &Desk<'_>, subject: &Subject) -> Result<Outcome, RenderError> {
    let state = desk.world.state(subject, desk.locale)?;
    let (Some(state), Some(card), Some(body)) = (state, desk.card(subject)?, desk.world.body(subject, desk.locale)?)
    else {
        return Ok(Outcome::Absent);
    };
    let Standing::Public { published, .. } = state.standing else {
        return Ok(Outcome::Absent);
    };
    let mut out = String::new();
    head(desk, &card, published, &mut out)?;
    words(&body, &mut out);
    out.push_str(&desk.absolute(&card.path));
    out.push('\n');
    let page = Page::plain(plain_path(&state.path), CONTENT_TYPE, out.into_bytes())
        .with_header("content-language", state.language.as_str())
        .with_header("x-robots-tag", "noindex");
    Ok(Outcome::Page(page))
}

fn head(desk: &Desk<'_>, card: &Card, published: Instant, out: &mut String) -> Result<(), RenderError> {
    out.push_str(&card.title);
    out.push_str("\n\n");
    if !card.dateline.is_empty() {
        out.push_str(&format!("{}, ", card.dateline));
    }
    out.push_str(&desk.released(zone_of(card), published)?);
    out.push('\n');
    let issuers = card.meta.release.as_ref().map_or(&[][..], |release| &release.issued);
    let issuers = desk.cards(issuers)?;
    let names: Vec<String> = issuers.iter().map(|card| card.title.clone()).collect();
    if !names.is_empty() {
        let names = desk.formatter.and_list(&names);
        out.push_str(&desk.text("statement-issued", &[("names", Filling::Text(&names))])?);
        out.push('\n');
    }
    out.push('\n');
    Ok(())
}

fn words(body: &Body, out: &mut String) {
    let mut number = 0;
    for block in &body.blocks {
        let words = words_of(block);
        if words.is_empty() {
            continue;
        }
        if matches!(block.content, Content::Paragraph(_)) {
            number += 1;
            out.push_str(&format!("{number}. "));
        }
        out.push_str(&words);
        out.push_str("\n\n");
    }
}

fn words_of(block: &Block) -> String {
    block.words().trim().to_owned()
}

impl Desk<'_> {
    /// The instant of a release: by the clocks of its place, if it names one, and in UTC.
    pub(crate) fn released(&self, zone: Option<&str>, at: Instant) -> Result<String, RenderError> {
        let utc = jiff::Timestamp::from_millisecond(at.0).map(|at| at.to_zoned(jiff::tz::TimeZone::UTC));
        let Ok(utc) = utc else { return Ok(self.date(at)) };
        let in_utc = self.formatter.date_time(utc.date(), utc.hour(), utc.minute());
        let there = zone.and_then(|zone| Some((zone, content::zone::shown_at(at, zone)?)));
        match there {
            Some((zone, (date, time, offset))) if zone != "UTC" => {
                let minutes = u32::try_from(time.hour()).unwrap_or(0) * 60 + u32::try_from(time.minute()).unwrap_or(0);
                let fillings = [
                    ("date", self.formatter.date(date)),
                    ("time", self.clock(minutes)),
                    ("zone", zone.to_owned()),
                    ("offset", offset),
                    ("utc", in_utc),
                ];
                let fillings: Vec<(&str, Filling<'_>)> = fillings
                    .iter()
                    .map(|(name, words)| (*name, Filling::Text(words)))
                    .collect();
                self.text("statement-released-there", &fillings)
            }
            _ => Ok(in_utc),
        }
    }
}

/// By whose clocks a statement's release is told.
pub(crate) fn zone_of(card: &Card) -> Option<&str> {
    card.meta.release.as_ref()?.zone.as_deref()
}
