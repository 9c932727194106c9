//! Statements, the values bound to them and the rows they give, the same for both engines.

use std::borrow::Cow;
use std::error::Error;

use content::{Instant, Subject};
use language::Locale;

use crate::error::StoreError;

/// One SQL text for both engines: `$1` in ascending order of first appearance, portable types.
pub(crate) struct Statement {
    /// What it does, in words, for errors.
    pub(crate) name: &'static str,
    pub(crate) sql: Cow<'static, str>,
}

/// A value bound to a placeholder.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Value<'a> {
    Int(Option<i64>),
    Text(Option<&'a str>),
    Bytes(&'a [u8]),
}

/// A row as its engine holds it; columns are counted from 0.
pub(crate) struct Row<'a> {
    pub(crate) statement: &'static str,
    pub(crate) cells: Cells<'a>,
}

pub(crate) enum Cells<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
    Postgres(&'a ::postgres::Row),
}

impl Statement {
    /// Does not compile, as a static, where placeholders do not ascend.
    pub(crate) const fn new(name: &'static str, sql: &'static str) -> Statement {
        assert!(
            placeholders_ascend(sql.as_bytes()),
            "SQLite numbers placeholders as they appear: let them ascend"
        );
        Statement {
            name,
            sql: Cow::Borrowed(sql),
        }
    }

    /// An insert of `rows` rows at once, for logs that grow by thousands.
    pub(crate) fn insert_rows(name: &'static str, table: &str, columns: &[&str], rows: usize) -> Statement {
        let mut sql = format!("INSERT INTO {table} ({}) VALUES ", columns.join(", "));
        for row in 0..rows {
            let placeholders: Vec<String> = (1..=columns.len())
                .map(|column| format!("${}", row * columns.len() + column))
                .collect();
            let comma = if row == 0 { "" } else { ", " };
            sql.push_str(&format!("{comma}({})", placeholders.join(", ")));
        }
        Statement {
            name,
            sql: Cow::Owned(sql),
        }
    }
}

/// Whether each placeholder is one that stood before or the next one. Two digits at most: no text here has a hundred.
const fn placeholders_ascend(mut sql: &[u8]) -> bool {
    let mut highest = 0;
    loop {
        let number = match sql {
            [] => return true,
            [b'$', tens @ b'1'..=b'9', ones @ b'0'..=b'9', rest @ ..] => {
                sql = rest;
                (*tens - b'0') * 10 + *ones - b'0'
            }
            [b'$', digit @ b'1'..=b'9', rest @ ..] => {
                sql = rest;
                *digit - b'0'
            }
            [_, rest @ ..] => {
                sql = rest;
                continue;
            }
        };
        if number > highest + 1 {
            return false;
        }
        if number > highest {
            highest = number;
        }
    }
}

impl Row<'_> {
    pub(crate) fn int(&self, column: usize) -> Result<i64, StoreError> {
        match self.cells {
            Cells::Sqlite(row) => row.get(column).map_err(|error| self.unreadable("SQLite", error)),
            Cells::Postgres(row) => row
                .try_get(column)
                .map_err(|error| self.unreadable("PostgreSQL", error)),
        }
    }

    pub(crate) fn optional_int(&self, column: usize) -> Result<Option<i64>, StoreError> {
        match self.cells {
            Cells::Sqlite(row) => row.get(column).map_err(|error| self.unreadable("SQLite", error)),
            Cells::Postgres(row) => row
                .try_get(column)
                .map_err(|error| self.unreadable("PostgreSQL", error)),
        }
    }

    pub(crate) fn text(&self, column: usize) -> Result<&str, StoreError> {
        match self.cells {
            Cells::Sqlite(row) => {
                let value = row.get_ref(column).map_err(|error| self.unreadable("SQLite", error))?;
                value.as_str().map_err(|error| self.unreadable("SQLite", error))
            }
            Cells::Postgres(row) => row
                .try_get(column)
                .map_err(|error| self.unreadable("PostgreSQL", error)),
        }
    }

    pub(crate) fn optional_text(&self, column: usize) -> Result<Option<&str>, StoreError> {
        match self.cells {
            Cells::Sqlite(row) => {
                let value = row.get_ref(column).map_err(|error| self.unreadable("SQLite", error))?;
                value.as_str_or_null().map_err(|error| self.unreadable("SQLite", error))
            }
            Cells::Postgres(row) => row
                .try_get(column)
                .map_err(|error| self.unreadable("PostgreSQL", error)),
        }
    }

    pub(crate) fn string(&self, column: usize) -> Result<String, StoreError> {
        self.text(column).map(str::to_owned)
    }

    pub(crate) fn bytes(&self, column: usize) -> Result<Vec<u8>, StoreError> {
        match self.cells {
            Cells::Sqlite(row) => row.get(column).map_err(|error| self.unreadable("SQLite", error)),
            Cells::Postgres(row) => row
                .try_get(column)
                .map_err(|error| self.unreadable("PostgreSQL", error)),
        }
    }

    fn unreadable(&self, engine: &'static str, source: impl Error + Send + Sync + 'static) -> StoreError {
        StoreError::Failed {
            engine,
            statement: self.statement,
            source: Box::new(source),
        }
    }
}

impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
        Value::Int(Some(number))
    }
}

impl From<Option<i64>> for Value<'_> {
    fn from(number: Option<i64>) -> Self {
        Value::Int(number)
    }
}

impl From<Instant> for Value<'_> {
    fn from(instant: Instant) -> Self {
        Value::Int(Some(instant.0))
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Value::Text(Some(text))
    }
}

impl<'a> From<Option<&'a str>> for Value<'a> {
    fn from(text: Option<&'a str>) -> Self {
        Value::Text(text)
    }
}

impl<'a> From<&'a Subject> for Value<'a> {
    fn from(subject: &'a Subject) -> Self {
        Value::Text(Some(subject.as_str()))
    }
}

impl<'a> From<&'a Locale> for Value<'a> {
    fn from(locale: &'a Locale) -> Self {
        Value::Text(Some(locale.as_str()))
    }
}

impl<'a> From<&'a [u8]> for Value<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Value::Bytes(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_out_of_order_are_found() {
        assert!(placeholders_ascend(b"SELECT $1, $2 WHERE a = $1 AND b = $3"));
        assert!(!placeholders_ascend(b"SELECT $2, $1"));
        assert!(!placeholders_ascend(b"SELECT $1, $3"));
    }

    #[test]
    fn many_rows_count_their_placeholders_on() {
        let statement = Statement::insert_rows("log", "change", &["position", "act"], 2);
        assert_eq!(
            statement.sql,
            "INSERT INTO change (position, act) VALUES ($1, $2), ($3, $4)"
        );
    }
}
