//! A former address: it leads to the present one, or says that what stood there was withdrawn.

use content::Subject;
use content::card::{Address, Standing, State};
use content::route::{encode_path, entry_path};

use crate::desk::Desk;
use crate::error::RenderError;
use crate::html::escaped;
use crate::outcome::{HTML, Outcome, Page};
use crate::pages::errors;

pub(crate) fn page(desk: &Desk<'_>, subject: &Subject, slug: &str) -> Result<Outcome, RenderError> {
    let path = entry_path(subject, desk.locale, slug);
    match desk.world.state(subject, desk.locale)? {
        Some(State {
            path: present,
            standing: Standing::Public { .. },
            ..
        }) if present != path => Ok(Outcome::Page(moved(desk, path, &present))),
        Some(State {
            language,
            standing: Standing::Gone(notice),
            ..
        }) => errors::withdrawn(desk, subject, &Address { path, language }, &notice),
        _ => Ok(Outcome::Absent),
    }
}

/// The body is for readers whose program does not follow by itself: the new address, and nothing to translate.
fn moved(desk: &Desk<'_>, path: String, present: &str) -> Page {
    let location = encode_path(present);
    let (locale, direction) = (desk.locale, desk.locale.direction());
    let shown = escaped(present);
    let html = format!(
        "<!doctype html>\n<html lang=\"{locale}\" dir=\"{direction}\">\n<meta charset=\"utf-8\">\n\
         <title>{shown}</title>\n<p><a href=\"{location}\">{shown}</a></p>\n</html>\n"
    );
    let page = Page::plain(path, HTML, html.into_bytes()).with_header("location", &location);
    Page { status: 301, ..page }
}
