//! One request, one answer: method, address, language, condition, coding, part — in this order.

use crate::address::{Address, Refusal, encode};
use crate::bodies::{Bodies, Failure};
use crate::conditions::{Verdict, weigh};
use crate::encoding::Encoding;
use crate::handle::{EditionHandle, Shown};
use crate::options::Limits;
use crate::page::Page;
use crate::payload::{MAX_HELD_BYTES, Payload};
use crate::plain::{Plain, RETRY_SECONDS, interrupted, redirect};
use crate::range::{Part, part};
use crate::route::{Lookup, Route};
use crate::search::{Question, Searcher};
use crate::searching::{Searching, is_search};
use crate::{cache::CachePolicy, locale};
use hyper::body::{Body, Bytes};
use hyper::header::{
    ACCEPT_ENCODING, ACCEPT_LANGUAGE, ACCEPT_RANGES, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_RANGE,
    ETAG, HOST, HeaderMap, HeaderName, HeaderValue, IF_RANGE, RANGE, RETRY_AFTER, VARY,
};
use hyper::{Method, Request, Response, StatusCode, Version};
use std::sync::Arc;

type Answer = Response<Payload>;

/// Answers requests from the current edition.
#[derive(Debug)]
pub(crate) struct Answerer {
    editions: EditionHandle,
    bodies: Bodies,
    lookup: Lookup,
    searching: Searching,
    behind_https: bool,
}

impl Answerer {
    pub(crate) fn new(
        editions: EditionHandle,
        searcher: Arc<Searcher>,
        limits: &Limits,
        behind_https: bool,
    ) -> Answerer {
        let bodies = Bodies::new(limits.max_body_bytes, limits.max_preparations);
        Answerer {
            editions,
            bodies,
            lookup: Lookup {
                max_pages: limits.max_pages,
                behind_https,
            },
            searching: Searching::new(searcher, limits.max_preparations),
            behind_https,
        }
    }

    pub(crate) async fn answer<B: Body>(&self, request: &Request<B>) -> Answer {
        if let Some(refusal) = refuse(request) {
            return refusal.response(self.behind_https);
        }
        if let Some(interruption) = self.editions.interruption() {
            return interrupted(&interruption, request.uri().path(), self.behind_https);
        }
        let Some(shown) = self.editions.shown() else {
            return Plain::NoEdition.response(self.behind_https);
        };
        let answer = match Address::parse(request.uri().path()) {
            Ok(Address::Path(path)) => self.at(&shown, &path, request).await,
            Ok(Address::Elsewhere(path)) => Ok(self.moved(&path, request)),
            Err(Refusal::Malformed) => Ok(Plain::BadRequest.response(self.behind_https)),
            Err(Refusal::TooLong) => Ok(Plain::AddressTooLong.response(self.behind_https)),
        };
        answer.unwrap_or_else(|failure| {
            tracing::error!(edition = shown.edition.number(), %failure, "an answer could not be made");
            Plain::Unreadable.response(self.behind_https)
        })
    }

    async fn at<B>(&self, shown: &Arc<Shown>, path: &str, request: &Request<B>) -> Result<Answer, Failure> {
        match self.lookup.route(shown, path).await? {
            Route::Page(page) if is_search(shown, path, &page) => self.search(path, request).await,
            Route::Page(page) => self.send(shown, &page, request).await,
            Route::Slash => Ok(self.moved(&format!("{path}/"), request)),
            Route::Nothing if path == "/" => self.home(shown, request).await,
            Route::Nothing => self.not_found(shown, path, request).await,
        }
    }

