//! Files that were made from an older text than the store's: brought together where they can be, shown where not.

use content::text::Pins;
use editorial::{Base, Draft, EditorialError};

use crate::cast::{Folder, Newsroom, edit, folder, locale, subject};

const ROME: &str = "story/rome-2021";
const FILE: &str = "stories/rome-2021.en.md";

/// Somebody changes a text on a screen and publishes it.
fn change_on_screen(newsroom: &Newsroom, code: &str, from: &str, to: &str) {
    let newest = newsroom.newest(ROME, code);
    let json = serde_json::to_string(&newest.text).unwrap();
    assert!(json.contains(from));
    let draft = Draft {
        subject: subject(ROME),
        locale: locale(code),
        text: serde_json::from_str(&json.replacen(from, to, 1)).unwrap(),
        of: Pins::new(),
        base: Base::Revision(newest.hash),
        origin: "screen".to_owned(),
        note: String::new(),
        minor: false,
    };
    newsroom
        .act(|desk| {
            let revised = desk.revise(draft)?;
            desk.publish(&editorial::Publish {
                subject: subject(ROME),
                locale: locale(code),
                revision: revised.revision,
                from: desk.now(),
                until: None,
                date: None,
                keep_current: false,
                note: String::new(),
                minor: false,
            })
        })
        .unwrap();
}

fn only(folder: Folder, path: &str) -> Folder {
    folder.into_iter().filter(|(own, _)| own == path).collect()
}

#[test]
fn changes_in_different_paragraphs_come_together() {
    for with_revision in [true, false] {
        let newsroom = Newsroom::with_cast();
        let mut files = if with_revision { newsroom.export() } else { folder() };
        change_on_screen(&newsroom, "en", "on Monday", "on Tuesday");
        edit(&mut files, FILE, "pledged new funds", "pledged more funds");
        let report = newsroom.import(&only(files, FILE));
        assert_eq!(report.changed, 1);
        let words = serde_json::to_string(&newsroom.newest(ROME, "en").text).unwrap();
        assert!(words.contains("on Tuesday") && words.contains("more funds"), "{words}");
    }
}

#[test]
fn an_old_file_without_changes_leaves_the_newer_text_alone() {
    let newsroom = Newsroom::with_cast();
    let exported = newsroom.export();
    change_on_screen(&newsroom, "en", "on Monday", "on Tuesday");
    for files in [exported, folder()] {
        let report = newsroom.import(&files);
        assert_eq!((report.created, report.changed), (0, 0), "{:?}", report.items);
    }
}

#[test]
fn one_paragraph_changed_on_both_sides_is_shown_and_nothing_is_written() {
    let newsroom = Newsroom::with_cast();
    let mut files = newsroom.export();
    change_on_screen(&newsroom, "en", "on Monday", "on Tuesday");
    edit(&mut files, FILE, "on Monday", "on Wednesday");
    let refusal = newsroom.refused(&files);
    assert_eq!((refusal.problems.len(), refusal.conflicts.len()), (0, 1));
    let conflict = &refusal.conflicts[0];
    let mark = newsroom.newest(ROME, "en").text.body.blocks[0].id.0.clone();
    assert_eq!((conflict.file.as_str(), &conflict.conflict.place), (FILE, &mark));
    let line = crate::cast::text(&files, FILE)
        .lines()
        .position(|line| line.contains("on Wednesday"))
        .unwrap()
        + 1;
    assert_eq!(conflict.line, line);
    assert!(conflict.conflict.before.as_ref().unwrap().contains("Monday"));
    assert!(conflict.conflict.store.as_ref().unwrap().contains("Tuesday"));
    assert!(conflict.conflict.file.as_ref().unwrap().contains("Wednesday"));
    let json = serde_json::to_value(&refusal).unwrap();
    assert_eq!(json["conflicts"][0]["subject"], ROME);
    assert_eq!(json["conflicts"][0]["place"], mark);
}

#[test]
fn a_conflict_is_found_on_its_line_in_a_file_without_identities() {
    let newsroom = Newsroom::with_cast();
    change_on_screen(&newsroom, "en", "on Monday", "on Tuesday");
    let mut files = folder();
    edit(&mut files, FILE, "on Monday", "on Wednesday");
    let conflicts = newsroom.refused(&files).conflicts;
    assert_eq!((conflicts.len(), conflicts[0].line), (1, 11));
}

#[test]
fn a_title_changed_on_both_sides_is_shown_on_its_line() {
    let newsroom = Newsroom::with_cast();
    let mut files = newsroom.export();
    change_on_screen(&newsroom, "en", "Ministers met in Rome", "Ministers in Rome");
    edit(&mut files, FILE, "Ministers met in Rome", "Rome: ministers met");
    let conflicts = newsroom.refused(&files).conflicts;
    assert_eq!((conflicts[0].conflict.place.as_str(), conflicts[0].line), ("title", 2));
}

#[test]
fn a_file_of_unknown_origin_conflicts_wherever_it_differs() {
    let newsroom = Newsroom::with_cast();
    let mut files = newsroom.export();
    let hash = newsroom.newest(ROME, "en").hash.0;
    edit(&mut files, FILE, &hash, "0123456789ab");
    assert_eq!(
        newsroom.import(&files).changed,
        0,
        "what does not differ cannot conflict"
    );
    edit(&mut files, FILE, "pledged new funds", "pledged more funds");
    edit(&mut files, FILE, "Eighty-three", "Eighty-four");
    let refusal = newsroom.refused(&files);
    assert_eq!(refusal.conflicts.len(), 2);
    assert_eq!(refusal.conflicts[0].conflict.before, None);
}

#[test]
fn a_draft_of_others_is_not_published_along() {
    let newsroom = Newsroom::with_cast();
    let mut files = newsroom.export();
    let newest = newsroom.newest(ROME, "en");
    let mut text = newest.text.clone();
    text.summary = "Still secret.".to_owned();
    let draft = Draft {
        subject: subject(ROME),
        locale: locale("en"),
        text,
        of: Pins::new(),
        base: Base::Newest,
        origin: "screen".to_owned(),
        note: String::new(),
        minor: false,
    };
    newsroom.act(|desk| desk.revise(draft)).unwrap();
    assert_eq!(newsroom.export(), files, "an export holds what is public");
    assert_eq!(newsroom.import(&files).changed, 0);
    edit(&mut files, FILE, "on Monday", "on Wednesday");
    let refusal = newsroom.refused(&files);
    assert!(refusal.problems[0].message.contains("draft"), "{:?}", refusal.problems);
}

#[test]
fn a_screen_that_shows_an_old_text_meets_the_same_conflicts() {
    let newsroom = Newsroom::with_cast();
    let old = newsroom.newest(ROME, "en");
    change_on_screen(&newsroom, "en", "on Monday", "on Tuesday");
    let mut text = old.text.clone();
    text.body.blocks[0].content =
        content::Content::Paragraph(vec![content::Inline::Text("Something else.".to_owned())]);
    let draft = Draft {
        subject: subject(ROME),
        locale: locale("en"),
        text,
        of: Pins::new(),
        base: Base::Revision(old.hash),
        origin: "screen".to_owned(),
        note: String::new(),
        minor: false,
    };
    let error = newsroom.act(|desk| desk.revise(draft)).unwrap_err();
    assert!(matches!(error, EditorialError::Conflicts { conflicts, .. } if conflicts.len() == 1));
}
