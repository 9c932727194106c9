//! Chance that can be repeated: the same seed draws the same acts on every machine.

/// A source of numbers, `xorshift64*` (Vigna, "An experimental exploration of Marsaglia's xorshift generators", 2016).
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    /// Begins with a seed; neighbouring seeds give unlike numbers.
    pub fn new(seed: u64) -> Chance {
        // Splitmix's first step, since xorshift must not begin with zero and is slow to leave small numbers.
        let mixed = seed
            .wrapping_add(0x9e37_79b9_7f4a_7c15)
            .wrapping_mul(0xbf58_476d_1ce4_e5b9);
        Chance((mixed ^ (mixed >> 31)) | 1)
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    /// A number from 0 up to a bound, itself excluded; 0 if the bound is 0.
    pub fn below(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.bits() % bound).unwrap_or(0)
    }

    /// A number between two, both included.
    pub fn between(&mut self, from: i64, until: i64) -> i64 {
        let span = usize::try_from(until.saturating_sub(from)).unwrap_or(0);
        from.saturating_add(i64::try_from(self.below(span.saturating_add(1))).unwrap_or(0))
    }

    /// True once in so many times.
    pub fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// One of several; none if there are none.
    pub fn pick<'i, T>(&mut self, items: &'i [T]) -> Option<&'i T> {
        let place = self.below(items.len());
        items.get(place)
    }

    /// Up to so many of several, in their order.
    pub fn some<T: Clone>(&mut self, items: &[T], most: usize) -> Vec<T> {
        let wanted = self.below(most.saturating_add(1));
        let mut found = Vec::new();
        for item in items {
            if found.len() < wanted && self.one_in(items.len().div_ceil(wanted.max(1)).max(1)) {
                found.push(item.clone());
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_draws_the_same_and_another_seed_does_not() {
        let draw = |seed| {
            (0..20)
                .scan(Chance::new(seed), |chance, _| Some(chance.below(1_000)))
                .collect::<Vec<_>>()
        };
        assert_eq!(draw(7), draw(7));
        assert_ne!(draw(7), draw(8));
    }

    #[test]
    fn numbers_keep_their_bounds_and_reach_them() {
        let mut chance = Chance::new(1);
        let drawn: std::collections::BTreeSet<i64> = (0..1_000).map(|_| chance.between(-2, 2)).collect();
        assert_eq!(drawn.into_iter().collect::<Vec<_>>(), [-2, -1, 0, 1, 2]);
        assert_eq!((chance.below(0), chance.between(5, 5)), (0, 5));
        assert_eq!(chance.pick::<u8>(&[]), None);
    }
}
