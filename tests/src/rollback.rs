//! An old edition that is put back brings back nothing that was withdrawn, deleted or held since.

use crate::acts::Kind;
use crate::chance::Chance;
use crate::engine::Engine;
use crate::equality::run_all;
use crate::failure::Failure;
use crate::report::Report;
use crate::sequence::Plan;

const FIRST_SEED: u64 = 500_000;

/// Plays so many histories in which much is taken back, and old editions are put back often.
///
/// # Errors
/// If the ground cannot be laid; what came back stands in the report.
pub fn run(histories: usize, engine: &Engine, progress: &(dyn Fn(&Report) + Sync)) -> Result<Report, Failure> {
    let plans = (0..histories)
        .map(|number| plan(FIRST_SEED + u64::try_from(number).unwrap_or(0)))
        .collect::<Vec<_>>();
    run_all(&plans, engine, progress)
}

/// Plays the one history of a seed again.
///
/// # Errors
/// As [`run`].
pub fn again(seed: u64, engine: &Engine) -> Result<Report, Failure> {
    run_all(&[plan(seed)], engine, &|_| ())
}

fn plan(seed: u64) -> Plan {
    Plan {
        seed,
        draw,
        compare: false,
    }
}

/// What takes back and puts back is drawn every other time.
fn draw(chance: &mut Chance) -> Kind {
    let often = [
        Kind::Withdraw,
        Kind::DeleteEntry,
        Kind::DeleteOther,
        Kind::HoldBack,
        Kind::Limit,
        Kind::RemovePost,
        Kind::Restore,
        Kind::RollBack,
        Kind::RollBack,
        Kind::RollBack,
        Kind::Resume,
        Kind::Wait,
    ];
    let drawn = if chance.one_in(2) {
        chance.pick(&often).copied()
    } else {
        None
    };
    drawn.unwrap_or_else(|| Kind::draw(chance))
}
