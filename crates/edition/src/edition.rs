//! One edition: what visitors ask for, by path.

use crate::history::EditionInfo;
use crate::objects::{Objects, unreadable};
use crate::paths::{Bucket, SITE_PATH};
use crate::walk::{differing_leaves, rows};
use crate::{Error, Hash, Record, Result, SiteTable};
use std::sync::{Arc, OnceLock};

/// Names the rule by which a validator is made; it changes with the rule.
const VALIDATOR_RULE: &[u8] = b"plenary answer 1";

/// An immutable edition. Cheap to clone; it stays readable while the library goes on, consolidates and collects.
#[derive(Debug, Clone)]
pub struct Edition {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    info: EditionInfo,
    objects: Objects,
    site: OnceLock<Arc<SiteTable>>,
}

impl Edition {
    pub(crate) fn new(info: EditionInfo, objects: Objects) -> Edition {
        Edition {
            inner: Arc::new(Inner {
                info,
                objects,
                site: OnceLock::new(),
            }),
        }
    }

    /// Its number in the library.
    pub fn number(&self) -> u64 {
        self.inner.info.number
    }

    /// Root of its hash tree: equal exactly when the content is equal.
    pub fn root(&self) -> Hash {
        self.inner.info.root
    }

    /// How the library listed it when this value was made.
    pub fn info(&self) -> &EditionInfo {
        &self.inner.info
    }

    /// The record at a decoded path (`/ar/stories/اجتماع/`), a fragment's name or `~site`.
    ///
    /// # Errors
    /// When a node cannot be read.
    pub fn get(&self, path: &str) -> Result<Option<Record>> {
        find(self.objects(), &self.root(), path)
    }

    /// The bytes of a skeleton or fragment, checked against their hash.
    ///
    /// # Errors
    /// When the object is missing or damaged.
    pub fn blob(&self, hash: &Hash) -> Result<Vec<u8>> {
        self.objects().blob(hash)
    }

    /// At most `length` bytes of a skeleton from `offset` on; fewer at its end. For films and sounds that are too large
    /// to hold in memory: unlike
    /// [`Edition::blob`], a part cannot be checked against the hash.
    ///
    /// # Errors
    /// When the object is missing or cannot be read.
    pub fn blob_part(&self, hash: &Hash, offset: u64, length: usize) -> Result<Vec<u8>> {
        self.objects().part(hash, offset, length)
    }

    /// The whole answer: the skeleton with the fragments' bytes inserted.
    ///
    /// # Errors
    /// When an object is missing or damaged, or a fragment is not in the edition.
    pub fn join(&self, record: &Record) -> Result<Vec<u8>> {
        let mut rest = self.blob(&record.skeleton)?;
        if record.fragments.is_empty() {
            return Ok(rest);
        }
        let mut joined = Vec::with_capacity(rest.len() * 2);
        let mut at = 0;
        for (offset, fragment) in self.inserted(record)? {
            let behind = rest.split_off(
                usize::try_from(offset.saturating_sub(at))
                    .unwrap_or(usize::MAX)
                    .min(rest.len()),
            );
            joined.append(&mut rest);
            joined.extend_from_slice(&self.objects().fragment(&fragment.skeleton)?);
            (rest, at) = (behind, offset);
        }
        joined.append(&mut rest);
        Ok(joined)
    }

    /// Length of the whole answer in bytes, without reading it.
    ///
    /// # Errors
    /// As for [`Edition::validator`].
    pub fn length(&self, record: &Record) -> Result<u64> {
        let inserted = self.inserted(record)?;
        Ok(inserted.iter().fold(u64::from(record.length), |sum, (_, fragment)| {
            sum + u64::from(fragment.length)
        }))
    }

    /// What the answer's bytes depend on, as one hash: the skeleton, and each fragment with its offset. Equal
    /// validators mean equal bytes.
    ///
    /// # Errors
    /// When a node cannot be read, or a fragment is not in the edition.
    pub fn validator(&self, record: &Record) -> Result<Hash> {
        let mut bytes = VALIDATOR_RULE.to_vec();
        bytes.extend_from_slice(&record.skeleton.0);
        for (offset, fragment) in self.inserted(record)? {
            bytes.extend_from_slice(&offset.to_le_bytes());
            bytes.extend_from_slice(&fragment.skeleton.0);
        }
        Ok(Hash::of(&bytes))
    }

    /// All paths with their records, leaf by leaf, in an order that depends on the paths only.
    ///
    /// # Errors
    /// When a node cannot be read; found while iterating too.
    pub fn iter(&self) -> Result<impl Iterator<Item = Result<(String, Record)>> + use<>> {
        let objects = self.objects().clone();
        let leaves = differing_leaves((&objects, Hash::ZERO), (&objects, self.root()))?;
        Ok(leaves
            .into_iter()
            .flat_map(move |(_, leaf)| match rows(&objects, &leaf) {
                Ok(rows) => rows.into_iter().map(Ok).collect::<Vec<_>>(),
                Err(error) => vec![Err(error)],
            }))
    }

    /// The site table at `~site`, read once.
    ///
    /// # Errors
    /// [`Error::NoSite`] when it is absent or unusable.
    pub fn site(&self) -> Result<Arc<SiteTable>> {
        if let Some(site) = self.inner.site.get() {
            return Ok(site.clone());
        }
        let record = self.get(SITE_PATH)?.ok_or_else(|| Error::NoSite {
            why: "it is absent".to_owned(),
        })?;
        let site = SiteTable::from_bytes(&self.blob(&record.skeleton)?)?;
        Ok(self.inner.site.get_or_init(|| Arc::new(site)).clone())
    }

    pub(crate) fn objects(&self) -> &Objects {
        &self.inner.objects
    }

    /// The fragments of a page with their offsets, in order.
    fn inserted(&self, record: &Record) -> Result<Vec<(u32, Record)>> {
        let fragment = |name: &str| {
            self.get(name)?.ok_or_else(|| Error::NoFragment {
                page: format!("the page with skeleton {}", record.skeleton),
                name: name.to_owned(),
            })
        };
        record
            .fragments
            .iter()
            .map(|insert| Ok((insert.at, fragment(&insert.name)?)))
            .collect()
    }
}

/// The record at `path` in the tree at `root`.
pub(crate) fn find(objects: &Objects, root: &Hash, path: &str) -> Result<Option<Record>> {
    use crate::branch::Level;
    let bucket = Bucket::of(path);
    let middle = objects.branch(root, Level::Root)?.child(bucket.branch());
    let hash = objects.branch(&middle, Level::Middle)?.child(bucket.leaf());
    match objects.leaf(&hash)? {
        Some(leaf) => leaf.find(path).map_err(|bad| unreadable(&hash, bad)),
        None => Ok(None),
    }
}
