//! What translators have to do: which translations are missing, and in which words the others lag behind.

use std::collections::BTreeMap;

use content::record::{Entry, Record};
use content::staleness::{Equivalence, LagKind, lags};
use content::text::{SUMMARY, TITLE};
use content::{Subject, Text};
use language::Locale;
use serde::Serialize;
use store::{Reader, Revision, Store, StoreError};

use crate::equivalences::equivalences;
use crate::error::EditorialError;

/// Records that are read at once.
const RECORDS_AT_ONCE: usize = 500;

/// How an entry stands in a locale that is not its source's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TranslationState {
    /// Which entry.
    pub subject: Subject,
    /// In which locale.
    pub locale: Locale,
    /// How it stands there.
    pub state: TranslationStanding,
}

/// How a translation stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase", tag = "is", content = "lags")]
pub enum TranslationStanding {
    /// There is none.
    Missing,
    /// It says what the source says.
    Current,
    /// It lags behind the source in these places.
    Stale(Vec<LagDetail>),
}

/// One place in which a translation lags, with the words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LagDetail {
    /// The block's identity, or `title` or `summary`.
    pub block: String,
    /// How it lags.
    #[serde(flatten)]
    pub kind: LagKind,
    /// The source's words that were translated, if a revision still holds them.
    pub before: Option<String>,
    /// The source's words now.
    pub now: Option<String>,
    /// The translation's words.
    pub translation: Option<String>,
}

/// How all translations stand, or those into one locale, in the order of subjects and of the site's locales.
///
/// # Errors
/// Those of the store.
pub fn translations(store: &Store, only: Option<Locale>) -> Result<Vec<TranslationState>, EditorialError> {
    store.read(|reader| {
        let locales = match reader.record(&Subject::site())? {
            Some(Record::Site(site)) => site.locales,
            _ => Vec::new(),
        };
        let wanted: Vec<Locale> = locales
            .into_iter()
            .filter(|locale| only.is_none_or(|only| only == *locale))
            .collect();
        let mut found = Vec::new();
        let mut after: Option<Subject> = None;
        loop {
            let records = reader.records_after(after.as_ref(), RECORDS_AT_ONCE)?;
            let Some(last) = records.last() else { return Ok(found) };
            after = Some(last.subject().clone());
            for record in &records {
                if let Record::Entry(entry) = record {
                    states_of(reader, entry, &wanted, &mut found)?;
                }
            }
        }
    })
}

fn states_of(
    reader: &mut Reader,
    entry: &Entry,
    wanted: &[Locale],
    found: &mut Vec<TranslationState>,
) -> Result<(), StoreError> {
    let subject = &entry.subject;
    let Some(source) = reader.newest_revision(subject, entry.source)? else {
        return Ok(());
    };
    let equivalences = equivalences(reader, subject)?;
    let mut past = Past {
        subject,
        source: entry.source,
        revisions: None,
    };
    for locale in wanted.iter().copied().filter(|locale| *locale != entry.source) {
        let state = match reader.newest_revision(subject, locale)? {
            None => TranslationStanding::Missing,
            Some(translation) => compare(reader, &mut past, &source.text, &translation, &equivalences)?,
        };
        found.push(TranslationState {
            subject: subject.clone(),
            locale,
            state,
        });
    }
    Ok(())
}

fn compare(
    reader: &mut Reader,
    past: &mut Past<'_>,
    source: &Text,
    translation: &Revision,
    equivalences: &[Equivalence],
) -> Result<TranslationStanding, StoreError> {
    let mut details = Vec::new();
    for lag in lags(source, &translation.text, &translation.pins, equivalences) {
        let before = match translation.pins.get(&lag.block) {
            Some(pin) => past.words(reader, &lag.block, pin)?,
            None => None,
        };
        details.push(LagDetail {
            before,
            now: words_at(source, &lag.block),
            translation: words_at(&translation.text, &lag.block),
            block: lag.block,
            kind: lag.kind,
        });
    }
    Ok(if details.is_empty() {
        TranslationStanding::Current
    } else {
        TranslationStanding::Stale(details)
    })
}

/// What the source said once: its words by place and hash, read when the first lag asks for them.
struct Past<'a> {
    subject: &'a Subject,
    source: Locale,
    revisions: Option<BTreeMap<(String, String), String>>,
}

impl Past<'_> {
    fn words(&mut self, reader: &mut Reader, block: &str, hash: &str) -> Result<Option<String>, StoreError> {
        let revisions = match self.revisions.take() {
            Some(revisions) => revisions,
            None => self.read(reader)?,
        };
        let words = revisions.get(&(block.to_owned(), hash.to_owned())).cloned();
        self.revisions = Some(revisions);
        Ok(words)
    }

    fn read(&self, reader: &mut Reader) -> Result<BTreeMap<(String, String), String>, StoreError> {
        let mut said = BTreeMap::new();
        for head in reader.revisions(self.subject, self.source)? {
            let Some(revision) = reader.revision(self.subject, self.source, head.number)? else {
                continue;
            };
            for (place, hash) in revision.text.pins() {
                let words = words_at(&revision.text, &place).unwrap_or_default();
                said.entry((place, hash)).or_insert(words);
            }
        }
        Ok(said)
    }
}

fn words_at(text: &Text, place: &str) -> Option<String> {
    match place {
        TITLE => Some(text.title.clone()),
        SUMMARY => Some(text.summary.clone()).filter(|summary| !summary.is_empty()),
        id => text
            .body
            .blocks
            .iter()
            .find(|block| block.id.0 == id)
            .map(content::Block::words),
    }
}
