//! The search page filled: what was asked, what was found, and the way to more of it.

use super::find::find;
use super::index::{Index, Indexed};
use super::marked::Marker;
use super::markup::{Piece, escaped, pieces};
use super::pattern::{Pattern, Values};
use super::query::Query;
use super::question::{Question, query_of};
use super::words::words;
use crate::address::encode;
use hyper::StatusCode;
use std::collections::BTreeSet;

/// How many results a page shows.
const RESULTS: usize = 20;
/// Marks of the theme: what is shown where no server fills the page, and the pattern that it fills.
const STILL: (&str, &str) = ("<!--search:still-->", "<!--/search:still-->");
const PATTERN: (&str, &str) = ("<template data-search>", "</template>");
const TITLE: (&str, &str) = ("<title>", "</title>");

/// A page of an edition with its pattern.
#[derive(Debug)]
pub(crate) struct SearchPage {
    html: String,
    pattern: Pattern,
    digits: Vec<char>,
    small: BTreeSet<String>,
}

/// What is answered.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Filled {
    pub(crate) status: StatusCode,
    pub(crate) html: String,
}

impl SearchPage {
    /// Reads a joined page; nothing if the theme has no pattern in it.
    pub(crate) fn read(html: String) -> Option<SearchPage> {
        let (before, rest) = html.split_once(PATTERN.0)?;
        let (pattern, after) = rest.split_once(PATTERN.1)?;
        let pattern = Pattern::read(pattern);
        let html = format!("{before}{after}");
        let nothing = Values::default();
        let told = |name: &str| pattern.section(name).map(|section| section.fill(&nothing));
        let digits = told("digits").unwrap_or_default();
        let small = told("small").unwrap_or_default();
        Some(SearchPage {
            html,
            digits: text_of(&digits).chars().filter(|letter| letter.is_numeric()).collect(),
            small: words(&text_of(&small)).map(|word| word.folded).collect(),
            pattern,
        })
    }

    /// The answer from an index; without one, that it is being made.
    pub(crate) fn answer(&self, index: Option<&Index>, question: &Question) -> Filled {
        let mut values = Values::default();
        values.set("query", escaped(&question.asked));
        let isolated = format!("<bdi>{}</bdi>", escaped(&question.asked));
        values.set(
            "asked",
            if question.asked.is_empty() {
                String::new()
            } else {
                isolated
            },
        );
        let mut status = StatusCode::OK;
        match (Query::read(&question.asked, &self.small), index) {
            _ if question.asked.is_empty() => values.show("empty"),
            (Err(_), _) => {
                status = StatusCode::BAD_REQUEST;
                values.show("long");
            }
            (Ok(query), _) if query.parts.is_empty() => values.show("nothing"),
            (Ok(_), None) => {
                status = StatusCode::SERVICE_UNAVAILABLE;
                values.show("building");
            }
            (Ok(query), Some(index)) => self.found(index, &query, question, &mut values),
        }
        Filled {
            status,
            html: self.filled(&values, !question.asked.is_empty()),
        }
    }

    fn found(&self, index: &Index, query: &Query, question: &Question, values: &mut Values) {
        let found = find(index, query);
        if found.entries.is_empty() {
            let nowhere = found.nowhere.iter().map(|words| {
                let mut value = Values::default();
                value.set("word", format!("<bdi>{}</bdi>", escaped(words)));
                value
            });
            let nowhere: Vec<Values> = nowhere.collect();
            if !nowhere.is_empty() {
                values.set("nowhere", " ".to_owned());
                values.repeat("nowhere-word", nowhere);
            }
            values.show("nothing");
            return;
        }
        let pages = found.entries.len().div_ceil(RESULTS);
        let page = question.page.min(pages);
        let marker = Marker::new(query);
        let shown = found.entries.iter().skip((page - 1) * RESULTS).take(RESULTS);
        let results = shown.filter_map(|number| index.entry(*number));
        let results = results.map(|entry| self.result(entry, &marker)).collect();
        let link = |wanted: usize| match wanted {
            wanted if (1..=pages).contains(&wanted) => escaped(&query_of(&question.asked, wanted)),
            _ => String::new(),
        };
        values.set("count", self.number(found.entries.len()));
        values.set("start", ((page - 1) * RESULTS + 1).to_string());
        values.set("page", self.number(page));
        values.set("pages", self.number(pages));
        values.set("turning", if pages > 1 { " " } else { "" }.to_owned());
        values.set("before", link(page - 1));
        values.set("after", link(page + 1));
        values.set("found", " ".to_owned());
        values.repeat("result", results);
    }

