//! What can be seen of all subjects, as the press last projected them, and their timers. A row per subject and locale,
//! so that a page which wants an address reads an address.

use content::card::{Address, Card, State};
use content::projection::Unit;
use content::{Instant, List, Position, Projection, Route, Subject};
use language::Locale;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::error::{PressError, Within};
use crate::state::signed;
use crate::visible::place_id;

const PART: &str = "subjects";

/// What can be seen of a subject, as it was last projected; nothing if it is not known.
pub(crate) fn load(connection: &Connection, subject: &Subject) -> Result<Projection, PressError> {
    let id = signed(subject.tie());
    let mut statement = connection
        .prepare_cached("SELECT until FROM subject WHERE id = ?1")
        .within(PART)?;
    let until: Option<Option<i64>> = statement.query_row([id], |row| row.get(0)).optional().within(PART)?;
    let Some(until) = until else {
        return Ok(Projection::default());
    };
    let sql = "SELECT locale, card, state, lists, routes FROM unit WHERE subject = ?1 ORDER BY place";
    let mut statement = connection.prepare_cached(sql).within(PART)?;
    let mut rows = statement.query([id]).within(PART)?;
    let mut units = Vec::new();
    while let Some(row) = rows.next().within(PART)? {
        units.push(unit(row, subject.tie())?);
    }
    Ok(Projection {
        units,
        until: until.map(Instant),
    })
}

fn unit(row: &Row<'_>, tie: u64) -> Result<Unit, PressError> {
    let locale: String = row.get(0).within(PART)?;
    let lists: Vec<u8> = row.get(3).within(PART)?;
    let lists: Vec<(List, Instant)> = serde_json::from_slice(&lists).within(PART)?;
    let routes: Vec<u8> = row.get(4).within(PART)?;
    Ok(Unit {
        locale: if locale.is_empty() {
            None
        } else {
            Some(parse_locale(&locale)?)
        },
        card: decode(row.get(1).within(PART)?)?,
        state: decode(row.get(2).within(PART)?)?,
        lists: lists
            .into_iter()
            .map(|(list, at)| (list, Position { at, tie }))
            .collect(),
        routes: serde_json::from_slice(&routes).within(PART)?,
    })
}

fn decode<T: serde::de::DeserializeOwned>(bytes: Option<Vec<u8>>) -> Result<Option<T>, PressError> {
    bytes
        .map(|bytes| serde_json::from_slice(&bytes))
        .transpose()
        .within(PART)
}

fn parse_locale(text: &str) -> Result<Locale, PressError> {
    Locale::parse(text).map_err(|error| PressError::Damaged(PART, error.to_string()))
}

/// Keeps what can be seen of a subject now in place of what was kept before.
pub(crate) fn save(connection: &Connection, subject: &Subject, projection: &Projection) -> Result<(), PressError> {
    forget(connection, subject)?;
    append(connection, subject, projection)
}

/// Keeps what can be seen of a subject of which nothing is kept yet.
pub(crate) fn append(connection: &Connection, subject: &Subject, projection: &Projection) -> Result<(), PressError> {
    let id = signed(subject.tie());
    let until = projection.until.map(|instant| instant.0);
    let mut statement = connection
        .prepare_cached("INSERT INTO subject (id, name, until) VALUES (?1, ?2, ?3)")
        .within(PART)?;
    statement.execute(params![id, subject.as_str(), until]).within(PART)?;
    let sql = "INSERT INTO unit (id, subject, place, locale, path, language, state, lists, routes, card)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
    let mut statement = connection.prepare_cached(sql).within(PART)?;
    for (place, unit) in projection.units.iter().enumerate() {
        let address = unit.address();
        let locale = unit.locale.map(|locale| locale.to_string()).unwrap_or_default();
        let state = unit.state.as_ref().map(serde_json::to_vec).transpose().within(PART)?;
        let card = unit.card.as_ref().map(serde_json::to_vec).transpose().within(PART)?;
        // The tie is always the subject's own.
        let lists: Vec<(&List, Instant)> = unit.lists.iter().map(|(list, position)| (list, position.at)).collect();
        let lists = serde_json::to_vec(&lists).within(PART)?;
        let routes = serde_json::to_vec(&unit.routes).within(PART)?;
        let path = address.as_ref().map(|address| address.path.as_str());
        let language = address.as_ref().map(|address| address.language.to_string());
        let key = signed(place_id(subject, unit.locale));
        let place = i64::try_from(place).unwrap_or(i64::MAX);
        statement
            .execute(params![
                key, id, place, locale, path, language, state, lists, routes, card
            ])
            .within(PART)?;
    }
    Ok(())
}

