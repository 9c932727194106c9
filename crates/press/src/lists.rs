//! What stands in which list, and where chunks begin: kept up by what enters and leaves.

use content::{Instant, List, Position};
use rusqlite::{Connection, OptionalExtension, params};

use crate::cuts::recut;
use crate::error::{PressError, Within};
use crate::state::{signed, unsigned};

const PART: &str = "lists";

/// What an edit did to a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Edited {
    /// Chunks that begin or no longer begin at these places.
    pub(crate) chunks: Vec<Position>,
    /// Whether it was empty before or is now.
    pub(crate) came_or_went: bool,
}

/// Takes items out of a list and puts others in.
pub(crate) fn edit(
    connection: &Connection,
    list: &List,
    removed: &[Position],
    added: &[Position],
) -> Result<Edited, PressError> {
    let id = list.id();
    let mut edited = Edited::default();
    for position in removed {
        if delete(connection, id, *position)? {
            edited.chunks.push(*position);
        }
    }
    for position in added {
        insert(connection, id, *position, false)?;
    }
    let before = count(connection, id)?;
    let now = before.saturating_add(number(added)).saturating_sub(number(removed));
    set_count(connection, list, now)?;
    edited.came_or_went = (before == 0) != (now == 0);
    if list.is_paged() {
        for position in removed.iter().chain(added) {
            edited.chunks.extend(recut(connection, id, *position)?);
        }
    }
    edited.chunks.sort_unstable();
    edited.chunks.dedup();
    Ok(edited)
}

fn number(positions: &[Position]) -> u64 {
    u64::try_from(positions.len()).unwrap_or(u64::MAX)
}

/// Removes an item; says whether a chunk began there.
fn delete(connection: &Connection, list: u64, position: Position) -> Result<bool, PressError> {
    let sql = "DELETE FROM item WHERE list = ?1 AND at = ?2 AND tie = ?3 RETURNING cut";
    let mut statement = connection.prepare_cached(sql).within(PART)?;
    let cut: Option<i64> = statement
        .query_row(key(list, position), |row| row.get(0))
        .optional()
        .within(PART)?;
    Ok(cut == Some(1))
}

/// Puts an item in.
pub(crate) fn insert(connection: &Connection, list: u64, position: Position, cut: bool) -> Result<(), PressError> {
    let sql = "INSERT OR IGNORE INTO item (list, at, tie, cut) VALUES (?1, ?2, ?3, ?4)";
    let (list, at, tie) = key(list, position);
    connection
        .prepare_cached(sql)
        .within(PART)?
        .execute(params![list, at, tie, i64::from(cut)])
        .within(PART)?;
    Ok(())
}

/// Tells whether a chunk begins at an item.
pub(crate) fn set_cut(connection: &Connection, list: u64, position: Position, cut: bool) -> Result<(), PressError> {
    let sql = "UPDATE item SET cut = ?4 WHERE list = ?1 AND at = ?2 AND tie = ?3";
    let (list, at, tie) = key(list, position);
    connection
        .prepare_cached(sql)
        .within(PART)?
        .execute(params![list, at, tie, i64::from(cut)])
        .within(PART)?;
    Ok(())
}

/// How many items a list has.
pub(crate) fn count(connection: &Connection, list: u64) -> Result<u64, PressError> {
    let mut statement = connection
        .prepare_cached("SELECT count FROM list WHERE id = ?1")
        .within(PART)?;
    let count: Option<i64> = statement
        .query_row([signed(list)], |row| row.get(0))
        .optional()
        .within(PART)?;
    Ok(count.and_then(|count| u64::try_from(count).ok()).unwrap_or(0))
}

/// Notes how many items a list has.
pub(crate) fn set_count(connection: &Connection, list: &List, count: u64) -> Result<(), PressError> {
    let name = serde_json::to_string(list).within(PART)?;
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    let sql =
        "INSERT INTO list (id, name, count) VALUES (?1, ?2, ?3) ON CONFLICT (id) DO UPDATE SET count = excluded.count";
    connection
        .prepare_cached(sql)
        .within(PART)?
        .execute(params![signed(list.id()), name, count])
        .within(PART)?;
    Ok(())
}

/// An item and whether a chunk begins there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) position: Position,
    pub(crate) cut: bool,
}

/// Items older than a place, the newest first; all of the list from its newest end if there is no place.
pub(crate) fn older(
    connection: &Connection,
    list: u64,
    than: Option<Position>,
    limit: usize,
) -> Result<Vec<Row>, PressError> {
    let sql =
        "SELECT at, tie, cut FROM item WHERE list = ?1 AND (at, tie) < (?2, ?3) ORDER BY at DESC, tie DESC LIMIT ?4";
    rows(connection, sql, list, than.unwrap_or(TOP), limit)
}

/// Items newer than a place, the nearest first.
pub(crate) fn newer(connection: &Connection, list: u64, than: Position, limit: usize) -> Result<Vec<Row>, PressError> {
    let sql = "SELECT at, tie, cut FROM item WHERE list = ?1 AND (at, tie) > (?2, ?3) ORDER BY at, tie LIMIT ?4";
    rows(connection, sql, list, than, limit)
}

/// The first beginning of a chunk older than a place.
pub(crate) fn next_cut(
    connection: &Connection,
    list: u64,
    than: Option<Position>,
) -> Result<Option<Position>, PressError> {
    let sql = "SELECT at, tie, cut FROM item WHERE list = ?1 AND (at, tie) < (?2, ?3) AND cut = 1
        ORDER BY at DESC, tie DESC LIMIT ?4";
    Ok(rows(connection, sql, list, than.unwrap_or(TOP), 1)?
        .first()
        .map(|row| row.position))
}

/// The first beginning of a chunk newer than a place.
pub(crate) fn previous_cut(connection: &Connection, list: u64, than: Position) -> Result<Option<Position>, PressError> {
    let sql = "SELECT at, tie, cut FROM item WHERE list = ?1 AND (at, tie) > (?2, ?3) AND cut = 1
        ORDER BY at, tie LIMIT ?4";
    Ok(rows(connection, sql, list, than, 1)?.first().map(|row| row.position))
}

/// Whether an item stands at a place, and whether a chunk begins there.
pub(crate) fn at(connection: &Connection, list: u64, position: Position) -> Result<Option<bool>, PressError> {
    let sql = "SELECT cut FROM item WHERE list = ?1 AND at = ?2 AND tie = ?3";
    let mut statement = connection.prepare_cached(sql).within(PART)?;
    let cut: Option<i64> = statement
        .query_row(key(list, position), |row| row.get(0))
        .optional()
        .within(PART)?;
    Ok(cut.map(|cut| cut == 1))
}

/// Newer than everything.
const TOP: Position = Position {
    at: Instant::END,
    tie: u64::MAX,
};

fn key(list: u64, position: Position) -> (i64, i64, i64) {
    (signed(list), position.at.0, signed(position.tie))
}

fn rows(connection: &Connection, sql: &str, list: u64, than: Position, limit: usize) -> Result<Vec<Row>, PressError> {
    let (list, at, tie) = key(list, than);
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let mut statement = connection.prepare_cached(sql).within(PART)?;
    let read = |row: &rusqlite::Row<'_>| {
        let position = Position {
            at: Instant(row.get(0)?),
            tie: unsigned(row.get(1)?),
        };
        Ok(Row {
            position,
            cut: row.get::<_, i64>(2)? == 1,
        })
    };
    let rows = statement.query_map(params![list, at, tie, limit], read).within(PART)?;
    rows.collect::<Result<Vec<Row>, _>>().within(PART)
}
