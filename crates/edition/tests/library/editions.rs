//! Laying, reading and comparing editions.

use crate::site::{answers, edition_of, lay, lay_with, library, stranger};
use edition::{Change, Edition, Error, FRAGMENT_MARK, Hash, Library, Record, SITE_PATH, SiteLocale, SiteTable, diff};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn acts() -> impl Strategy<Value = Vec<Vec<(u8, Option<u8>)>>> {
    prop::collection::vec(prop::collection::vec((any::<u8>(), any::<Option<u8>>()), 0..12), 1..10)
}

fn differences(old: &Edition, new: &Edition) -> BTreeMap<String, Change> {
    diff(old, new).unwrap().map(Result::unwrap).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Each flip sets or removes some pages on top of the one before; the root, tally and answers are those of an
    /// edition made at once.
    #[test]
    fn an_edition_made_in_steps_equals_one_made_at_once(flips in acts()) {
        let dir = tempfile::tempdir().unwrap();
        let library = library(dir.path());
        let mut pages = BTreeMap::new();
        for flip in flips {
            let before = library.latest();
            let pages_before = pages.clone();
            let mut draft = library.draft(before.as_ref());
            for (page, text) in flip {
                let path = format!("/ar/stories/اجتماع-{page}/");
                match text {
                    Some(text) => { lay(&mut draft, &path, &format!("text {text}")); pages.insert(path, format!("text {text}")); }
                    None => { draft.remove(&path).unwrap(); pages.remove(&path); }
                }
            }
            let stepped = draft.commit_and_publish(1, "a step").unwrap();
            prop_assert_eq!(&answers(&stepped), &pages);

            let at_once = edition_of(&library, &pages);
            prop_assert_eq!(stepped.root(), at_once.root());
            prop_assert_eq!((stepped.info().pages, stepped.info().bytes), (at_once.info().pages, at_once.info().bytes));
            prop_assert_eq!(stepped.info().pages, pages.len() as u64);

            if let Some(before) = before {
                let mut expected = BTreeMap::new();
                for path in pages.keys().chain(pages_before.keys()) {
                    match (pages_before.get(path), pages.get(path)) {
                        (None, Some(_)) => { expected.insert(path.clone(), Change::Added); }
                        (Some(_), None) => { expected.insert(path.clone(), Change::Removed); }
                        (old, new) if old != new => { expected.insert(path.clone(), Change::Changed); }
                        _ => {}
                    }
                }
                prop_assert_eq!(differences(&before, &stepped), expected);
            }
        }
    }
}

#[test]
fn an_edition_without_pages_answers_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let library = library(dir.path());
    assert!(library.head().is_none() && library.latest().is_none() && library.list().is_empty());
    let edition = library.draft(None).commit(0, "empty").unwrap();
    assert_eq!(edition.root(), Hash::ZERO);
    assert!(edition.get("/").unwrap().is_none());
    assert!(edition.get(&"/a".repeat(5000)).unwrap().is_none());
    assert_eq!(edition.iter().unwrap().count(), 0);
    assert!(matches!(edition.site(), Err(Error::NoSite { .. })));
}

#[test]
fn a_page_is_its_skeleton_with_its_fragments_inserted() {
    let dir = tempfile::tempdir().unwrap();
    let library = library(dir.path());
    let mut draft = library.draft(None);
    lay(&mut draft, "~menu/ar", "قائمة");
    lay(&mut draft, "~newest/ar", "[newest]");
    lay_with(
        &mut draft,
        "/ar/",
        "<header></header><main></main>",
        &[
            (8, "~menu/ar"),
            (23, "~newest/ar"),
            (23, "~menu/ar"),
            (30, "~newest/ar"),
        ],
    );
    let edition = draft.commit_and_publish(0, "").unwrap();

    let record = edition.get("/ar/").unwrap().unwrap();
    let joined = edition.join(&record).unwrap();
    let text = "<header>قائمة</header><main>[newest]قائمة</main>[newest]";
    assert_eq!(String::from_utf8(joined).unwrap(), text);
    assert_eq!(edition.length(&record).unwrap(), text.len() as u64);
    assert_eq!(edition.info().pages, 1);
}

