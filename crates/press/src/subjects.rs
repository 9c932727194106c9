//! The projections of all subjects, as the press last saw them, and their timers.

use content::{Instant, Projection, Subject};
use rusqlite::{Connection, OptionalExtension, params};

use crate::error::{PressError, Within};
use crate::state::signed;

const PART: &str = "subjects";

/// A subject and what can be seen of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Known {
    pub(crate) subject: Subject,
    pub(crate) projection: Projection,
}

/// What is known of a subject by its id.
pub(crate) fn load(connection: &Connection, id: u64) -> Result<Option<Known>, PressError> {
    let mut statement =
        connection.prepare_cached("SELECT name, projection FROM subject WHERE id = ?1").within(PART)?;
    let row: Option<(String, Vec<u8>)> =
        statement.query_row([signed(id)], |row| Ok((row.get(0)?, row.get(1)?))).optional().within(PART)?;
    row.map(|(name, bytes)| decode(&name, &bytes)).transpose()
}

fn decode(name: &str, bytes: &[u8]) -> Result<Known, PressError> {
    let subject = name.parse().map_err(|_| PressError::Damaged(PART, format!("{name:?} is no subject")))?;
    Ok(Known { subject, projection: serde_json::from_slice(bytes).within(PART)? })
}

/// Keeps what can be seen of a subject now.
pub(crate) fn save(connection: &Connection, subject: &Subject, projection: &Projection) -> Result<(), PressError> {
    let bytes = serde_json::to_vec(projection).within(PART)?;
    let until = projection.until.map(|instant| instant.0);
    let sql = "INSERT INTO subject (id, name, until, projection) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (id) DO UPDATE SET until = excluded.until, projection = excluded.projection";
    let mut statement = connection.prepare_cached(sql).within(PART)?;
    statement.execute(params![signed(subject.tie()), subject.as_str(), until, bytes]).within(PART)?;
    Ok(())
}

/// Forgets a subject.
pub(crate) fn forget(connection: &Connection, subject: &Subject) -> Result<(), PressError> {
    let mut statement = connection.prepare_cached("DELETE FROM subject WHERE id = ?1").within(PART)?;
    statement.execute([signed(subject.tie())]).within(PART)?;
    Ok(())
}

/// The subjects whose projections no longer hold.
pub(crate) fn due(connection: &Connection, now: Instant) -> Result<Vec<Subject>, PressError> {
    names(connection, "SELECT name FROM subject WHERE until IS NOT NULL AND until <= ?1 ORDER BY until", now.0)
}

/// All subjects.
pub(crate) fn all(connection: &Connection) -> Result<Vec<Subject>, PressError> {
    names(connection, "SELECT name FROM subject WHERE ?1 = ?1 ORDER BY name", 0)
}

fn names(connection: &Connection, sql: &str, argument: i64) -> Result<Vec<Subject>, PressError> {
    let mut statement = connection.prepare_cached(sql).within(PART)?;
    let rows = statement.query_map([argument], |row| row.get::<_, String>(0)).within(PART)?;
    let parse = |name: Result<String, rusqlite::Error>| {
        let name = name.within(PART)?;
        name.parse().map_err(|_| PressError::Damaged(PART, format!("{name:?} is no subject")))
    };
    rows.map(parse).collect()
}

/// How many there are.
pub(crate) fn count(connection: &Connection) -> Result<usize, PressError> {
    let count: i64 = connection.query_row("SELECT count(*) FROM subject", [], |row| row.get(0)).within(PART)?;
    Ok(usize::try_from(count).unwrap_or(0))
}

/// The next instant at which a timer fires.
pub(crate) fn next_due(connection: &Connection) -> Result<Option<Instant>, PressError> {
    let next: Option<i64> = connection
        .query_row("SELECT min(until) FROM subject WHERE until IS NOT NULL", [], |row| row.get(0))
        .within(PART)?;
    Ok(next.map(Instant))
}

/// Calls `visit` with each subject and what is known of it.
pub(crate) fn each(
    connection: &Connection,
    mut visit: impl FnMut(Known) -> Result<(), PressError>,
) -> Result<(), PressError> {
    let mut statement = connection.prepare("SELECT name, projection FROM subject").within(PART)?;
    let mut rows = statement.query([]).within(PART)?;
    while let Some(row) = rows.next().within(PART)? {
        let name: String = row.get(0).within(PART)?;
        let bytes: Vec<u8> = row.get(1).within(PART)?;
        visit(decode(&name, &bytes)?)?;
    }
    Ok(())
}
