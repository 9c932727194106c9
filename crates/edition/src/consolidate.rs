//! Merging small packs, so that a library of many small commits keeps few files open and few indexes to search.

use crate::library::Shared;
use crate::objects::Objects;
use crate::pack::Pack;
use crate::{Hash, Library, Result};
use std::sync::Arc;

/// More packs than this are worth merging.
const MAX_PACKS: usize = 24;
/// After merging, each pack is at least this many times as large as all smaller ones together: then the work per object
/// is logarithmic.
const FACTOR: u64 = 2;

impl Library {
    /// Merges small packs when there are more than 24, and returns how many were merged. For quiet moments: it reads
    /// and writes what it merges.
    /// A kill leaves the old packs or the new one.
    ///
    /// # Errors
    /// When reading or writing fails; the library is then as before.
    pub fn consolidate(&self) -> Result<usize> {
        let _writing = self.shared.writing();
        let mut packs = self.shared.state().objects.packs().to_vec();
        if packs.len() <= MAX_PACKS {
            return Ok(0);
        }
        packs.sort_by_key(|pack| pack.bytes);
        let larger = packs.split_off(small_ones(&packs));
        let merged = merge(&self.shared, &packs, |_| true)?;
        let mut state = self.shared.state();
        let living: Vec<_> = merged.into_iter().chain(larger).collect();
        let mut history = state.history.clone();
        history.packs = living.iter().rev().map(|pack| pack.name).collect();
        let objects = Objects::new(living, state.objects.cache().clone());
        self.shared.replace_history(&mut state, history, objects)?;
        Ok(packs.len())
    }
}

/// How many of the packs, smallest first, have to be merged for the rest to grow geometrically; two at least.
fn small_ones(packs: &[Arc<Pack>]) -> usize {
    let (mut sum, mut count) = (0u64, 2);
    for (at, pack) in packs.iter().enumerate() {
        if pack.bytes < sum.saturating_mul(FACTOR) {
            count = count.max(at + 1);
        }
        sum = sum.saturating_add(pack.bytes);
    }
    count.min(packs.len())
}

/// Writes the objects of `packs` that are `live` to a new pack, each pack's in the order in which they lie; `None` when
/// there are none.
pub(crate) fn merge(shared: &Shared, packs: &[Arc<Pack>], live: impl Fn(&Hash) -> bool) -> Result<Option<Arc<Pack>>> {
    let mut writer = shared.begin_pack()?;
    for pack in packs {
        let mut entries = Vec::new();
        for entry in pack.entries() {
            let entry = entry?;
            if live(&entry.hash) && writer.length_of(&entry.hash).is_none() {
                entries.push(entry);
            }
        }
        entries.sort_unstable_by_key(|entry| entry.offset);
        for entry in entries {
            writer.put(entry.hash, &pack.read(&entry)?)?;
        }
    }
    Ok(writer.finish(shared.disk())?.map(Arc::new))
}
