//! Former slugs: those that a text once had in public and that still lead to it.

use content::Subject;
use language::Locale;

use crate::error::StoreError;
use crate::json::Place;
use crate::reader::Reader;
use crate::records::Filling;
use crate::statement::Statement;
use crate::tx::Tx;

const TABLE: &str = "former_slug";

static IN_RANGE: Statement = Statement::new(
    "reading former slugs",
    "SELECT subject, locale, slug FROM former_slug
     WHERE subject >= $1 AND subject <= $2 ORDER BY subject, locale, slug",
);

static ADD: Statement = Statement::new(
    "adding a former slug",
    "INSERT INTO former_slug (subject, locale, slug) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
);

impl Reader {
    /// Puts the former slugs of records where they belong, in the order of their bytes.
    pub(crate) fn fill_slugs(
        &mut self,
        first: &Subject,
        last: &Subject,
        mut filling: Filling<'_>,
    ) -> Result<(), StoreError> {
        self.connection
            .each(&IN_RANGE, &[first.into(), last.into()], &mut |row| {
                let (subject, locale) = (row.text(0)?, row.text(1)?);
                let place = Place {
                    table: TABLE,
                    key: &[subject, locale],
                };
                if let Some(history) = filling.history(place, subject, locale)? {
                    history.old_slugs.push(row.string(2)?);
                }
                Ok(())
            })
    }
}

impl Tx<'_> {
    /// Remembers a slug that a text had in public.
    ///
    /// # Errors
    /// What the engine meets; [`StoreError::Missing`] if the subject was not saved.
    pub fn add_former_slug(&mut self, subject: &Subject, locale: Locale, slug: &str) -> Result<(), StoreError> {
        self.connection
            .execute(&ADD, &[subject.into(), (&locale).into(), slug.into()])?;
        Ok(())
    }
}
