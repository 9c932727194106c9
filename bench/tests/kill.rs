//! Killed at any moment, the program loses nothing that it acknowledged: a few rounds where `CI` is set, fewer otherwise;
//! `bench kill` plays many.

#![cfg(test)]

use std::time::Duration;

use bench_plenary::kill;

/// Rounds: by default, and where `CI` is set.
const ROUNDS: (usize, usize) = (4, 20);
/// A server that was killed answers again within this time.
const START: Duration = Duration::from_secs(2);

#[test]
fn nothing_acknowledged_is_lost_and_nothing_is_torn() {
    let rounds = match std::env::var_os("CI") {
        Some(_) => ROUNDS.1,
        None => ROUNDS.0,
    };
    let folder = tempfile::tempdir().unwrap();
    let survived = kill::run(rounds, 1, folder.path()).unwrap();
    println!("{survived:?}");
    assert_eq!(survived.rounds, rounds);
    assert!(
        survived.acknowledged + survived.kept + survived.absent > 0,
        "no import was killed"
    );
    assert!(survived.is_whole(), "{survived:?}");
    assert!(survived.slowest_start <= START, "{survived:?}");
}
