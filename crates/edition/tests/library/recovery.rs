//! What a kill, a damaged disk or another process may do to a library.

use crate::site::{answers, edition_of, lay, library};
use edition::{Durability, Edition, Error, Library};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn pages(text: &str) -> BTreeMap<String, String> {
    (0..20)
        .map(|n| (format!("/en/stories/{n}/"), format!("{text} {n}")))
        .collect()
}

/// A library with two published editions; returns the length of the log after each.
fn two_editions(dir: &Path) -> (u64, u64) {
    let library = library(dir);
    let log = dir.join("log");
    let first = edition_of(&library, &pages("old"));
    let after_first = fs::metadata(&log).unwrap().len();
    let mut draft = library.draft(Some(&first));
    pages("new")
        .iter()
        .take(5)
        .for_each(|(path, text)| lay(&mut draft, path, text));
    draft.commit_and_publish(1, "second").unwrap();
    (after_first, fs::metadata(&log).unwrap().len())
}

fn pack_files(dir: &Path) -> Vec<PathBuf> {
    fs::read_dir(dir.join("packs"))
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect()
}

/// Everything that can be read is what was written; else the error says that something is damaged.
fn read_all(edition: &Edition) -> Result<usize, Error> {
    edition.iter()?.try_fold(0, |count, row| {
        let text = edition.join(&row?.1)?;
        assert!(text.starts_with(b"old") || text.starts_with(b"new"));
        Ok(count + 1)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn a_kill_while_appending_leaves_the_old_edition_or_the_new_one(cut in any::<prop::sample::Index>(), garbage in prop::collection::vec(any::<u8>(), 0..40)) {
        let dir = tempfile::tempdir().unwrap();
        let (old, new) = two_editions(dir.path());
        let cut = old + cut.index((new - old) as usize + 1) as u64;
        let log = dir.path().join("log");
        let mut bytes = fs::read(&log).unwrap();
        bytes.truncate(cut as usize);
        bytes.extend(&garbage);
        fs::write(&log, &bytes).unwrap();
        fs::write(dir.path().join("packs/7.part"), b"unfinished").unwrap();

        let reader = Library::open_read_only(dir.path()).unwrap();
        let library = library(dir.path());
        let head = library.head().unwrap();
        prop_assert_eq!(reader.head().unwrap().root(), head.root());
        prop_assert_eq!(head.number(), if cut == new { 2 } else { 1 });
        prop_assert_eq!(read_all(&head).unwrap(), 20);
        prop_assert_eq!(pack_files(dir.path()).len(), library.packs());

        let mut draft = library.draft(Some(&head));
        lay(&mut draft, "/en/stories/0/", "new again");
        let next = draft.commit_and_publish(2, "after the kill").unwrap();
        drop(library);
        prop_assert_eq!(answers(&crate::site::library(dir.path()).head().unwrap()), answers(&next));
    }

    #[test]
    fn a_damaged_file_is_told_and_never_served(at in any::<prop::sample::Index>(), bit in 0u8..8, which in any::<prop::sample::Index>(), cut in any::<bool>()) {
        let dir = tempfile::tempdir().unwrap();
        two_editions(dir.path());
        let mut files = pack_files(dir.path());
        files.push(dir.path().join("log"));
        let file = &files[which.index(files.len())];
        let mut bytes = fs::read(file).unwrap();
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
        if cut { bytes.truncate(at); }
        fs::write(file, &bytes).unwrap();

        match Library::open(dir.path(), Durability::Relaxed) {
            Err(Error::Damaged { path, .. }) => prop_assert_eq!(&path, file),
            Err(error) => prop_assert!(false, "{}", error),
            Ok(library) => for info in library.list() {
                match read_all(&library.edition(info.number).unwrap()) {
                    Ok(count) => prop_assert_eq!(count, 20),
                    Err(error) => prop_assert!(matches!(error, Error::Damaged { .. }), "{}", error),
                }
            },
        }
    }
}

#[test]
fn damage_in_the_middle_of_the_log_removes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    two_editions(dir.path());
    let log = dir.path().join("log");
    let mut bytes = fs::read(&log).unwrap();
    bytes[50] ^= 1;
    fs::write(&log, &bytes).unwrap();
    let packs = pack_files(dir.path()).len();
    let error = Library::open(dir.path(), Durability::Relaxed).unwrap_err();
    assert!(error.to_string().contains("plenary press --rebuild"), "{error}");
    assert_eq!((pack_files(dir.path()).len(), fs::read(&log).unwrap()), (packs, bytes));
}

#[test]
fn a_missing_pack_is_told_by_name() {
    let dir = tempfile::tempdir().unwrap();
    two_editions(dir.path());
    let gone = pack_files(dir.path()).remove(0);
    fs::remove_file(&gone).unwrap();
    assert!(matches!(Library::open(dir.path(), Durability::Relaxed), Err(Error::Damaged { path, .. }) if path == gone));
    assert!(matches!(Library::open_read_only(dir.path()), Err(Error::Damaged { path, .. }) if path == gone));
}

#[test]
fn a_dropped_or_failed_draft_leaves_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let library = library(dir.path());
    let head = edition_of(&library, &pages("old"));
    let mut draft = library.draft(Some(&head));
    lay(&mut draft, "/en/", "new");
    assert_eq!(pack_files(dir.path()).len(), 2);
    drop(draft);
    assert_eq!(pack_files(dir.path()).len(), 1);
    assert_eq!(library.latest().unwrap().number(), 1);
}

