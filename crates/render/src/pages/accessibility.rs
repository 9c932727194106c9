//! What is done so that everyone can use the site, what may be lacking, and whom to tell: from what the site is made of.

use content::list::List;
use content::record::Missing;
use content::route::accessibility_path;
use minijinja::value::Value;

use crate::desk::Desk;
use crate::error::RenderError;
use crate::frame::Frame;
use crate::outcome::Outcome;
use crate::scope::Scope;

pub(crate) fn page(desk: &Desk<'_>) -> Result<Outcome, RenderError> {
    let title = desk.text("accessibility-title", &[])?;
    let mut frame = Frame::new(
        accessibility_path(desk.locale),
        "accessibility",
        title.clone(),
        desk.versions_at(&accessibility_path),
    );
    frame.description = desk.text("accessibility-summary", &[])?;
    let aim = [
        ("accessibility-standard", true),
        ("accessibility-checked", true),
        ("accessibility-unaudited", true),
    ];
    let use_of_it = [
        ("accessibility-keyboard", true),
        ("accessibility-size", true),
        ("accessibility-colours", true),
        ("accessibility-script", true),
        ("accessibility-languages", desk.site.site.locales.len() > 1),
        ("accessibility-print", true),
    ];
    let scope = Scope::new()
        .with("title", title)
        .with("summary", frame.description.as_str())
        .with_all(
            "parts",
            vec![
                part(desk, "accessibility-aim", &aim)?,
                part(desk, "accessibility-use", &use_of_it)?,
                part(desk, "accessibility-limits", &limits(desk)?)?,
            ],
        )
        .with("contact", desk.site.site.contact.as_deref());
    desk.page(frame, "accessibility.html", ("entry", scope.into_value()))
}

/// What is known to be lacking on a site that publishes what this one does.
fn limits(desk: &Desk<'_>) -> Result<[(&'static str, bool); 6], RenderError> {
    let site = &desk.site.site;
    let has_recordings = desk.is_filled(&List::Videos(desk.locale))? || desk.is_filled(&List::Series(desk.locale))?;
    Ok([
        ("accessibility-pictures", true),
        ("accessibility-recordings", has_recordings),
        ("accessibility-posts", desk.is_filled(&List::Wall)?),
        (
            "accessibility-untranslated",
            site.missing == Missing::Show && site.locales.len() > 1,
        ),
        ("accessibility-tables", true),
        ("accessibility-elsewhere", true),
    ])
}

/// A heading and what holds of this site.
fn part(desk: &Desk<'_>, title: &str, points: &[(&str, bool)]) -> Result<Value, RenderError> {
    let said = points.iter().filter(|(_, holds)| *holds);
    let points = said.map(|(key, _)| desk.text(key, &[]).map(Value::from));
    let points: Vec<Value> = points.collect::<Result<_, RenderError>>()?;
    Ok(Scope::new()
        .with("title", desk.text(title, &[])?)
        .with_all("points", points)
        .into_value())
}
