//! Acts on words: new entries, edits of blocks, new names, translations.

use content::meta::{Agency, Period};
use content::{Content, Inline, Instant, Meta, Noun, Subject, Text};
use editorial::Publish;
use language::Locale;

use crate::cast::{DAY, Pen, draft, recordings, relations, subject};
use crate::failure::Failure;
use crate::scene::Scene;
use crate::words;

pub(super) fn new_entry(scene: &mut Scene) -> Result<bool, Failure> {
    let nouns = [
        Noun::Story,
        Noun::Story,
        Noun::Story,
        Noun::Statement,
        Noun::Announcement,
        Noun::Page,
        Noun::Effort,
        Noun::Series,
        Noun::Episode,
        Noun::Video,
        Noun::Video,
    ];
    let noun = scene.chance.pick(&nouns).copied().unwrap_or(Noun::Story);
    let (subject, all, locales) = (
        subject(noun, &scene.fresh_key())?,
        scene.subjects(),
        scene.site()?.locales,
    );
    let Some(source) = scene.chance.pick(&locales).copied() else {
        return Ok(false);
    };
    let now = scene.now;
    let created = scene.at_desk(|desk, pen| {
        let meta = meta(pen, noun, &all, now);
        desk.put_entry(&subject, source, &meta)?;
        let blocks = pen.chance.below(5);
        let text = words::text(pen.chance, pen.marks, source, &all, blocks);
        let revision = desk.revise(draft(&subject, source, text))?.revision;
        let from = match pen.chance.below(6) {
            0 => return Ok(()),
            1 => Instant(now.0 + pen.chance.between(1, 60 * 24) * 60_000),
            2 | 3 => Instant(now.0 - pen.chance.between(1, 900) * DAY),
            _ => now,
        };
        Ok(desk.publish(&publication(&subject, source, revision, from))?)
    })?;
    Ok(created.is_some())
}

fn meta(pen: &mut Pen<'_>, noun: Noun, all: &[Subject], now: Instant) -> Meta {
    let mut meta = Meta {
        order: Some(pen.chance.between(-2, 5)),
        ..relations(pen, all)
    };
    recordings(pen, noun, all, &mut meta);
    if noun == Noun::Announcement {
        let day = |days: i64| Instant(now.0 + days * DAY).date();
        let from = pen.chance.between(-20, 20);
        meta.period = Some(Period {
            from: day(from),
            until: day(from + pen.chance.between(0, 30)),
        });
    }
    if noun == Noun::Story && pen.chance.one_in(5) {
        let address = Some("https://agency.example/2".to_owned()).filter(|_| pen.chance.one_in(2));
        meta.agency = Some(Agency {
            name: "INA".to_owned(),
            address,
            licence: None,
        });
    }
    meta
}

/// A publication from an instant on that leaves what is public until then.
pub(super) fn publication(subject: &Subject, locale: Locale, revision: i64, from: Instant) -> Publish {
    Publish {
        subject: subject.clone(),
        locale,
        revision,
        from,
        until: None,
        date: None,
        keep_current: true,
        note: String::new(),
        minor: false,
    }
}

