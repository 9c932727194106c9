//! The index of one locale, in memory: which words stand in which entry, and where.

use super::entry::Entry;
use super::words::words;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// The most entries of a locale.
const ENTRIES_MAX: usize = 1 << 24;
/// Stands between the fields of an entry and between paragraphs, so that no phrase reaches across.
pub(crate) const BREAK: u32 = u32::MAX;

/// Where in an entry a word stands; also what finding it there is worth.
pub(crate) const TITLE: u8 = 4;
pub(crate) const STANDFIRST: u8 = 2;
pub(crate) const BODY: u8 = 1;
/// Bits of a posting that say where.
const FIELD_BITS: u32 = 3;
const FIELDS: u32 = (1 << FIELD_BITS) - 1;

/// Entries by their words.
#[derive(Debug, Default)]
pub(crate) struct Index {
    by_word: BTreeMap<Arc<str>, u32>,
    words: Vec<Option<Postings>>,
    unused_words: Vec<u32>,
    by_path: HashMap<Arc<str>, u32>,
    entries: Vec<Option<Indexed>>,
    unused_entries: Vec<u32>,
}

/// A word with the entries that have it, in order: an entry's number and the fields.
#[derive(Debug)]
struct Postings {
    word: Arc<str>,
    entries: Vec<u32>,
}

/// An entry with its words in order.
#[derive(Debug)]
pub(crate) struct Indexed {
    pub(crate) path: Arc<str>,
    pub(crate) entry: Entry,
    /// Title, standfirst, and each paragraph: the numbers of their words, with breaks between.
    pub(crate) order: Box<[u32]>,
}

impl Index {
    /// Puts an entry at a path, in the place of what stood there.
    pub(crate) fn put(&mut self, path: &str, entry: Entry) {
        self.remove(path);
        let number = match self.unused_entries.pop() {
            Some(number) => number,
            None if self.entries.len() >= ENTRIES_MAX => return,
            None => {
                self.entries.push(None);
                u32::try_from(self.entries.len() - 1).unwrap_or(0)
            }
        };
        let mut order = Vec::new();
        for (field, text) in fields(&entry) {
            for word in words(text) {
                order.push(self.enter(&word.folded, number, field));
            }
            order.push(BREAK);
        }
        let path: Arc<str> = path.into();
        self.by_path.insert(Arc::clone(&path), number);
        if let Some(slot) = self.entries.get_mut(number as usize) {
            *slot = Some(Indexed {
                path,
                entry,
                order: order.into(),
            });
        }
    }

    /// Takes away what stands at a path.
    pub(crate) fn remove(&mut self, path: &str) {
        let Some(number) = self.by_path.remove(path) else {
            return;
        };
        self.unused_entries.push(number);
        let gone = self.entries.get_mut(number as usize).and_then(Option::take);
        let mut order = gone.map(|gone| gone.order.into_vec()).unwrap_or_default();
        order.sort_unstable();
        order.dedup();
        for word in order {
            self.leave(word, number);
        }
    }

    /// Gives back the room of what grew more than it needs.
    pub(crate) fn shrink(&mut self) {
        for postings in self.words.iter_mut().flatten() {
            postings.entries.shrink_to_fit();
        }
        self.words.shrink_to_fit();
        self.entries.shrink_to_fit();
        self.by_path.shrink_to_fit();
    }

    /// How many entries there may be, unused places among them.
    pub(crate) fn places(&self) -> usize {
        self.entries.len()
    }

    /// How many entries there are.
    pub(crate) fn len(&self) -> usize {
        self.by_path.len()
    }

    pub(crate) fn entry(&self, number: usize) -> Option<&Indexed> {
        self.entries.get(number)?.as_ref()
    }

    /// The number of a word; none if it stands nowhere.
    pub(crate) fn word(&self, word: &str) -> Option<u32> {
        self.by_word.get(word).copied()
    }

    /// The numbers of words that begin so, at most `bound` of them.
    pub(crate) fn beginning<'i>(&'i self, beginning: &'i str, bound: usize) -> impl Iterator<Item = u32> + 'i {
        use std::ops::Bound::{Included, Unbounded};
        let from = self.by_word.range::<str, _>((Included(beginning), Unbounded));
        from.take_while(move |(word, _)| word.starts_with(beginning))
            .take(bound)
            .map(|(_, number)| *number)
    }

