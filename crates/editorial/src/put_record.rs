//! What tags, facts, posts, pictures and settings share: a record is put in the place of the former one.

use content::Record;
use serde_json::json;

use crate::desk::{Desk, Outcome};
use crate::error::EditorialError;
use crate::permit::Permit;
use crate::roles::Object;

impl Desk<'_, '_> {
    /// Puts a record in its place, unless it stands there already.
    pub(crate) fn put_record(&mut self, permit: &Permit, record: &Record) -> Result<Outcome, EditorialError> {
        let former = self.standing(record.subject())?;
        self.put_record_over(permit, former.as_ref(), record)
    }

    /// Puts a record in the place of a former one that is known.
    pub(crate) fn put_record_over(
        &mut self,
        permit: &Permit,
        former: Option<&Record>,
        record: &Record,
    ) -> Result<Outcome, EditorialError> {
        if let Some(former) = former {
            // Whose it is must not be changed by whom it never was.
            self.permit(permit.act(), &Object::record(former))?;
        }
        if former == Some(record) {
            return Ok(Outcome::Unchanged);
        }
        let outcome = if former.is_some() {
            Outcome::Changed
        } else {
            Outcome::Created
        };
        self.tx(permit).put_subject(record)?;
        let hash = |record: &Record| content::text::short_hash(record);
        let detail = json!({ "from": former.map(hash), "to": hash(record) });
        self.record(permit, record.subject(), detail);
        Ok(outcome)
    }
}
