//! What a statement has beside its words: who issued it, when by which clocks, which texts are authentic, and the way to
//! its plain text.

use content::meta::Release;
use content::route::{encode_path, plain_path};
use content::{Card, Instant};
use language::Locale;

use crate::desk::Desk;
use crate::error::RenderError;
use crate::pages::plain::zone_of;
use crate::scope::Scope;
use crate::words::Filling;

/// Adds release, authenticity, that the words can be searched, associated members, reference and the plain text's address.
pub(crate) fn statement(desk: &Desk<'_>, scope: Scope, card: &Card, published: Instant) -> Result<Scope, RenderError> {
    let nothing = Release::default();
    let release = card.meta.release.as_deref().unwrap_or(&nothing);
    let is_authentic = release.authentic.contains(&card.language);
    let scope = scope
        .with("released", desk.released(zone_of(card), published)?)
        .with_all("issuers", desk.link_views(&release.issued)?)
        .with_all("associated", desk.link_views(&release.associated)?)
        .with("reference", release.reference.as_deref())
        .with("searched", true)
        .with("authentic", is_authentic)
        .with("citation", citation(desk, card, published)?)
        .with("canonical", desk.absolute(&card.path))
        .with("text", encode_path(&plain_path(&card.path)));
    if is_authentic || release.authentic.is_empty() {
        return Ok(scope);
    }
    Ok(scope.with("authentic_in", authentic_in(desk, card, &release.authentic)?))
}

/// Who says it, what it is called, where and when it was released: one line, for those who quote it.
fn citation(desk: &Desk<'_>, card: &Card, published: Instant) -> Result<String, RenderError> {
    let (_, name) = desk.setting(&desk.site.site.names).unwrap_or((desk.locale, ""));
    let date = desk.date(published);
    let fillings = [
        ("site", Filling::Text(name)),
        ("title", Filling::Text(&card.title)),
        ("date", Filling::Text(&date)),
    ];
    desk.text("statement-citation", &fillings)
}

/// That this is a translation, with links to the texts that count.
fn authentic_in(desk: &Desk<'_>, card: &Card, locales: &[Locale]) -> Result<minijinja::Value, RenderError> {
    let mut links = Vec::new();
    for locale in locales {
        let name = crate::html::escaped(locale.native_name());
        let attributes = desk.attributes(*locale);
        links.push(match desk.world.address(&card.subject, *locale)? {
            Some(there) => {
                let href = encode_path(&there.path);
                format!("<a href=\"{href}\" hreflang=\"{locale}\"{attributes}>{name}</a>")
            }
            None => format!("<bdi{attributes}>{name}</bdi>"),
        });
    }
    let links = desk.formatter.and_list(&links);
    let said = desk.say("statement-authentic-in", &[("languages", Filling::Html(&links))])?;
    Ok(minijinja::Value::from_safe_string(said.into_html()))
}
