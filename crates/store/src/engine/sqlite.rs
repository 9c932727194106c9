//! What is particular to SQLite: opening, pragmas, beginning, cached statements, error codes.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use rusqlite::config::DbConfig;
use rusqlite::types::{ToSql, ToSqlOutput, ValueRef};
use rusqlite::{ErrorCode, ffi};

use crate::error::StoreError;
use crate::location::Location;
use crate::statement::{Cells, Row, Statement, Value};
use crate::store::Durability;

const ENGINE: &str = "SQLite";

/// What the portable layout leaves to the engine. Texts compare by bytes anyway.
pub(super) const TOKENS: &[(&str, &str)] = &[("{key}", "TEXT"), ("{without_rowid}", "WITHOUT ROWID")];

/// How long a transaction waits for that of another process.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);
/// The pause between two attempts to open a file that another connection is making.
const OPENING_PAUSE: Duration = Duration::from_millis(5);
/// Prepared statements kept per connection: more than the crate has.
const STATEMENTS_MAX: usize = 128;
/// Pages kept in memory per connection, in KiB.
const CACHE_KIB: i64 = 16 * 1024;
/// A database is laid out in pages of this size, in bytes: a body of 5 to 8 KB takes one or two.
const PAGE_BYTES: i64 = 8192;
/// After a large import the log file is cut to this size, in bytes.
const LOG_MAX: i64 = 64 * 1024 * 1024;

pub(super) struct Source {
    path: PathBuf,
    durability: Durability,
}

pub(super) struct Link(rusqlite::Connection);

impl Source {
    pub(super) fn new(path: PathBuf, durability: Durability) -> Source {
        Source { path, durability }
    }

    pub(super) fn connect(&self, location: &Location, writes: bool) -> Result<Link, StoreError> {
        let open = || -> rusqlite::Result<rusqlite::Connection> {
            let connection = rusqlite::Connection::open(&self.path)?;
            connection.busy_timeout(BUSY_TIMEOUT)?;
            connection.set_prepared_statement_cache_capacity(STATEMENTS_MAX);
            // One plan per statement, whatever is bound: otherwise some are prepared anew for each row.
            connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
            connection.pragma_update(None, "page_size", PAGE_BYTES)?;
            connection.pragma_update(None, "journal_mode", "WAL")?;
            let synchronous = match self.durability {
                Durability::Full => "FULL",
                Durability::Relaxed => "OFF",
            };
            connection.pragma_update(None, "synchronous", synchronous)?;
            connection.pragma_update(None, "foreign_keys", true)?;
            // What a failing statement must undo within its transaction is kept in memory, not in a file beside.
            connection.pragma_update(None, "temp_store", "MEMORY")?;
            connection.pragma_update(None, "cache_size", -CACHE_KIB)?;
            connection.pragma_update(None, "journal_size_limit", LOG_MAX)?;
            connection.pragma_update(None, "query_only", !writes)?;
            Ok(connection)
        };
        let begin = Instant::now();
        loop {
            match open() {
                Ok(connection) => return Ok(Link(connection)),
                // While another connection makes a new file a write-ahead log, SQLite does not wait by itself.
                Err(error) if is_busy(&error) && begin.elapsed() < BUSY_TIMEOUT => std::thread::sleep(OPENING_PAUSE),
                Err(error) if is_busy(&error) => {
                    return Err(StoreError::Busy {
                        engine: ENGINE,
                        statement: "opening",
                    });
                }
                Err(error) => {
                    return Err(StoreError::Unreachable {
                        location: location.to_string(),
                        reason: error.to_string(),
                    });
                }
            }
        }
    }
}

fn is_busy(error: &rusqlite::Error) -> bool {
    matches!(
        error.sqlite_error_code(),
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked)
    )
}

impl Link {
    pub(super) fn begin(&mut self, writes: bool) -> Result<(), StoreError> {
        if writes {
            return self.batch("beginning to write", "BEGIN IMMEDIATE");
        }
        // The snapshot is taken by the first question, so one is asked.
        self.batch("beginning to read", "BEGIN; SELECT 1 FROM sqlite_schema LIMIT 1")
    }

    pub(super) fn execute(&mut self, statement: &Statement, values: &[Value<'_>]) -> Result<u64, StoreError> {
        let run = || {
            let mut prepared = self.0.prepare_cached(&statement.sql)?;
            prepared.execute(rusqlite::params_from_iter(values))
        };
        run()
            .map(|rows| u64::try_from(rows).unwrap_or(u64::MAX))
            .map_err(|error| translated(error, statement.name))
    }

    pub(super) fn each(
        &mut self,
        statement: &Statement,
        values: &[Value<'_>],
        visit: &mut dyn FnMut(&Row<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let failed = |error| translated(error, statement.name);
        let mut prepared = self.0.prepare_cached(&statement.sql).map_err(failed)?;
        let mut rows = prepared.query(rusqlite::params_from_iter(values)).map_err(failed)?;
        while let Some(row) = rows.next().map_err(failed)? {
            visit(&Row {
                statement: statement.name,
                cells: Cells::Sqlite(row),
            })?;
        }
        Ok(())
    }

    pub(super) fn batch(&mut self, name: &'static str, sql: &str) -> Result<(), StoreError> {
        self.0.execute_batch(sql).map_err(|error| translated(error, name))
    }
}

impl ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Value::Int(number) => number.map_or(ValueRef::Null, ValueRef::Integer),
            Value::Text(text) => text.map_or(ValueRef::Null, |text| ValueRef::Text(text.as_bytes())),
            Value::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

fn translated(error: rusqlite::Error, statement: &'static str) -> StoreError {
    let extended = error.sqlite_error().map(|inner| inner.extended_code);
    match (error.sqlite_error_code(), extended) {
        (Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked), _) => StoreError::Busy {
            engine: ENGINE,
            statement,
        },
        (_, Some(ffi::SQLITE_CONSTRAINT_FOREIGNKEY)) => StoreError::Missing {
            engine: ENGINE,
            statement,
        },
        (Some(ErrorCode::ConstraintViolation), _) => StoreError::Conflict {
            engine: ENGINE,
            statement,
            reason: error.to_string(),
        },
        _ => StoreError::Failed {
            engine: ENGINE,
            statement,
            source: Box::new(error),
        },
    }
}