#[test]
fn a_film_can_be_read_in_parts() {
    let dir = tempfile::tempdir().unwrap();
    let library = library(dir.path());
    let film: String = (0..1000).map(|n| format!("{n},")).collect();
    let mut draft = library.draft(None);
    lay(&mut draft, "/media/film.mp4", &film);
    let edition = draft.commit(0, "").unwrap();
    let hash = edition.get("/media/film.mp4").unwrap().unwrap().skeleton;
    let part = |offset, length| edition.blob_part(&hash, offset, length).unwrap();
    assert_eq!(part(100, 50), &film.as_bytes()[100..150]);
    assert_eq!(part(film.len() as u64 - 10, 50), &film.as_bytes()[film.len() - 10..]);
    assert_eq!((part(1 << 40, 50), part(0, 0)), (vec![], vec![]));
    assert!(matches!(
        edition.blob_part(&stranger(), 0, 1),
        Err(Error::Missing { .. })
    ));
}

#[test]
fn a_changed_fragment_moves_the_validator_of_its_pages_but_not_their_records() {
    let dir = tempfile::tempdir().unwrap();
    let library = library(dir.path());
    let mut draft = library.draft(None);
    lay(&mut draft, "~menu/en", "one");
    lay_with(&mut draft, "/en/", "<nav></nav>", &[(5, "~menu/en")]);
    lay(&mut draft, "/en/about/", "about");
    let before = draft.commit_and_publish(0, "").unwrap();
    let mut draft = library.draft(Some(&before));
    lay(&mut draft, "~menu/en", "two");
    let after = draft.commit_and_publish(1, "").unwrap();

    assert_eq!(
        differences(&before, &after),
        BTreeMap::from([("~menu/en".to_owned(), Change::Changed)])
    );
    let validator = |edition: &Edition, path: &str| edition.validator(&edition.get(path).unwrap().unwrap()).unwrap();
    assert_ne!(validator(&before, "/en/"), validator(&after, "/en/"));
    assert_eq!(validator(&before, "/en/about/"), validator(&after, "/en/about/"));
    assert_eq!(answers(&before)["/en/"], "<nav>one</nav>");
    assert_eq!(answers(&after)["/en/"], "<nav>two</nav>");
}

#[test]
fn fragments_do_not_nest_and_must_be_there() {
    let dir = tempfile::tempdir().unwrap();
    let library = library(dir.path());
    let mut draft = library.draft(None);
    let hash = draft.put(b"menu").unwrap();
    let mut record = Record::plain(200, "text/html", hash, 4);
    record.fragments.push(edition::Insert {
        at: 0,
        name: "~other".to_owned(),
    });
    assert!(matches!(draft.set("~menu/en", &record), Err(Error::Refused { .. })));
    draft.set("/en/", &record).unwrap();
    assert!(matches!(draft.commit(0, ""), Err(Error::NoFragment { page, name }) if page == "/en/" && name == "~other"));

    let mut draft = library.draft(None);
    lay(&mut draft, "~other", "there");
    draft.put(b"menu").unwrap();
    draft.set("/en/", &record).unwrap();
    let edition = draft.commit(0, "").unwrap();
    let mut draft = library.draft(Some(&edition));
    draft.remove("~other").unwrap();
    assert!(matches!(draft.commit(1, ""), Err(Error::NoFragment { page, .. }) if page == "/en/"));

    let mut draft = library.draft(Some(&edition));
    draft.remove("~other").unwrap();
    lay(&mut draft, "/en/", "without");
    assert_eq!(answers(&draft.commit(1, "").unwrap()).len(), 1);
}

