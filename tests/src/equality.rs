//! An edition that was made step by step equals one that is made from nothing, whatever has happened.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::acts::Kind;
use crate::ambience::Ambience;
use crate::engine::Engine;
use crate::failure::Failure;
use crate::report::Report;
use crate::sequence::{Plan, play};

/// Sequences begin with seeds from here on.
const FIRST_SEED: u64 = 1_000;

/// Plays so many sequences of random acts; after each act or few, what the press laid is compared with what it lays
/// from nothing. `progress` is told after each sequence.
///
/// # Errors
/// If the ground cannot be laid; differences stand in the report.
pub fn run(sequences: usize, engine: &Engine, progress: &(dyn Fn(&Report) + Sync)) -> Result<Report, Failure> {
    let plans = (0..sequences)
        .map(|number| plan(FIRST_SEED + u64::try_from(number).unwrap_or(0)))
        .collect::<Vec<_>>();
    run_all(&plans, engine, progress)
}

/// Plays the one sequence of a seed again.
///
/// # Errors
/// As [`run`].
pub fn again(seed: u64, engine: &Engine) -> Result<Report, Failure> {
    run_all(&[plan(seed)], engine, &|_| ())
}

fn plan(seed: u64) -> Plan {
    Plan {
        seed,
        draw: Kind::draw,
        compare: true,
    }
}

/// Plays sequences on all cores.
pub(crate) fn run_all(plans: &[Plan], engine: &Engine, progress: &(dyn Fn(&Report) + Sync)) -> Result<Report, Failure> {
    let ambience = Ambience::read()?;
    let (next, total) = (AtomicUsize::new(0), Mutex::new(Report::default()));
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(plan) = plans.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let (report, _) = play(engine, plan, &ambience);
                    let mut total = total.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                    total.add(report);
                    progress(&total);
                }
            });
        }
    });
    Ok(total.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner))
}
