//! Acts on tags, facts, posts, pictures and recordings.

use content::record::Tag;
use content::{Instant, Noun, Record};

use crate::ambience::LOCALES;
use crate::cast::{self, DAY, Pen, locale, subject};
use crate::failure::Failure;
use crate::scene::Scene;
use crate::words;

/// A fact has another value, other nouns, or is new where there is none.
pub(super) fn change_fact(scene: &mut Scene) -> Result<bool, Failure> {
    let known = scene.one(|record| match record {
        Record::Fact(fact) => Some(fact.clone()),
        _ => None,
    });
    let (key, locales, now) = (scene.fresh_key(), scene.site()?.locales, scene.now);
    let done = scene.at_desk(|desk, pen| {
        let locales = if pen.chance.one_in(4) {
            pen.chance.some(&locales, 2)
        } else {
            locales
        };
        let Some(fact) = known else {
            return Ok(desk.put_fact(&cast::fact(pen, &key, 1, &locales, now)?)?);
        };
        let mut changed = cast::fact(pen, fact.subject.key(), fact.value + 1, &locales, now)?;
        if pen.chance.one_in(2) {
            changed.nouns = fact.nouns;
        }
        Ok(desk.put_fact(&changed)?)
    })?;
    Ok(done.is_some())
}

pub(super) fn new_tag(scene: &mut Scene) -> Result<bool, Failure> {
    let key = scene.fresh_key();
    put_tag(scene, &key)
}

pub(super) fn change_tag(scene: &mut Scene) -> Result<bool, Failure> {
    let tag = scene.one(|record| match record {
        Record::Tag(tag) => Some(tag.subject.clone()),
        _ => None,
    });
    match tag {
        Some(tag) => put_tag(scene, tag.key()),
        None => Ok(false),
    }
}

fn put_tag(scene: &mut Scene, key: &str) -> Result<bool, Failure> {
    let done = scene.at_desk(|desk, pen| {
        let codes = pen.chance.some(&LOCALES, 4);
        let name = |pen: &mut Pen<'_>, code: &str| {
            let locale = locale(code)?;
            Ok((locale, words::sentence(pen.chance, pen.marks, locale, 2)))
        };
        let names = codes
            .into_iter()
            .map(|code| name(pen, code))
            .collect::<Result<_, Failure>>()?;
        Ok(desk.put_tag(&Tag {
            subject: subject(Noun::Tag, key)?,
            names,
        })?)
    })?;
    Ok(done.is_some())
}

pub(super) fn new_post(scene: &mut Scene) -> Result<bool, Failure> {
    let (key, locales, now) = (scene.fresh_key(), scene.site()?.locales, scene.now);
    scene.at_desk(|desk, pen| {
        let at = match pen.chance.below(4) {
            0 => Instant(now.0 + pen.chance.between(1, 3 * 24 * 60) * 60_000),
            1 => Instant(now.0 - pen.chance.between(1, 300) * DAY),
            _ => now,
        };
        let post = cast::post(pen, &key, at, &locales)?;
        Ok(desk.put_post(&post)?)
    })?;
    Ok(true)
}

pub(super) fn edit_post(scene: &mut Scene) -> Result<bool, Failure> {
    let post = scene.one(|record| match record {
        Record::Post(post) if post.removed.is_none() => Some(post.clone()),
        _ => None,
    });
    let Some(post) = post else { return Ok(false) };
    let locales = scene.site()?.locales;
    scene.at_desk(|desk, pen| {
        let changed = cast::post(pen, post.subject.key(), post.at, &locales)?;
        Ok(desk.put_post(&changed)?)
    })?;
    Ok(true)
}

pub(super) fn remove_post(scene: &mut Scene) -> Result<bool, Failure> {
    let post = scene.one(|record| match record {
        Record::Post(post) if post.removed.is_none() => Some(post.subject.clone()),
        _ => None,
    });
    let Some(post) = post else { return Ok(false) };
    scene.at_desk(|desk, _| Ok(desk.remove_post(&post, "Not by them.")?))?;
    scene.taken_back.insert((post, None));
    Ok(true)
}

pub(super) fn put_media(scene: &mut Scene) -> Result<bool, Failure> {
    let known = scene.one(|record| match record {
        Record::Media(media) if media.removed.is_none() => Some(media.subject.key().to_owned()),
        _ => None,
    });
    let key = match known.filter(|_| !scene.chance.one_in(3)) {
        Some(key) => key,
        None => {
            let ending = scene.chance.pick(&cast::ENDINGS).copied().unwrap_or("png");
            format!("{}.{ending}", scene.fresh_key())
        }
    };
    let done = scene.at_desk(|desk, pen| {
        let (media, bytes) = cast::media(pen, &key)?;
        Ok(desk.put_media(&media, &bytes)?)
    })?;
    Ok(done.is_some())
}

pub(super) fn remove_media(scene: &mut Scene) -> Result<bool, Failure> {
    let picture = scene.one(|record| match record {
        Record::Media(media) if media.removed.is_none() => Some(media.subject.clone()),
        _ => None,
    });
    let Some(picture) = picture else { return Ok(false) };
    scene.at_desk(|desk, _| Ok(desk.remove_media(&picture, "No consent.")?))?;
    scene.taken_back.insert((picture, None));
    Ok(true)
}
