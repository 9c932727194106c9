//! The act of creating or changing a picture, recording or document.

use content::Record;
use content::media::Media;

use crate::act::Act;
use crate::desk::{Desk, Outcome};
use crate::error::EditorialError;
use crate::roles::Object;

/// Bytes of a file: the hash, the content type, the bytes.
pub type Bytes = (String, String, Vec<u8>);

impl Desk<'_, '_> {
    /// Creates or changes a picture, recording or document. The bytes of the former one stay: old editions may still show it.
    ///
    /// # Errors
    /// [`EditorialError::NotPermitted`]; [`EditorialError::Deleted`]; those of the store.
    pub fn put_media(&mut self, media: &Media, bytes: &[Bytes]) -> Result<Outcome, EditorialError> {
        let record = Record::Media(media.clone());
        let permit = self.permit(Act::PutMedia, &Object::record(&record))?;
        let outcome = self.put_record(&permit, &record)?;
        if outcome != Outcome::Unchanged {
            for (hash, content_type, bytes) in bytes {
                self.tx(&permit).put_media_bytes(hash, content_type, bytes)?;
            }
        }
        Ok(outcome)
    }
}
