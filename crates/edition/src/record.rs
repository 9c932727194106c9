//! What stands at a path: status, headers, the skeleton's hash, and which fragments are inserted where.
//!
//! Encoding (little-endian): status 2, length 4, skeleton 32, content type, header count 2, then name and value of
//! each, insert count 2,
//! then offset 4 and name of each. A text is its length in 2 bytes and its UTF-8.

use crate::paths::{FRAGMENT_MARK, check_path};
use crate::wire::{Malformed, Reader, put_count, put_text};
use crate::{Error, Hash, Result};

/// Most headers of one record.
const MAX_HEADERS: usize = 64;
/// Most fragments of one page.
const MAX_INSERTS: usize = 256;
/// Longest content type or header name, in bytes.
const MAX_NAME_BYTES: usize = 255;
/// Longest header value, in bytes.
const MAX_VALUE_BYTES: usize = 8192;

/// The answer at one path. A page is its skeleton with the bytes of the named fragments inserted at the given offsets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// HTTP status: 200, 301, 308, 404, 410 …
    pub status: u16,
    /// Media type with parameters, for example `text/html; charset=utf-8`.
    pub content_type: String,
    /// Further headers, such as `location`; names in lower case.
    pub headers: Vec<(String, String)>,
    /// Hash of the skeleton's bytes, as [`crate::Draft::put`] returned it.
    pub skeleton: Hash,
    /// Length of the skeleton in bytes, without fragments.
    pub length: u32,
    /// Fragments in the order of their offsets; empty for a fragment itself.
    pub fragments: Vec<Insert>,
}

/// One fragment of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Insert {
    /// Byte offset in the skeleton before which the fragment stands.
    pub at: u32,
    /// The fragment's path, with its leading `~`: `~menu/ar`.
    pub name: String,
}

impl Record {
    /// An answer without fragments or further headers.
    pub fn plain(status: u16, content_type: &str, skeleton: Hash, length: u32) -> Record {
        Record {
            status,
            content_type: content_type.to_owned(),
            headers: Vec::new(),
            skeleton,
            length,
            fragments: Vec::new(),
        }
    }

    /// The value of a header of this record; `name` in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    /// Refuses what could not be served, or could be read in two ways, at `path`.
    pub(crate) fn check(&self, path: &str) -> Result<()> {
        check_path(path)?;
        let why = if !(200..=599).contains(&self.status) {
            format!("status {} is not between 200 and 599", self.status)
        } else if !is_value(&self.content_type) || self.content_type.len() > MAX_NAME_BYTES {
            format!(
                "content type {:?} is not a header value of at most {MAX_NAME_BYTES} bytes",
                self.content_type
            )
        } else if self.headers.len() > MAX_HEADERS {
            format!("it has more than {MAX_HEADERS} headers")
        } else if let Some((name, _)) = self.headers.iter().find(|(name, value)| !is_header(name, value)) {
            format!("header {name:?} is not a lower-case name with a one-line value")
        } else if path.starts_with(FRAGMENT_MARK) && !self.fragments.is_empty() {
            "fragments do not nest".to_owned()
        } else {
            return self.check_inserts(path);
        };
        Err(Error::Refused {
            path: path.to_owned(),
            why,
        })
    }

    fn check_inserts(&self, path: &str) -> Result<()> {
        let refused = |why: String| {
            Err(Error::Refused {
                path: path.to_owned(),
                why,
            })
        };
        if self.fragments.len() > MAX_INSERTS {
            return refused(format!("it has more than {MAX_INSERTS} fragments"));
        }
        let mut last = 0;
        for insert in &self.fragments {
            if !insert.name.starts_with(FRAGMENT_MARK) {
                return refused(format!(
                    "fragment {:?} does not begin with {FRAGMENT_MARK}",
                    insert.name
                ));
            }
            check_path(&insert.name)?;
            if insert.at < last || insert.at > self.length {
                return refused(format!(
                    "fragment {:?} stands at {}, out of order or behind the end",
                    insert.name, insert.at
                ));
            }
            last = insert.at;
        }
        Ok(())
    }

