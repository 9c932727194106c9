//! Where chunks begin, looked at again around a place that changed.

use content::Position;
use content::list::{REACH, begins_chunk};
use rusqlite::Connection;

use crate::error::PressError;
use crate::lists::{Row, newer, older, set_cut};

/// Cuts a list anew around a place at which an item came or went; gives the places that changed.
pub(crate) fn recut(connection: &Connection, list: u64, place: Position) -> Result<Vec<Position>, PressError> {
    let (rows, judged) = neighbourhood(connection, list, place)?;
    let mut changed = Vec::new();
    for (at, row) in rows.iter().enumerate().filter(|(at, _)| judged.contains(at)) {
        let begins = begins_at(&rows, at);
        if begins != row.cut {
            set_cut(connection, list, row.position, begins)?;
            changed.push(row.position);
        }
    }
    Ok(changed)
}

/// Items around a place, newest first, wide enough to judge those within reach of it; and which these are.
fn neighbourhood(
    connection: &Connection,
    list: u64,
    place: Position,
) -> Result<(Vec<Row>, std::ops::Range<usize>), PressError> {
    let above = newer(connection, list, place, 2 * REACH)?;
    let own = crate::lists::at(connection, list, place)?.map(|cut| Row { position: place, cut });
    let below = older(connection, list, Some(place), 2 * REACH)?;
    let judged = above.len().saturating_sub(REACH)..above.len() + usize::from(own.is_some()) + REACH;
    let rows = above.into_iter().rev().chain(own).chain(below).collect();
    Ok((rows, judged))
}

/// Whether a chunk begins at a place of a run of items, newest first.
pub(crate) fn begins_at(rows: &[Row], place: usize) -> bool {
    let tie = |row: &Row| row.position.tie;
    let Some(own) = rows.get(place) else { return false };
    let newer: Vec<u64> = rows
        .get(..place)
        .unwrap_or_default()
        .iter()
        .rev()
        .take(REACH)
        .map(tie)
        .collect();
    let older: Vec<u64> = rows
        .get(place + 1..)
        .unwrap_or_default()
        .iter()
        .take(REACH)
        .map(tie)
        .collect();
    begins_chunk(&newer, own.position.tie, &older)
}
