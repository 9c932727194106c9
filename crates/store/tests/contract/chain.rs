//! The chain of the audit log: whatever is done to a row behind the program's back is found.

use serde_json::json;
use store::{AuditRow, ChainEnd, ChainFault, ChainVerdict, Store};

use crate::cast::{EDITOR, act, ask, hour, subject};
use crate::house::House;

/// A log of five rows in three acts, of which one has no subject and one has words that are alike.
fn kept(house: &House) -> Store {
    let store = house.open();
    for rows in [
        &[("publish", Some("story/rome"))][..],
        &[("sign-in", None), ("publish", Some("story/oslo"))],
        &[("publish", Some("story/oslo")), ("withdraw", Some("story/oslo"))],
    ] {
        act(&store, |tx| {
            for (act, on) in rows {
                tx.audit(&AuditRow {
                    at: hour(9),
                    actor: EDITOR.to_owned(),
                    act: (*act).to_owned(),
                    subject: on.map(subject),
                    detail: json!({ "note": "روما" }),
                });
            }
            Ok(())
        });
    }
    store
}

fn verdict(store: &Store) -> ChainVerdict {
    ask(store, |reader| reader.verify_audit(None, &|_| ()))
}

pub(crate) fn a_log_that_nobody_touched_is_whole(house: &House) {
    let empty = verdict(&house.open());
    assert_eq!((empty.rows, empty.end.position, empty.fault), (0, 0, None));
    let store = kept(house);
    let found = verdict(&store);
    assert_eq!((found.rows, found.end.position, found.fault), (5, 5, None));
    assert_eq!(found.end.hash.len(), 64);
    // Many rows at once, more than are read at once.
    act(&store, |tx| {
        for number in 0..1_200 {
            tx.audit(&AuditRow {
                at: hour(10),
                actor: EDITOR.to_owned(),
                act: "import".to_owned(),
                subject: None,
                detail: json!(number),
            });
        }
        Ok(())
    });
    assert_eq!((verdict(&store).rows, verdict(&store).fault), (1_205, None));
}

pub(crate) fn every_single_change_is_found(house: &House) {
    use ChainFault::{Beyond, Changed, Missing};
    drop(house.open());
    let columns = [
        ("at", "at + 1"),
        ("actor", "'somebody'"),
        ("act", "'delete'"),
        ("subject", "'story/bonn'"),
        ("detail", "'{}'"),
        ("chain", "''"),
    ];
    for position in 1..=5 {
        for (column, value) in columns {
            assert_found(
                house,
                &format!("UPDATE audit SET {column} = {value} WHERE position = {position}"),
                Changed(position),
            );
        }
        assert_found(
            house,
            &format!("DELETE FROM audit WHERE position = {position}"),
            Missing(position),
        );
    }
    // The second row has no subject: none and an empty one are not the same.
    assert_found(house, "UPDATE audit SET subject = '' WHERE position = 2", Changed(2));
    for (one, other) in [(1, 2), (2, 4), (4, 5)] {
        let swap = format!(
            "UPDATE audit SET position = -1 WHERE position = {one}; UPDATE audit SET position = {one} WHERE position = {other};
             UPDATE audit SET position = {other} WHERE position = -1"
        );
        assert_found(house, &swap, Changed(one));
    }
    assert_found(house, "DELETE FROM audit", Missing(1));
    assert_found(house, "UPDATE audit_end SET position = 4", Beyond(5));
    assert_found(house, "UPDATE audit_end SET chain = ''", Changed(5));
    assert_found(
        house,
        "INSERT INTO audit (position, at, actor, act, subject, detail, chain) VALUES (6, 0, 'x', 'x', NULL, '{}', '')",
        Changed(6),
    );
}

/// Does something to a log, looks, and puts it back as it was.
fn assert_found(house: &House, sql: &str, fault: ChainFault) {
    let wipe = "DELETE FROM audit; DELETE FROM audit_end";
    house.tamper(wipe);
    let store = kept(house);
    house.tamper(sql);
    assert_eq!(verdict(&store).fault, Some(fault), "{sql}");
    house.tamper(wipe);
}

pub(crate) fn a_log_made_anew_is_unlike_what_was_written_down(house: &House) {
    let store = kept(house);
    let written = verdict(&store).end;
    house.tamper("DELETE FROM audit; DELETE FROM audit_end");
    for _ in 0..5 {
        act(&store, |tx| {
            tx.audit(&AuditRow {
                at: hour(9),
                actor: EDITOR.to_owned(),
                act: "publish".to_owned(),
                subject: None,
                detail: json!({}),
            });
            Ok(())
        });
    }
    assert_eq!(verdict(&store).fault, None, "it is whole in itself");
    let known = |known: &ChainEnd| ask(&store, |reader| reader.verify_audit(Some(known), &|_| ())).fault;
    assert_eq!(known(&written), Some(ChainFault::Unlike(5)));
    let later = ChainEnd { position: 7, ..written };
    assert_eq!(known(&later), Some(ChainFault::Missing(6)));
}

pub(crate) fn a_log_from_before_the_chain_is_chained_when_it_is_opened(house: &House) {
    drop(kept(house));
    house.tamper("DROP TABLE audit_end");
    house.tamper("ALTER TABLE audit DROP COLUMN chain; DELETE FROM migration WHERE version >= 3");
    let store = house.open();
    let found = verdict(&store);
    assert_eq!((found.rows, found.fault), (5, None));
    act(&store, |tx| {
        tx.audit(&AuditRow {
            at: hour(11),
            actor: EDITOR.to_owned(),
            act: "publish".to_owned(),
            subject: None,
            detail: json!({}),
        });
        Ok(())
    });
    assert_eq!((verdict(&store).rows, verdict(&store).fault), (6, None));
}
