//! Opening a store: layouts, newer programs, damaged rows, places that cannot be opened.

use store::{Location, Store, StoreError};

use crate::cast::{act, ask, entry, saved, subject};
use crate::house::{House, with_database};

pub(crate) fn an_open_store_can_be_opened_again(house: &House) {
    let first = house.open();
    let story = saved(&first, "story/rome");
    let second = house.open();
    assert_eq!(
        ask(&second, |reader| reader.record(&story)),
        ask(&first, |reader| reader.record(&story))
    );
}

pub(crate) fn two_may_open_a_new_store_at_once(house: &House) {
    std::thread::scope(|scope| {
        let opened: Vec<_> = (0..4).map(|_| scope.spawn(|| house.open())).collect();
        for store in opened {
            assert_eq!(ask(&store.join().unwrap(), |reader| reader.last_position()), 0);
        }
    });
}

pub(crate) fn a_newer_store_is_refused(house: &House) {
    drop(house.open());
    house.tamper("INSERT INTO migration (version) VALUES (1000)");
    match house.try_open() {
        Err(error @ StoreError::NewerSchema { found: 1000, .. }) => {
            assert!(error.to_string().contains("use a newer plenary"), "{error}");
        }
        other => panic!("a newer store was taken: {other:?}"),
    }
}

pub(crate) fn a_damaged_row_is_named_and_can_be_saved_anew(house: &House) {
    let store = house.open();
    let story = saved(&store, "story/rome");
    saved(&store, "story/oslo");
    house.tamper("UPDATE subject SET data = '{\"tags\":[' WHERE subject = 'story/rome'");
    let error = store.read(|reader| reader.records_after(None, 10)).unwrap_err();
    match &error {
        StoreError::Damaged { table, row, .. } => assert_eq!((*table, row.as_str()), ("subject", "story/rome")),
        other => panic!("another error: {other}"),
    }
    let repaired = act(&store, |tx| {
        assert!(tx.record(&story).is_err());
        tx.put_subject(&entry("story/rome"))?;
        tx.record(&story)
    });
    assert!(repaired.is_some());
    house.tamper("UPDATE body SET body = 'x' WHERE subject = 'story/rome'");
    let error = store
        .read(|reader| reader.body(&story, crate::cast::locale("en"), 1))
        .unwrap_err();
    assert!(
        error.to_string().contains("the row story/rome en 1 of the table body"),
        "{error}"
    );
}

#[test]
fn a_file_that_is_no_database_is_refused_by_name() {
    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join("notes.txt");
    std::fs::write(&file, "Call Geneva back. ".repeat(500)).unwrap();
    for path in [file, folder.path().join("missing/store.db")] {
        let error = Store::open(&Location::parse(&format!("sqlite:{}", path.display())).unwrap()).unwrap_err();
        assert!(matches!(error, StoreError::Unreachable { .. }), "{error}");
        assert!(error.to_string().contains(&path.display().to_string()), "{error}");
    }
}

#[test]
fn a_server_that_is_not_there_is_said_to_be() {
    let location = Location::parse("postgres://amina:s3cret@%2Fnowhere/plenary").unwrap();
    let error = Store::open(&location).unwrap_err();
    assert!(matches!(error, StoreError::Unreachable { .. }), "{error}");
    assert!(
        error.to_string().contains("/nowhere") && !error.to_string().contains("s3cret"),
        "{error}"
    );
}

#[test]
fn a_server_that_refuses_is_told_from_one_without_the_database() {
    let Some(house) = House::on_postgres() else { return };
    let nobody = house.location().replace("plenary@", "nobody-here:wrong@");
    let error = Store::open(&Location::parse(&nobody).unwrap()).unwrap_err();
    assert!(matches!(error, StoreError::Refused { .. }), "{error}");
    let nowhere = with_database(&house.location(), "no_such_database");
    let error = Store::open(&Location::parse(&nowhere).unwrap()).unwrap_err();
    assert!(matches!(error, StoreError::Unreachable { .. }), "{error}");
}

#[test]
fn what_one_durability_wrote_another_reads() {
    let house = House::on_sqlite();
    let story = saved(&house.open(), "story/rome");
    let durable = Store::open(&Location::parse(&house.location()).unwrap()).unwrap();
    assert_eq!(
        ask(&durable, |reader| reader.subjects(story.noun())),
        [subject("story/rome")]
    );
}
