//! The act of creating or changing a tag.

use content::Record;
use content::record::Tag;

use crate::act::Act;
use crate::desk::{Desk, Outcome};
use crate::error::EditorialError;

impl Desk<'_, '_> {
    /// Creates or changes a tag.
    ///
    /// # Errors
    /// [`EditorialError::NotPermitted`]; [`EditorialError::Deleted`] if its key was another's; those of the store.
    pub fn put_tag(&mut self, tag: &Tag) -> Result<Outcome, EditorialError> {
        let permit = self.permit(Act::PutTag)?;
        self.put_record(&permit, &Record::Tag(tag.clone()))
    }
}
