//! The act of putting an old edition back.

use content::Subject;
use serde_json::json;
use store::{Decision, DecisionKind};

use crate::act::Act;
use crate::desk::Desk;
use crate::error::EditorialError;
use crate::roles::Object;

impl Desk<'_, '_> {
    /// Decides that an old edition is put back, less all that was taken back since; the press then waits until
    /// somebody resumes. Gives the decision's number.
    ///
    /// # Errors
    /// [`EditorialError::NotPermitted`]; those of the store.
    pub fn roll_back(&mut self, edition: u64) -> Result<i64, EditorialError> {
        self.decide(Act::RollBack, DecisionKind::Rollback { edition })
    }

    /// Records a decision that the press obeys.
    pub(crate) fn decide(&mut self, act: Act, kind: DecisionKind) -> Result<i64, EditorialError> {
        let permit = self.permit(act, &Object::SITE)?;
        let decision = Decision {
            number: 0,
            at: self.now(),
            actor: permit.actor().to_owned(),
            kind,
        };
        let number = self.tx(&permit).decide(&decision)?;
        let edition = match kind {
            DecisionKind::Rollback { edition } => Some(edition),
            DecisionKind::Resume => None,
        };
        self.record(
            &permit,
            &Subject::site(),
            json!({ "decision": number, "edition": edition }),
        );
        Ok(number)
    }
}
