//! A subject: one thing with an identity and a history of changes, named by noun and key (`story/abu-dhabi-2022`).

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// The longest key, in bytes.
pub const KEY_MAX: usize = 96;

/// What kind of thing a subject is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Noun {
    /// A plain page, the home page included.
    Page,
    /// An announcement with a period.
    Announcement,
    /// A news story, own or republished.
    Story,
    /// A statement of the coalition.
    Statement,
    /// A state or organisation of the coalition.
    Member,
    /// A line of effort.
    Effort,
    /// A working, focus or steering group, or a joint initiative of some members.
    Group,
    /// A meeting of a group or of all.
    Meeting,
    /// A campaign with a look of its own.
    Campaign,
    /// A podcast series.
    Series,
    /// An episode of a series.
    Episode,
    /// A video.
    Video,
    /// A word that gathers entries.
    Tag,
    /// A named value with its noun.
    Fact,
    /// One item of the wall.
    Post,
    /// A picture or other file.
    Media,
    /// The settings of the site; its only key is `settings`.
    Site,
}

impl Noun {
    /// All nouns, in the order in which they are imported: what others refer to comes first.
    pub const ALL: [Noun; 17] = [
        Noun::Site,
        Noun::Media,
        Noun::Tag,
        Noun::Fact,
        Noun::Member,
        Noun::Effort,
        Noun::Group,
        Noun::Campaign,
        Noun::Series,
        Noun::Page,
        Noun::Announcement,
        Noun::Story,
        Noun::Statement,
        Noun::Meeting,
        Noun::Episode,
        Noun::Video,
        Noun::Post,
    ];

    /// The noun as it begins a subject.
    pub fn as_str(self) -> &'static str {
        match self {
            Noun::Page => "page",
            Noun::Announcement => "announcement",
            Noun::Story => "story",
            Noun::Statement => "statement",
            Noun::Member => "member",
            Noun::Effort => "effort",
            Noun::Group => "group",
            Noun::Meeting => "meeting",
            Noun::Campaign => "campaign",
            Noun::Series => "series",
            Noun::Episode => "episode",
            Noun::Video => "video",
            Noun::Tag => "tag",
            Noun::Fact => "fact",
            Noun::Post => "post",
            Noun::Media => "media",
            Noun::Site => "site",
        }
    }

    /// The folder of its files and the first segment of its addresses.
    pub fn collection(self) -> &'static str {
        match self {
            Noun::Page => "pages",
            Noun::Announcement => "announcements",
            Noun::Story => "stories",
            Noun::Statement => "statements",
            Noun::Member => "members",
            Noun::Effort => "efforts",
            Noun::Group => "groups",
            Noun::Meeting => "meetings",
            Noun::Campaign => "campaigns",
            Noun::Series => "series",
            Noun::Episode => "episodes",
            Noun::Video => "videos",
            Noun::Tag => "tags",
            Noun::Fact => "facts",
            Noun::Post => "posts",
            Noun::Media => "media",
            Noun::Site => "site",
        }
    }

    /// Whether it is an entry: something with texts in several languages and a publication.
    pub fn is_entry(self) -> bool {
        !matches!(self, Noun::Tag | Noun::Fact | Noun::Post | Noun::Media | Noun::Site)
    }

    /// Whether it is news of a day: dated, in the feed, and in the lists of its tags, members, efforts, groups and
    /// campaigns.
    pub fn is_news(self) -> bool {
        matches!(
            self,
            Noun::Story | Noun::Statement | Noun::Announcement | Noun::Meeting | Noun::Episode | Noun::Video
        )
    }

    /// The noun of a folder, if it is one.
    pub fn of_collection(folder: &str) -> Option<Noun> {
        Noun::ALL.into_iter().find(|noun| noun.collection() == folder)
    }

    fn parse(text: &str) -> Option<Noun> {
        Some(match text {
            "page" => Noun::Page,
            "announcement" => Noun::Announcement,
            "story" => Noun::Story,
            "statement" => Noun::Statement,
            "member" => Noun::Member,
            "effort" => Noun::Effort,
            "group" => Noun::Group,
            "meeting" => Noun::Meeting,
            "campaign" => Noun::Campaign,
            "series" => Noun::Series,
            "episode" => Noun::Episode,
            "video" => Noun::Video,
            "tag" => Noun::Tag,
            "fact" => Noun::Fact,
            "post" => Noun::Post,
            "media" => Noun::Media,
            "site" => Noun::Site,
            _ => return None,
        })
    }
}

