//! The act of creating or changing a picture.

use content::Record;
use content::record::Media;

use crate::act::Act;
use crate::desk::{Desk, Outcome};
use crate::error::EditorialError;

impl Desk<'_, '_> {
    /// Creates or changes a picture. The bytes of the former picture stay: old editions may still show it.
    ///
    /// # Errors
    /// [`EditorialError::NotPermitted`]; [`EditorialError::Deleted`]; those of the store.
    pub fn put_media(&mut self, media: &Media, bytes: &[u8]) -> Result<Outcome, EditorialError> {
        let permit = self.permit(Act::PutMedia)?;
        let outcome = self.put_record(&permit, &Record::Media(media.clone()))?;
        if outcome != Outcome::Unchanged {
            self.tx(&permit)
                .put_media_bytes(&media.hash, &media.content_type, bytes)?;
        }
        Ok(outcome)
    }
}
