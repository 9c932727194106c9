//! Waking those who follow the change log: a condition within the process, NOTIFY between processes on PostgreSQL, a
//! look every few milliseconds between processes on SQLite.

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::engine::{Connection, Engine, locked};
use crate::error::StoreError;
use crate::reader::Reader;

/// How often the log is looked at where nobody tells.
const LOOK: Duration = Duration::from_millis(50);
/// How often it is looked at where someone should have told.
const SLOW_LOOK: Duration = Duration::from_secs(2);

/// Wakes when changes were committed.
pub struct Listener {
    engine: Arc<Engine>,
    signal: Arc<Signal>,
    /// The last position known; none if it could not be read.
    seen: Option<i64>,
    ear: Option<Ear>,
}

/// A connection for listening alone, and whether its engine tells.
struct Ear {
    reader: Reader,
    told: bool,
}

/// Raised by the writers of this process.
#[derive(Default)]
pub(crate) struct Signal {
    raised: Mutex<u64>,
    condition: Condvar,
}

impl Listener {
    pub(crate) fn new(engine: Arc<Engine>, signal: Arc<Signal>, seen: Option<i64>) -> Listener {
        Listener {
            engine,
            signal,
            seen,
            ear: None,
        }
    }

    /// Waits until changes were committed since the last wait (or since the listener was made), at most `timeout`; says
    /// whether there were any.
    ///
    /// # Errors
    /// What connecting or asking meets; the next wait connects anew.
    pub fn wait(&mut self, timeout: Duration) -> Result<bool, StoreError> {
        let outcome = self.wait_on_ear(timeout);
        if outcome.is_err() {
            self.ear = None;
        }
        outcome
    }

    fn wait_on_ear(&mut self, timeout: Duration) -> Result<bool, StoreError> {
        let end = Instant::now() + timeout;
        let ear = match &mut self.ear {
            Some(ear) => ear,
            None => self.ear.insert(Ear::open(&self.engine)?),
        };
        loop {
            let raised = self.signal.raised();
            let position = ear.reader.last_position()?;
            if self.seen.replace(position) != Some(position) {
                return Ok(true);
            }
            let rest = end.saturating_duration_since(Instant::now());
            if rest.is_zero() {
                return Ok(false);
            }
            if ear.told {
                ear.reader.connection.hear(rest.min(SLOW_LOOK))?;
            } else {
                self.signal.wait_beyond(raised, rest.min(LOOK));
            }
        }
    }
}

impl Ear {
    fn open(engine: &Engine) -> Result<Ear, StoreError> {
        let mut connection: Connection = engine.connect(false)?;
        let told = connection.listen()?;
        Ok(Ear {
            reader: Reader { connection },
            told,
        })
    }
}

impl Signal {
    /// Wakes all who wait.
    pub(crate) fn raise(&self) {
        let mut raised = locked(&self.raised);
        *raised = raised.wrapping_add(1);
        self.condition.notify_all();
    }

    fn raised(&self) -> u64 {
        *locked(&self.raised)
    }

    /// Waits until it was raised since `known`, at most `timeout`.
    fn wait_beyond(&self, known: u64, timeout: Duration) {
        let raised = locked(&self.raised);
        let waited = self
            .condition
            .wait_timeout_while(raised, timeout, |raised| *raised == known);
        drop(waited.unwrap_or_else(PoisonError::into_inner));
    }
}
