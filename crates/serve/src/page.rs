//! A record of the edition made ready for answering: its headers parsed, its validator known.

use crate::bodies::Failure;
use crate::cache::CachePolicy;
use crate::compress;
use crate::encoding::Encoding;
use crate::security::{self, Guard};
use edition::{Edition, Hash, Record};
use hyper::StatusCode;
use hyper::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};

/// Hexadecimal digits of the validator in an entity tag: 128 bits.
const TAG_DIGITS: usize = 32;

/// What stands at a path, ready to be sent.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) status: StatusCode,
    pub(crate) record: Record,
    pub(crate) validator: Hash,
    /// Bytes of the joined answer.
    pub(crate) length: u64,
    /// Whether the bytes are worth compressing.
    pub(crate) compressible: bool,
    /// Headers that do not depend on the request.
    pub(crate) headers: HeaderMap,
}

impl Page {
    /// Prepares the record at `path`.
    pub(crate) fn new(edition: &Edition, path: &str, record: Record, behind_https: bool) -> Result<Page, Failure> {
        let status = StatusCode::from_u16(record.status).map_err(hyper::http::Error::from)?;
        let validator = edition.validator(&record)?;
        let length = edition.length(&record)?;
        let mut headers = HeaderMap::new();
        Guard::of(&record.content_type).add_to(&mut headers, behind_https);
        headers.insert(CACHE_CONTROL, CachePolicy::of(path, record.status).value());
        if !record.content_type.is_empty() {
            headers.insert(CONTENT_TYPE, value(&record.content_type)?);
        }
        for (name, text) in record.headers.iter().filter(|(name, _)| security::may_set(name)) {
            let name = HeaderName::from_bytes(name.as_bytes()).map_err(hyper::http::Error::from)?;
            headers.insert(name, value(text)?);
        }
        let compressible = compress::is_worth_it(&record.content_type, length);
        Ok(Page {
            status,
            record,
            validator,
            length,
            compressible,
            headers,
        })
    }

    /// The strong entity tag of the bytes in `encoding`, with its quotes.
    pub(crate) fn tag(&self, encoding: Encoding) -> String {
        let hash = self.validator.to_string();
        let digits = hash.get(..TAG_DIGITS).unwrap_or_default();
        match encoding.name() {
            Some(name) => format!("\"{digits}-{name}\""),
            None => format!("\"{digits}\""),
        }
    }
}

fn value(text: &str) -> Result<HeaderValue, Failure> {
    Ok(HeaderValue::from_str(text)
        .or_else(|_| HeaderValue::from_bytes(text.as_bytes()))
        .map_err(hyper::http::Error::from)?)
}
