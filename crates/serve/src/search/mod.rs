//! Searching the edition that is served: an index of each locale, held in memory, made from the pages themselves.
//!
//! The press knows nothing of it: a theme marks what is read (`data-search`), and a page of the edition is the pattern
//! of the answer. Why so, and what it costs: `docs/decisions/search.md`.

mod entry;
mod find;
mod fold;
mod follow;
mod index;
mod lenient;
mod marked;
mod markup;
#[cfg(test)]
mod measure;
mod page;
mod pattern;
mod query;
mod question;
mod words;

pub(crate) use follow::follow;
pub(crate) use page::{Filled, SearchPage};
pub(crate) use question::Question;

use edition::{Change, Edition, Hash, Record};
use entry::Entry;
use hyper::StatusCode;
use index::Index;
use std::collections::BTreeMap;
use std::sync::{PoisonError, RwLock};
use tokio::sync::watch;

/// The indexes of the edition that was read last.
#[derive(Debug)]
pub(crate) struct Searcher {
    indexed: RwLock<Option<Indexed>>,
    root: watch::Sender<Option<Hash>>,
}

/// The indexes of one edition.
#[derive(Debug)]
struct Indexed {
    edition: Edition,
    locales: BTreeMap<String, Index>,
}

/// What becomes of a path: its locale, and the entry that stands there now.
type Difference = (String, String, Option<Entry>);

impl Searcher {
    pub(crate) fn new() -> Searcher {
        Searcher {
            indexed: RwLock::new(None),
            root: watch::Sender::new(None),
        }
    }

    /// Waits until the indexes are those of an edition.
    pub(crate) async fn wait_for(&self, root: Hash) {
        // The sender lives as long as this.
        let _ = self.root.subscribe().wait_for(|indexed| *indexed == Some(root)).await;
    }

    /// Asks the index of a locale, if it is that of this very edition: what another one says may be withdrawn.
    pub(crate) fn ask<T>(&self, root: Hash, locale: &str, ask: impl FnOnce(Option<&Index>) -> T) -> T {
        let indexed = self.indexed.read().unwrap_or_else(PoisonError::into_inner);
        let indexed = indexed.as_ref().filter(|indexed| indexed.edition.root() == root);
        let empty = Index::default();
        ask(indexed.map(|indexed| indexed.locales.get(locale).unwrap_or(&empty)))
    }

    /// Reads what an edition has that the last one had not; all of it if there was none. Ends early when `stops`.
    pub(crate) fn read(&self, edition: &Edition, stops: &dyn Fn() -> bool) -> edition::Result<()> {
        let former = self.former();
        let site = edition.site()?;
        let codes: Vec<&str> = site.locales.iter().map(|locale| locale.code.as_str()).collect();
        let is_known = former.as_ref().is_some_and(|former| {
            let codes_then = former
                .site()
                .map(|site| site.locales.iter().map(|locale| locale.code.clone()).collect());
            codes_then.is_ok_and(|then: Vec<String>| then == codes)
        });
        match former.filter(|_| is_known) {
            Some(former) => self.read_difference(&former, edition, &codes, stops)?,
            None => self.read_all(edition, &codes, stops)?,
        }
        Ok(())
    }

    /// The edition that was read last. The lock is free again when this returns.
    fn former(&self) -> Option<Edition> {
        let indexed = self.indexed.read().unwrap_or_else(PoisonError::into_inner);
        indexed.as_ref().map(|indexed| indexed.edition.clone())
    }

    fn read_all(&self, edition: &Edition, codes: &[&str], stops: &dyn Fn() -> bool) -> edition::Result<()> {
        let mut locales: BTreeMap<String, Index> = BTreeMap::new();
        for row in edition.iter()? {
            let (path, record) = row?;
            if stops() {
                return Ok(());
            }
            if let Some(locale) = locale_of(&path, codes)
                && let Some(entry) = entry_at(edition, &record)?
            {
                locales.entry(locale.to_owned()).or_default().put(&path, entry);
            }
        }
        locales.values_mut().for_each(Index::shrink);
        self.replace(Some(Indexed {
            edition: edition.clone(),
            locales,
        }));
        Ok(())
    }

    fn read_difference(
        &self,
        former: &Edition,
        edition: &Edition,
        codes: &[&str],
        stops: &dyn Fn() -> bool,
    ) -> edition::Result<()> {
        let mut differences: Vec<Difference> = Vec::new();
        for row in edition::diff(former, edition)? {
            let (path, change) = row?;
            if stops() {
                return Ok(());
            }
            let Some(locale) = locale_of(&path, codes) else {
                continue;
            };
            let record = match change {
                Change::Removed => None,
                Change::Added | Change::Changed => edition.get(&path)?,
            };
            let entry = record.map(|record| entry_at(edition, &record)).transpose()?.flatten();
            differences.push((locale.to_owned(), path, entry));
        }
        let mut held = self.indexed.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(indexed) = held.as_mut() {
            for (locale, path, entry) in differences {
                let index = indexed.locales.entry(locale).or_default();
                match entry {
                    Some(entry) => index.put(&path, entry),
                    None => index.remove(&path),
                }
            }
            indexed.edition = edition.clone();
        }
        drop(held);
        self.root.send_replace(Some(edition.root()));
        Ok(())
    }

    /// Forgets everything: the next edition is read as a whole.
    pub(crate) fn forget(&self) {
        self.replace(None);
    }

    fn replace(&self, indexed: Option<Indexed>) {
        let root = indexed.as_ref().map(|indexed| indexed.edition.root());
        *self.indexed.write().unwrap_or_else(PoisonError::into_inner) = indexed;
        self.root.send_replace(root);
    }

    /// How many entries each locale has.
    pub(crate) fn sizes(&self) -> BTreeMap<String, usize> {
        let indexed = self.indexed.read().unwrap_or_else(PoisonError::into_inner);
        let locales = indexed.iter().flat_map(|indexed| &indexed.locales);
        locales.map(|(locale, index)| (locale.clone(), index.len())).collect()
    }
}

/// The locale in whose part of the site a path lies.
fn locale_of<'c>(path: &str, codes: &[&'c str]) -> Option<&'c str> {
    let first = path.strip_prefix('/')?.split('/').next()?;
    codes.iter().find(|code| **code == first).copied()
}

/// What is found of a record: pages alone, and neither redirects nor what is gone.
fn entry_at(edition: &Edition, record: &Record) -> edition::Result<Option<Entry>> {
    let is_page = record.status == StatusCode::OK.as_u16() && record.content_type.starts_with("text/html");
    if !is_page {
        return Ok(None);
    }
    let bytes = edition.blob(&record.skeleton)?;
    Ok(std::str::from_utf8(&bytes).ok().and_then(Entry::read))
}
