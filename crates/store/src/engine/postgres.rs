//! What is particular to PostgreSQL: connecting, isolation, advisory locks, NOTIFY and LISTEN, prepared statements,
//! error codes.

use std::collections::HashMap;
use std::error::Error;
use std::time::Duration;

use ::postgres::error::SqlState;
use ::postgres::fallible_iterator::FallibleIterator;
use ::postgres::types::ToSql;
use ::postgres::{Client, Config, NoTls};
use content::Subject;

use crate::error::StoreError;
use crate::location::Location;
use crate::statement::{Cells, Row, Statement, Value};

const ENGINE: &str = "PostgreSQL";

/// What the portable layout leaves to the engine: keys compare by bytes, whatever the database's language is.
pub(super) const TOKENS: &[(&str, &str)] = &[("{key}", "TEXT COLLATE \"C\""), ("{without_rowid}", "")];

/// The advisory lock under which the layout changes. The numbers are arbitrary; they only must differ from those of
/// other programs in the same database.
pub(super) const LAYOUT: i64 = 0x706c_656e_6172_7901;
/// The advisory lock under which the logs grow.
pub(super) const LOGS: i64 = 0x706c_656e_6172_7902;

/// How long connecting may take, where the location does not say.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
/// What each connection begins with: how long it waits for the lock of another transaction.
const SETTINGS: &str = "SET lock_timeout = '5s'; SET client_min_messages = 'warning'";

/// Row locks are held to the end of the transaction; this one also keeps others from adding texts to the subject.
static LOCK_SUBJECT: Statement = Statement::new(
    "holding a subject",
    "SELECT 1 FROM subject WHERE subject = $1 FOR UPDATE",
);

pub(super) struct Source(Config);

pub(super) struct Link {
    client: Client,
    prepared: HashMap<String, ::postgres::Statement>,
}

impl Source {
    pub(super) fn new(mut config: Config) -> Source {
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(CONNECT_TIMEOUT);
        }
        if config.get_application_name().is_none() {
            config.application_name("plenary");
        }
        Source(config)
    }

    pub(super) fn connect(&self, location: &Location) -> Result<Link, StoreError> {
        let open = || {
            let mut client = self.0.connect(NoTls)?;
            client.batch_execute(SETTINGS)?;
            Ok(client)
        };
        let client = open().map_err(|error: ::postgres::Error| {
            let (location, reason) = (location.to_string(), told(&error));
            match error.code() {
                Some(&SqlState::INVALID_PASSWORD | &SqlState::INVALID_AUTHORIZATION_SPECIFICATION) => {
                    StoreError::Refused { location, reason }
                }
                _ => StoreError::Unreachable { location, reason },
            }
        })?;
        Ok(Link {
            client,
            prepared: HashMap::new(),
        })
    }
}

impl Link {
    pub(super) fn begin(&mut self, writes: bool) -> Result<(), StoreError> {
        if writes {
            // Read committed: after the wait for the logs' lock their last position is seen as it is then.
            return self.batch("beginning to write", "BEGIN ISOLATION LEVEL READ COMMITTED");
        }
        // The snapshot is taken by the first question, so one is asked.
        self.batch(
            "beginning to read",
            "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT 1",
        )
    }

    pub(super) fn execute(&mut self, statement: &Statement, values: &[Value<'_>]) -> Result<u64, StoreError> {
        let prepared = self.prepared(statement)?;
        self.client
            .execute(&prepared, &bound(values))
            .map_err(|error| translated(error, statement.name))
    }

    pub(super) fn each(
        &mut self,
        statement: &Statement,
        values: &[Value<'_>],
        visit: &mut dyn FnMut(&Row<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let prepared = self.prepared(statement)?;
        let rows = self
            .client
            .query(&prepared, &bound(values))
            .map_err(|error| translated(error, statement.name))?;
        rows.iter().try_for_each(|row| {
            visit(&Row {
                statement: statement.name,
                cells: Cells::Postgres(row),
            })
        })
    }

    pub(super) fn batch(&mut self, name: &'static str, sql: &str) -> Result<(), StoreError> {
        self.client.batch_execute(sql).map_err(|error| translated(error, name))
    }

    pub(super) fn lock(&mut self, lock: i64) -> Result<(), StoreError> {
        self.batch("waiting for a lock", &format!("SELECT pg_advisory_xact_lock({lock})"))
    }

    pub(super) fn lock_subject(&mut self, subject: &Subject) -> Result<(), StoreError> {
        self.each(&LOCK_SUBJECT, &[subject.into()], &mut |_| Ok(()))
    }

    pub(super) fn notify(&mut self) -> Result<(), StoreError> {
        self.batch("notifying", "NOTIFY plenary_changes")
    }

    pub(super) fn listen(&mut self) -> Result<(), StoreError> {
        self.batch("listening", "LISTEN plenary_changes")
    }

    pub(super) fn hear(&mut self, timeout: Duration) -> Result<(), StoreError> {
        let mut notifications = self.client.notifications();
        notifications
            .timeout_iter(timeout)
            .next()
            .map_err(|error| translated(error, "listening"))?;
        // One wake is enough for all that was told.
        while notifications
            .iter()
            .next()
            .map_err(|error| translated(error, "listening"))?
            .is_some()
        {}
        Ok(())
    }

    pub(super) fn is_cut(&self) -> bool {
        self.client.is_closed()
    }

    fn prepared(&mut self, statement: &Statement) -> Result<::postgres::Statement, StoreError> {
        if let Some(prepared) = self.prepared.get(statement.sql.as_ref()) {
            return Ok(prepared.clone());
        }
        let prepared = self
            .client
            .prepare(&statement.sql)
            .map_err(|error| translated(error, statement.name))?;
        self.prepared
            .insert(statement.sql.clone().into_owned(), prepared.clone());
        Ok(prepared)
    }
}

fn bound<'a>(values: &'a [Value<'a>]) -> Vec<&'a (dyn ToSql + Sync)> {
    let bind = |value: &'a Value<'a>| -> &'a (dyn ToSql + Sync) {
        match value {
            Value::Int(number) => number,
            Value::Text(text) => text,
            Value::Bytes(bytes) => bytes,
        }
    };
    values.iter().map(bind).collect()
}

fn translated(error: ::postgres::Error, statement: &'static str) -> StoreError {
    let Some(code) = error.code() else {
        return StoreError::Failed {
            engine: ENGINE,
            statement,
            source: Box::new(error),
        };
    };
    if *code == SqlState::LOCK_NOT_AVAILABLE {
        StoreError::Busy {
            engine: ENGINE,
            statement,
        }
    } else if *code == SqlState::FOREIGN_KEY_VIOLATION {
        StoreError::Missing {
            engine: ENGINE,
            statement,
        }
    } else if [
        SqlState::UNIQUE_VIOLATION,
        SqlState::T_R_SERIALIZATION_FAILURE,
        SqlState::T_R_DEADLOCK_DETECTED,
    ]
    .contains(code)
    {
        StoreError::Conflict {
            engine: ENGINE,
            statement,
            reason: told(&error),
        }
    } else {
        StoreError::Failed {
            engine: ENGINE,
            statement,
            source: told(&error).into(),
        }
    }
}

/// What the server said; the error itself only says that it said something.
fn told(error: &::postgres::Error) -> String {
    match error.as_db_error() {
        Some(said) => said.message().to_owned(),
        None => error
            .source()
            .map_or_else(|| error.to_string(), |source| format!("{error}: {source}")),
    }
}
