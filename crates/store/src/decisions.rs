//! Decisions of named persons that the press obeys: to put an old edition back, and to resume.

use content::Instant;

use crate::error::StoreError;
use crate::json::Place;
use crate::reader::Reader;
use crate::statement::Statement;
use crate::tx::Tx;

/// A decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Counts from 1.
    pub number: i64,
    /// When it was taken.
    pub at: Instant,
    /// By whom.
    pub actor: String,
    /// What was decided.
    pub kind: DecisionKind,
}

/// What was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecisionKind {
    /// An old edition is put back, and the press waits.
    Rollback {
        /// Its number.
        edition: u64,
    },
    /// The press goes on.
    Resume,
}

const ROLLBACK: &str = "rollback";
const RESUME: &str = "resume";

static LATEST: Statement = Statement::new(
    "reading the latest decision",
    "SELECT number, at, actor, kind, edition FROM decision ORDER BY number DESC LIMIT 1",
);

static ADD: Statement = Statement::new(
    "recording a decision",
    "INSERT INTO decision (number, at, actor, kind, edition)
     VALUES ((SELECT COALESCE(MAX(number), 0) + 1 FROM decision), $1, $2, $3, $4) RETURNING number",
);

impl Reader {
    /// The latest decision, if any was ever taken.
    ///
    /// # Errors
    /// What the engine meets; [`StoreError::Damaged`].
    pub fn latest_decision(&mut self) -> Result<Option<Decision>, StoreError> {
        self.connection.first(&LATEST, &[], |row| {
            let number = row.int(0)?;
            let kind = match (row.text(3)?, row.optional_int(4)?) {
                (ROLLBACK, Some(edition)) => DecisionKind::Rollback {
                    edition: edition.cast_unsigned(),
                },
                (RESUME, _) => DecisionKind::Resume,
                (kind, _) => {
                    let place = Place {
                        table: "decision",
                        key: &[&number.to_string()],
                    };
                    return Err(place.damaged(&format!("{kind:?} is no kind of decision, or lacks its edition")));
                }
            };
            Ok(Decision {
                number,
                at: Instant(row.int(1)?),
                actor: row.string(2)?,
                kind,
            })
        })
    }
}

impl Tx<'_> {
    /// Records a decision and gives its number: the next one, whatever the decision calls itself.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] if another transaction decides at the same time.
    pub fn decide(&mut self, decision: &Decision) -> Result<i64, StoreError> {
        let (kind, edition) = match decision.kind {
            DecisionKind::Rollback { edition } => (ROLLBACK, Some(edition.cast_signed())),
            DecisionKind::Resume => (RESUME, None),
        };
        let values = [
            decision.at.into(),
            decision.actor.as_str().into(),
            kind.into(),
            edition.into(),
        ];
        Ok(self
            .connection
            .first(&ADD, &values, |row| row.int(0))?
            .unwrap_or_default())
    }
}
