//! Answers that many pages ask for, kept decoded while one run renders, for all its threads together.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::{Arc, Mutex, PoisonError};

use content::card::{Address, Card, State};
use content::{Projection, Subject};

use crate::error::PressError;
use crate::visible::place_id;

/// So many cards are kept, of about a kilobyte each.
const CARDS: usize = 40_000;
/// So many names, addresses and states are kept, of about a hundred bytes each.
const NAMES: usize = 200_000;

/// What was answered in this run. The notes do not change while it renders.
#[derive(Debug)]
pub(crate) struct Answers {
    /// Kept from run to run: what is known by its hash is never known by another name.
    pub(crate) names: Arc<Names>,
    pub(crate) cards: Kept<Option<Arc<Card>>>,
    pub(crate) addresses: Kept<Option<Address>>,
    pub(crate) states: Kept<Option<State>>,
}

/// The subjects of ties.
pub(crate) type Names = Kept<Subject>;

/// Answers of one kind by key; thrown away when there are too many.
#[derive(Debug)]
pub(crate) struct Kept<T> {
    most: usize,
    answers: Mutex<Map<T>>,
}

type Map<T> = HashMap<u64, T, BuildHasherDefault<AsItIs>>;

/// Keys are hashes already.
#[derive(Debug, Default)]
struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = content::text::hash64(bytes);
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}

impl Answers {
    pub(crate) fn new(names: Arc<Names>) -> Answers {
        Answers {
            names,
            cards: Kept::new(CARDS),
            addresses: Kept::new(NAMES),
            states: Kept::new(NAMES),
        }
    }

    /// Keeps what was just projected of a subject, which need not be looked up then.
    pub(crate) fn foresee(&self, subject: &Subject, projection: &Projection) {
        self.names.foresee(subject.tie(), || subject.clone());
        for unit in &projection.units {
            let id = place_id(subject, unit.locale);
            self.addresses.foresee(id, || unit.address());
            self.states.foresee(id, || unit.state.clone());
            self.cards.foresee(id, || unit.card.clone().map(Arc::new));
        }
    }
}

impl Default for Names {
    fn default() -> Names {
        Kept::new(NAMES)
    }
}

impl<T: Clone> Kept<T> {
    fn new(most: usize) -> Kept<T> {
        Kept {
            most,
            answers: Mutex::default(),
        }
    }

    /// The answer to a question, found out if nobody has asked yet. Two threads may find out the same.
    pub(crate) fn get(&self, key: u64, find: impl FnOnce() -> Result<T, PressError>) -> Result<T, PressError> {
        if let Some(answer) = self.lock().get(&key) {
            return Ok(answer.clone());
        }
        let answer = find()?;
        self.keep(key, answer.clone());
        Ok(answer)
    }

    /// The same for what may not be found: that is asked again.
    pub(crate) fn get_some(
        &self,
        key: u64,
        find: impl FnOnce() -> Result<Option<T>, PressError>,
    ) -> Result<Option<T>, PressError> {
        if let Some(answer) = self.lock().get(&key) {
            return Ok(Some(answer.clone()));
        }
        let answer = find()?;
        if let Some(answer) = &answer {
            self.keep(key, answer.clone());
        }
        Ok(answer)
    }

    /// Keeps an answer that nobody has asked for yet, as long as there is room.
    fn foresee(&self, key: u64, answer: impl FnOnce() -> T) {
        let mut answers = self.lock();
        if answers.len() < self.most {
            answers.insert(key, answer());
        }
    }

    fn keep(&self, key: u64, answer: T) {
        let mut answers = self.lock();
        if answers.len() >= self.most {
            answers.clear();
        }
        answers.insert(key, answer);
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Map<T>> {
        self.answers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_answered_is_not_asked_again_and_too_much_is_let_go() {
        let kept = Kept::new(2);
        assert_eq!(kept.get(1, || Ok("one")).unwrap(), "one");
        assert_eq!(kept.get(1, || Ok("other")).unwrap(), "one");
        assert_eq!(kept.get(2, || Ok("two")).unwrap(), "two");
        assert_eq!(kept.get(3, || Ok("three")).unwrap(), "three");
        assert_eq!(kept.get(1, || Ok("again")).unwrap(), "again");
    }

    #[test]
    fn what_was_not_found_is_asked_again() {
        let kept = Kept::new(2);
        assert_eq!(kept.get_some(1, || Ok(None)).unwrap(), None);
        assert_eq!(kept.get_some(1, || Ok(Some("now"))).unwrap(), Some("now"));
        assert_eq!(kept.get_some(1, || Ok(None)).unwrap(), Some("now"));
    }
}
