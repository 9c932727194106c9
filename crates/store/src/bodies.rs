//! Bodies: the blocks of a revision and its pins, read one by one, thousands of times in a press.

use content::text::{Pins, WrittenBody};
use content::{Body, Subject};
use language::Locale;

use crate::error::StoreError;
use crate::json::{Place, to_json};
use crate::reader::Reader;
use crate::revisions::NewRevision;
use crate::statement::Statement;
use crate::tx::Tx;

const TABLE: &str = "body";

static ADD: Statement = Statement::new(
    "adding a body",
    "INSERT INTO body (subject, locale, number, body, pins) VALUES ($1, $2, $3, $4, $5)",
);

static READ: Statement = Statement::new(
    "reading a body",
    "SELECT body FROM body WHERE subject = $1 AND locale = $2 AND number = $3",
);

/// A body and its pins as rows hold them. Encoding is half the work of saving, and needs no store: many can be encoded
/// ahead, on all cores.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EncodedBody {
    body: String,
    pins: String,
}

impl EncodedBody {
    /// Encodes blocks, and what they were made from if they are a translation.
    ///
    /// # Errors
    /// If a value has no form in JSON.
    pub fn of(body: &WrittenBody, pins: &Pins) -> Result<EncodedBody, StoreError> {
        Ok(EncodedBody {
            body: body.as_str().to_owned(),
            pins: to_json(pins)?,
        })
    }
}

impl Reader {
    /// The blocks of a revision.
    ///
    /// # Errors
    /// What the engine meets; [`StoreError::Damaged`].
    pub fn body(&mut self, subject: &Subject, locale: Locale, number: i64) -> Result<Option<Body>, StoreError> {
        self.connection
            .first(&READ, &[subject.into(), (&locale).into(), number.into()], |row| {
                let body = row.text(0)?;
                serde_json::from_str(body).map_err(|error| {
                    let key = [subject.as_str(), locale.as_str(), &number.to_string()];
                    Place {
                        table: TABLE,
                        key: &key,
                    }
                    .damaged(&error)
                })
            })
    }
}

impl Tx<'_> {
    pub(crate) fn add_body(&mut self, new: &NewRevision, number: i64) -> Result<(), StoreError> {
        let EncodedBody { body, pins } = &new.body;
        let key = [(&new.subject).into(), (&new.locale).into(), number.into()];
        let [subject, locale, number] = key;
        self.connection.execute(
            &ADD,
            &[subject, locale, number, body.as_str().into(), pins.as_str().into()],
        )?;
        Ok(())
    }
}
