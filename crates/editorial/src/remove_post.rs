//! The act of taking a post off the wall.

use content::Subject;
use content::record::{Record, Withdrawal};

use crate::act::Act;
use crate::desk::{Desk, Outcome};
use crate::error::EditorialError;
use crate::roles::Object;

impl Desk<'_, '_> {
    /// Takes a post off the wall; its address says so from now on, with the notice if there is one.
    ///
    /// # Errors
    /// [`EditorialError::NotPermitted`]; [`EditorialError::Unknown`]; [`EditorialError::WrongNoun`] if it is no post;
    /// those of the store.
    pub fn remove_post(&mut self, subject: &Subject, notice: &str) -> Result<Outcome, EditorialError> {
        let former = self.standing(subject)?;
        let permit = self.permit(Act::RemovePost, &Object::standing(subject, former.as_ref()))?;
        let mut post = match &former {
            Some(Record::Post(post)) => post.clone(),
            Some(_) => {
                return Err(EditorialError::WrongNoun {
                    subject: subject.clone(),
                    act: Act::RemovePost,
                });
            }
            None => {
                return Err(EditorialError::Unknown {
                    subject: subject.clone(),
                });
            }
        };
        let now = self.now();
        if post
            .removed
            .as_ref()
            .is_some_and(|removal| removal.at <= now && removal.notice == notice)
        {
            return Ok(Outcome::Unchanged);
        }
        post.removed = Some(Withdrawal {
            at: now,
            actor: permit.actor().to_owned(),
            notice: notice.to_owned(),
        });
        self.put_record_over(&permit, former.as_ref(), &Record::Post(post))
    }
}
