//! What the site does with those who read it, told from what it is made of: nobody writes this page, so nobody forgets to
//! change it.

use content::list::List;
use content::route::privacy_path;
use minijinja::value::Value;

use crate::desk::Desk;
use crate::error::RenderError;
use crate::frame::Frame;
use crate::outcome::Outcome;
use crate::scope::Scope;

pub(crate) fn page(desk: &Desk<'_>) -> Result<Outcome, RenderError> {
    let title = desk.text("privacy-title", &[])?;
    let mut frame = Frame::new(
        privacy_path(desk.locale),
        "privacy",
        title.clone(),
        desk.versions_at(&privacy_path),
    );
    frame.description = desk.text("privacy-summary", &[])?;
    let scope = Scope::new()
        .with("title", title)
        .with("summary", frame.description.as_str())
        .with_all("points", points(desk)?);
    desk.page(frame, "privacy.html", ("entry", scope.into_value()))
}

/// What holds of every site, and what holds of this one.
fn points(desk: &Desk<'_>) -> Result<Vec<Value>, RenderError> {
    let has_script = desk.site.assets.keys().any(|name| name.ends_with(".js"));
    let keys = [
        ("privacy-cookies", true),
        ("privacy-origin", true),
        ("privacy-counters", true),
        ("privacy-no-script", !has_script),
        ("privacy-script", has_script),
        ("privacy-wall", desk.is_filled(&List::Wall)?),
        ("privacy-videos", desk.is_filled(&List::Videos(desk.locale))?),
        ("privacy-search", true),
        ("privacy-links", true),
        ("privacy-log", true),
    ];
    let said = keys.into_iter().filter(|(_, holds)| *holds);
    said.map(|(key, _)| desk.text(key, &[]).map(Value::from)).collect()
}
