//! The index of a pack: where each object lies, sorted by hash. Kept in memory when small; of a large one the beginnings
//! of the hashes are, so that who asks for what is there reads one entry from the disk, and who asks for what is not there
//! reads none.
//!
//! Each entry: hash 32, offset 8, length 4.

use crate::error::During;
use crate::pack::Foot;
use crate::wire::{Malformed, Reader};
use crate::{Error, Hash, Result};
use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::Path;

/// Bytes of one entry.
pub(crate) const ENTRY_BYTES: usize = 44;
/// Of packs with more objects only the beginnings of the hashes are in memory: four bytes an object.
const MAX_IN_MEMORY: u64 = 65_536;
/// Entries read at once when all are wanted.
const STRIDE: u64 = 8192;

/// Where an object lies in its pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) hash: Hash,
    pub(crate) offset: u64,
    pub(crate) length: u32,
}

impl Entry {
    pub(crate) fn encode(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.hash.0);
        out.extend_from_slice(&self.offset.to_le_bytes());
        out.extend_from_slice(&self.length.to_le_bytes());
    }

    fn decode(reader: &mut Reader<'_>) -> Result<Entry, Malformed> {
        Ok(Entry {
            hash: reader.hash()?,
            offset: reader.u64()?,
            length: reader.u32()?,
        })
    }
}

/// The index of one pack.
#[derive(Debug)]
pub(crate) struct Index {
    at: u64,
    pub(crate) count: u64,
    memory: Memory,
}

/// What of an index is in memory.
#[derive(Debug)]
enum Memory {
    /// All of it.
    Entries(Vec<Entry>),
    /// The first four bytes of each hash, in order.
    Beginnings(Vec<u32>),
}

impl Index {
    pub(crate) fn open(file: &File, path: &Path, foot: &Foot) -> Result<Index> {
        let mut index = Index {
            at: foot.index_at,
            count: foot.count,
            memory: Memory::Entries(Vec::new()),
        };
        let damaged = |what| Error::Damaged {
            path: path.to_path_buf(),
            offset: foot.index_at,
            what,
        };
        let unlike = "the index does not have its hash";
        if foot.count <= MAX_IN_MEMORY {
            let bytes = index.read_bytes(file, path, 0, foot.count)?;
            if Hash::of(&bytes) != foot.index {
                return Err(damaged(unlike));
            }
            index.memory = Memory::Entries(decode_all(&bytes).map_err(|bad| damaged(bad.what))?);
        } else {
            let beginnings = index.beginnings(file, path)?;
            if !beginnings.is_sorted() {
                return Err(damaged("the index is not in order"));
            }
            index.memory = Memory::Beginnings(beginnings);
        }
        Ok(index)
    }

    fn beginnings(&self, file: &File, path: &Path) -> Result<Vec<u32>> {
        let entries = self.entries(file, path);
        entries.map(|entry| entry.map(|entry| beginning(&entry.hash))).collect()
    }

    /// Whether a look-up reads no disk.
    pub(crate) fn in_memory(&self) -> bool {
        matches!(self.memory, Memory::Entries(_))
    }

    pub(crate) fn find(&self, file: &File, path: &Path, hash: &Hash) -> Result<Option<Entry>> {
        match &self.memory {
            Memory::Entries(entries) => Ok(find_in(entries, hash)),
            Memory::Beginnings(beginnings) => {
                let begin = beginning(hash);
                let from = beginnings.partition_point(|other| *other < begin) as u64;
                let alike = beginnings.partition_point(|other| *other <= begin) as u64 - from;
                match alike {
                    0 => Ok(None),
                    _ => Ok(find_in(&self.read(file, path, from, alike)?, hash)),
                }
            }
        }
    }

