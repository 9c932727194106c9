//! What differs between two public versions of a text, word by word. It reads nothing but these two and the text's address,
//! so that a later correction leaves it alone.

use content::Subject;
use content::difference::{Change, Part, Piece, Place, Run, Words, differences};
use content::route::{difference_path, encode_path, history_path};
use minijinja::value::Value;

use crate::desk::Desk;
use crate::error::RenderError;
use crate::frame::{Frame, section_name};
use crate::html::{escape_into, language_attributes};
use crate::outcome::Outcome;
use crate::pages::history::version_scope;
use crate::scope::Scope;
use crate::words::Filling;

pub(crate) fn page(desk: &Desk<'_>, subject: &Subject, pair: (usize, usize)) -> Result<Outcome, RenderError> {
    let own = desk.world.address(subject, desk.locale)?;
    let Some(own) = own.filter(|own| own.language == desk.locale && pair.0 < pair.1) else {
        return Ok(Outcome::Absent);
    };
    let version = |number: usize| desk.world.version(subject, desk.locale, number);
    let (Some((older, before)), Some((newer, after))) = (version(pair.0)?, version(pair.1)?) else {
        return Ok(Outcome::Absent);
    };
    let (Some(old), Some(new)) = (&older.lines, &newer.lines) else {
        return Ok(Outcome::Absent);
    };
    let words = |lines, body| Words { lines, body };
    let parts = differences(words(old, &before), words(new, &after));
    let number = |number: usize| desk.formatter.number(u64::try_from(number).unwrap_or(u64::MAX));
    let (first, second) = (number(pair.0), number(pair.1));
    let fillings = [("older", Filling::Text(&first)), ("newer", Filling::Text(&second))];
    let heading = desk.text("history-difference", &fillings)?;
    let title = desk.text(
        "history-difference-of",
        &[
            ("title", Filling::Text(&new.title)),
            ("older", Filling::Text(&first)),
            ("newer", Filling::Text(&second)),
        ],
    )?;
    let mut versions = desk.entry_versions(subject, &own)?;
    let path = difference_path(&own.path, pair.0, pair.1);
    for version in versions.iter_mut() {
        version.translated = version.locale == desk.locale;
        if version.translated {
            version.path.clone_from(&path);
        }
    }
    let mut frame = Frame::new(path, section_name(subject.noun()), title, versions);
    frame.unlisted = true;
    let scope = Scope::new()
        .with("title", heading)
        .with("href", encode_path(&own.path))
        .with("name", new.title.as_str())
        .with("all", encode_path(&history_path(&own.path)))
        .with("older", version_scope(desk, &older)?.into_value())
        .with("newer", version_scope(desk, &newer)?.into_value())
        .with("same", parts.iter().all(Part::is_same))
        .with_all("parts", views(desk, &parts)?);
    desk.page(frame, "difference.html", ("difference", scope.into_value()))
}

/// The parts that differ; of the others only how many there are.
fn views(desk: &Desk<'_>, parts: &[Part]) -> Result<Vec<Value>, RenderError> {
    let mut views = Vec::new();
    let is_body = |part: &Part| matches!(part.place, Place::Block(_));
    let mut in_body = false;
    for stretch in parts.chunk_by(|one, other| one.is_same() == other.is_same() && is_body(one) == is_body(other)) {
        let (same, body) = (stretch.iter().all(Part::is_same), stretch.iter().all(is_body));
        if body && !in_body && !parts.iter().filter(|part| is_body(part)).all(Part::is_same) {
            in_body = true;
            views.push(
                Scope::new()
                    .with("heading", desk.text("history-text", &[])?)
                    .into_value(),
            );
        }
        if same && in_body {
            let count = u64::try_from(stretch.len()).unwrap_or(u64::MAX);
            let words = desk.text("history-unchanged", &[("count", Filling::Number(count))])?;
            views.push(Scope::new().with("skipped", words).into_value());
        } else if !same {
            for part in stretch {
                views.extend(line_heading(desk, part.place)?);
                views.push(view(desk, part)?);
            }
        }
    }
    Ok(views)
}

fn line_heading(desk: &Desk<'_>, place: Place) -> Result<Option<Value>, RenderError> {
    let key = match place {
        Place::Title => "history-title",
        Place::Official => "history-official",
        Place::Dateline => "history-dateline",
        Place::Summary => "history-summary",
        Place::Footnote => "history-footnote",
        Place::Block(_) => return Ok(None),
    };
    Ok(Some(Scope::new().with("heading", desk.text(key, &[])?).into_value()))
}

fn view(desk: &Desk<'_>, part: &Part) -> Result<Value, RenderError> {
    let is_heading = matches!(part.place, Place::Title | Place::Block(true));
    Ok(Scope::new()
        .with("strong", is_heading)
        .with_html("html", markup(desk, &part.runs)?)
        .into_value())
}

/// Removed and inserted words in their elements, each with words for those who see neither line nor colour.
fn markup(desk: &Desk<'_>, runs: &[Run]) -> Result<String, RenderError> {
    let mut out = String::new();
    for runs in runs.chunk_by(|one, other| one.change == other.change) {
        let (element, key) = match runs.first().map(|run| run.change) {
            Some(Change::Removed) => ("del", "history-removed"),
            Some(Change::Inserted) => ("ins", "history-inserted"),
            _ => {
                runs.iter().try_for_each(|run| words(desk, run, &mut out))?;
                continue;
            }
        };
        let unseen = desk.say(key, &[])?.into_html();
        out.push_str(&format!("<{element}><span class=\"unseen\">[{unseen} </span>"));
        runs.iter().try_for_each(|run| words(desk, run, &mut out))?;
        out.push_str(&format!("<span class=\"unseen\">]</span></{element}>"));
    }
    Ok(out)
}

fn words(desk: &Desk<'_>, run: &Run, out: &mut String) -> Result<(), RenderError> {
    let language = run.language.unwrap_or(desk.locale);
    let attributes = language_attributes(language, desk.locale);
    if !attributes.is_empty() {
        out.push_str(&format!("<span{attributes}>"));
    }
    match &run.piece {
        Piece::Fact(fact) => out.push_str(&desk.fact(fact, language)?),
        Piece::Words(words) => {
            for (number, line) in words.split('\n').enumerate() {
                if number > 0 {
                    out.push_str("<br>");
                }
                escape_into(line, out);
            }
        }
    }
    if !attributes.is_empty() {
        out.push_str("</span>");
    }
    Ok(())
}
