//! Which block is which: identities for blocks that come without one. `docs/decisions/block-identity.md` says why so.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::body::{Block, BlockId, Body};
use crate::subject::Subject;
use crate::text::hash64;

/// Two blocks of one kind with at least this share of common words are versions of each other.
pub const ALIKE: f64 = 0.5;
/// Between two matched neighbours this share is enough.
pub const ALIKE_BETWEEN: f64 = 0.2;
/// The most pairs that are compared; beyond it, only order and exact words count.
const PAIRS_MAX: usize = 40_000;

/// Gives an id to every block of `body` that has none: that of the block in `former` which it is a version of, or a
/// new one.
pub fn identify(subject: &Subject, body: &mut Body, former: Option<&Body>) {
    if let Some(former) = former {
        let mut matching = Matching::new(&body.blocks, &former.blocks);
        matching.match_exactly();
        matching.match_alike();
        matching.match_between();
        matching.move_ids_to_first_parts();
        let found = matching.found;
        take_ids(body, former, &found);
    }
    name_the_rest(subject, body, former);
}

/// Gives the blocks of a translation the ids of the source's blocks that they translate: first as [`identify`] does
/// against the translation's former revision, then, for what is left, by kind and order against the source.
pub fn align(subject: &Subject, body: &mut Body, former: Option<&Body>, source: &Body) {
    if let Some(former) = former {
        let mut matching = Matching::new(&body.blocks, &former.blocks);
        matching.match_exactly();
        matching.match_alike();
        matching.match_between();
        matching.move_ids_to_first_parts();
        let found = matching.found;
        take_ids(body, former, &found);
    }
    let mut matching = Matching::new(&body.blocks, &source.blocks);
    matching.match_kinds();
    let found = matching.found;
    take_ids(body, source, &found);
    name_the_rest(subject, body, Some(source));
}

fn take_ids(body: &mut Body, from: &Body, found: &BTreeMap<usize, usize>) {
    for (place, other) in found {
        if let (Some(block), Some(old)) = (body.blocks.get_mut(*place), from.blocks.get(*other)) {
            block.id = old.id.clone();
        }
    }
}

fn name_the_rest(subject: &Subject, body: &mut Body, known: Option<&Body>) {
    if body.blocks.iter().all(|block| !block.id.0.is_empty()) {
        return;
    }
    let known = known.map(|body| body.blocks.as_slice()).unwrap_or_default();
    let taken = known.iter().chain(&body.blocks).map(|block| &block.id);
    let mut taken: HashSet<BlockId> = taken.filter(|id| !id.0.is_empty()).cloned().collect();
    for block in &mut body.blocks {
        if block.id.0.is_empty() {
            let hash = block.hash();
            let fresh = (0_u32..)
                .map(|count| new_id(subject, &hash, count))
                .find(|id| !taken.contains(id));
            block.id = fresh.unwrap_or_else(|| block.id.clone());
            taken.insert(block.id.clone());
        }
    }
}

/// Eight characters of `a-z2-7` from entry, words and count, so that the same files give the same ids everywhere.
fn new_id(subject: &Subject, hash: &str, count: u32) -> BlockId {
    const ALPHABET: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
    let bits = hash64(format!("{subject} {hash} {count}").as_bytes());
    let letter = |place: u32| {
        let five = usize::try_from((bits >> (5 * place)) & 31).unwrap_or(0);
        ALPHABET.get(five).map(|byte| char::from(*byte))
    };
    BlockId((0..8).filter_map(letter).collect())
}

