//! Whether everything that can be used or is shown has a name for those who do not see it.
//!
//! Source: Accessible Name and Description Computation 1.2, as far as it is about plain HTML.

use scraper::{ElementRef, Node};

use crate::finding::Finding;
use crate::pages::{Page, around, shown};

/// How a gap of the search page begins, as a comment.
const GAP: &str = "search:=";

pub(super) fn judge(page: &Page<'_>, findings: &mut Vec<Finding>) {
    for element in &page.elements {
        if around(*element).chain([*element]).any(is_hidden) {
            continue;
        }
        if let Some((what, remedy)) = lacking(page, *element) {
            let what = format!("{} {what}", shown(*element));
            findings.push(page.error(*element, "unlabelled", what, remedy));
        }
    }
    references(page, findings);
}

fn is_hidden(element: ElementRef<'_>) -> bool {
    element.attr("aria-hidden") == Some("true") || element.attr("hidden").is_some()
}

/// What an element that needs a name lacks, and what to do.
fn lacking(page: &Page<'_>, element: ElementRef<'_>) -> Option<(&'static str, &'static str)> {
    let nameless = || spoken(page, element).is_empty();
    match element.value().name() {
        "img" if element.attr("alt").is_none() && nameless() => {
            Some(("has no alt", "write alt=\"{{ … }}\", or alt=\"\" if it only decorates"))
        }
        "input" => {
            let labelled = match element.attr("type").unwrap_or("text") {
                "hidden" => true,
                "submit" | "button" | "reset" => has_text(element.attr("value")) || !nameless(),
                "image" => has_text(element.attr("alt")) || !nameless(),
                _ => is_labelled(page, element) || !nameless(),
            };
            (!labelled).then_some(("has no label", "put it into a <label>, or name its id in <label for>"))
        }
        "select" | "textarea" | "meter" | "progress" if !is_labelled(page, element) && nameless() => {
            Some(("has no label", "put it into a <label>, or name its id in <label for>"))
        }
        "button" | "summary" if text(element).is_empty() && nameless() => {
            Some(("says nothing", "write words into it, or aria-label=\"{{ t(…) }}\""))
        }
        "a" if element.attr("href").is_some() && text(element).is_empty() && nameless() => Some((
            "is a link without words",
            "write words into it, or aria-label=\"{{ t(…) }}\"",
        )),
        "audio" | "video" if !is_captioned(element) && nameless() => Some((
            "has no name",
            "write aria-label or aria-labelledby, or put it into a <figure> with <figcaption>",
        )),
        "iframe" | "object" | "embed" if nameless() => Some(("has no title", "write title=\"{{ t(…) }}\"")),
        _ if element.attr("role") == Some("img") && nameless() && element.attr("alt").is_none() => Some((
            "is a picture without a name",
            "write aria-label=\"{{ t(…) }}\", or aria-hidden=\"true\"",
        )),
        _ => None,
    }
}

/// The name that attributes give: words that stand elsewhere, a label, a title.
pub(super) fn spoken(page: &Page<'_>, element: ElementRef<'_>) -> String {
    let elsewhere = element.attr("aria-labelledby").unwrap_or_default().split_whitespace();
    let words: Vec<String> = elsewhere
        .filter_map(|id| page.ids.get(id)?.first().copied())
        .map(text)
        .filter(|text| !text.is_empty())
        .collect();
    if !words.is_empty() {
        return words.join(" ");
    }
    let attributes = [element.attr("aria-label"), element.attr("title")];
    attributes
        .into_iter()
        .flatten()
        .map(str::trim)
        .find(|name| !name.is_empty())
        .unwrap_or_default()
        .to_owned()
}

fn has_text(text: Option<&str>) -> bool {
    text.is_some_and(|text| !text.trim().is_empty())
}

/// Whether a control stands in a label with words, or a label names it.
fn is_labelled(page: &Page<'_>, element: ElementRef<'_>) -> bool {
    let in_label = around(element).find(|around| around.value().name() == "label");
    let id = element.attr("id").filter(|id| !id.is_empty());
    let by_id = || {
        page.named("label")
            .find(|label| id.is_some() && label.attr("for") == id)
    };
    in_label.or_else(by_id).is_some_and(|label| !text(label).is_empty())
}

/// Whether a recording or film stands in a figure with a caption.
fn is_captioned(element: ElementRef<'_>) -> bool {
    let figure = around(element).find(|around| around.value().name() == "figure");
    let captions = figure.into_iter().flat_map(|figure| figure.descendent_elements());
    captions
        .into_iter()
        .any(|inner| inner.value().name() == "figcaption" && !text(inner).is_empty())
}

/// What is read aloud of an element: its words, and those of its pictures.
fn text(element: ElementRef<'_>) -> String {
    let mut words = String::new();
    collect(element, &mut words);
    words.trim().to_owned()
}

fn collect(element: ElementRef<'_>, words: &mut String) {
    if is_hidden(element) || matches!(element.value().name(), "script" | "style" | "template") {
        return;
    }
    if let Some(name) = element.attr("alt").or_else(|| element.attr("aria-label")) {
        words.push_str(name);
        return;
    }
    for child in element.children() {
        match (child.value(), ElementRef::wrap(child)) {
            (Node::Text(text), _) => words.push_str(text),
            // The server puts words there.
            (Node::Comment(mark), _) if mark.starts_with(GAP) => words.push_str(mark),
            (_, Some(inner)) => collect(inner, words),
            _ => {}
        }
    }
}

/// Identities that are named and that nothing has, and those that two things have.
fn references(page: &Page<'_>, findings: &mut Vec<Finding>) {
    for element in &page.elements {
        for attribute in ["aria-labelledby", "aria-describedby", "aria-controls", "for", "headers"] {
            let named = element.attr(attribute).unwrap_or_default().split_whitespace();
            for id in named.filter(|id| !page.ids.contains_key(id)) {
                let what = format!(
                    "{} names {id:?} in {attribute}, and nothing has that id",
                    shown(*element)
                );
                findings.push(page.error(
                    *element,
                    "reference",
                    what,
                    "give that id to what it means, or correct the name",
                ));
            }
        }
    }
    for (id, elements) in &page.ids {
        if let [_, second, ..] = elements.as_slice() {
            let what = format!("the id {id:?} stands a second time on the page, in {}", shown(*second));
            findings.push(page.error(*second, "reference", what, "give each its own"));
        }
    }
}
