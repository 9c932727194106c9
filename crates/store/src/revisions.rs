//! Revisions: the immutable saved states of texts.

use content::record::RevisionHead;
use content::text::Pins;
use content::{Instant, Subject, Text, TextHash};
use language::Locale;

use crate::bodies::EncodedBody;
use crate::error::StoreError;
use crate::json::{Place, to_json};
use crate::reader::Reader;
use crate::records::Filling;
use crate::statement::{Row, Statement, Value};
use crate::tx::Tx;

const TABLE: &str = "revision";

/// An immutable saved state of a text, with all its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// Whose text.
    pub subject: Subject,
    /// In which language.
    pub locale: Locale,
    /// Counts from 1 within the text.
    pub number: i64,
    /// The hash of what it says.
    pub hash: TextHash,
    /// What it says, the body included.
    pub text: Text,
    /// What it was made from, if it is a translation.
    pub pins: Pins,
    /// When it was saved.
    pub at: Instant,
    /// Who saved it.
    pub actor: String,
    /// How it came: `files` or the name of a screen.
    pub origin: String,
    /// What its author says about it; may be empty.
    pub note: String,
    /// Whether it left the translations current.
    pub minor: bool,
}

/// A revision that is to be added; it gets its number then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRevision {
    /// Whose text.
    pub subject: Subject,
    /// In which language.
    pub locale: Locale,
    /// The hash of the text: `text.hash()`, which the caller needs anyway and is not computed twice.
    pub hash: TextHash,
    /// What it says; its body is not looked at.
    pub text: Text,
    /// The body, and what it was made from.
    pub body: EncodedBody,
    /// When it is saved.
    pub at: Instant,
    /// Who saves it.
    pub actor: String,
    /// How it comes: `files` or the name of a screen.
    pub origin: String,
    /// What its author says about it; may be empty.
    pub note: String,
    /// Whether it leaves the translations current.
    pub minor: bool,
}

static ADD: Statement = Statement::new(
    "adding a revision",
    "INSERT INTO revision (subject, locale, number, hash, origin, actor, at, note, minor, text) VALUES ($1, $2,
        (SELECT COALESCE(MAX(number), 0) + 1 FROM revision WHERE subject = $1 AND locale = $2),
        $3, $4, $5, $6, $7, $8, $9)
     RETURNING number",
);

static HEADS: Statement = Statement::new(
    "listing revisions",
    "SELECT number, hash, origin, actor, at, text FROM revision WHERE subject = $1 AND locale = $2 ORDER BY number",
);

static HEADS_IN_RANGE: Statement = Statement::new(
    "reading revisions",
    "SELECT number, hash, origin, actor, at, text, subject, locale FROM revision
     WHERE subject >= $1 AND subject <= $2 ORDER BY subject, locale, number DESC",
);

static BY_NUMBER: Statement = Statement::new(
    "reading a revision",
    "SELECT r.number, r.hash, r.origin, r.actor, r.at, r.text, r.note, r.minor, b.body, b.pins
     FROM revision r JOIN body b ON b.subject = r.subject AND b.locale = r.locale AND b.number = r.number
     WHERE r.subject = $1 AND r.locale = $2 AND r.number = $3",
);

static NEWEST: Statement = Statement::new(
    "finding the newest revision",
    "SELECT MAX(number) FROM revision WHERE subject = $1 AND locale = $2",
);

static BY_HASH: Statement = Statement::new(
    "finding a revision by its hash",
    "SELECT MAX(number) FROM revision WHERE subject = $1 AND locale = $2 AND hash = $3",
);

static BY_ORIGIN: Statement = Statement::new(
    "finding the newest revision of an origin",
    "SELECT MAX(number) FROM revision WHERE subject = $1 AND locale = $2 AND origin = $3",
);

impl Reader {
    /// A revision by its number.
    ///
    /// # Errors
    /// What the engine meets; [`StoreError::Damaged`].
    pub fn revision(&mut self, subject: &Subject, locale: Locale, number: i64) -> Result<Option<Revision>, StoreError> {
        self.connection
            .first(&BY_NUMBER, &[subject.into(), (&locale).into(), number.into()], |row| {
                revision(row, subject, locale)
            })
    }

    /// The newest revision of a text.
    ///
    /// # Errors
    /// What the engine meets; [`StoreError::Damaged`].
    pub fn newest_revision(&mut self, subject: &Subject, locale: Locale) -> Result<Option<Revision>, StoreError> {
        self.revision_found(&NEWEST, subject, locale, None)
    }

