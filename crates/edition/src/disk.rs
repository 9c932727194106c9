//! The few operations on which durability rests, counted.

use crate::Result;
use crate::error::During;
use std::fs::{self, File};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

/// Whether commits wait for the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// What was committed survives a power cut.
    Full,
    /// Nothing waits for the disk: for tests and throw-away editions. A killed process still leaves a whole edition.
    Relaxed,
}

/// Waits for the disk as the durability asks, and counts how often.
#[derive(Debug)]
pub(crate) struct Disk {
    durability: Durability,
    fsyncs: AtomicU64,
}

impl Disk {
    pub(crate) fn new(durability: Durability) -> Disk {
        Disk {
            durability,
            fsyncs: AtomicU64::new(0),
        }
    }

    pub(crate) fn fsyncs(&self) -> u64 {
        self.fsyncs.load(Ordering::Relaxed)
    }

    pub(crate) fn sync_file(&self, file: &File, path: &Path) -> Result<()> {
        if self.durability == Durability::Relaxed {
            return Ok(());
        }
        self.fsyncs.fetch_add(1, Ordering::Relaxed);
        file.sync_data().during("write to disk", path)
    }

    pub(crate) fn sync_directory(&self, dir: &Path) -> Result<()> {
        if self.durability == Durability::Relaxed {
            return Ok(());
        }
        let file = File::open(dir).during("open", dir)?;
        self.fsyncs.fetch_add(1, Ordering::Relaxed);
        file.sync_all().during("write to disk", dir)
    }

    /// Gives a whole and synced file its name, durably.
    pub(crate) fn rename(&self, from: &Path, to: &Path) -> Result<()> {
        fs::rename(from, to).during("rename", from)?;
        to.parent().map_or(Ok(()), |dir| self.sync_directory(dir))
    }
}
