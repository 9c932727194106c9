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
    interruption: Arc<RwLock<Option<Arc<Interruption>>>>,
    flips: watch::Sender<()>,
}

/// What is answered at every address in place of the edition, while someone who works on the site's look must be told
/// something. Only a server that its operator has asked to do so is ever interrupted; the edition stays as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interruption {
    /// The page, as HTML; it may link [`Interruption::STYLE`].
    pub page: String,
    /// Its style sheet.
    pub style: String,
}

impl Interruption {
    /// Where the page's style sheet is answered, as long as the interruption lasts.
    pub const STYLE: &'static str = "/~interruption.css";
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

    /// Answers with this instead of the edition from now on, or with the edition again.
    pub fn interrupt(&self, interruption: Option<Interruption>) {
        *self.interruption.write().unwrap_or_else(PoisonError::into_inner) = interruption.map(Arc::new);
    }

    pub(crate) fn interruption(&self) -> Option<Arc<Interruption>> {
        self.interruption.read().unwrap_or_else(PoisonError::into_inner).clone()
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
