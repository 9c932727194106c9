//! An old edition put back: its pages, but for those that show what is no longer public or was not for a while; these
//! are today's, or gone. Links that would lead nowhere are mended the same way, so that none does.

use std::collections::BTreeSet;

use edition::{Draft, Edition, FRAGMENT_MARK, Library, Record, SITE_PATH, SiteTable};
use rusqlite::Connection;

use crate::error::PressError;
use crate::{shown, visible};

/// Lays a draft of the old edition without what must not come back. `today` is what would be public otherwise.
pub(crate) fn put_back(
    connection: &Connection,
    library: &Library,
    old: &Edition,
    today: &Edition,
) -> Result<Draft, PressError> {
    let mut mended = Mended {
        connection,
        old,
        today,
        addresses: [old.site()?.address.clone(), today.site()?.address.clone()],
        draft: library.draft(Some(old)),
        paths: BTreeSet::new(),
    };
    for entry in old.iter()? {
        mended.paths.insert(entry?.0);
    }
    mended.drop_languages()?;
    mended.suppress()?;
    mended.mend()?;
    let table = mended.table()?;
    if table.locales.is_empty() {
        return Ok(library.draft(Some(today)));
    }
    mended.set_table(&table)?;
    Ok(mended.draft)
}

/// An old edition while it is mended.
struct Mended<'a> {
    connection: &'a Connection,
    old: &'a Edition,
    /// The newest edition, whose objects are all there are.
    today: &'a Edition,
    /// The site's address in the old pages and in today's.
    addresses: [String; 2],
    draft: Draft,
    /// All paths at which something stands, and maybe more.
    paths: BTreeSet<String>,
}

impl Mended<'_> {
    /// Languages that the site no longer has do not come back.
    fn drop_languages(&mut self) -> Result<(), PressError> {
        let (old, today) = (self.old.site()?, self.today.site()?);
        for locale in old.locales.iter().filter(|locale| today.locale(&locale.code).is_none()) {
            let (folder, end) = (format!("/{}/", locale.code), format!("/{}", locale.code));
            let own =
                |path: &&String| path.starts_with(&folder) || path.starts_with(FRAGMENT_MARK) && path.ends_with(&end);
            let gone: Vec<String> = self.paths.iter().filter(own).cloned().collect();
            for path in gone {
                self.draft.remove(&path)?;
                self.paths.remove(&path);
            }
        }
        Ok(())
    }

    /// Replaces all pages that show what must not come back. What stands in both editions is public today as it is.
    fn suppress(&mut self) -> Result<(), PressError> {
        for change in edition::diff(self.old, self.today)? {
            let (path, _) = change?;
            if let Some(record) = self.draft.get(&path)?
                && !self.may_return(&record)?
            {
                self.replace(&path)?;
            }
        }
        Ok(())
    }

    /// Whether all that a page shows has been public ever since. A page of which we know nothing may not.
    fn may_return(&self, record: &Record) -> Result<bool, PressError> {
        let Some(ids) = shown::load(self.connection, &record.skeleton)? else {
            return Ok(false);
        };
        for id in ids {
            if !visible::is_unbroken(self.connection, id, self.old.number())? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Puts today's page in the place of an old one, or nothing if there is none; says whether there is one.
    fn replace(&mut self, path: &str) -> Result<bool, PressError> {
        match self.today.get(path)? {
            Some(record) => {
                self.draft.set(path, &record)?;
                self.paths.insert(path.to_owned());
                Ok(true)
            }
            None => {
                self.draft.remove(path)?;
                Ok(false)
            }
        }
    }

    /// Where a page lacks a fragment or leads nowhere, today's is put there; if there is none, the page itself becomes
    /// today's, which lacks nothing. Repeats until nothing is lacking: each step makes more of it today's, or less of it.
    fn mend(&mut self) -> Result<(), PressError> {
        let mut removed = true;
        while removed {
            removed = false;
            let mut open = self.paths.clone();
            while let Some(path) = open.pop_first() {
                removed |= self.mend_page(&path, &mut open)?;
            }
        }
        Ok(())
    }

    /// Mends one page; what was laid because of it is opened. Says whether it was removed.
    fn mend_page(&mut self, path: &str, open: &mut BTreeSet<String>) -> Result<bool, PressError> {
        let Some(record) = self.draft.get(path)? else {
            return Ok(false);
        };
        let addresses = self.addresses.each_ref().map(String::as_str);
        let links = render::links(&record.content_type, &self.today.blob(&record.skeleton)?, &addresses);
        for wanted in record.fragments.iter().map(|insert| &insert.name).chain(&links) {
            if self.draft.get(wanted)?.is_some() {
                continue;
            }
            if self.replace(wanted)? {
                open.insert(wanted.clone());
            } else if self.today.get(path)?.as_ref() != Some(&record) {
                let stays = self.replace(path)?;
                open.extend(Some(path.to_owned()).filter(|_| stays));
                return Ok(!stays);
            }
        }
        Ok(false)
    }

    /// The languages of the old edition of which all that a server needs is there.
    fn table(&self) -> Result<SiteTable, PressError> {
        let mut table = SiteTable::clone(&*self.old.site()?);
        let mut locales = Vec::new();
        for locale in table.locales {
            let mut whole = true;
            for path in [&locale.home, &locale.not_found, &locale.gone] {
                whole &= self.draft.get(path)?.is_some();
            }
            locales.extend(Some(locale).filter(|_| whole));
        }
        table.locales = locales;
        if let Some(first) = table.locales.first().filter(|_| table.locale(&table.default).is_none()) {
            table.default.clone_from(&first.code);
        }
        Ok(table)
    }

    fn set_table(&mut self, table: &SiteTable) -> Result<(), PressError> {
        if *table != *self.old.site()? {
            let bytes = table.to_bytes()?;
            let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
            let record = Record::plain(200, SiteTable::CONTENT_TYPE, self.draft.put(&bytes)?, length);
            self.draft.set(SITE_PATH, &record)?;
        }
        Ok(())
    }
}
