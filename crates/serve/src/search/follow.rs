//! Keeps the indexes those of the edition that is served, beside the threads that answer.

use super::Searcher;
use crate::EditionHandle;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::task::JoinHandle;

/// Ends the following when it is dropped, also in the middle of an edition.
#[derive(Debug)]
pub(crate) struct Following {
    stop: Arc<AtomicBool>,
    task: JoinHandle<()>,
}

impl Drop for Following {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        self.task.abort();
    }
}

/// Reads each edition as it is set, and the one that is there.
pub(crate) fn follow(editions: EditionHandle, searcher: Arc<Searcher>) -> Following {
    let stop = Arc::new(AtomicBool::new(false));
    let stopped = Arc::clone(&stop);
    let task = tokio::spawn(async move {
        let mut flips = editions.flips();
        loop {
            flips.mark_unchanged();
            let (editions, searcher, stopped) = (editions.clone(), Arc::clone(&searcher), Arc::clone(&stopped));
            let read = tokio::task::spawn_blocking(move || take_in(&editions, &searcher, &stopped));
            // Whatever went wrong is told where it did; the next edition may do better.
            if read.await.is_err() || flips.changed().await.is_err() {
                return;
            }
        }
    });
    Following { stop, task }
}

fn take_in(editions: &EditionHandle, searcher: &Searcher, stop: &AtomicBool) {
    let Some(edition) = editions.current() else {
        return;
    };
    let stops = || stop.load(Ordering::Relaxed);
    let read = searcher.read(&edition, &stops).or_else(|error| {
        tracing::warn!(edition = edition.number(), %error, "the search index is made anew");
        searcher.forget();
        searcher.read(&edition, &stops)
    });
    match read {
        Ok(()) => tracing::debug!(edition = edition.number(), entries = ?searcher.sizes(), "ready to be searched"),
        Err(error) => tracing::error!(edition = edition.number(), %error, "cannot be searched"),
    }
}
