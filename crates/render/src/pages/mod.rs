//! Which kind of page stands at a route.

mod accessibility;
mod broadcast;
mod calendar;
mod campaign;
mod difference;
mod entry;
mod errors;
mod feed;
mod files;
mod fragments;
mod gathering;
mod history;
mod home;
mod index;
mod list;
mod member;
mod members;
mod moved;
mod plain;
mod post;
mod privacy;
mod search;
mod sitemap;
mod statement;
mod story;
mod table;
mod wall;

use content::Route;
use content::list::List;
use language::Locale;

use crate::desk::Desk;
use crate::error::RenderError;
use crate::formatters::Formatters;
use crate::outcome::Outcome;
use crate::recorder::Recorder;

/// How many items a page shows of a list that has pages of its own.
pub(crate) const EXCERPT: usize = 6;

/// What stands at a route.
pub(crate) fn outcome(route: &Route, world: &Recorder<'_>, formatters: &Formatters) -> Result<Outcome, RenderError> {
    let open = |locale: Locale| Desk::open(world, formatters, locale);
    let default = || world.site()?.site.default_locale().ok_or(RenderError::NoLocales);
    match route {
        Route::Home(locale) => home::page(&open(*locale)?),
        Route::Entry(subject, locale) => entry::page(&open(*locale)?, subject),
        Route::Redirect(subject, locale, slug) => moved::page(&open(*locale)?, subject, slug),
        Route::Plain(subject, locale) => plain::page(&open(*locale)?, subject),
        Route::History(subject, locale) => history::page(&open(*locale)?, subject),
        Route::Difference(subject, locale, older, newer) => {
            difference::page(&open(*locale)?, subject, (*older, *newer))
        }
        Route::Calendar(subject, locale) => calendar::page(&open(*locale)?, subject),
        Route::Post(post) => post::page(world, formatters, post, default()?),
        Route::List(list, locale, chunk) => listed(&open(*locale)?, list, *chunk),
        Route::Privacy(locale) => privacy::page(&open(*locale)?),
        Route::Accessibility(locale) => accessibility::page(&open(*locale)?),
        Route::Search(locale) => search::page(&open(*locale)?),
        Route::Feed(locale) => feed::page(&open(*locale)?),
        Route::Sitemap => sitemap::index(&open(default()?)?),
        Route::Sections => sitemap::sections(&open(default()?)?),
        Route::Part(part) => sitemap::part(&open(default()?)?, *part),
        Route::NotFound(locale) => errors::not_found(&open(*locale)?),
        Route::Gone(locale) => errors::gone(&open(*locale)?),
        Route::Fragment(fragment, locale) => fragments::page(&open(*locale)?, *fragment),
        Route::Media(media, hash) => files::media(world, media, hash, default()?),
        Route::Asset(name) => files::asset(world, name),
        Route::Robots => table::robots(world),
        Route::Table => table::site(world),
    }
}

fn listed(desk: &Desk<'_>, list: &List, chunk: Option<content::Position>) -> Result<Outcome, RenderError> {
    match list {
        List::Wall | List::Voice(_) => wall::page(desk, list, chunk),
        List::Members(_) => members::page(desk),
        List::Efforts(_) => index::efforts(desk),
        List::Groups(_) => index::groups(desk),
        List::Campaigns(_) => index::campaigns(desk),
        List::Series(_) => index::series(desk),
        List::Tags(_) => index::tags(desk),
        list if list.is_paged() => list::page(desk, list, chunk),
        _ => Ok(Outcome::Absent),
    }
}