/// Forgets a subject.
pub(crate) fn forget(connection: &Connection, subject: &Subject) -> Result<(), PressError> {
    for sql in [
        "DELETE FROM subject WHERE id = ?1",
        "DELETE FROM unit WHERE subject = ?1",
    ] {
        connection
            .prepare_cached(sql)
            .within(PART)?
            .execute([signed(subject.tie())])
            .within(PART)?;
    }
    Ok(())
}

/// The subject of an id.
pub(crate) fn name(connection: &Connection, id: u64) -> Result<Option<Subject>, PressError> {
    let mut statement = connection
        .prepare_cached("SELECT name FROM subject WHERE id = ?1")
        .within(PART)?;
    let name: Option<String> = statement
        .query_row([signed(id)], |row| row.get(0))
        .optional()
        .within(PART)?;
    name.map(|name| parse(&name)).transpose()
}

/// The card of a unit.
pub(crate) fn card(connection: &Connection, unit: u64) -> Result<Option<Card>, PressError> {
    decode(column(connection, "SELECT card FROM unit WHERE id = ?1", unit)?)
}

/// The state of a unit.
pub(crate) fn state(connection: &Connection, unit: u64) -> Result<Option<State>, PressError> {
    decode(column(connection, "SELECT state FROM unit WHERE id = ?1", unit)?)
}

fn column(connection: &Connection, sql: &str, unit: u64) -> Result<Option<Vec<u8>>, PressError> {
    let mut statement = connection.prepare_cached(sql).within(PART)?;
    let row: Option<Option<Vec<u8>>> = statement
        .query_row([signed(unit)], |row| row.get(0))
        .optional()
        .within(PART)?;
    Ok(row.flatten())
}

/// The address of a unit.
pub(crate) fn address(connection: &Connection, unit: u64) -> Result<Option<Address>, PressError> {
    let sql = "SELECT path, language FROM unit WHERE id = ?1 AND path IS NOT NULL";
    let mut statement = connection.prepare_cached(sql).within(PART)?;
    let row: Option<(String, String)> = statement
        .query_row([signed(unit)], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()
        .within(PART)?;
    row.map(|(path, language)| {
        Ok(Address {
            path,
            language: parse_locale(&language)?,
        })
    })
    .transpose()
}

/// The routes that exist because of any subject.
pub(crate) fn routes(connection: &Connection) -> Result<Vec<Route>, PressError> {
    let sql =
        "SELECT unit.routes FROM unit JOIN subject ON subject.id = unit.subject ORDER BY subject.name, unit.place";
    let mut statement = connection.prepare(sql).within(PART)?;
    let mut rows = statement.query([]).within(PART)?;
    let mut routes = Vec::new();
    while let Some(row) = rows.next().within(PART)? {
        let own: Vec<u8> = row.get(0).within(PART)?;
        routes.extend(serde_json::from_slice::<Vec<Route>>(&own).within(PART)?);
    }
    Ok(routes)
}

/// The routes of a unit.
pub(crate) fn routes_of(connection: &Connection, unit: u64) -> Result<Vec<Route>, PressError> {
    let routes = column(connection, "SELECT routes FROM unit WHERE id = ?1", unit)?;
    Ok(decode(routes)?.unwrap_or_default())
}

/// The subjects whose projections no longer hold.
pub(crate) fn due(connection: &Connection, now: Instant) -> Result<Vec<Subject>, PressError> {
    names(
        connection,
        "SELECT name FROM subject WHERE until IS NOT NULL AND until <= ?1 ORDER BY until",
        now.0,
    )
}

/// All subjects.
pub(crate) fn all(connection: &Connection) -> Result<Vec<Subject>, PressError> {
    names(connection, "SELECT name FROM subject WHERE ?1 = ?1 ORDER BY name", 0)
}

fn names(connection: &Connection, sql: &str, argument: i64) -> Result<Vec<Subject>, PressError> {
    let mut statement = connection.prepare_cached(sql).within(PART)?;
    let rows = statement
        .query_map([argument], |row| row.get::<_, String>(0))
        .within(PART)?;
    rows.map(|name| parse(&name.within(PART)?)).collect()
}

fn parse(name: &str) -> Result<Subject, PressError> {
    name.parse()
        .map_err(|_| PressError::Damaged(PART, format!("{name:?} is no subject")))
}

/// How many there are.
pub(crate) fn count(connection: &Connection) -> Result<usize, PressError> {
    let count: i64 = connection
        .query_row("SELECT count(*) FROM subject", [], |row| row.get(0))
        .within(PART)?;
    Ok(usize::try_from(count).unwrap_or(0))
}

/// The next instant at which a timer fires.
pub(crate) fn next_due(connection: &Connection) -> Result<Option<Instant>, PressError> {
    let next: Option<i64> = connection
        .query_row("SELECT min(until) FROM subject WHERE until IS NOT NULL", [], |row| {
            row.get(0)
        })
        .within(PART)?;
    Ok(next.map(Instant))
}