/// Changes the newest words of any text; mostly they are made public at once. The change says whether there was any.
fn revise(
    scene: &mut Scene,
    change: impl FnOnce(&mut Pen<'_>, &mut Text, Locale, &[Subject]) -> bool,
) -> Result<bool, Failure> {
    let Some(entry) = scene.an_entry(|entry| !entry.texts.is_empty()) else {
        return Ok(false);
    };
    let locales: Vec<Locale> = entry.texts.keys().copied().collect();
    let Some(locale) = scene.chance.pick(&locales).copied() else {
        return Ok(false);
    };
    let (subject, all, now) = (entry.subject, scene.subjects(), scene.now);
    let revision = scene.at_desk(|desk, pen| {
        let Some(newest) = desk.reader().newest_revision(&subject, locale)? else {
            return Ok(None);
        };
        let mut text = newest.text;
        if !change(pen, &mut text, locale, &all) {
            return Ok(None);
        }
        Ok(Some(desk.revise(draft(&subject, locale, text))?.revision))
    })?;
    let Some(revision) = revision.flatten() else {
        return Ok(false);
    };
    if !scene.chance.one_in(3) {
        scene.at_desk(|desk, _| Ok(desk.publish(&publication(&subject, locale, revision, now))?))?;
    }
    Ok(true)
}

pub(super) fn edit_block(scene: &mut Scene) -> Result<bool, Failure> {
    revise(scene, |pen, text, locale, all| {
        let place = pen.chance.below(text.body.blocks.len());
        match text.body.blocks.get_mut(place) {
            Some(block) => block.content = words::block(pen.chance, pen.marks, locale, all),
            None => text.summary = words::sentence(pen.chance, pen.marks, locale, 9),
        }
        true
    })
}

pub(super) fn add_block(scene: &mut Scene) -> Result<bool, Failure> {
    revise(scene, |pen, text, locale, all| {
        let place = pen.chance.below(text.body.blocks.len() + 1);
        let content = words::block(pen.chance, pen.marks, locale, all);
        text.body.blocks.insert(place, words::nameless(content));
        true
    })
}

pub(super) fn remove_block(scene: &mut Scene) -> Result<bool, Failure> {
    revise(scene, |pen, text, _, _| {
        let place = pen.chance.below(text.body.blocks.len());
        if place < text.body.blocks.len() {
            text.body.blocks.remove(place);
            return true;
        }
        false
    })
}

pub(super) fn move_block(scene: &mut Scene) -> Result<bool, Failure> {
    revise(scene, |pen, text, _, _| {
        let count = text.body.blocks.len();
        let (one, other) = (pen.chance.below(count), pen.chance.below(count));
        if one == other {
            return false;
        }
        text.body.blocks.swap(one, other);
        true
    })
}

pub(super) fn split_block(scene: &mut Scene) -> Result<bool, Failure> {
    revise(scene, |pen, text, _, _| {
        let able = text
            .body
            .blocks
            .iter()
            .enumerate()
            .filter(|(_, block)| block.words().split(' ').count() > 2);
        let places: Vec<usize> = able.map(|(place, _)| place).collect();
        let Some(place) = pen.chance.pick(&places).copied() else {
            return false;
        };
        let Some(block) = text.body.blocks.get_mut(place) else {
            return false;
        };
        let words: Vec<String> = block.words().split(' ').map(str::to_owned).collect();
        let (first, second) = words.split_at(words.len() / 2);
        block.content = paragraph(first.join(" "));
        text.body
            .blocks
            .insert(place + 1, words::nameless(paragraph(second.join(" "))));
        true
    })
}

pub(super) fn merge_blocks(scene: &mut Scene) -> Result<bool, Failure> {
    revise(scene, |pen, text, _, _| {
        let place = pen.chance.below(text.body.blocks.len().saturating_sub(1));
        let (Some(first), Some(second)) = (text.body.blocks.get(place), text.body.blocks.get(place + 1)) else {
            return false;
        };
        let merged = words::nameless(paragraph(format!("{} {}", first.words(), second.words())));
        text.body.blocks.splice(place..place + 2, [merged]);
        true
    })
}

fn paragraph(words: String) -> Content {
    Content::Paragraph(vec![Inline::Text(words)])
}

pub(super) fn rename(scene: &mut Scene) -> Result<bool, Failure> {
    revise(scene, |pen, text, locale, _| {
        text.title = words::sentence(pen.chance, pen.marks, locale, 4);
        text.slug = pen.marks.slug();
        true
    })
}

pub(super) fn translate(scene: &mut Scene) -> Result<bool, Failure> {
    let (locales, all, now) = (scene.site()?.locales, scene.subjects(), scene.now);
    let Some(locale) = scene.chance.pick(&locales).copied() else {
        return Ok(false);
    };
    let lacking = |entry: &content::record::Entry| entry.source != locale && !entry.texts.contains_key(&locale);
    let Some(entry) = scene.an_entry(lacking) else {
        return Ok(false);
    };
    let revision = scene.at_desk(|desk, pen| {
        let blocks = pen.chance.below(4);
        let text = words::text(pen.chance, pen.marks, locale, &all, blocks);
        Ok(desk.revise(draft(&entry.subject, locale, text))?.revision)
    })?;
    let Some(revision) = revision else { return Ok(false) };
    if !scene.chance.one_in(4) {
        scene.at_desk(|desk, _| Ok(desk.publish(&publication(&entry.subject, locale, revision, now))?))?;
    }
    Ok(true)
}

pub(super) fn declare_minor(scene: &mut Scene) -> Result<bool, Failure> {
    let Some(entry) = scene.an_entry(|entry| entry.texts.len() > 1) else {
        return Ok(false);
    };
    let declared = scene.at_desk(|desk, _| Ok(desk.declare_minor(&entry.subject)?))?;
    Ok(declared.is_some())
}
