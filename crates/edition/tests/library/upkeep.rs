//! Merging packs and dropping old editions.

use crate::site::{answers, edition_of, lay, library};
use edition::{Edition, Error, Keep, Library};
use std::collections::BTreeMap;
use std::path::Path;

/// Publishes `flips` editions, each with one changed page and one page that only it has; edition n is committed at n
/// seconds.
fn grow(library: &Library, flips: u64) -> Vec<Edition> {
    let pages = (0..50)
        .map(|n| (format!("/en/stories/{n}/"), format!("old {n}")))
        .collect();
    let mut editions = vec![edition_of(library, &pages)];
    for flip in 2..=flips {
        let last = editions.last().unwrap();
        let mut draft = library.draft(Some(last));
        lay(
            &mut draft,
            &format!("/en/stories/{}/", flip % 50),
            &format!("changed by {flip}"),
        );
        lay(&mut draft, &format!("/fr/only/{flip}/"), &format!("page of {flip}"));
        draft.remove(&format!("/fr/only/{}/", flip - 1)).unwrap();
        editions.push(draft.commit_and_publish(flip as i64 * 1000, "flip").unwrap());
    }
    editions
}

fn keep(number: usize) -> Keep {
    Keep {
        number,
        newer_than_ms: i64::MAX,
        pins: Vec::new(),
    }
}

fn bytes_on_disk(dir: &Path) -> u64 {
    std::fs::read_dir(dir.join("packs"))
        .unwrap()
        .map(|file| file.unwrap().metadata().unwrap().len())
        .sum()
}

fn contents(editions: &[Edition]) -> Vec<(u64, BTreeMap<String, String>)> {
    editions
        .iter()
        .map(|edition| (edition.number(), answers(edition)))
        .collect()
}

fn reread(library: &Library) -> Vec<(u64, BTreeMap<String, String>)> {
    let editions: Vec<_> = library
        .list()
        .iter()
        .map(|info| library.edition(info.number).unwrap())
        .collect();
    contents(&editions)
}

#[test]
fn consolidation_merges_packs_and_changes_no_edition() {
    let dir = tempfile::tempdir().unwrap();
    let library = library(dir.path());
    let editions = grow(&library, 24);
    assert_eq!((library.packs(), library.consolidate().unwrap()), (24, 0));
    let editions = [
        editions,
        vec![edition_of(
            &library,
            &BTreeMap::from([("/ar/".to_owned(), "last".to_owned())]),
        )],
    ]
    .concat();
    let expected = contents(&editions);
    let reader = Library::open_read_only(dir.path()).unwrap();
    let in_use = reader.head().unwrap();

    assert!(library.consolidate().unwrap() > 20);
    assert!(library.packs() < 5, "{}", library.packs());
    assert_eq!(contents(&editions), expected, "editions held before");
    assert_eq!(reread(&library), expected, "editions opened after");
    assert_eq!(answers(&in_use)["/ar/"], "last", "an edition held by another process");
    assert!(reader.refresh().unwrap());
    assert_eq!(reread(&reader), expected, "editions opened by another process");
    drop(library);
    assert_eq!(
        reread(&crate::site::library(dir.path())),
        expected,
        "editions after a start"
    );
}

#[test]
fn packs_stay_few_over_hundreds_of_flips() {
    let dir = tempfile::tempdir().unwrap();
    let library = library(dir.path());
    let mut last = edition_of(&library, &BTreeMap::from([("/en/".to_owned(), "home".repeat(50_000))]));
    for flip in 0..300 {
        let mut draft = library.draft(Some(&last));
        lay(&mut draft, &format!("/en/{flip}/"), "story");
        last = draft.commit_and_publish(flip, "").unwrap();
        library.consolidate().unwrap();
        assert!(library.packs() <= 24, "{}", library.packs());
    }
    assert_eq!(answers(&last).len(), 301);
}

