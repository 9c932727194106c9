//! The act of creating or changing a fact.

use content::Record;
use content::record::Fact;

use crate::act::Act;
use crate::desk::{Desk, Outcome};
use crate::error::EditorialError;
use crate::roles::Object;

impl Desk<'_, '_> {
    /// Creates or changes a fact.
    ///
    /// # Errors
    /// [`EditorialError::NotPermitted`]; [`EditorialError::Deleted`] if its key was another's; those of the store.
    pub fn put_fact(&mut self, fact: &Fact) -> Result<Outcome, EditorialError> {
        let record = Record::Fact(fact.clone());
        let permit = self.permit(Act::PutFact, &Object::record(&record))?;
        self.put_record(&permit, &record)
    }
}
