//! Fragments: what many pages share and what changes often. They do not know their page.

use content::list::List;
use content::route::{Fragment, accessibility_path, feed_path, home_path, privacy_path, search_path};
use minijinja::value::Value;

use crate::desk::Desk;
use crate::error::RenderError;
use crate::outcome::{HTML, Outcome, Page};
use crate::pages::list::{beginning_of, leaps};
use crate::scope::Scope;
use crate::skeleton;
use crate::world::Window;

/// How many stories the fragment of the newest shows.
const NEWEST: usize = 5;

pub(crate) fn page(desk: &Desk<'_>, fragment: Fragment) -> Result<Outcome, RenderError> {
    let (template, content) = match fragment {
        Fragment::Masthead => ("masthead.html", masthead(desk)?),
        Fragment::Newest => ("newest.html", newest(desk)?),
        Fragment::Years => ("years.html", years(desk)?),
        Fragment::Footer => ("footer.html", footer(desk)?),
    };
    let (path, page) = (
        fragment.name(desk.locale),
        Scope::new().with("locale", desk.locale.as_str()),
    );
    let html = desk.template(template, page.into_value(), ("fragment", content.into_value()))?;
    let cut = skeleton::cut(&path, &html, desk.locale)?;
    match cut.fragments.first() {
        Some((_, inner)) => Err(RenderError::Nested(inner.clone())),
        None => Ok(Outcome::Page(Page::plain(path, HTML, cut.bytes))),
    }
}

fn named(desk: &Desk<'_>) -> Scope {
    let (language, name) = desk.setting(&desk.site.site.names).unwrap_or((desk.locale, ""));
    Scope::new()
        .with("name", name)
        .with_html("name_attributes", desk.attributes(language))
        .with("home", home_path(desk.locale))
        .with("feed", feed_path(desk.locale))
        .with("search", search_path(desk.locale))
}

fn masthead(desk: &Desk<'_>) -> Result<Scope, RenderError> {
    let locale = desk.locale;
    let lists = [
        ("stories", List::Stories(locale), "site-stories"),
        ("statements", List::Statements(locale), "site-statements"),
        ("announcements", List::Announcements(locale), "site-announcements"),
        ("members", List::Members(locale), "site-members"),
        ("efforts", List::Efforts(locale), "site-efforts"),
        ("groups", List::Groups(locale), "site-groups"),
        ("meetings", List::Meetings(locale), "site-meetings"),
        ("campaigns", List::Campaigns(locale), "site-campaigns"),
        ("series", List::Series(locale), "site-series"),
        ("videos", List::Videos(locale), "site-videos"),
        ("wall", List::Wall, "site-wall"),
    ];
    let mut menu = Vec::new();
    for (section, list, key) in lists {
        if desk.is_filled(&list)? {
            let item = Scope::new()
                .with("section", section)
                .with("href", desk.front(&list))
                .with("title", desk.text(key, &[])?);
            menu.push(item.into_value());
        }
    }
    Ok(named(desk).with_all("menu", menu).with_all("pages", pages(desk)?))
}

fn footer(desk: &Desk<'_>) -> Result<Scope, RenderError> {
    let scope = named(desk)
        .with_all("pages", pages(desk)?)
        .with("privacy", privacy_path(desk.locale))
        .with("accessibility", accessibility_path(desk.locale))
        .with("tags", desk.front(&List::Tags(desk.locale)));
    Ok(match desk.setting(&desk.site.site.descriptions) {
        Some((language, words)) => scope
            .with("description", words)
            .with_html("description_attributes", desk.attributes(language)),
        None => scope,
    })
}

fn pages(desk: &Desk<'_>) -> Result<Vec<Value>, RenderError> {
    let cards = desk.listed(&List::Pages(desk.locale), Window::All)?;
    Ok(cards.iter().map(|card| desk.link_view(card)).collect())
}

fn newest(desk: &Desk<'_>) -> Result<Scope, RenderError> {
    let stories = List::Stories(desk.locale);
    Ok(Scope::new()
        .with_all("items", desk.newest_views(&stories, NEWEST)?)
        .with("more", desk.front(&stories)))
}

/// Years that hold stories. A story within a year that has passed changes nothing.
fn years(desk: &Desk<'_>) -> Result<Scope, RenderError> {
    let items = leaps(desk, &List::Stories(desk.locale), &|position| {
        let year = position.year();
        let href = desk.front(&List::Year(year, desk.locale));
        Ok((href, desk.formatter.year(year), beginning_of(year, 1)))
    })?;
    Ok(Scope::new().with_all("items", items))
}
