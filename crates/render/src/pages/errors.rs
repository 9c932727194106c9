//! What is answered where nothing is, where something was, and where an entry was withdrawn.

use content::Subject;
use content::card::Address;
use content::route::{encode_path, home_path};

use crate::desk::Desk;
use crate::error::RenderError;
use crate::frame::{Frame, section_name, section_path};
use crate::outcome::Outcome;
use crate::scope::Scope;

/// The page at the address of something withdrawn: the notice, and the way to its section.
pub(crate) fn withdrawn(
    desk: &Desk<'_>,
    subject: &Subject,
    own: &Address,
    notice: &str,
) -> Result<Outcome, RenderError> {
    let title = desk.text("error-gone", &[])?;
    let versions = desk.entry_versions(subject, own)?;
    let mut frame = Frame::new(own.path.clone(), section_name(subject.noun()), title.clone(), versions);
    frame.status = 410;
    let scope = Scope::new()
        .with("title", title)
        .with("words", desk.text("error-gone-words", &[])?)
        .with("notice", notice)
        .with_html("notice_attributes", desk.attributes(own.language))
        .with("back", encode_path(&section_path(subject.noun(), desk.locale)));
    desk.page(frame, "error.html", ("error", scope.into_value()))
}

/// The page for an address at which nothing stands.
pub(crate) fn not_found(desk: &Desk<'_>) -> Result<Outcome, RenderError> {
    alone(desk, "not-found", 404, "error-missing", "error-missing-words")
}

/// The page for an address at which something stood, where no other page is left.
pub(crate) fn gone(desk: &Desk<'_>) -> Result<Outcome, RenderError> {
    alone(desk, "gone", 410, "error-gone", "error-gone-words")
}

/// Rendered whole, without fragments: it is answered at any address.
fn alone(desk: &Desk<'_>, name: &str, status: u16, title: &str, words: &str) -> Result<Outcome, RenderError> {
    let title = desk.text(title, &[])?;
    let path = format!("~{name}/{}", desk.locale);
    let mut frame = Frame::new(path, "", title.clone(), desk.versions_at(&home_path));
    frame.status = status;
    frame.alone = true;
    let scope = Scope::new()
        .with("title", title)
        .with("words", desk.text(words, &[])?)
        .with("notice", "")
        .with("back", encode_path(&home_path(desk.locale)));
    desk.page(frame, "error.html", ("error", scope.into_value()))
}
