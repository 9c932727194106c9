//! What surrounds all pages and is not content: the theme, the messages, the address of the site. It changes when the
//! program starts with other files or settings, and its changes are dirty keys like all others.

use std::collections::BTreeMap;
use std::sync::Arc;

use content::record::Site;
use content::text::hash64_of;
use language::{Catalogue, Locale};
use render::Theme;

use crate::keys::{Touched, messages_key, site_key, template_key};

/// Theme, messages and address.
#[derive(Debug, Clone)]
pub struct Ambient {
    /// Templates and files.
    pub theme: Arc<Theme>,
    /// Messages per locale.
    pub catalogues: BTreeMap<Locale, Arc<Catalogue>>,
    /// Scheme and authority of the site, without a slash at the end.
    pub base: String,
}

/// Fingerprints by key.
pub(crate) type Prints = BTreeMap<u64, u64>;

impl Ambient {
    /// The fingerprint of everything that pages may read of it, and of the settings that they see along with it.
    pub(crate) fn prints(&self, settings: &Site) -> Prints {
        let templates = self
            .theme
            .fingerprints()
            .into_iter()
            .map(|(name, print)| (template_key(&name), print));
        let messages = self.catalogues.iter().flat_map(|(locale, catalogue)| {
            catalogue
                .groups()
                .map(|group| (messages_key(*locale, group), catalogue.fingerprint(group)))
        });
        let site = hash64_of(&(settings, &self.base, self.theme.asset_paths()));
        templates.chain(messages).chain([(site_key(), site)]).collect()
    }

    /// The names of the theme's files.
    pub(crate) fn asset_names(&self) -> Vec<String> {
        self.theme.assets().keys().cloned().collect()
    }
}

/// The keys whose fingerprints differ.
pub(crate) fn differences(before: &Prints, now: &Prints) -> Touched {
    let gone = before.keys().filter(|key| !now.contains_key(key));
    let changed = now
        .iter()
        .filter(|(key, print)| before.get(key) != Some(print))
        .map(|(key, _)| key);
    Touched {
        keys: gone.chain(changed).copied().collect(),
        points: Vec::new(),
    }
}
