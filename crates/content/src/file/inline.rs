//! Reading runs of text: words, stress, links, facts, words in other languages.

use comrak::nodes::{AstNode, NodeValue};
use language::Locale;

use super::problem::Problems;
use crate::body::{Inline, Target};
use crate::sanitise::{hidden_character, is_mail_address, is_web_address};
use crate::subject::{Noun, Subject};

/// How deep runs may stand within runs.
const DEPTH_MAX: usize = 12;

/// Where a run stands, for its problems.
pub(super) struct Place<'p> {
    pub(super) line: usize,
    pub(super) lines_before: usize,
    pub(super) problems: &'p mut Problems,
}

/// The runs below a node.
pub(super) fn read<'a>(node: &'a AstNode<'a>, place: &mut Place<'_>) -> Vec<Inline> {
    let mut runs = Vec::new();
    read_below(node, place, DEPTH_MAX, &mut runs);
    trim(&mut runs);
    runs
}

/// A heading is one line: what ends a line within it is a space.
pub(super) fn on_one_line(runs: Vec<Inline>) -> Vec<Inline> {
    let mut joined: Vec<Inline> = Vec::new();
    for run in runs {
        let run = match run {
            Inline::Break => Inline::Text(" ".to_owned()),
            Inline::Strong(inner) => Inline::Strong(on_one_line(inner)),
            Inline::Emphasis(inner) => Inline::Emphasis(on_one_line(inner)),
            Inline::Link(target, inner) => Inline::Link(target, on_one_line(inner)),
            Inline::Foreign(locale, inner) => Inline::Foreign(locale, on_one_line(inner)),
            Inline::Note(inner) => Inline::Note(on_one_line(inner)),
            other => other,
        };
        match (joined.last_mut(), run) {
            (Some(Inline::Text(before)), Inline::Text(text)) => before.push_str(&text),
            (_, run) => joined.push(run),
        }
    }
    joined
}

/// The words below a node, without their form.
pub(super) fn words_of<'a>(node: &'a AstNode<'a>) -> String {
    let mut words = String::new();
    for descendant in node.descendants() {
        match &descendant.data.borrow().value {
            NodeValue::Text(text) => words.push_str(text),
            NodeValue::Code(code) => words.push_str(&code.literal),
            NodeValue::SoftBreak | NodeValue::LineBreak => words.push(' '),
            _ => {}
        }
    }
    words
}

fn read_below<'a>(node: &'a AstNode<'a>, place: &mut Place<'_>, depth: usize, runs: &mut Vec<Inline>) {
    let mut words = String::new();
    for child in node.children() {
        let line = child.data.borrow().sourcepos.start.line;
        if line > 0 {
            place.line = place.lines_before + line;
        }
        match &child.data.borrow().value {
            NodeValue::Text(text) => words.push_str(text),
            NodeValue::SoftBreak => words.push(' '),
            other => {
                push_words(&mut words, place, runs);
                if depth == 0 {
                    place.problem("runs stand too deep within each other", "simplify the paragraph");
                } else {
                    read_one(child, other, place, depth - 1, runs);
                }
            }
        }
    }
    push_words(&mut words, place, runs);
}

fn read_one<'a>(node: &'a AstNode<'a>, value: &NodeValue, place: &mut Place<'_>, depth: usize, runs: &mut Vec<Inline>) {
    let below = |place: &mut Place<'_>| {
        let mut inner = Vec::new();
        read_below(node, place, depth, &mut inner);
        inner
    };
    match value {
        NodeValue::Strong => runs.push(Inline::Strong(below(place))),
        NodeValue::Emph => runs.push(Inline::Emphasis(below(place))),
        NodeValue::LineBreak => runs.push(Inline::Break),
        NodeValue::Code(code) => {
            place.check(&code.literal);
            runs.push(Inline::Code(code.literal.clone()));
        }
        NodeValue::Link(link) => {
            let inner = below(place);
            match target(&link.url) {
                Some(Leads::To(target)) => runs.push(Inline::Link(target, inner)),
                Some(Leads::Language(locale)) => runs.push(Inline::Foreign(locale, inner)),
                None => {
                    let message = format!("{:?} is no place that a link can lead to", link.url);
                    place.problem(
                        &message,
                        "write a subject such as story/rome-2021, an https:// address, or mailto:",
                    );
                }
            }
        }
        NodeValue::FootnoteReference(reference) => match definition(node, &reference.name) {
            Some(Definition::Words(words)) => {
                let mut inner = Vec::new();
                read_below(words, place, depth, &mut inner);
                trim(&mut inner);
                runs.push(Inline::Note(on_one_line(inner)));
            }
            Some(Definition::More) => place.problem(
                "a footnote holds more than one paragraph",
                "write it as one: ^[words] at its place",
            ),
            None => place.problem("there is no footnote of this name", "write ^[words] at its place"),
        },
        NodeValue::Image(_) => place.problem("a picture cannot stand within a line", "give it a paragraph of its own"),
        NodeValue::HtmlInline(html) => {
            place.problem(
                &format!("HTML cannot stand here: {html}"),
                "write it as CommonMark, or put a backslash before <",
            );
        }
        _ => place.problem("this cannot stand in a line", "see docs/content-files.md for what can"),
    }
}

