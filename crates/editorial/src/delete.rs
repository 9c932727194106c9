//! The act of deleting a subject for good: its texts go, its public addresses answer from now on that it is gone.

use content::record::{Deleted, Record};
use content::{Context, Noun, Route, Subject, project};
use language::Locale;
use serde_json::json;

use crate::act::Act;
use crate::desk::Desk;
use crate::error::EditorialError;
use crate::roles::Object;

impl Desk<'_, '_> {
    /// Deletes a subject for good. Its addresses stay taken, and the logs keep what was done.
    ///
    /// # Errors
    /// [`EditorialError::NotPermitted`]; [`EditorialError::Unknown`]; [`EditorialError::Deleted`] if it already is;
    /// [`EditorialError::WrongNoun`] for the settings; those of the store.
    pub fn delete(&mut self, subject: &Subject) -> Result<(), EditorialError> {
        if subject.noun() == Noun::Site {
            return Err(EditorialError::WrongNoun {
                subject: subject.clone(),
                act: Act::Delete,
            });
        }
        let record = self.standing(subject)?.ok_or_else(|| EditorialError::Unknown {
            subject: subject.clone(),
        })?;
        let permit = self.permit(Act::Delete, &Object::record(&record))?;
        let slugs = self.public_slugs(&record)?;
        let deleted = Deleted {
            subject: subject.clone(),
            at: self.now(),
            slugs,
        };
        self.tx(&permit).mark_deleted(&deleted)?;
        self.record(&permit, subject, json!({ "addresses": deleted.slugs }));
        Ok(())
    }

    /// The slugs at which the public finds an entry now, the present one of each locale first.
    fn public_slugs(&mut self, record: &Record) -> Result<Vec<(Locale, String)>, EditorialError> {
        let Record::Entry(entry) = record else {
            return Ok(Vec::new());
        };
        let context = match self.reader().record(&Subject::site())? {
            Some(Record::Site(site)) => Context {
                locales: site.locales,
                missing: site.missing,
            },
            _ => Context {
                locales: entry.texts.keys().copied().collect(),
                missing: Default::default(),
            },
        };
        let mut slugs = Vec::new();
        for unit in project(record, &context, self.now()).units {
            let Some(locale) = unit.locale else { continue };
            let own = unit
                .state
                .as_ref()
                .and_then(|state| state.path.trim_end_matches('/').rsplit('/').next());
            let has_slug = unit.routes.iter().any(|route| matches!(route, Route::Entry(..)));
            slugs.extend(own.filter(|_| has_slug).map(|slug| (locale, slug.to_owned())));
            slugs.extend(unit.routes.into_iter().filter_map(|route| match route {
                Route::Redirect(_, locale, slug) => Some((locale, slug)),
                _ => None,
            }));
        }
        Ok(slugs)
    }
}
