//! Leases: one holder at a time, and tokens that fence off who lost one.

use std::thread;

use crate::cast::hour;
use crate::house::House;

const HOUR: i64 = 3_600_000;

pub(crate) fn one_holder_at_a_time(house: &House) {
    let (here, there) = (house.open(), house.open());
    let lease = here.acquire_lease("press", "node-a", HOUR, hour(8)).unwrap().unwrap();
    assert_eq!(there.acquire_lease("press", "node-b", HOUR, hour(8)).unwrap(), None);
    assert_eq!(
        here.acquire_lease("press", "node-a", HOUR, hour(8)).unwrap(),
        Some(lease),
        "its own comes back at once"
    );
    assert!(
        there.acquire_lease("wall", "node-b", HOUR, hour(8)).unwrap().is_some(),
        "another work is free"
    );
    assert!(here.release_lease("press", lease).unwrap());
    assert!(there.acquire_lease("press", "node-b", HOUR, hour(8)).unwrap().is_some());
    let won: usize = thread::scope(|scope| {
        let take = |node: String| {
            house
                .open()
                .acquire_lease("index", &node, HOUR, hour(8))
                .unwrap()
                .is_some()
        };
        let nodes: Vec<_> = (0..4)
            .map(|node| scope.spawn(move || take(format!("node-{node}"))))
            .collect();
        nodes.into_iter().map(|node| usize::from(node.join().unwrap())).sum()
    });
    assert_eq!(won, 1);
}

pub(crate) fn tokens_grow_with_each_holder(house: &House) {
    let store = house.open();
    let take = |node, at| {
        store
            .acquire_lease("press", node, HOUR, hour(at))
            .unwrap()
            .map(|lease| lease.token)
    };
    assert_eq!(take("node-a", 8), Some(1));
    assert_eq!(take("node-b", 9), Some(2), "it expires at the instant itself");
    assert_eq!(take("node-a", 9), None);
    assert_eq!(take("node-a", 10), Some(3));
    assert_eq!(take("node-a", 20), Some(3), "nobody took it meanwhile");
}

pub(crate) fn who_lost_a_lease_cannot_renew_it(house: &House) {
    let store = house.open();
    let lost = store.acquire_lease("press", "node-a", HOUR, hour(8)).unwrap().unwrap();
    assert!(store.renew_lease("press", lost, 2 * HOUR, hour(8)).unwrap());
    assert_eq!(
        store.acquire_lease("press", "node-b", HOUR, hour(9)).unwrap(),
        None,
        "it was prolonged"
    );
    let held = store.acquire_lease("press", "node-b", HOUR, hour(10)).unwrap().unwrap();
    assert!(!store.renew_lease("press", lost, HOUR, hour(10)).unwrap());
    assert!(!store.release_lease("press", lost).unwrap());
    assert!(
        store.renew_lease("press", held, HOUR, hour(10)).unwrap(),
        "the new holder is not disturbed"
    );
}