    /// The search page, filled from the index of the very edition that is shown.
    async fn search<B>(&self, path: &str, request: &Request<B>) -> Result<Answer, Failure> {
        let question = Question::read(request.uri().query());
        let shown = match question.asked.is_empty() {
            true => self.editions.shown(),
            false => self.searching.ready(&self.editions).await,
        };
        let Some(shown) = shown else {
            return Ok(Plain::NoEdition.response(self.behind_https));
        };
        let Route::Page(page) = self.lookup.route(&shown, path).await? else {
            return self.not_found(&shown, path, request).await;
        };
        let (encoding, mut headers) = negotiate(&page, request);
        let Some(filled) = self.searching.fill(&shown, path, &page, question, encoding).await? else {
            return self.send(&shown, &page, request).await;
        };
        headers.insert(CACHE_CONTROL, CachePolicy::NoStore.value());
        headers.insert("x-robots-tag", HeaderValue::from_static("noindex"));
        headers.insert(CONTENT_LENGTH, HeaderValue::from(filled.bytes.len()));
        if let Some(name) = encoding.name() {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static(name));
        }
        if filled.status == StatusCode::SERVICE_UNAVAILABLE {
            headers.insert(RETRY_AFTER, HeaderValue::from_static(RETRY_SECONDS));
        }
        Ok(answer_of(filled.status, headers, Payload::Held(filled.bytes)))
    }

    /// The same page's normal address, for good; the query is kept.
    fn moved<B>(&self, path: &str, request: &Request<B>) -> Answer {
        let query = request.uri().query().map_or(String::new(), |query| format!("?{query}"));
        redirect(
            StatusCode::PERMANENT_REDIRECT,
            &(encode(path) + &query),
            self.behind_https,
        )
    }

    /// The home page in the visitor's language.
    async fn home<B>(&self, shown: &Arc<Shown>, request: &Request<B>) -> Result<Answer, Failure> {
        let languages = list(request.headers(), &ACCEPT_LANGUAGE);
        let chosen = shown
            .site
            .as_ref()
            .and_then(|site| locale::choose(site, languages.as_deref()));
        let Some(home) = chosen.map(|locale| locale.home.as_str()).filter(|home| *home != "/") else {
            return self.not_found(shown, "/", request).await;
        };
        let mut answer = redirect(StatusCode::SEE_OTHER, &encode(home), self.behind_https);
        answer
            .headers_mut()
            .insert(VARY, HeaderValue::from_name(ACCEPT_LANGUAGE));
        Ok(answer)
    }

    /// The error page of the locale in the path, else of the visitor's language.
    async fn not_found<B>(&self, shown: &Arc<Shown>, path: &str, request: &Request<B>) -> Result<Answer, Failure> {
        let languages = list(request.headers(), &ACCEPT_LANGUAGE);
        let named = shown.site.as_ref().and_then(|site| locale::of_path(site, path));
        let chosen = shown
            .site
            .as_ref()
            .and_then(|site| named.or_else(|| locale::choose(site, languages.as_deref())));
        let route = match chosen {
            Some(locale) => self.lookup.route(shown, &locale.not_found).await?,
            None => Route::Nothing,
        };
        let mut answer = match route {
            Route::Page(page) => self.send_as(shown, &page, StatusCode::NOT_FOUND, request).await?,
            Route::Slash | Route::Nothing => Plain::NotFound.response(self.behind_https),
        };
        answer
            .headers_mut()
            .insert(CACHE_CONTROL, CachePolicy::of(path, 404).value());
        if named.is_none() {
            answer
                .headers_mut()
                .append(VARY, HeaderValue::from_name(ACCEPT_LANGUAGE));
        }
        Ok(answer)
    }

    async fn send<B>(&self, shown: &Shown, page: &Page, request: &Request<B>) -> Result<Answer, Failure> {
        if page.status != StatusCode::OK {
            return self.send_as(shown, page, page.status, request).await;
        }
        let (encoding, mut headers) = negotiate(page, request);
        let tag = page.tag(encoding);
        headers.insert(ETAG, header(&tag)?);
        match weigh(request.headers(), &tag) {
            Verdict::Failed => Ok(Plain::PreconditionFailed.response(self.behind_https)),
            Verdict::NotModified => Ok(not_modified(&headers)),
            Verdict::Send if page.compressible => self.whole(shown, page, encoding, headers).await,
            Verdict::Send => {
                headers.insert(ACCEPT_RANGES, HeaderValue::from_static("bytes"));
                let wanted = part(range_of(request, &tag), page.length);
                self.part(shown, page, wanted, headers).await
            }
        }
    }

    /// The page under a status other than 200: no validator, no condition, no part.
    async fn send_as<B>(
        &self,
        shown: &Shown,
        page: &Page,
        status: StatusCode,
        request: &Request<B>,
    ) -> Result<Answer, Failure> {
        let (encoding, headers) = negotiate(page, request);
        let mut answer = self.whole(shown, page, encoding, headers).await?;
        *answer.status_mut() = status;
        Ok(answer)
    }

    async fn whole(
        &self,
        shown: &Shown,
        page: &Page,
        encoding: Encoding,
        mut headers: HeaderMap,
    ) -> Result<Answer, Failure> {
        let body = self.bodies.get(&shown.edition, page, encoding).await?;
        headers.insert(CONTENT_LENGTH, HeaderValue::from(body.len()));
        if let Some(name) = encoding.name() {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static(name));
        }
        Ok(answer_of(StatusCode::OK, headers, Payload::Held(body)))
    }

    /// The wanted part of an answer that is never compressed.
    async fn part(&self, shown: &Shown, page: &Page, wanted: Part, mut headers: HeaderMap) -> Result<Answer, Failure> {
        let (status, first, last) = match wanted {
            Part::Whole if page.length == 0 => {
                return Ok(answer_of(StatusCode::OK, headers, Payload::Held(Bytes::new())));
            }
            Part::Whole => (StatusCode::OK, 0, page.length - 1),
            Part::Bytes { first, last } => (StatusCode::PARTIAL_CONTENT, first, last),
            Part::Outside => {
                headers.insert(CONTENT_RANGE, header(&format!("bytes */{}", page.length))?);
                return Ok(answer_of(
                    StatusCode::RANGE_NOT_SATISFIABLE,
                    headers,
                    Payload::Held(Bytes::new()),
                ));
            }
        };
        if status == StatusCode::PARTIAL_CONTENT {
            headers.insert(CONTENT_RANGE, header(&format!("bytes {first}-{last}/{}", page.length))?);
        }
        headers.insert(CONTENT_LENGTH, HeaderValue::from(last - first + 1));
        let body = if page.record.fragments.is_empty() && page.length > MAX_HELD_BYTES {
            Payload::pieces(&shown.edition, page.record.skeleton, first..=last)
        } else {
            let whole = self.bodies.get(&shown.edition, page, Encoding::Identity).await?;
            let (from, to) = (usize::try_from(first).unwrap_or(0), usize::try_from(last).unwrap_or(0));
            if to >= whole.len() {
                return Err(Failure::Short);
            }
            Payload::Held(whole.slice(from..=to))
        };
        Ok(answer_of(status, headers, body))
    }
}

