//! What public revisions say place by place, for entries whose source was public in several: by that it is told what a
//! translation lacks. All other entries cost nothing here.

use std::collections::BTreeMap;

use content::record::{Entry, Record, TextHistory};
use content::staleness::{Equivalence, Places};

use crate::error::StoreError;
use crate::reader::Reader;

/// The newest public revisions of a source that are looked at: those whose words are compared, and what is planned.
const OF_SOURCE: usize = 16;
/// The newest public revisions of a translation that are looked at: what is in force, and what is planned.
const OF_TRANSLATION: usize = 4;

impl Reader {
    /// Puts places where they belong; publications already are.
    pub(crate) fn fill_places(&mut self, records: &mut [Record]) -> Result<(), StoreError> {
        for record in records {
            if let Record::Entry(entry) = record
                && entry.texts.len() > 1
                && entry.texts.get(&entry.source).is_some_and(was_changed)
            {
                self.fill_places_of(entry)?;
            }
        }
        Ok(())
    }

    fn fill_places_of(&mut self, entry: &mut Entry) -> Result<(), StoreError> {
        let (subject, source) = (entry.subject.clone(), entry.source);
        for (locale, history) in &mut entry.texts {
            let most = if *locale == source { OF_SOURCE } else { OF_TRANSLATION };
            for number in newest(history, most) {
                if let Some(revision) = self.revision(&subject, *locale, number)? {
                    let places = Places {
                        hashes: revision.text.pins(),
                        made_from: revision.pins,
                    };
                    history.places.insert(number, places);
                }
            }
        }
        let minor_changes = self.minor_changes(&subject)?;
        if let Some(history) = entry.texts.get_mut(&source) {
            history.minor_changes = minor_changes;
        }
        Ok(())
    }

    /// The minor changes of an entry as the rules of staleness want them: in the order in which they were declared.
    ///
    /// # Errors
    /// What the engine meets.
    pub fn minor_changes(&mut self, subject: &content::Subject) -> Result<Vec<Equivalence>, StoreError> {
        let mut declared = self.equivalences(subject)?;
        declared.sort_by_key(|declaration| declaration.at);
        let plain = |declaration: crate::Equivalence| Equivalence {
            block: declaration.block,
            from: declaration.from,
            to: declaration.to,
        };
        Ok(declared.into_iter().map(plain).collect())
    }
}

/// Whether more than one revision was or will be public.
fn was_changed(history: &TextHistory) -> bool {
    let mut revisions = history.publications.iter().map(|publication| publication.revision);
    let first = revisions.next();
    revisions.any(|other| Some(other) != first)
}

/// The revisions of the newest publications, each once.
fn newest(history: &TextHistory, most: usize) -> Vec<i64> {
    let by_begin: BTreeMap<_, i64> = history
        .publications
        .iter()
        .map(|publication| (publication.from, publication.revision))
        .collect();
    let mut found: Vec<i64> = Vec::new();
    for revision in by_begin.into_values().rev() {
        if found.len() == most {
            break;
        }
        if !found.contains(&revision) {
            found.push(revision);
        }
    }
    found
}
