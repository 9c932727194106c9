//! The act of saying what a correction corrects, after it became public.

use content::Subject;
use language::Locale;
use serde_json::json;

use crate::act::Act;
use crate::desk::Desk;
use crate::error::EditorialError;
use crate::roles::Object;

impl Desk<'_, '_> {
    /// Says what the newest publication of a text corrects, in the language of the text, in place of what was said
    /// before; nothing takes it away.
    ///
    /// # Errors
    /// [`EditorialError::NotPermitted`]; [`EditorialError::Unknown`]; [`EditorialError::NotPublic`] if the text was never
    /// published; those of the store.
    pub fn explain(&mut self, subject: &Subject, locale: Locale, note: &str) -> Result<(), EditorialError> {
        let entry = self.entry(subject, Act::Explain)?;
        let newest = entry
            .texts
            .get(&locale)
            .and_then(|history| history.publications.iter().max_by_key(|publication| publication.from));
        let Some(publication) = newest else {
            return Err(EditorialError::NotPublic {
                subject: subject.clone(),
            });
        };
        if publication.note == note {
            return Ok(());
        }
        let permit = self.permit(Act::Explain, &Object::text(&entry, locale))?;
        self.tx(&permit)
            .explain_publication(subject, locale, publication.from, note)?;
        let detail =
            json!({ "locale": locale, "from": publication.from.to_string(), "before": publication.note, "note": note });
        self.record(&permit, subject, detail);
        Ok(())
    }
}
