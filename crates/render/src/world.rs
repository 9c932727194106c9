//! The world as a page may see it: eight questions, each answered together with what was read.
//! Why these, and how fine, stands in `docs/decisions/world-and-reads.md`.

use std::sync::Arc;

use content::card::{Address, Card, State};
use content::list::{List, Position};
use content::past::Version;
use content::record::Site;
use content::{Body, Instant, Subject};
use language::{Catalogue, Locale};
use serde::{Deserialize, Serialize};

use crate::templates::Template;

/// What can be asked about the world, as of one instant. Answers must be the same for the same question as long as
/// no read that they carry has become dirty.
pub trait World {
    /// The short form of a subject; none if it is not public in that locale.
    ///
    /// # Errors
    /// [`Unreadable`] if what lies beneath cannot be read; so for all methods.
    fn card(&self, subject: &Subject, locale: Locale) -> Result<Answer<Option<Arc<Card>>>, Unreadable>;

    /// Path and language of a subject; none if it cannot be linked to.
    fn address(&self, subject: &Subject, locale: Locale) -> Result<Answer<Option<Address>>, Unreadable>;

    /// What stands at a subject's address: public since when, or gone; none if nothing stands there.
    fn state(&self, subject: &Subject, locale: Locale) -> Result<Answer<Option<State>>, Unreadable>;

    /// What the public revision says (in the language that [`World::state`] tells), or one of the versions that are
    /// compared, by its number; none if it is not public.
    fn body(
        &self,
        subject: &Subject,
        locale: Locale,
        version: Option<usize>,
    ) -> Result<Answer<Option<Said>>, Unreadable>;

    /// Items of a list, newest first.
    fn range(&self, list: &List, window: Window) -> Result<Answer<Range>, Unreadable>;

    /// The settings of the site, and the address under which it is reached.
    fn site(&self) -> Result<Answer<Arc<SiteView>>, Unreadable>;

    /// A template by its name.
    fn template(&self, name: &str) -> Result<Answer<Option<Arc<Template>>>, Unreadable>;

    /// The messages of a locale; the read covers the group (the part of a key before the first hyphen).
    fn messages(&self, locale: Locale, group: &str) -> Result<Answer<Option<Arc<Catalogue>>>, Unreadable>;
}

/// What a text says, or said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The blocks.
    pub body: Arc<Body>,
    /// Which version it is, if that was asked for.
    pub version: Option<Version>,
}

/// An answer and what was read for it.
#[derive(Debug, Clone)]
pub struct Answer<T> {
    /// What was asked for.
    pub value: T,
    /// What makes the answer stale.
    pub read: Read,
}

/// What a page has seen. A change that touches any of its reads makes the page dirty.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Read {
    /// The card of a subject, or its absence.
    Card(Subject, Locale),
    /// The address of a subject, or its absence.
    Address(Subject, Locale),
    /// The state or the body of a subject, or its absence.
    State(Subject, Locale),
    /// What a text said in public as its version of this number, or that there is none: unlike its state, a later
    /// version leaves it alone.
    Version(Subject, Locale, usize),
    /// The items of a list between two instants, both included; whether there were any or not.
    Range(List, Instant, Instant),
    /// Whether anything stands in a list.
    Filled(List),
    /// The settings of the site.
    Site,
    /// A template with all it includes.
    Template(String),
    /// A group of messages of a locale.
    Messages(Locale, String),
}

/// Which part of a list is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Window {
    /// The newest so many.
    Newest(usize),
    /// So many that are older than a position, the newest first.
    Before(Position, usize),
    /// So many that are newer than a position, the nearest last.
    After(Position, usize),
    /// The newest, open chunk: the front page.
    Front,
    /// The chunk that begins at a position; empty if none begins there.
    Chunk(Position),
    /// None of the items, only which page shows those at a position: [`Range::newer`] tells where it begins.
    Holding(Position),
    /// All, for lists that are short by nature.
    All,
    /// None of the items, only whether there are any: hardly ever another answer, however often the list changes.
    Filled,
}

/// A part of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Range {
    /// The items, newest first.
    pub items: Vec<Item>,
    /// Whether anything stands in the list; only for [`Window::Filled`].
    pub filled: bool,
    /// Where the next older chunk begins; only for [`Window::Front`] and [`Window::Chunk`].
    pub older: Option<Position>,
    /// Where the next newer chunk begins, for [`Window::Chunk`], and that which was looked for, for
    /// [`Window::Holding`]; none if that is the front page.
    pub newer: Option<Position>,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What.
    pub subject: Subject,
    /// Where it stands.
    pub position: Position,
}

/// The settings of the site and where it is reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteView {
    /// The settings.
    pub site: Site,
    /// Scheme and authority, without a slash at the end (`https://coalition.example`).
    pub base: String,
    /// The theme's files with the fingerprints that their addresses carry: name to path.
    pub assets: std::collections::BTreeMap<String, String>,
}

/// What lies beneath the world could not be read.
#[derive(Debug, Clone, thiserror::Error)]
#[error("what is to be shown could not be read: {0}")]
pub struct Unreadable(pub String);
