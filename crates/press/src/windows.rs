//! Windows of lists as pages ask for them: the items, and the interval that had to be looked at to know them.

use content::list::REACH;
use content::{Instant, Position};
use render::world::Window;

use crate::error::PressError;
use crate::lists::Row;
use crate::shelf::Shelf;

/// Items of a window, and what was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    /// Places, newest first.
    pub(crate) places: Vec<Position>,
    /// The next older chunk.
    pub(crate) older: Option<Position>,
    /// The next newer chunk.
    pub(crate) newer: Option<Position>,
    /// From when until when the list was looked at, both included.
    pub(crate) from: Instant,
    /// See `from`.
    pub(crate) until: Instant,
}

/// What a window shows; [`Window::Filled`] looks at no items.
pub(crate) fn find(shelf: &dyn Shelf, list: u64, window: Window) -> Result<Found, PressError> {
    match window {
        Window::Newest(limit) => {
            let places = places(shelf.older(list, None, limit)?);
            let from = far_end(&places, limit, Instant::BEGINNING);
            Ok(Found::plain(places, from, Instant::END))
        }
        Window::Before(than, limit) => {
            let places = places(shelf.older(list, Some(than), limit)?);
            let from = far_end(&places, limit, Instant::BEGINNING);
            Ok(Found::plain(places, from, than.at))
        }
        Window::After(than, limit) => {
            let mut places = places(shelf.newer(list, than, limit)?);
            let until = far_end(&places, limit, Instant::END);
            places.reverse();
            Ok(Found::plain(places, than.at, until))
        }
        Window::All => {
            let places = places(shelf.older(list, None, usize::MAX)?);
            Ok(Found::plain(places, Instant::BEGINNING, Instant::END))
        }
        Window::Filled => Ok(Found::plain(Vec::new(), Instant::BEGINNING, Instant::END)),
        Window::Front => front(shelf, list),
        Window::Chunk(position) => chunk(shelf, list, position),
        Window::Holding(position) => holding(shelf, list, position),
    }
}

impl Found {
    fn plain(places: Vec<Position>, from: Instant, until: Instant) -> Found {
        Found {
            places,
            older: None,
            newer: None,
            from,
            until,
        }
    }
}

fn places(rows: Vec<Row>) -> Vec<Position> {
    rows.into_iter().map(|row| row.position).collect()
}

/// Where looking ended: at the last item, or at the end of the list if there were fewer than asked for.
fn far_end(places: &[Position], limit: usize, end: Instant) -> Instant {
    places
        .last()
        .filter(|_| places.len() >= limit)
        .map_or(end, |last| last.at)
}

fn front(shelf: &dyn Shelf, list: u64) -> Result<Found, PressError> {
    let older = shelf.next_cut(list, None)?;
    Ok(Found {
        places: between(shelf, list, None, older)?,
        older,
        newer: None,
        from: reach_below(shelf, list, older)?,
        until: Instant::END,
    })
}

fn chunk(shelf: &dyn Shelf, list: u64, begin: Position) -> Result<Found, PressError> {
    let older = shelf.next_cut(list, Some(begin))?;
    let newer = shelf.previous_cut(list, begin)?;
    if shelf.at(list, begin)? != Some(true) {
        let from = reach_below(shelf, list, Some(begin))?;
        return Ok(Found::plain(Vec::new(), from, reach_above(shelf, list, begin)?));
    }
    let mut places = vec![begin];
    places.extend(between(shelf, list, Some(begin), older)?);
    Ok(Found {
        places,
        older,
        newer,
        from: reach_below(shelf, list, older)?,
        until: match newer {
            Some(newer) => reach_above(shelf, list, newer)?,
            None => Instant::END,
        },
    })
}

/// The chunk that shows a place: whether one begins there or between it and another depends on what is in reach of both.
fn holding(shelf: &dyn Shelf, list: u64, place: Position) -> Result<Found, PressError> {
    let begin = match shelf.at(list, place)? {
        Some(true) => Some(place),
        _ => shelf.previous_cut(list, place)?,
    };
    let until = match begin {
        Some(begin) => reach_above(shelf, list, begin)?,
        None => Instant::END,
    };
    let mut found = Found::plain(Vec::new(), reach_below(shelf, list, Some(place))?, until);
    found.newer = begin;
    Ok(found)
}

/// Items older than `above` (or from the newest end) and newer than `below` (or to the oldest).
fn between(
    shelf: &dyn Shelf,
    list: u64,
    above: Option<Position>,
    below: Option<Position>,
) -> Result<Vec<Position>, PressError> {
    let mut found = Vec::new();
    let mut at = above;
    loop {
        const PAGE: usize = 64;
        let rows = shelf.older(list, at, PAGE)?;
        let full = rows.len() == PAGE;
        for row in rows {
            if below.is_some_and(|below| row.position <= below) {
                return Ok(found);
            }
            at = Some(row.position);
            found.push(row.position);
        }
        if !full {
            return Ok(found);
        }
    }
}

/// How far down one must look to know that a chunk begins at a place; to the end of the list if there is no place.
fn reach_below(shelf: &dyn Shelf, list: u64, place: Option<Position>) -> Result<Instant, PressError> {
    let Some(place) = place else {
        return Ok(Instant::BEGINNING);
    };
    let rows = shelf.older(list, Some(place), REACH)?;
    Ok(far_end(&places(rows), REACH, Instant::BEGINNING))
}

/// How far up.
fn reach_above(shelf: &dyn Shelf, list: u64, place: Position) -> Result<Instant, PressError> {
    let rows = shelf.newer(list, place, REACH)?;
    Ok(far_end(&places(rows), REACH, Instant::END))
}