    /// All entries in order of hash, read in strides.
    pub(crate) fn entries<'a>(&'a self, file: &'a File, path: &'a Path) -> impl Iterator<Item = Result<Entry>> + 'a {
        (0..self.count.div_ceil(STRIDE)).flat_map(move |stride| {
            let from = stride * STRIDE;
            match self.read(file, path, from, STRIDE.min(self.count - from)) {
                Ok(entries) => entries.into_iter().map(Ok).collect::<Vec<_>>(),
                Err(error) => vec![Err(error)],
            }
        })
    }

    fn read(&self, file: &File, path: &Path, from: u64, count: u64) -> Result<Vec<Entry>> {
        let bytes = self.read_bytes(file, path, from, count)?;
        decode_all(&bytes).map_err(|bad| Error::Damaged {
            path: path.to_path_buf(),
            offset: self.at,
            what: bad.what,
        })
    }

    fn read_bytes(&self, file: &File, path: &Path, from: u64, count: u64) -> Result<Vec<u8>> {
        let length = usize::try_from(count.saturating_mul(ENTRY_BYTES as u64)).unwrap_or(usize::MAX);
        let mut bytes = vec![0; length];
        file.read_exact_at(&mut bytes, self.at + from * ENTRY_BYTES as u64)
            .during("read the index of", path)?;
        Ok(bytes)
    }
}

/// The first four bytes of a hash, so that numbers are in the order of hashes.
fn beginning(hash: &Hash) -> u32 {
    let first = hash.0.iter().take(4);
    first.fold(0, |number, byte| (number << 8) | u32::from(*byte))
}

fn find_in(entries: &[Entry], hash: &Hash) -> Option<Entry> {
    let at = entries.binary_search_by_key(hash, |entry| entry.hash).ok()?;
    entries.get(at).copied()
}

fn decode_all(bytes: &[u8]) -> Result<Vec<Entry>, Malformed> {
    let mut reader = Reader::new(bytes);
    (0..bytes.len() / ENTRY_BYTES)
        .map(|_| Entry::decode(&mut reader))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::io::Write;

    /// An index of which only the beginnings are in memory, however small.
    fn on_disk(hashes: &std::collections::BTreeSet<Hash>) -> (tempfile::NamedTempFile, Index) {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        let mut bytes = Vec::new();
        for (offset, hash) in (0u64..).zip(hashes) {
            Entry {
                hash: *hash,
                offset,
                length: 7,
            }
            .encode(&mut bytes);
        }
        file.write_all(&bytes).unwrap();
        let mut index = Index {
            at: 0,
            count: hashes.len() as u64,
            memory: Memory::Entries(Vec::new()),
        };
        index.memory = Memory::Beginnings(index.beginnings(file.as_file(), file.path()).unwrap());
        (file, index)
    }

    #[test]
    fn finds_every_hash_of_a_large_index_and_no_other() {
        let hashes = (0..20_000u32).map(|n| Hash::of(&n.to_le_bytes())).collect();
        let (file, index) = on_disk(&hashes);
        for (offset, hash) in (0u64..).zip(&hashes) {
            let found = index.find(file.as_file(), file.path(), hash).unwrap();
            assert_eq!(
                found,
                Some(Entry {
                    hash: *hash,
                    offset,
                    length: 7
                })
            );
        }
        for n in 20_000..22_000u32 {
            assert_eq!(
                index
                    .find(file.as_file(), file.path(), &Hash::of(&n.to_le_bytes()))
                    .unwrap(),
                None
            );
        }
        assert_eq!(index.entries(file.as_file(), file.path()).count(), 20_000);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(16))]

        #[test]
        fn finds_hashes_however_badly_they_are_spread(
            near in prop::collection::btree_set(0u16..2000, 1..1500), far in any::<[u8; 32]>(), absent in 0u16..2000,
        ) {
            let hash = |n: u16| { let mut bytes = [0; 32]; bytes[30..].copy_from_slice(&n.to_be_bytes()); Hash(bytes) };
            let mut hashes: std::collections::BTreeSet<_> = near.iter().copied().map(hash).collect();
            hashes.insert(Hash(far));
            let (file, index) = on_disk(&hashes);
            for known in &hashes {
                prop_assert!(index.find(file.as_file(), file.path(), known).unwrap().is_some());
            }
            let found = index.find(file.as_file(), file.path(), &hash(absent)).unwrap().is_some();
            prop_assert_eq!(found, hashes.contains(&hash(absent)));
        }
    }
}
