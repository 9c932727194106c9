//! The Atom feed of a locale (RFC 4287): the newest entries, with the words that stand on their cards.

use std::sync::Arc;

use content::card::Standing;
use content::list::List;
use content::route::{feed_path, home_path};
use content::{Card, Instant};
use language::Locale;

use crate::desk::Desk;
use crate::error::RenderError;
use crate::outcome::{Outcome, Page};
use crate::world::Window;
use crate::xml::Xml;

/// How many entries the feed carries.
const ENTRIES: usize = 20;

const NAMESPACE: &str = "http://www.w3.org/2005/Atom";
const CONTENT_TYPE: &str = "application/atom+xml; charset=utf-8";

pub(crate) fn page(desk: &Desk<'_>) -> Result<Outcome, RenderError> {
    let path = feed_path(desk.locale);
    let mut entries = Vec::new();
    for card in desk.listed(&List::Feed(desk.locale), Window::Newest(ENTRIES))? {
        let updated = updated(desk, &card)?;
        entries.push((card, updated));
    }
    let newest = entries.iter().map(|(_, updated)| *updated).max().unwrap_or_default();
    let mut xml = Xml::new();
    xml.open("feed", &[("xmlns", NAMESPACE), ("xml:lang", desk.locale.as_str())]);
    let address = desk.absolute(&path);
    let name = head(desk, &mut xml, &address, newest);
    for (card, updated) in &entries {
        entry(desk, &mut xml, card, *updated, name);
    }
    xml.close("feed");
    let page = Page::plain(path, CONTENT_TYPE, xml.into_bytes());
    let page = if desk.site.site.indexed {
        page
    } else {
        page.with_header("x-robots-tag", "noindex")
    };
    Ok(Outcome::Page(page))
}

/// When an entry changed last: its present revision may have become public later than the day it is dated.
fn updated(desk: &Desk<'_>, card: &Card) -> Result<Instant, RenderError> {
    let state = desk.world.state(&card.subject, desk.locale)?;
    let changed = state.and_then(|state| match state.standing {
        Standing::Public { updated, .. } => Some(updated),
        Standing::Gone(_) => None,
    });
    Ok(changed.max(card.published).unwrap_or_default())
}

/// Writes the feed's own elements; gives the site's name, which signs all entries.
fn head<'d>(desk: &'d Desk<'_>, xml: &mut Xml, address: &str, newest: Instant) -> (Locale, &'d str) {
    let settings = &desk.site.site;
    let (language, name) = desk.setting(&settings.names).unwrap_or((desk.locale, ""));
    xml.text("id", &[], address);
    xml.text("title", &[("xml:lang", language.as_str())], name);
    // The strip stands before the description: what the site is not must be seen first.
    if let Some((language, strip)) = desk.setting(&settings.strips).or(desk.setting(&settings.descriptions)) {
        xml.text("subtitle", &[("xml:lang", language.as_str())], strip);
    }
    xml.text("updated", &[], &newest.to_string());
    author(xml, name);
    xml.empty(
        "link",
        &[("rel", "self"), ("type", "application/atom+xml"), ("href", address)],
    );
    let home = desk.absolute(&home_path(desk.locale));
    xml.empty(
        "link",
        &[
            ("rel", "alternate"),
            ("type", "text/html"),
            ("hreflang", desk.locale.as_str()),
            ("href", &home),
        ],
    );
    (language, name)
}

fn author(xml: &mut Xml, name: &str) {
    xml.open("author", &[]);
    xml.text("name", &[], name);
    xml.close("author");
}

fn entry(desk: &Desk<'_>, xml: &mut Xml, card: &Arc<Card>, updated: Instant, site: (Locale, &str)) {
    let language = card.language.to_string();
    let address = desk.absolute(&card.path);
    xml.open("entry", &[("xml:lang", &language)]);
    xml.text("id", &[], &identity(desk, card));
    xml.text("title", &[], &card.title);
    xml.text("updated", &[], &updated.to_string());
    xml.text("published", &[], &card.published.unwrap_or(updated).to_string());
    if let Some(agency) = &card.meta.agency {
        author(xml, &agency.name);
    } else {
        author(xml, site.1);
    }
    xml.empty(
        "link",
        &[
            ("rel", "alternate"),
            ("type", "text/html"),
            ("hreflang", &language),
            ("href", &address),
        ],
    );
    for tag in &card.meta.tags {
        xml.empty("category", &[("term", tag.key())]);
    }
    if !card.summary.is_empty() {
        xml.text("summary", &[], &card.summary);
    }
    xml.close("entry");
}

/// An identity that stays when the slug changes (RFC 4287, section 4.2.6): the site's base with the subject.
fn identity(desk: &Desk<'_>, card: &Card) -> String {
    format!("{}/{}/#{}", desk.site.base, desk.locale, card.subject)
}