    /// The entries that have a word, with the fields in which it stands.
    pub(crate) fn having(&self, word: u32) -> impl Iterator<Item = (usize, u8)> + '_ {
        let postings = self.words.get(word as usize).and_then(Option::as_ref);
        let entries = postings.map_or(&[][..], |postings| postings.entries.as_slice());
        entries.iter().map(|posting| {
            let fields = u8::try_from(posting & FIELDS).unwrap_or(0);
            ((posting >> FIELD_BITS) as usize, fields)
        })
    }

    /// Writes down that a word stands in a field of an entry; gives the word's number.
    fn enter(&mut self, word: &str, entry: u32, field: u8) -> u32 {
        let number = match self.by_word.get(word) {
            Some(number) => *number,
            None => self.begin(word),
        };
        if let Some(Some(postings)) = self.words.get_mut(number as usize) {
            let at = postings
                .entries
                .partition_point(|posting| posting >> FIELD_BITS < entry);
            match postings.entries.get_mut(at) {
                Some(posting) if *posting >> FIELD_BITS == entry => *posting |= u32::from(field),
                _ => postings.entries.insert(at, entry << FIELD_BITS | u32::from(field)),
            }
        }
        number
    }

    fn begin(&mut self, word: &str) -> u32 {
        let word: Arc<str> = word.into();
        let postings = Postings {
            word: Arc::clone(&word),
            entries: Vec::with_capacity(1),
        };
        let number = match self.unused_words.pop() {
            Some(number) => number,
            None => {
                self.words.push(None);
                u32::try_from(self.words.len() - 1).unwrap_or(BREAK)
            }
        };
        if let Some(slot) = self.words.get_mut(number as usize) {
            *slot = Some(postings);
        }
        self.by_word.insert(word, number);
        number
    }

    fn leave(&mut self, word: u32, entry: u32) {
        let Some(slot) = self.words.get_mut(word as usize) else {
            return;
        };
        let Some(postings) = slot else { return };
        let at = postings
            .entries
            .partition_point(|posting| posting >> FIELD_BITS < entry);
        if postings
            .entries
            .get(at)
            .is_some_and(|posting| posting >> FIELD_BITS == entry)
        {
            postings.entries.remove(at);
        }
        if postings.entries.is_empty() {
            self.by_word.remove(&postings.word);
            *slot = None;
            self.unused_words.push(word);
        }
    }
}

/// The texts of an entry with where they stand, in the order of [`Indexed::order`].
pub(crate) fn fields(entry: &Entry) -> impl Iterator<Item = (u8, &str)> {
    let head = [(TITLE, entry.title.as_str()), (STANDFIRST, entry.standfirst.as_str())];
    head.into_iter()
        .chain(entry.body.iter().map(|paragraph| (BODY, paragraph.words.as_str())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What an index holds, without the numbers that depend on how it came about.
    fn told(index: &Index) -> BTreeMap<String, Vec<(String, u8)>> {
        let words = index.by_word.iter().map(|(word, number)| {
            let mut entries: Vec<(String, u8)> = index
                .having(*number)
                .map(|(entry, fields)| (index.entry(entry).unwrap().path.to_string(), fields))
                .collect();
            entries.sort();
            (word.to_string(), entries)
        });
        words.collect()
    }

    fn entry(title: &str, standfirst: &str) -> Entry {
        Entry {
            title: title.to_owned(),
            standfirst: standfirst.to_owned(),
            ..Entry::default()
        }
    }

    proptest! {
        #[test]
        fn an_index_that_was_changed_equals_one_made_anew(
            acts in prop::collection::vec((0u8..6, prop::option::of(("[abc ]{0,8}", "[abc ]{0,8}"))), 0..40)
        ) {
            let (mut index, mut expected) = (Index::default(), BTreeMap::new());
            for (path, act) in acts {
                let path = format!("/en/{path}/");
                match act {
                    Some((title, standfirst)) => {
                        index.put(&path, entry(&title, &standfirst));
                        expected.insert(path, entry(&title, &standfirst));
                    }
                    None => {
                        index.remove(&path);
                        expected.remove(&path);
                    }
                }
            }
            let mut anew = Index::default();
            for (path, entry) in expected {
                anew.put(&path, entry);
            }
            prop_assert_eq!(told(&index), told(&anew));
            prop_assert_eq!(index.len(), anew.len());
            prop_assert!(index.places() <= 6 && index.words.len() <= 400);
        }
    }

    #[test]
    fn words_are_found_by_their_beginning() {
        let mut index = Index::default();
        index.put("/ar/", entry("بيان البيانات بيانات", "minister ministers ministry"));
        assert_eq!(index.beginning("minister", 9).count(), 2);
        assert_eq!(index.beginning("بيان", 9).count(), 2);
        assert_eq!(index.beginning("mini", 2).count(), 2);
        assert_eq!(index.beginning("x", 9).count(), 0);
    }
}
