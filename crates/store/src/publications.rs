//! Publications: which revision of a text is public, from and until which instant.

use content::record::Publication;
use content::{Instant, Subject};
use language::Locale;

use crate::error::StoreError;
use crate::json::{Place, instant};
use crate::reader::Reader;
use crate::records::Filling;
use crate::statement::Statement;
use crate::tx::Tx;

const TABLE: &str = "publication";

static IN_RANGE: Statement = Statement::new(
    "reading publications",
    "SELECT subject, locale, revision, begins, ends, shown, note, minor FROM publication
     WHERE subject >= $1 AND subject <= $2 ORDER BY subject, locale, begins",
);

/// Adds nothing where the text is public at some instant of the period.
static ADD: Statement = Statement::new(
    "adding a publication",
    "INSERT INTO publication (subject, locale, begins, ends, revision, shown, note, minor, actor, at)
     SELECT $1, $2, CAST($3 AS BIGINT), CAST($4 AS BIGINT), CAST($5 AS BIGINT), CAST($6 AS BIGINT), $7,
        CAST($8 AS BIGINT), $9, CAST($10 AS BIGINT)
     WHERE NOT EXISTS (
        SELECT 1 FROM publication
        WHERE subject = $1 AND locale = $2 AND begins < COALESCE($4, $11) AND COALESCE(ends, $11) > $3
     )",
);

static REMOVE_LATER: Statement = Statement::new(
    "removing later publications",
    "DELETE FROM publication WHERE begins >= $1 AND subject = $2 AND locale = $3",
);

static END: Statement = Statement::new(
    "ending a publication",
    "UPDATE publication SET ends = $1 WHERE subject = $2 AND locale = $3 AND (ends IS NULL OR ends > $1)",
);

static EXPLAIN: Statement = Statement::new(
    "noting what a publication corrects",
    "UPDATE publication SET note = $1 WHERE subject = $2 AND locale = $3 AND begins = $4",
);

static DECLARE_MINOR: Statement = Statement::new(
    "declaring a publication minor",
    "UPDATE publication SET minor = 1 WHERE subject = $1 AND locale = $2 AND revision = $3",
);

impl Reader {
    /// Puts the publications of records where they belong.
    pub(crate) fn fill_publications(
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
                    history.publications.push(Publication {
                        revision: row.int(2)?,
                        from: Instant(row.int(3)?),
                        until: instant(row.optional_int(4)?),
                        date: Instant(row.int(5)?),
                        note: row.string(6)?,
                        minor: row.int(7)? != 0,
                    });
                }
                Ok(())
            })
    }
}

impl Tx<'_> {
    /// Makes a revision public for a period.
    ///
    /// # Errors
    /// [`StoreError::Overlap`] if the text is already public at some instant of it; [`StoreError::Missing`] if it has no
    /// such revision.
    pub fn add_publication(
        &mut self,
        subject: &Subject,
        locale: Locale,
        publication: &Publication,
        actor: &str,
        at: Instant,
    ) -> Result<(), StoreError> {
        let added = self.connection.execute(
            &ADD,
            &[
                subject.into(),
                (&locale).into(),
                publication.from.into(),
                publication.until.map(|until| until.0).into(),
                publication.revision.into(),
                publication.date.into(),
                publication.note.as_str().into(),
                i64::from(publication.minor).into(),
                actor.into(),
                at.into(),
                Instant::END.into(),
            ],
        )?;
        if added == 0 {
            return Err(StoreError::Overlap {
                subject: subject.clone(),
                locale,
            });
        }
        Ok(())
    }

    /// Says what the publication that begins at an instant corrects.
    ///
    /// # Errors
    /// What the engine meets.
    pub fn explain_publication(
        &mut self,
        subject: &Subject,
        locale: Locale,
        begins: Instant,
        note: &str,
    ) -> Result<(), StoreError> {
        let values = [note.into(), subject.into(), (&locale).into(), begins.into()];
        self.connection.execute(&EXPLAIN, &values).map(drop)
    }

    /// Declares that readers need not be told of what a revision changes, whenever it was or will be public.
    ///
    /// # Errors
    /// What the engine meets.
    pub fn declare_publications_minor(
        &mut self,
        subject: &Subject,
        locale: Locale,
        revision: i64,
    ) -> Result<(), StoreError> {
        let values = [subject.into(), (&locale).into(), revision.into()];
        self.connection.execute(&DECLARE_MINOR, &values).map(drop)
    }

    /// Lets a text be public up to an instant, itself excluded: a publication in force then ends, later ones go.
    ///
    /// # Errors
    /// What the engine meets.
    pub fn end_publications(&mut self, subject: &Subject, locale: Locale, at: Instant) -> Result<(), StoreError> {
        for statement in [&REMOVE_LATER, &END] {
            self.connection
                .execute(statement, &[at.into(), subject.into(), (&locale).into()])?;
        }
        Ok(())
    }
}
