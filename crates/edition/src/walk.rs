//! Walking two trees at once, into the branches in which they differ only. Against the empty tree this is a walk over
//! everything.

use crate::branch::Level;
use crate::leaf::Leaf;
use crate::objects::{Objects, unreadable};
use crate::{Hash, Record, Result};

/// The leaves of the trees at `old` and `new` that differ, as pairs of hashes in order of bucket.
pub(crate) fn differing_leaves(old: (&Objects, Hash), new: (&Objects, Hash)) -> Result<Vec<(Hash, Hash)>> {
    let mut leaves = Vec::new();
    if old.1 == new.1 {
        return Ok(leaves);
    }
    let (old_root, new_root) = (old.0.branch(&old.1, Level::Root)?, new.0.branch(&new.1, Level::Root)?);
    for (from, to) in old_root
        .children()
        .iter()
        .zip(new_root.children())
        .filter(|(from, to)| from != to)
    {
        let (from, to) = (old.0.branch(from, Level::Middle)?, new.0.branch(to, Level::Middle)?);
        let pairs = from.children().iter().copied().zip(to.children().iter().copied());
        leaves.extend(pairs.filter(|(from, to)| from != to));
    }
    Ok(leaves)
}

/// All rows of the leaf called `hash` with decoded records, in order of path; none for the zero hash.
pub(crate) fn rows(objects: &Objects, hash: &Hash) -> Result<Vec<(String, Record)>> {
    if hash.is_zero() {
        return Ok(Vec::new());
    }
    let leaf = objects.leaf_once(hash)?;
    decode_rows(&leaf).map_err(|bad| unreadable(hash, bad))
}

fn decode_rows(leaf: &Leaf) -> Result<Vec<(String, Record)>, crate::wire::Malformed> {
    leaf.rows()?
        .map(|row| row.and_then(|(path, record)| Ok((path.to_owned(), Record::decode(record)?))))
        .collect()
}
