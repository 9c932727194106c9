//! The two engines as one closed enum: how connections are lent, asked and given back.
//!
//! What truly differs between them stands in [`sqlite`] and [`postgres`]; nothing else in the crate knows which it is.

mod connection;
mod postgres;
mod sqlite;

use std::sync::{Mutex, MutexGuard, PoisonError};

pub(crate) use self::connection::Connection;
use self::connection::Link;
use crate::error::StoreError;
use crate::location::{Location, Place};
use crate::reader::Reader;
use crate::store::Durability;

/// Idle connections kept for the next reader; more are closed.
const IDLE_MAX: usize = 8;

/// Where connections come from.
pub(crate) struct Engine {
    source: Source,
    location: Location,
    idle: Mutex<Vec<Reader>>,
    /// The writing connection is kept apart: on SQLite readers may not write.
    idle_writer: Mutex<Vec<Reader>>,
    /// There is one writer per process; whoever holds this is it.
    turn: Mutex<()>,
}

enum Source {
    Sqlite(sqlite::Source),
    Postgres(Box<postgres::Source>),
}

impl Engine {
    pub(crate) fn new(location: &Location, durability: Durability) -> Engine {
        let source = match &location.0 {
            Place::Sqlite(path) => Source::Sqlite(sqlite::Source::new(path.clone(), durability)),
            Place::Postgres(config) => Source::Postgres(Box::new(postgres::Source::new(config.as_ref().clone()))),
        };
        Engine {
            source,
            location: location.clone(),
            idle: Mutex::default(),
            idle_writer: Mutex::default(),
            turn: Mutex::default(),
        }
    }

    pub(crate) fn location(&self) -> &Location {
        &self.location
    }

    /// Runs an act on a connection that has begun to write, the only one of this process.
    ///
    /// Whoever acts ends the transaction; a connection on which it was not ended (a panic, a lost server) is closed,
    /// which undoes what was done on it.
    pub(crate) fn writing<T>(&self, act: impl FnOnce(&mut Reader) -> T) -> Result<T, StoreError> {
        let _turn = locked(&self.turn);
        self.lent(&self.idle_writer, true, act)
    }

    /// Runs an act on a connection that has begun to read a snapshot.
    pub(crate) fn reading<T>(&self, act: impl FnOnce(&mut Reader) -> T) -> Result<T, StoreError> {
        self.lent(&self.idle, false, act)
    }

    /// Opens a connection for the caller alone, without a transaction.
    pub(crate) fn connect(&self, writes: bool) -> Result<Connection, StoreError> {
        let link = match &self.source {
            Source::Sqlite(source) => Link::Sqlite(source.connect(&self.location, writes)?),
            Source::Postgres(source) => Link::Postgres(Box::new(source.connect(&self.location)?)),
        };
        Ok(Connection::new(link))
    }

    fn lent<T>(
        &self,
        pool: &Mutex<Vec<Reader>>,
        writes: bool,
        act: impl FnOnce(&mut Reader) -> T,
    ) -> Result<T, StoreError> {
        let mut reader = self.begun(pool, writes)?;
        let outcome = act(&mut reader);
        let mut idle = locked(pool);
        if !reader.connection.is_open() && idle.len() < IDLE_MAX {
            idle.push(reader);
        }
        Ok(outcome)
    }

    fn begun(&self, pool: &Mutex<Vec<Reader>>, writes: bool) -> Result<Reader, StoreError> {
        // An idle connection may have been cut meanwhile: then the next or a new one is tried.
        loop {
            let Some(mut reader) = locked(pool).pop() else { break };
            match reader.connection.begin(writes) {
                Ok(()) => return Ok(reader),
                Err(_) if reader.connection.is_cut() => {}
                Err(error) => return Err(error),
            }
        }
        let mut reader = Reader {
            connection: self.connect(writes)?,
        };
        reader.connection.begin(writes)?;
        Ok(reader)
    }
}

/// Locks what no panic can leave half changed.
pub(crate) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