    /// Appends the encoding; the record must have passed [`Record::check`].
    pub(crate) fn encode(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.status.to_le_bytes());
        out.extend_from_slice(&self.length.to_le_bytes());
        out.extend_from_slice(&self.skeleton.0);
        put_text(out, &self.content_type);
        put_count(out, self.headers.len());
        for (name, value) in &self.headers {
            put_text(out, name);
            put_text(out, value);
        }
        put_count(out, self.fragments.len());
        for insert in &self.fragments {
            out.extend_from_slice(&insert.at.to_le_bytes());
            put_text(out, &insert.name);
        }
    }

    /// Decodes exactly `bytes`.
    pub(crate) fn decode(bytes: &[u8]) -> Result<Record, Malformed> {
        let mut reader = Reader::new(bytes);
        let (status, length, skeleton) = (reader.u16()?, reader.u32()?, reader.hash()?);
        let content_type = reader.text()?.to_owned();
        let mut headers = Vec::new();
        for _ in 0..reader.u16()? {
            headers.push((reader.text()?.to_owned(), reader.text()?.to_owned()));
        }
        let mut fragments = Vec::new();
        for _ in 0..reader.u16()? {
            fragments.push(Insert {
                at: reader.u32()?,
                name: reader.text()?.to_owned(),
            });
        }
        reader.end()?;
        Ok(Record {
            status,
            content_type,
            headers,
            skeleton,
            length,
            fragments,
        })
    }

    /// Skeleton and its length, without decoding the rest.
    pub(crate) fn decode_skeleton(bytes: &[u8]) -> Result<(Hash, u32), Malformed> {
        let mut reader = Reader::new(bytes);
        reader.u16()?;
        let length = reader.u32()?;
        Ok((reader.hash()?, length))
    }
}

/// A token of RFC 9110 in lower case, with a value that stays on its line.
fn is_header(name: &str, value: &str) -> bool {
    let token = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !name.is_empty()
        && name.len() <= MAX_NAME_BYTES
        && name.bytes().all(token)
        && value.len() <= MAX_VALUE_BYTES
        && is_value(value)
}

fn is_value(value: &str) -> bool {
    value
        .bytes()
        .all(|byte| byte == b'\t' || (byte >= b' ' && byte != 0x7f))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    prop_compose! {
        fn records()(
            status in 200u16..600,
            content_type in "[a-z/;= -]{0,40}",
            headers in prop::collection::vec(("[a-z-]{1,12}", "[ -~ء-ي]{0,30}"), 0..4),
            skeleton in any::<[u8; 32]>(),
            offsets in prop::collection::vec(0u32..1000, 0..5),
        ) -> Record {
            let mut offsets = offsets;
            offsets.sort_unstable();
            let fragments = offsets.into_iter().map(|at| Insert { at, name: format!("~menu/{at}") }).collect();
            Record { status, content_type, headers, skeleton: Hash(skeleton), length: 1000, fragments }
        }
    }

    proptest! {
        #[test]
        fn decodes_what_it_encoded(record in records()) {
            prop_assert!(record.check("/en/").is_ok());
            let mut bytes = Vec::new();
            record.encode(&mut bytes);
            prop_assert_eq!(Record::decode_skeleton(&bytes).unwrap(), (record.skeleton, record.length));
            prop_assert_eq!(Record::decode(&bytes).unwrap(), record);
        }

        #[test]
        fn accepts_one_encoding_only(record in records(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
            let mut bytes = Vec::new();
            record.encode(&mut bytes);
            let at = at.index(bytes.len());
            bytes[at] = byte;
            if let Ok(other) = Record::decode(&bytes) {
                let mut again = Vec::new();
                other.encode(&mut again);
                prop_assert_eq!(again, bytes);
            }
        }

        #[test]
        fn survives_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = Record::decode(&bytes);
        }
    }

    #[test]
    fn refuses_headers_that_could_split_an_answer() {
        let with = |name: &str, value: &str| {
            let mut record = Record::plain(308, "text/html", Hash::ZERO, 0);
            record.headers.push((name.to_owned(), value.to_owned()));
            record.check("/en")
        };
        assert!(with("location", "/en/").is_ok());
        for (name, value) in [
            ("location", "/\r\nset-cookie: a"),
            ("Location", "/"),
            ("", "x"),
            ("a b", "x"),
        ] {
            assert!(
                matches!(with(name, value), Err(Error::Refused { .. })),
                "{name}: {value}"
            );
        }
    }
}
