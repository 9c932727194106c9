//! An old edition put back: its pages, but for those that show what is no longer public; these are today's, or gone.
//! Links that would lead nowhere are mended the same way, so that none does.

use std::collections::BTreeSet;

use edition::{Draft, Edition, Library, Record};
use rusqlite::Connection;

use crate::error::PressError;
use crate::shown::{self, Shown, unit_id};
use crate::subjects;

/// Lays a draft of the old edition without what must not come back. `today` is what would be public otherwise.
pub(crate) fn put_back(
    connection: &Connection,
    library: &Library,
    old: &Edition,
    today: &Edition,
) -> Result<Draft, PressError> {
    let mut mended = Mended {
        connection,
        today,
        public: public_units(connection)?,
        draft: library.draft(Some(old)),
    };
    // What stands in both is public today as it is.
    let paths: Vec<String> = differing(old, today)?;
    for path in &paths {
        if let Some(record) = old.get(path)?
            && !mended.may_return(&record)?
        {
            mended.replace(path)?;
        }
    }
    mended.mend_links(old)?;
    Ok(mended.draft)
}

/// An old edition while it is mended.
struct Mended<'a> {
    connection: &'a Connection,
    today: &'a Edition,
    public: BTreeSet<u64>,
    draft: Draft,
}

impl Mended<'_> {
    /// Whether all that a page shows is public today. A page of which we know nothing may not.
    fn may_return(&self, record: &Record) -> Result<bool, PressError> {
        let shown = shown::load(self.connection, &record.skeleton)?;
        Ok(shown.is_some_and(|shown| shown.units.iter().all(|unit| self.public.contains(unit))))
    }

    /// Puts today's page in the place of an old one, or nothing if there is none.
    fn replace(&mut self, path: &str) -> Result<(), PressError> {
        match self.today.get(path)? {
            Some(record) => self.put_today(path, &record),
            None => Ok(self.draft.remove(path)?),
        }
    }

    fn put_today(&mut self, path: &str, record: &Record) -> Result<(), PressError> {
        self.draft.set(path, record)?;
        for insert in &record.fragments {
            if self.draft.get(&insert.name)?.is_none()
                && let Some(fragment) = self.today.get(&insert.name)?
            {
                self.draft.set(&insert.name, &fragment)?;
            }
        }
        Ok(())
    }

    /// Where a link leads nowhere, today's page is put there; if there is none, the page that links is replaced by
    /// today's, which has no such link. Repeats until nothing leads nowhere: each step makes more of it today's.
    fn mend_links(&mut self, old: &Edition) -> Result<(), PressError> {
        let mut open: BTreeSet<String> = BTreeSet::new();
        for entry in old.iter()? {
            open.insert(entry?.0);
        }
        open.extend(differing(old, self.today)?);
        while let Some(path) = open.pop_first() {
            let Some(record) = self.draft.get(&path)? else { continue };
            let Some(Shown { links, .. }) = shown::load(self.connection, &record.skeleton)? else { continue };
            for link in links {
                if self.draft.get(&link)?.is_some() {
                    continue;
                }
                if let Some(target) = self.today.get(&link)? {
                    self.put_today(&link, &target)?;
                    open.insert(link);
                } else {
                    self.replace(&path)?;
                    open.insert(path.clone());
                    // What linked here may now lead nowhere.
                    if self.draft.get(&path)?.is_none() {
                        for entry in old.iter()? {
                            open.insert(entry?.0);
                        }
                    }
                    break;
                }
            }
        }
        Ok(())
    }
}

fn differing(old: &Edition, today: &Edition) -> Result<Vec<String>, PressError> {
    edition::diff(old, today)?.map(|change| Ok(change?.0)).collect()
}

/// All that can be seen today, subject by subject and locale by locale.
fn public_units(connection: &Connection) -> Result<BTreeSet<u64>, PressError> {
    let mut public = BTreeSet::new();
    subjects::each(connection, |known| {
        let units = known.projection.units.iter().filter(|unit| unit.card.is_some());
        public.extend(units.map(|unit| unit_id(&known.subject, unit.locale)));
        Ok(())
    })?;
    Ok(public)
}
