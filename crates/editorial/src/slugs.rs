//! Addresses: each pair of collection and slug belongs to one entry in all locales, because a missing translation
//! shows the source at the source's slug.

use std::collections::BTreeSet;

use content::Subject;
use content::record::{Entry, TextHistory};
use language::Locale;

use crate::desk::Desk;
use crate::error::EditorialError;
use crate::permit::Permit;

impl Desk<'_, '_> {
    /// Makes a text's slug the entry's own. The slug that it replaces stays taken if the public may have seen it, and
    /// is free for others if not.
    pub(crate) fn claim_slug(
        &mut self,
        permit: &Permit,
        entry: Option<&Entry>,
        subject: &Subject,
        locale: Locale,
        slug: &str,
    ) -> Result<(), EditorialError> {
        let replaced = entry
            .and_then(|entry| entry.texts.get(&locale)?.newest())
            .map(|newest| newest.text.slug.as_str());
        if slug.is_empty() || replaced == Some(slug) {
            return Ok(());
        }
        let collection = subject.noun().collection();
        let tx = self.tx(permit);
        if let (Some(entry), Some(replaced)) = (entry, replaced) {
            let kept = slugs_in_use(entry, locale);
            if !kept.contains(replaced) {
                tx.release_addresses(subject)?;
                for slug in kept {
                    tx.claim_address(collection, slug, subject)?;
                }
            }
        }
        Ok(tx.claim_address(collection, slug, subject)?)
    }

    /// Remembers a slug under which a text was known; it leads to it from now on.
    pub(crate) fn add_former_slug(
        &mut self,
        permit: &Permit,
        subject: &Subject,
        locale: Locale,
        slug: &str,
    ) -> Result<(), EditorialError> {
        let tx = self.tx(permit);
        tx.claim_address(subject.noun().collection(), slug, subject)?;
        Ok(tx.add_former_slug(subject, locale, slug)?)
    }
}

/// All slugs that an entry needs, but for that of the newest revision in one locale.
fn slugs_in_use(entry: &Entry, but: Locale) -> BTreeSet<&str> {
    let mut slugs = BTreeSet::new();
    for (locale, history) in &entry.texts {
        slugs.extend(history.old_slugs.iter().map(String::as_str));
        slugs.extend(published_slugs(history));
        if *locale != but {
            slugs.extend(history.newest().map(|newest| newest.text.slug.as_str()));
        }
    }
    slugs.remove("");
    slugs
}

fn published_slugs(history: &TextHistory) -> impl Iterator<Item = &str> {
    let revisions = history
        .publications
        .iter()
        .filter_map(|publication| history.revisions.get(&publication.revision));
    revisions.map(|revision| revision.text.slug.as_str())
}
