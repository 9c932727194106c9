//! Answers that no edition holds: refusals, redirects to a normal address, and the server's own trouble. They say
//! nothing about the inside.

use crate::cache::CachePolicy;
use crate::handle::Interruption;
use crate::payload::Payload;
use crate::security::Guard;
use hyper::body::Bytes;
use hyper::header::{CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, LOCATION};
use hyper::{Response, StatusCode};

/// Seconds after which a visitor may try again while there is no edition yet.
pub(crate) const RETRY_SECONDS: &str = "2";

/// An answer of the server itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Plain {
    BadRequest,
    NotFound,
    MethodNotAllowed,
    PreconditionFailed,
    BodyRefused,
    AddressTooLong,
    Unreadable,
    NoEdition,
}

impl Plain {
    pub(crate) fn response(self, behind_https: bool) -> Response<Payload> {
        let (status, header) = match self {
            Plain::BadRequest => (StatusCode::BAD_REQUEST, None),
            Plain::NotFound => (StatusCode::NOT_FOUND, None),
            Plain::MethodNotAllowed => (StatusCode::METHOD_NOT_ALLOWED, Some(("allow", "GET, HEAD"))),
            Plain::PreconditionFailed => (StatusCode::PRECONDITION_FAILED, None),
            Plain::BodyRefused => (StatusCode::PAYLOAD_TOO_LARGE, Some(("connection", "close"))),
            Plain::AddressTooLong => (StatusCode::URI_TOO_LONG, None),
            Plain::Unreadable => (StatusCode::INTERNAL_SERVER_ERROR, None),
            Plain::NoEdition => (StatusCode::SERVICE_UNAVAILABLE, Some(("retry-after", RETRY_SECONDS))),
        };
        let text = format!(
            "{} {}\n",
            status.as_str(),
            status.canonical_reason().unwrap_or_default()
        );
        let mut response = with_status(status, Bytes::from(text), behind_https);
        if let Some((name, value)) = header {
            response
                .headers_mut()
                .insert(HeaderName::from_static(name), HeaderValue::from_static(value));
        }
        response
    }
}

/// A redirect to `location`, which is percent-encoded already.
pub(crate) fn redirect(status: StatusCode, location: &str, behind_https: bool) -> Response<Payload> {
    let Ok(location) = HeaderValue::from_str(location) else {
        return Plain::BadRequest.response(behind_https);
    };
    let mut response = with_status(status, Bytes::new(), behind_https);
    response.headers_mut().insert(LOCATION, location);
    response
}

/// What is answered at a path during an interruption: its page, or the page's style sheet.
pub(crate) fn interrupted(interruption: &Interruption, path: &str, behind_https: bool) -> Response<Payload> {
    let (status, content_type, text) = match path {
        Interruption::STYLE => (StatusCode::OK, "text/css; charset=utf-8", &interruption.style),
        _ => (
            StatusCode::INTERNAL_SERVER_ERROR,
            "text/html; charset=utf-8",
            &interruption.page,
        ),
    };
    let mut response = with_status(status, Bytes::from(text.clone()), behind_https);
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn with_status(status: StatusCode, text: Bytes, behind_https: bool) -> Response<Payload> {
    let mut headers = HeaderMap::new();
    Guard::Document.add_to(&mut headers, behind_https);
    headers.insert(CACHE_CONTROL, CachePolicy::of("", status.as_u16()).value());
    headers.insert(CONTENT_LENGTH, HeaderValue::from(text.len()));
    if !text.is_empty() {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    }
    let mut response = Response::new(Payload::Held(text));
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    response
}