    /// The newest revision of a text that says exactly this.
    ///
    /// # Errors
    /// What the engine meets; [`StoreError::Damaged`].
    pub fn revision_by_hash(
        &mut self,
        subject: &Subject,
        locale: Locale,
        hash: &TextHash,
    ) -> Result<Option<Revision>, StoreError> {
        self.revision_found(&BY_HASH, subject, locale, Some(&hash.0))
    }

    /// The newest revision of a text that came this way.
    ///
    /// # Errors
    /// What the engine meets; [`StoreError::Damaged`].
    pub fn newest_revision_of_origin(
        &mut self,
        subject: &Subject,
        locale: Locale,
        origin: &str,
    ) -> Result<Option<Revision>, StoreError> {
        self.revision_found(&BY_ORIGIN, subject, locale, Some(origin))
    }

    /// All revisions of a text, without their bodies, the oldest first.
    ///
    /// # Errors
    /// What the engine meets; [`StoreError::Damaged`].
    pub fn revisions(&mut self, subject: &Subject, locale: Locale) -> Result<Vec<RevisionHead>, StoreError> {
        self.connection.all(&HEADS, &[subject.into(), (&locale).into()], |row| {
            head(row, subject.as_str(), locale.as_str())
        })
    }

    /// Puts the heads that records hold where they belong; the publications already are.
    pub(crate) fn fill_revisions(
        &mut self,
        first: &Subject,
        last: &Subject,
        mut filling: Filling<'_>,
    ) -> Result<(), StoreError> {
        self.connection
            .each(&HEADS_IN_RANGE, &[first.into(), last.into()], &mut |row| {
                let (subject, locale) = (row.text(6)?, row.text(7)?);
                let place = Place {
                    table: TABLE,
                    key: &[subject, locale],
                };
                let Some(history) = filling.history(place, subject, locale)? else {
                    return Ok(());
                };
                let number = row.int(0)?;
                let newest = history.revisions.is_empty();
                if newest
                    || history
                        .publications
                        .iter()
                        .any(|publication| publication.revision == number)
                {
                    history.revisions.insert(number, head(row, subject, locale)?);
                }
                Ok(())
            })
    }

    fn revision_found(
        &mut self,
        statement: &Statement,
        subject: &Subject,
        locale: Locale,
        wanted: Option<&str>,
    ) -> Result<Option<Revision>, StoreError> {
        let mut values = vec![subject.into(), (&locale).into()];
        values.extend(wanted.map(Value::from));
        let number = self
            .connection
            .first(statement, &values, |row| row.optional_int(0))?
            .flatten();
        number.map_or(Ok(None), |number| self.revision(subject, locale, number))
    }
}

impl Tx<'_> {
    /// Adds a revision and gives its number.
    ///
    /// # Errors
    /// [`StoreError::Missing`] if the subject was not saved; [`StoreError::Conflict`] if another transaction added one
    /// to the same text at the same time.
    pub fn add_revision(&mut self, new: &NewRevision) -> Result<i64, StoreError> {
        let text = to_json(&new.text.without_body())?;
        let number = self.connection.first(
            &ADD,
            &[
                (&new.subject).into(),
                (&new.locale).into(),
                new.hash.0.as_str().into(),
                new.origin.as_str().into(),
                new.actor.as_str().into(),
                new.at.into(),
                new.note.as_str().into(),
                i64::from(new.minor).into(),
                text.as_str().into(),
            ],
            |row| row.int(0),
        )?;
        let number = number.unwrap_or_default();
        self.add_body(new, number)?;
        Ok(number)
    }
}

fn head(row: &Row<'_>, subject: &str, locale: &str) -> Result<RevisionHead, StoreError> {
    let number = row.int(0)?;
    let key = number.to_string();
    Ok(RevisionHead {
        number,
        hash: TextHash(row.string(1)?),
        text: Place {
            table: TABLE,
            key: &[subject, locale, &key],
        }
        .json(row.text(5)?)?,
        at: Instant(row.int(4)?),
        actor: row.string(3)?,
        origin: row.string(2)?,
    })
}

fn revision(row: &Row<'_>, subject: &Subject, locale: Locale) -> Result<Revision, StoreError> {
    let head = head(row, subject.as_str(), locale.as_str())?;
    let number = head.number.to_string();
    let body = Place {
        table: "body",
        key: &[subject.as_str(), locale.as_str(), &number],
    };
    Ok(Revision {
        subject: subject.clone(),
        locale,
        number: head.number,
        hash: head.hash,
        text: Text {
            body: body.json(row.text(8)?)?,
            ..head.text
        },
        pins: body.json(row.text(9)?)?,
        at: head.at,
        actor: head.actor,
        origin: head.origin,
        note: row.string(6)?,
        minor: row.int(7)? != 0,
    })
}
