//! One transaction: each noun's file adds what can be done in it.

use std::ops::{Deref, DerefMut};

use crate::audit::AuditRow;
use crate::changes::NewChange;
use crate::error::StoreError;
use crate::reader::Reader;

/// A transaction, within [`Store::write`](crate::Store::write); it can do all that a [`Reader`] can.
///
/// What it logs and audits is kept back and written as its very last step, so that the positions of both logs are in
/// the order of commits; questions within the transaction do not see it.
pub struct Tx<'a> {
    reader: &'a mut Reader,
    pub(crate) changes: Vec<NewChange>,
    pub(crate) audits: Vec<AuditRow>,
}

impl<'a> Tx<'a> {
    pub(crate) fn new(reader: &'a mut Reader) -> Tx<'a> {
        Tx {
            reader,
            changes: Vec::new(),
            audits: Vec::new(),
        }
    }

    /// Appends to the logs and commits; says whether changes were logged.
    pub(crate) fn finish(mut self) -> Result<bool, StoreError> {
        self.connection.sound()?;
        let logged = !self.changes.is_empty();
        if logged || !self.audits.is_empty() {
            self.connection.lock_logs()?;
            self.append_audits()?;
            self.append_changes()?;
        }
        if logged {
            self.connection.notify()?;
        }
        self.connection.commit()?;
        Ok(logged)
    }
}

impl Deref for Tx<'_> {
    type Target = Reader;

    fn deref(&self) -> &Reader {
        self.reader
    }
}

impl DerefMut for Tx<'_> {
    fn deref_mut(&mut self) -> &mut Reader {
        self.reader
    }
}