    fn result(&self, found: &Indexed, marker: &Marker) -> Values {
        let entry = &found.entry;
        let paragraph = marker.paragraph(entry);
        let anchor = paragraph
            .map(|paragraph| paragraph.anchor.as_str())
            .filter(|anchor| !anchor.is_empty());
        let href = match anchor {
            Some(anchor) => format!("{}#{anchor}", encode(&found.path)),
            None => encode(&found.path),
        };
        let attributes = entry
            .language
            .as_ref()
            .map(|(language, direction)| format!(" lang=\"{}\" dir=\"{}\"", escaped(language), escaped(direction)));
        let nothing = Values::default();
        let kind = self.pattern.section(&format!("kind-{}", entry.kind));
        let kind = kind.map(|kind| kind.fill(&nothing)).unwrap_or_default();
        let mut values = Values::default();
        values.set(
            "meta",
            if kind.is_empty() && entry.date.is_empty() {
                ""
            } else {
                " "
            }
            .to_owned(),
        );
        values.set("href", escaped(&href));
        values.set("title", marker.marked(&entry.title));
        values.set("attributes", attributes.unwrap_or_default());
        values.set("kind", kind);
        values.set("date", escaped(&entry.date));
        values.set(
            "words",
            match paragraph {
                Some(paragraph) => marker.piece(&paragraph.words),
                None => marker.piece(&entry.standfirst),
            },
        );
        values
    }

    /// The page with what fills it; its title tells what was asked.
    fn filled(&self, values: &Values, is_asked: bool) -> String {
        let main = self
            .pattern
            .section("page")
            .map(|pattern| pattern.fill(values))
            .unwrap_or_default();
        let html = replaced(&self.html, STILL, |_| main.clone());
        match self.pattern.section("title").filter(|_| is_asked) {
            Some(title) => replaced(&html, TITLE, |_| {
                format!("{}{}{}", TITLE.0, title.fill(values).trim(), TITLE.1)
            }),
            None => html,
        }
    }

    /// A number in the digits of the page.
    fn number(&self, number: usize) -> String {
        let digits = number.to_string();
        let shown = digits.chars().map(|digit| {
            let value = digit.to_digit(10).and_then(|value| usize::try_from(value).ok());
            value.and_then(|value| self.digits.get(value)).copied().unwrap_or(digit)
        });
        shown.collect()
    }
}

/// A text with what stands between two marks, and they, replaced.
fn replaced(text: &str, (open, close): (&str, &str), put: impl Fn(&str) -> String) -> String {
    let parts = text
        .split_once(open)
        .and_then(|(before, rest)| rest.split_once(close).map(|(within, after)| (before, within, after)));
    match parts {
        Some((before, within, after)) => format!("{before}{}{after}", put(within)),
        None => text.to_owned(),
    }
}

