//! Acts on what all languages of an entry share: members that come and leave, tags, periods, the source language.

use content::meta::{Membership, Period, Standing};
use content::record::Entry;
use content::{Instant, Meta, Noun};
use language::Locale;

use crate::acts::writing::publication;
use crate::cast::{DAY, draft, recordings, relations, subject};
use crate::failure::Failure;
use crate::scene::Scene;
use crate::words;

pub(super) fn new_member(scene: &mut Scene) -> Result<bool, Failure> {
    let (member, all, now) = (subject(Noun::Member, &scene.fresh_key())?, scene.subjects(), scene.now);
    let Some(source) = scene.site()?.locales.first().copied() else {
        return Ok(false);
    };
    let done = scene.at_desk(|desk, pen| {
        let joined = Some(Instant(now.0 + pen.chance.between(-5, 30) * DAY).date());
        let standing = if pen.chance.one_in(2) {
            Standing::Full
        } else {
            Standing::Partner
        };
        let membership = Some(Membership {
            joined,
            standing,
            ..Membership::default()
        });
        desk.put_entry(
            &member,
            source,
            &Meta {
                membership,
                ..Meta::default()
            },
        )?;
        let text = words::text(pen.chance, pen.marks, source, &all, 1);
        let revision = desk.revise(draft(&member, source, text))?.revision;
        Ok(desk.publish(&publication(&member, source, revision, now))?)
    })?;
    Ok(done.is_some())
}

/// A member leaves, has left, or has not left after all.
pub(super) fn member_leaves(scene: &mut Scene) -> Result<bool, Failure> {
    let now = scene.now;
    change_meta(
        scene,
        |entry| entry.subject.noun() == Noun::Member,
        |scene, meta| {
            let days = scene.chance.between(-10, 40);
            let left = Some(Instant(now.0 + days * DAY).date()).filter(|_| !scene.chance.one_in(4));
            meta.membership.get_or_insert_default().left = left;
        },
    )
}

/// Other tags, members, efforts, another place among its like.
pub(super) fn relate(scene: &mut Scene) -> Result<bool, Failure> {
    let all = scene.subjects();
    let Some(chosen) = scene.an_entry(|_| true) else {
        return Ok(false);
    };
    let noun = chosen.subject.noun();
    change_meta(
        scene,
        |entry| entry.subject == chosen.subject,
        |scene, meta| {
            recordings(&mut scene.pen(), noun, &all, meta);
            let others = relations(&mut scene.pen(), &all);
            (meta.tags, meta.members, meta.efforts) = (others.tags, others.members, others.efforts);
            meta.order = Some(scene.chance.between(-3, 6));
        },
    )
}

pub(super) fn change_period(scene: &mut Scene) -> Result<bool, Failure> {
    change_meta(
        scene,
        |entry| entry.subject.noun() == Noun::Announcement,
        |scene, meta| {
            let from = Instant(scene.now.0 + scene.chance.between(-10, 15) * DAY);
            let until = Instant(from.0 + scene.chance.between(0, 20) * DAY);
            meta.period = Some(Period {
                from: from.date(),
                until: until.date(),
            });
        },
    )
}

fn change_meta(
    scene: &mut Scene,
    fits: impl Fn(&Entry) -> bool,
    change: impl FnOnce(&mut Scene, &mut Meta),
) -> Result<bool, Failure> {
    let Some(mut entry) = scene.an_entry(fits) else {
        return Ok(false);
    };
    change(scene, &mut entry.meta);
    let done = scene.at_desk(|desk, _| Ok(desk.put_entry(&entry.subject, entry.source, &entry.meta)?))?;
    Ok(done.is_some())
}

pub(super) fn change_source(scene: &mut Scene) -> Result<bool, Failure> {
    let Some(entry) = scene.an_entry(|entry| entry.texts.len() > 1) else {
        return Ok(false);
    };
    let others: Vec<Locale> = entry
        .texts
        .keys()
        .copied()
        .filter(|locale| *locale != entry.source)
        .collect();
    let Some(source) = scene.chance.pick(&others).copied() else {
        return Ok(false);
    };
    let done = scene.at_desk(|desk, _| Ok(desk.put_entry(&entry.subject, source, &entry.meta)?))?;
    Ok(done.is_some())
}