#[test]
fn collection_keeps_by_number_age_and_pin_and_gives_space_back() {
    let dir = tempfile::tempdir().unwrap();
    let library = library(dir.path());
    let editions = grow(&library, 20);
    let before = bytes_on_disk(dir.path());
    let numbers = |library: &Library| library.list().iter().map(|info| info.number).collect::<Vec<_>>();

    let collected = library
        .collect(&Keep {
            number: 2,
            newer_than_ms: 16_000,
            pins: vec![5],
        })
        .unwrap();
    assert_eq!((numbers(&library), collected.editions), (vec![5, 17, 18, 19, 20], 15));
    assert_eq!(reread(&library), contents(&[&editions[4..5], &editions[16..]].concat()));
    assert_eq!(bytes_on_disk(dir.path()) + collected.bytes, before);
    assert_eq!(
        answers(&editions[0]).len(),
        50,
        "an edition that is held stays readable"
    );

    library.publish(17).unwrap();
    library.collect(&keep(0)).unwrap();
    assert_eq!(numbers(&library), [17, 20], "the public and the newest one stay always");
    drop(library);
    let library = crate::site::library(dir.path());
    assert_eq!(
        reread(&library),
        contents(&[editions[16].clone(), editions[19].clone()])
    );
    assert_eq!(
        library.draft(library.latest().as_ref()).commit(0, "").unwrap().number(),
        21,
        "numbers are not used twice"
    );
}

#[test]
fn scrubbing_leaves_no_dead_byte() {
    let dir = tempfile::tempdir().unwrap();
    let library = library(dir.path());
    let secret = "withdrawn for good";
    let mut draft = library.draft(None);
    lay(&mut draft, "/en/", &"a large page ".repeat(10_000));
    lay(&mut draft, "/en/statement/", secret);
    let first = draft.commit_and_publish(0, "").unwrap();
    let mut draft = library.draft(Some(&first));
    draft.remove("/en/statement/").unwrap();
    draft.commit_and_publish(1, "").unwrap();
    let on_disk = || {
        std::fs::read_dir(dir.path().join("packs")).unwrap().any(|file| {
            let bytes = std::fs::read(file.unwrap().path()).unwrap();
            bytes.windows(secret.len()).any(|window| window == secret.as_bytes())
        })
    };
    library.collect(&keep(1)).unwrap();
    assert!(on_disk(), "a large pack with little dead in it is left alone");
    assert!(library.scrub(&keep(1)).unwrap().packs > 0);
    assert!(!on_disk());
    assert_eq!(answers(&library.head().unwrap()).len(), 1);
    assert_eq!(library.scrub(&keep(1)).unwrap(), edition::Collected::default());
}

#[test]
fn drafts_and_collections_do_not_get_into_each_others_way() {
    let dir = tempfile::tempdir().unwrap();
    let library = library(dir.path());
    let editions = grow(&library, 3);
    let draft = library.draft(Some(&editions[0]));
    assert!(matches!(
        library.collect(&keep(1)),
        Err(Error::DraftsOpen { drafts: 1 })
    ));
    drop(draft);
    library.collect(&keep(1)).unwrap();
    let mut draft = library.draft(Some(&editions[0]));
    draft.put(b"page").unwrap();
    assert!(
        matches!(draft.commit(0, ""), Err(Error::NoEdition { number: 1 })),
        "the base was collected"
    );
    assert!(matches!(
        Library::open_read_only(dir.path()).unwrap().consolidate(),
        Ok(0)
    ));
}

#[test]
fn a_kill_during_collection_leaves_the_old_library_or_the_new_one() {
    let dir = tempfile::tempdir().unwrap();
    let copy = tempfile::tempdir().unwrap();
    let editions = {
        let library = library(dir.path());
        let editions = contents(&grow(&library, 6));
        copy_files(dir.path(), copy.path());
        library.collect(&keep(1)).unwrap();
        editions
    };
    // Killed before the log was replaced: the new pack lies beside the old ones, and perhaps half a new log.
    copy_files(&dir.path().join("packs"), &copy.path().join("packs"));
    std::fs::write(copy.path().join("log.part"), b"half").unwrap();
    {
        let library = library(copy.path());
        assert_eq!(reread(&library), editions);
        assert_eq!(library.packs(), 6);
        copy_files(&copy.path().join("packs"), &dir.path().join("packs"));
    }
    // Killed after the log was replaced: old packs still lie there.
    let library = library(dir.path());
    assert_eq!(reread(&library), editions[5..]);
    assert_eq!(
        std::fs::read_dir(dir.path().join("packs")).unwrap().count(),
        library.packs()
    );
}

fn copy_files(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for file in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(file.file_name());
        if file.file_type().unwrap().is_dir() {
            copy_files(&file.path(), &target);
        } else {
            std::fs::copy(file.path(), target).unwrap();
        }
    }
}
