//! Lists: what stands in which order where, and how a long list is cut into pages that keep still.
//! The reasons stand in `docs/decisions/paged-lists.md`.

use jiff::civil::Date;
use language::Locale;
use serde::{Deserialize, Serialize};

use crate::instant::Instant;
use crate::subject::Subject;
use crate::text::hash64_of;

/// An item begins a chunk if its tie is the smallest among this many neighbours on each side.
pub const REACH: usize = 10;

/// A list that entries enter and leave by what they are.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum List {
    /// All stories of a locale.
    Stories(Locale),
    /// Stories dated in a year.
    Year(i16, Locale),
    /// All statements.
    Statements(Locale),
    /// All announcements.
    Announcements(Locale),
    /// Announcements whose period runs.
    Running(Locale),
    /// Stories, statements and announcements with a tag.
    Tag(Subject, Locale),
    /// Those about a member.
    Member(Subject, Locale),
    /// Those on a line of effort.
    Effort(Subject, Locale),
    /// What the feed carries.
    Feed(Locale),
    /// Plain pages.
    Pages(Locale),
    /// Members of the coalition at present.
    Members(Locale),
    /// Former members.
    Former(Locale),
    /// Lines of effort.
    Efforts(Locale),
    /// All tags.
    Tags(Locale),
    /// The posts of all members.
    Wall,
    /// The posts of one member.
    Voice(Subject),
    /// Everything that has words in the language of its address, in any locale, for the sitemap.
    Public,
    /// Where the parts of the sitemap begin: those beginnings of chunks of [`List::Public`] that [`Position::begins_part`].
    Parts,
}

/// Where an item stands in a list: newest first, ties broken by the subject's hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Position {
    /// The instant it is sorted by.
    pub at: Instant,
    /// [`Subject::tie`].
    pub tie: u64,
}

impl List {
    /// 64 bits that stand for it in indexes.
    pub fn id(&self) -> u64 {
        hash64_of(self)
    }

    /// Whether its pages are cut into chunks; the others are shown whole.
    pub fn is_paged(&self) -> bool {
        matches!(
            self,
            List::Stories(_)
                | List::Year(..)
                | List::Statements(_)
                | List::Announcements(_)
                | List::Tag(..)
                | List::Member(..)
                | List::Effort(..)
                | List::Wall
                | List::Voice(_)
                | List::Public
        )
    }

    /// Whether it has a page even when nothing stands in it.
    pub fn is_standing(&self) -> bool {
        matches!(
            self,
            List::Stories(_)
                | List::Statements(_)
                | List::Announcements(_)
                | List::Members(_)
                | List::Efforts(_)
                | List::Tags(_)
                | List::Wall
        )
    }

    /// Whether it has pages of its own.
    pub fn has_pages(&self) -> bool {
        self.is_paged() || self.is_standing()
    }

    /// The locale whose pages show it; none for lists that all locales share.
    pub fn locale(&self) -> Option<Locale> {
        match self {
            List::Stories(locale)
            | List::Year(_, locale)
            | List::Statements(locale)
            | List::Announcements(locale)
            | List::Running(locale)
            | List::Tag(_, locale)
            | List::Member(_, locale)
            | List::Effort(_, locale)
            | List::Feed(locale)
            | List::Pages(locale)
            | List::Members(locale)
            | List::Former(locale)
            | List::Efforts(locale)
            | List::Tags(locale) => Some(*locale),
            List::Wall | List::Voice(_) | List::Public | List::Parts => None,
        }
    }

    /// The same list in another locale.
    pub fn in_locale(&self, locale: Locale) -> List {
        match self.clone() {
            List::Stories(_) => List::Stories(locale),
            List::Year(year, _) => List::Year(year, locale),
            List::Statements(_) => List::Statements(locale),
            List::Announcements(_) => List::Announcements(locale),
            List::Running(_) => List::Running(locale),
            List::Tag(tag, _) => List::Tag(tag, locale),
            List::Member(member, _) => List::Member(member, locale),
            List::Effort(effort, _) => List::Effort(effort, locale),
            List::Feed(_) => List::Feed(locale),
            List::Pages(_) => List::Pages(locale),
            List::Members(_) => List::Members(locale),
            List::Former(_) => List::Former(locale),
            List::Efforts(_) => List::Efforts(locale),
            List::Tags(_) => List::Tags(locale),
            shared @ (List::Wall | List::Voice(_) | List::Public | List::Parts) => shared,
        }
    }

    /// What it is named after: without that it has no page.
    pub fn named_after(&self) -> Option<&Subject> {
        match self {
            List::Tag(subject, _) | List::Member(subject, _) | List::Effort(subject, _) | List::Voice(subject) => {
                Some(subject)
            }
            _ => None,
        }
    }

