//! Plain links by which a reader passes a page on: nothing is asked of the services until one is followed.

use minijinja::value::Value;

use crate::desk::Desk;
use crate::error::RenderError;
use crate::scope::Scope;

impl Desk<'_> {
    /// Links that pass on an address with its title: by mail, WhatsApp, Telegram.
    pub(crate) fn share_views(&self, title: &str, path: &str) -> Result<Vec<Value>, RenderError> {
        let address = self.absolute(path);
        let (title, only) = (encoded(title), encoded(&address));
        let links = [
            (
                self.text("site-share-mail", &[])?,
                format!("mailto:?subject={title}&body={only}"),
            ),
            ("WhatsApp".to_owned(), format!("https://wa.me/?text={title}%20{only}")),
            (
                "Telegram".to_owned(),
                format!("https://t.me/share/url?url={only}&text={title}"),
            ),
        ];
        let view = |(name, href): (String, String)| Scope::new().with("title", name).with("href", href).into_value();
        Ok(links.into_iter().map(view).collect())
    }
}

/// Words as part of a query (RFC 3986): everything but unreserved characters is percent-encoded.
fn encoded(words: &str) -> String {
    content::route::encode_path(words).replace('/', "%2F")
}
