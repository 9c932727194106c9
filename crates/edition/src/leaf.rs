//! A leaf of the tree: the records of one bucket, sorted by path. It is kept encoded and scanned, since a scan of some
//! ninety records
//! is cheaper than their memory.
//!
//! Encoding: `L`, version 1, count 4, then for each record its path, the length of its encoding in 4 bytes, and the
//! encoding.

use crate::Record;
use crate::wire::{Malformed, Reader, put_text};

const MARK: [u8; 2] = [b'L', 1];

/// An encoded leaf.
#[derive(Debug, Clone)]
pub(crate) struct Leaf {
    bytes: Vec<u8>,
}

/// A path and its encoded record.
pub(crate) type Row<'a> = (&'a str, &'a [u8]);

impl Leaf {
    /// Takes an encoded leaf, of which only the head is looked at now.
    pub(crate) fn decode(bytes: Vec<u8>) -> Result<Leaf, Malformed> {
        let leaf = Leaf { bytes };
        leaf.rows()?;
        Ok(leaf)
    }

    /// Encodes rows that are sorted by path; `None` when there are none.
    pub(crate) fn encode<'a>(rows: impl Iterator<Item = Row<'a>>) -> Option<Vec<u8>> {
        let (mut body, mut count) = (Vec::new(), 0u32);
        for (path, record) in rows {
            put_text(&mut body, path);
            body.extend_from_slice(&u32::try_from(record.len()).unwrap_or(u32::MAX).to_le_bytes());
            body.extend_from_slice(record);
            count += 1;
        }
        let head = || MARK.into_iter().chain(count.to_le_bytes());
        (count > 0).then(|| head().chain(body).collect())
    }

    /// The record at `path`.
    pub(crate) fn find(&self, path: &str) -> Result<Option<Record>, Malformed> {
        for row in self.rows()? {
            let (found, record) = row?;
            match found.cmp(path) {
                std::cmp::Ordering::Less => {}
                std::cmp::Ordering::Equal => return Record::decode(record).map(Some),
                std::cmp::Ordering::Greater => break,
            }
        }
        Ok(None)
    }

    /// All rows in order of path; a malformed one ends them with an error.
    pub(crate) fn rows(&self) -> Result<Rows<'_>, Malformed> {
        let mut reader = Reader::new(&self.bytes);
        reader.expect(&MARK, "this is not a leaf of version 1")?;
        let left = reader.u32()?;
        if left == 0 {
            return reader.bad("a leaf is empty");
        }
        Ok(Rows {
            reader,
            left,
            last: None,
        })
    }

    pub(crate) fn size(&self) -> usize {
        self.bytes.len()
    }
}

/// Iterator over the rows of a leaf.
pub(crate) struct Rows<'a> {
    reader: Reader<'a>,
    left: u32,
    last: Option<&'a str>,
}

impl<'a> Rows<'a> {
    fn row(&mut self) -> Result<Row<'a>, Malformed> {
        let path = self.reader.text()?;
        if self.last.is_some_and(|last| last >= path) {
            return self.reader.bad("the paths of a leaf are out of order");
        }
        self.last = Some(path);
        let length = self.reader.u32()?;
        let record = self.reader.take(usize::try_from(length).unwrap_or(usize::MAX))?;
        Ok((path, record))
    }
}

impl<'a> Iterator for Rows<'a> {
    type Item = Result<Row<'a>, Malformed>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.left == 0 {
            return None;
        }
        let row = self.row();
        self.left = if row.is_ok() { self.left - 1 } else { 0 };
        let behind = if self.left == 0 { self.reader.end() } else { Ok(()) };
        Some(row.and_then(|row| behind.map(|()| row)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Hash;
    use proptest::prelude::*;

    fn leaf_of(paths: &std::collections::BTreeSet<String>) -> Option<Vec<u8>> {
        let mut record = Vec::new();
        Record::plain(200, "text/html", Hash::of(b"page"), 4).encode(&mut record);
        Leaf::encode(paths.iter().map(|path| (path.as_str(), record.as_slice())))
    }

    proptest! {
        #[test]
        fn finds_exactly_the_paths_it_was_made_of(
            paths in prop::collection::btree_set("/[a-c]{1,3}", 1..12),
            absent in "/[a-d]{1,3}",
        ) {
            let leaf = Leaf::decode(leaf_of(&paths).unwrap()).unwrap();
            for path in &paths {
                prop_assert!(leaf.find(path).unwrap().is_some());
            }
            prop_assert_eq!(leaf.find(&absent).unwrap().is_some(), paths.contains(&absent));
            prop_assert_eq!(leaf.rows().unwrap().count(), paths.len());
        }

        #[test]
        fn survives_any_damage(
            paths in prop::collection::btree_set("/[a-c]{1,3}", 1..6),
            at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<prop::sample::Index>(),
        ) {
            let mut bytes = leaf_of(&paths).unwrap();
            let at = at.index(bytes.len());
            bytes[at] = byte;
            bytes.truncate(cut.index(bytes.len() + 1));
            if let Ok(leaf) = Leaf::decode(bytes) {
                let _ = leaf.find("/b");
                prop_assert!(leaf.rows().unwrap().count() <= 6 + 1);
            }
        }
    }

    #[test]
    fn refuses_unsorted_rows() {
        let bytes = Leaf::encode([("/b", [].as_slice()), ("/a", &[])].into_iter()).unwrap();
        let rows: Result<Vec<_>, _> = Leaf::decode(bytes)
            .unwrap()
            .rows()
            .unwrap()
            .map(|row| row.map(|_| ()))
            .collect();
        assert_eq!(rows.unwrap_err().what, "the paths of a leaf are out of order");
    }
}
