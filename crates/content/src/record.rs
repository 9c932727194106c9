//! Records: all that is known about one subject, as the store keeps it and rules read it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use language::{Locale, PluralCategory};
use serde::{Deserialize, Serialize};

use crate::instant::Instant;
use crate::media::Media;
use crate::meta::Meta;
use crate::staleness::{Equivalence, Places};
use crate::subject::Subject;
use crate::text::TextHash;

/// What is known about a subject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Record {
    /// An entry of any kind.
    Entry(Entry),
    /// A tag.
    Tag(Tag),
    /// A fact.
    Fact(Fact),
    /// A post.
    Post(Post),
    /// A picture or file.
    Media(Media),
    /// The settings of the site.
    Site(Site),
    /// What once was, and was deleted: its addresses stay taken.
    Deleted(Deleted),
}

/// An entry: shared fields and a history per language. Bodies are fetched apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Which.
    pub subject: Subject,
    /// The locale whose text is the source of the others.
    pub source: Locale,
    /// What all languages share.
    pub meta: Meta,
    /// One history per language.
    pub texts: BTreeMap<Locale, TextHistory>,
}

/// What happened to an entry's text in one language.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct TextHistory {
    /// The newest revision, and all that a publication names; by number.
    pub revisions: BTreeMap<i64, RevisionHead>,
    /// Which revision is public when; intervals do not overlap.
    pub publications: Vec<Publication>,
    /// When it was taken back, if it is.
    pub withdrawal: Option<Withdrawal>,
    /// From and until when it was taken back before, and is no more.
    pub lifted: Vec<(Instant, Instant)>,
    /// Slugs that it once had in public.
    pub old_slugs: Vec<String>,
    /// What its newest public revisions say and were made from, by number; only of entries with translations whose
    /// source was public in more than one revision.
    pub places: BTreeMap<i64, Places>,
    /// The minor changes of a source, in the order in which they were declared; where `places` are known.
    pub minor_changes: Vec<Equivalence>,
}

impl Entry {
    /// The languages in which its own text was dark at some instant between two, although it was public at the first:
    /// withdrawn, held back or run out, whether or not it is public again. If that of the source is among them, no
    /// locale showed it then.
    pub fn dark_between(&self, since: Instant, until: Instant) -> BTreeSet<Locale> {
        let dark = |history: &TextHistory| history.was_withdrawn(since, until) || history.has_gap(since, until);
        let texts = self.texts.iter().filter(|(_, history)| dark(history));
        texts.map(|(locale, _)| *locale).collect()
    }
}

impl TextHistory {
    fn was_withdrawn(&self, since: Instant, until: Instant) -> bool {
        self.lifted.iter().any(|(from, to)| *from < until && *to > since)
    }

    fn has_gap(&self, since: Instant, until: Instant) -> bool {
        let Some(first) = self.publication_at(since) else {
            return false;
        };
        let mut reach = first.until;
        let mut later: Vec<&Publication> = self.publications.iter().filter(|other| other.from > since).collect();
        later.sort_by_key(|publication| publication.from);
        for publication in later {
            match reach {
                Some(end) if end >= publication.from => reach = publication.until,
                Some(_) => break,
                None => return false,
            }
        }
        reach.is_some_and(|end| end <= until)
    }
}

/// A revision without its body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RevisionHead {
    /// Counts from 1 within the text.
    pub number: i64,
    /// The hash of what it says.
    pub hash: TextHash,
    /// The text with an empty body.
    pub text: crate::text::Text,
    /// When it was saved.
    pub at: Instant,
    /// Who saved it.
    pub actor: String,
    /// How it came: `files` or the name of a screen.
    pub origin: String,
}

/// Which revision is public, from and until which instant.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Publication {
    /// The revision's number.
    pub revision: i64,
    /// From this instant on.
    pub from: Instant,
    /// Up to this instant, itself excluded.
    pub until: Option<Instant>,
    /// The instant shown and sorted by; that of the first publication for a corrected text.
    pub date: Instant,
    /// What it corrects, in the language of the text; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Whether readers need not be told of what it changes.
    #[serde(default)]
    pub minor: bool,
}

/// A text was taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawal {
    /// From this instant on.
    pub at: Instant,
    /// Who did it.
    pub actor: String,
    /// What visitors are told in its place; may be empty.
    pub notice: String,
}

/// A word that gathers entries; its key is the last segment of its address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tag {
    /// Which.
    pub subject: Subject,
    /// Its name per locale.
    pub names: BTreeMap<Locale, String>,
}

/// A named value with its as-of date and its noun in every plural form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// Which.
    pub subject: Subject,
    /// The value.
    pub value: u64,
    /// The day for which it holds.
    pub as_of: Date,
    /// Per locale and plural form: the words, with `#` where the number goes.
    pub nouns: BTreeMap<Locale, BTreeMap<PluralCategory, String>>,
}

/// One item of the wall.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Post {
    /// Which.
    pub subject: Subject,
    /// When it was said.
    pub at: Instant,
    /// The language it is in.
    pub language: Locale,
    /// Who says it.
    pub speaker: Voice,
    /// Who passes it on, if it is a repost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passed_on_by: Option<Voice>,
    /// Its words as they were written.
    pub words: String,
    /// Which part of how many it calls itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<(u32, u32)>,
    /// What it quotes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quotes: Option<Quoted>,
    /// Where it was first said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// The moderators' removal, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub removed: Option<Withdrawal>,
}

