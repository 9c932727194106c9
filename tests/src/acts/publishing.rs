//! Acts on what is public: publish, schedule, hold back, limit, withdraw, restore, delete.

use content::record::{Entry, TextHistory};
use content::{Instant, Noun, Record, Subject};
use editorial::Publish;
use language::Locale;

use crate::acts::writing::publication;
use crate::cast::{DAY, draft};
use crate::failure::Failure;
use crate::scene::Scene;
use crate::words;

pub(super) fn publish(scene: &mut Scene) -> Result<bool, Failure> {
    let now = scene.now;
    publish_newest(scene, |_| true, |_, plain| Publish { from: now, ..plain })
}

/// Lets the newest revision be public later; what is public now stays until then, or is held back from now on.
pub(super) fn schedule(scene: &mut Scene, keep_current: bool) -> Result<bool, Failure> {
    publish_newest(
        scene,
        |_| true,
        |scene, plain| {
            let minutes = if scene.chance.one_in(3) {
                scene.chance.between(1, 60)
            } else {
                scene.chance.between(60, 90 * 24 * 60)
            };
            Publish {
                from: Instant(scene.now.0 + minutes * 60_000),
                keep_current,
                ..plain
            }
        },
    )
}

pub(super) fn limit(scene: &mut Scene) -> Result<bool, Failure> {
    publish_newest(
        scene,
        |_| true,
        |scene, plain| {
            let from = Instant(
                scene.now.0
                    + if scene.chance.one_in(3) {
                        scene.chance.between(0, 5) * DAY
                    } else {
                        0
                    },
            );
            let until = Instant(from.0 + scene.chance.between(1, 40 * 24) * 3_600_000);
            Publish {
                from,
                until: Some(until),
                ..plain
            }
        },
    )
}

/// A block or the title of a public text is written anew and made public over what stood there: with a note, declared
/// minor, or neither.
pub(super) fn correct(scene: &mut Scene) -> Result<bool, Failure> {
    let Some((subject, locale)) = a_public_text(scene) else {
        return Ok(false);
    };
    let (now, all) = (scene.now, scene.subjects());
    let done = scene.at_desk(|desk, pen| {
        let Some(newest) = desk.reader().newest_revision(&subject, locale)? else {
            return Ok(false);
        };
        let mut text = newest.text;
        let place = pen.chance.below(text.body.blocks.len() + 1);
        match text.body.blocks.get_mut(place) {
            Some(block) => block.content = words::block(pen.chance, pen.marks, locale, &all),
            None => text.title = words::sentence(pen.chance, pen.marks, locale, 4),
        }
        let revision = desk.revise(draft(&subject, locale, text))?.revision;
        let mut wanted = publication(&subject, locale, revision, now);
        match pen.chance.below(4) {
            0 => wanted.minor = true,
            1 => {}
            _ => wanted.note = words::sentence(pen.chance, pen.marks, locale, 6),
        }
        desk.publish(&wanted)?;
        Ok(true)
    })?;
    Ok(done == Some(true))
}

/// It is said afterwards, or otherwise than before, what was corrected.
pub(super) fn explain(scene: &mut Scene) -> Result<bool, Failure> {
    let Some((subject, locale)) = a_public_text(scene) else {
        return Ok(false);
    };
    let done = scene.at_desk(|desk, pen| {
        let note = words::sentence(pen.chance, pen.marks, locale, 6);
        Ok(desk.explain(&subject, locale, &note)?)
    })?;
    Ok(done.is_some())
}

fn a_public_text(scene: &mut Scene) -> Option<(Subject, Locale)> {
    let now = scene.now;
    let is_public = |history: &TextHistory| history.publication_at(now).is_some();
    let entry = scene.an_entry(|entry| entry.texts.values().any(is_public))?;
    let public: Vec<Locale> = entry
        .texts
        .iter()
        .filter(|(_, history)| is_public(history))
        .map(|(locale, _)| *locale)
        .collect();
    let locale = scene.chance.pick(&public).copied()?;
    Some((entry.subject, locale))
}