#[test]
fn records_that_could_not_be_served_are_refused() {
    let dir = tempfile::tempdir().unwrap();
    let library = library(dir.path());
    let mut draft = library.draft(None);
    let hash = draft.put(b"page").unwrap();
    let good = Record::plain(200, "text/html", hash, 4);
    let at = |at: u32, name: &str| edition::Insert {
        at,
        name: name.to_owned(),
    };
    let bad = [
        Record {
            skeleton: stranger(),
            ..good.clone()
        },
        Record {
            length: 5,
            ..good.clone()
        },
        Record {
            status: 42,
            ..good.clone()
        },
        Record {
            content_type: "text/html\r\nx: y".to_owned(),
            ..good.clone()
        },
        Record {
            fragments: vec![at(5, "~menu")],
            ..good.clone()
        },
        Record {
            fragments: vec![at(3, "~menu"), at(1, "~menu")],
            ..good.clone()
        },
        Record {
            fragments: vec![at(0, "menu")],
            ..good.clone()
        },
    ];
    for record in bad {
        assert!(
            matches!(draft.set("/en/", &record), Err(Error::Refused { .. })),
            "{record:?}"
        );
    }
    assert!(draft.set("en/", &good).is_err());
    assert!(draft.set("/en/", &good).is_ok());
}

#[test]
fn a_draft_answers_as_its_edition_will() {
    let dir = tempfile::tempdir().unwrap();
    let library = library(dir.path());
    let base = edition_of(
        &library,
        &BTreeMap::from([
            ("/en/a/".to_owned(), "a".to_owned()),
            ("/en/b/".to_owned(), "b".to_owned()),
        ]),
    );
    let mut draft = library.draft(Some(&base));
    lay(&mut draft, "/en/c/", "c");
    draft.remove("/en/b/").unwrap();
    let seen: Vec<_> = ["/en/a/", "/en/b/", "/en/c/"]
        .into_iter()
        .map(|path| draft.get(path).unwrap())
        .collect();
    let edition = draft.commit(0, "").unwrap();
    let then: Vec<_> = ["/en/a/", "/en/b/", "/en/c/"]
        .into_iter()
        .map(|path| edition.get(path).unwrap())
        .collect();
    assert_eq!(seen, then);
    assert!(seen[0].is_some() && seen[1].is_none() && seen[2].is_some());
}

#[test]
fn the_site_table_travels_with_the_edition() {
    let dir = tempfile::tempdir().unwrap();
    let library = library(dir.path());
    let locale = |code: &str, direction: &str| SiteLocale {
        code: code.to_owned(),
        direction: direction.to_owned(),
        home: format!("/{code}/"),
        not_found: format!("/{code}/404/"),
        gone: format!("/{code}/410/"),
        search: format!("/{code}/search/"),
    };
    let table = SiteTable {
        default: "en".to_owned(),
        address: "https://coalition.example".to_owned(),
        locales: vec![locale("en", "ltr"), locale("ar", "rtl")],
    };
    let mut draft = library.draft(None);
    lay(
        &mut draft,
        SITE_PATH,
        &String::from_utf8(table.to_bytes().unwrap()).unwrap(),
    );
    let edition = draft.commit(0, "").unwrap();
    assert_eq!(*edition.site().unwrap(), table);
    assert_eq!(table.locale("ar").unwrap().direction, "rtl");
    let homeless = SiteTable {
        default: "fr".to_owned(),
        ..table
    };
    assert!(matches!(homeless.to_bytes(), Err(Error::NoSite { .. })));
    assert!(SITE_PATH.starts_with(FRAGMENT_MARK));
}

#[test]
fn committing_is_not_publishing() {
    let dir = tempfile::tempdir().unwrap();
    let library = library(dir.path());
    let first = edition_of(&library, &BTreeMap::from([("/en/".to_owned(), "first".to_owned())]));
    let mut draft = library.draft(Some(&first));
    lay(&mut draft, "/en/", "second");
    let second = draft.commit(7, "second").unwrap();
    assert_eq!(
        (library.head().unwrap().number(), library.latest().unwrap().number()),
        (1, 2)
    );
    assert!(library.publish(second.number()).unwrap().info().public);
    assert_eq!(library.head().unwrap().number(), 2);
    assert_eq!(
        library
            .list()
            .iter()
            .map(|info| (info.number, info.public))
            .collect::<Vec<_>>(),
        [(1, false), (2, true)]
    );
    assert!(matches!(library.publish(9), Err(Error::NoEdition { number: 9 })));
    let back: Library = library.clone();
    assert_eq!(back.publish(1).unwrap().root(), first.root());
    assert_eq!(answers(&library.edition(2).unwrap())["/en/"], "second");
}
