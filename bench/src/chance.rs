//! Chance that is the same on every machine: SplitMix64, after Steele, Lea and Flood, "Fast splittable pseudorandom
//! number generators" (2014).

use std::ops::RangeInclusive;

/// A sequence of numbers that looks like chance and is the same whenever it begins with the same seed.
#[derive(Debug, Clone)]
pub struct Chance {
    state: u64,
}

impl Chance {
    /// The sequence of a seed and of what it is for: each use has one of its own.
    pub fn new(seed: u64, purpose: u64) -> Chance {
        let mut chance = Chance {
            state: seed ^ purpose.wrapping_mul(0xd134_2543_de82_ef95),
        };
        chance.bits();
        chance
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below a limit; 0 if the limit is 0.
    pub fn below(&mut self, limit: usize) -> usize {
        let wide = u128::from(self.bits()) * limit as u128;
        usize::try_from(wide >> 64).unwrap_or(0)
    }

    /// A number of a range.
    pub fn within(&mut self, range: RangeInclusive<usize>) -> usize {
        range.start() + self.below(range.end() - range.start() + 1)
    }

    /// True so many times in a hundred.
    pub fn percent(&mut self, share: usize) -> bool {
        self.below(100) < share
    }

    /// One of several.
    pub fn one_of<'a, T: ?Sized>(&mut self, choices: &[&'a T]) -> Option<&'a T> {
        let at = self.below(choices.len());
        choices.get(at).copied()
    }

    /// A rank below a limit, the first ones more often than the last, as words of a language are.
    pub fn rank(&mut self, limit: usize) -> usize {
        let one = self.below(1 << 16);
        let other = self.below(1 << 16);
        (one * other * limit) >> 32
    }
}

/// Zipf's law over a number of ranks: the n-th is drawn 1/n as often as the first.
#[derive(Debug, Clone)]
pub struct Zipf {
    /// Weights up to and with each rank.
    sums: Vec<u64>,
}

/// The weight of the first rank.
const FIRST: u64 = 1 << 32;

impl Zipf {
    /// The law over so many ranks.
    pub fn new(ranks: usize) -> Zipf {
        let weights = (1..=ranks as u64).map(|rank| FIRST / rank);
        let sums = weights.scan(0, |sum, weight| {
            *sum += weight;
            Some(*sum)
        });
        Zipf { sums: sums.collect() }
    }

    /// Draws a rank, from 0.
    pub fn draw(&self, chance: &mut Chance) -> usize {
        let all = self.sums.last().copied().unwrap_or(1);
        let drawn = chance.below(usize::try_from(all).unwrap_or(usize::MAX)) as u64;
        self.sums.partition_point(|sum| *sum <= drawn)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_numbers_and_another_gives_others() {
        let numbers = |seed, purpose| {
            let mut chance = Chance::new(seed, purpose);
            [chance.bits(), chance.bits(), chance.bits()]
        };
        assert_eq!(numbers(1, 2), numbers(1, 2));
        assert_ne!(numbers(1, 2), numbers(1, 3));
        assert_ne!(numbers(1, 2), numbers(2, 2));
    }

    #[test]
    fn numbers_keep_to_their_range_and_reach_both_ends() {
        let mut chance = Chance::new(7, 7);
        let drawn: Vec<usize> = (0..1_000).map(|_| chance.within(3..=6)).collect();
        assert_eq!(drawn.iter().min(), Some(&3));
        assert_eq!(drawn.iter().max(), Some(&6));
        assert_eq!(chance.below(0), 0);
    }

    #[test]
    fn the_first_rank_is_drawn_twice_as_often_as_the_second() {
        let (zipf, mut chance) = (Zipf::new(200), Chance::new(1, 1));
        let mut counts = [0_usize; 200];
        (0..60_000).for_each(|_| counts[zipf.draw(&mut chance)] += 1);
        let ratio = counts[0] as f64 / counts[1] as f64;
        assert!((1.8..2.2).contains(&ratio), "{ratio}");
        assert!(counts.iter().all(|count| *count > 0));
    }
}
