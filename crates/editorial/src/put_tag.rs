//! The act of creating or changing a tag.

use content::Record;
use content::record::Tag;

use crate::act::Act;
use crate::desk::{Desk, Outcome};
use crate::error::EditorialError;
use crate::roles::Object;

impl Desk<'_, '_> {
    /// Creates or changes a tag.
    ///
    /// # Errors
    /// [`EditorialError::NotPermitted`]; [`EditorialError::Deleted`] if its key was another's; those of the store.
    pub fn put_tag(&mut self, tag: &Tag) -> Result<Outcome, EditorialError> {
        let record = Record::Tag(tag.clone());
        let permit = self.permit(Act::PutTag, &Object::record(&record))?;
        self.put_record(&permit, &record)
    }
}
