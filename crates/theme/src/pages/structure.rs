//! How a page is built: its language, its headings, its landmarks.

use std::collections::BTreeSet;

use scraper::ElementRef;

use crate::finding::Finding;
use crate::pages::names::spoken;
use crate::pages::{Page, around, shown};

/// Parts of a page.
const PARTS: [&str; 4] = ["article", "aside", "nav", "section"];

pub(super) fn judge(page: &Page<'_>, findings: &mut Vec<Finding>) {
    languages(page, findings);
    headings(page, findings);
    landmarks(page, findings);
    for element in &page.elements {
        let order = element
            .attr("tabindex")
            .and_then(|order| order.trim().parse::<i32>().ok());
        if order.is_some_and(|order| order > 0) {
            let what = format!(
                "{} has a tabindex above 0, which makes the keyboard jump",
                shown(*element)
            );
            findings.push(page.error(
                *element,
                "order",
                what,
                "leave it out: the order of the page is the order of the keyboard",
            ));
        }
    }
}

fn languages(page: &Page<'_>, findings: &mut Vec<Finding>) {
    let remedy = "write <html lang=\"{{ page.locale }}\" dir=\"{{ page.direction }}\">";
    let lang = page.root.attr("lang").is_some_and(|lang| !lang.trim().is_empty());
    let dir = page.root.attr("dir").is_some_and(|dir| matches!(dir, "ltr" | "rtl"));
    if !lang || !dir {
        findings.push(page.error(
            page.root,
            "language",
            "<html> does not say the page's language and direction",
            remedy,
        ));
    }
    let title = page.named("title").next().map(|title| title.text().collect::<String>());
    if title.is_none_or(|title| title.trim().is_empty()) {
        let remedy = "write <title>{{ page.title }}</title> into the head";
        findings.push(page.error(page.root, "language", "the page has no title", remedy));
    }
}

fn headings(page: &Page<'_>, findings: &mut Vec<Finding>) {
    let level = |element: &ElementRef<'_>| match element.value().name().as_bytes() {
        [b'h', digit @ b'1'..=b'6'] => Some(usize::from(digit - b'0')),
        _ => None,
    };
    let first: Vec<ElementRef<'_>> = page.named("h1").collect();
    match first.as_slice() {
        [_] => {}
        [] => {
            let element = page.named("main").next().unwrap_or(page.root);
            findings.push(page.error(element, "headings", "the page has no <h1>", "make its title an <h1>"));
        }
        [_, second, ..] => {
            let remedy = "make all but the title <h2> or less";
            findings.push(page.error(*second, "headings", "the page has a second <h1>", remedy));
        }
    }
    let mut before = 1;
    for (element, level) in page
        .elements
        .iter()
        .filter_map(|element| Some((*element, level(element)?)))
    {
        if level > before + 1 {
            let what = format!("<h{level}> follows <h{before}>: a level is left out");
            findings.push(page.error(
                element,
                "headings",
                what,
                "use the next level; its size is a matter of style.css",
            ));
        }
        before = level;
    }
}

fn landmarks(page: &Page<'_>, findings: &mut Vec<Finding>) {
    let mains: Vec<ElementRef<'_>> = page.named("main").collect();
    if mains.len() != 1 {
        let element = mains.get(1).copied().unwrap_or(page.root);
        let what = format!("the page has {} <main> instead of one", mains.len());
        findings.push(page.error(element, "landmarks", what, "let base.html hold the only one"));
    }
    // Within a part of the page, these are landmarks only if they have names.
    let inside = |element: &ElementRef<'_>| around(*element).any(|around| PARTS.contains(&around.value().name()));
    for name in ["aside", "footer", "header", "nav"] {
        let outside =
            |element: &ElementRef<'_>| name == "nav" || !inside(element) && (name == "aside" || !in_main(*element));
        named_apart(page, name, page.named(name).filter(outside).collect(), findings);
    }
}

fn in_main(element: ElementRef<'_>) -> bool {
    around(element).any(|around| around.value().name() == "main")
}

/// Several landmarks of one kind are told apart by their names.
fn named_apart<'p>(page: &Page<'p>, kind: &str, landmarks: Vec<ElementRef<'p>>, findings: &mut Vec<Finding>) {
    if landmarks.len() < 2 {
        return;
    }
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for element in landmarks {
        let name = spoken(page, element);
        let what = match name.is_empty() {
            true => format!(
                "{} has no name, and there are several <{kind}> on the page",
                shown(element)
            ),
            false if seen.contains(&name) => format!("a second <{kind}> has the name {name:?}"),
            false => {
                seen.insert(name);
                continue;
            }
        };
        let remedy = "write aria-label=\"{{ t(…) }}\", or aria-labelledby with the id of its heading";
        findings.push(page.error(element, "landmarks", what, remedy));
    }
}
