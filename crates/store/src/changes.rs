//! The change log, which drives all that is derived: which subject changed by which act, with positions in the order of
//! commits and without gaps.

use std::sync::LazyLock;

use content::{Instant, Subject};

use crate::error::StoreError;
use crate::json::Place;
use crate::reader::Reader;
use crate::statement::{Statement, Value};
use crate::tx::Tx;

const TABLE: &str = "change";
const COLUMNS: &[&str] = &["position", "at", "subject", "act", "actor"];
/// Rows written by one statement, where there are as many.
pub(crate) const ROWS_AT_ONCE: usize = 100;

/// A change that was committed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its place in the log; the first is 1.
    pub position: i64,
    /// When it was made.
    pub at: Instant,
    /// What changed.
    pub subject: Subject,
    /// By which act.
    pub act: String,
    /// Who did it.
    pub actor: String,
}

/// A change on its way.
pub(crate) struct NewChange {
    subject: Subject,
    act: String,
    actor: String,
    at: Instant,
}

static LAST: Statement = Statement::new(
    "asking for the last change",
    "SELECT COALESCE(MAX(position), 0) FROM change",
);

static AFTER: Statement = Statement::new(
    "reading changes",
    "SELECT position, at, subject, act, actor FROM change WHERE position > $1 ORDER BY position LIMIT $2",
);

static APPEND: LazyLock<[Statement; 2]> = LazyLock::new(|| {
    [1, ROWS_AT_ONCE].map(|rows| Statement::insert_rows("appending to the change log", TABLE, COLUMNS, rows))
});

impl Reader {
    /// The changes that follow a position, at most `limit`.
    ///
    /// # Errors
    /// What the engine meets; [`StoreError::Damaged`].
    pub fn changes_after(&mut self, position: i64, limit: usize) -> Result<Vec<Change>, StoreError> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        self.connection.all(&AFTER, &[position.into(), limit.into()], |row| {
            let position = row.int(0)?;
            let key = position.to_string();
            let place = Place {
                table: TABLE,
                key: &[&key],
            };
            Ok(Change {
                position,
                at: Instant(row.int(1)?),
                subject: place.subject(row.text(2)?)?,
                act: row.string(3)?,
                actor: row.string(4)?,
            })
        })
    }

    /// The position of the last change, 0 if there is none. Cheap enough to be asked again and again.
    ///
    /// # Errors
    /// What the engine meets.
    pub fn last_position(&mut self) -> Result<i64, StoreError> {
        Ok(self.connection.first(&LAST, &[], |row| row.int(0))?.unwrap_or(0))
    }
}

impl Tx<'_> {
    /// Says that a subject changed; written as the very last step of the transaction.
    pub fn log_change(&mut self, subject: &Subject, act: &str, actor: &str, at: Instant) {
        self.changes.push(NewChange {
            subject: subject.clone(),
            act: act.to_owned(),
            actor: actor.to_owned(),
            at,
        });
    }

    /// Writes what was logged; the caller holds the lock of the logs.
    pub(crate) fn append_changes(&mut self) -> Result<(), StoreError> {
        let changes = std::mem::take(&mut self.changes);
        if changes.is_empty() {
            return Ok(());
        }
        let mut position = self.last_position()?;
        for_each_chunk(&changes, |rows, chunk| {
            let mut values: Vec<Value<'_>> = Vec::with_capacity(chunk.len() * COLUMNS.len());
            for change in chunk {
                position += 1;
                values.extend([position.into(), change.at.into(), Value::from(&change.subject)]);
                values.extend([Value::from(change.act.as_str()), change.actor.as_str().into()]);
            }
            let [one, many] = &*APPEND;
            self.connection.execute(if rows == 1 { one } else { many }, &values)?;
            Ok(())
        })
    }
}

/// Hands out full chunks of [`ROWS_AT_ONCE`], then what is left one by one, each with the number of its rows.
pub(crate) fn for_each_chunk<T>(
    rows: &[T],
    mut write: impl FnMut(usize, &[T]) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let chunks = rows.chunks_exact(ROWS_AT_ONCE);
    let rest = chunks.remainder();
    for chunk in chunks.chain(rest.chunks(1)) {
        write(chunk.len(), chunk)?;
    }
    Ok(())
}
