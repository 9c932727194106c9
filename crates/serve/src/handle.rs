//! The edition that is served now. Setting another one changes all answers at once; answers that have begun end from
//! the former one.

use crate::bounded::Bounded;
use crate::page::Page;
use edition::{Edition, SiteTable};
use std::sync::{Arc, PoisonError, RwLock};
use tokio::sync::watch;

/// A shared place for the current edition, empty until the first one is set. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct EditionHandle {
    current: Arc<RwLock<Option<Arc<Shown>>>>,
    flips: watch::Sender<()>,
}

impl EditionHandle {
    /// A place without an edition: visitors are asked to come back soon.
    pub fn new() -> EditionHandle {
        EditionHandle::default()
    }

    /// Shows `edition` from now on.
    pub fn set(&self, edition: Edition) {
        let shown = Arc::new(Shown::new(edition));
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = Some(shown);
        self.flips.send_replace(());
    }

    /// The edition shown now.
    pub fn current(&self) -> Option<Edition> {
        self.shown().map(|shown| shown.edition.clone())
    }

    /// Tells of each edition that is set.
    pub(crate) fn flips(&self) -> watch::Receiver<()> {
        self.flips.subscribe()
    }

    pub(crate) fn shown(&self) -> Option<Arc<Shown>> {
        self.current.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// An edition with its locales and the pages that were asked for lately.
#[derive(Debug)]
pub(crate) struct Shown {
    pub(crate) edition: Edition,
    pub(crate) site: Option<Arc<SiteTable>>,
    pub(crate) pages: std::sync::OnceLock<Bounded<String, Arc<Page>>>,
}

impl Shown {
    fn new(edition: Edition) -> Shown {
        let site = edition
            .site()
            .inspect_err(|error| tracing::error!(%error, "serving without home and error pages"))
            .ok();
        Shown {
            edition,
            site,
            pages: std::sync::OnceLock::new(),
        }
    }

    /// The pages kept, at most `bound` of them.
    pub(crate) fn pages(&self, bound: usize) -> &Bounded<String, Arc<Page>> {
        self.pages.get_or_init(|| Bounded::new(bound))
    }
}
