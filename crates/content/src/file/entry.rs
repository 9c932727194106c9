//! Reading an entry's file: head and body, with every field checked against its kind.

use language::Locale;
use unicode_normalization::UnicodeNormalization;

use super::fields::{Fields, LINE_MAX, SUMMARY_MAX};
use super::problem::Problems;
use super::{head, markdown, shared};
use crate::instant::Instant;
use crate::meta::Meta;
use crate::route::{HOME_KEY, RESERVED_SLUGS};
use crate::subject::{Noun, Subject};
use crate::text::{SUMMARY, TITLE, Text, TextHash};

/// The longest slug, in characters.
pub const SLUG_MAX: usize = 100;

/// An entry's text in one locale, as a file holds it.
#[derive(Debug, Clone, PartialEq)]
pub struct EntryFile {
    /// Which entry.
    pub subject: Subject,
    /// Which locale.
    pub locale: Locale,
    /// Whether the file says that its text is the source.
    pub source: bool,
    /// The words; ids of blocks are empty where the file gives none.
    pub text: Text,
    /// What stood beside each block.
    pub marks: Vec<BlockMark>,
    /// The source's words that title and summary were made from, by [`TITLE`] and [`SUMMARY`].
    pub of: Vec<(String, String)>,
    /// The revision that the file was made from.
    pub revision: Option<TextHash>,
    /// When it is public.
    pub publication: FilePublication,
    /// Former slugs.
    pub former: Vec<String>,
    /// The fields that all locales share; none in the file of a translation.
    pub meta: Option<Meta>,
}

/// What stood beside a block in a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BlockMark {
    /// Its identity.
    pub id: Option<String>,
    /// The hash of the source's words that it was made from.
    pub of: Option<String>,
    /// The line on which the block begins.
    pub line: usize,
}

/// What a file says about being public.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FilePublication {
    /// Public from.
    pub from: Option<Instant>,
    /// Public up to.
    pub until: Option<Instant>,
    /// The instant shown, if it is not `from`.
    pub date: Option<Instant>,
    /// Taken back at.
    pub withdrawn: Option<Instant>,
    /// What visitors are told then.
    pub notice: String,
    /// What it corrects; may be empty.
    pub correction: String,
}

const OWN: [&str; 16] = [
    "title",
    "summary",
    "slug",
    "dateline",
    "official",
    "footnote",
    "source",
    "publish",
    "until",
    "date",
    "withdrawn",
    "notice",
    "correction",
    "former",
    "revision",
    "of",
];

/// Reads an entry's file.
pub(super) fn read(subject: Subject, locale: Locale, source: &str, problems: &mut Problems) -> Option<EntryFile> {
    let halves = head::split(source, problems)?;
    let (body, marks) = markdown::parse_body(halves.body, halves.body_line, problems);
    let mut fields = Fields::parse(halves.head, halves.head_line, problems)?;
    let noun = subject.noun();
    let mut text = words(&subject, &mut fields, problems);
    text.body = body;
    let is_source = fields.truth("source", problems).unwrap_or(false);
    let publication = publication(&mut fields, problems);
    let former = fields.list("former", problems);
    for slug in &former {
        check_slug("former", slug, &fields, problems);
    }
    let revision = revision(&mut fields, problems);
    let of = pins(&mut fields, problems);
    let meta = shared::read(noun, &mut fields, problems);
    let known: Vec<&str> = OWN.into_iter().chain(shared::names()).collect();
    fields.end(&known, problems);
    Some(EntryFile {
        subject,
        locale,
        source: is_source,
        text,
        marks,
        of,
        revision,
        publication,
        former,
        meta,
    })
}

fn words(subject: &Subject, fields: &mut Fields<'_>, problems: &mut Problems) -> Text {
    let noun = subject.noun();
    let title = fields.needed("title", LINE_MAX, problems);
    let summary = fields.words("summary", SUMMARY_MAX, problems).unwrap_or_default();
    let slug = slug(subject, fields, problems);
    let mut only = |name: &str, allowed: bool, who: &str| {
        if !allowed && fields.has(name) {
            let message = format!("a {} has no {name}", noun.as_str());
            fields.problem(name, problems, message, &format!("remove it; {who}"));
        }
        fields.words(name, LINE_MAX, problems).unwrap_or_default()
    };
    let dateline = only(
        "dateline",
        matches!(noun, Noun::Story | Noun::Statement | Noun::Meeting),
        "stories, statements and meetings have one",
    );
    let official = only("official", noun == Noun::Member, "members have one");
    let footnote = only("footnote", noun == Noun::Member, "members have one");
    Text {
        title,
        summary,
        slug,
        dateline,
        official,
        footnote,
        body: Default::default(),
    }
}

