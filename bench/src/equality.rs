//! Long runs of what the journeys hold: editions made step by step equal those made from nothing.

use std::sync::atomic::{AtomicUsize, Ordering};

use journeys::engine::{Engine, POSTGRES};
use journeys::equality;

use crate::failure::Failure;
use crate::figures::{Row, note};

/// A line is told after so many sequences.
const TOLD_EVERY: usize = 50;

/// Every so many-th of the sequences is played on PostgreSQL too.
const ON_POSTGRES: usize = 10;

/// Plays sequences of random acts, a tenth as many on PostgreSQL if there is a server, tells which acts and kinds of
/// pages were hit, and gives the table's rows.
///
/// # Errors
/// If the ground cannot be laid.
pub fn run(sequences: usize) -> Result<Vec<Row>, Failure> {
    let mut rows = of_engine(sequences, &Engine::Sqlite)?;
    match Engine::postgres() {
        Some(engine) => rows.extend(of_engine(sequences.div_ceil(ON_POSTGRES), &engine)?),
        None => rows.push(Row::unmeasured(
            "equality on PostgreSQL",
            format!("{POSTGRES} names no server"),
        )),
    }
    Ok(rows)
}

fn of_engine(sequences: usize, engine: &Engine) -> Result<Vec<Row>, Failure> {
    let told = AtomicUsize::new(0);
    let report = equality::run(sequences, engine, &|report| {
        let before = told.swap(report.findings.len(), Ordering::Relaxed);
        report.findings.iter().skip(before).for_each(|finding| note(finding));
        if report.sequences % TOLD_EVERY == 0 {
            note(&format!(
                "{} of {sequences} sequences, {} differences",
                report.sequences,
                report.findings.len()
            ));
        }
    })?;
    let name = engine.name();
    note(&format!("{name}:\n{report}"));
    let done: usize = report.acts.values().map(|acted| acted.done).sum();
    let figure = format!(
        "{}; {done} acts, {} editions held against clean ones",
        report.sequences, report.comparisons
    );
    Ok(vec![
        Row::told(format!("equality on {name}: sequences"), figure),
        Row::at_most(
            format!("equality on {name}: differences"),
            report.findings.len() as f64,
            0.0,
            "",
        ),
    ])
}
