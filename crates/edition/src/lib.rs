//! An edition: the whole public site as an immutable hash tree from path to answer.
//!
//! A [`Library`] is a directory of editions. A [`Draft`] collects what differs from an earlier edition; committing it
//! writes one
//! pack and one log record. An [`Edition`] answers `get(path)`, joins a page's skeleton with its fragments, and
//! compares itself with
//! another. The crate knows neither content nor databases nor HTTP. How it lies on disk, and why:
//! `docs/decisions/edition-on-disk.md`.

mod branch;
mod cache;
mod collect;
mod consolidate;
mod diff;
mod disk;
mod draft;
mod edition;
mod error;
mod hash;
mod history;
mod lay;
mod leaf;
mod library;
mod log;
mod objects;
mod pack;
mod pack_index;
mod pack_writer;
mod paths;
mod record;
mod site;
mod walk;
mod wire;

pub use collect::{Collected, Keep};
pub use diff::{Change, diff};
pub use disk::Durability;
pub use draft::Draft;
pub use edition::Edition;
pub use error::{Error, Result};
pub use hash::Hash;
pub use history::EditionInfo;
pub use library::Library;
pub use paths::{FRAGMENT_MARK, MAX_PATH_BYTES, SITE_PATH};
pub use record::{Insert, Record};
pub use site::{SiteLocale, SiteTable};
