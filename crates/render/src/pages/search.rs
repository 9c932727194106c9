//! The page on which the site is searched: a form, and the pattern that the serving node fills with what it finds.

use content::route::search_path;
use minijinja::value::Value;

use crate::desk::Desk;
use crate::error::RenderError;
use crate::frame::Frame;
use crate::outcome::Outcome;
use crate::scope::Scope;

/// What a result is called by the section in which it stands.
const KINDS: [(&str, &str); 10] = [
    ("stories", "site-stories"),
    ("statements", "site-statements"),
    ("announcements", "site-announcements"),
    ("members", "site-members"),
    ("efforts", "site-efforts"),
    ("groups", "site-groups"),
    ("meetings", "site-meetings"),
    ("campaigns", "site-campaigns"),
    ("series", "site-series"),
    ("videos", "site-videos"),
];

pub(crate) fn page(desk: &Desk<'_>) -> Result<Outcome, RenderError> {
    let title = desk.text("search-title", &[])?;
    let path = search_path(desk.locale);
    let mut frame = Frame::new(path, "search", title.clone(), desk.versions_at(&search_path));
    frame.description = desk.text("search-hint", &[])?;
    frame.unlisted = true;
    let kind = |(section, key): (&'static str, &str)| {
        let title = desk.text(key, &[])?;
        Ok(Scope::new().with("section", section).with("title", title).into_value())
    };
    let kinds: Vec<Value> = KINDS.into_iter().map(kind).collect::<Result<_, RenderError>>()?;
    let digits: String = (0..10).map(|digit| desk.formatter.number(digit)).collect();
    let scope = Scope::new()
        .with("title", title)
        .with("digits", digits)
        .with_all("kinds", kinds);
    desk.page(frame, "search.html", ("search", scope.into_value()))
}