fn slug(subject: &Subject, fields: &mut Fields<'_>, problems: &mut Problems) -> String {
    if subject.noun() == Noun::Page && subject.key() == HOME_KEY {
        if fields.has("slug") {
            fields.problem(
                "slug",
                problems,
                "the home page has no slug: its address is its language's",
                "remove it",
            );
        }
        let _ = fields.words("slug", LINE_MAX, problems);
        return String::new();
    }
    let slug: String = fields.needed("slug", LINE_MAX, problems).nfc().collect();
    if !slug.is_empty() {
        check_slug("slug", &slug, fields, problems);
    }
    slug
}

fn check_slug(field: &str, slug: &str, fields: &Fields<'_>, problems: &mut Problems) {
    let word = |character: char| character == '-' || (character.is_alphanumeric() && !character.is_uppercase());
    let joined = |character: char| word(character) || is_mark(character);
    let wrong = if slug.is_empty() {
        "it is empty"
    } else if slug.chars().count() > SLUG_MAX {
        "it is too long"
    } else if !slug.chars().all(joined) || slug.starts_with('-') || slug.ends_with('-') || slug.contains("--") {
        "it holds characters that an address should not have"
    } else if slug.chars().all(|character| character.is_numeric() || character == '-') {
        "it is a number: those addresses belong to the years"
    } else if RESERVED_SLUGS.contains(&slug) {
        "this address belongs to a list"
    } else {
        return;
    };
    let remedy = format!("use small letters of any script, digits and single hyphens, at most {SLUG_MAX}: rome-2021");
    fields.problem(field, problems, format!("{slug:?} cannot be a slug: {wrong}"), &remedy);
}

/// Combining marks that letters of many scripts are written with (Arabic vowel signs, Indic signs).
fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{900}'..='\u{d7f}' | '\u{200c}')
}

fn publication(fields: &mut Fields<'_>, problems: &mut Problems) -> FilePublication {
    let publication = FilePublication {
        from: fields.instant("publish", problems),
        until: fields.instant("until", problems),
        date: fields.instant("date", problems),
        withdrawn: fields.instant("withdrawn", problems),
        notice: fields.words("notice", SUMMARY_MAX, problems).unwrap_or_default(),
        correction: fields.words("correction", SUMMARY_MAX, problems).unwrap_or_default(),
    };
    if let (Some(from), Some(until)) = (publication.from, publication.until)
        && until <= from
    {
        fields.problem(
            "until",
            problems,
            "it does not lie after publish",
            "put it later, or remove it",
        );
    }
    for (name, given) in [
        ("until", publication.until.is_some()),
        ("date", publication.date.is_some()),
        ("withdrawn", publication.withdrawn.is_some()),
        ("correction", !publication.correction.is_empty()),
    ] {
        if given && publication.from.is_none() {
            fields.problem(
                name,
                problems,
                "it needs a publication",
                "add publish = …, or remove it",
            );
        }
    }
    if !publication.notice.is_empty() && publication.withdrawn.is_none() {
        fields.problem(
            "notice",
            problems,
            "it is shown only in place of a withdrawn text",
            "add withdrawn = …, or remove it",
        );
    }
    publication
}

fn revision(fields: &mut Fields<'_>, problems: &mut Problems) -> Option<TextHash> {
    let hash = fields.words("revision", LINE_MAX, problems)?;
    if hash.len() != 12 || !hash.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        fields.problem(
            "revision",
            problems,
            format!("{hash:?} is not a revision"),
            "leave it as export wrote it, or remove it",
        );
    }
    Some(TextHash(hash))
}

fn pins(fields: &mut Fields<'_>, problems: &mut Problems) -> Vec<(String, String)> {
    let Some(mut of) = fields.table("of", problems) else {
        return Vec::new();
    };
    let mut pins = Vec::new();
    for name in [TITLE, SUMMARY] {
        if let Some(hash) = of.words(name, LINE_MAX, problems) {
            pins.push((name.to_owned(), hash));
        }
    }
    of.end(&[TITLE, SUMMARY], problems);
    pins
}
