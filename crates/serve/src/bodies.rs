//! Joined and compressed answers, made when first asked for and kept within a bound. They are named by what their bytes
//! depend on, so a new edition keeps those that did not change.

use crate::bounded::Bounded;
use crate::compress::encode;
use crate::encoding::Encoding;
use crate::page::Page;
use edition::{Edition, Hash};
use hyper::body::Bytes;
use tokio::sync::Semaphore;

/// What an entry costs beside its bytes.
const ENTRY_BYTES: usize = 160;

/// Why an answer could not be made. Visitors see none of it.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error(transparent)]
    Edition(#[from] edition::Error),
    #[error("an answer could not be compressed: {0}")]
    Compression(#[from] std::io::Error),
    #[error("the work on an answer was broken off: {0}")]
    BrokenOff(#[from] tokio::task::JoinError),
    #[error("an object is shorter than its record says")]
    Short,
    #[error("the record holds a header that cannot be sent")]
    Header(#[from] hyper::http::Error),
}

/// The cache, and the bound on answers that are being made.
#[derive(Debug)]
pub(crate) struct Bodies {
    kept: Bounded<(Hash, Encoding), Bytes>,
    slots: Semaphore,
}

impl Bodies {
    pub(crate) fn new(max_bytes: usize, max_preparations: usize) -> Bodies {
        Bodies {
            kept: Bounded::new(max_bytes),
            slots: Semaphore::new(max_preparations.max(1)),
        }
    }

    /// The bytes of `page` in `encoding`.
    pub(crate) async fn get(&self, edition: &Edition, page: &Page, encoding: Encoding) -> Result<Bytes, Failure> {
        let key = (page.validator, encoding);
        if let Some(bytes) = self.kept.get(&key) {
            return Ok(bytes);
        }
        // The semaphore is never closed; a permit is only a bound.
        let _slot = self.slots.acquire().await.ok();
        // Who waited for a slot may find that another visitor's request has made it.
        if let Some(bytes) = self.kept.get(&key) {
            return Ok(bytes);
        }
        let (edition, record) = (edition.clone(), page.record.clone());
        let made = tokio::task::spawn_blocking(move || -> Result<Bytes, Failure> {
            Ok(Bytes::from(encode(
                edition.join(&record)?,
                &record.content_type,
                encoding,
            )?))
        });
        let bytes = made.await??;
        self.kept.put(key, bytes.clone(), bytes.len() + ENTRY_BYTES);
        Ok(bytes)
    }
}
