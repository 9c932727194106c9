//! From a path to what the edition has for it.

use crate::bodies::Failure;
use crate::handle::Shown;
use crate::locale;
use crate::page::Page;
use edition::Record;
use hyper::StatusCode;
use std::sync::Arc;

/// What a path leads to.
#[derive(Debug, Clone)]
pub(crate) enum Route {
    Page(Arc<Page>),
    /// The path with a slash behind it leads to something.
    Slash,
    Nothing,
}

/// How pages are looked up.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Lookup {
    /// Pages kept in memory.
    pub(crate) max_pages: usize,
    pub(crate) behind_https: bool,
}

impl Lookup {
    /// What `path` leads to; from memory where possible, else from disk on a thread that may wait.
    pub(crate) async fn route(self, shown: &Arc<Shown>, path: &str) -> Result<Route, Failure> {
        if let Some(page) = shown.pages(self.max_pages).get(path) {
            return Ok(Route::Page(page));
        }
        let (shown, path) = (shown.clone(), path.to_owned());
        tokio::task::spawn_blocking(move || self.read(&shown, path)).await?
    }

    fn read(self, shown: &Shown, path: String) -> Result<Route, Failure> {
        let Some(record) = shown.edition.get(&path)? else {
            let slash = !path.ends_with('/') && shown.edition.get(&format!("{path}/"))?.is_some();
            return Ok(if slash { Route::Slash } else { Route::Nothing });
        };
        let record = explained(shown, &path, record)?;
        let page = Arc::new(Page::new(&shown.edition, &path, record, self.behind_https)?);
        shown.pages(self.max_pages).put(path, page.clone(), 1);
        Ok(Route::Page(page))
    }
}

/// A bare record that something is gone shows the locale's page for that, under the record's own status.
fn explained(shown: &Shown, path: &str, record: Record) -> Result<Record, Failure> {
    let bare = record.length == 0 && record.fragments.is_empty();
    if record.status != StatusCode::GONE.as_u16() || !bare {
        return Ok(record);
    }
    let site = shown.site.as_ref();
    let page = site
        .and_then(|site| locale::of_path(site, path).or_else(|| site.locale(&site.default)))
        .map(|locale| locale.gone.as_str());
    let shown_instead = page.map(|page| shown.edition.get(page)).transpose()?.flatten();
    Ok(match shown_instead {
        Some(page) => Record {
            status: record.status,
            headers: record.headers,
            ..page
        },
        None => record,
    })
}