/// What a footnote says.
enum Definition<'a> {
    /// One paragraph.
    Words(&'a AstNode<'a>),
    /// Anything else.
    More,
}

/// Footnotes stand at the end of the document, wherever they were written.
fn definition<'a>(reference: &'a AstNode<'a>, name: &str) -> Option<Definition<'a>> {
    let root = reference.ancestors().last()?;
    let is_it = |node: &&'a AstNode<'a>| matches!(&node.data.borrow().value, NodeValue::FootnoteDefinition(definition) if definition.name == name);
    let found = root.children().find(is_it)?;
    let paragraph = found
        .first_child()
        .filter(|child| child.next_sibling().is_none() && matches!(child.data.borrow().value, NodeValue::Paragraph));
    Some(paragraph.map_or(Definition::More, Definition::Words))
}

impl Place<'_> {
    fn problem(&mut self, message: &str, remedy: &str) {
        self.problems.at(self.line, "", message, remedy);
    }

    fn check(&mut self, words: &str) {
        if let Some(character) = hidden_character(words) {
            let message = format!("the text holds the hidden character U+{:04X}", u32::from(character));
            self.problem(&message, "remove it");
        }
    }
}

/// Takes words, with the facts that stand in them in braces.
fn push_words(words: &mut String, place: &mut Place<'_>, runs: &mut Vec<Inline>) {
    if words.is_empty() {
        return;
    }
    let taken = std::mem::take(words);
    place.check(&taken);
    if !taken.contains('{') {
        runs.push(Inline::Text(taken));
        return;
    }
    let mut rest = taken.as_str();
    while let Some((before, fact, after)) = next_fact(rest) {
        if !before.is_empty() {
            runs.push(Inline::Text(before.to_owned()));
        }
        runs.push(Inline::Fact(fact));
        rest = after;
    }
    if rest.contains("{fact/") {
        place.problem(
            "a fact's name is not understood",
            "write {fact/KEY} with a key of a file in facts/",
        );
    }
    if !rest.is_empty() {
        runs.push(Inline::Text(rest.to_owned()));
    }
}

fn next_fact(text: &str) -> Option<(&str, Subject, &str)> {
    let (before, inside) = text.split_once("{fact/")?;
    let (key, after) = inside.split_once('}')?;
    Some((before, Subject::new(Noun::Fact, key).ok()?, after))
}

enum Leads {
    To(Target),
    Language(Locale),
}

fn target(url: &str) -> Option<Leads> {
    if let Some(code) = url.strip_prefix("lang:") {
        return Locale::parse(code).ok().map(Leads::Language);
    }
    if is_web_address(url) || is_mail_address(url) {
        return Some(Leads::To(Target::Address(url.to_owned())));
    }
    let subject: Subject = url.parse().ok()?;
    let linkable = subject.noun().is_entry() || matches!(subject.noun(), Noun::Tag | Noun::Post);
    linkable.then_some(Leads::To(Target::Subject(subject)))
}

pub(super) fn trim(runs: &mut Vec<Inline>) {
    while matches!(runs.first(), Some(Inline::Break)) {
        runs.remove(0);
    }
    if let Some(Inline::Text(text)) = runs.first_mut() {
        *text = text.trim_start_matches([' ', '\n']).to_owned();
        if text.is_empty() {
            runs.remove(0);
        }
    }
    if let Some(Inline::Text(text)) = runs.last_mut() {
        text.truncate(text.trim_end_matches([' ', '\n']).len());
        if text.is_empty() {
            runs.pop();
        }
    }
}
