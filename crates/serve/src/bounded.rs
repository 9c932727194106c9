//! A cache that is bounded by the weight of what it holds and forgets what was not used lately.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};

/// Two generations: when the young one reaches half the bound it becomes the old one, and the former old one is
/// forgotten.
#[derive(Debug)]
pub(crate) struct Bounded<K, V> {
    bound: usize,
    generations: Mutex<Generations<K, V>>,
}

#[derive(Debug)]
struct Generations<K, V> {
    young: HashMap<K, (V, usize)>,
    weight: usize,
    old: HashMap<K, (V, usize)>,
}

impl<K: Eq + Hash, V: Clone> Bounded<K, V> {
    pub(crate) fn new(bound: usize) -> Bounded<K, V> {
        let generations = Generations {
            young: HashMap::new(),
            weight: 0,
            old: HashMap::new(),
        };
        Bounded {
            bound,
            generations: Mutex::new(generations),
        }
    }

    pub(crate) fn get<Q>(&self, key: &Q) -> Option<V>
    where
        K: std::borrow::Borrow<Q>,
        Q: Eq + Hash + ?Sized,
    {
        let mut generations = self.generations.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((value, _)) = generations.young.get(key) {
            return Some(value.clone());
        }
        let (key, (value, weight)) = generations.old.remove_entry(key)?;
        generations.keep(key, value.clone(), weight, self.bound);
        Some(value)
    }

    /// Keeps `value`, unless it alone weighs more than a generation may.
    pub(crate) fn put(&self, key: K, value: V, weight: usize) {
        if weight <= self.bound / 2 {
            self.generations
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .keep(key, value, weight, self.bound);
        }
    }
}

impl<K: Eq + Hash, V> Generations<K, V> {
    fn keep(&mut self, key: K, value: V, weight: usize, bound: usize) {
        if self.weight + weight > bound / 2 {
            self.old = std::mem::take(&mut self.young);
            self.weight = 0;
        }
        let former = self.young.insert(key, (value, weight)).map_or(0, |(_, weight)| weight);
        self.weight = self.weight + weight - former.min(self.weight);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn never_weighs_more_than_its_bound(puts in prop::collection::vec((0u8..50, 0usize..40), 0..400)) {
            let cache = Bounded::new(100);
            for (key, weight) in puts {
                cache.put(key, key, weight);
                cache.get(&(key / 2));
                let generations = cache.generations.lock().unwrap();
                let sum = |held: &HashMap<u8, (u8, usize)>| held.values().map(|(_, weight)| weight).sum::<usize>();
                prop_assert_eq!(sum(&generations.young), generations.weight);
                prop_assert!(sum(&generations.young) + sum(&generations.old) <= 100);
            }
        }
    }

    #[test]
    fn keeps_what_is_asked_for_and_forgets_the_rest() {
        let cache = Bounded::new(10);
        cache.put("home".to_owned(), 1, 1);
        for n in 0..100 {
            cache.put(n.to_string(), n, 1);
            assert_eq!(cache.get("home"), Some(1));
        }
        assert_eq!(cache.get("0"), None);
        cache.put("film".to_owned(), 7, 6);
        assert_eq!(cache.get("film"), None, "too heavy to keep");
    }
}
