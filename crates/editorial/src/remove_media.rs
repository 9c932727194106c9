//! The act of removing a picture, recording or document for good: from its pages, from the store, and by the press from
//! every edition kept.

use std::collections::HashSet;

use content::Subject;
use content::record::{Record, Withdrawal};

use crate::act::Act;
use crate::desk::{Desk, Outcome};
use crate::error::EditorialError;
use crate::roles::Object;

/// So many records are looked at at once.
const BATCH: usize = 500;

impl Desk<'_, '_> {
    /// Removes it: its bytes are deleted with all that was made of them, and only the record stays, which says
    /// who did it, when and why. The same file is not taken in again under this name.
    ///
    /// # Errors
    /// [`EditorialError::NotPermitted`]; [`EditorialError::Unknown`]; [`EditorialError::WrongNoun`] if it is no media;
    /// those of the store.
    pub fn remove_media(&mut self, subject: &Subject, reason: &str) -> Result<Outcome, EditorialError> {
        let former = self.standing(subject)?;
        let permit = self.permit(Act::RemoveMedia, &Object::standing(subject, former.as_ref()))?;
        let mut media = match &former {
            Some(Record::Media(media)) => media.clone(),
            Some(_) => {
                return Err(EditorialError::WrongNoun {
                    subject: subject.clone(),
                    act: Act::RemoveMedia,
                });
            }
            None => {
                return Err(EditorialError::Unknown {
                    subject: subject.clone(),
                });
            }
        };
        if media.removed.is_some() {
            return Ok(Outcome::Unchanged);
        }
        media.removed = Some(Withdrawal {
            at: self.now(),
            actor: permit.actor().to_owned(),
            notice: reason.to_owned(),
        });
        media.cues.clear();
        let shared = self.hashes_of_others(subject)?;
        for hash in media.hashes().filter(|hash| !shared.contains(*hash)) {
            self.tx(&permit).remove_media_bytes(hash)?;
        }
        self.put_record_over(&permit, former.as_ref(), &Record::Media(media))
    }

    /// The bytes that others have too: the same file under another name.
    fn hashes_of_others(&mut self, subject: &Subject) -> Result<HashSet<String>, EditorialError> {
        let mut hashes = HashSet::new();
        let mut after: Option<Subject> = None;
        loop {
            let records = self.reader().records_after(after.as_ref(), BATCH)?;
            let Some(last) = records.last() else { return Ok(hashes) };
            after = Some(last.subject().clone());
            for record in &records {
                match record {
                    Record::Media(media) if media.subject != *subject && media.removed.is_none() => {
                        hashes.extend(media.hashes().map(str::to_owned));
                    }
                    _ => {}
                }
            }
        }
    }
}
