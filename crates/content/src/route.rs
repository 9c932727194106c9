//! Routes: everything that has an address on the site, and what the address is.

use language::Locale;
use serde::{Deserialize, Serialize};

use crate::list::{List, Position};
use crate::subject::{Noun, Subject};

/// One page, feed, fragment or file of an edition.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Route {
    /// The home page of a locale.
    Home(Locale),
    /// An entry in a locale; if it was withdrawn, the notice in its place.
    Entry(Subject, Locale),
    /// A statement as plain text.
    Plain(Subject, Locale),
    /// What a text said before: the list of its public versions.
    History(Subject, Locale),
    /// What differs between two public versions of a text, the older first.
    Difference(Subject, Locale, usize, usize),
    /// A meeting for calendars.
    Calendar(Subject, Locale),
    /// A post, in its own language.
    Post(Subject),
    /// A file of a picture, by its hash.
    Media(Subject, String),
    /// A former slug of an entry.
    Redirect(Subject, Locale, String),
    /// The front page of a list, or the chunk that begins at a position.
    List(List, Locale, Option<Position>),
    /// What the site does with those who read it.
    Privacy(Locale),
    /// Who can use the site, what is lacking, and whom to tell.
    Accessibility(Locale),
    /// The page that a server fills with what it finds.
    Search(Locale),
    /// The Atom feed of a locale.
    Feed(Locale),
    /// The index of sitemaps.
    Sitemap,
    /// A part of the sitemap: the newest entries, or those from a position on.
    Part(Option<Position>),
    /// The sitemap of lists and home pages.
    Sections,
    /// What robots may do.
    Robots,
    /// What is answered where nothing is.
    NotFound(Locale),
    /// What is answered where something was.
    Gone(Locale),
    /// What many pages share.
    Fragment(Fragment, Locale),
    /// A file of the theme, by its name there.
    Asset(String),
    /// What the server needs to know of the site.
    Table,
}

/// What many pages share and what changes often.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Fragment {
    /// The head of the page: name, menu.
    Masthead,
    /// The newest stories, beside others.
    Newest,
    /// Years that hold stories.
    Years,
    /// The foot of the page.
    Footer,
}

impl Fragment {
    /// All fragments.
    pub const ALL: [Fragment; 4] = [Fragment::Masthead, Fragment::Newest, Fragment::Years, Fragment::Footer];

    /// Its name in templates.
    pub fn as_str(self) -> &'static str {
        match self {
            Fragment::Masthead => "masthead",
            Fragment::Newest => "newest",
            Fragment::Years => "years",
            Fragment::Footer => "footer",
        }
    }

    /// Its name in an edition.
    pub fn name(self, locale: Locale) -> String {
        format!("~{}/{locale}", self.as_str())
    }
}

/// The key of the page entry that is the home page.
pub const HOME_KEY: &str = "home";

/// First segments and slugs that lists need for themselves; a slug may also not be a number.
pub const RESERVED_SLUGS: [&str; 25] = [
    "older",
    "by",
    "on",
    "of",
    "for",
    "search",
    "privacy",
    "accessibility",
    "groups",
    "meetings",
    "campaigns",
    "series",
    "episodes",
    "videos",
    "stories",
    "statements",
    "announcements",
    "members",
    "efforts",
    "tags",
    "wall",
    "posts",
    "feed",
    "pages",
    "media",
];

impl Route {
    /// The routes that are there whatever is published, by locale and by the theme's files.
    pub fn standing(locales: &[Locale], assets: &[String]) -> Vec<Route> {
        let mut routes = vec![Route::Sitemap, Route::Sections, Route::Robots, Route::Table];
        routes.extend(assets.iter().cloned().map(Route::Asset));
        for locale in locales.iter().copied() {
            routes.extend([
                Route::Home(locale),
                Route::Privacy(locale),
                Route::Accessibility(locale),
                Route::Search(locale),
                Route::Feed(locale),
                Route::NotFound(locale),
                Route::Gone(locale),
            ]);
            routes.extend(Fragment::ALL.map(|fragment| Route::Fragment(fragment, locale)));
            routes.extend(List::standing(locale).map(|list| Route::List(list, locale, None)));
        }
        routes
    }

    /// The subject that it exists because of; none if it hangs on the site or on a list.
    pub fn subject(&self) -> Option<&Subject> {
        match self {
            Route::Entry(subject, _)
            | Route::Plain(subject, _)
            | Route::Calendar(subject, _)
            | Route::History(subject, _)
            | Route::Difference(subject, ..)
            | Route::Redirect(subject, ..)
            | Route::Post(subject)
            | Route::Media(subject, _) => Some(subject),
            _ => None,
        }
    }

    /// The locale that it belongs to; none for what all locales share.
    pub fn locale(&self) -> Option<Locale> {
        match self {
            Route::Home(locale)
            | Route::Entry(_, locale)
            | Route::Plain(_, locale)
            | Route::Calendar(_, locale)
            | Route::History(_, locale)
            | Route::Difference(_, locale, ..)
            | Route::Redirect(_, locale, _)
            | Route::List(_, locale, _)
            | Route::Privacy(locale)
            | Route::Accessibility(locale)
            | Route::Search(locale)
            | Route::Feed(locale)
            | Route::NotFound(locale)
            | Route::Gone(locale)
            | Route::Fragment(_, locale) => Some(*locale),
            Route::Post(_)
            | Route::Media(..)
            | Route::Sitemap
            | Route::Part(_)
            | Route::Sections
            | Route::Robots
            | Route::Asset(_)
            | Route::Table => None,
        }
    }

