//! What a text said before: the notice under its title, and the list of its public versions. See
//! `docs/decisions/corrections.md`.

use content::card::{Standing, State};
use content::past::{Kind, Lack, Past, Version};
use content::route::{difference_path, encode_path, history_path};
use content::{Card, Subject};
use minijinja::value::Value;
use std::sync::Arc;

use crate::desk::Desk;
use crate::error::RenderError;
use crate::frame::{self, Frame, section_name, section_path};
use crate::html::{escaped, language_attributes};
use crate::outcome::Outcome;
use crate::scope::Scope;
use crate::words::Filling;

pub(crate) fn page(desk: &Desk<'_>, subject: &Subject) -> Result<Outcome, RenderError> {
    let Some(Shown { card, past }) = shown(desk, subject)? else {
        return Ok(Outcome::Absent);
    };
    let title = desk.text("history-page", &[("title", Filling::Text(&card.title))])?;
    let frame = frame(desk, &card, history_path(&card.path), title.clone())?;
    let views = past
        .versions
        .iter()
        .rev()
        .map(|version| view(desk, &card, &past, version));
    let scope = Scope::new()
        .with("title", title)
        .with("href", encode_path(&card.path))
        .with("name", card.title.as_str())
        .with("all_compared", past.compared().len() == past.versions.len())
        .with_all("versions", views.collect::<Result<_, RenderError>>()?);
    desk.page(frame, "history.html", ("history", scope.into_value()))
}

/// A public text of the page's own language that has a history.
struct Shown {
    card: Arc<Card>,
    past: Past,
}

/// The text of a subject in the desk's locale, if it is in that language and has a history.
fn shown(desk: &Desk<'_>, subject: &Subject) -> Result<Option<Shown>, RenderError> {
    let Some(State {
        language,
        standing: Standing::Public { past, .. },
        ..
    }) = desk.world.state(subject, desk.locale)?
    else {
        return Ok(None);
    };
    if language != desk.locale || !past.has_pages() {
        return Ok(None);
    }
    let card = desk.card(subject)?;
    Ok(card.map(|card| Shown { card, past }))
}

/// The frame of the page: not for search engines; whoever reads another language is led to the history
/// of the text there, or to the text, or to its section.
fn frame(desk: &Desk<'_>, card: &Card, path: String, title: String) -> Result<Frame, RenderError> {
    let mut versions = Vec::new();
    for locale in &desk.site.site.locales {
        let is_own = *locale == desk.locale;
        let there = if is_own {
            None
        } else {
            desk.world.state(&card.subject, *locale)?
        };
        let there = match there {
            _ if is_own => path.clone(),
            Some(State {
                path,
                language,
                standing: Standing::Public { past, .. },
            }) => match language == *locale && past.has_pages() {
                true => history_path(&path),
                false => path,
            },
            _ => section_path(card.subject.noun(), *locale),
        };
        versions.push(frame::Version {
            locale: *locale,
            path: there,
            translated: is_own,
        });
    }
    let mut frame = Frame::new(path, section_name(card.subject.noun()), title, versions);
    frame.unlisted = true;
    Ok(frame)
}

fn view(desk: &Desk<'_>, card: &Card, past: &Past, version: &Version) -> Result<Value, RenderError> {
    let compared = past.pairs().into_iter().filter(|(_, newer)| *newer == version.number);
    let links = compared.rev().map(|(older, newer)| {
        let number = desk.formatter.number(u64::try_from(older).unwrap_or(u64::MAX));
        let words = desk.text("history-since", &[("number", Filling::Text(&number))])?;
        let href = encode_path(&difference_path(&card.path, older, newer));
        Ok(Scope::new().with("href", href).with("title", words).into_value())
    });
    let kind = match version.kind {
        Kind::First => "history-first",
        Kind::Corrected => "history-was-corrected",
        Kind::Updated => "history-was-updated",
        Kind::Minor => "history-was-minor",
    };
    Ok(version_scope(desk, version)?
        .with("kind", desk.text(kind, &[])?)
        .with_all("links", links.collect::<Result<_, RenderError>>()?)
        .into_value())
}

/// Number, instant and note of a version.
pub(crate) fn version_scope(desk: &Desk<'_>, version: &Version) -> Result<Scope, RenderError> {
    let number = desk.formatter.number(u64::try_from(version.number).unwrap_or(u64::MAX));
    Ok(Scope::new()
        .with(
            "title",
            desk.text("history-version", &[("number", Filling::Text(&number))])?,
        )
        .with("since", desk.released(version.zone.as_deref(), version.from)?)
        .with("datetime", version.from.to_string())
        .with("note", version.note.as_str()))
}

/// What stands under the title of a text that was changed, or whose source was.
pub(crate) fn past_view(desk: &Desk<'_>, card: &Card, past: &Past) -> Result<Value, RenderError> {
    let mut scope = Scope::new();
    if let Some(version) = past.told() {
        scope = scope.with_html("told", told(desk, card, version)?);
    }
    if let Some(href) = history_address(desk, card, past)? {
        scope = scope
            .with("href", encode_path(&href))
            .with("all", desk.text("history-all", &[])?);
    }
    if let Some(lack) = &past.lacks {
        scope = scope.with_html("lacks", lacks(desk, &card.subject, lack)?);
    }
    Ok(scope.into_value())
}

fn told(desk: &Desk<'_>, card: &Card, version: &Version) -> Result<String, RenderError> {
    let date = time(desk, version.from);
    let note = format!(
        "<span{}>{}</span>",
        desk.attributes(card.language),
        escaped(&version.note)
    );
    let said = match version.kind {
        Kind::Corrected => desk.say(
            "history-corrected",
            &[("date", Filling::Html(&date)), ("note", Filling::Html(&note))],
        )?,
        _ => desk.say("history-updated", &[("date", Filling::Html(&date))])?,
    };
    Ok(said.into_html())
}

/// A text has its history in its own language only.
fn history_address(desk: &Desk<'_>, card: &Card, past: &Past) -> Result<Option<String>, RenderError> {
    if !past.has_pages() {
        return Ok(None);
    }
    if card.language == desk.locale {
        return Ok(Some(history_path(&card.path)));
    }
    let there = desk.world.address(&card.subject, card.language)?;
    Ok(there
        .filter(|there| there.language == card.language)
        .map(|there| history_path(&there.path)))
}

fn lacks(desk: &Desk<'_>, subject: &Subject, lack: &Lack) -> Result<String, RenderError> {
    let date = time(desk, lack.at);
    let (name, attributes) = (
        escaped(lack.source.native_name()),
        language_attributes(lack.source, desk.locale),
    );
    let language = match desk.world.address(subject, lack.source)? {
        Some(there) => {
            let href = encode_path(&there.path);
            format!("<a href=\"{href}\" hreflang=\"{}\"{attributes}>{name}</a>", lack.source)
        }
        None => format!("<bdi{attributes}>{name}</bdi>"),
    };
    let key = if lack.noted {
        "history-lacks-correction"
    } else {
        "history-lacks-update"
    };
    let fillings = [("date", Filling::Html(&date)), ("language", Filling::Html(&language))];
    Ok(desk.say(key, &fillings)?.into_html())
}

fn time(desk: &Desk<'_>, at: content::Instant) -> String {
    format!("<time datetime=\"{at}\">{}</time>", escaped(&desk.date(at)))
}
