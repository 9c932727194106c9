//! Who may do what: one table of role × act × kind of object. The newsroom shows it, and [`permit`](crate::permit()) is the
//! only one that reads it. Why it is so stands in `docs/decisions/newsroom.md`.

use content::record::{Entry, Record};
use content::{Meta, Noun, Subject};
use language::Locale;

use crate::act::Act;

/// What an actor is here for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// Runs the program on its machine, from the command line, and may do everything.
    Operator,
    /// Runs the site, and may do everything.
    Administrator,
    /// Writes and publishes for the coalition.
    Editor,
    /// Translates into these languages.
    Translator(Vec<Locale>),
    /// Writes for one member, and answers for its posts.
    PressOfficer(Subject),
    /// Looks after the wall.
    Moderator,
    /// Looks, and changes nothing.
    Reader,
}

/// What kind of thing an act is done to, as far as permission goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Announcements, stories, statements, pages, episodes, videos.
    News,
    /// Members, efforts, groups, meetings, campaigns, series: what the others belong to.
    Directory,
    /// Tags and facts.
    Words,
    /// Pictures, recordings, documents.
    Media,
    /// Posts of the wall.
    Post,
    /// The settings of the site, its editions, its content as a whole.
    Site,
}

/// What an act is done to, as far as permission goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Object<'a> {
    /// Of what kind it is.
    pub kind: Kind,
    /// The member whose it is; none if it is the coalition's.
    pub owner: Option<&'a Subject>,
    /// Its language, of a text, and whether it is the source of the others.
    pub text: Option<(Locale, bool)>,
}

/// How far a role reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// Not at all.
    None,
    /// Its own: what belongs to a press officer's member, or a translation into a translator's languages.
    Own,
    /// All.
    All,
}

impl Role {
    /// Its name in rows, tables and messages.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Role::Operator => "operator",
            Role::Administrator => "administrator",
            Role::Editor => "editor",
            Role::Translator(_) => "translator",
            Role::PressOfficer(_) => "press-officer",
            Role::Moderator => "moderator",
            Role::Reader => "reader",
        }
    }

    /// How far it reaches in doing something to things of a kind.
    #[must_use]
    pub fn reach(&self, act: Act, kind: Kind) -> Reach {
        use Kind::{Directory, Media, News, Post, Site, Words};
        use Reach::{All, None, Own};
        match (self, act, kind) {
            (Role::Operator | Role::Administrator, ..) => All,
            // What cannot be undone, and what concerns the site as a whole, is the administrator's.
            (_, Act::Import | Act::Delete | Act::RemoveMedia | Act::PutSite | Act::RollBack | Act::Resume, _) => None,
            (_, _, Site) => None,
            (Role::Editor, ..) => All,
            (Role::Translator(_), Act::Revise, News | Directory) => Own,
            (Role::PressOfficer(_), Act::PutEntry, News) => Own,
            (Role::PressOfficer(_), Act::Revise, News | Directory) => Own,
            (Role::PressOfficer(_), Act::PutMedia, Media) => Own,
            (Role::PressOfficer(_), Act::PutPost | Act::RemovePost, Post) => Own,
            (Role::Moderator, Act::PutPost | Act::RemovePost, Post) => All,
            (
                Role::Translator(_) | Role::PressOfficer(_) | Role::Moderator | Role::Reader,
                _,
                News | Directory | Words | Media | Post,
            ) => None,
        }
    }

    /// Whether it may do something to this very thing.
    #[must_use]
    pub fn may(&self, act: Act, object: &Object<'_>) -> bool {
        match self.reach(act, object.kind) {
            Reach::None => false,
            Reach::All => true,
            Reach::Own => self.owns(object),
        }
    }

    fn owns(&self, object: &Object<'_>) -> bool {
        match self {
            Role::PressOfficer(member) => object.owner == Some(member),
            Role::Translator(languages) => object
                .text
                .is_some_and(|(locale, is_source)| !is_source && languages.contains(&locale)),
            _ => false,
        }
    }
}

impl Kind {
    /// All of them, for tables.
    pub const ALL: [Kind; 6] = [
        Kind::News,
        Kind::Directory,
        Kind::Words,
        Kind::Media,
        Kind::Post,
        Kind::Site,
    ];

    /// The kind of things with a noun.
    #[must_use]
    pub fn of(noun: Noun) -> Kind {
        match noun {
            Noun::Page | Noun::Announcement | Noun::Story | Noun::Statement | Noun::Episode | Noun::Video => Kind::News,
            Noun::Member | Noun::Effort | Noun::Group | Noun::Meeting | Noun::Campaign | Noun::Series => {
                Kind::Directory
            }
            Noun::Tag | Noun::Fact => Kind::Words,
            Noun::Post => Kind::Post,
            Noun::Media => Kind::Media,
            Noun::Site => Kind::Site,
        }
    }
}

impl<'a> Object<'a> {
    /// The site as a whole.
    pub const SITE: Object<'static> = Object {
        kind: Kind::Site,
        owner: None,
        text: None,
    };

    /// An entry, by what its languages share.
    #[must_use]
    pub fn entry(subject: &'a Subject, meta: &'a Meta) -> Object<'a> {
        let is_member = subject.noun() == Noun::Member;
        Object {
            kind: Kind::of(subject.noun()),
            owner: if is_member { Some(subject) } else { meta.owner.as_ref() },
            text: None,
        }
    }

    /// The text of an entry in a language.
    #[must_use]
    pub fn text(entry: &'a Entry, locale: Locale) -> Object<'a> {
        Object {
            text: Some((locale, locale == entry.source)),
            ..Object::entry(&entry.subject, &entry.meta)
        }
    }

    /// What stands at a subject; whoever may do something to all of its kind may do it where nothing stands.
    #[must_use]
    pub fn standing(subject: &Subject, record: Option<&'a Record>) -> Object<'a> {
        let nothing = Object {
            kind: Kind::of(subject.noun()),
            owner: None,
            text: None,
        };
        record.map_or(nothing, Object::record)
    }

    /// Whatever a record is of.
    #[must_use]
    pub fn record(record: &'a Record) -> Object<'a> {
        let owner = match record {
            Record::Entry(entry) => return Object::entry(&entry.subject, &entry.meta),
            Record::Post(post) => post.speaker.member.as_ref(),
            Record::Media(media) => media.about.owner.as_ref(),
            Record::Tag(_) | Record::Fact(_) | Record::Site(_) | Record::Deleted(_) => None,
        };
        Object {
            kind: Kind::of(record.subject().noun()),
            owner,
            text: None,
        }
    }
}
