//! Bodies: blocks with identities, and what stands in them.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use language::Locale;

use crate::subject::Subject;
use crate::text::short_hash;

/// The words of one entry in one language, block by block.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Body {
    /// The blocks in reading order.
    pub blocks: Vec<Block>,
}

/// A piece of a body whose identity survives edits and is shared by all translations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Its identity.
    #[serde(rename = "i")]
    pub id: BlockId,
    /// What it says.
    #[serde(rename = "c")]
    pub content: Content,
}

/// The identity of a block within its entry: eight characters of `a-z2-7`, or a name that a person gave it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct BlockId(pub String);

/// What a block is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Content {
    /// Running text.
    #[serde(rename = "p")]
    Paragraph(Vec<Inline>),
    /// A heading of level 2 to 4 (1 is the title).
    #[serde(rename = "h")]
    Heading(u8, Vec<Inline>),
    /// A list.
    #[serde(rename = "l")]
    List(ItemList),
    /// A quotation, paragraph by paragraph.
    #[serde(rename = "q")]
    Quote(Vec<Vec<Inline>>),
    /// A picture with its description.
    #[serde(rename = "f")]
    Figure {
        /// The picture.
        #[serde(rename = "m")]
        media: Subject,
        /// What it shows, for those who do not see it.
        #[serde(rename = "d")]
        description: String,
        /// The words below it.
        #[serde(rename = "t", default, skip_serializing_if = "Vec::is_empty")]
        caption: Vec<Inline>,
    },
    /// A table: the first row holds the headings.
    #[serde(rename = "t")]
    Table(Vec<Vec<Vec<Inline>>>),
    /// Words set apart from the running text.
    #[serde(rename = "b")]
    Callout(Callout),
    /// Who speaks, chairs or made it.
    #[serde(rename = "c")]
    Credits(Vec<Credit>),
    /// Where the parts of a recording begin.
    #[serde(rename = "k")]
    Chapters(Vec<Chapter>),
    /// What the seasons of a series are called.
    #[serde(rename = "s")]
    Seasons(Vec<Season>),
    /// A post of the wall.
    Post(Subject),
    /// A video or an episode, to be played here.
    #[serde(rename = "e")]
    Recording(Subject),
    /// A rule between two parts.
    #[serde(rename = "r")]
    Rule,
    /// A place that the site fills: newest stories, the wall and their like.
    #[serde(rename = "y")]
    Dynamic(Dynamic),
}

/// Words set apart from the running text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Callout {
    /// What they are.
    #[serde(rename = "k")]
    pub kind: CalloutKind,
    /// What stands above them; may be empty.
    #[serde(rename = "t", default, skip_serializing_if = "Vec::is_empty")]
    pub title: Vec<Inline>,
    /// The words, paragraph by paragraph.
    #[serde(rename = "p", default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<Vec<Inline>>,
}

/// What words set apart are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CalloutKind {
    /// Facts in short.
    Box,
    /// What a member does not agree with in a statement.
    Reservation,
}

impl CalloutKind {
    /// All, in the order of their names here.
    pub const ALL: [CalloutKind; 2] = [CalloutKind::Box, CalloutKind::Reservation];

    /// Its name in files.
    pub fn as_str(self) -> &'static str {
        match self {
            CalloutKind::Box => "box",
            CalloutKind::Reservation => "reservation",
        }
    }
}

/// Someone who speaks, chairs or made something. Persons are named by their office; a name may be left out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Credit {
    /// What they did ("Chair").
    #[serde(rename = "r", default, skip_serializing_if = "Vec::is_empty")]
    pub role: Vec<Inline>,
    /// The name.
    #[serde(rename = "n", default, skip_serializing_if = "Vec::is_empty")]
    pub name: Vec<Inline>,
    /// The office held.
    #[serde(rename = "o", default, skip_serializing_if = "Vec::is_empty")]
    pub office: Vec<Inline>,
    /// The member they act for.
    #[serde(rename = "m", default, skip_serializing_if = "Option::is_none")]
    pub member: Option<Subject>,
    /// The day for which the office holds.
    #[serde(rename = "d", default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
}

