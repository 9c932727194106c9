//! What is said in a recording, as readable paragraphs under its chapters, each with the way to its place.

use std::collections::BTreeMap;

use content::body::Chapter;
use content::cues::{Paragraph, paragraphs};
use content::media::Media;
use content::route::encode_path;
use content::{Body, Card, Content, Subject};
use language::Locale;
use minijinja::value::Value;

use crate::desk::Desk;
use crate::error::RenderError;
use crate::players::{media_of, stem};
use crate::scope::Scope;
use crate::words::Filling;

/// The transcript that suits the page: in its language, or in that which is spoken, or in any. The first of the files are
/// words, the others what they tell of; times lead into that of the same language, if there is one.
pub(crate) fn transcript(
    desk: &Desk<'_>,
    card: &Card,
    body: &Body,
    [words, recordings]: [&BTreeMap<Locale, Subject>; 2],
    spoken: Option<Locale>,
) -> Result<Option<Value>, RenderError> {
    let files = desk.at_hand(words)?;
    let Some((language, chosen)) = desk.suiting(&files, spoken.unwrap_or(card.language)) else {
        return Ok(None);
    };
    let Some(media) = media_of(chosen) else { return Ok(None) };
    let recordings = desk.at_hand(recordings)?;
    let timed = recordings
        .iter()
        .find(|(other, _)| other == language)
        .or(recordings.first().filter(|_| recordings.len() == 1));
    let source = timed.and_then(|(_, card)| {
        let media = media_of(card)?;
        Some(encode_path(&media.path(media.file()?)))
    });
    // Chapters tell the times of the recording that the page plays.
    let chapters = match Some(*language) == spoken || recordings.len() < 2 {
        true => chapters(body),
        false => Vec::new(),
    };
    let notice = match *language == desk.locale {
        true => None,
        false => Some(desk.text(
            "player-transcript-in",
            &[("language", Filling::Text(language.native_name()))],
        )?),
    };
    let others = files
        .iter()
        .filter(|(other, _)| other != language)
        .filter_map(|(other, card)| {
            let other = *other;
            let link = plain(media_of(card)?)?;
            let view = link
                .with("title", other.native_name())
                .with("code", other.as_str())
                .with_html("attributes", desk.attributes(other));
            Some(view.into_value())
        });
    let scope = Scope::new()
        .with_html("attributes", desk.attributes(*language))
        .with("notice", notice)
        .with("plain", plain(media).map(Scope::into_value))
        .with_all("others", others.collect())
        .with_all("sections", sections(desk, media, &chapters, card, source.as_deref())?);
    Ok(Some(scope.into_value()))
}

/// The address of the words as plain text, and what the file is called where it is kept.
fn plain(media: &Media) -> Option<Scope> {
    let file = media.file()?;
    Some(
        Scope::new()
            .with("href", encode_path(&media.path(file)))
            .with("name", format!("{}.{}", stem(media), file.ending)),
    )
}

/// The chapters of a body in the order of their times.
fn chapters(body: &Body) -> Vec<&Chapter> {
    let all = body.blocks.iter().filter_map(|block| match &block.content {
        Content::Chapters(chapters) => Some(chapters),
        _ => None,
    });
    let mut chapters: Vec<&Chapter> = all.flatten().collect();
    chapters.sort_by_key(|chapter| chapter.at);
    chapters
}

fn sections(
    desk: &Desk<'_>,
    media: &Media,
    chapters: &[&Chapter],
    card: &Card,
    source: Option<&str>,
) -> Result<Vec<Value>, RenderError> {
    let breaks: Vec<u64> = chapters.iter().map(|chapter| u64::from(chapter.at) * 1_000).collect();
    let paragraphs = paragraphs(&media.cues, &breaks);
    let chapter_of = |paragraph: &Paragraph| {
        let from = paragraph.from.unwrap_or(0);
        breaks.partition_point(|at| *at <= from).checked_sub(1)
    };
    let sections = paragraphs.chunk_by(|one, other| chapter_of(one) == chapter_of(other));
    let views = sections.map(|section| {
        let chapter = section.first().and_then(chapter_of).and_then(|at| chapters.get(at));
        let title = chapter.map_or(String::new(), |chapter| crate::body::plain_words(&chapter.title));
        let mut speaker = "";
        let mut views = Vec::with_capacity(section.len());
        for paragraph in section {
            let is_other = paragraph.speaker != speaker;
            speaker = &paragraph.speaker;
            views.push(view(desk, paragraph, is_other, source)?);
        }
        Ok(Scope::new()
            .with("title", title)
            .with_html("attributes", desk.attributes(card.language))
            .with_all("paragraphs", views)
            .into_value())
    });
    views.collect()
}

fn view(desk: &Desk<'_>, paragraph: &Paragraph, is_other: bool, source: Option<&str>) -> Result<Value, RenderError> {
    let scope = Scope::new().with("words", paragraph.words.as_str());
    let scope = match paragraph.from {
        Some(from) => {
            let seconds = u32::try_from(from / 1_000).unwrap_or(u32::MAX);
            scope
                .with("clock", desk.clock(seconds))
                .with("href", source.map(|source| format!("{source}#t={seconds}")))
        }
        None => scope,
    };
    Ok(match is_other && !paragraph.speaker.is_empty() {
        true => scope
            .with(
                "speaker",
                desk.text("player-speaker", &[("name", Filling::Text(&paragraph.speaker))])?,
            )
            .into_value(),
        false => scope.into_value(),
    })
}
