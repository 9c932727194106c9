//! The pattern of a page that the server fills: the theme writes it, with sections and gaps.
//!
//! A section, `<!--search:name-->…<!--/search:name-->`, is shown when there is something of that name, and once for each
//! if there are several. A gap, `<!--search:=name-->`, is where a value goes. Nothing but a theme can write these marks:
//! the words of texts are escaped.

use std::collections::BTreeMap;

const SECTION: &str = "<!--search:";
const END: &str = "<!--/search:";
const CLOSE: &str = "-->";
/// The deepest nesting of sections; marks that would go deeper are passed over.
const DEPTH_MAX: usize = 8;

/// A part of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Node {
    Html(String),
    Gap(String),
    Section(String, Pattern),
}

/// A pattern.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Pattern(Vec<Node>);

/// What fills a pattern: markup by the names of gaps, and repetitions by the names of sections.
#[derive(Debug, Clone, Default)]
pub(crate) struct Values {
    gaps: BTreeMap<&'static str, String>,
    lists: BTreeMap<&'static str, Vec<Values>>,
}

impl Values {
    /// Adds markup; what is empty is as if it were not there.
    pub(crate) fn set(&mut self, name: &'static str, html: String) {
        self.gaps.insert(name, html);
    }

    /// Shows a section that needs no words of its own.
    pub(crate) fn show(&mut self, name: &'static str) {
        self.lists.insert(name, vec![Values::default()]);
    }

    /// Adds the repetitions of a section.
    pub(crate) fn repeat(&mut self, name: &'static str, values: Vec<Values>) {
        self.lists.insert(name, values);
    }
}

impl Pattern {
    /// Reads a pattern; marks that do not match are left out.
    pub(crate) fn read(html: &str) -> Pattern {
        let mut rest = html;
        Pattern(nodes(&mut rest, None, 0))
    }

    /// The pattern within a section.
    pub(crate) fn section(&self, wanted: &str) -> Option<&Pattern> {
        self.0.iter().find_map(|node| match node {
            Node::Section(name, within) if name == wanted => Some(within),
            _ => None,
        })
    }

    /// The pattern filled.
    pub(crate) fn fill(&self, values: &Values) -> String {
        let mut out = String::new();
        self.fill_into(&[values], &mut out);
        out
    }

    /// The innermost value of a name counts.
    fn fill_into(&self, scopes: &[&Values], out: &mut String) {
        for node in &self.0 {
            match node {
                Node::Html(html) => out.push_str(html),
                Node::Gap(name) => out.push_str(gap(scopes, name).unwrap_or_default()),
                Node::Section(name, within) => {
                    let list = scopes.iter().rev().find_map(|scope| scope.lists.get(name.as_str()));
                    match list {
                        Some(list) => {
                            for values in list {
                                within.fill_into(&[scopes, &[values]].concat(), out);
                            }
                        }
                        None if gap(scopes, name).is_some_and(|html| !html.is_empty()) => within.fill_into(scopes, out),
                        None => {}
                    }
                }
            }
        }
    }
}

fn gap<'v>(scopes: &[&'v Values], name: &str) -> Option<&'v str> {
    let mut scopes = scopes.iter().rev();
    scopes.find_map(|scope| scope.gaps.get(name)).map(String::as_str)
}

/// Reads up to the end of the section `open`.
fn nodes(rest: &mut &str, open: Option<&str>, depth: usize) -> Vec<Node> {
    let mut found = Vec::new();
    loop {
        let next = [SECTION, END]
            .into_iter()
            .filter_map(|mark| rest.find(mark).map(|at| (at, mark)))
            .min();
        let Some((at, mark)) = next else {
            found.push(Node::Html(std::mem::take(rest).to_owned()));
            return found;
        };
        let (before, tail) = rest.split_at(at);
        let tail = tail.strip_prefix(mark).unwrap_or_default();
        let (name, after) = tail.split_once(CLOSE).unwrap_or((tail, ""));
        found.push(Node::Html(before.to_owned()));
        *rest = after;
        match name.strip_prefix('=') {
            _ if mark == END && open == Some(name) => return found,
            _ if mark == END => {}
            Some(name) => found.push(Node::Gap(name.to_owned())),
            None if depth >= DEPTH_MAX => {}
            None => {
                let within = nodes(rest, Some(name), depth + 1);
                found.push(Node::Section(name.to_owned(), Pattern(within)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PAGE: &str = "<!--search:kind-a-->Story<!--/search:kind-a--><!--search:found--><p><!--search:=count--></p>\
        <!--search:result--><li><!--search:=title--><!--search:date--> (<!--search:=date-->)<!--/search:date--></li>\
        <!--/search:result--><!--/search:found--><!--search:nothing-->none<!--/search:nothing-->";

    fn result(title: &str, date: &str) -> Values {
        let mut values = Values::default();
        values.set("title", title.to_owned());
        values.set("date", date.to_owned());
        values
    }

    #[test]
    fn sections_are_shown_as_often_as_there_is_something() {
        let mut values = Values::default();
        values.set("count", "2".to_owned());
        values.show("found");
        values.repeat("result", vec![result("A", "today"), result("B", "")]);
        let pattern = Pattern::read(PAGE);
        assert_eq!(pattern.fill(&values), "<p>2</p><li>A (today)</li><li>B</li>");
        assert_eq!(pattern.fill(&Values::default()), "");
        assert_eq!(pattern.section("kind-a").unwrap().fill(&values), "Story");
        assert_eq!(pattern.section("kind-b"), None);
    }

    #[test]
    fn what_fills_a_gap_is_not_read_again() {
        let mut values = Values::default();
        values.set("a", "<!--search:=b-->".to_owned());
        values.set("b", "never".to_owned());
        assert_eq!(Pattern::read("<!--search:=a-->").fill(&values), "<!--search:=b-->");
    }

    proptest! {
        #[test]
        fn survives_any_pattern(html in "(<!--search:|<!--/search:|=|a|b|-->|x){0,40}", deep in 0usize..400) {
            let mut values = Values::default();
            values.show("a");
            Pattern::read(&html).fill(&values);
            Pattern::read(&"<!--search:a-->".repeat(deep)).fill(&values);
        }
    }
}
