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
    /// Statements dated in a year.
    StatementYear(i16, Locale),
    /// All announcements.
    Announcements(Locale),
    /// Announcements whose period runs.
    Running(Locale),
    /// News with a tag.
    Tag(Subject, Locale),
    /// Those about a member.
    Member(Subject, Locale),
    /// Those on a line of effort.
    Effort(Subject, Locale),
    /// Those of a group, but for its meetings.
    Group(Subject, Locale),
    /// Those that are part of a campaign.
    Campaign(Subject, Locale),
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
    /// Groups and joint initiatives.
    Groups(Locale),
    /// Groups that a member leads together with others.
    Led(Subject, Locale),
    /// All meetings, by the day on which they begin.
    Meetings(Locale),
    /// The meetings of a group.
    MeetingsOf(Subject, Locale),
    /// All campaigns.
    Campaigns(Locale),
    /// Campaigns whose period runs.
    Active(Locale),
    /// Podcast series.
    Series(Locale),
    /// The episodes of a series, in the order in which they are numbered.
    Episodes(Subject, Locale),
    /// All videos.
    Videos(Locale),
    /// All tags.
    Tags(Locale),
    /// The posts of all members.
    Wall,
    /// The posts of one member.
    Voice(Subject),
    /// Posts with a hashtag, in small letters.
    Hashtag(String),
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
        match self {
            List::Stories(_)
            | List::Year(..)
            | List::Statements(_)
            | List::StatementYear(..)
            | List::Announcements(_)
            | List::Tag(..)
            | List::Member(..)
            | List::Effort(..)
            | List::Group(..)
            | List::Campaign(..)
            | List::Meetings(_)
            | List::MeetingsOf(..)
            | List::Videos(_)
            | List::Wall
            | List::Voice(_)
            | List::Public => true,
            List::Running(_)
            | List::Feed(_)
            | List::Pages(_)
            | List::Members(_)
            | List::Former(_)
            | List::Efforts(_)
            | List::Groups(_)
            | List::Led(..)
            | List::Campaigns(_)
            | List::Active(_)
            | List::Series(_)
            | List::Episodes(..)
            | List::Tags(_)
            | List::Hashtag(_)
            | List::Parts => false,
        }
    }

    /// The lists that have a page in a locale even when nothing stands in them.
    pub fn standing(locale: Locale) -> [List; 12] {
        [
            List::Stories(locale),
            List::Statements(locale),
            List::Announcements(locale),
            List::Members(locale),
            List::Efforts(locale),
            List::Groups(locale),
            List::Meetings(locale),
            List::Campaigns(locale),
            List::Series(locale),
            List::Videos(locale),
            List::Tags(locale),
            List::Wall,
        ]
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
                | List::Groups(_)
                | List::Meetings(_)
                | List::Campaigns(_)
                | List::Series(_)
                | List::Videos(_)
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
            | List::StatementYear(_, locale)
            | List::Announcements(locale)
            | List::Running(locale)
            | List::Tag(_, locale)
            | List::Member(_, locale)
            | List::Effort(_, locale)
            | List::Group(_, locale)
            | List::Campaign(_, locale)
            | List::Feed(locale)
            | List::Pages(locale)
            | List::Members(locale)
            | List::Former(locale)
            | List::Efforts(locale)
            | List::Groups(locale)
            | List::Led(_, locale)
            | List::Meetings(locale)
            | List::MeetingsOf(_, locale)
            | List::Campaigns(locale)
            | List::Active(locale)
            | List::Series(locale)
            | List::Episodes(_, locale)
            | List::Videos(locale)
            | List::Tags(locale) => Some(*locale),
            List::Wall | List::Voice(_) | List::Hashtag(_) | List::Public | List::Parts => None,
        }
    }

    /// The same list in another locale.
    pub fn in_locale(&self, locale: Locale) -> List {
        let mut there = self.clone();
        match &mut there {
            List::Stories(own)
            | List::Year(_, own)
            | List::Statements(own)
            | List::StatementYear(_, own)
            | List::Announcements(own)
            | List::Running(own)
            | List::Tag(_, own)
            | List::Member(_, own)
            | List::Effort(_, own)
            | List::Group(_, own)
            | List::Campaign(_, own)
            | List::Feed(own)
            | List::Pages(own)
            | List::Members(own)
            | List::Former(own)
            | List::Efforts(own)
            | List::Groups(own)
            | List::Led(_, own)
            | List::Meetings(own)
            | List::MeetingsOf(_, own)
            | List::Campaigns(own)
            | List::Active(own)
            | List::Series(own)
            | List::Episodes(_, own)
            | List::Videos(own)
            | List::Tags(own) => *own = locale,
            List::Wall | List::Voice(_) | List::Hashtag(_) | List::Public | List::Parts => {}
        }
        there
    }

    /// What it is named after: without that it has no page.
    pub fn named_after(&self) -> Option<&Subject> {
        match self {
            List::Tag(subject, _)
            | List::Member(subject, _)
            | List::Effort(subject, _)
            | List::Group(subject, _)
            | List::Campaign(subject, _)
            | List::Led(subject, _)
            | List::MeetingsOf(subject, _)
            | List::Episodes(subject, _)
            | List::Voice(subject) => Some(subject),
            _ => None,
        }
    }

    /// The segments of its address after the locale's.
    pub fn segments(&self) -> String {
        match self {
            List::Stories(_) => "stories".to_owned(),
            List::Year(year, _) => format!("stories/{year:04}"),
            List::Statements(_) => "statements".to_owned(),
            List::StatementYear(year, _) => format!("statements/{year:04}"),
            List::Announcements(_) | List::Running(_) => "announcements".to_owned(),
            List::Tag(tag, _) => format!("tags/{}", tag.key()),
            List::Member(member, _) => format!("stories/by/{}", member.key()),
            List::Effort(effort, _) => format!("stories/on/{}", effort.key()),
            List::Group(group, _) => format!("stories/of/{}", group.key()),
            List::Campaign(campaign, _) => format!("stories/for/{}", campaign.key()),
            List::Feed(_) => "feed".to_owned(),
            List::Pages(_) => "pages".to_owned(),
            List::Members(_) | List::Former(_) => "members".to_owned(),
            List::Efforts(_) => "efforts".to_owned(),
            List::Groups(_) => "groups".to_owned(),
            List::Led(member, _) => format!("groups/led-by/{}", member.key()),
            List::Meetings(_) => "meetings".to_owned(),
            List::MeetingsOf(group, _) => format!("meetings/of/{}", group.key()),
            List::Campaigns(_) | List::Active(_) => "campaigns".to_owned(),
            List::Series(_) => "series".to_owned(),
            List::Episodes(series, _) => format!("series/{}", series.key()),
            List::Videos(_) => "videos".to_owned(),
            List::Tags(_) => "tags".to_owned(),
            List::Wall => "wall".to_owned(),
            List::Voice(member) => format!("wall/{}", member.key()),
            List::Hashtag(word) => format!("wall/about/{word}"),
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

    /// The month in UTC, from 1.
    pub fn month(self) -> i8 {
        self.date().month()
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
    fn lists_that_stand_say_so() {
        let locale = Locale::parse("en").unwrap();
        assert!(List::standing(locale).iter().all(List::is_standing));
        assert!(!List::Feed(locale).is_standing());
    }

    #[test]
    fn a_short_list_is_one_page() {
        assert_eq!(chunk_sizes(&ties(10)), [10]);
    }
}