    /// The routes that may come or go when a list changes at any place: its front pages.
    pub fn fronts(list: &List, locales: &[Locale]) -> Vec<Route> {
        match list {
            list if !list.has_pages() => Vec::new(),
            list => Route::of_list(list, locales, None),
        }
    }

    /// The pages of a chunk, in all locales that show the list.
    pub fn of_list(list: &List, locales: &[Locale], chunk: Option<Position>) -> Vec<Route> {
        match list.locale() {
            _ if *list == List::Public => match chunk {
                Some(position) if !position.begins_part() => Vec::new(),
                part => vec![Route::Part(part)],
            },
            Some(locale) => vec![Route::List(list.clone(), locale, chunk)],
            None => locales
                .iter()
                .map(|locale| Route::List(list.clone(), *locale, chunk))
                .collect(),
        }
    }
}

/// The address of an entry, tag list or other thing with a slug.
pub fn entry_path(subject: &Subject, locale: Locale, slug: &str) -> String {
    match subject.noun() {
        Noun::Page if subject.key() == HOME_KEY => home_path(locale),
        Noun::Page => format!("/{locale}/{slug}/"),
        noun => format!("/{locale}/{}/{slug}/", noun.collection()),
    }
}

/// The address of a text's history, below its page.
pub fn history_path(page: &str) -> String {
    format!("{page}history/")
}

/// The address of what differs between two versions of a text, below its history.
pub fn difference_path(page: &str, older: usize, newer: usize) -> String {
    format!("{page}history/{older}-{newer}/")
}

/// The address of an entry's words as plain text, beside its page.
pub fn plain_path(page: &str) -> String {
    format!("{}.txt", page.trim_end_matches('/'))
}

/// The address of a meeting for calendars, beside its page.
pub fn calendar_path(page: &str) -> String {
    format!("{}.ics", page.trim_end_matches('/'))
}

/// The address of a locale's home page.
pub fn home_path(locale: Locale) -> String {
    format!("/{locale}/")
}

/// The address of a list's front page or of a chunk.
pub fn list_path(list: &List, locale: Locale, chunk: Option<Position>) -> String {
    let segments = list.segments();
    match chunk {
        None => format!("/{locale}/{segments}/"),
        Some(position) => format!("/{locale}/{segments}/older/{}/", position.anchor()),
    }
}

/// The address of what the site does with those who read it.
pub fn privacy_path(locale: Locale) -> String {
    format!("/{locale}/privacy/")
}

/// The address of what is done so that everyone can use the site.
pub fn accessibility_path(locale: Locale) -> String {
    format!("/{locale}/accessibility/")
}

/// The address of the page on which the site is searched.
pub fn search_path(locale: Locale) -> String {
    format!("/{locale}/search/")
}

/// The address of a locale's feed.
pub fn feed_path(locale: Locale) -> String {
    format!("/{locale}/feed.xml")
}

/// The address of a post in its own language.
pub fn post_path(post: &Subject, locale: Locale) -> String {
    format!("/{locale}/posts/{}/", post.key())
}

/// The address of a part of the sitemap.
pub fn part_path(part: Option<Position>) -> String {
    match part {
        None => "/sitemap-newest.xml".to_owned(),
        Some(position) => format!("/sitemap-{}.xml", position.anchor()),
    }
}

/// A path as it is written into a link: everything but unreserved characters and slashes is percent-encoded.
pub fn encode_path(path: &str) -> String {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let digit = |half: u8| HEX.get(usize::from(half)).copied().unwrap_or(b'0');
    let is_plain = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'.' | b'_' | b'~');
    let Some(first) = path.bytes().position(|byte| !is_plain(&byte)) else {
        return path.to_owned();
    };
    let (plain, rest) = path.split_at(first);
    let mut out = Vec::with_capacity(plain.len() + 3 * rest.len());
    out.extend_from_slice(plain.as_bytes());
    for byte in rest.bytes() {
        if is_plain(&byte) {
            out.push(byte);
        } else {
            out.extend_from_slice(&[b'%', digit(byte >> 4), digit(byte & 0xf)]);
        }
    }
    // All of it is ASCII.
    String::from_utf8(out).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_home_page_is_at_its_locale() {
        let home = Subject::new(Noun::Page, HOME_KEY).unwrap();
        assert_eq!(entry_path(&home, Locale::parse("ar").unwrap(), "x"), "/ar/");
    }

    #[test]
    fn arabic_slugs_are_encoded_in_links() {
        assert_eq!(encode_path("/ar/أ/"), "/ar/%D8%A3/");
    }

    #[test]
    fn the_wall_has_a_front_in_every_locale() {
        let locales = ["en", "ar"].map(|code| Locale::parse(code).unwrap());
        assert_eq!(Route::fronts(&List::Wall, &locales).len(), 2);
        assert_eq!(Route::fronts(&List::Feed(locales[0]), &locales).len(), 0);
    }
}