/// Where a part of a recording begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chapter {
    /// Seconds from the beginning.
    #[serde(rename = "a")]
    pub at: u32,
    /// What it is called.
    #[serde(rename = "t")]
    pub title: Vec<Inline>,
}

/// What a season of a series is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Season {
    /// Its number, from 1.
    #[serde(rename = "n")]
    pub number: u32,
    /// What it is called.
    #[serde(rename = "t")]
    pub title: Vec<Inline>,
}

/// A list, perhaps with lists in its items.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemList {
    /// The first number of a numbered list; none if it is not numbered.
    #[serde(rename = "n", default, skip_serializing_if = "Option::is_none")]
    pub from: Option<u64>,
    /// The items.
    #[serde(rename = "x")]
    pub items: Vec<Item>,
}

/// One item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Its words.
    #[serde(rename = "s")]
    pub words: Vec<Inline>,
    /// The list below it.
    #[serde(rename = "l", default, skip_serializing_if = "Option::is_none")]
    pub below: Option<ItemList>,
}

/// What the site puts in a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Dynamic {
    /// The announcement whose period runs.
    Announcement,
    /// The newest stories.
    Stories,
    /// The newest posts of the wall.
    Wall,
    /// The lines of effort.
    Efforts,
    /// The members.
    Members,
    /// A place for the campaign.
    Campaign,
    /// A place for the podcast series.
    Podcast,
    /// A place for the newest videos.
    Videos,
}

impl Dynamic {
    /// All, in the order of their names here.
    pub const ALL: [Dynamic; 8] = [
        Dynamic::Announcement,
        Dynamic::Stories,
        Dynamic::Wall,
        Dynamic::Efforts,
        Dynamic::Members,
        Dynamic::Campaign,
        Dynamic::Podcast,
        Dynamic::Videos,
    ];

    /// Its name in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Dynamic::Announcement => "announcement",
            Dynamic::Stories => "stories",
            Dynamic::Wall => "wall",
            Dynamic::Efforts => "efforts",
            Dynamic::Members => "members",
            Dynamic::Campaign => "campaign",
            Dynamic::Podcast => "podcast",
            Dynamic::Videos => "videos",
        }
    }
}

/// A run of text within a block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Inline {
    /// Plain words.
    #[serde(rename = "t")]
    Text(String),
    /// Strong importance.
    #[serde(rename = "b")]
    Strong(Vec<Inline>),
    /// Stress.
    #[serde(rename = "e")]
    Emphasis(Vec<Inline>),
    /// A link.
    #[serde(rename = "a")]
    Link(Target, Vec<Inline>),
    /// Words in another language than the text's.
    #[serde(rename = "l")]
    Foreign(Locale, Vec<Inline>),
    /// A name of a thing as it is typed: a file, an address.
    #[serde(rename = "k")]
    Code(String),
    /// The value of a fact with its noun.
    #[serde(rename = "f")]
    Fact(Subject),
    /// A footnote, at the place to which it belongs.
    #[serde(rename = "o")]
    Note(Vec<Inline>),
    /// The end of a line within a paragraph.
    #[serde(rename = "n")]
    Break,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Target {
    /// Something of ours, whatever its address is.
    #[serde(rename = "s")]
    Subject(Subject),
    /// An `https:`, `http:` or `mailto:` address.
    #[serde(rename = "u")]
    Address(String),
}

impl Block {
    /// The hash of what it says, without its identity: what translations are pinned to.
    pub fn hash(&self) -> String {
        short_hash(&self.content)
    }

    /// Its words alone, for comparing and showing.
    pub fn words(&self) -> String {
        let mut words = String::new();
        self.content.each_run(&mut |inlines| {
            push_words(inlines, &mut words);
            words.push('\n');
        });
        words.truncate(words.trim_end().len());
        words
    }
}

