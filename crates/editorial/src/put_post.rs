//! The act of creating or changing a post of the wall.

use content::Record;
use content::record::Post;

use crate::act::Act;
use crate::desk::{Desk, Outcome};
use crate::error::EditorialError;
use crate::roles::Object;

impl Desk<'_, '_> {
    /// Creates or changes a post of the wall.
    ///
    /// # Errors
    /// [`EditorialError::NotPermitted`]; [`EditorialError::Deleted`] if its key was another's; those of the store.
    pub fn put_post(&mut self, post: &Post) -> Result<Outcome, EditorialError> {
        let record = Record::Post(post.clone());
        let permit = self.permit(Act::PutPost, &Object::record(&record))?;
        self.put_record(&permit, &record)
    }
}
