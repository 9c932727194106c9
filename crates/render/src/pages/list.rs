//! Lists of entries, page by page: the open front, and chunks whose addresses stay.

use content::list::{List, Position};
use content::route::{encode_path, list_path};
use content::{Card, Instant, Noun};
use jiff::civil::Date;
use language::Locale;
use minijinja::value::Value;
use std::sync::Arc;

use crate::desk::Desk;
use crate::error::RenderError;
use crate::frame::{Frame, Version, section_path};
use crate::html;
use crate::outcome::Outcome;
use crate::scope::Scope;
use crate::words::{Filling, Said};
use crate::world::{Range, Window};

pub(crate) fn page(desk: &Desk<'_>, list: &List, chunk: Option<Position>) -> Result<Outcome, RenderError> {
    let Some((range, frame)) = paged(desk, list, chunk)? else {
        return Ok(Outcome::Absent);
    };
    let cards = desk.cards(range.items.iter().map(|item| &item.subject))?;
    let scope = heading(desk, list)?;
    let scope = match list {
        List::Year(..) | List::StatementYear(..) => scope.with_all("months", by_month(desk, &cards)?),
        _ => scope.with_all("items", desk.item_views(&cards)?),
    };
    let scope = turning(desk, scope, list, chunk, &range);
    let by_year = matches!(list, List::Stories(_) | List::Year(..));
    let scope = match cards
        .first()
        .and_then(|card| card.published)
        .filter(|_| chunk.is_some())
    {
        Some(newest) => scope.with(
            "until",
            desk.text("list-until", &[("date", Filling::Text(&desk.date(newest)))])?,
        ),
        None => scope,
    };
    let scope = scope
        .with("by_year", by_year)
        .with_all("archive", archive(desk, list, chunk)?);
    desk.page(frame, "list.html", ("list", scope.into_value()))
}

/// From a year its months and the pages that show their newest stories, from statements their years; each found by
/// leaps, as the newest before the beginning of the one before, so that what has passed is read where it begins.
fn archive(desk: &Desk<'_>, list: &List, chunk: Option<Position>) -> Result<Vec<Value>, RenderError> {
    let locale = desk.locale;
    match list {
        _ if chunk.is_some() => Ok(Vec::new()),
        List::Year(..) => leaps(desk, list, &|position| {
            let (year, month) = (position.year(), position.month());
            let chunk = desk.world.range(list, Window::Holding(position))?.newer;
            let page = encode_path(&list_path(list, locale, chunk));
            let href = format!("{page}#{}", month_id(month));
            Ok((href, desk.formatter.month(year, month), beginning_of(year, month)))
        }),
        List::Statements(_) | List::StatementYear(..) => leaps(desk, &List::Statements(locale), &|position| {
            let year = position.year();
            let href = desk.front(&List::StatementYear(year, locale));
            Ok((href, desk.formatter.year(year), beginning_of(year, 1)))
        }),
        _ => Ok(Vec::new()),
    }
}

/// The entries of a year's page under the months of their dates.
fn by_month(desk: &Desk<'_>, cards: &[Arc<Card>]) -> Result<Vec<Value>, RenderError> {
    let month = |card: &Arc<Card>| card.published.map(|at| (at.date().year(), at.date().month()));
    cards
        .chunk_by(|one, other| month(one) == month(other))
        .map(|cards| {
            let (year, month) = cards.first().and_then(month).unwrap_or_default();
            let section = Scope::new()
                .with("id", month_id(month))
                .with("title", desk.formatter.month(year, month))
                .with_all("items", desk.item_views(cards)?);
            Ok(section.into_value())
        })
        .collect()
}

/// Where a month stands on a page of its year.
fn month_id(month: i8) -> String {
    format!("month-{month}")
}

/// The most links that leaps give.
const LEAPS: usize = 60;

type Leap<'l> = &'l dyn Fn(Position) -> Result<(String, String, Position), RenderError>;

/// Links to the parts of a list: each leap tells where the part of the newest item found is shown, what it is called,
/// and where it begins.
pub(crate) fn leaps(desk: &Desk<'_>, list: &List, leap: Leap<'_>) -> Result<Vec<Value>, RenderError> {
    let (mut links, mut window) = (Vec::new(), Window::Newest(1));
    while let Some(item) = desk
        .world
        .range(list, window)?
        .items
        .first()
        .filter(|_| links.len() < LEAPS)
    {
        let (href, title, beginning) = leap(item.position)?;
        links.push(Scope::new().with("href", href).with("title", title).into_value());
        window = Window::Before(beginning, 1);
    }
    Ok(links)
}

/// The position before all items of a month and after all older ones.
pub(crate) fn beginning_of(year: i16, month: i8) -> Position {
    let first = Date::new(year, month, 1).map_or(Instant::BEGINNING, Instant::of_date);
    Position { at: first, tie: 0 }
}

