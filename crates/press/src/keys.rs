//! Reads as 64-bit keys, so that a change finds its pages by equality alone; and the exact intervals beside them, so
//! that a list's change finds no page that did not look at the place. See `docs/decisions/world-and-reads.md`.

use content::text::{hash64_of, hash64_of_words};
use content::{Instant, Noun, Subject};
use language::Locale;
use render::world::Read;

/// Cells begin at about a second: nothing in a list is closer together on purpose.
const LEVEL_MIN: u32 = 10;
/// Intervals longer than this many bits of milliseconds (557 years) are open.
const LEVEL_MAX: u32 = 44;
/// Stands for the level of open intervals.
const LEVEL_OPEN: u32 = 63;
/// Bits of a key that tell the list; six tell the level; the rest number the cell.
const LIST_BITS: u32 = 28;
/// Bits that number the cells of a level.
const NUMBER_BITS: u32 = 64 - LIST_BITS - 6;
/// Bits of a key that tell the subject.
const SUBJECT_BITS: u32 = 50;

/// What a page read, by key; intervals of lists exactly.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Seen {
    /// All keys, sorted.
    pub(crate) keys: Vec<u64>,
    /// List, from, until, both included.
    pub(crate) intervals: Vec<(u64, i64, i64)>,
}

/// What a change makes dirty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Touched {
    /// Keys that stand for one answer.
    pub(crate) keys: Vec<u64>,
    /// Places in lists at which something came, went or moved.
    pub(crate) points: Vec<(u64, i64)>,
}

impl Seen {
    pub(crate) fn of(reads: &[Read]) -> Seen {
        let mut seen = Seen::default();
        for read in reads {
            match read {
                Read::Card(subject, locale) => seen.keys.push(subject_key("card", subject, Some(*locale))),
                Read::Address(subject, locale) => seen.keys.push(subject_key("address", subject, Some(*locale))),
                Read::State(subject, locale) => seen.keys.push(subject_key("state", subject, Some(*locale))),
                Read::Version(subject, locale, number) => {
                    seen.keys
                        .push(subject_key(&version_facet(*number), subject, Some(*locale)));
                }
                Read::Range(list, from, until) => seen.range(list.id(), from.0, until.0),
                Read::Filled(list) => seen.keys.push(filled_key(list.id())),
                Read::Site => seen.keys.push(site_key()),
                Read::Template(name) => seen.keys.push(template_key(name)),
                Read::Messages(locale, group) => seen.keys.push(messages_key(*locale, group)),
            }
        }
        seen.keys.sort_unstable();
        seen.keys.dedup();
        seen
    }

    fn range(&mut self, list: u64, from: i64, until: i64) {
        self.intervals.push((list, from, until));
        self.keys.extend(cells_of(list, from, until));
    }

    /// Whether a place in a list was looked at.
    fn holds(&self, list: u64, at: i64) -> bool {
        self.intervals
            .iter()
            .any(|(own, from, until)| *own == list && (*from..=*until).contains(&at))
    }

    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(4 + self.keys.len() * 8 + self.intervals.len() * 24);
        bytes.extend(u32::try_from(self.keys.len()).unwrap_or(0).to_le_bytes());
        self.keys.iter().for_each(|key| bytes.extend(key.to_le_bytes()));
        for (list, from, until) in &self.intervals {
            bytes.extend(list.to_le_bytes());
            bytes.extend(from.to_le_bytes());
            bytes.extend(until.to_le_bytes());
        }
        bytes
    }

    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Seen> {
        let (count, rest) = bytes.split_at_checked(4)?;
        let count = usize::try_from(u32::from_le_bytes(count.try_into().ok()?)).ok()?;
        let (keys, rest) = rest.split_at_checked(count.checked_mul(8)?)?;
        let number = |bytes: &[u8]| bytes.try_into().map(u64::from_le_bytes).ok();
        let signed = |bytes: &[u8]| bytes.try_into().map(i64::from_le_bytes).ok();
        let keys = keys.chunks(8).map(number).collect::<Option<Vec<u64>>>()?;
        let interval = |bytes: &[u8]| {
            Some((
                number(bytes.get(..8)?)?,
                signed(bytes.get(8..16)?)?,
                signed(bytes.get(16..)?)?,
            ))
        };
        let intervals = rest.chunks(24).map(interval).collect::<Option<Vec<_>>>()?;
        Some(Seen { keys, intervals })
    }
}

