//! Records: all that is known about a subject, put together from the tables of its nouns.
//!
//! One subject and a thousand are read alike: one question per table over a range of subjects, each in the order of
//! subjects, so that the rows fall into place in one pass.

use content::Subject;
use content::record::{Entry, Record, TextHistory};
use language::Locale;

use crate::error::StoreError;
use crate::json::Place;
use crate::reader::Reader;
use crate::tx::Tx;

/// Follows every subject, in the order of bytes.
const BEYOND: &str = "~";

/// Records in the order of their subjects, which take their texts in the same order.
pub(crate) struct Filling<'a> {
    records: &'a mut [Record],
    at: usize,
}

impl Reader {
    /// All that is known about a subject. Of an entry's revisions it holds the newest and all that a publication names;
    /// bodies are fetched apart, by [`body`](Self::body).
    ///
    /// # Errors
    /// What the engine meets; [`StoreError::Damaged`].
    pub fn record(&mut self, subject: &Subject) -> Result<Option<Record>, StoreError> {
        Ok(self.records_between(subject.as_str(), subject.as_str(), 1)?.pop())
    }

    /// The records that follow a subject, or the first ones, in the order of subjects; each as [`record`](Self::record)
    /// gives it.
    ///
    /// # Errors
    /// What the engine meets; [`StoreError::Damaged`].
    pub fn records_after(&mut self, after: Option<&Subject>, limit: usize) -> Result<Vec<Record>, StoreError> {
        // No character of a subject is smaller than "!": what is greater than the one is not smaller than the other.
        let from = after.map_or(String::new(), |subject| format!("{subject}!"));
        self.records_between(&from, BEYOND, limit)
    }

    fn records_between(&mut self, from: &str, to: &str, limit: usize) -> Result<Vec<Record>, StoreError> {
        let mut records = self.bare_records(from, to, limit)?;
        let mut entries = records
            .iter()
            .filter(|record| matches!(record, Record::Entry(_)))
            .map(Record::subject);
        let Some(first) = entries.next().cloned() else {
            return Ok(records);
        };
        let last = entries.next_back().unwrap_or(&first).clone();
        self.fill_publications(&first, &last, Filling::new(&mut records))?;
        self.fill_revisions(&first, &last, Filling::new(&mut records))?;
        self.fill_withdrawals(&first, &last, Filling::new(&mut records))?;
        self.fill_slugs(&first, &last, Filling::new(&mut records))?;
        self.fill_places(&mut records)?;
        Ok(records)
    }
}

impl Tx<'_> {
    /// Like [`Reader::record`]; moreover nobody else changes the subject until the transaction ends, so that what is
    /// decided from it still holds when it is kept.
    ///
    /// # Errors
    /// Those of [`Reader::record`]; [`StoreError::Busy`] if another transaction holds the subject for too long.
    pub fn record(&mut self, subject: &Subject) -> Result<Option<Record>, StoreError> {
        self.connection.lock_subject(subject)?;
        Reader::record(self, subject)
    }
}

impl<'a> Filling<'a> {
    fn new(records: &'a mut [Record]) -> Filling<'a> {
        Filling { records, at: 0 }
    }

    /// The history of a text; none if its subject is not among the records.
    pub(crate) fn history(
        &mut self,
        place: Place<'_>,
        subject: &str,
        locale: &str,
    ) -> Result<Option<&mut TextHistory>, StoreError> {
        while self
            .records
            .get(self.at)
            .is_some_and(|record| record.subject().as_str() < subject)
        {
            self.at += 1;
        }
        match self.records.get_mut(self.at) {
            Some(Record::Entry(entry)) if entry.subject.as_str() == subject => {
                let locale = place.locale(locale)?;
                Ok(Some(history_in(entry, locale)))
            }
            _ => Ok(None),
        }
    }
}

fn history_in(entry: &mut Entry, locale: Locale) -> &mut TextHistory {
    entry.texts.entry(locale).or_default()
}
