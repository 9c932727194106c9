//! Equivalences: minor changes of a source block, after which its translations stay current.

use content::{Instant, Subject};

use crate::error::StoreError;
use crate::reader::Reader;
use crate::statement::Statement;
use crate::tx::Tx;

/// An editor's word that a change of a block leaves its translations current.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Equivalence {
    /// Whose block.
    pub subject: Subject,
    /// Its identity within the entry.
    pub block: String,
    /// The hash of its words before.
    pub from: String,
    /// The hash of its words after.
    pub to: String,
    /// Who says so.
    pub actor: String,
    /// When.
    pub at: Instant,
}

static OF_SUBJECT: Statement = Statement::new(
    "reading equivalences",
    "SELECT block, from_hash, to_hash, actor, at FROM equivalence WHERE subject = $1
     ORDER BY block, from_hash, to_hash",
);

static ADD: Statement = Statement::new(
    "adding an equivalence",
    "INSERT INTO equivalence (subject, block, from_hash, to_hash, actor, at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT DO NOTHING",
);

impl Reader {
    /// The minor changes of an entry, by block.
    ///
    /// # Errors
    /// What the engine meets.
    pub fn equivalences(&mut self, subject: &Subject) -> Result<Vec<Equivalence>, StoreError> {
        self.connection.all(&OF_SUBJECT, &[subject.into()], |row| {
            Ok(Equivalence {
                subject: subject.clone(),
                block: row.string(0)?,
                from: row.string(1)?,
                to: row.string(2)?,
                actor: row.string(3)?,
                at: Instant(row.int(4)?),
            })
        })
    }
}

impl Tx<'_> {
    /// Records a minor change; the first word about it stays.
    ///
    /// # Errors
    /// What the engine meets; [`StoreError::Missing`] if the subject was not saved.
    pub fn add_equivalence(&mut self, equivalence: &Equivalence) -> Result<(), StoreError> {
        self.connection.execute(
            &ADD,
            &[
                (&equivalence.subject).into(),
                equivalence.block.as_str().into(),
                equivalence.from.as_str().into(),
                equivalence.to.as_str().into(),
                equivalence.actor.as_str().into(),
                equivalence.at.into(),
            ],
        )?;
        Ok(())
    }
}
