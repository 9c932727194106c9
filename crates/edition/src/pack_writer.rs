//! Writing a pack: objects go to the file as they come, only their places stay in memory.

use crate::disk::Disk;
use crate::error::During;
use crate::pack::{Foot, HEAD, Pack};
use crate::pack_index::{ENTRY_BYTES, Entry};
use crate::{Error, Hash, Result};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// Objects are written in pieces of this size.
const BUFFER_BYTES: usize = 1 << 20;
/// Suffix of a pack that is not finished.
const UNFINISHED: &str = "part";

/// A pack in the making. Dropped unfinished, it removes its file.
#[derive(Debug)]
pub(crate) struct PackWriter {
    dir: PathBuf,
    path: PathBuf,
    file: BufWriter<File>,
    at: u64,
    objects: BTreeMap<Hash, (u64, u32)>,
    finished: bool,
}

impl PackWriter {
    /// Begins a pack in `dir`; `label` tells unfinished packs of one process apart.
    pub(crate) fn create(dir: &Path, label: u64) -> Result<PackWriter> {
        let path = dir.join(format!("{label}.{UNFINISHED}"));
        let file = File::create(&path).during("create", &path)?;
        let mut file = BufWriter::with_capacity(BUFFER_BYTES, file);
        file.write_all(HEAD).during("write", &path)?;
        Ok(PackWriter {
            dir: dir.to_path_buf(),
            path,
            file,
            at: HEAD.len() as u64,
            objects: BTreeMap::new(),
            finished: false,
        })
    }

    pub(crate) fn length_of(&self, hash: &Hash) -> Option<u32> {
        self.objects.get(hash).map(|(_, length)| *length)
    }

    /// Writes an object unless the pack has it.
    pub(crate) fn put(&mut self, hash: Hash, bytes: &[u8]) -> Result<()> {
        if self.objects.contains_key(&hash) {
            return Ok(());
        }
        let length = u32::try_from(bytes.len()).map_err(|_| Error::Refused {
            path: hash.to_string(),
            why: "an object is at most 4 GiB long".to_owned(),
        })?;
        self.file.write_all(bytes).during("write", &self.path)?;
        self.objects.insert(hash, (self.at, length));
        self.at += u64::from(length);
        Ok(())
    }

    /// Writes index and foot, waits for the disk, and gives the pack its name; `None` when it holds nothing.
    pub(crate) fn finish(mut self, disk: &Disk) -> Result<Option<Pack>> {
        if self.objects.is_empty() {
            return Ok(None);
        }
        let mut index = Vec::with_capacity(self.objects.len() * ENTRY_BYTES);
        for (hash, (offset, length)) in std::mem::take(&mut self.objects) {
            Entry { hash, offset, length }.encode(&mut index);
        }
        let name = Hash::of(&index);
        let foot = Foot {
            index_at: self.at,
            count: (index.len() / ENTRY_BYTES) as u64,
            index: name,
        };
        self.file
            .write_all(&index)
            .and_then(|()| self.file.write_all(&foot.encode()))
            .during("write", &self.path)?;
        self.file.flush().during("write", &self.path)?;
        disk.sync_file(self.file.get_ref(), &self.path)?;
        disk.rename(&self.path, &Pack::path(&self.dir, &name))?;
        self.finished = true;
        Pack::open(&self.dir, name).map(Some)
    }
}

impl Drop for PackWriter {
    fn drop(&mut self) {
        if !self.finished {
            // What cannot be removed now is removed when the library is opened next.
            let _ = fs::remove_file(&self.path);
        }
    }
}