/// A matching between blocks without id and former blocks whose id nobody has claimed.
struct Matching<'a> {
    new: Vec<(usize, &'a Block)>,
    old: Vec<(usize, &'a Block)>,
    new_hashes: Vec<String>,
    old_hashes: Vec<String>,
    all_new: usize,
    fixed: BTreeMap<usize, usize>,
    found: BTreeMap<usize, usize>,
}

impl<'a> Matching<'a> {
    fn new(blocks: &'a [Block], former: &'a [Block]) -> Matching<'a> {
        let old_places: BTreeMap<&BlockId, usize> =
            former.iter().enumerate().map(|(at, block)| (&block.id, at)).collect();
        let mut fixed = BTreeMap::new();
        let mut new = Vec::new();
        for (place, block) in blocks.iter().enumerate() {
            if block.id.0.is_empty() {
                new.push((place, block));
            } else if let Some(old) = old_places.get(&block.id) {
                fixed.insert(place, *old);
            }
        }
        let claimed: BTreeSet<usize> = fixed.values().copied().collect();
        let old: Vec<(usize, &Block)> = former
            .iter()
            .enumerate()
            .filter(|(place, _)| !claimed.contains(place))
            .collect();
        Matching {
            new_hashes: Vec::new(),
            old_hashes: Vec::new(),
            new,
            old,
            all_new: blocks.len(),
            fixed,
            found: BTreeMap::new(),
        }
    }

    /// Equal words: in order first, then wherever they went.
    fn match_exactly(&mut self) {
        let hashes = |blocks: &[(usize, &Block)]| blocks.iter().map(|(_, block)| block.hash()).collect();
        (self.new_hashes, self.old_hashes) = (hashes(&self.new), hashes(&self.old));
        let common = common_subsequence(&self.new_hashes, &self.old_hashes);
        for (new, old) in common {
            self.pair(new, old);
        }
        for new in 0..self.new.len() {
            if self.is_free_new(new) {
                let hash = self.new_hashes.get(new);
                let old = (0..self.old.len()).find(|old| self.is_free_old(*old) && self.old_hashes.get(*old) == hash);
                if let Some(old) = old {
                    self.pair(new, old);
                }
            }
        }
    }

    /// The most alike first, the nearest among equals.
    fn match_alike(&mut self) {
        let new: Vec<usize> = (0..self.new.len()).filter(|place| self.is_free_new(*place)).collect();
        let old: Vec<usize> = (0..self.old.len()).filter(|place| self.is_free_old(*place)).collect();
        if new.len() * old.len() > PAIRS_MAX {
            return;
        }
        let mut pairs = Vec::new();
        for a in &new {
            for b in &old {
                let share = self.likeness(*a, *b);
                if share >= ALIKE {
                    pairs.push((share, self.distance(*a, *b), *a, *b));
                }
            }
        }
        pairs.sort_by(|x, y| y.0.total_cmp(&x.0).then_with(|| (x.1, x.2, x.3).cmp(&(y.1, y.2, y.3))));
        for (_, _, a, b) in pairs {
            if self.is_free_new(a) && self.is_free_old(b) {
                self.pair(a, b);
            }
        }
    }

    /// What lies alone between the same two matched neighbours on both sides is the same block rewritten.
    fn match_between(&mut self) {
        for place in 0..self.new.len() {
            let Some((at, _)) = self.new.get(place).copied().filter(|_| self.is_free_new(place)) else {
                continue;
            };
            let alone = |other: usize| self.matched_old(other).is_some();
            let before = at.checked_sub(1);
            if before.is_some_and(|before| !alone(before)) || (at + 1 < self.all_new && !alone(at + 1)) {
                continue;
            }
            let low = before
                .and_then(|before| self.matched_old(before))
                .map_or(0, |old| old + 1);
            let high = self.matched_old(at + 1).unwrap_or(usize::MAX);
            let mut between = (0..self.old.len()).filter(|old| self.is_free_old(*old)).filter(|old| {
                self.old
                    .get(*old)
                    .is_some_and(|(old_at, _)| (low..high).contains(old_at))
            });
            if let (Some(old), None) = (between.next(), between.next())
                && self.likeness(place, old) >= ALIKE_BETWEEN
            {
                self.pair(place, old);
            }
        }
    }

    /// A block cut in two: the id belongs to its first part, even where the second is more alike.
    fn move_ids_to_first_parts(&mut self) {
        for place in 0..self.new.len() {
            let Some((at, first)) = self.new.get(place).copied().filter(|_| self.is_free_new(place)) else {
                continue;
            };
            let Some(old_at) = self.found.get(&(at + 1)).copied() else {
                continue;
            };
            let Some((_, old)) = self.old.iter().find(|(other, _)| *other == old_at) else {
                continue;
            };
            let (part, whole) = (first.words(), old.words());
            let begins = !part.is_empty() && whole.starts_with(part.trim_end_matches(['.', ' ', '؟', '!', '?']));
            if begins && first.content.kind() == old.content.kind() {
                self.found.remove(&(at + 1));
                self.found.insert(at, old_at);
            }
        }
    }

    /// Kinds in order: a first translation against its source.
    fn match_kinds(&mut self) {
        let kinds = |blocks: &[(usize, &Block)]| -> Vec<&'static str> {
            blocks.iter().map(|(_, block)| block.content.kind()).collect()
        };
        for (new, old) in common_subsequence(&kinds(&self.new), &kinds(&self.old)) {
            self.pair(new, old);
        }
    }

    fn pair(&mut self, new: usize, old: usize) {
        if let (Some((new, _)), Some((old, _))) = (self.new.get(new), self.old.get(old)) {
            self.found.insert(*new, *old);
        }
    }

    fn is_free_new(&self, place: usize) -> bool {
        self.new.get(place).is_some_and(|(at, _)| !self.found.contains_key(at))
    }

    fn is_free_old(&self, place: usize) -> bool {
        self.old
            .get(place)
            .is_some_and(|(at, _)| !self.found.values().any(|old| old == at))
    }

    fn matched_old(&self, at: usize) -> Option<usize> {
        self.found.get(&at).or_else(|| self.fixed.get(&at)).copied()
    }

    fn distance(&self, new: usize, old: usize) -> usize {
        let at = |blocks: &[(usize, &Block)], place: usize| blocks.get(place).map_or(0, |(at, _)| *at);
        at(&self.new, new).abs_diff(at(&self.old, old))
    }

    /// Dice's coefficient over the words of two blocks of one kind; 0 for blocks of different kinds.
    fn likeness(&self, new: usize, old: usize) -> f64 {
        match (self.new.get(new), self.old.get(old)) {
            (Some((_, a)), Some((_, b))) if a.content.kind() == b.content.kind() => dice(&a.words(), &b.words()),
            _ => 0.0,
        }
    }
}

