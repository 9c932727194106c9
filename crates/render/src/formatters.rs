//! The formats of all locales of a site, looked up once and shared by all pages.

use std::collections::BTreeMap;

use content::record::Site;
use language::{Formatter, Locale};

use crate::error::RenderError;

/// Formatters by locale.
#[derive(Debug, Default)]
pub struct Formatters {
    by_locale: BTreeMap<Locale, Formatter>,
}

impl Formatters {
    /// Makes the formats of these locales ready; slow, so once per site.
    #[must_use]
    pub fn new(locales: &[Locale]) -> Formatters {
        Formatters {
            by_locale: locales
                .iter()
                .map(|locale| (*locale, Formatter::new(*locale)))
                .collect(),
        }
    }

    /// Makes the formats of a site's locales ready, as in the regions that its settings name.
    #[must_use]
    pub fn of_site(site: &Site) -> Formatters {
        let formatter = |locale: &Locale| match site.formats.get(locale) {
            Some(region) => Formatter::as_in(*locale, *region),
            None => Formatter::new(*locale),
        };
        Formatters {
            by_locale: site.locales.iter().map(|locale| (*locale, formatter(locale))).collect(),
        }
    }

    /// The formats of a locale.
    ///
    /// # Errors
    /// [`RenderError::NoFormatter`] if they were not made ready.
    pub fn get(&self, locale: Locale) -> Result<&Formatter, RenderError> {
        self.by_locale.get(&locale).ok_or(RenderError::NoFormatter(locale))
    }
}