    /// The segments of its address after the locale's.
    pub fn segments(&self) -> String {
        match self {
            List::Stories(_) => "stories".to_owned(),
            List::Year(year, _) => format!("stories/{year:04}"),
            List::Statements(_) => "statements".to_owned(),
            List::Announcements(_) | List::Running(_) => "announcements".to_owned(),
            List::Tag(tag, _) => format!("tags/{}", tag.key()),
            List::Member(member, _) => format!("stories/by/{}", member.key()),
            List::Effort(effort, _) => format!("stories/on/{}", effort.key()),
            List::Feed(_) => "feed".to_owned(),
            List::Pages(_) => "pages".to_owned(),
            List::Members(_) | List::Former(_) => "members".to_owned(),
            List::Efforts(_) => "efforts".to_owned(),
            List::Tags(_) => "tags".to_owned(),
            List::Wall => "wall".to_owned(),
            List::Voice(member) => format!("wall/{}", member.key()),
            List::Public | List::Parts => "sitemap".to_owned(),
        }
    }
}

impl Position {
    /// The position of a subject dated at an instant.
    pub fn new(at: Instant, subject: &Subject) -> Position {
        Position { at, tie: subject.tie() }
    }

    /// Whether a part of the sitemap begins here, if a chunk does: one chunk in four, so that a part holds some eighty
    /// entries however large the site is, and only a fraction of their number are parts.
    pub fn begins_part(self) -> bool {
        (self.tie >> 57) & 3 == 0
    }

    /// The year in UTC.
    pub fn year(self) -> i16 {
        self.date().year()
    }

    /// The last segment of a chunk's address: day and six characters of the tie (`20221124-k3f9q2`).
    pub fn anchor(self) -> String {
        const ALPHABET: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
        let date = self.date();
        let letters = (0..6).filter_map(|place| {
            let five_bits = usize::try_from((self.tie >> (59 - 5 * place)) & 31).ok()?;
            ALPHABET.get(five_bits).map(|byte| char::from(*byte))
        });
        format!(
            "{:04}{:02}{:02}-{}",
            date.year(),
            date.month(),
            date.day(),
            letters.collect::<String>()
        )
    }

    fn date(self) -> Date {
        self.at.date()
    }
}

/// Whether an item begins a chunk, by its tie and those of its neighbours, nearest first or not: `newer` must hold
/// [`REACH`] of them, `older` as many as there are up to [`REACH`].
pub fn begins_chunk(newer: &[u64], own: u64, older: &[u64]) -> bool {
    newer.len() >= REACH
        && newer.iter().take(REACH).all(|tie| *tie > own)
        && older.iter().take(REACH).all(|tie| *tie > own)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ties(count: u64) -> Vec<u64> {
        (0..count)
            .map(|number| crate::text::hash64(&number.to_be_bytes()))
            .collect()
    }

    /// The chunk sizes of a list whose newest item stands first.
    fn chunk_sizes(ties: &[u64]) -> Vec<usize> {
        let mut sizes = vec![0];
        for (place, own) in ties.iter().enumerate() {
            let newer: Vec<u64> = ties[..place].iter().rev().copied().take(REACH).collect();
            let older: Vec<u64> = ties[place + 1..].iter().copied().take(REACH).collect();
            if begins_chunk(&newer, *own, &older) {
                sizes.push(0);
            }
            *sizes.last_mut().unwrap() += 1;
        }
        sizes
    }

    #[test]
    fn chunks_are_neither_crumbs_nor_endless() {
        let sizes = chunk_sizes(&ties(10_000));
        let mean = 10_000.0 / sizes.len() as f64;
        assert!((18.0..25.0).contains(&mean), "{mean}");
        assert!(
            sizes[1..sizes.len() - 1].iter().all(|size| (11..=80).contains(size)),
            "{sizes:?}"
        );
    }

    #[test]
    fn a_new_item_leaves_old_chunks_alone() {
        let mut ties = ties(500);
        let before = chunk_sizes(&ties);
        ties.insert(0, 42 << 50);
        let after = chunk_sizes(&ties);
        assert_eq!(before[2..], after[after.len() - before.len() + 2..]);
    }

    #[test]
    fn a_removed_item_touches_only_its_neighbours() {
        let whole = ties(1_000);
        let before = chunk_sizes(&whole);
        let mut without = whole.clone();
        without.remove(500);
        let after = chunk_sizes(&without);
        let same_start = before.iter().zip(&after).take_while(|(a, b)| a == b).count();
        let same_end = before
            .iter()
            .rev()
            .zip(after.iter().rev())
            .take_while(|(a, b)| a == b)
            .count();
        assert!(same_start + same_end + 3 >= before.len(), "{before:?} {after:?}");
    }

    #[test]
    fn a_short_list_is_one_page() {
        assert_eq!(chunk_sizes(&ties(10)), [10]);
    }
}