fn dice(a: &str, b: &str) -> f64 {
    let mut words: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    let (mut left, mut right) = (0_u32, 0_u32);
    for word in words_of(a) {
        words.entry(word).or_default().0 += 1;
        left += 1;
    }
    for word in words_of(b) {
        words.entry(word).or_default().1 += 1;
        right += 1;
    }
    let common: u32 = words.values().map(|(a, b)| *a.min(b)).sum();
    if left + right == 0 {
        1.0
    } else {
        f64::from(2 * common) / f64::from(left + right)
    }
}

/// Words without their punctuation and capitals.
fn words_of(text: &str) -> impl Iterator<Item = String> {
    let bare = |word: &str| {
        word.trim_matches(|character: char| !character.is_alphanumeric())
            .to_lowercase()
    };
    text.split_whitespace().map(bare).filter(|word| !word.is_empty())
}

/// The longest common subsequence as pairs of places; in order alone where the two are too long to compare.
fn common_subsequence<T: PartialEq>(a: &[T], b: &[T]) -> Vec<(usize, usize)> {
    let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let mut pairs: Vec<(usize, usize)> = (0..same).map(|place| (place, place)).collect();
    let (a, b) = (a.get(same..).unwrap_or_default(), b.get(same..).unwrap_or_default());
    if a.is_empty() || b.is_empty() || a.len() * b.len() > PAIRS_MAX {
        return pairs;
    }
    let width = b.len() + 1;
    let mut lengths = vec![0_u32; (a.len() + 1) * width];
    let at = |lengths: &[u32], i: usize, j: usize| lengths.get(i * width + j).copied().unwrap_or(0);
    for (i, x) in a.iter().enumerate().rev() {
        for (j, y) in b.iter().enumerate().rev() {
            let best = if x == y {
                at(&lengths, i + 1, j + 1) + 1
            } else {
                at(&lengths, i + 1, j).max(at(&lengths, i, j + 1))
            };
            if let Some(cell) = lengths.get_mut(i * width + j) {
                *cell = best;
            }
        }
    }
    let (mut i, mut j) = (0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        if x == y {
            pairs.push((same + i, same + j));
            (i, j) = (i + 1, j + 1);
        } else if at(&lengths, i + 1, j) >= at(&lengths, i, j + 1) {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::body::{Content, Inline};

    fn subject() -> Subject {
        "story/rome-2021".parse().unwrap()
    }

    fn body(paragraphs: &[&str]) -> Body {
        let block = |words: &&str| Block {
            id: BlockId(String::new()),
            content: match words.strip_prefix("## ") {
                Some(heading) => Content::Heading(2, vec![Inline::Text(heading.to_owned())]),
                None => Content::Paragraph(vec![Inline::Text((*words).to_owned())]),
            },
        };
        Body {
            blocks: paragraphs.iter().map(block).collect(),
        }
    }

    fn identified(paragraphs: &[&str], former: Option<&Body>) -> Body {
        let mut body = body(paragraphs);
        identify(&subject(), &mut body, former);
        body
    }

    fn ids(body: &Body) -> Vec<String> {
        body.blocks.iter().map(|block| block.id.0.clone()).collect()
    }

    const A: &str = "Ministers of eighty-three members met in Rome on Monday, hosted by two of them.";
    const B: &str = "They welcomed the work of the five lines of effort and asked for more of it.";
    const C: &str = "A further meeting is planned before the end of the year.";

    #[test]
    fn the_same_words_have_the_same_ids_everywhere() {
        assert_eq!(ids(&identified(&[A, B], None)), ids(&identified(&[A, B], None)));
        let twice = ids(&identified(&[A, A], None));
        assert_ne!(twice[0], twice[1]);
    }

    #[test]
    fn an_edited_paragraph_stays_itself() {
        let former = identified(&[A, B, C], None);
        let edited = "They welcomed the work of the five lines of effort, and asked for much more of it.";
        let now = identified(&[A, edited, C], Some(&former));
        assert_eq!(ids(&now), ids(&former));
    }

    #[test]
    fn an_inserted_paragraph_is_new_and_moves_nobody() {
        let former = identified(&[A, B], None);
        let now = ids(&identified(
            &[A, "Something else entirely was said at noon.", B],
            Some(&former),
        ));
        let old = ids(&former);
        assert_eq!((&now[0], &now[2]), (&old[0], &old[1]));
        assert!(!old.contains(&now[1]));
    }

    #[test]
    fn a_moved_paragraph_takes_its_id_along() {
        let former = identified(&[A, B, C], None);
        let now = identified(&[C, A, B], Some(&former));
        let old = ids(&former);
        assert_eq!(ids(&now), [old[2].clone(), old[0].clone(), old[1].clone()]);
    }

    #[test]
    fn the_first_part_of_a_split_keeps_the_id() {
        let whole =
            "In Rome they met. They spoke at length of stabilisation, of schools, of water, and of what comes next.";
        let former = identified(&[A, whole], None);
        let now = identified(
            &[
                A,
                "In Rome they met.",
                "They spoke at length of stabilisation, of schools, of water, and of what comes next.",
            ],
            Some(&former),
        );
        assert_eq!(now.blocks[1].id, former.blocks[1].id);
        assert_ne!(now.blocks[2].id, former.blocks[1].id);
    }

    #[test]
    fn the_larger_part_of_a_merge_keeps_its_id() {
        let former = identified(&["A short one.", B], None);
        let merged = format!("A short one. {B}");
        let now = identified(&[&merged], Some(&former));
        assert_eq!(now.blocks[0].id, former.blocks[1].id);
    }

    #[test]
    fn a_rewritten_paragraph_between_known_neighbours_stays_itself() {
        let former = identified(&[A, "The communiqué will be published on Tuesday.", C], None);
        let now = identified(&[A, "On Tuesday the communiqué went out to all.", C], Some(&former));
        assert_eq!(ids(&now), ids(&former));
    }

    #[test]
    fn a_translation_is_aligned_by_kind_and_order() {
        let source = identified(&[A, "## What they said", B, C], None);
        let mut french = body(&[
            "Les ministres se sont réunis.",
            "## Ce qu'ils ont dit",
            "Ils ont salué le travail.",
        ]);
        align(&subject(), &mut french, None, &source);
        assert_eq!(ids(&french), ids(&source)[..3]);
    }

    #[test]
    fn a_block_that_only_the_translation_has_gets_its_own_id() {
        let source = identified(&[A], None);
        let mut french = body(&["Les ministres.", "Note du traducteur."]);
        align(&subject(), &mut french, None, &source);
        assert_eq!(french.blocks[0].id, source.blocks[0].id);
        assert_ne!(french.blocks[1].id, source.blocks[0].id);
    }

    #[test]
    fn no_two_blocks_ever_share_an_id() {
        let former = identified(&[A, A, B, "## Heading", C], None);
        for now in [&[A, A, A, B][..], &[B, A], &["## Heading", "## Heading", C, C]] {
            let ids = ids(&identified(now, Some(&former)));
            let unique: BTreeSet<&String> = ids.iter().collect();
            assert_eq!(unique.len(), ids.len());
        }
    }
}
