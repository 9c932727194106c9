//! Reading and writing the little-endian fields of which nodes, packs and the log are made.
//!
//! The reader checks every bound and never panics; lengths are fixed-width, so that there is one encoding for one
//! value.

use crate::Hash;

/// Bytes that are not what they should be: where and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Malformed {
    pub(crate) at: usize,
    pub(crate) what: &'static str,
}

/// Takes fields from the front of a byte slice.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Reader { rest: bytes, at: 0 }
    }

    /// How many bytes were taken.
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    pub(crate) fn bad<T>(&self, what: &'static str) -> Result<T, Malformed> {
        Err(Malformed { at: self.at, what })
    }

    pub(crate) fn take(&mut self, length: usize) -> Result<&'a [u8], Malformed> {
        let Some((taken, rest)) = self.rest.split_at_checked(length) else {
            return self.bad("the bytes end too early");
        };
        self.rest = rest;
        self.at += length;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], Malformed> {
        let Some((taken, rest)) = self.rest.split_first_chunk::<N>() else {
            return self.bad("the bytes end too early");
        };
        self.rest = rest;
        self.at += N;
        Ok(*taken)
    }

    pub(crate) fn u8(&mut self) -> Result<u8, Malformed> {
        self.array().map(u8::from_le_bytes)
    }

    pub(crate) fn u16(&mut self) -> Result<u16, Malformed> {
        self.array().map(u16::from_le_bytes)
    }

    pub(crate) fn u32(&mut self) -> Result<u32, Malformed> {
        self.array().map(u32::from_le_bytes)
    }

    pub(crate) fn u64(&mut self) -> Result<u64, Malformed> {
        self.array().map(u64::from_le_bytes)
    }

    pub(crate) fn i64(&mut self) -> Result<i64, Malformed> {
        self.array().map(i64::from_le_bytes)
    }

    pub(crate) fn hash(&mut self) -> Result<Hash, Malformed> {
        self.array().map(Hash)
    }

    /// A text behind its length in two bytes.
    pub(crate) fn text(&mut self) -> Result<&'a str, Malformed> {
        let length = self.u16()?;
        let bytes = self.take(usize::from(length))?;
        std::str::from_utf8(bytes).or_else(|_| self.bad("a text is not UTF-8"))
    }

    pub(crate) fn expect(&mut self, wanted: &[u8], what: &'static str) -> Result<(), Malformed> {
        if self.take(wanted.len())? == wanted {
            Ok(())
        } else {
            self.bad(what)
        }
    }

    pub(crate) fn end(&self) -> Result<(), Malformed> {
        if self.rest.is_empty() {
            Ok(())
        } else {
            self.bad("there are bytes behind the end")
        }
    }
}

/// Appends a text behind its length in two bytes; what is longer than that is cut at a character (callers bound their
/// texts).
pub(crate) fn put_text(out: &mut Vec<u8>, text: &str) {
    let text = text
        .get(..text.floor_char_boundary(usize::from(u16::MAX)))
        .unwrap_or_default();
    put_count(out, text.len());
    out.extend_from_slice(text.as_bytes());
}

/// Appends a number of things in two bytes (callers bound their lists).
pub(crate) fn put_count(out: &mut Vec<u8>, count: usize) {
    out.extend_from_slice(&u16::try_from(count).unwrap_or(u16::MAX).to_le_bytes());
}