/// Noun and key of one thing. Cheap to clone; ordered by noun's name, then key.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Subject(Arc<str>);

/// Why something is not a subject.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum SubjectError {
    /// No noun stands before the slash.
    #[error(
        "{0:?} does not begin with a noun: write story/…, statement/…, page/…, member/…, effort/…, group/…, meeting/…, campaign/…, series/…, episode/…, video/…, tag/…, fact/…, post/… or media/…"
    )]
    Noun(String),
    /// The key has other characters.
    #[error("{0:?} is not a key: use a-z, 0-9, dots and single hyphens between them, at most {KEY_MAX} characters")]
    Key(String),
}

impl Subject {
    /// Makes a subject.
    ///
    /// # Errors
    /// [`SubjectError::Key`] if the key holds other than `a-z 0-9 . -`, begins or ends with a mark, or is too long.
    pub fn new(noun: Noun, key: &str) -> Result<Subject, SubjectError> {
        if !is_key(key) {
            return Err(SubjectError::Key(key.to_owned()));
        }
        Ok(Subject(format!("{}/{key}", noun.as_str()).into()))
    }

    /// The settings of the site.
    pub fn site() -> Subject {
        Subject("site/settings".into())
    }

    /// What kind of thing it is.
    pub fn noun(&self) -> Noun {
        self.0
            .split_once('/')
            .and_then(|(noun, _)| Noun::parse(noun))
            .unwrap_or(Noun::Page)
    }

    /// The key, without the noun.
    pub fn key(&self) -> &str {
        self.0.split_once('/').map_or("", |(_, key)| key)
    }

    /// Noun, slash, key.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// 64 bits that stand for it in indexes and break ties in lists; the same on every machine.
    pub fn tie(&self) -> u64 {
        crate::text::hash64(self.0.as_bytes())
    }
}

fn is_key(key: &str) -> bool {
    let bytes = key.as_bytes();
    let mark = |byte: &u8| matches!(byte, b'-' | b'.');
    !bytes.is_empty()
        && bytes.len() <= KEY_MAX
        && bytes
            .iter()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || mark(byte))
        && !bytes.first().is_some_and(mark)
        && !bytes.last().is_some_and(mark)
        && !bytes.windows(2).any(|pair| pair.iter().all(mark))
}

impl FromStr for Subject {
    type Err = SubjectError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (noun, key) = text
            .split_once('/')
            .ok_or_else(|| SubjectError::Noun(text.to_owned()))?;
        let noun = Noun::parse(noun).ok_or_else(|| SubjectError::Noun(text.to_owned()))?;
        Subject::new(noun, key)
    }
}

impl TryFrom<String> for Subject {
    type Error = SubjectError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Subject> for String {
    fn from(subject: Subject) -> String {
        subject.0.as_ref().to_owned()
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_noun_and_key() {
        let subject: Subject = "story/abu-dhabi-2022".parse().unwrap();
        assert_eq!((subject.noun(), subject.key()), (Noun::Story, "abu-dhabi-2022"));
        assert_eq!(subject.to_string(), "story/abu-dhabi-2022");
    }

    #[test]
    fn refuses_what_could_not_stand_in_a_path() {
        for text in [
            "story/",
            "story/A",
            "story/a b",
            "story/../x",
            "story/-a",
            "story/a--b",
            "story/a/b",
            "novel/a",
            "a",
        ] {
            assert!(text.parse::<Subject>().is_err(), "{text}");
        }
        assert!(Subject::new(Noun::Tag, &"a".repeat(KEY_MAX + 1)).is_err());
    }

    #[test]
    fn every_noun_is_found_by_its_folder() {
        for noun in Noun::ALL {
            assert_eq!(Noun::of_collection(noun.collection()), Some(noun));
        }
    }
}
