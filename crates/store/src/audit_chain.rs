//! The chain of the audit log: each row bears a hash over itself and the row before, and the last of them stands a second
//! time apart. So a row that was changed, removed or put elsewhere is found, also the last one. Whoever can write the
//! whole database can chain it anew: against that helps a position and its hash that were written down elsewhere.

use crate::engine::Connection;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::statement::{Row, Statement, Value};

/// Sets these hashes apart from all others.
const CONTEXT: &str = "plenary 2026-11 audit log";
/// Rows that are read at once.
const ROWS_AT_ONCE: i64 = 1_000;
/// The name of the one row that says where the log ends.
const END: &str = "audit";

/// Where the audit log ends, or ended once: the position of a row and the hash over it and all before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainEnd {
    /// The row's position; 0 if there is none.
    pub position: i64,
    /// 64 hexadecimal digits; empty if there is no row.
    pub hash: String,
}

/// What is wrong with an audit log, at the first place where something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChainFault {
    /// The row of this position is not there, and later ones are, or the log ends before it should.
    Missing(i64),
    /// The row of this position is not what it was, or does not follow the one before it.
    Changed(i64),
    /// There are rows behind the one that is noted as the last.
    Beyond(i64),
    /// The row of this position had another hash when it was written down elsewhere.
    Unlike(i64),
}

/// What was found in an audit log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainVerdict {
    /// How many rows there are.
    pub rows: u64,
    /// Where it ends.
    pub end: ChainEnd,
    /// The first thing that is wrong, if any is.
    pub fault: Option<ChainFault>,
}

static ENDS: Statement = Statement::new(
    "asking where the audit log ends",
    "SELECT position, chain FROM audit_end WHERE name = $1",
);

static END_AT: Statement = Statement::new(
    "noting where the audit log ends",
    "INSERT INTO audit_end (name, position, chain) VALUES ($1, $2, $3)
     ON CONFLICT (name) DO UPDATE SET position = excluded.position, chain = excluded.chain",
);

static ROWS: Statement = Statement::new(
    "reading the chain of the audit log",
    "SELECT position, at, actor, act, subject, detail, chain FROM audit WHERE position > $1 ORDER BY position LIMIT $2",
);

static CHAIN: Statement = Statement::new(
    "chaining a row of the audit log",
    "UPDATE audit SET chain = $1 WHERE position = $2",
);

/// A row of the log as it is hashed.
pub(crate) struct Link<'a> {
    pub(crate) position: i64,
    pub(crate) at: i64,
    pub(crate) actor: &'a str,
    pub(crate) act: &'a str,
    pub(crate) subject: Option<&'a str>,
    pub(crate) detail: &'a str,
}

impl Link<'_> {
    /// The hash of this row behind another. The length stands before each part, so that none can borrow from the next.
    pub(crate) fn after(&self, former: &str) -> String {
        let mut hasher = blake3::Hasher::new_derive_key(CONTEXT);
        hasher.update(&self.position.to_be_bytes());
        hasher.update(&self.at.to_be_bytes());
        hasher.update(&[u8::from(self.subject.is_some())]);
        let subject = self.subject.unwrap_or_default();
        for part in [former, self.actor, self.act, subject, self.detail] {
            hasher.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
            hasher.update(part.as_bytes());
        }
        hasher.finalize().to_hex().to_string()
    }
}

/// A row as it lies in the table.
struct Kept {
    position: i64,
    at: i64,
    actor: String,
    act: String,
    subject: Option<String>,
    detail: String,
    chain: String,
}

impl Kept {
    fn read(row: &Row<'_>) -> Result<Kept, StoreError> {
        Ok(Kept {
            position: row.int(0)?,
            at: row.int(1)?,
            actor: row.string(2)?,
            act: row.string(3)?,
            subject: row.optional_text(4)?.map(str::to_owned),
            detail: row.string(5)?,
            chain: row.string(6)?,
        })
    }

    fn after(&self, former: &str) -> String {
        let link = Link {
            position: self.position,
            at: self.at,
            actor: &self.actor,
            act: &self.act,
            subject: self.subject.as_deref(),
            detail: &self.detail,
        };
        link.after(former)
    }
}

/// Where the log ends; the caller holds its lock.
pub(crate) fn end(connection: &mut Connection) -> Result<ChainEnd, StoreError> {
    let found = connection.first(&ENDS, &[Value::from(END)], |row| {
        Ok(ChainEnd {
            position: row.int(0)?,
            hash: row.string(1)?,
        })
    })?;
    Ok(found.unwrap_or(ChainEnd {
        position: 0,
        hash: String::new(),
    }))
}

/// Notes where the log ends; the caller holds its lock.
pub(crate) fn end_at(connection: &mut Connection, end: &ChainEnd) -> Result<(), StoreError> {
    let values = [Value::from(END), end.position.into(), end.hash.as_str().into()];
    connection.execute(&END_AT, &values).map(drop)
}

/// Chains the rows of a log that had no chain yet.
pub(crate) fn chain_all(connection: &mut Connection) -> Result<(), StoreError> {
    let mut last = end(connection)?;
    loop {
        let rows = connection.all(&ROWS, &[last.position.into(), ROWS_AT_ONCE.into()], Kept::read)?;
        if rows.is_empty() {
            return end_at(connection, &last);
        }
        for row in rows {
            let hash = row.after(&last.hash);
            connection.execute(&CHAIN, &[Value::from(hash.as_str()), row.position.into()])?;
            last = ChainEnd {
                position: row.position,
                hash,
            };
        }
    }
}

impl Reader {
    /// Goes through the whole audit log and says what is wrong with it; `known` is what was written down elsewhere,
    /// `tell` is told now and then how many rows were seen.
    ///
    /// # Errors
    /// What the engine meets.
    pub fn verify_audit(&mut self, known: Option<&ChainEnd>, tell: &dyn Fn(u64)) -> Result<ChainVerdict, StoreError> {
        let noted = end(&mut self.connection)?;
        let mut rows = 0;
        let mut last = ChainEnd {
            position: 0,
            hash: String::new(),
        };
        let mut fault = None;
        'log: loop {
            let values = [last.position.into(), ROWS_AT_ONCE.into()];
            let found = self.connection.all(&ROWS, &values, Kept::read)?;
            if found.is_empty() {
                break;
            }
            for row in found {
                fault = fault_at(&row, &last, &noted, known);
                if fault.is_some() {
                    break 'log;
                }
                rows += 1;
                last = ChainEnd {
                    position: row.position,
                    hash: row.chain,
                };
            }
            tell(rows);
        }
        if fault.is_none() && last != noted {
            fault = Some(match last.position < noted.position {
                true => ChainFault::Missing(last.position + 1),
                false => ChainFault::Changed(last.position),
            });
        }
        let is_before_known = known.is_some_and(|known| known.position > last.position);
        if fault.is_none() && is_before_known {
            fault = Some(ChainFault::Missing(last.position + 1));
        }
        Ok(ChainVerdict { rows, end: last, fault })
    }
}

fn fault_at(row: &Kept, last: &ChainEnd, noted: &ChainEnd, known: Option<&ChainEnd>) -> Option<ChainFault> {
    let at = row.position;
    if at != last.position + 1 {
        return Some(ChainFault::Missing(last.position + 1));
    }
    if row.after(&last.hash) != row.chain {
        return Some(ChainFault::Changed(at));
    }
    if at > noted.position {
        return Some(ChainFault::Beyond(at));
    }
    let is_unlike = known.is_some_and(|known| known.position == at && known.hash != row.chain);
    is_unlike.then_some(ChainFault::Unlike(at))
}
