//! Rendering: one route becomes one page, together with all that was read for it. A pure function over what [`World`]
//! answers: no SQL, no network, no disk, no clock.
//!
//! Read in this order: [`world`] (what can be asked), [`Outcome`] (what comes out), `desk` (what a page is made with),
//! `frame` (what all pages have in common), `body` (blocks as HTML), then one file per kind of page in `pages`.

mod assets;
mod body;
mod cards;
mod desk;
mod error;
mod facts;
mod formatters;
mod frame;
mod html;
mod inline;
mod outcome;
mod pages;
mod pictures;
mod places;
mod players;
mod post_words;
mod posts;
mod recorder;
mod references;
mod scope;
mod set_apart;
mod share;
mod skeleton;
mod style_sheet;
mod templates;
mod transcripts;
mod words;
pub mod world;
mod xml;

use content::Route;

pub use assets::Asset;
pub use error::RenderError;
pub use formatters::Formatters;
pub use outcome::{HTML, Outcome, Page, Rendered, ShownUnit};
pub use templates::{NamedMessage, Template, TemplateProblem, Theme, named_messages, named_templates};
pub use world::World;

use recorder::Recorder;

/// Renders what stands at a route, as of the world's instant.
///
/// # Errors
/// [`RenderError`] if the world cannot be read, or if the theme, the messages or the formatters lack something.
pub fn render(route: &Route, world: &dyn World, formatters: &Formatters) -> Result<Rendered, RenderError> {
    let recorder = Recorder::new(world);
    let outcome = pages::outcome(route, &recorder, formatters)?;
    let (reads, units) = recorder.finish();
    Ok(Rendered { outcome, reads, units })
}

/// The paths of this site (decoded, sorted, each once) that the bytes of a page, feed or sitemap lead to; none for
/// pictures and the like. `addresses` are what the site's own address is or was.
pub fn links(content_type: &str, bytes: &[u8], addresses: &[&str]) -> Vec<String> {
    match content_type == HTML || is_xml(content_type) {
        true => skeleton::internal_links(bytes, addresses),
        false => Vec::new(),
    }
}

/// Feeds and sitemaps lead to pages too.
fn is_xml(content_type: &str) -> bool {
    content_type.split(';').next().is_some_and(|name| name.ends_with("xml"))
}
