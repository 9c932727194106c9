//! The act of declaring a change of a source text minor: its translations stay current, and nobody's words are touched.

use content::Subject;
use content::staleness::Equivalence;
use serde_json::json;

use crate::act::Act;
use crate::desk::Desk;
use crate::equivalences::minor_changes;
use crate::error::EditorialError;
use crate::permit::Permit;
use crate::roles::Object;

impl Desk<'_, '_> {
    /// Declares the change from the last but one to the newest revision of an entry's source minor, and gives the
    /// number of places that it concerns. Readers are not told of it any more, unless it was said what was corrected.
    ///
    /// # Errors
    /// [`EditorialError::NotPermitted`]; [`EditorialError::Unknown`]; [`EditorialError::NoText`] if the source has no
    /// words; those of the store.
    pub fn declare_minor(&mut self, subject: &Subject) -> Result<usize, EditorialError> {
        let entry = self.entry(subject, Act::DeclareMinor)?;
        let heads = self.reader().revisions(subject, entry.source)?;
        let no_text = || EditorialError::NoText {
            subject: subject.clone(),
            locale: entry.source,
        };
        let [.., before, after] = heads.as_slice() else {
            return if heads.is_empty() { Err(no_text()) } else { Ok(0) };
        };
        let before = self
            .reader()
            .revision(subject, entry.source, before.number)?
            .ok_or_else(no_text)?;
        let after = self
            .reader()
            .revision(subject, entry.source, after.number)?
            .ok_or_else(no_text)?;
        let changes = minor_changes(&before.text, &after.text);
        let permit = self.permit(Act::DeclareMinor, &Object::text(&entry, entry.source))?;
        self.tx(&permit)
            .declare_publications_minor(subject, entry.source, after.number)?;
        if changes.is_empty() {
            self.record(&permit, subject, json!({ "places": [] }));
        }
        self.declare(&permit, subject, &changes)?;
        Ok(changes.len())
    }

    /// Records minor changes.
    pub(crate) fn declare(
        &mut self,
        permit: &Permit,
        subject: &Subject,
        changes: &[Equivalence],
    ) -> Result<(), EditorialError> {
        if changes.is_empty() {
            return Ok(());
        }
        for change in changes {
            let declaration = store::Equivalence {
                subject: subject.clone(),
                block: change.block.clone(),
                from: change.from.clone(),
                to: change.to.clone(),
                actor: permit.actor().to_owned(),
                at: self.now(),
            };
            self.tx(permit).add_equivalence(&declaration)?;
        }
        let places: Vec<&str> = changes.iter().map(|change| change.block.as_str()).collect();
        self.record(permit, subject, json!({ "places": places }));
        Ok(())
    }
}