impl Touched {
    /// All keys by which the touched pages may be found.
    pub(crate) fn lookups(&self) -> Vec<u64> {
        let mut keys = self.keys.clone();
        keys.extend(self.points.iter().flat_map(|(list, at)| cells_at(*list, *at)));
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    /// Whether a page found by one of the keys has really seen what changed.
    pub(crate) fn touches(&self, seen: &Seen) -> bool {
        self.keys.iter().any(|key| seen.keys.binary_search(key).is_ok())
            || self.points.iter().any(|(list, at)| seen.holds(*list, *at))
    }

    pub(crate) fn extend(&mut self, other: Touched) {
        self.keys.extend(other.keys);
        self.points.extend(other.points);
    }

    pub(crate) fn tidy(&mut self) {
        self.keys.sort_unstable();
        self.keys.dedup();
        self.points.sort_unstable();
        self.points.dedup();
    }
}

/// The part of a subject that a version is, by its number.
pub(crate) fn version_facet(number: usize) -> String {
    format!("version {number}")
}

/// The key of a subject's card, address or state. What all locales share has one key, whichever locale asks or none. The keys of one
/// subject begin alike, so that they lie together in the index: a page that has read one has mostly read others.
pub(crate) fn subject_key(facet: &str, subject: &Subject, locale: Option<Locale>) -> u64 {
    let own = match locale.filter(|_| !is_shared(subject.noun())) {
        Some(locale) => hash64_of_words(&[facet, locale.as_str()]),
        None => hash64_of_words(&[facet]),
    };
    begin_alike(subject.tie(), SUBJECT_BITS, own)
}

/// Whether all locales share one projection of a noun.
pub(crate) fn is_shared(noun: Noun) -> bool {
    matches!(noun, Noun::Post | Noun::Media | Noun::Site)
}

/// The key of whether anything stands in a list.
pub(crate) fn filled_key(list: u64) -> u64 {
    hash64_of(&("filled", list))
}

pub(crate) fn site_key() -> u64 {
    hash64_of_words(&["site"])
}

pub(crate) fn template_key(name: &str) -> u64 {
    hash64_of_words(&["template", name])
}

pub(crate) fn messages_key(locale: Locale, group: &str) -> u64 {
    hash64_of_words(&["messages", locale.as_str(), group])
}

/// The cells that cover an interval: two at most.
fn cells_of(list: u64, from: i64, until: i64) -> Vec<u64> {
    let open = (from == Instant::BEGINNING.0, until == Instant::END.0);
    let level = level_of(from, until);
    match open {
        (true, true) => vec![cell(list, u32::MAX, 0)],
        (false, true) => vec![cell(list, u32::MAX, 1)],
        (true, false) => vec![cell(list, u32::MAX, 2)],
        (false, false) if level > LEVEL_MAX => vec![cell(list, u32::MAX, 0)],
        (false, false) => {
            let (first, last) = (shifted(from) >> level, shifted(until) >> level);
            let mut cells = vec![cell(list, level, first)];
            if last != first {
                cells.push(cell(list, level, last));
            }
            cells
        }
    }
}

/// The cells that a place lies in, one on each level.
fn cells_at(list: u64, at: i64) -> impl Iterator<Item = u64> {
    let levels = (LEVEL_MIN..=LEVEL_MAX).map(move |level| cell(list, level, shifted(at) >> level));
    levels.chain((0..3).map(move |open| cell(list, u32::MAX, open)))
}

/// The level on which an interval covers two cells at most: 2^level is more than its length.
fn level_of(from: i64, until: i64) -> u32 {
    let length = shifted(until).saturating_sub(shifted(from));
    (64 - length.leading_zeros()).max(LEVEL_MIN)
}

fn shifted(at: i64) -> u64 {
    crate::state::unsigned(at)
}

/// The cells of one list lie together, those of one level in the order of time: a change of the list asks for one on each
/// level, and the next change for the same or their neighbours. Numbers too great for their bits begin again from 0; who
/// is found by mistake has not looked at the place, which [`Touched::touches`] tells.
fn cell(list: u64, level: u32, number: u64) -> u64 {
    let level = u64::from(level.min(LEVEL_OPEN));
    let own = (level << NUMBER_BITS) | (number & ((1 << NUMBER_BITS) - 1));
    begin_alike(list, LIST_BITS, own)
}

/// The first bits of one number, then as many of the other as there is room for.
fn begin_alike(first: u64, bits: u32, rest: u64) -> u64 {
    let room = u64::MAX >> bits;
    (first & !room) | (rest & room)
}

#[cfg(test)]
mod tests {
    use super::*;
    use content::List;

    fn list() -> List {
        List::Stories(Locale::parse("en").unwrap())
    }

    fn seen(from: i64, until: i64) -> Seen {
        Seen::of(&[Read::Range(list(), Instant(from), Instant(until))])
    }

    fn finds(seen: &Seen, at: i64) -> bool {
        let touched = Touched {
            keys: Vec::new(),
            points: vec![(list().id(), at)],
        };
        let found = touched.lookups().iter().any(|key| seen.keys.contains(key));
        found && touched.touches(seen)
    }

    #[test]
    fn a_change_finds_all_who_looked_at_its_place_and_nobody_else() {
        let edges = [
            i64::MIN,
            -86_400_000,
            0,
            1,
            1_000,
            86_400_000,
            1_663_000_000_000,
            1_669_000_000_000,
            i64::MAX,
        ];
        for from in edges {
            for until in edges.into_iter().filter(|until| *until >= from) {
                let seen = seen(from, until);
                assert!(seen.keys.len() <= 2);
                for at in [
                    -1_000_000_000_000,
                    -86_400_001,
                    -1,
                    0,
                    1,
                    999,
                    1_664_000_000_000,
                    1_669_000_000_001,
                ] {
                    assert_eq!(
                        finds(&seen, at),
                        (from..=until).contains(&at),
                        "{at} in {from}..={until}"
                    );
                }
            }
        }
    }

    #[test]
    fn reads_survive_the_database() {
        let mut seen = seen(5, 9);
        seen.keys.push(7);
        assert_eq!(Seen::from_bytes(&seen.to_bytes()), Some(seen.clone()));
        assert_eq!(Seen::from_bytes(&seen.to_bytes()[..5]), None);
    }

    #[test]
    fn a_post_is_one_post_in_all_languages() {
        let post: Subject = "post/jit".parse().unwrap();
        let [en, ar] = ["en", "ar"].map(|code| Locale::parse(code).unwrap());
        let key = |locale| subject_key("card", &post, locale);
        assert_eq!(key(Some(en)), key(Some(ar)));
        assert_eq!(key(Some(en)), key(None));
    }
}
