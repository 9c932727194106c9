//! A small site to lay into editions: pages, fragments, and a map to compare with.

use edition::{Draft, Durability, Edition, Hash, Insert, Library, Record};
use std::collections::BTreeMap;
use std::path::Path;

/// A library that does not wait for the disk.
pub(crate) fn library(dir: &Path) -> Library {
    Library::open(dir, Durability::Relaxed).expect("the library opens")
}

/// Lays an answer of plain text.
pub(crate) fn lay(draft: &mut Draft, path: &str, text: &str) {
    let hash = draft.put(text.as_bytes()).expect("bytes are put");
    let record = Record::plain(200, "text/html; charset=utf-8", hash, text.len() as u32);
    draft.set(path, &record).expect("a record is set");
}

/// Lays a page whose fragments are inserted at the given offsets.
pub(crate) fn lay_with(draft: &mut Draft, path: &str, text: &str, inserts: &[(u32, &str)]) {
    let hash = draft.put(text.as_bytes()).expect("bytes are put");
    let mut record = Record::plain(200, "text/html; charset=utf-8", hash, text.len() as u32);
    record.fragments = inserts
        .iter()
        .map(|(at, name)| Insert {
            at: *at,
            name: (*name).to_owned(),
        })
        .collect();
    draft.set(path, &record).expect("a record is set");
}

/// Commits and publishes an edition of exactly these pages.
pub(crate) fn edition_of(library: &Library, pages: &BTreeMap<String, String>) -> Edition {
    let mut draft = library.draft(None);
    pages.iter().for_each(|(path, text)| lay(&mut draft, path, text));
    draft.commit_and_publish(0, "all at once").expect("the draft commits")
}

/// What an edition answers, by path.
pub(crate) fn answers(edition: &Edition) -> BTreeMap<String, String> {
    let rows = edition.iter().expect("the root is readable");
    rows.map(|row| row.expect("a row is readable"))
        .map(|(path, record)| {
            (
                path,
                String::from_utf8(edition.join(&record).expect("an answer joins")).expect("UTF-8"),
            )
        })
        .collect()
}

/// A hash of nothing that was put.
pub(crate) fn stranger() -> Hash {
    Hash::of(b"never put")
}
