//! The desk: one actor at work within one transaction. Acts are its methods, one file each; many of them share the
//! transaction, and what they did is kept together or not at all.

use std::collections::BTreeSet;

use content::record::{Entry, Record};
use content::{Instant, Subject};
use serde::Serialize;
use store::{AuditRow, Reader, Tx};

use crate::act::Act;
use crate::error::EditorialError;
use crate::permit::{Actor, Permit, permit};
use crate::roles::Object;

/// One actor at work within one transaction, at one instant.
pub struct Desk<'d, 'tx> {
    tx: &'d mut Tx<'tx>,
    actor: &'d Actor,
    now: Instant,
    logged: BTreeSet<Subject>,
}

/// What came of putting something in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// It was not there before.
    Created,
    /// It was there and is different now.
    Changed,
    /// It was there already just so: nothing was written.
    Unchanged,
}

impl<'d, 'tx> Desk<'d, 'tx> {
    /// Sits an actor down at a transaction. All acts happen at `now`.
    pub fn new(tx: &'d mut Tx<'tx>, actor: &'d Actor, now: Instant) -> Desk<'d, 'tx> {
        Desk {
            tx,
            actor,
            now,
            logged: BTreeSet::new(),
        }
    }

    /// The instant at which everything happens.
    pub fn now(&self) -> Instant {
        self.now
    }

    /// Asks the store, as the transaction stands.
    pub fn reader(&mut self) -> &mut Reader {
        self.tx
    }

    /// Asks for the permission to do something to something.
    pub(crate) fn permit(&self, act: Act, object: &Object<'_>) -> Result<Permit, EditorialError> {
        permit(self.actor, act, object)
    }

    /// The transaction, for those who may write.
    pub(crate) fn tx(&mut self, _permit: &Permit) -> &mut Tx<'tx> {
        self.tx
    }

    /// Ends an act: an audit row, and the subject's change unless an earlier act of the transaction logged it.
    pub(crate) fn record(&mut self, permit: &Permit, subject: &Subject, detail: serde_json::Value) {
        let act = permit.act().as_str();
        if self.logged.insert(subject.clone()) {
            self.tx.log_change(subject, act, permit.actor(), self.now);
        }
        self.audit(permit, Some(subject), detail);
    }

    /// An audit row alone, for what changes nothing by itself.
    pub(crate) fn audit(&mut self, permit: &Permit, subject: Option<&Subject>, detail: serde_json::Value) {
        self.tx.audit(&AuditRow {
            at: self.now,
            actor: permit.actor().to_owned(),
            act: permit.act().as_str().to_owned(),
            subject: subject.cloned(),
            detail,
        });
    }

    /// The record of a subject that nobody else changes until the transaction ends; an error if it was deleted.
    pub(crate) fn standing(&mut self, subject: &Subject) -> Result<Option<Record>, EditorialError> {
        match self.tx.record(subject)? {
            Some(Record::Deleted(deleted)) => Err(EditorialError::Deleted {
                subject: deleted.subject,
                at: deleted.at,
            }),
            other => Ok(other),
        }
    }

    /// The entry, if there is one.
    pub(crate) fn standing_entry(&mut self, subject: &Subject, act: Act) -> Result<Option<Entry>, EditorialError> {
        if !subject.noun().is_entry() {
            return Err(EditorialError::WrongNoun {
                subject: subject.clone(),
                act,
            });
        }
        match self.standing(subject)? {
            Some(Record::Entry(entry)) => Ok(Some(entry)),
            _ => Ok(None),
        }
    }

    /// The entry, which must be there.
    pub(crate) fn entry(&mut self, subject: &Subject, act: Act) -> Result<Entry, EditorialError> {
        let entry = self.standing_entry(subject, act)?;
        entry.ok_or_else(|| EditorialError::Unknown {
            subject: subject.clone(),
        })
    }
}
