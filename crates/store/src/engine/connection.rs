//! One connection of either engine: its transaction, and what can be asked of it.

use std::time::Duration;

use content::Subject;

use super::{postgres, sqlite};
use crate::error::StoreError;
use crate::statement::{Row, Statement, Value};

/// One connection, in at most one transaction.
pub(crate) struct Connection {
    link: Link,
    /// Whether a transaction is open.
    open: bool,
    /// What failed within it: then it cannot be kept.
    spoilt: Option<&'static str>,
}

pub(super) enum Link {
    Sqlite(sqlite::Link),
    Postgres(Box<postgres::Link>),
}

impl Connection {
    pub(super) fn new(link: Link) -> Connection {
        Connection {
            link,
            open: false,
            spoilt: None,
        }
    }

    /// Whether a transaction is open.
    pub(super) fn is_open(&self) -> bool {
        self.open
    }

    /// Begins a transaction: one that writes, or one that reads a snapshot.
    pub(super) fn begin(&mut self, writes: bool) -> Result<(), StoreError> {
        match &mut self.link {
            Link::Sqlite(link) => link.begin(writes)?,
            Link::Postgres(link) => link.begin(writes)?,
        }
        self.open = true;
        self.spoilt = None;
        Ok(())
    }

    /// Whether the transaction can be kept: on no engine after a step has failed.
    pub(crate) fn sound(&self) -> Result<(), StoreError> {
        self.spoilt
            .map_or(Ok(()), |statement| Err(StoreError::Spoilt { statement }))
    }

    /// Keeps what the transaction did.
    pub(crate) fn commit(&mut self) -> Result<(), StoreError> {
        self.sound()?;
        self.batch("committing", "COMMIT")?;
        self.open = false;
        Ok(())
    }

    /// Undoes what the transaction did. A connection that cannot is not used again.
    pub(crate) fn rollback(&mut self) {
        match self.batch("rolling back", "ROLLBACK") {
            Ok(()) => self.open = false,
            Err(error) => tracing::warn!(%error, "a connection is given up"),
        }
    }

    /// Runs a statement to its end and gives the number of rows it touched.
    pub(crate) fn execute(&mut self, statement: &Statement, values: &[Value<'_>]) -> Result<u64, StoreError> {
        let outcome = match &mut self.link {
            Link::Sqlite(link) => link.execute(statement, values),
            Link::Postgres(link) => link.execute(statement, values),
        };
        self.noted(statement.name, outcome)
    }

    /// Hands each row of a statement to `visit`.
    pub(crate) fn each(
        &mut self,
        statement: &Statement,
        values: &[Value<'_>],
        visit: &mut dyn FnMut(&Row<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let outcome = match &mut self.link {
            Link::Sqlite(link) => link.each(statement, values, visit),
            Link::Postgres(link) => link.each(statement, values, visit),
        };
        self.noted(statement.name, outcome)
    }

    /// All rows of a statement.
    pub(crate) fn all<T>(
        &mut self,
        statement: &Statement,
        values: &[Value<'_>],
        read: impl Fn(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let mut rows = Vec::new();
        self.each(statement, values, &mut |row| {
            rows.push(read(row)?);
            Ok(())
        })?;
        Ok(rows)
    }

    /// The first row of a statement, if it gives any.
    pub(crate) fn first<T>(
        &mut self,
        statement: &Statement,
        values: &[Value<'_>],
        read: impl Fn(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        let mut found = None;
        // A statement that writes takes effect only when it has run to its end: later rows are passed over, not cut off.
        self.each(statement, values, &mut |row| {
            if found.is_none() {
                found = Some(read(row)?);
            }
            Ok(())
        })?;
        Ok(found)
    }

    /// Runs SQL without values.
    pub(crate) fn batch(&mut self, name: &'static str, sql: &str) -> Result<(), StoreError> {
        let outcome = match &mut self.link {
            Link::Sqlite(link) => link.batch(name, sql),
            Link::Postgres(link) => link.batch(name, sql),
        };
        self.noted(name, outcome)
    }

    /// Portable SQL that makes a table, with the tokens filled in which only one engine knows.
    pub(crate) fn define(&mut self, sql: &str) -> Result<(), StoreError> {
        let tokens = match &self.link {
            Link::Sqlite(_) => sqlite::TOKENS,
            Link::Postgres(_) => postgres::TOKENS,
        };
        let sql = tokens
            .iter()
            .fold(sql.to_owned(), |sql, (token, text)| sql.replace(token, text));
        self.batch("changing the layout", &sql)
    }

    /// Lets nobody else change the layout until the transaction ends.
    pub(crate) fn lock_layout(&mut self) -> Result<(), StoreError> {
        self.lock(postgres::LAYOUT)
    }

    /// Lets nobody else append to the logs until the transaction ends, so that positions are in commit order.
    pub(crate) fn lock_logs(&mut self) -> Result<(), StoreError> {
        self.lock(postgres::LOGS)
    }

    fn lock(&mut self, lock: i64) -> Result<(), StoreError> {
        let outcome = match &mut self.link {
            Link::Sqlite(_) => Ok(()), // The one writer holds the whole file.
            Link::Postgres(link) => link.lock(lock),
        };
        self.noted("waiting for a lock", outcome)
    }

    /// Lets nobody else change a subject until the transaction ends.
    pub(crate) fn lock_subject(&mut self, subject: &Subject) -> Result<(), StoreError> {
        let outcome = match &mut self.link {
            Link::Sqlite(_) => Ok(()),
            Link::Postgres(link) => link.lock_subject(subject),
        };
        self.noted("holding a subject", outcome)
    }

    /// Tells the listeners of other processes, if the transaction is kept, that there are changes.
    pub(crate) fn notify(&mut self) -> Result<(), StoreError> {
        let outcome = match &mut self.link {
            Link::Sqlite(_) => Ok(()), // They poll.
            Link::Postgres(link) => link.notify(),
        };
        self.noted("notifying", outcome)
    }

    /// Begins to hear what [`notify`](Self::notify) tells; says whether this engine tells anything.
    pub(crate) fn listen(&mut self) -> Result<bool, StoreError> {
        match &mut self.link {
            Link::Sqlite(_) => Ok(false),
            Link::Postgres(link) => link.listen().map(|()| true),
        }
    }

    /// Waits until something is told or the time is over.
    pub(crate) fn hear(&mut self, timeout: Duration) -> Result<(), StoreError> {
        match &mut self.link {
            Link::Sqlite(_) => Ok(()),
            Link::Postgres(link) => link.hear(timeout),
        }
    }

    /// Whether the server is gone.
    pub(super) fn is_cut(&self) -> bool {
        match &self.link {
            Link::Sqlite(_) => false,
            Link::Postgres(link) => link.is_cut(),
        }
    }

    fn noted<T>(&mut self, statement: &'static str, outcome: Result<T, StoreError>) -> Result<T, StoreError> {
        // A row that cannot be read spoils nothing: whoever met it may save it anew.
        if self.open
            && outcome
                .as_ref()
                .err()
                .is_some_and(|error| !matches!(error, StoreError::Damaged { .. }))
        {
            self.spoilt.get_or_insert(statement);
        }
        outcome
    }
}
