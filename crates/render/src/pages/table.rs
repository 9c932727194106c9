//! What machines ask first: the table of locales for the server, and what robots may do.

use content::route::{home_path, search_path};
use serde::Serialize;

use crate::error::RenderError;
use crate::outcome::{Outcome, Page};
use crate::recorder::Recorder;

#[derive(Serialize)]
struct Table {
    default: String,
    address: String,
    locales: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    code: String,
    direction: &'static str,
    home: String,
    not_found: String,
    gone: String,
    search: String,
}

/// The site's locales, in JSON at `~site`.
pub(crate) fn site(world: &Recorder<'_>) -> Result<Outcome, RenderError> {
    let site = world.site()?;
    let rows = site.site.locales.iter().map(|locale| Row {
        code: locale.to_string(),
        direction: locale.direction().as_str(),
        home: home_path(*locale),
        not_found: format!("~not-found/{locale}"),
        gone: format!("~gone/{locale}"),
        search: search_path(*locale),
    });
    let default = site.site.default_locale().ok_or(RenderError::NoLocales)?;
    let table = Table {
        default: default.to_string(),
        address: site.base.clone(),
        locales: rows.collect(),
    };
    let json = serde_json::to_vec(&table).unwrap_or_default();
    Ok(Outcome::Page(Page::plain("~site".to_owned(), "application/json", json)))
}

/// The words of the Robots Exclusion Protocol (RFC 9309) and of the sitemaps protocol.
/// Also a site that is not to be listed may be read: robots that are kept out never see that its pages say `noindex`.
pub(crate) fn robots(world: &Recorder<'_>) -> Result<Outcome, RenderError> {
    let site = world.site()?;
    let text = format!("User-agent: *\nAllow: /\n\nSitemap: {}/sitemap.xml\n", site.base);
    Ok(Outcome::Page(Page::plain(
        "/robots.txt".to_owned(),
        "text/plain; charset=utf-8",
        text.into_bytes(),
    )))
}
