//! What can be seen of all subjects, as the press last projected them, and their timers. A row per subject and locale,
//! so that a page which wants an address reads an address.

use content::card::{Address, Card, State};
use content::projection::Unit;
use content::{Instant, List, Position, Projection, Route, Subject};
use language::Locale;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::error::{PressError, Within};
use crate::keys::is_shared;
use crate::state::signed;

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
    let sql = "INSERT INTO unit (subject, locale, name, place, path, language, state, lists, routes, card)
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
        let place = i64::try_from(place).unwrap_or(i64::MAX);
        statement
            .execute(params![
                id,
                locale,
                subject.as_str(),
                place,
                path,
                language,
                state,
                lists,
                routes,
                card
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

/// The subject of an id, if anything can be seen of it: looked up where its cards are, which are wanted next.
pub(crate) fn name(connection: &Connection, id: u64) -> Result<Option<Subject>, PressError> {
    let mut statement = connection
        .prepare_cached("SELECT name FROM unit WHERE subject = ?1 LIMIT 1")
        .within(PART)?;
    let name: Option<String> = statement
        .query_row([signed(id)], |row| row.get(0))
        .optional()
        .within(PART)?;
    name.map(|name| parse(&name)).transpose()
}

/// The card of a subject in a locale.
pub(crate) fn card(
    connection: &Connection,
    subject: &Subject,
    locale: Option<Locale>,
) -> Result<Option<Card>, PressError> {
    let sql = "SELECT card FROM unit WHERE subject = ?1 AND locale = ?2";
    decode(cell(connection, sql, subject, locale, |row| row.get(0))?.flatten())
}

/// The state of a subject in a locale.
pub(crate) fn state(
    connection: &Connection,
    subject: &Subject,
    locale: Option<Locale>,
) -> Result<Option<State>, PressError> {
    let sql = "SELECT state FROM unit WHERE subject = ?1 AND locale = ?2";
    decode(cell(connection, sql, subject, locale, |row| row.get(0))?.flatten())
}

/// The address of a subject in a locale.
pub(crate) fn address(
    connection: &Connection,
    subject: &Subject,
    locale: Option<Locale>,
) -> Result<Option<Address>, PressError> {
    let sql = "SELECT path, language FROM unit WHERE subject = ?1 AND locale = ?2 AND path IS NOT NULL";
    let found: Option<(String, String)> = cell(connection, sql, subject, locale, |row| Ok((row.get(0)?, row.get(1)?)))?;
    found
        .map(|(path, language)| {
            Ok(Address {
                path,
                language: parse_locale(&language)?,
            })
        })
        .transpose()
}

/// The routes of a subject in a locale.
pub(crate) fn routes_of(
    connection: &Connection,
    subject: &Subject,
    locale: Option<Locale>,
) -> Result<Vec<Route>, PressError> {
    let sql = "SELECT routes FROM unit WHERE subject = ?1 AND locale = ?2";
    Ok(decode(cell(connection, sql, subject, locale, |row| row.get(0))?)?.unwrap_or_default())
}

/// One cell or more of the row of a subject and locale; what all locales share has one row whoever asks.
fn cell<T>(
    connection: &Connection,
    sql: &str,
    subject: &Subject,
    locale: Option<Locale>,
    pick: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Option<T>, PressError> {
    let own = locale.filter(|_| !is_shared(subject.noun()));
    let key = own.as_ref().map_or("", |locale| locale.as_str());
    let mut statement = connection.prepare_cached(sql).within(PART)?;
    statement
        .query_row(params![signed(subject.tie()), key], pick)
        .optional()
        .within(PART)
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
