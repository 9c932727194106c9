//! What can go wrong with an edition, where, and what to do.

use crate::Hash;
use std::io;
use std::path::{Path, PathBuf};

/// Result of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// An error of a library, a draft or an edition.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The operating system refused something.
    #[error("cannot {action} {path}: {source}", path = path.display())]
    Io {
        /// What was tried.
        action: &'static str,
        /// The file or directory.
        path: PathBuf,
        /// Why it failed.
        source: io::Error,
    },
    /// Another process writes to this directory.
    #[error("the edition directory {path} is in use by another process: stop it, or open the directory read-only", path = dir.display())]
    InUse {
        /// The directory.
        dir: PathBuf,
    },
    /// A file is not what was written to it.
    #[error("{path} is damaged at byte {offset}: {what}. The edition directory is damaged: restore it from a copy, or run `plenary press --rebuild`", path = path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// Where in it.
        offset: u64,
        /// What was found.
        what: &'static str,
    },
    /// An object that an edition names is in no pack.
    #[error(
        "object {hash} is missing. The edition directory is damaged: restore it from a copy, or run `plenary press --rebuild`"
    )]
    Missing {
        /// The object.
        hash: Hash,
    },
    /// An object's bytes are whole, but it is no node of a known version.
    #[error(
        "object {hash} cannot be understood at byte {offset}: {what}. It was written by a newer version, or run `plenary press --rebuild`"
    )]
    Unreadable {
        /// The object.
        hash: Hash,
        /// Where in it.
        offset: usize,
        /// What was found.
        what: &'static str,
    },
    /// A record that must not go into an edition.
    #[error("the answer at {path:?} is refused: {why}")]
    Refused {
        /// The path as given.
        path: String,
        /// Which rule it breaks.
        why: String,
    },
    /// The record at the path of the site table is absent or cannot be read.
    #[error("the edition has no usable site table at `~site`: {why}; the press must lay one")]
    NoSite {
        /// What is wrong with it.
        why: String,
    },
    /// A page names a fragment that is not in the edition.
    #[error(
        "{page} shows the fragment {name}, which is not in the edition: lay the fragment, or lay the page without it"
    )]
    NoFragment {
        /// Path of the page.
        page: String,
        /// Path of the fragment.
        name: String,
    },
    /// There is no edition of that number.
    #[error("there is no edition {number}: it was never committed, or has been collected")]
    NoEdition {
        /// The number asked for.
        number: u64,
    },
    /// The library was opened with [`crate::Library::open_read_only`].
    #[error("the edition directory {path} is open for reading only", path = dir.display())]
    ReadOnly {
        /// The directory.
        dir: PathBuf,
    },
    /// Collecting while a draft is open could remove objects that the draft counts on.
    #[error("{drafts} draft(s) are open: commit or drop them before collecting")]
    DraftsOpen {
        /// How many.
        drafts: usize,
    },
    /// An earlier write to the log failed half-way; nothing more is written until the directory is opened again.
    #[error("an earlier write to {path} failed: free space or mend the disk, then start again", path = path.display())]
    Stopped {
        /// The log.
        path: PathBuf,
    },
}

/// Adds to an I/O error what was tried on which file.
pub(crate) trait During<T> {
    fn during(self, action: &'static str, path: &Path) -> Result<T>;
}

impl<T> During<T> for io::Result<T> {
    fn during(self, action: &'static str, path: &Path) -> Result<T> {
        self.map_err(|source| Error::Io {
            action,
            path: path.to_path_buf(),
            source,
        })
    }
}
