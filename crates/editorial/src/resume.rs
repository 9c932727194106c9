//! The act of letting the press go on after an old edition was put back.

use store::DecisionKind;

use crate::act::Act;
use crate::desk::Desk;
use crate::error::EditorialError;

impl Desk<'_, '_> {
    /// Decides that the press goes on; a named person answers for it. Gives the decision's number.
    ///
    /// # Errors
    /// [`EditorialError::NotPermitted`], also to an actor without a name; those of the store.
    pub fn resume(&mut self) -> Result<i64, EditorialError> {
        self.decide(Act::Resume, DecisionKind::Resume)
    }
}
