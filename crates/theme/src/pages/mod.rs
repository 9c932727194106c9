//! What is judged on pages: names of controls, headings, landmarks, what the browser would refuse.

mod names;
mod structure;

use std::collections::BTreeMap;

use scraper::{ElementRef, Html};

use crate::finding::Finding;
use crate::marks::PLACE;
use crate::words::{foreign, is_foreign};

/// Pages that were judged, and what was found on them, each thing once.
#[derive(Debug, Default)]
pub struct Pages {
    count: usize,
    /// Each finding, the first page on which it is, and on how many it is.
    findings: BTreeMap<Finding, (String, usize)>,
}

impl Pages {
    /// None yet.
    pub fn new() -> Pages {
        Pages::default()
    }

    /// Judges the page at an address. If it was made with the templates of [`crate::marked`], its findings name file and
    /// line; otherwise, and where the program wrote the element, the address.
    pub fn judge(&mut self, address: &str, html: &str) {
        self.count += 1;
        let html = Html::parse_document(html);
        let page = Page::new(address, &html);
        let mut findings = Vec::new();
        structure::judge(&page, &mut findings);
        names::judge(&page, &mut findings);
        page.elements
            .iter()
            .for_each(|element| refused(&page, *element, &mut findings));
        findings.sort();
        findings.dedup();
        for finding in findings {
            let seen = self.findings.entry(finding).or_insert_with(|| (address.to_owned(), 0));
            seen.1 += 1;
        }
    }

    /// How many pages were judged.
    pub fn count(&self) -> usize {
        self.count
    }

    /// All that was found, sorted by file and line, each told with the first page that shows it.
    pub fn findings(self) -> Vec<Finding> {
        let told = |(finding, (address, pages)): (Finding, (String, usize))| {
            let others = match pages {
                1 => String::new(),
                more => format!(" and {} more pages", more - 1),
            };
            let what = match finding.file == address {
                true => finding.what,
                false => format!("{}, on {address}{others}", finding.what),
            };
            Finding { what, ..finding }
        };
        let mut findings: Vec<Finding> = self.findings.into_iter().map(told).collect();
        findings.sort();
        findings
    }
}

/// A page that was parsed.
struct Page<'p> {
    address: &'p str,
    root: ElementRef<'p>,
    /// All elements in the order in which they stand.
    elements: Vec<ElementRef<'p>>,
    /// The elements that have each identity.
    ids: BTreeMap<&'p str, Vec<ElementRef<'p>>>,
}

impl<'p> Page<'p> {
    fn new(address: &'p str, html: &'p Html) -> Page<'p> {
        let root = html.root_element();
        let elements: Vec<ElementRef<'p>> = root.descendent_elements().collect();
        let mut ids: BTreeMap<&str, Vec<ElementRef<'p>>> = BTreeMap::new();
        for element in &elements {
            if let Some(id) = element.attr("id") {
                ids.entry(id).or_default().push(*element);
            }
        }
        Page {
            address,
            root,
            elements,
            ids,
        }
    }

    /// Elements of a name, in order.
    fn named(&self, name: &str) -> impl Iterator<Item = ElementRef<'p>> {
        self.elements
            .iter()
            .filter(move |element| element.value().name() == name)
            .copied()
    }

    /// File and line of an element's tag, or the page's address.
    fn place(&self, element: ElementRef<'p>) -> (&'p str, usize) {
        let place = element.attr(PLACE).and_then(|place| place.rsplit_once(':'));
        place.map_or((self.address, 0), |(file, line)| {
            (file, line.parse().unwrap_or_default())
        })
    }

    fn error(&self, element: ElementRef<'p>, rule: &'static str, what: impl Into<String>, remedy: &str) -> Finding {
        Finding::error(self.place(element), rule, what, remedy)
    }
}

/// The elements around an element, the nearest first.
fn around(element: ElementRef<'_>) -> impl Iterator<Item = ElementRef<'_>> {
    element.ancestors().filter_map(ElementRef::wrap)
}

/// An element as one line of a message can show it.
fn shown(element: ElementRef<'_>) -> String {
    let telling = ["type", "id", "name", "class", "href", "src"].into_iter();
    let (name, value) = match telling.filter_map(|name| Some((name, element.attr(name)?))).next() {
        Some(found) => found,
        None => return format!("<{}>", element.value().name()),
    };
    let value: String = value.chars().take(40).collect();
    format!("<{} {name}=\"{value}\">", element.value().name())
}

/// What the site's content security policy refuses, and what would be loaded from another origin.
fn refused<'p>(page: &Page<'p>, element: ElementRef<'p>, findings: &mut Vec<Finding>) {
    let name = element.value().name();
    let remedy = "move it into style.css or script.js";
    let inline_script = name == "script"
        && element.attr("src").is_none()
        && element.attr("type").is_none_or(|kind| !kind.ends_with("json"));
    if name == "style" || inline_script {
        let what = format!("<{name}> stands within the page, which the site's content security policy refuses");
        findings.push(page.error(element, "inline", what, remedy));
    }
    for (attribute, value) in element.value().attrs() {
        if attribute == "style" || attribute.starts_with("on") {
            let what = format!(
                "{} has the attribute {attribute}, which the policy refuses",
                shown(element)
            );
            findings.push(page.error(element, "inline", what, remedy));
        }
        let loads = matches!(attribute, "src" | "poster" | "srcset" | "data" | "action");
        // Links of these kinds only tell; all others load.
        let tells = matches!(
            element.attr("rel"),
            Some("canonical" | "alternate" | "author" | "license" | "next" | "prev")
        );
        let linked = name == "link" && attribute == "href" && !tells;
        if (loads || linked) && is_foreign(value) {
            findings.push(foreign(page.place(element), value));
        }
    }
}