/// The items of a front page or chunk and its frame; none if there is no such page.
pub(crate) fn paged(
    desk: &Desk<'_>,
    list: &List,
    chunk: Option<Position>,
) -> Result<Option<(Range, Frame)>, RenderError> {
    let window = chunk.map_or(Window::Front, Window::Chunk);
    let range = desk.world.range(list, window)?;
    if range.items.is_empty() && (chunk.is_some() || !list.is_standing()) {
        return Ok(None);
    }
    let Some(title) = title(desk, list)? else {
        return Ok(None);
    };
    let versions = desk.list_versions(list, &|locale| above(list, locale))?;
    let versions = match chunk {
        None => versions,
        // Where every locale has a list of its own, the reader of another is led to its front page there; what all
        // locales share is cut alike in each.
        Some(_) => versions
            .into_iter()
            .map(|version| {
                let same = version.locale == desk.locale || (version.translated && list.locale().is_none());
                let path = if same {
                    list_path(list, version.locale, chunk)
                } else {
                    version.path
                };
                Version {
                    path,
                    translated: false,
                    ..version
                }
            })
            .collect(),
    };
    let path = list_path(list, desk.locale, chunk);
    let mut frame = Frame::new(path, section(list), title, versions);
    frame.unlisted = chunk.is_some();
    Ok(Some((range, frame)))
}

/// Adds the ways to older and newer items, and from a chunk to the front.
pub(crate) fn turning(desk: &Desk<'_>, scope: Scope, list: &List, chunk: Option<Position>, range: &Range) -> Scope {
    let path = |chunk| encode_path(&list_path(list, desk.locale, chunk));
    let newer = chunk.map(|_| path(range.newer));
    let older = range.older.map(|older| path(Some(older)));
    scope
        .with("older", older)
        .with("newer", newer)
        .with("front", chunk.map(|_| path(None)))
}

/// The page above a list, for locales in which nothing stands in it.
fn above(list: &List, locale: Locale) -> String {
    match list {
        List::Tag(..) => section_path(Noun::Tag, locale),
        List::Member(..) => section_path(Noun::Member, locale),
        List::Effort(..) => section_path(Noun::Effort, locale),
        List::Group(..) => section_path(Noun::Group, locale),
        List::Campaign(..) => section_path(Noun::Campaign, locale),
        List::Meetings(_) | List::MeetingsOf(..) => section_path(Noun::Meeting, locale),
        List::Videos(_) => section_path(Noun::Video, locale),
        List::Statements(_) | List::StatementYear(..) => section_path(Noun::Statement, locale),
        List::Voice(_) | List::Wall => section_path(Noun::Post, locale),
        _ => section_path(Noun::Story, locale),
    }
}

fn section(list: &List) -> &'static str {
    match list {
        List::Statements(_) | List::StatementYear(..) => "statements",
        List::Announcements(_) => "announcements",
        List::Tag(..) => "tags",
        List::Member(..) => "members",
        List::Effort(..) => "efforts",
        List::Group(..) => "groups",
        List::Campaign(..) => "campaigns",
        List::Meetings(_) | List::MeetingsOf(..) => "meetings",
        List::Videos(_) => "videos",
        List::Wall | List::Voice(_) => "wall",
        _ => "stories",
    }
}

/// The title in plain words; none if what the list is named after is not public.
fn title(desk: &Desk<'_>, list: &List) -> Result<Option<String>, RenderError> {
    let Some(named) = named_after(desk, list)? else {
        return Ok(None);
    };
    let name = named.as_ref().map_or("", |card| card.title.as_str());
    say_title(desk, list, Filling::Text(name)).map(|said| match said {
        Said::Text(words) | Said::Html(words) => Some(words),
    })
}

/// The title as a heading, with what it is named after.
pub(crate) fn heading(desk: &Desk<'_>, list: &List) -> Result<Scope, RenderError> {
    let named = named_after(desk, list)?.flatten();
    let name = named.as_ref().map_or(String::new(), |card| {
        format!(
            "<bdi{}>{}</bdi>",
            desk.attributes(card.language),
            html::escaped(&card.title)
        )
    });
    let markup = say_title(desk, list, Filling::Html(&name))?.into_html();
    let scope = Scope::new().with_html("title", markup);
    let about = named.filter(|card| card.subject.noun() != Noun::Tag);
    Ok(match about {
        Some(card) => scope.with("about", desk.link_view(&card)),
        None => scope,
    })
}

fn say_title(desk: &Desk<'_>, list: &List, name: Filling<'_>) -> Result<Said, RenderError> {
    match list {
        List::Year(year, _) => {
            let year = desk.formatter.year(*year);
            desk.say("list-year", &[("year", Filling::Text(&year))])
        }
        List::Statements(_) => desk.say("site-statements", &[]),
        List::StatementYear(year, _) => {
            let year = desk.formatter.year(*year);
            desk.say("list-statements-year", &[("year", Filling::Text(&year))])
        }
        List::Group(..) => desk.say("list-group", &[("name", name)]),
        List::Campaign(..) => desk.say("list-campaign", &[("name", name)]),
        List::Meetings(_) => desk.say("site-meetings", &[]),
        List::MeetingsOf(..) => desk.say("list-meetings-of", &[("name", name)]),
        List::Videos(_) => desk.say("site-videos", &[]),
        List::Announcements(_) => desk.say("site-announcements", &[]),
        List::Tag(..) => desk.say("list-tag", &[("name", name)]),
        List::Member(..) => desk.say("list-member", &[("name", name)]),
        List::Effort(..) => desk.say("list-effort", &[("name", name)]),
        List::Voice(_) => desk.say("list-voice", &[("name", name)]),
        List::Wall => desk.say("site-wall", &[]),
        _ => desk.say("site-stories", &[]),
    }
}

/// The card that a list is named after: none within if it is named after nothing, none at all if that is not public.
fn named_after(desk: &Desk<'_>, list: &List) -> Result<Option<Option<Arc<Card>>>, RenderError> {
    match list.named_after() {
        Some(subject) => Ok(desk.card(subject)?.map(Some)),
        None => Ok(Some(None)),
    }
}
