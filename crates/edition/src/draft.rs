//! A draft: what shall differ from an earlier edition. Bytes go to disk as they come; records stay in memory, encoded.

use crate::history::EditionInfo;
use crate::lay::{Changes, Tally, lay};
use crate::library::{OpenDraft, Shared};
use crate::objects::Objects;
use crate::pack_writer::PackWriter;
use crate::paths::{Bucket, FRAGMENT_MARK, check_path};
use crate::{Edition, Error, Hash, Record, Result, edition};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Changes on the way to a new edition. Dropped without a commit, it leaves nothing behind.
#[derive(Debug)]
pub struct Draft {
    open: OpenDraft,
    base: Option<EditionInfo>,
    objects: Objects,
    writer: Option<PackWriter>,
    changes: Changes,
    /// Fragments that some record of the draft names, and fragments that were removed: to be looked at before the
    /// commit.
    fragments: BTreeSet<String>,
}

impl Draft {
    pub(crate) fn new(open: OpenDraft, base: Option<EditionInfo>, objects: Objects) -> Draft {
        Draft {
            open,
            base,
            objects,
            writer: None,
            changes: Changes::new(),
            fragments: BTreeSet::new(),
        }
    }

    /// Keeps the bytes of a skeleton or fragment, unless the library has them already, and returns their hash.
    ///
    /// # Errors
    /// When they cannot be written, or the library is read-only.
    pub fn put(&mut self, bytes: &[u8]) -> Result<Hash> {
        let hash = Hash::of(bytes);
        if self.length_of(&hash)?.is_none() {
            writer(&mut self.writer, self.open.shared())?.put(hash, bytes)?;
        }
        Ok(hash)
    }

    /// Lays `record` at `path`, in the place of what stood there.
    ///
    /// # Errors
    /// [`Error::Refused`] when path or record break a rule, or the skeleton's bytes were not put or are of another
    /// length.
    pub fn set(&mut self, path: &str, record: &Record) -> Result<()> {
        record.check(path)?;
        if self.length_of(&record.skeleton)? != Some(record.length) {
            let why = format!(
                "no bytes of length {} with hash {} were put",
                record.length, record.skeleton
            );
            return Err(Error::Refused {
                path: path.to_owned(),
                why,
            });
        }
        for insert in &record.fragments {
            if !self.fragments.contains(&insert.name) {
                self.fragments.insert(insert.name.clone());
            }
        }
        let mut encoded = Vec::new();
        record.encode(&mut encoded);
        self.change(path, Some(encoded.into_boxed_slice()));
        Ok(())
    }

    /// Takes away what stands at `path`, if anything.
    ///
    /// # Errors
    /// [`Error::Refused`] when no record could stand there.
    pub fn remove(&mut self, path: &str) -> Result<()> {
        check_path(path)?;
        if path.starts_with(FRAGMENT_MARK) {
            self.fragments.insert(path.to_owned());
        }
        self.change(path, None);
        Ok(())
    }

    /// What would stand at `path` if the draft were committed now.
    ///
    /// # Errors
    /// When the base cannot be read.
    pub fn get(&self, path: &str) -> Result<Option<Record>> {
        match self.changes.get(&Bucket::of(path)).and_then(|rows| rows.get(path)) {
            Some(Some(record)) => decode(record).map(Some),
            Some(None) => Ok(None),
            None => edition::find(&self.objects, &self.base_root(), path),
        }
    }

    /// Commits durably. The edition is not public yet: see [`crate::Library::publish`]. Without any change the new
    /// edition has the root of its base.
    ///
    /// # Errors
    /// [`Error::NoFragment`] when a page names a fragment that is not there, [`Error::NoEdition`] when the base was
    /// collected, and when writing fails.
    /// The library is then as before.
    pub fn commit(self, at_ms: i64, note: &str) -> Result<Edition> {
        self.finish(at_ms, note, false)
    }

    /// Commits durably and makes the edition the public one, in one append to the log: three waits for the disk in all.
    ///
    /// # Errors
    /// As for [`Draft::commit`].
    pub fn commit_and_publish(self, at_ms: i64, note: &str) -> Result<Edition> {
        self.finish(at_ms, note, true)
    }

    fn finish(mut self, at_ms: i64, note: &str, public: bool) -> Result<Edition> {
        self.check_fragments()?;
        let shared = self.open.shared().clone();
        let _writing = shared.writing();
        shared.check_base(self.base.as_ref())?;
        let base = (
            self.base_root(),
            self.base.as_ref().map_or(Tally::default(), EditionInfo::tally),
        );
        let (root, tally) = lay(&self.objects, base, &self.changes, |hash, bytes| {
            if self.objects.length_of(&hash)?.is_none() {
                writer(&mut self.writer, &shared)?.put(hash, bytes)?;
            }
            Ok(())
        })?;
        let pack = self
            .writer
            .take()
            .map(|writer| writer.finish(shared.disk()))
            .transpose()?
            .flatten();
        let info = EditionInfo {
            number: 0,
            root,
            at_ms,
            note: note.to_owned(),
            public,
            pages: tally.pages,
            bytes: tally.bytes,
        };
        shared.append_edition(info, pack.map(Arc::new))
    }

    /// No page may name a fragment that is not there. The pages are searched only when a named or removed fragment is
    /// absent.
    fn check_fragments(&self) -> Result<()> {
        let mut absent = BTreeSet::new();
        for name in &self.fragments {
            if self.get(name)?.is_none() {
                absent.insert(name.as_str());
            }
        }
        if absent.is_empty() {
            return Ok(());
        }
        let names_absent =
            |path: String, record: &Record| match record.fragments.iter().find(|f| absent.contains(f.name.as_str())) {
                Some(insert) => Err(Error::NoFragment {
                    page: path,
                    name: insert.name.clone(),
                }),
                None => Ok(()),
            };
        for (path, record) in self.changes.values().flatten() {
            if let Some(record) = record {
                names_absent(path.clone(), &decode(record)?)?;
            }
        }
        let base = self.base.clone().map(|info| Edition::new(info, self.objects.clone()));
        for row in base.iter().flat_map(Edition::iter).flatten() {
            let (path, record) = row?;
            if !self
                .changes
                .get(&Bucket::of(&path))
                .is_some_and(|rows| rows.contains_key(&path))
            {
                names_absent(path, &record)?;
            }
        }
        Ok(())
    }

    fn change(&mut self, path: &str, record: Option<Box<[u8]>>) {
        self.changes
            .entry(Bucket::of(path))
            .or_default()
            .insert(path.to_owned(), record);
    }

    fn length_of(&self, hash: &Hash) -> Result<Option<u32>> {
        match self.writer.as_ref().and_then(|writer| writer.length_of(hash)) {
            Some(length) => Ok(Some(length)),
            None => self.objects.length_of(hash),
        }
    }

    fn base_root(&self) -> Hash {
        self.base.as_ref().map_or(Hash::ZERO, |info| info.root)
    }
}

/// The draft's pack, begun at its first object.
fn writer<'a>(writer: &'a mut Option<PackWriter>, shared: &Shared) -> Result<&'a mut PackWriter> {
    let begun = match writer.take() {
        Some(begun) => begun,
        None => shared.begin_pack()?,
    };
    Ok(writer.insert(begun))
}

fn decode(record: &[u8]) -> Result<Record> {
    Record::decode(record).map_err(|bad| crate::objects::unreadable(&Hash::of(record), bad))
}
