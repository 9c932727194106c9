//! Incremental equals clean: sequences of random acts, on SQLite and, where there is a server, on PostgreSQL.
//!
//! `PLENARY_SEQUENCES` sets their number, `PLENARY_SEED` plays one again.

#![cfg(test)]

use journeys::engine::{Engine, POSTGRES};
use journeys::equality;
use journeys::report::Report;

/// Sequences on SQLite: by default, and where `CI` is set.
const SQLITE: (usize, usize) = (10, 100);
/// On PostgreSQL.
const POSTGRES_SEQUENCES: (usize, usize) = (1, 10);

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

fn sequences(default: (usize, usize)) -> usize {
    let wanted = number("PLENARY_SEQUENCES").map(|number| number as usize);
    wanted.unwrap_or(if std::env::var_os("CI").is_some() {
        default.1
    } else {
        default.0
    })
}

fn run(engine: &Engine, default: (usize, usize)) -> Report {
    let report = match number("PLENARY_SEED") {
        Some(seed) => equality::again(seed, engine),
        None => equality::run(sequences(default), engine, &|_| ()),
    };
    let report = report.unwrap();
    println!("{}:\n{report}", engine.name());
    report
}

#[test]
fn an_edition_made_step_by_step_equals_one_made_from_nothing() {
    let report = run(&Engine::Sqlite, SQLITE);
    assert!(report.comparisons > report.sequences * 10);
    assert!(report.findings.is_empty(), "{} differences", report.findings.len());
    if report.sequences >= SQLITE.1 {
        assert_eq!(report.missed(), []);
    }
}

#[test]
fn so_it_does_on_postgresql() {
    match Engine::postgres() {
        Some(engine) => assert!(run(&engine, POSTGRES_SEQUENCES).findings.is_empty()),
        None => println!("PostgreSQL: not run, because {POSTGRES} names no server"),
    }
}
