//! The change log and the audit log.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use store::{AuditRow, Store, StoreError};

use crate::cast::{EDITOR, act, ask, hour, subject};
use crate::house::House;

const WRITERS: usize = 8;
const ACTS: usize = 25;

/// Eight writers in two processes, some of whose acts fail, and a follower that keeps only its position: it must never
/// see one beyond the next.
pub(crate) fn positions_have_no_gaps_and_are_in_commit_order(house: &House) {
    let stores = [house.open(), house.open()];
    let done = AtomicBool::new(false);
    let expected: usize = (0..WRITERS * ACTS).map(changes_of).sum();
    thread::scope(|scope| {
        let follower = scope.spawn(|| follow(&house.open(), &done));
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let store = &stores[writer % stores.len()];
                scope.spawn(move || (0..ACTS).for_each(|turn| write(store, writer * ACTS + turn)))
            })
            .collect();
        let written: Vec<_> = writers.into_iter().map(|writer| writer.join()).collect();
        done.store(true, Ordering::SeqCst);
        assert!(written.iter().all(Result::is_ok), "a writer failed");
        assert_eq!(follower.join().unwrap(), expected);
    });
}

/// How many changes an act keeps: every fifth fails, the others log one to three.
fn changes_of(act: usize) -> usize {
    if act.is_multiple_of(5) { 0 } else { 1 + act % 3 }
}

fn write(store: &Store, act: usize) {
    let outcome = store.write(|tx| {
        for _ in 0..changes_of(act).max(1) {
            tx.log_change(&subject("story/rome"), &format!("act {act}"), EDITOR, hour(8));
        }
        match changes_of(act) {
            0 => Err(StoreError::Location {
                reason: "an act that fails".to_owned(),
            }),
            _ => Ok(()),
        }
    });
    assert_eq!(outcome.is_ok(), changes_of(act) > 0, "{outcome:?}");
}

fn follow(store: &Store, done: &AtomicBool) -> usize {
    let mut seen = Vec::new();
    loop {
        let last_turn = done.load(Ordering::SeqCst);
        let position = i64::try_from(seen.len()).unwrap();
        let changes = ask(store, |reader| reader.changes_after(position, 1000));
        for change in &changes {
            assert_eq!(change.position, i64::try_from(seen.len()).unwrap() + 1);
            seen.push(change.act.clone());
        }
        if last_turn && changes.is_empty() {
            break;
        }
    }
    let mut once = seen.clone();
    once.dedup();
    let count = once.len();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), count, "the changes of one act stand together");
    seen.len()
}

pub(crate) fn the_log_is_read_in_parts(house: &House) {
    let store = house.open();
    for city in ["story/rome", "story/oslo", "story/bonn"] {
        act(&store, |tx| {
            tx.log_change(&subject(city), "publish", EDITOR, hour(9));
            Ok(())
        });
    }
    ask(&store, |reader| {
        assert_eq!(reader.last_position()?, 3);
        let first = reader.changes_after(0, 2)?;
        let rest = reader.changes_after(2, 2)?;
        let cities: Vec<_> = first
            .iter()
            .chain(&rest)
            .map(|change| change.subject.as_str())
            .collect();
        assert_eq!(cities, ["story/rome", "story/oslo", "story/bonn"]);
        assert_eq!(
            (first[0].act.as_str(), first[0].actor.as_str(), first[0].at),
            ("publish", EDITOR, hour(9))
        );
        assert_eq!(reader.changes_after(3, 2)?, []);
        Ok(())
    });
}

pub(crate) fn a_large_act_keeps_its_order(house: &House) {
    let store = house.open();
    let names: Vec<String> = (0..250).map(|number| format!("story/number-{number}")).collect();
    act(&store, |tx| {
        names
            .iter()
            .for_each(|name| tx.log_change(&subject(name), "import", EDITOR, hour(8)));
        Ok(())
    });
    let changes = ask(&store, |reader| reader.changes_after(0, 1000));
    assert_eq!(
        changes.iter().map(|change| change.subject.as_str()).collect::<Vec<_>>(),
        names
    );
    assert_eq!(changes.last().unwrap().position, 250);
}

pub(crate) fn the_audit_log_keeps_who_did_what(house: &House) {
    let store = house.open();
    let row = |act: &str, subject| AuditRow {
        at: hour(9),
        actor: EDITOR.to_owned(),
        act: act.to_owned(),
        subject,
        detail: serde_json::json!({ "files": 3, "note": "روما" }),
    };
    let rows = [row("publish", Some(subject("story/rome"))), row("sign in", None)];
    for row in &rows {
        act(&store, |tx| {
            tx.audit(row);
            Ok(())
        });
    }
    let [first, second] = rows;
    assert_eq!(
        ask(&store, |reader| reader.audit_after(0, 10)),
        [(1, first), (2, second.clone())]
    );
    assert_eq!(ask(&store, |reader| reader.audit_after(1, 10)), [(2, second)]);
    assert_eq!(
        ask(&store, |reader| reader.last_position()),
        0,
        "an audit row alone is no change"
    );
}