#[test]
fn there_is_one_writer_and_any_number_of_readers() {
    let dir = tempfile::tempdir().unwrap();
    let reader = Library::open_read_only(dir.path()).unwrap();
    assert!(!reader.refresh().unwrap() && reader.head().is_none());
    let writer = library(dir.path());
    let error = Library::open(dir.path(), Durability::Relaxed).unwrap_err();
    assert!(matches!(error, Error::InUse { .. }) && error.to_string().contains(&*dir.path().to_string_lossy()));

    let first = edition_of(&writer, &pages("old"));
    assert!(reader.refresh().unwrap() && !reader.refresh().unwrap() && !writer.refresh().unwrap());
    assert_eq!(reader.head().unwrap().root(), first.root());
    let held = reader.head().unwrap();
    let mut draft = writer.draft(Some(&first));
    lay(&mut draft, "/en/", "new");
    let second = draft.commit(1, "").unwrap();
    assert!(reader.refresh().unwrap());
    assert_eq!(
        (reader.head().unwrap().number(), reader.latest().unwrap().number()),
        (1, 2)
    );
    writer.publish(second.number()).unwrap();
    assert!(reader.refresh().unwrap());
    assert_eq!(reader.head().unwrap().root(), second.root());
    assert_eq!(answers(&held), pages("old"));

    let mut draft = reader.draft(Some(&held));
    assert!(matches!(draft.put(b"x"), Err(Error::ReadOnly { .. })));
    assert!(matches!(draft.commit(2, ""), Err(Error::ReadOnly { .. })));
    assert!(matches!(reader.publish(1), Err(Error::ReadOnly { .. })));
    drop(writer);
    assert_eq!(library(dir.path()).head().unwrap().number(), 2);
}

#[test]
fn a_usual_flip_waits_for_the_disk_three_times() {
    let dir = tempfile::tempdir().unwrap();
    let library = Library::open(dir.path(), Durability::Full).unwrap();
    let first = edition_of(&library, &pages("old"));
    let before = library.fsyncs();
    let mut draft = library.draft(Some(&first));
    lay(&mut draft, "/en/stories/3/", "new");
    draft.commit_and_publish(1, "").unwrap();
    assert_eq!(library.fsyncs() - before, 3);
}

#[test]
fn a_long_note_is_cut_at_a_character() {
    let dir = tempfile::tempdir().unwrap();
    let edition = library(dir.path()).draft(None).commit(0, &"ب".repeat(2000)).unwrap();
    drop(edition);
    let library = library(dir.path());
    assert_eq!(library.list()[0].note, "ب".repeat(512));
}
