//! The act of creating an entry, or of changing what its languages share and which of them is the source.

use content::record::{Entry, Record};
use content::{Meta, Noun, Subject};
use language::Locale;
use serde_json::json;

use crate::act::Act;
use crate::desk::{Desk, Outcome};
use crate::error::EditorialError;
use crate::roles::Object;

impl Desk<'_, '_> {
    /// Creates an entry, or changes what its languages share and which of them is the source.
    ///
    /// # Errors
    /// [`EditorialError::NotPermitted`]; [`EditorialError::WrongNoun`] if it is no entry; [`EditorialError::Deleted`];
    /// [`EditorialError::NoPeriod`] for an announcement without one; those of the store.
    pub fn put_entry(&mut self, subject: &Subject, source: Locale, meta: &Meta) -> Result<Outcome, EditorialError> {
        let former = self.standing_entry(subject, Act::PutEntry)?;
        self.put_entry_over(former.as_ref(), subject, source, meta)
    }

    /// Like [`put_entry`](Self::put_entry), where the former entry is known.
    pub(crate) fn put_entry_over(
        &mut self,
        former: Option<&Entry>,
        subject: &Subject,
        source: Locale,
        meta: &Meta,
    ) -> Result<Outcome, EditorialError> {
        let permit = self.permit(Act::PutEntry, &Object::entry(subject, meta))?;
        if let Some(former) = former {
            self.permit(Act::PutEntry, &Object::entry(subject, &former.meta))?;
        }
        if subject.noun() == Noun::Announcement && meta.period.is_none() {
            return Err(EditorialError::NoPeriod {
                subject: subject.clone(),
            });
        }
        if former.is_some_and(|former| former.source == source && former.meta == *meta) {
            return Ok(Outcome::Unchanged);
        }
        let entry = Entry {
            subject: subject.clone(),
            source,
            meta: meta.clone(),
            texts: std::collections::BTreeMap::new(),
        };
        self.tx(&permit).put_subject(&Record::Entry(entry))?;
        let (was, outcome) = match former {
            Some(former) => (
                json!({ "source": former.source, "meta": former.meta }),
                Outcome::Changed,
            ),
            None => (serde_json::Value::Null, Outcome::Created),
        };
        self.record(
            &permit,
            subject,
            json!({ "from": was, "to": { "source": source, "meta": meta } }),
        );
        Ok(outcome)
    }
}
