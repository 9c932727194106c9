//! A branch of the tree: 64 hashes.
//!
//! Encoding: `B`, version 1, level (0 root, 1 below it), a bit set of 8 bytes that tells which of the 64 are not zero,
//! and those hashes
//! in order. A branch without any is never written: its hash is zero.

use crate::Hash;
use crate::wire::{Malformed, Reader};

/// Children of a branch.
const WIDTH: usize = 64;
const VERSION: u8 = 1;

/// Where in the tree a branch stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Level {
    Root = 0,
    Middle = 1,
}

/// 64 hashes, zero where there is nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Branch {
    children: Box<[Hash; WIDTH]>,
}

impl Branch {
    pub(crate) fn empty() -> Branch {
        Branch {
            children: Box::new([Hash::ZERO; WIDTH]),
        }
    }

    pub(crate) fn child(&self, slot: usize) -> Hash {
        self.children.get(slot).copied().unwrap_or_default()
    }

    pub(crate) fn set(&mut self, slot: usize, hash: Hash) {
        if let Some(child) = self.children.get_mut(slot) {
            *child = hash;
        }
    }

    pub(crate) fn children(&self) -> &[Hash] {
        self.children.as_slice()
    }

    /// The encoding, or `None` when all children are zero.
    pub(crate) fn encode(&self, level: Level) -> Option<Vec<u8>> {
        let present = (0..WIDTH)
            .filter(|slot| !self.child(*slot).is_zero())
            .fold(0u64, |bits, slot| bits | 1 << slot);
        if present == 0 {
            return None;
        }
        let mut out = vec![b'B', VERSION, level as u8];
        out.extend_from_slice(&present.to_le_bytes());
        self.children
            .iter()
            .filter(|hash| !hash.is_zero())
            .for_each(|hash| out.extend_from_slice(&hash.0));
        Some(out)
    }

    pub(crate) fn decode(bytes: &[u8], level: Level) -> Result<Branch, Malformed> {
        let mut reader = Reader::new(bytes);
        reader.expect(
            &[b'B', VERSION, level as u8],
            "this is not a branch of version 1 and this level",
        )?;
        let present = reader.u64()?;
        let mut branch = Branch::empty();
        for slot in (0..WIDTH).filter(|slot| present >> slot & 1 == 1) {
            let hash = reader.hash()?;
            if hash.is_zero() {
                return reader.bad("a child that is marked present is zero");
            }
            branch.set(slot, hash);
        }
        if present == 0 {
            return reader.bad("a branch is empty");
        }
        reader.end()?;
        Ok(branch)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn decodes_what_it_encoded(slots in prop::collection::btree_map(0usize..WIDTH, any::<[u8; 32]>(), 0..WIDTH)) {
            let mut branch = Branch::empty();
            slots.into_iter().for_each(|(slot, hash)| branch.set(slot, Hash(hash)));
            match branch.encode(Level::Middle) {
                None => prop_assert_eq!(branch, Branch::empty()),
                Some(bytes) => {
                    prop_assert!(Branch::decode(&bytes, Level::Root).is_err());
                    prop_assert_eq!(Branch::decode(&bytes, Level::Middle).unwrap(), branch);
                }
            }
        }

        #[test]
        fn survives_any_bytes_and_accepts_one_encoding_only(mut bytes in prop::collection::vec(any::<u8>(), 0..140)) {
            bytes.splice(..bytes.len().min(3), [b'B', 1, 0]);
            if let Ok(branch) = Branch::decode(&bytes, Level::Root) {
                prop_assert_eq!(branch.encode(Level::Root), Some(bytes));
            }
        }
    }
}
