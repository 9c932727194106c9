//! The messages of one language.

use std::collections::BTreeMap;
use std::sync::Arc;

use fluent_syntax::ast::{self, Entry, Resource};
use fluent_syntax::serializer;

use super::arguments::Arguments;
use super::compile::{Text, Texts, compile};
use super::fingerprint::Fingerprint;
use super::message::{Pattern, Speech};
use super::problem::{CatalogueFault, CatalogueProblem};
use super::source::Source;
use crate::conventions::icu_locale;
use crate::locale::Locale;
use crate::numbers::Numbers;
use crate::plural::Plurals;

/// All messages of one language, checked and made ready.
#[derive(Debug)]
pub struct Catalogue {
    locale: Locale,
    file: String,
    last_line: usize,
    messages: BTreeMap<String, Message>,
    fingerprints: BTreeMap<String, u64>,
    speech: Speech,
}

/// One message and where it stands.
#[derive(Debug)]
pub(crate) struct Message {
    pub(crate) file: Arc<str>,
    pub(crate) line: usize,
    pub(crate) pattern: Pattern,
}

/// The group of a key: what stands before its first hyphen, `list` for `list-older`. A page reads whole groups.
#[must_use]
pub fn group_of(key: &str) -> &str {
    key.strip_prefix('-')
        .unwrap_or(key)
        .split('-')
        .next()
        .unwrap_or_default()
}

impl Catalogue {
    /// Reads the messages of `locale` from Fluent text; `file_name` is for problems alone.
    ///
    /// # Errors
    /// All problems of the file at once, the first of each message.
    pub fn parse(locale: Locale, file_name: &str, source: &str) -> Result<Self, Vec<CatalogueProblem>> {
        Self::of_layers(locale, &[Source::new(file_name, source)])
    }

    /// As [`Catalogue::parse`], with a second file (name and text) laid over the first: its messages and terms replace
    /// those of the same key, and others are added. References in either file lead to what lies on top.
    ///
    /// # Errors
    /// All problems of both files, the first of each message.
    pub fn parse_over(
        locale: Locale,
        (file_name, source): (&str, &str),
        (over_name, over): (&str, &str),
    ) -> Result<Self, Vec<CatalogueProblem>> {
        Self::of_layers(locale, &[Source::new(file_name, source), Source::new(over_name, over)])
    }

    /// From files of which the later lie over the earlier.
    fn of_layers(locale: Locale, layers: &[Source<'_>]) -> Result<Self, Vec<CatalogueProblem>> {
        let parsed: Vec<Result<Resource<&str>, _>> = layers.iter().map(Source::parse).collect();
        let mut problems: Vec<CatalogueProblem> = parsed
            .iter()
            .filter_map(|one| one.as_ref().err())
            .flatten()
            .cloned()
            .collect();
        let resources: Vec<Resource<&str>> = parsed.into_iter().flatten().collect();
        if !problems.is_empty() {
            return Err(problems);
        }
        let mut on_top = Texts::new();
        for (source, resource) in layers.iter().zip(&resources) {
            on_top.append(&mut texts(source, resource, &mut problems));
        }
        let messages = messages(&on_top, &mut problems);
        if !problems.is_empty() {
            problems.sort_by(|one, next| (&one.file, one.line).cmp(&(&next.file, next.line)));
            return Err(problems);
        }
        Ok(Self {
            locale,
            file: layers.last().map(Source::file).unwrap_or_default().to_owned(),
            last_line: layers.last().map(Source::last_line).unwrap_or_default(),
            messages,
            fingerprints: fingerprints(&resources),
            speech: Speech {
                plurals: Plurals::new(locale),
                numbers: Numbers::new(icu_locale(locale)),
            },
        })
    }

    /// The language of these messages.
    #[must_use]
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// The message filled with `arguments`; none when there is no such message. An argument that the message
    /// uses and that is not given stands as `{$name}`. No bidi isolation marks are added.
    #[must_use]
    pub fn format(&self, key: &str, arguments: &Arguments) -> Option<String> {
        let pattern = &self.messages.get(key)?.pattern;
        if let Some(words) = pattern.plain() {
            return Some(words.to_owned());
        }
        let mut text = String::new();
        pattern.write(&mut text, arguments, &self.speech);
        Some(text)
    }

    /// The message, when it exists and uses no arguments.
    #[must_use]
    pub fn plain(&self, key: &str) -> Option<&str> {
        self.messages.get(key)?.pattern.plain()
    }

    /// The keys of all messages, sorted.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.messages.keys().map(String::as_str)
    }

