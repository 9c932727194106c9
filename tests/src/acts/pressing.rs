//! Acts on the press, and time.

use content::Instant;

use crate::cast::DAY;
use crate::failure::Failure;
use crate::scene::Scene;

pub(super) fn roll_back(scene: &mut Scene) -> Result<bool, Failure> {
    let numbers: Vec<u64> = scene
        .press
        .library()
        .list()
        .iter()
        .map(|edition| edition.number)
        .collect();
    let Some(number) = scene.chance.pick(&numbers).copied() else {
        return Ok(false);
    };
    scene.at_desk(|desk, _| Ok(desk.roll_back(number)?))?;
    scene.held = true;
    Ok(true)
}

pub(super) fn resume(scene: &mut Scene) -> Result<bool, Failure> {
    if !scene.held {
        return Ok(false);
    }
    scene.at_desk(|desk, _| Ok(desk.resume()?))?;
    scene.held = false;
    Ok(true)
}

pub(super) fn restart(scene: &mut Scene) -> Result<bool, Failure> {
    scene.restart()?;
    Ok(true)
}

pub(super) fn rebuild(scene: &mut Scene) -> Result<bool, Failure> {
    scene.press.rebuild(scene.now, &|_, _, _| ())?;
    Ok(true)
}

/// Minutes to months go by.
pub(super) fn wait(scene: &mut Scene) -> Result<bool, Failure> {
    let time = match scene.chance.below(4) {
        0 => scene.chance.between(1, 50) * 60_000,
        1 => scene.chance.between(1, 50) * 3_600_000,
        2 => scene.chance.between(1, 20) * DAY,
        _ => scene.chance.between(20, 120) * DAY,
    };
    scene.now = Instant(scene.now.0 + time);
    Ok(true)
}

/// Time goes by until the press's next timer, or until just before it.
pub(super) fn wait_for_timer(scene: &mut Scene) -> Result<bool, Failure> {
    let Some(due) = scene.press.next_due()?.filter(|due| *due > scene.now) else {
        return Ok(false);
    };
    let before = i64::from(scene.chance.one_in(3));
    scene.now = Instant(due.0 - before).max(scene.now);
    Ok(true)
}
