//! Listening: who follows the change log wakes when there is something.

use std::thread;
use std::time::{Duration, Instant};

use store::Store;

use crate::cast::{EDITOR, act, hour, saved, subject};
use crate::house::House;

/// Far beyond what a wake takes, on a machine that is busy.
const LONG: Duration = Duration::from_secs(20);
const SHORT: Duration = Duration::from_millis(120);

fn change(store: &Store) {
    act(store, |tx| {
        tx.log_change(&subject("story/rome"), "publish", EDITOR, hour(8));
        Ok(())
    });
}

/// Waits on one store while a change comes from another, and says how long it took.
fn wait_for(listening: &Store, changing: &Store) -> Duration {
    let mut listener = listening.listener();
    assert!(!listener.wait(SHORT).unwrap(), "nothing has changed yet");
    thread::scope(|scope| {
        scope.spawn(|| {
            thread::sleep(SHORT);
            change(changing);
        });
        let begin = Instant::now();
        assert!(listener.wait(LONG).unwrap());
        begin.elapsed()
    })
}

pub(crate) fn one_process_wakes_another(house: &House) {
    assert!(wait_for(&house.open(), &house.open()) < LONG / 2);
}

pub(crate) fn an_act_wakes_its_own_process(house: &House) {
    let store = house.open();
    assert!(wait_for(&store, &store.clone()) < LONG / 2);
}

pub(crate) fn what_came_before_the_wait_is_not_missed(house: &House) {
    let store = house.open();
    let mut listener = store.listener();
    change(&store);
    assert!(listener.wait(Duration::ZERO).unwrap());
    assert!(!listener.wait(Duration::ZERO).unwrap(), "each change wakes once");
    change(&store);
    change(&store);
    assert!(listener.wait(LONG).unwrap());
    assert!(!listener.wait(SHORT).unwrap(), "changes that came together wake once");
}

pub(crate) fn nothing_wakes_without_a_change(house: &House) {
    let store = house.open();
    change(&store);
    let mut listener = store.listener();
    saved(&store, "story/rome");
    let begin = Instant::now();
    assert!(!listener.wait(SHORT).unwrap());
    assert!(begin.elapsed() >= SHORT);
}