impl Content {
    /// A name for its kind, the level of a heading included: blocks of one kind can be versions of each other.
    pub fn kind(&self) -> &'static str {
        match self {
            Content::Paragraph(_) => "paragraph",
            Content::Heading(2, _) => "heading 2",
            Content::Heading(3, _) => "heading 3",
            Content::Heading(..) => "heading 4",
            Content::List(_) => "list",
            Content::Quote(_) => "quote",
            Content::Figure { .. } => "figure",
            Content::Table(_) => "table",
            Content::Callout(callout) => callout.kind.as_str(),
            Content::Credits(_) => "credits",
            Content::Chapters(_) => "chapters",
            Content::Seasons(_) => "seasons",
            Content::Post(_) => "post",
            Content::Recording(_) => "recording",
            Content::Rule => "rule",
            Content::Dynamic(_) => "place",
        }
    }

    /// Calls `visit` with each run of inlines, in reading order.
    pub fn each_run<'a>(&'a self, visit: &mut dyn FnMut(&'a [Inline])) {
        match self {
            Content::Paragraph(run) | Content::Heading(_, run) => visit(run),
            Content::List(list) => list.each_run(visit),
            Content::Quote(paragraphs) => paragraphs.iter().for_each(|run| visit(run)),
            Content::Figure { caption, .. } => visit(caption),
            Content::Table(rows) => rows.iter().flatten().for_each(|cell| visit(cell)),
            Content::Callout(callout) => {
                visit(&callout.title);
                callout.paragraphs.iter().for_each(|run| visit(run));
            }
            Content::Credits(credits) => credits
                .iter()
                .flat_map(|credit| [&credit.role, &credit.name, &credit.office])
                .for_each(|run| visit(run)),
            Content::Chapters(chapters) => chapters.iter().for_each(|chapter| visit(&chapter.title)),
            Content::Seasons(seasons) => seasons.iter().for_each(|season| visit(&season.title)),
            Content::Post(_) | Content::Recording(_) | Content::Rule | Content::Dynamic(_) => {}
        }
    }

    /// All subjects that it names: linked entries, facts, posts, pictures.
    pub fn subjects(&self) -> Vec<&Subject> {
        let mut found = Vec::new();
        match self {
            Content::Post(subject) | Content::Recording(subject) => found.push(subject),
            Content::Credits(credits) => found.extend(credits.iter().filter_map(|credit| credit.member.as_ref())),
            Content::Figure { media, .. } => found.push(media),
            _ => {}
        }
        self.each_run(&mut |run| subjects_of(run, &mut found));
        found
    }
}

impl ItemList {
    fn each_run<'a>(&'a self, visit: &mut dyn FnMut(&'a [Inline])) {
        for item in &self.items {
            visit(&item.words);
            if let Some(below) = &item.below {
                below.each_run(visit);
            }
        }
    }
}

fn push_words(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Strong(inner) | Inline::Emphasis(inner) => push_words(inner, out),
            Inline::Link(_, inner) | Inline::Foreign(_, inner) => push_words(inner, out),
            Inline::Note(inner) => {
                out.push_str(" (");
                push_words(inner, out);
                out.push(')');
            }
            Inline::Fact(fact) => out.push_str(fact.as_str()),
            Inline::Break => out.push(' '),
        }
    }
}

fn subjects_of<'a>(inlines: &'a [Inline], found: &mut Vec<&'a Subject>) {
    for inline in inlines {
        match inline {
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Foreign(_, inner) | Inline::Note(inner) => {
                subjects_of(inner, found);
            }
            Inline::Link(target, inner) => {
                if let Target::Subject(subject) = target {
                    found.push(subject);
                }
                subjects_of(inner, found);
            }
            Inline::Fact(fact) => found.push(fact),
            Inline::Text(_) | Inline::Code(_) | Inline::Break => {}
        }
    }
}
