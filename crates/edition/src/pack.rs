//! A pack: one file with the new objects of one commit, found by hash.
//!
//! Layout: head (`PLENPACK`, version 4), the objects' bytes one after the other, the index (see `pack_index`), foot:
//! index offset 8,
//! object count 8, hash of the index 32, `PLENPEND`, and the first eight bytes of the hash of the foot before them. The
//! file's name is the hash of the index.

use crate::error::During;
use crate::pack_index::{ENTRY_BYTES, Entry, Index};
use crate::wire::{Malformed, Reader};
use crate::{Error, Hash, Result};
use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

/// First bytes of a pack: its mark and version 1.
pub(crate) const HEAD: &[u8; 12] = b"PLENPACK\x01\0\0\0";
const FOOT_MARK: &[u8; 8] = b"PLENPEND";
const FOOT_BYTES: usize = 64;
/// Suffix of a pack's file name.
const SUFFIX: &str = ".pack";

/// An open pack. The file stays readable also after it was removed from the directory.
#[derive(Debug)]
pub(crate) struct Pack {
    pub(crate) name: Hash,
    pub(crate) bytes: u64,
    pub(crate) index: Index,
    file: File,
    path: PathBuf,
}

impl Pack {
    /// Where the pack called `name` lies.
    pub(crate) fn path(dir: &Path, name: &Hash) -> PathBuf {
        dir.join(format!("{name}{SUFFIX}"))
    }

    /// The name of the pack in a file called `file_name`.
    pub(crate) fn name_of(file_name: &str) -> Option<Hash> {
        file_name.strip_suffix(SUFFIX)?.parse().ok()
    }

    pub(crate) fn open(dir: &Path, name: Hash) -> Result<Pack> {
        let path = Pack::path(dir, &name);
        let file = File::open(&path).during("open", &path)?;
        let bytes = file.metadata().during("read", &path)?.len();
        let damaged = |offset: u64, what| Error::Damaged {
            path: path.clone(),
            offset,
            what,
        };
        let foot_at = bytes
            .checked_sub(FOOT_BYTES as u64)
            .ok_or_else(|| damaged(0, "the pack is cut short"))?;
        let mut head = [0; HEAD.len()];
        file.read_exact_at(&mut head, 0).during("read", &path)?;
        if head != *HEAD {
            return Err(damaged(0, "this is not a pack of version 1"));
        }
        let mut foot = [0; FOOT_BYTES];
        file.read_exact_at(&mut foot, foot_at).during("read", &path)?;
        let foot = Foot::decode(&foot).map_err(|bad| damaged(foot_at + bad.at as u64, bad.what))?;
        let index_bytes = foot.count.checked_mul(ENTRY_BYTES as u64);
        if foot.index != name || index_bytes.and_then(|bytes| foot.index_at.checked_add(bytes)) != Some(foot_at) {
            return Err(damaged(foot_at, "the foot does not fit the pack"));
        }
        let index = Index::open(&file, &path, &foot)?;
        Ok(Pack {
            name,
            bytes,
            index,
            file,
            path,
        })
    }

    pub(crate) fn find(&self, hash: &Hash) -> Result<Option<Entry>> {
        self.index.find(&self.file, &self.path, hash)
    }

    /// The bytes of an entry, checked against its hash.
    pub(crate) fn read(&self, entry: &Entry) -> Result<Vec<u8>> {
        let bytes = self.read_part(entry, 0, usize::try_from(entry.length).unwrap_or(usize::MAX))?;
        let what = "an object does not have its hash";
        if Hash::of(&bytes) == entry.hash {
            Ok(bytes)
        } else {
            Err(self.damaged(entry, what))
        }
    }

    /// At most `length` bytes of an entry from `offset` on, unchecked.
    pub(crate) fn read_part(&self, entry: &Entry, offset: u64, length: usize) -> Result<Vec<u8>> {
        if entry
            .offset
            .checked_add(u64::from(entry.length))
            .is_none_or(|end| end > self.bytes)
        {
            return Err(self.damaged(entry, "an object reaches behind the end of the pack"));
        }
        let left = u64::from(entry.length).saturating_sub(offset);
        let mut bytes = vec![0; usize::try_from(left).unwrap_or(usize::MAX).min(length)];
        self.file
            .read_exact_at(&mut bytes, entry.offset.saturating_add(offset))
            .during("read", &self.path)?;
        Ok(bytes)
    }

    fn damaged(&self, entry: &Entry, what: &'static str) -> Error {
        Error::Damaged {
            path: self.path.clone(),
            offset: entry.offset,
            what,
        }
    }

    /// All entries in order of hash.
    pub(crate) fn entries(&self) -> impl Iterator<Item = Result<Entry>> + '_ {
        self.index.entries(&self.file, &self.path)
    }
}

/// The end of a pack: where the index is and what it hashes to.
pub(crate) struct Foot {
    pub(crate) index_at: u64,
    pub(crate) count: u64,
    pub(crate) index: Hash,
}

impl Foot {
    pub(crate) fn encode(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(FOOT_BYTES);
        out.extend_from_slice(&self.index_at.to_le_bytes());
        out.extend_from_slice(&self.count.to_le_bytes());
        out.extend_from_slice(&self.index.0);
        out.extend_from_slice(FOOT_MARK);
        let check = Hash::of(&out).prefix();
        out.extend_from_slice(&check.to_le_bytes());
        out
    }

    pub(crate) fn decode(bytes: &[u8]) -> Result<Foot, Malformed> {
        let mut reader = Reader::new(bytes);
        let foot = Foot {
            index_at: reader.u64()?,
            count: reader.u64()?,
            index: reader.hash()?,
        };
        reader.expect(FOOT_MARK, "the pack has no foot")?;
        let checked = bytes.get(..reader.at()).unwrap_or_default();
        if reader.u64()? != Hash::of(checked).prefix() {
            return reader.bad("the foot does not have its checksum");
        }
        reader.end()?;
        Ok(foot)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_foot_with_any_flipped_bit_is_refused(index_at in any::<u64>(), count in any::<u64>(), bit in 0usize..FOOT_BYTES * 8) {
            let mut bytes = Foot { index_at, count, index: Hash::of(b"index") }.encode();
            prop_assert_eq!(bytes.len(), FOOT_BYTES);
            prop_assert!(Foot::decode(&bytes).is_ok());
            bytes[bit / 8] ^= 1 << (bit % 8);
            prop_assert!(Foot::decode(&bytes).is_err());
        }

        #[test]
        fn survives_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
            prop_assert!(Foot::decode(&bytes).is_err());
        }
    }
}
