//! Putting an old edition back brings back nothing that was withdrawn, deleted or held: over random histories.
//!
//! `PLENARY_HISTORIES` sets their number, `PLENARY_SEED` plays one again.

#![cfg(test)]

use content::record::Entry;
use content::{Instant, Noun, Text};
use editorial::Publish;
use journeys::ambience::Ambience;
use journeys::cast::draft;
use journeys::engine::Engine;
use journeys::scene::Scene;
use journeys::{rollback, words};

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

/// Both for a press that follows and for one that makes all anew in between.
#[test]
fn what_was_dark_between_two_presses_does_not_come_back() {
    let ambience = Ambience::read().unwrap();
    for anew in [false, true] {
        let mut scene = Scene::set(&Engine::Sqlite, 7, &ambience).unwrap();
        let now = scene.now;
        scene.press.catch_up(now, &|_, _, _| ()).unwrap();
        let (story, path, before) = a_story(&mut scene);
        let old = scene.press.library().head().unwrap().number();
        assert!(shown(&scene, &path).contains(&before));

        minutes(&mut scene, 1);
        scene
            .at_desk(|desk, _| Ok(desk.withdraw(&story.subject, Some(story.source), "")?))
            .unwrap()
            .unwrap();
        minutes(&mut scene, 2);
        let now = scene.now;
        let written = scene.at_desk(|desk, pen| {
            let text = Text {
                title: "Other words".to_owned(),
                slug: path_end(&path),
                ..words::text(pen.chance, pen.marks, story.source, &[], 1)
            };
            let revision = desk.revise(draft(&story.subject, story.source, text))?.revision;
            Ok(desk.publish(&Publish {
                subject: story.subject.clone(),
                locale: story.source,
                revision,
                from: now,
                until: None,
                date: None,
                keep_current: true,
                note: String::new(),
                minor: false,
            })?)
        });
        assert!(written.unwrap().is_some());
        if anew {
            scene.press.rebuild(now, &|_, _, _| ()).unwrap();
        } else {
            scene.press.catch_up(now, &|_, _, _| ()).unwrap();
        }
        scene.at_desk(|desk, _| Ok(desk.roll_back(old)?)).unwrap().unwrap();
        scene.press.catch_up(now, &|_, _, _| ()).unwrap();

        let page = shown(&scene, &path);
        assert!(!page.contains(&before), "anew: {anew}");
        assert!(page.contains("Other words"), "anew: {anew}");
    }
}

/// A public story in its source language: it, the path of its page, and its title.
fn a_story(scene: &mut Scene) -> (Entry, String, String) {
    scene.look().unwrap();
    let is_public = |entry: &Entry| {
        entry.subject.noun() == Noun::Story
            && entry.texts[&entry.source]
                .publication_at(Instant(i64::MAX / 2))
                .is_some()
    };
    let story = scene.an_entry(is_public).unwrap();
    let text = &story.texts[&story.source].newest().unwrap().text;
    let path = content::route::entry_path(&story.subject, story.source, &text.slug);
    let title = text.title.clone();
    (story, path, title)
}

fn path_end(path: &str) -> String {
    path.trim_end_matches('/')
        .rsplit('/')
        .next()
        .unwrap_or_default()
        .to_owned()
}

fn minutes(scene: &mut Scene, count: i64) {
    scene.now = Instant(scene.now.0 + count * 60_000);
}

/// The words of the public page at a path.
fn shown(scene: &Scene, path: &str) -> String {
    let head = scene.press.library().head().unwrap();
    let record = head.get(path).unwrap().unwrap();
    String::from_utf8(head.join(&record).unwrap()).unwrap()
}
