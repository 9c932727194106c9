//! Objects by hash over a set of packs: blobs, branches, leaves.

use crate::branch::{Branch, Level};
use crate::cache::{Node, NodeCache};
use crate::leaf::Leaf;
use crate::pack::Pack;
use crate::pack_index::Entry;
use crate::wire::Malformed;
use crate::{Error, Hash, Result};
use std::sync::Arc;

/// The packs that a library has at one moment, and the shared node cache. Cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Objects {
    /// Packs with their index in memory first, so that what is new is found without reading disk.
    packs: Arc<[Arc<Pack>]>,
    cache: Arc<NodeCache>,
}

impl Objects {
    pub(crate) fn new(mut packs: Vec<Arc<Pack>>, cache: Arc<NodeCache>) -> Objects {
        packs.sort_by_key(|pack| !pack.index.in_memory());
        Objects {
            packs: packs.into(),
            cache,
        }
    }

    /// The same with one more pack.
    pub(crate) fn with(&self, pack: Arc<Pack>) -> Objects {
        let packs = std::iter::once(pack).chain(self.packs.iter().cloned()).collect();
        Objects::new(packs, self.cache.clone())
    }

    pub(crate) fn packs(&self) -> &[Arc<Pack>] {
        &self.packs
    }

    pub(crate) fn cache(&self) -> &Arc<NodeCache> {
        &self.cache
    }

    /// The length of an object, when there is one.
    pub(crate) fn length_of(&self, hash: &Hash) -> Result<Option<u32>> {
        Ok(self.find(hash)?.map(|(_, entry)| entry.length))
    }

    pub(crate) fn blob(&self, hash: &Hash) -> Result<Vec<u8>> {
        let (pack, entry) = self.find(hash)?.ok_or(Error::Missing { hash: *hash })?;
        pack.read(&entry)
    }

    pub(crate) fn part(&self, hash: &Hash, offset: u64, length: usize) -> Result<Vec<u8>> {
        let (pack, entry) = self.find(hash)?.ok_or(Error::Missing { hash: *hash })?;
        pack.read_part(&entry, offset, length)
    }

    /// The bytes of a fragment, which many pages share.
    pub(crate) fn fragment(&self, hash: &Hash) -> Result<Arc<[u8]>> {
        if let Some(Node::Fragment(bytes)) = self.cache.get(hash) {
            return Ok(bytes);
        }
        let bytes: Arc<[u8]> = self.blob(hash)?.into();
        self.cache.put(*hash, Node::Fragment(bytes.clone()));
        Ok(bytes)
    }

    /// The branch called `hash`; the zero hash is an empty one.
    pub(crate) fn branch(&self, hash: &Hash, level: Level) -> Result<Arc<Branch>> {
        if hash.is_zero() {
            return Ok(Arc::new(Branch::empty()));
        }
        if let Some(Node::Branch(branch)) = self.cache.get(hash) {
            return Ok(branch);
        }
        let branch = Branch::decode(&self.blob(hash)?, level).map_err(|bad| unreadable(hash, bad))?;
        let branch = Arc::new(branch);
        self.cache.put(*hash, Node::Branch(branch.clone()));
        Ok(branch)
    }

    /// The leaf called `hash`; nothing for the zero hash.
    pub(crate) fn leaf(&self, hash: &Hash) -> Result<Option<Arc<Leaf>>> {
        if hash.is_zero() {
            return Ok(None);
        }
        if let Some(Node::Leaf(leaf)) = self.cache.get(hash) {
            return Ok(Some(leaf));
        }
        let leaf = Arc::new(self.leaf_once(hash)?);
        self.cache.put(*hash, Node::Leaf(leaf.clone()));
        Ok(Some(leaf))
    }

    /// The leaf called `hash`, past the cache: for walks over the whole tree, which would only wash it out.
    pub(crate) fn leaf_once(&self, hash: &Hash) -> Result<Leaf> {
        Leaf::decode(self.blob(hash)?).map_err(|bad| unreadable(hash, bad))
    }

    fn find(&self, hash: &Hash) -> Result<Option<(&Pack, Entry)>> {
        for pack in self.packs.iter() {
            if let Some(entry) = pack.find(hash)? {
                return Ok(Some((pack, entry)));
            }
        }
        Ok(None)
    }
}

/// Tells which object a malformed node is.
pub(crate) fn unreadable(hash: &Hash, bad: Malformed) -> Error {
    Error::Unreadable {
        hash: *hash,
        offset: bad.at,
        what: bad.what,
    }
}
