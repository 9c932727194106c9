//! Sitemaps (<https://www.sitemaps.org/protocol.html>): an index, one map for lists and home pages, and parts of
//! some eighty entries each, so that a change costs the same on a large site. Alternates as `xhtml:link`.

use std::collections::BTreeSet;

use content::card::{Standing, State};
use content::list::{List, Position};
use content::route::{accessibility_path, home_path, list_path, part_path, privacy_path};
use content::{Instant, Subject};
use language::Locale;

use crate::desk::Desk;
use crate::error::RenderError;
use crate::outcome::{Outcome, Page};
use crate::world::Window;
use crate::xml::Xml;

/// The most addresses that the protocol allows in one sitemap, and the most maps in an index.
const MOST: usize = 50_000;

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
const XHTML: &str = "http://www.w3.org/1999/xhtml";
const INDEX: &str = "/sitemap.xml";
const SECTIONS: &str = "/sitemap-sections.xml";

/// The index: lists, the newest part, and the older ones. It changes when a part comes or goes.
pub(crate) fn index(desk: &Desk<'_>) -> Result<Outcome, RenderError> {
    let mut xml = Xml::new();
    xml.open("sitemapindex", &[("xmlns", NAMESPACE)]);
    let mut map = |path: &str| {
        xml.open("sitemap", &[]);
        xml.text("loc", &[], &desk.absolute(path));
        xml.close("sitemap");
    };
    map(SECTIONS);
    if desk.is_filled(&List::Public)? {
        map(&part_path(None));
    }
    let parts = desk.world.range(&List::Parts, Window::All)?;
    for part in parts.items.iter().take(MOST - 2) {
        map(&part_path(Some(part.position)));
    }
    xml.close("sitemapindex");
    Ok(finished(INDEX.to_owned(), xml))
}

/// Home pages, and lists that are worth finding.
pub(crate) fn sections(desk: &Desk<'_>) -> Result<Outcome, RenderError> {
    let locales = &desk.site.site.locales;
    let everywhere = |path: &dyn Fn(Locale) -> String| locales.iter().map(|locale| (*locale, path(*locale))).collect();
    let mut pages: Vec<Vec<(Locale, String)>> = [home_path, privacy_path, accessibility_path]
        .map(|path| everywhere(&path))
        .into();
    let standing = [
        List::Stories,
        List::Statements,
        List::Announcements,
        List::Members,
        List::Efforts,
        List::Tags,
    ];
    pages.extend(standing.map(|list| everywhere(&|locale| list_path(&list(locale), locale, None))));
    pages.push(everywhere(&|locale| list_path(&List::Wall, locale, None)));
    for list in [
        List::Groups,
        List::Meetings,
        List::Campaigns,
        List::Series,
        List::Videos,
    ] {
        pages.push(filled(desk, &list(desk.locale))?);
    }
    let mut tags = BTreeSet::new();
    for locale in locales {
        let range = desk.world.range(&List::Tags(*locale), Window::All)?;
        tags.extend(range.items.into_iter().map(|item| item.subject));
    }
    for tag in tags {
        pages.push(filled(desk, &List::Tag(tag, desk.locale))?);
    }
    let mut xml = Xml::new();
    xml.open("urlset", &[("xmlns", NAMESPACE), ("xmlns:xhtml", XHTML)]);
    let mut left = MOST;
    for versions in &pages {
        for (_, path) in versions.iter().take(left) {
            url(desk, &mut xml, path, versions, None);
        }
        left = left.saturating_sub(versions.len());
    }
    xml.close("urlset");
    Ok(finished(SECTIONS.to_owned(), xml))
}

/// The newest entries, or those from a position on, as far as the next older part; absent if there are none.
pub(crate) fn part(desk: &Desk<'_>, part: Option<Position>) -> Result<Outcome, RenderError> {
    let mut subjects = BTreeSet::new();
    let mut window = part.map_or(Window::Front, Window::Chunk);
    loop {
        let range = desk.world.range(&List::Public, window)?;
        subjects.extend(range.items.into_iter().map(|item| item.subject));
        match range.older {
            // The newest entries may be none, when a part begins with the newest: then that part stands here too.
            Some(older) if !older.begins_part() || part.is_none() && subjects.is_empty() => {
                window = Window::Chunk(older);
            }
            _ => break,
        }
    }
    let mut xml = Xml::new();
    xml.open("urlset", &[("xmlns", NAMESPACE), ("xmlns:xhtml", XHTML)]);
    let mut left = MOST;
    for subject in &subjects {
        let texts = texts(desk, subject)?;
        let versions: Vec<(Locale, String)> = texts.iter().map(|text| (text.locale, text.path.clone())).collect();
        for text in texts.iter().take(left) {
            url(desk, &mut xml, &text.path, &versions, Some(text.updated));
        }
        left = left.saturating_sub(texts.len());
    }
    xml.close("urlset");
    Ok(if left == MOST {
        Outcome::Absent
    } else {
        finished(part_path(part), xml)
    })
}

/// An entry's words in one language.
struct PublicText {
    locale: Locale,
    path: String,
    updated: Instant,
}

/// An entry in the languages that it truly has.
fn texts(desk: &Desk<'_>, subject: &Subject) -> Result<Vec<PublicText>, RenderError> {
    let mut texts = Vec::new();
    for locale in &desk.site.site.locales {
        if let Some(State {
            path,
            language,
            standing: Standing::Public { published, updated, .. },
        }) = desk.world.state(subject, *locale)?
            && language == *locale
        {
            texts.push(PublicText {
                locale: *locale,
                path,
                updated: updated.max(published),
            });
        }
    }
    Ok(texts)
}

fn filled(desk: &Desk<'_>, list: &List) -> Result<Vec<(Locale, String)>, RenderError> {
    let mut versions = Vec::new();
    for locale in &desk.site.site.locales {
        let there = list.in_locale(*locale);
        if desk.is_filled(&there)? {
            versions.push((*locale, list_path(&there, *locale, None)));
        }
    }
    Ok(versions)
}

fn url(desk: &Desk<'_>, xml: &mut Xml, path: &str, versions: &[(Locale, String)], updated: Option<Instant>) {
    xml.open("url", &[]);
    xml.text("loc", &[], &desk.absolute(path));
    if let Some(updated) = updated {
        xml.text("lastmod", &[], &updated.to_string());
    }
    for (locale, path) in versions.iter().filter(|_| versions.len() > 1) {
        let address = desk.absolute(path);
        xml.empty(
            "xhtml:link",
            &[("rel", "alternate"), ("hreflang", locale.as_str()), ("href", &address)],
        );
    }
    xml.close("url");
}

fn finished(path: String, xml: Xml) -> Outcome {
    Outcome::Page(Page::plain(path, "application/xml; charset=utf-8", xml.into_bytes()))
}
