//! Dropping old editions and the objects that only they named.

use crate::branch::Level;
use crate::consolidate::merge;
use crate::history::History;
use crate::library::State;
use crate::objects::{Objects, unreadable};
use crate::pack::Pack;
use crate::{Error, Hash, Library, Record, Result};
use std::collections::HashSet;
use std::sync::Arc;

/// A pack is rewritten when at least one part in this many of its bytes is dead.
const REWRITE_SHARE: u64 = 4;

/// Which editions stay: all that any of the fields names, and always the public and the newest one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keep {
    /// So many of the newest editions.
    pub number: usize,
    /// Editions committed after this instant, in milliseconds since 1970 (UTC).
    pub newer_than_ms: i64,
    /// Editions of these numbers.
    pub pins: Vec<u64>,
}

/// What a collection did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Collected {
    /// Editions dropped.
    pub editions: usize,
    /// Packs removed or rewritten.
    pub packs: usize,
    /// Bytes given back to the disk.
    pub bytes: u64,
}

impl Library {
    /// Drops all editions but those to keep, and gives back the space of objects that no kept edition names. Packs of
    /// which less than a quarter is dead stay as they are.
    /// An [`crate::Edition`] that is held stays readable, in this process and in others. A kill leaves the old state or
    /// the new one.
    ///
    /// # Errors
    /// [`Error::DraftsOpen`] while a draft is open; when reading or writing fails, the library is as before.
    pub fn collect(&self, keep: &Keep) -> Result<Collected> {
        self.drop_all_but(keep, REWRITE_SHARE)
    }

    /// Like [`Library::collect`], and no dead object stays on disk: for content that must be gone.
    ///
    /// # Errors
    /// As for [`Library::collect`].
    pub fn scrub(&self, keep: &Keep) -> Result<Collected> {
        self.drop_all_but(keep, u64::MAX)
    }

    /// Takes blobs out of every edition that is kept, and off the disk, but for those that the public or the newest
    /// edition names. The other editions keep their trees: what they name there can no longer be read.
    ///
    /// # Errors
    /// As for [`Library::collect`].
    pub fn erase(&self, blobs: &HashSet<Hash>) -> Result<Collected> {
        let _writing = self.shared.writing();
        let (history, objects) = snapshot(&self.shared.state())?;
        let mut named = HashSet::new();
        let newest = history.editions.last().map(|info| info.number);
        for info in &history.editions {
            if info.public || Some(info.number) == newest {
                mark(&objects, info.root, &mut named)?;
            }
        }
        let (mut stay, mut go) = (Vec::new(), Vec::new());
        for pack in objects.packs() {
            let mut holds = false;
            for blob in blobs.difference(&named) {
                holds |= pack.find(blob)?.is_some();
            }
            if holds { &mut go } else { &mut stay }.push(Arc::clone(pack));
        }
        if go.is_empty() {
            return Ok(Collected::default());
        }
        let alive = |hash: &Hash| named.contains(hash) || !blobs.contains(hash);
        self.put_in_place(history, objects, (stay, go), 0, alive)
    }

    fn drop_all_but(&self, keep: &Keep, share: u64) -> Result<Collected> {
        let _writing = self.shared.writing();
        let (mut history, objects) = snapshot(&self.shared.state())?;
        let before = history.editions.len();
        retain(&mut history, keep);
        let mut live = HashSet::new();
        for info in &history.editions {
            mark(&objects, info.root, &mut live)?;
        }
        let (stay, go) = sort_packs(&objects, &live, share)?;
        let dropped = before - history.editions.len();
        if dropped == 0 && go.is_empty() {
            return Ok(Collected::default());
        }
        self.put_in_place(history, objects, (stay, go), dropped, |hash| live.contains(hash))
    }

    /// Merges what lives of the packs that go, and makes that and the packs that stay all there is.
    fn put_in_place(
        &self,
        mut history: History,
        objects: Objects,
        (stay, go): (Packs, Packs),
        editions: usize,
        alive: impl Fn(&Hash) -> bool,
    ) -> Result<Collected> {
        let merged = match go.is_empty() {
            true => None,
            false => merge(&self.shared, &go, alive)?,
        };
        let freed: u64 = go.iter().map(|pack| pack.bytes).sum();
        let collected = Collected {
            editions,
            packs: go.len(),
            bytes: freed.saturating_sub(merged.as_ref().map_or(0, |pack| pack.bytes)),
        };
        let living: Vec<_> = merged.into_iter().chain(stay).collect();
        history.packs = living.iter().rev().map(|pack| pack.name).collect();
        let mut state = self.shared.state();
        // A draft that was begun meanwhile may count on what is dead now; the merged pack is then an orphan that the
        // next start removes.
        snapshot(&state)?;
        let objects = Objects::new(living, objects.cache().clone());
        self.shared.replace_history(&mut state, history, objects)?;
        Ok(collected)
    }
}

fn snapshot(state: &State) -> Result<(History, Objects)> {
    match state.drafts {
        0 => Ok((state.history.clone(), state.objects.clone())),
        drafts => Err(Error::DraftsOpen { drafts }),
    }
}

fn retain(history: &mut History, keep: &Keep) {
    let oldest_by_number = history
        .editions
        .iter()
        .rev()
        .nth(keep.number.max(1) - 1)
        .map_or(0, |info| info.number);
    history.editions.retain(|info| {
        info.public
            || info.number >= oldest_by_number
            || info.at_ms > keep.newer_than_ms
            || keep.pins.contains(&info.number)
    });
}

/// Adds the hashes of all nodes and blobs of the tree at `root`, leaving out subtrees that were marked before.
fn mark(objects: &Objects, root: Hash, live: &mut HashSet<Hash>) -> Result<()> {
    let mut fresh = |hash: &Hash| !hash.is_zero() && live.insert(*hash);
    if !fresh(&root) {
        return Ok(());
    }
    for middle in objects.branch(&root, Level::Root)?.children().iter() {
        if !fresh(middle) {
            continue;
        }
        for hash in objects.branch(middle, Level::Middle)?.children() {
            if !fresh(hash) {
                continue;
            }
            let leaf = objects.leaf_once(hash)?;
            for row in leaf.rows().map_err(|bad| unreadable(hash, bad))? {
                let skeleton = row.and_then(|(_, record)| Record::decode_skeleton(record));
                fresh(&skeleton.map_err(|bad| unreadable(hash, bad))?.0);
            }
        }
    }
    Ok(())
}

type Packs = Vec<Arc<Pack>>;

/// Packs that stay as they are, and packs that hold enough dead bytes to go.
fn sort_packs(objects: &Objects, live: &HashSet<Hash>, share: u64) -> Result<(Packs, Packs)> {
    let (mut stay, mut go) = (Vec::new(), Vec::new());
    for pack in objects.packs() {
        let (mut dead, mut all) = (0u64, 0u64);
        for entry in pack.entries() {
            let entry = entry?;
            all += u64::from(entry.length);
            dead += if live.contains(&entry.hash) {
                0
            } else {
                u64::from(entry.length)
            };
        }
        let side = if dead > 0 && dead.saturating_mul(share) >= all {
            &mut go
        } else {
            &mut stay
        };
        side.push(pack.clone());
    }
    Ok((stay, go))
}
