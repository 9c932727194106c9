//! The store: opened on a location, written in transactions, read in snapshots.

use std::sync::Arc;

use crate::engine::Engine;
use crate::error::StoreError;
use crate::listener::{Listener, Signal};
use crate::location::Location;
use crate::migrations;
use crate::reader::Reader;
use crate::tx::Tx;

/// A store. Cheap to clone; any number of threads may use it at once. All its calls block.
#[derive(Clone)]
pub struct Store {
    engine: Arc<Engine>,
    signal: Arc<Signal>,
}

/// What a commit on SQLite waits for; PostgreSQL has a setting of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Durability {
    /// The disk: what was committed survives a loss of power.
    #[default]
    Full,
    /// Nothing: for tests and for stores that can be made anew.
    Relaxed,
}

impl Store {
    /// Opens a store, makes it if there is none, and brings its layout up to date.
    ///
    /// # Errors
    /// [`StoreError::Unreachable`], [`StoreError::Refused`], [`StoreError::Busy`], or [`StoreError::NewerSchema`] if a
    /// newer program has used it.
    pub fn open(location: &Location) -> Result<Store, StoreError> {
        Store::open_with(location, Durability::Full)
    }

    /// Like [`open`](Self::open), with a durability.
    ///
    /// # Errors
    /// Those of [`open`](Self::open).
    pub fn open_with(location: &Location, durability: Durability) -> Result<Store, StoreError> {
        let engine = Arc::new(Engine::new(location, durability));
        migrations::apply(&engine)?;
        Ok(Store {
            engine,
            signal: Arc::default(),
        })
    }

    /// Runs an act in one transaction. All of it is kept, its changes and audit rows with it, or nothing: when the act
    /// gives an error, when it panics, and when keeping it fails.
    ///
    /// Acts of one store follow one another: an act within an act waits for itself for ever. So do, on SQLite, the acts
    /// of several processes; on PostgreSQL those on the same subject do, from [`Tx::record`] on.
    ///
    /// # Errors
    /// What the act gives, and what beginning or committing meets.
    pub fn write<T, E: From<StoreError>>(&self, act: impl FnOnce(&mut Tx<'_>) -> Result<T, E>) -> Result<T, E> {
        let (value, logged) = self.engine.writing(|reader| {
            let mut tx = Tx::new(reader);
            let outcome = act(&mut tx).and_then(|value| Ok((value, tx.finish()?)));
            if outcome.is_err() {
                reader.connection.rollback();
            }
            outcome
        })??;
        if logged {
            self.signal.raise();
        }
        Ok(value)
    }

    /// Runs questions on one consistent snapshot: what is committed meanwhile is not seen.
    ///
    /// # Errors
    /// What the questions give, and what beginning meets.
    pub fn read<T, E: From<StoreError>>(&self, ask: impl FnOnce(&mut Reader) -> Result<T, E>) -> Result<T, E> {
        self.engine.reading(|reader| {
            let outcome = ask(reader);
            reader.connection.rollback();
            outcome
        })?
    }

    /// Wakes the listeners of this process: someone told that another process has committed.
    pub fn wake(&self) {
        self.signal.raise();
    }

    /// What wakes when changes are committed, by this process or another. It hears all from now on.
    pub fn listener(&self) -> Listener {
        let seen = self.read(Reader::last_position).ok();
        Listener::new(Arc::clone(&self.engine), Arc::clone(&self.signal), seen)
    }
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Store({})", self.engine.location())
    }
}