/// The words of a piece of markup.
fn text_of(html: &str) -> String {
    let words = pieces(html).filter_map(|piece| match piece {
        Piece::Text(text) => Some(super::markup::resolved(text)),
        _ => None,
    });
    words.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::entry::{Entry, Paragraph};
    use proptest::prelude::*;

    const PAGE: &str = "<title>Search</title><h1>Search</h1><!--search:still-->no server<!--/search:still-->\
        <template data-search><!--search:title--><!--search:=query--> | Search<!--/search:title-->\
        <!--search:digits-->٠١٢٣٤٥٦٧٨٩<!--/search:digits--><!--search:small-->the of<!--/search:small-->\
        <!--search:kind-statements-->Statement<!--/search:kind-statements-->\
        <!--search:page--><input value=\"<!--search:=query-->\"><!--search:empty-->[empty]<!--/search:empty-->\
        <!--search:long-->[long]<!--/search:long--><!--search:building-->[building]<!--/search:building-->\
        <!--search:nothing-->[nothing <!--search:=asked--><!--search:nowhere--> nowhere<!--search:nowhere-word--> \
        <!--search:=word--><!--/search:nowhere-word--><!--/search:nowhere-->]<!--/search:nothing-->\
        <!--search:found-->[<!--search:=count-->]<!--search:result--><a href=\"<!--search:=href-->\"<!--search:=attributes-->>\
        <!--search:=title--></a><!--search:=kind--> <!--search:=date--> <!--search:=words-->;<!--/search:result-->\
        <!--search:before--><i href=\"<!--search:=before-->\"></i><!--/search:before-->\
        <!--search:after--><b href=\"<!--search:=after-->\"></b><!--/search:after--><!--/search:found-->\
        <!--/search:page--></template><footer>";

    fn page() -> SearchPage {
        SearchPage::read(PAGE.to_owned()).unwrap()
    }

    fn index() -> Index {
        let mut index = Index::default();
        for number in 0..45 {
            let entry = Entry {
                title: format!("Story {number}"),
                ..Entry::default()
            };
            index.put(&format!("/en/stories/{number}/"), entry);
        }
        let statement = Entry {
            title: "بيان <روما>".to_owned(),
            language: Some(("ar".to_owned(), "rtl".to_owned())),
            kind: "statements".to_owned(),
            date: "28 June".to_owned(),
            body: vec![Paragraph {
                anchor: "b-k1".to_owned(),
                words: "We condemn the attack".to_owned(),
            }],
            ..Entry::default()
        };
        index.put("/en/statements/بيان/", statement);
        index
    }

    fn answer(query: &str) -> Filled {
        page().answer(Some(&index()), &Question::read(Some(query)))
    }

    #[test]
    fn each_state_says_what_is_so() {
        let empty = answer("");
        assert_eq!(empty.status, StatusCode::OK);
        assert_eq!(
            empty.html,
            "<title>Search</title><h1>Search</h1><input value=\"\">[empty]<footer>"
        );
        let nothing = answer("q=Oslo+story");
        assert!(
            nothing
                .html
                .contains("[nothing <bdi>Oslo story</bdi> nowhere <bdi>Oslo</bdi>]"),
            "{nothing:?}"
        );
        assert!(nothing.html.starts_with("<title>Oslo story | Search</title>"));
        assert!(answer("q=%21%3F").html.contains("[nothing <bdi>!?</bdi>]"));
        let long = answer(&format!("q={}", "a".repeat(10_000)));
        assert_eq!(long.status, StatusCode::BAD_REQUEST);
        assert!(long.html.contains("[long]"));
        let early = page().answer(None, &Question::read(Some("q=rome")));
        assert_eq!(early.status, StatusCode::SERVICE_UNAVAILABLE);
        assert!(early.html.contains("[building]"));
    }

    #[test]
    fn a_hit_in_a_body_leads_to_its_paragraph() {
        let html = answer("q=%22condemn+the%22").html;
        let expected = "[١]<a href=\"/en/statements/%D8%A8%D9%8A%D8%A7%D9%86/#b-k1\" lang=\"ar\" dir=\"rtl\">\
                        بيان &lt;روما&gt;</a>Statement 28 June We <mark>condemn the</mark> attack;";
        assert!(html.contains(expected), "{html}");
        let title = answer("q=%D8%A8%D9%8A%D8%A7%D9%86").html;
        assert!(
            title.contains("/\" lang=\"ar\" dir=\"rtl\"><mark>بيان</mark> "),
            "{title}"
        );
    }

    #[test]
    fn many_results_are_told_page_by_page() {
        let count = |html: &str| html.matches("<a href").count();
        let first = answer("q=story").html;
        assert!(first.contains("[٤٥]") && count(&first) == 20);
        assert!(first.contains("<b href=\"?q=story&amp;page=2\">") && !first.contains("<i href"));
        for last in ["q=story&page=3", "q=story&page=99"] {
            let last = answer(last).html;
            assert_eq!(count(&last), 5);
            assert!(last.contains("<i href=\"?q=story&amp;page=2\">") && !last.contains("<b href"));
        }
    }

    proptest! {
        #[test]
        fn no_question_breaks_out_of_the_page(typed in any::<String>(), more in "[<>\"'&=/!a-z-]{0,60}") {
            for typed in [typed, more] {
                let query = query_of(&typed, 1);
                let filled = answer(query.trim_start_matches('?'));
                prop_assert!(filled.status.as_u16() < 500);
                let marks = |html: &str| html.matches('<').count() - html.matches("bdi>").count();
                let harmless = answer("q=zzzz").html;
                if filled.html.contains("[nothing") && !filled.html.contains("nowhere") {
                    prop_assert_eq!(marks(&filled.html), marks(&harmless));
                }
                prop_assert!(!filled.html.contains("<!--search"));
                prop_assert!(!filled.html.contains("<script"));
            }
        }
    }
}
