//! The audit log: who did what and when, written in the same transaction as what was done.

use std::sync::LazyLock;

use content::{Instant, Subject};

use crate::audit_chain::{self, ChainEnd, Link};
use crate::changes::{ROWS_AT_ONCE, for_each_chunk};
use crate::error::StoreError;
use crate::json::{Place, to_json};
use crate::reader::Reader;
use crate::statement::{Statement, Value};
use crate::tx::Tx;

const TABLE: &str = "audit";
const COLUMNS: &[&str] = &["position", "at", "actor", "act", "subject", "detail", "chain"];

/// One act as the audit log keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditRow {
    /// When.
    pub at: Instant,
    /// Who.
    pub actor: String,
    /// What.
    pub act: String,
    /// On what, if on one thing.
    pub subject: Option<Subject>,
    /// What else the act wants to be known.
    pub detail: serde_json::Value,
}

static AFTER: Statement = Statement::new(
    "reading the audit log",
    "SELECT position, at, actor, act, subject, detail FROM audit WHERE position > $1 ORDER BY position LIMIT $2",
);

static APPEND: LazyLock<[Statement; 2]> = LazyLock::new(|| {
    [1, ROWS_AT_ONCE].map(|rows| Statement::insert_rows("appending to the audit log", TABLE, COLUMNS, rows))
});

impl Reader {
    /// The audit rows that follow a position, at most `limit`, each with its own position.
    ///
    /// # Errors
    /// What the engine meets; [`StoreError::Damaged`].
    pub fn audit_after(&mut self, position: i64, limit: usize) -> Result<Vec<(i64, AuditRow)>, StoreError> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        self.connection.all(&AFTER, &[position.into(), limit.into()], |row| {
            let position = row.int(0)?;
            let key = position.to_string();
            let place = Place {
                table: TABLE,
                key: &[&key],
            };
            let audited = AuditRow {
                at: Instant(row.int(1)?),
                actor: row.string(2)?,
                act: row.string(3)?,
                subject: row
                    .optional_text(4)?
                    .map(|subject| place.subject(subject))
                    .transpose()?,
                detail: place.json(row.text(5)?)?,
            };
            Ok((position, audited))
        })
    }
}

impl Tx<'_> {
    /// Adds an audit row; written as the last step but one of the transaction.
    pub fn audit(&mut self, row: &AuditRow) {
        self.audits.push(row.clone());
    }

    /// Writes what was audited; the caller holds the lock of the logs.
    pub(crate) fn append_audits(&mut self) -> Result<(), StoreError> {
        let audits = std::mem::take(&mut self.audits);
        if audits.is_empty() {
            return Ok(());
        }
        let mut last = audit_chain::end(&mut self.connection)?;
        for_each_chunk(&audits, |rows, chunk| {
            let details = chunk
                .iter()
                .map(|row| to_json(&row.detail))
                .collect::<Result<Vec<_>, _>>()?;
            let mut ends = Vec::with_capacity(chunk.len());
            for (row, detail) in chunk.iter().zip(&details) {
                let link = Link {
                    position: last.position + 1,
                    at: row.at.0,
                    actor: &row.actor,
                    act: &row.act,
                    subject: row.subject.as_ref().map(Subject::as_str),
                    detail,
                };
                last = ChainEnd {
                    position: link.position,
                    hash: link.after(&last.hash),
                };
                ends.push(last.clone());
            }
            let mut values: Vec<Value<'_>> = Vec::with_capacity(chunk.len() * COLUMNS.len());
            for ((row, detail), end) in chunk.iter().zip(&details).zip(&ends) {
                let subject = row.subject.as_ref().map(Subject::as_str);
                values.extend([end.position.into(), row.at.into(), Value::from(row.actor.as_str())]);
                values.extend([Value::from(row.act.as_str()), subject.into(), detail.as_str().into()]);
                values.push(end.hash.as_str().into());
            }
            let [one, many] = &*APPEND;
            self.connection.execute(if rows == 1 { one } else { many }, &values)?;
            Ok(())
        })?;
        audit_chain::end_at(&mut self.connection, &last)
    }
}
