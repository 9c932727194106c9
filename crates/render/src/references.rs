//! What a template names: other templates, messages, files, fragments. All must stand as quoted words, so that the closure
//! of a template and the messages that it needs are known before anything is rendered.

use std::collections::BTreeMap;

use content::route::Fragment;

use crate::templates::TemplateProblem;

/// The names found in one template.
#[derive(Debug, Default)]
pub(crate) struct References {
    /// Templates that it extends, includes or imports, with the line where each is named first.
    pub(crate) templates: BTreeMap<String, usize>,
    /// Keys of messages, with the line where each is named first.
    pub(crate) messages: BTreeMap<String, usize>,
    /// Files of the theme, with the line where each is named first.
    pub(crate) files: BTreeMap<String, usize>,
    /// What was wrong.
    pub(crate) problems: Vec<TemplateProblem>,
}

const STATEMENTS: [&str; 4] = ["extends", "include", "import", "from"];
const MESSAGE: &str = "t(";
const FRAGMENT: &str = "fragment(";
const FILE: &str = "asset(";

/// Reads the names in a template's source.
pub(crate) fn references(name: &str, source: &str) -> References {
    let mut found = References::default();
    for Tag { line, kind, inner } in tags(source) {
        let mut problem = |problem: String| {
            found.problems.push(TemplateProblem {
                template: name.to_owned(),
                line,
                problem,
            });
        };
        let words = inner.trim_start_matches(['-', '+']).trim_start();
        let (first, rest) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
        if kind == Kind::Statement && STATEMENTS.contains(&first) {
            match quoted(rest) {
                Some(template) => drop(found.templates.entry(template.to_owned()).or_insert(line)),
                None => problem(format!("write the template after {first:?} as a quoted name")),
            }
        }
        for call in calls(inner, MESSAGE) {
            match quoted(call) {
                Some(key) => drop(found.messages.entry(key.to_owned()).or_insert(line)),
                None => problem("write the message's key within t(…) as a quoted word".to_owned()),
            }
        }
        for call in calls(inner, FILE) {
            match quoted(call) {
                Some(file) => drop(found.files.entry(file.to_owned()).or_insert(line)),
                None => problem("write the file's name within asset(…) as a quoted word".to_owned()),
            }
        }
        for call in calls(inner, FRAGMENT) {
            let known = quoted(call).is_some_and(|name| Fragment::ALL.iter().any(|known| known.as_str() == name));
            if !known {
                problem("fragment(…) takes one of \"masthead\", \"newest\", \"years\", \"footer\"".to_owned());
            }
        }
    }
    found
}

#[derive(PartialEq, Eq, Clone, Copy)]
enum Kind {
    Statement,
    Expression,
    Comment,
}

struct Tag<'s> {
    line: usize,
    kind: Kind,
    inner: &'s str,
}

/// Statements and expressions of a template, without comments.
fn tags(source: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let (mut rest, mut line) = (source, 1);
    while let Some((before, kind, end, tail)) = next_tag(rest) {
        line += before.matches('\n').count();
        let (inner, after) = tail.split_once(end).unwrap_or((tail, ""));
        if kind != Kind::Comment {
            tags.push(Tag { line, kind, inner });
        }
        line += inner.matches('\n').count();
        rest = after;
    }
    tags
}

fn next_tag(text: &str) -> Option<(&str, Kind, &'static str, &str)> {
    let openings = [
        ("{%", Kind::Statement, "%}"),
        ("{{", Kind::Expression, "}}"),
        ("{#", Kind::Comment, "#}"),
    ];
    let parts = openings.into_iter().filter_map(|(opening, kind, end)| {
        let (before, tail) = text.split_once(opening)?;
        Some((before, kind, end, tail))
    });
    parts.min_by_key(|(before, ..)| before.len())
}

/// What stands after each call of a function.
fn calls<'s>(inner: &'s str, function: &'static str) -> impl Iterator<Item = &'s str> {
    inner.match_indices(function).filter_map(move |(at, _)| {
        let (before, call) = inner.split_at(at);
        let joined = before.ends_with(|letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '.'));
        if joined { None } else { call.strip_prefix(function) }
    })
}

/// The quoted word that a text begins with.
fn quoted(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let quote = text.chars().next().filter(|letter| matches!(letter, '"' | '\''))?;
    text.get(1..)?.split_once(quote).map(|(word, _)| word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_templates_messages_and_fragments() {
        let source = "{% extends \"base.html\" %}{# t(x) #}\n{%- from 'cards.html' import card %}\n\
                      {{ fragment(\"newest\") }}{{ card.start(x) }}{% if t('a-b') %}{{ t(\"c-d\", n=1) }}{% endif %}";
        let found = references("x.html", source);
        assert_eq!(
            found.templates.into_iter().collect::<Vec<_>>(),
            [("base.html".to_owned(), 1), ("cards.html".to_owned(), 2)]
        );
        assert_eq!(
            found.messages.into_iter().collect::<Vec<_>>(),
            [("a-b".to_owned(), 3), ("c-d".to_owned(), 3)]
        );
        assert!(found.problems.is_empty(), "{:?}", found.problems);
    }

    #[test]
    fn refuses_names_that_are_not_written_out() {
        let found = references(
            "x.html",
            "\n{% include name %}\n{{ t(key) }}{{ fragment(\"clock\") }}{{ asset(file) }}",
        );
        let lines: Vec<usize> = found.problems.iter().map(|problem| problem.line).collect();
        assert_eq!(lines, [2, 3, 3, 3]);
    }
}
