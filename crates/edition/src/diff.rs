//! What changed between two editions.

use crate::walk::{differing_leaves, rows};
use crate::{Edition, Hash, Record, Result};
use std::collections::BTreeMap;

/// How a path differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Only the second edition has it.
    Added,
    /// Only the first edition has it.
    Removed,
    /// Both have it, with different records.
    Changed,
}

/// The paths in which `new` differs from `old`, in order of bucket and path; only branches that differ are read.
///
/// A fragment that changed is listed under its own path (`~menu/ar`), not under the pages that show it: their records
/// are the same. A mirror that copies the listed paths
/// has everything; who needs the pages asks which records name the fragment.
///
/// # Errors
/// When a node of either edition cannot be read; found while iterating too.
pub fn diff(old: &Edition, new: &Edition) -> Result<impl Iterator<Item = Result<(String, Change)>> + use<>> {
    let leaves = differing_leaves((old.objects(), old.root()), (new.objects(), new.root()))?;
    let (old, new) = (old.objects().clone(), new.objects().clone());
    Ok(leaves.into_iter().flat_map(move |(from, to): (Hash, Hash)| {
        match rows(&old, &from).and_then(|from| Ok(compare(from, rows(&new, &to)?))) {
            Ok(changes) => changes.into_iter().map(Ok).collect::<Vec<_>>(),
            Err(error) => vec![Err(error)],
        }
    }))
}

fn compare(old: Vec<(String, Record)>, new: Vec<(String, Record)>) -> BTreeMap<String, Change> {
    let mut old: BTreeMap<String, Record> = old.into_iter().collect();
    let mut changes = BTreeMap::new();
    for (path, record) in new {
        match old.remove(&path) {
            None => changes.insert(path, Change::Added),
            Some(former) if former != record => changes.insert(path, Change::Changed),
            Some(_) => None,
        };
    }
    changes.extend(old.into_keys().map(|path| (path, Change::Removed)));
    changes
}
