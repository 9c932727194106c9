//! Transactions: all or nothing, and readings that hold still.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc;
use std::thread;

use content::Noun;
use store::{AuditRow, StoreError, Tx};

use crate::cast::{EDITOR, act, ask, entry, hour, locale, new_revision, saved, subject};
use crate::house::House;

/// One act that touches about every table.
fn everything(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    let story = subject("story/rome");
    tx.put_subject(&entry("story/rome"))?;
    tx.add_revision(&new_revision("story/rome", "en", "Rome"))?;
    tx.claim_address("stories", "rome", &story)?;
    tx.put_media_bytes("abc", "image/png", b"\x89PNG")?;
    tx.log_change(&story, "import", EDITOR, hour(8));
    tx.audit(&AuditRow {
        at: hour(8),
        actor: EDITOR.to_owned(),
        act: "import".to_owned(),
        subject: Some(story),
        detail: serde_json::Value::Null,
    });
    Ok(())
}

fn assert_empty(house: &House) {
    ask(&house.open(), |reader| {
        assert_eq!(reader.record(&subject("story/rome"))?, None);
        assert_eq!(reader.newest_revision(&subject("story/rome"), locale("en"))?, None);
        assert_eq!(reader.address_owner("stories", "rome")?, None);
        assert_eq!(reader.media_bytes("abc")?, None);
        assert_eq!(reader.last_position()?, 0);
        assert_eq!(reader.audit_after(0, 10)?, []);
        Ok(())
    });
}

pub(crate) fn a_failed_act_leaves_nothing(house: &House) {
    #[derive(Debug)]
    struct Forbidden;
    impl From<StoreError> for Forbidden {
        fn from(error: StoreError) -> Self {
            panic!("{error}")
        }
    }
    let store = house.open();
    let outcome: Result<(), Forbidden> = store.write(|tx| {
        everything(tx)?;
        Err(Forbidden)
    });
    assert!(outcome.is_err());
    assert_empty(house);
    act(&store, everything);
    assert_eq!(ask(&store, |reader| reader.last_position()), 1);
}

pub(crate) fn a_panicking_act_leaves_nothing(house: &House) {
    let store = house.open();
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        store.write(|tx| -> Result<(), StoreError> {
            everything(tx)?;
            panic!("an act went wrong, as it should in this test");
        })
    }));
    assert!(outcome.is_err());
    assert_empty(house);
    act(&store, everything);
}

pub(crate) fn a_failed_step_cannot_be_kept(house: &House) {
    let store = house.open();
    let outcome = store.write(|tx| {
        everything(tx)?;
        let orphan = tx.add_revision(&new_revision("story/nowhere", "en", "Nowhere"));
        assert!(matches!(orphan, Err(StoreError::Missing { .. })), "{orphan:?}");
        Ok(())
    });
    assert!(matches!(outcome, Err(StoreError::Spoilt { .. })), "{outcome:?}");
    assert_empty(house);
}

pub(crate) fn a_reading_does_not_see_later_acts(house: &House) {
    let (store, other) = (house.open(), house.open());
    saved(&store, "story/rome");
    ask(&store, |reader| {
        saved(&store, "story/oslo");
        saved(&other, "story/bonn");
        assert_eq!(reader.count(Noun::Story)?, 1);
        assert_eq!(reader.record(&subject("story/oslo"))?, None);
        Ok(())
    });
    assert_eq!(ask(&store, |reader| reader.count(Noun::Story)), 3);
}

pub(crate) fn an_act_sees_what_it_did(house: &House) {
    act(&house.open(), |tx| {
        everything(tx)?;
        assert!(tx.record(&subject("story/rome"))?.is_some());
        assert_eq!(tx.address_owner("stories", "rome")?, Some(subject("story/rome")));
        assert_eq!(
            tx.body(&subject("story/rome"), locale("en"), 1)?,
            Some(crate::cast::text("Rome").body)
        );
        Ok(())
    });
}

/// Who has read a record in an act decides from what still holds: no two take the same number.
pub(crate) fn acts_on_one_subject_follow_one_another(house: &House) {
    const ACTS: i64 = 10;
    let story = saved(&house.open(), "story/rome");
    thread::scope(|scope| {
        for writer in 0..4 {
            let (store, story) = (house.open(), &story);
            scope.spawn(move || {
                for _ in 0..ACTS {
                    act(&store, |tx| {
                        tx.record(story)?;
                        let before = tx.newest_revision(story, locale("en"))?.map(|revision| revision.number);
                        let number = tx.add_revision(&new_revision("story/rome", "en", &format!("By {writer}")))?;
                        assert_eq!(before, Some(number - 1));
                        Ok(())
                    });
                }
            });
        }
    });
    let numbers: Vec<i64> = ask(&house.open(), |reader| reader.revisions(&story, locale("en")))
        .iter()
        .map(|head| head.number)
        .collect();
    assert_eq!(numbers, (1..=1 + 4 * ACTS).collect::<Vec<_>>());
}

/// One process keeps a subject longer than another waits for it.
pub(crate) fn who_waits_too_long_is_told(house: &House) {
    let (slow, waiting) = (house.open(), house.open());
    let story = saved(&slow, "story/rome");
    let (held, hold) = mpsc::channel();
    let (release, released) = mpsc::channel();
    thread::scope(|scope| {
        let kept = &story;
        scope.spawn(move || {
            act(&slow, |tx| {
                tx.record(kept)?;
                held.send(()).unwrap();
                released.recv().unwrap();
                Ok(())
            });
        });
        hold.recv().unwrap();
        let outcome = waiting.write(|tx| tx.record(&story));
        release.send(()).unwrap();
        assert!(matches!(outcome, Err(StoreError::Busy { .. })), "{outcome:?}");
    });
    assert!(act(&waiting, |tx| tx.record(&story)).is_some(), "afterwards it goes on");
}
