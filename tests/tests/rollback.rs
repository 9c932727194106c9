//! Putting an old edition back brings back nothing that was withdrawn, deleted or held: over random histories.
//!
//! `PLENARY_HISTORIES` sets their number, `PLENARY_SEED` plays one again.

#![cfg(test)]

use journeys::engine::Engine;
use journeys::rollback;

/// Histories: by default, and where `CI` is set.
const HISTORIES: (usize, usize) = (10, 50);

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
fn what_was_taken_back_does_not_come_back() {
    let default = if std::env::var_os("CI").is_some() {
        HISTORIES.1
    } else {
        HISTORIES.0
    };
    let histories = number("PLENARY_HISTORIES").map_or(default, |number| number as usize);
    let report = match number("PLENARY_SEED") {
        Some(seed) => rollback::again(seed, &Engine::Sqlite),
        None => rollback::run(histories, &Engine::Sqlite, &|_| ()),
    };
    let report = report.unwrap();
    println!("{report}");
    assert!(report.put_back > 0);
    assert!(report.findings.is_empty(), "{} findings", report.findings.len());
}