/// What was withdrawn is public again: the same words, or others in their place.
pub(super) fn restore(scene: &mut Scene) -> Result<bool, Failure> {
    let now = scene.now;
    let withdrawn = |entry: &Entry| entry.texts.values().any(|history| history.withdrawal.is_some());
    if scene.chance.one_in(2) {
        return publish_newest(scene, withdrawn, |_, plain| Publish { from: now, ..plain });
    }
    let Some(entry) = scene.an_entry(withdrawn) else {
        return Ok(false);
    };
    let withdrawn = entry.texts.iter().find(|(_, history)| history.withdrawal.is_some());
    let Some(locale) = withdrawn.map(|(locale, _)| *locale) else {
        return Ok(false);
    };
    let (subject, all) = (entry.subject, scene.subjects());
    let done = scene.at_desk(|desk, pen| {
        let text = words::text(pen.chance, pen.marks, locale, &all, 2);
        let revision = desk.revise(draft(&subject, locale, text))?.revision;
        Ok(desk.publish(&publication(&subject, locale, revision, now))?)
    })?;
    Ok(done.is_some())
}

fn publish_newest(
    scene: &mut Scene,
    fits: impl Fn(&Entry) -> bool,
    shape: impl FnOnce(&mut Scene, Publish) -> Publish,
) -> Result<bool, Failure> {
    let Some(entry) = scene.an_entry(|entry| !entry.texts.is_empty() && fits(entry)) else {
        return Ok(false);
    };
    let texts: Vec<(Locale, i64)> = entry
        .texts
        .iter()
        .filter_map(|(locale, history)| Some((*locale, history.newest()?.number)))
        .collect();
    let Some((locale, revision)) = scene.chance.pick(&texts).copied() else {
        return Ok(false);
    };
    let mut wanted = shape(scene, publication(&entry.subject, locale, revision, Instant(0)));
    if scene.chance.one_in(6) {
        wanted.date = Some(Instant(scene.now.0 - scene.chance.between(0, 400) * DAY));
    }
    let done = scene.at_desk(|desk, _| Ok(desk.publish(&wanted)?))?;
    Ok(done.is_some())
}

pub(super) fn withdraw(scene: &mut Scene) -> Result<bool, Failure> {
    let Some(entry) = scene.an_entry(|entry| entry.texts.values().any(|history| !history.publications.is_empty()))
    else {
        return Ok(false);
    };
    let locales: Vec<Locale> = entry.texts.keys().copied().collect();
    let locale = if scene.chance.one_in(2) {
        None
    } else {
        scene.chance.pick(&locales).copied()
    };
    let notice = if scene.chance.one_in(2) { "It was wrong." } else { "" };
    let done = scene.at_desk(|desk, _| Ok(desk.withdraw(&entry.subject, locale, notice)?))?;
    if done.is_some() {
        scene.taken_back.insert((entry.subject, locale));
    }
    Ok(done.is_some())
}

pub(super) fn delete_entry(scene: &mut Scene) -> Result<bool, Failure> {
    let Some(entry) = scene.an_entry(|_| true) else {
        return Ok(false);
    };
    delete(scene, &entry.subject)
}

/// Deletes a tag, a fact, a post or a picture.
pub(super) fn delete_other(scene: &mut Scene) -> Result<bool, Failure> {
    let other = scene.one(|record| match record {
        Record::Tag(_) | Record::Fact(_) | Record::Post(_) | Record::Media(_) => Some(record.subject().clone()),
        _ => None,
    });
    match other {
        // The posts are most by number: each noun gets its turn.
        Some(post) if post.noun() == Noun::Post && !scene.chance.one_in(3) => Ok(false),
        Some(other) => delete(scene, &other),
        None => Ok(false),
    }
}

fn delete(scene: &mut Scene, subject: &Subject) -> Result<bool, Failure> {
    let done = scene.at_desk(|desk, _| Ok(desk.delete(subject)?))?;
    if done.is_some() {
        scene.taken_back.insert((subject.clone(), None));
    }
    Ok(done.is_some())
}
