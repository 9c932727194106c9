//! Subjects: what the store has, and the part of each record that no language owns.

use std::collections::HashSet;

use content::record::{Deleted, Entry, Record};
use content::{Noun, Subject};

use crate::error::StoreError;
use crate::json::{Place, to_json};
use crate::reader::Reader;
use crate::statement::{Row, Statement};
use crate::tx::Tx;

const TABLE: &str = "subject";

static RANGE: Statement = Statement::new(
    "reading subjects",
    "SELECT subject, source, data FROM subject WHERE subject >= $1 AND subject <= $2 ORDER BY subject LIMIT $3",
);

static OF_NOUN: Statement = Statement::new(
    "listing subjects",
    "SELECT subject FROM subject WHERE subject >= $1 AND subject < $2 AND deleted IS NULL ORDER BY subject",
);

static ALL: Statement = Statement::new("listing all subjects", "SELECT subject FROM subject");

static COUNT: Statement = Statement::new(
    "counting subjects",
    "SELECT COUNT(*) FROM subject WHERE subject >= $1 AND subject < $2 AND deleted IS NULL",
);

static PUT: Statement = Statement::new(
    "saving a subject",
    "INSERT INTO subject (subject, source, deleted, data) VALUES ($1, $2, $3, $4)
     ON CONFLICT (subject) DO UPDATE SET source = excluded.source, deleted = excluded.deleted, data = excluded.data",
);

/// What goes with a deleted subject, children first.
static REMOVE: [Statement; 6] = [
    Statement::new("deleting publications", "DELETE FROM publication WHERE subject = $1"),
    Statement::new("deleting bodies", "DELETE FROM body WHERE subject = $1"),
    Statement::new("deleting revisions", "DELETE FROM revision WHERE subject = $1"),
    Statement::new("deleting withdrawals", "DELETE FROM withdrawal WHERE subject = $1"),
    Statement::new("deleting former slugs", "DELETE FROM former_slug WHERE subject = $1"),
    Statement::new("deleting equivalences", "DELETE FROM equivalence WHERE subject = $1"),
];

impl Reader {
    /// All subjects of a noun, without the deleted, in order.
    ///
    /// # Errors
    /// What the engine meets; [`StoreError::Damaged`].
    pub fn subjects(&mut self, noun: Noun) -> Result<Vec<Subject>, StoreError> {
        let [from, to] = bounds(noun);
        self.connection
            .all(&OF_NOUN, &[from.as_str().into(), to.as_str().into()], |row| {
                let subject = row.text(0)?;
                Place {
                    table: TABLE,
                    key: &[subject],
                }
                .subject(subject)
            })
    }

    /// All subjects that were ever saved, also the deleted.
    ///
    /// # Errors
    /// What the engine meets; [`StoreError::Damaged`].
    pub fn all_subjects(&mut self) -> Result<HashSet<Subject>, StoreError> {
        let all = self.connection.all(&ALL, &[], |row| {
            let subject = row.text(0)?;
            Place {
                table: TABLE,
                key: &[subject],
            }
            .subject(subject)
        })?;
        Ok(all.into_iter().collect())
    }

    /// How many subjects a noun has, without the deleted.
    ///
    /// # Errors
    /// What the engine meets.
    pub fn count(&mut self, noun: Noun) -> Result<u64, StoreError> {
        let [from, to] = bounds(noun);
        let count = self
            .connection
            .first(&COUNT, &[from.as_str().into(), to.as_str().into()], |row| row.int(0))?;
        Ok(count.and_then(|count| u64::try_from(count).ok()).unwrap_or(0))
    }

    /// The records of subjects from one to another, both included; entries still without their texts.
    pub(crate) fn bare_records(&mut self, from: &str, to: &str, limit: usize) -> Result<Vec<Record>, StoreError> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        self.connection
            .all(&RANGE, &[from.into(), to.into(), limit.into()], bare_record)
    }
}

impl Tx<'_> {
    /// Saves what a record says beyond its texts: of an entry the source locale and the meta (its texts are saved by
    /// [`add_revision`](Self::add_revision) and the like), of all else the whole. A deleted subject lives again by it.
    ///
    /// # Errors
    /// What the engine meets.
    pub fn put_subject(&mut self, record: &Record) -> Result<(), StoreError> {
        let (source, deleted, data) = match record {
            Record::Entry(entry) => (Some(entry.source.as_str()), None, to_json(&entry.meta)?),
            Record::Deleted(deleted) => (None, Some(deleted.at.0), to_json(record)?),
            _ => (None, None, to_json(record)?),
        };
        let subject = record.subject();
        self.connection.execute(
            &PUT,
            &[subject.into(), source.into(), deleted.into(), data.as_str().into()],
        )?;
        Ok(())
    }

    /// Deletes a subject: its texts with all their history go, what is left is this record. Its addresses stay taken,
    /// and the logs keep what was done.
    ///
    /// # Errors
    /// What the engine meets.
    pub fn mark_deleted(&mut self, deleted: &Deleted) -> Result<(), StoreError> {
        for statement in &REMOVE {
            self.connection.execute(statement, &[(&deleted.subject).into()])?;
        }
        self.put_subject(&Record::Deleted(deleted.clone()))
    }
}

/// From the first possible subject of a noun up to one that is beyond it: `0` follows `/`.
fn bounds(noun: Noun) -> [String; 2] {
    [format!("{}/", noun.as_str()), format!("{}0", noun.as_str())]
}

fn bare_record(row: &Row<'_>) -> Result<Record, StoreError> {
    let key = row.text(0)?;
    let place = Place {
        table: TABLE,
        key: &[key],
    };
    let data = row.text(2)?;
    match row.optional_text(1)? {
        None => place.json(data),
        Some(source) => Ok(Record::Entry(Entry {
            subject: place.subject(key)?,
            source: place.locale(source)?,
            meta: place.json(data)?,
            texts: Default::default(),
        })),
    }
}