    /// The groups of all messages and terms, sorted.
    pub fn groups(&self) -> impl Iterator<Item = &str> {
        self.fingerprints.keys().map(String::as_str)
    }

    /// A hash of the group's messages and terms: it changes when one of them does, and not with comments, with
    /// the order of the file, or from one process to the next. A group without messages has one too.
    #[must_use]
    pub fn fingerprint(&self, group: &str) -> u64 {
        self.fingerprints
            .get(group)
            .copied()
            .unwrap_or(Fingerprint::EMPTY.value())
    }

    pub(crate) fn messages(&self) -> &BTreeMap<String, Message> {
        &self.messages
    }

    pub(crate) fn file(&self) -> &str {
        &self.file
    }

    pub(crate) fn plurals(&self) -> &Plurals {
        &self.speech.plurals
    }

    pub(crate) fn last_line(&self) -> usize {
        self.last_line
    }
}

/// The texts of all messages and terms, without those at fault.
fn texts<'r>(
    source: &'r Source<'r>,
    resource: &'r Resource<&'r str>,
    problems: &mut Vec<CatalogueProblem>,
) -> Texts<'r> {
    let mut texts = Texts::new();
    for entry in resource.body.iter().filter_map(NamedEntry::of) {
        let line = source.line_of(entry.name);
        match entry.check(&texts) {
            Ok((key, pattern)) => {
                texts.insert(key, Text { source, line, pattern });
            }
            Err(fault) => problems.push(source.problem(line, fault)),
        }
    }
    texts
}

/// All messages made ready; terms are checked alike, but stand only within messages.
fn messages(texts: &Texts<'_>, problems: &mut Vec<CatalogueProblem>) -> BTreeMap<String, Message> {
    let mut messages = BTreeMap::new();
    for (key, text) in texts {
        match compile(texts, key, *text) {
            Err(problem) => problems.push(problem),
            Ok(pattern) if !key.starts_with('-') => {
                messages.insert(
                    key.clone(),
                    Message {
                        file: text.source.shared_file(),
                        line: text.line,
                        pattern,
                    },
                );
            }
            Ok(_) => {}
        }
    }
    messages
}

/// What messages and terms have in common.
struct NamedEntry<'s> {
    name: &'s str,
    /// The name, of a term with its hyphen.
    key: String,
    text: Option<&'s ast::Pattern<&'s str>>,
    has_attributes: bool,
}

impl<'s> NamedEntry<'s> {
    fn of(entry: &'s Entry<&'s str>) -> Option<Self> {
        match entry {
            Entry::Message(ast::Message {
                id, value, attributes, ..
            }) => Some(Self {
                name: id.name,
                key: id.name.to_owned(),
                text: value.as_ref(),
                has_attributes: !attributes.is_empty(),
            }),
            Entry::Term(ast::Term {
                id, value, attributes, ..
            }) => Some(Self {
                name: id.name,
                key: format!("-{}", id.name),
                text: Some(value),
                has_attributes: !attributes.is_empty(),
            }),
            _ => None,
        }
    }

    fn check(self, before: &Texts<'_>) -> Result<(String, &'s ast::Pattern<&'s str>), CatalogueFault> {
        match self.text {
            _ if group_of(&self.key).len() + 1 >= self.name.len() => Err(CatalogueFault::NoGroup(self.key)),
            _ if before.contains_key(&self.key) => Err(CatalogueFault::Duplicate(self.key)),
            _ if self.has_attributes => Err(CatalogueFault::Attribute(self.key)),
            Some(text) => Ok((self.key, text)),
            None => Err(CatalogueFault::NoText(self.key)),
        }
    }
}

/// The fingerprint of each group, over the entries that lie on top, in Fluent's normal form, sorted.
fn fingerprints(layers: &[Resource<&str>]) -> BTreeMap<String, u64> {
    let mut on_top = BTreeMap::new();
    for entry in layers.iter().flat_map(|layer| &layer.body) {
        if let Some(named) = NamedEntry::of(entry) {
            on_top.insert(named.key, (named.name, entry));
        }
    }
    let mut groups: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (name, entry) in on_top.into_values() {
        let text = serializer::serialize(&Resource {
            body: vec![entry.clone()],
        });
        groups.entry(group_of(name)).or_default().push(text);
    }
    let hashed = groups.into_iter().map(|(group, mut texts)| {
        texts.sort_unstable();
        let mut hash = Fingerprint::EMPTY;
        texts.iter().for_each(|text| hash.add(text));
        (group.to_owned(), hash.value())
    });
    hashed.collect()
}
