//! The press's own notes: a SQLite file that can be thrown away and made anew. What it holds, and where the press stands.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, OptionalExtension, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::{PressError, Within};

/// Changes with the layout; notes of another layout are made anew.
pub(crate) const LAYOUT: i64 = 5;

/// Rows have about a kilobyte: pages of the usual 4,096 bytes would be left half empty.
const PAGE_BYTES: i64 = 8192;

/// Pages kept in memory per connection, in KiB.
const CACHE_KIB: i64 = 32_000;

const TABLES: &str = "
CREATE TABLE note (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) WITHOUT ROWID;
-- What can be seen of each subject, and until when that holds: the timers.
CREATE TABLE subject (id INTEGER PRIMARY KEY, name TEXT NOT NULL, until INTEGER);
CREATE INDEX timer ON subject (until) WHERE until IS NOT NULL;
-- All locales of a subject lie together: who asks for one soon asks for the others. What is asked most stands first;
-- the locale is empty for what all share.
CREATE TABLE unit (subject INTEGER NOT NULL, locale TEXT NOT NULL, name TEXT NOT NULL, place INTEGER NOT NULL,
    path TEXT, language TEXT, state BLOB, routes BLOB NOT NULL, lists BLOB NOT NULL, card BLOB,
    PRIMARY KEY (subject, locale)) WITHOUT ROWID;
-- What stands where in which list; cut tells that a chunk begins there. The tie is the subject's id.
CREATE TABLE item (list INTEGER NOT NULL, at INTEGER NOT NULL, tie INTEGER NOT NULL, cut INTEGER NOT NULL,
    PRIMARY KEY (list, at, tie)) WITHOUT ROWID;
CREATE INDEX cut ON item (list, at, tie) WHERE cut = 1;
CREATE TABLE list (id INTEGER PRIMARY KEY, name TEXT NOT NULL, count INTEGER NOT NULL);
-- What is laid where, and what it read.
CREATE TABLE page (id INTEGER PRIMARY KEY, route TEXT NOT NULL UNIQUE, path TEXT NOT NULL, record TEXT NOT NULL,
    reads BLOB NOT NULL);
CREATE INDEX place ON page (path);
CREATE TABLE seen (key INTEGER NOT NULL, page INTEGER NOT NULL, PRIMARY KEY (key, page)) WITHOUT ROWID;
-- Routes still to be rendered: what a process that died had left to do.
CREATE TABLE dirty (route TEXT PRIMARY KEY NOT NULL) WITHOUT ROWID;
-- Whose words the bytes of a skeleton show; kept as long as an edition may hold them.
CREATE TABLE shown (skeleton INTEGER PRIMARY KEY, ids BLOB NOT NULL);
-- What can be seen, and since which edition without a break.
CREATE TABLE visible (id INTEGER PRIMARY KEY, since INTEGER NOT NULL);
";

/// How fast a write must be on disk. The notes lag behind what is published, never ahead of it, so none needs to wait.
pub(crate) fn open(path: &Path) -> Result<Connection, PressError> {
    let connection = Connection::open(path).within("file")?;
    prepare(&connection)?;
    let layout: i64 = connection
        .query_row("PRAGMA user_version", [], |row| row.get(0))
        .within("layout")?;
    if layout != LAYOUT {
        create(&connection, layout != 0)?;
    }
    Ok(connection)
}

/// A second connection that only reads.
pub(crate) fn open_reader(path: &Path) -> Result<Connection, PressError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).within("file")?;
    set_up(&connection)?;
    // One snapshot for all that is read: otherwise each small question takes and gives back a lock.
    connection.execute_batch("BEGIN").within("file")?;
    Ok(connection)
}

fn prepare(connection: &Connection) -> Result<(), PressError> {
    set_up(connection)?;
    connection.pragma_update(None, "page_size", PAGE_BYTES).within("file")?;
    connection.pragma_update(None, "journal_mode", "WAL").within("file")?;
    connection.pragma_update(None, "synchronous", "NORMAL").within("file")
}

/// Leaves SQLite's log as it grows, until [`upkeep`].
pub(crate) fn defer_upkeep(connection: &Connection) -> Result<(), PressError> {
    connection.pragma_update(None, "wal_autocheckpoint", 0).within("file")
}

/// Moves what SQLite's log holds to its place in the file.
pub(crate) fn upkeep(connection: &Connection) -> Result<(), PressError> {
    let moved = connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |row| row.get::<_, i64>(0));
    moved.within("file").map(drop)
}

/// What holds for readers and writers.
fn set_up(connection: &Connection) -> Result<(), PressError> {
    connection.busy_timeout(Duration::from_secs(30)).within("file")?;
    connection.set_prepared_statement_cache_capacity(64);
    // One plan per statement, whatever is bound: otherwise windows of lists are planned anew each time.
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)
        .within("file")?;
    connection.pragma_update(None, "cache_size", -CACHE_KIB).within("file")
}

fn create(connection: &Connection, replace: bool) -> Result<(), PressError> {
    if replace {
        for table in [
            "note", "subject", "unit", "item", "list", "page", "seen", "dirty", "shown", "visible",
        ] {
            connection
                .execute_batch(&format!("DROP TABLE IF EXISTS {table}"))
                .within("layout")?;
        }
    }
    connection.execute_batch(TABLES).within("layout")?;
    connection.pragma_update(None, "user_version", LAYOUT).within("layout")
}

/// Reads a note.
pub(crate) fn note<T: DeserializeOwned>(connection: &Connection, name: &'static str) -> Result<Option<T>, PressError> {
    let mut statement = connection
        .prepare_cached("SELECT value FROM note WHERE name = ?1")
        .within("note")?;
    let value: Option<String> = statement
        .query_row([name], |row| row.get(0))
        .optional()
        .within("note")?;
    value
        .map(|value| serde_json::from_str(&value))
        .transpose()
        .within("note")
}

/// Writes a note.
pub(crate) fn set_note<T: Serialize>(connection: &Connection, name: &'static str, value: &T) -> Result<(), PressError> {
    let value = serde_json::to_string(value).within("note")?;
    let sql = "INSERT INTO note (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value";
    connection
        .prepare_cached(sql)
        .within("note")?
        .execute(params![name, value])
        .within("note")?;
    Ok(())
}

/// Takes a note away.
pub(crate) fn remove_note(connection: &Connection, name: &'static str) -> Result<(), PressError> {
    connection
        .prepare_cached("DELETE FROM note WHERE name = ?1")
        .within("note")?
        .execute([name])
        .within("note")?;
    Ok(())
}

/// SQLite's integers are signed: shifts 64 bits so that their order stays.
pub(crate) fn signed(bits: u64) -> i64 {
    i64::from_ne_bytes((bits ^ (1 << 63)).to_ne_bytes())
}

/// The bits that [`signed`] shifted.
pub(crate) fn unsigned(number: i64) -> u64 {
    u64::from_ne_bytes(number.to_ne_bytes()) ^ (1 << 63)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_ties_survives_the_database() {
        let ties = [0, 1, u64::MAX / 2, u64::MAX / 2 + 1, u64::MAX];
        assert!(ties.windows(2).all(|pair| signed(pair[0]) < signed(pair[1])));
        assert!(ties.iter().all(|tie| unsigned(signed(*tie)) == *tie));
    }
}