/// What is refused whatever the edition holds.
fn refuse<B: Body>(request: &Request<B>) -> Option<Plain> {
    let named = request.headers().contains_key(HOST) || request.uri().authority().is_some();
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        Some(Plain::MethodNotAllowed)
    } else if !request.body().is_end_stream() {
        Some(Plain::BodyRefused)
    } else if request.version() == Version::HTTP_11 && !named {
        Some(Plain::BadRequest)
    } else {
        None
    }
}

/// The coding for this visitor, and the page's headers with what the choice depended on.
fn negotiate<B>(page: &Page, request: &Request<B>) -> (Encoding, HeaderMap) {
    let mut headers = page.headers.clone();
    if !page.compressible {
        return (Encoding::Identity, headers);
    }
    headers.append(VARY, HeaderValue::from_name(ACCEPT_ENCODING));
    (
        Encoding::choose(list(request.headers(), &ACCEPT_ENCODING).as_deref()),
        headers,
    )
}

/// A 304 repeats only what a cache needs to go on using what it has (RFC 9110, 15.4.5).
fn not_modified(headers: &HeaderMap) -> Answer {
    let mut answer = Response::new(Payload::Held(Bytes::new()));
    *answer.status_mut() = StatusCode::NOT_MODIFIED;
    for name in [CACHE_CONTROL, ETAG, VARY] {
        for value in headers.get_all(&name) {
            answer.headers_mut().append(&name, value.clone());
        }
    }
    answer
}

/// The wanted range, unless it is meant for other bytes than those of `tag`.
fn range_of<'a, B>(request: &'a Request<B>, tag: &str) -> Option<&'a str> {
    let same = request
        .headers()
        .get(IF_RANGE)
        .is_none_or(|wanted| wanted.as_bytes() == tag.as_bytes());
    let range = request.headers().get(RANGE)?.to_str().ok()?;
    (same && request.method() == Method::GET).then_some(range)
}

fn answer_of(status: StatusCode, headers: HeaderMap, body: Payload) -> Answer {
    let mut answer = Response::new(body);
    *answer.status_mut() = status;
    *answer.headers_mut() = headers;
    answer
}

fn header(text: &str) -> Result<HeaderValue, Failure> {
    Ok(HeaderValue::from_str(text).map_err(hyper::http::Error::from)?)
}

/// All lines of a list header as one list; nothing when it was not sent.
fn list(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    let lines: Vec<_> = headers
        .get_all(name)
        .into_iter()
        .filter_map(|line| line.to_str().ok())
        .collect();
    (!lines.is_empty()).then(|| lines.join(","))
}
