//! The site table: what serving needs to know about the site as a whole. It is JSON in the record at `~site`.

use crate::{Error, Result};
use serde::{Deserialize, Serialize};

/// Locales of the site, with their home and error pages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteTable {
    /// Code of the locale for visitors of whose languages there is none.
    pub default: String,
    /// Scheme and authority of the site in the links of its pages: `https://coalition.example`.
    #[serde(default)]
    pub address: String,
    /// All locales, in the order in which the site shows them.
    pub locales: Vec<SiteLocale>,
}

/// One locale of the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteLocale {
    /// BCP 47 code; also the first segment of the locale's paths.
    pub code: String,
    /// `ltr` or `rtl`.
    pub direction: String,
    /// Path of the home page: `/ar/`.
    pub home: String,
    /// Path of the page for an unknown address.
    pub not_found: String,
    /// Path of the page for something withdrawn.
    pub gone: String,
    /// Path of the page that a server fills with what it finds; empty if there is none.
    #[serde(default)]
    pub search: String,
}

impl SiteTable {
    /// Media type of the record at `~site`.
    pub const CONTENT_TYPE: &'static str = "application/json";

    /// The JSON that stands at `~site`.
    ///
    /// # Errors
    /// [`Error::NoSite`] when the default is not among the locales.
    pub fn to_bytes(&self) -> Result<Vec<u8>> {
        self.check()?;
        serde_json::to_vec(self).map_err(|error| Error::NoSite { why: error.to_string() })
    }

    /// Reads the JSON that stands at `~site`.
    ///
    /// # Errors
    /// [`Error::NoSite`] when it is not a site table, or its default is not among its locales.
    pub fn from_bytes(bytes: &[u8]) -> Result<SiteTable> {
        let table: SiteTable =
            serde_json::from_slice(bytes).map_err(|error| Error::NoSite { why: error.to_string() })?;
        table.check()?;
        Ok(table)
    }

    /// The locale called `code`.
    pub fn locale(&self, code: &str) -> Option<&SiteLocale> {
        self.locales.iter().find(|locale| locale.code == code)
    }

    fn check(&self) -> Result<()> {
        match self.locale(&self.default) {
            Some(_) => Ok(()),
            None => Err(Error::NoSite {
                why: format!("its default {:?} is not among its locales", self.default),
            }),
        }
    }
}