/// Someone who speaks on a network.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voice {
    /// The name shown.
    pub name: String,
    /// The account, without the sign before it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub handle: String,
    /// The network.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub network: String,
    /// The member whose account it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<Subject>,
}

/// Words of another, shown within a post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quoted {
    /// Who said them.
    pub speaker: Voice,
    /// The language they are in.
    pub language: Locale,
    /// The words.
    pub words: String,
}

/// The settings of the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Site {
    /// The locales, the default first.
    pub locales: Vec<Locale>,
    /// The coalition's name per locale.
    pub names: BTreeMap<Locale, String>,
    /// One sentence on what it is, per locale.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub descriptions: BTreeMap<Locale, String>,
    /// What a page, list, feed and link do where a translation is missing.
    #[serde(default)]
    pub missing: Missing,
    /// A strip on every page that says what the site is not; none on a real site.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub strips: BTreeMap<Locale, String>,
    /// The region by whose conventions a locale writes numbers and dates (`ar` as in `ar-IQ`), where one is chosen.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub formats: BTreeMap<Locale, Locale>,
    /// Where to report what keeps somebody from using the site: a `mailto:` or web address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// Whether search engines may list it.
    #[serde(default)]
    pub indexed: bool,
}

/// What is done where a translation is missing; one setting for the whole site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Missing {
    /// The source text is shown, with its language and a notice.
    #[default]
    Show,
    /// The entry is absent in that language.
    Hide,
}

/// What remains of a deleted subject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deleted {
    /// Which.
    pub subject: Subject,
    /// Since when.
    pub at: Instant,
    /// Its public addresses by locale: they answer 410.
    pub slugs: Vec<(Locale, String)>,
}

impl Record {
    /// Whose record it is.
    pub fn subject(&self) -> &Subject {
        match self {
            Record::Entry(entry) => &entry.subject,
            Record::Tag(tag) => &tag.subject,
            Record::Fact(fact) => &fact.subject,
            Record::Post(post) => &post.subject,
            Record::Media(media) => &media.subject,
            Record::Site(_) => site_subject(),
            Record::Deleted(deleted) => &deleted.subject,
        }
    }

    /// The hashes of bytes that must be nowhere any more because of it.
    pub fn erased(&self) -> Vec<&str> {
        match self {
            Record::Media(media) if media.removed.is_some() => media.hashes().collect(),
            _ => Vec::new(),
        }
    }
}

fn site_subject() -> &'static Subject {
    static SITE: std::sync::OnceLock<Subject> = std::sync::OnceLock::new();
    SITE.get_or_init(Subject::site)
}

impl TextHistory {
    /// The publication in force at an instant.
    pub fn publication_at(&self, instant: Instant) -> Option<&Publication> {
        self.publications
            .iter()
            .find(|publication| publication.holds_at(instant))
    }

    /// The newest revision.
    pub fn newest(&self) -> Option<&RevisionHead> {
        self.revisions.values().next_back()
    }

    /// Whether it is taken back at an instant.
    pub fn withdrawn_at(&self, instant: Instant) -> Option<&Withdrawal> {
        self.withdrawal.as_ref().filter(|withdrawal| withdrawal.at <= instant)
    }
}

impl Publication {
    /// Whether it is in force at an instant.
    pub fn holds_at(&self, instant: Instant) -> bool {
        self.from <= instant && self.until.is_none_or(|until| instant < until)
    }
}

impl Site {
    /// The locale of those who ask for none that we have.
    pub fn default_locale(&self) -> Option<Locale> {
        self.locales.first().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::subject::Noun;

    /// An English story with publications from and until days, and withdrawals that are over.
    fn story(publications: &[(i64, Option<i64>)], lifted: &[(i64, i64)]) -> Entry {
        let publication = |(from, until): &(i64, Option<i64>)| Publication {
            revision: 1,
            from: Instant(*from),
            until: until.map(Instant),
            ..Publication::default()
        };
        let history = TextHistory {
            publications: publications.iter().map(publication).collect(),
            lifted: lifted.iter().map(|(from, to)| (Instant(*from), Instant(*to))).collect(),
            ..TextHistory::default()
        };
        let en = Locale::parse("en").unwrap();
        Entry {
            subject: Subject::new(Noun::Story, "rome").unwrap(),
            source: en,
            meta: Meta::default(),
            texts: [(en, history)].into(),
        }
    }

    fn is_dark(entry: &Entry, since: i64, until: i64) -> bool {
        !entry.dark_between(Instant(since), Instant(until)).is_empty()
    }

    #[test]
    fn a_correction_leaves_no_gap_and_a_text_held_back_does() {
        assert!(!is_dark(&story(&[(0, Some(5)), (5, None)], &[]), 1, 9));
        assert!(is_dark(&story(&[(0, Some(5)), (7, None)], &[]), 1, 9));
        assert!(
            !is_dark(&story(&[(0, Some(5)), (7, None)], &[]), 7, 9),
            "it was over before"
        );
        assert!(!is_dark(&story(&[(7, None)], &[]), 1, 9), "it was not public before");
        assert!(is_dark(&story(&[(0, Some(5))], &[]), 1, 9), "it ran out");
        assert!(!is_dark(&story(&[(0, Some(50))], &[]), 1, 9), "it has not run out");
    }

    #[test]
    fn a_withdrawal_that_was_lifted_is_not_forgotten() {
        assert!(is_dark(&story(&[(0, None)], &[(3, 4)]), 1, 9));
        assert!(!is_dark(&story(&[(0, None)], &[(3, 4)]), 4, 9));
    }
}
