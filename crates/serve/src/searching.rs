//! Answering from the search page: waiting for the index, filling the page, within bounds.

use crate::bodies::Failure;
use crate::compress::encode;
use crate::encoding::Encoding;
use crate::handle::{EditionHandle, Shown};
use crate::page::Page;
use crate::search::{Filled, Question, SearchPage, Searcher};
use hyper::StatusCode;
use hyper::body::Bytes;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;

/// How long a visitor waits for the index of an edition that has just come. It is ready within milliseconds, but for the
/// first one after a start.
const PATIENCE: Duration = Duration::from_millis(800);

/// What searching needs.
#[derive(Debug)]
pub(crate) struct Searching {
    searcher: Arc<Searcher>,
    /// Questions that are answered at the same time; others wait.
    slots: Semaphore,
}

/// A filled page in its coding.
#[derive(Debug)]
pub(crate) struct Sent {
    pub(crate) status: StatusCode,
    pub(crate) bytes: Bytes,
}

/// Whether a path of the edition is a page that is filled with what is found.
pub(crate) fn is_search(shown: &Shown, path: &str, page: &Page) -> bool {
    let locales = shown.site.iter().flat_map(|site| &site.locales);
    page.status == StatusCode::OK && locales.into_iter().any(|locale| locale.search == path)
}

impl Searching {
    pub(crate) fn new(searcher: Arc<Searcher>, at_once: usize) -> Searching {
        Searching {
            searcher,
            slots: Semaphore::new(at_once.max(1)),
        }
    }

    /// The edition shown, as soon as it can be searched, or after some patience as it is.
    pub(crate) async fn ready(&self, editions: &EditionHandle) -> Option<Arc<Shown>> {
        let waiting = async {
            loop {
                let shown = editions.shown()?;
                self.searcher.wait_for(shown.edition.root()).await;
                let now = editions.shown()?;
                if now.edition.root() == shown.edition.root() {
                    return Some(now);
                }
            }
        };
        match tokio::time::timeout(PATIENCE, waiting).await {
            Ok(shown) => shown,
            Err(_) => editions.shown(),
        }
    }

    /// The page filled and coded; nothing if the theme's page cannot be filled.
    pub(crate) async fn fill(
        &self,
        shown: &Arc<Shown>,
        path: &str,
        page: &Page,
        question: Question,
        encoding: Encoding,
    ) -> Result<Option<Sent>, Failure> {
        // The semaphore is never closed; a permit is only a bound.
        let _slot = self.slots.acquire().await.ok();
        let (searcher, edition, record) = (Arc::clone(&self.searcher), shown.edition.clone(), page.record.clone());
        let locale = shown
            .site
            .iter()
            .flat_map(|site| &site.locales)
            .find(|locale| locale.search == path)
            .map(|locale| locale.code.clone())
            .unwrap_or_default();
        let filling = tokio::task::spawn_blocking(move || -> Result<Option<Sent>, Failure> {
            let html = String::from_utf8_lossy(&edition.join(&record)?).into_owned();
            let Some(page) = SearchPage::read(html) else {
                return Ok(None);
            };
            let Filled { status, html } = searcher.ask(edition.root(), &locale, |index| page.answer(index, &question));
            let bytes = Bytes::from(encode(html.into_bytes(), &record.content_type, encoding)?);
            Ok(Some(Sent { status, bytes }))
        });
        filling.await?
    }
}
