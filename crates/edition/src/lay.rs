//! Laying changes into a tree: only the leaves that they touch, and the branches above them, are made anew.

use crate::branch::Level;
use crate::leaf::{Leaf, Row};
use crate::objects::{Objects, unreadable};
use crate::paths::Bucket;
use crate::{Hash, Record, Result};
use std::collections::BTreeMap;

/// Changed paths by bucket: the encoded record, or nothing where it is removed.
pub(crate) type Changes = BTreeMap<Bucket, BTreeMap<String, Option<Box<[u8]>>>>;

/// What an edition holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Answers at ordinary paths.
    pub(crate) pages: u64,
    /// Bytes of all skeletons and fragments.
    pub(crate) bytes: u64,
}

/// Lays `changes` over the tree at `base`, hands new nodes to `put`, and returns the new root with its tally.
pub(crate) fn lay(
    objects: &Objects,
    (base, tally): (Hash, Tally),
    changes: &Changes,
    mut put: impl FnMut(Hash, &[u8]) -> Result<()>,
) -> Result<(Hash, Tally)> {
    let mut tally = tally;
    let mut keep = |node: Option<Vec<u8>>| -> Result<Hash> {
        let Some(bytes) = node else { return Ok(Hash::ZERO) };
        let hash = Hash::of(&bytes);
        put(hash, &bytes)?;
        Ok(hash)
    };
    let mut root = (*objects.branch(&base, Level::Root)?).clone();
    for slot in 0..64u16 {
        let mut touched = changes.range(Bucket::range(slot)).peekable();
        if touched.peek().is_none() {
            continue;
        }
        let slot = usize::from(slot);
        let mut middle = (*objects.branch(&root.child(slot), Level::Middle)?).clone();
        for (bucket, rows) in touched {
            let leaf = merge(objects, &middle.child(bucket.leaf()), rows, &mut tally)?;
            middle.set(bucket.leaf(), keep(leaf)?);
        }
        root.set(slot, keep(middle.encode(Level::Middle))?);
    }
    Ok((keep(root.encode(Level::Root))?, tally))
}

/// The leaf at `old` with `changes` applied, and the tally moved by the difference.
fn merge(
    objects: &Objects,
    old: &Hash,
    changes: &BTreeMap<String, Option<Box<[u8]>>>,
    tally: &mut Tally,
) -> Result<Option<Vec<u8>>> {
    let leaf = objects.leaf(old)?;
    let mut rows: BTreeMap<&str, &[u8]> = BTreeMap::new();
    if let Some(leaf) = &leaf {
        for row in leaf.rows().map_err(|bad| unreadable(old, bad))? {
            let (path, record) = row.map_err(|bad| unreadable(old, bad))?;
            let weight = weigh((path, record), old)?;
            tally.pages = tally.pages.saturating_sub(weight.pages);
            tally.bytes = tally.bytes.saturating_sub(weight.bytes);
            rows.insert(path, record);
        }
    }
    for (path, record) in changes {
        match record {
            Some(record) => rows.insert(path, record),
            None => rows.remove(path.as_str()),
        };
    }
    for (path, record) in &rows {
        let weight = weigh((path, record), old)?;
        tally.pages = tally.pages.saturating_add(weight.pages);
        tally.bytes = tally.bytes.saturating_add(weight.bytes);
    }
    Ok(Leaf::encode(rows.into_iter()))
}

fn weigh((path, record): Row<'_>, leaf: &Hash) -> Result<Tally> {
    let (_, length) = Record::decode_skeleton(record).map_err(|bad| unreadable(leaf, bad))?;
    Ok(Tally {
        pages: u64::from(path.starts_with('/')),
        bytes: u64::from(length),
    })
}
