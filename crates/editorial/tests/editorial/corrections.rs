//! Corrections: what readers are told, which versions they may see, and what a translation lacks.

use content::card::Standing;
use content::past::{Kind, Past};
use content::{Instant, Route};
use editorial::EditorialError;

use crate::cast::{Folder, Newsroom, edit, folder, hours, locale, subject, text};

const ROME: &str = "story/rome-2021";
const EN: &str = "stories/rome-2021.en.md";
const AR: &str = "stories/rome-2021.ar.md";
const FR: &str = "stories/rome-2021.fr.md";
const SLUG: &str = "slug = \"rome-2021\"";
const NOTE: &str = "slug = \"rome-2021\"\ncorrection = \"They met on Tuesday.\"";

fn past(newsroom: &Newsroom, code: &str, at: Instant) -> Past {
    let units = newsroom.seen(ROME, at).units;
    let unit = units
        .into_iter()
        .find(|unit| unit.locale == Some(locale(code)))
        .unwrap();
    match unit.state.map(|state| state.standing) {
        Some(Standing::Public { past, .. }) => past,
        other => panic!("{other:?}"),
    }
}

fn kinds(past: &Past) -> Vec<Kind> {
    past.versions.iter().map(|version| version.kind).collect()
}

fn notes(past: &Past) -> Vec<&str> {
    past.versions.iter().map(|version| version.note.as_str()).collect()
}

fn pages(newsroom: &Newsroom, code: &str, at: Instant) -> usize {
    let units = newsroom.seen(ROME, at).units;
    let unit = units
        .into_iter()
        .find(|unit| unit.locale == Some(locale(code)))
        .unwrap();
    let is_past = |route: &&Route| matches!(route, Route::History(..) | Route::Difference(..));
    unit.routes.iter().filter(is_past).count()
}

/// A newsroom an hour later, in which the English text was corrected with a note, and its files.
fn corrected() -> (Newsroom, Folder) {
    let mut newsroom = Newsroom::with_cast();
    newsroom.now = hours(1);
    let mut files = folder();
    edit(&mut files, EN, "on Monday", "on Tuesday");
    edit(&mut files, EN, SLUG, NOTE);
    newsroom.import(&files);
    (newsroom, files)
}

#[test]
fn a_note_in_the_file_is_told_once() {
    let (mut newsroom, mut files) = corrected();
    let told = past(&newsroom, "en", hours(2));
    assert_eq!(kinds(&told), [Kind::First, Kind::Corrected]);
    assert_eq!(notes(&told), ["", "They met on Tuesday."]);
    assert_eq!((told.versions[1].from, pages(&newsroom, "en", hours(2))), (hours(1), 2));

    newsroom.now = hours(3);
    assert_eq!(newsroom.import(&files).changed, 0, "the same file again");
    edit(&mut files, EN, "in Rome on Tuesday", "in Rome, Italy, on Tuesday");
    newsroom.import(&files);
    let told = past(&newsroom, "en", hours(4));
    assert_eq!(
        kinds(&told),
        [Kind::First, Kind::Corrected, Kind::Updated],
        "the note was not of this change"
    );
    assert_eq!(newsroom.import(&files).changed, 0, "nor does it become so");
    assert_eq!(pages(&newsroom, "en", hours(4)), 4);
}

#[test]
fn a_change_without_a_note_is_an_update_and_a_minor_one_is_not_told() {
    let mut newsroom = Newsroom::with_cast();
    let mut files = folder();
    for (hour, minor, from, to) in [(1, false, "Monday", "Tuesday"), (2, true, "pledged", "promised")] {
        newsroom.now = hours(hour);
        edit(&mut files, EN, from, to);
        newsroom.try_import(&files, |options| options.minor = minor).unwrap();
    }
    let told = past(&newsroom, "en", hours(3));
    assert_eq!(kinds(&told), [Kind::First, Kind::Updated, Kind::Minor]);
    assert_eq!(told.told().map(|version| version.number), Some(2));
}

#[test]
fn what_was_declared_minor_afterwards_is_told_no_more() {
    let mut newsroom = Newsroom::with_cast();
    newsroom.now = hours(1);
    let mut files = folder();
    edit(&mut files, EN, "Monday", "Tuesday");
    newsroom.import(&files);
    assert!(past(&newsroom, "fr", hours(2)).lacks.is_some());
    newsroom.act(|desk| desk.declare_minor(&subject(ROME))).unwrap();
    assert_eq!(past(&newsroom, "en", hours(2)).told(), None);
    assert_eq!(past(&newsroom, "fr", hours(2)).lacks, None);
}

#[test]
fn another_note_takes_the_place_of_the_former() {
    let (newsroom, mut files) = corrected();
    edit(
        &mut files,
        EN,
        "They met on Tuesday.",
        "They met on Tuesday, not on Monday.",
    );
    let report = newsroom.import(&files);
    assert_eq!(report.items[0].places, ["correction"]);
    assert_eq!(
        notes(&past(&newsroom, "en", hours(2))),
        ["", "They met on Tuesday, not on Monday."]
    );
    assert_eq!(newsroom.entry(ROME).texts[&locale("en")].publications.len(), 2);
    let refused = newsroom.act(|desk| desk.explain(&subject("story/draft"), locale("en"), "x"));
    assert!(matches!(refused, Err(EditorialError::NotPublic { .. })), "{refused:?}");
}

#[test]
fn a_note_where_nothing_was_corrected_is_refused_with_its_line() {
    let newsroom = Newsroom::with_cast();
    let mut files = folder();
    edit(&mut files, EN, SLUG, NOTE);
    let refusal = newsroom.refused(&files);
    let problem = &refusal.problems[0];
    assert_eq!((problem.field.as_str(), problem.line), ("correction", 5), "{problem:?}");
    assert!(problem.message.contains("nothing was corrected"), "{problem:?}");

    let mut files = folder();
    let draft = "stories/draft.en.md";
    edit(
        &mut files,
        draft,
        "slug = \"draft\"",
        "slug = \"draft\"\ncorrection = \"Which?\"",
    );
    assert!(
        newsroom.refused(&files).problems[0]
            .message
            .contains("needs a publication")
    );
}

#[test]
fn the_newest_note_survives_the_way_through_files() {
    let (newsroom, _) = corrected();
    let exported = newsroom.export();
    assert!(text(&exported, EN).contains("correction = \"They met on Tuesday.\"\n"));
    let second = Newsroom::empty();
    second.import(&exported);
    assert_eq!(second.export(), exported);
    let told = past(&second, "en", hours(2));
    assert_eq!(notes(&told), ["They met on Tuesday."]);
    assert_eq!(
        told.told().map(|version| version.from),
        Some(hours(1)),
        "a correction stays one"
    );
    assert_eq!(
        pages(&second, "en", hours(2)),
        0,
        "the words before it were left behind"
    );
}

#[test]
fn what_was_public_before_a_text_was_dark_is_no_part_of_its_history() {
    let (mut newsroom, mut files) = corrected();
    newsroom.now = hours(2);
    newsroom
        .act(|desk| desk.withdraw(&subject(ROME), Some(locale("en")), "Wrong."))
        .unwrap();
    newsroom.now = hours(3);
    edit(&mut files, EN, "in Rome on Tuesday", "in Rome on Wednesday");
    edit(
        &mut files,
        EN,
        "publish = 2021-06-28T16:00:00Z",
        &format!("publish = {}", hours(3)),
    );
    edit(&mut files, EN, "They met on Tuesday.", "They met on Wednesday.");
    newsroom.import(&files);
    let told = past(&newsroom, "en", hours(4));
    assert_eq!(
        (kinds(&told), pages(&newsroom, "en", hours(4))),
        (vec![Kind::Corrected], 0)
    );
}

#[test]
fn a_translation_lacks_a_correction_until_it_catches_up() {
    let (mut newsroom, mut files) = corrected();
    for code in ["ar", "fr"] {
        let lack = past(&newsroom, code, hours(2)).lacks.unwrap();
        assert_eq!(
            (lack.source, lack.at, lack.noted),
            (locale("en"), hours(1), true),
            "{code}"
        );
    }
    assert_eq!(past(&newsroom, "en", hours(2)).lacks, None);

    newsroom.now = hours(3);
    edit(&mut files, FR, "à Rome lundi", "à Rome mardi");
    edit(
        &mut files,
        FR,
        "slug = \"reunion-rome\"",
        "slug = \"reunion-rome\"\ncorrection = \"C’était mardi.\"",
    );
    newsroom.import(&files);
    let french = past(&newsroom, "fr", hours(4));
    assert_eq!((french.lacks, notes(&french)), (None, vec!["", "C’était mardi."]));
    assert!(past(&newsroom, "ar", hours(4)).lacks.is_some());
    assert!(text(&files, AR).contains("الاثنين"));
}

#[test]
fn what_a_translation_never_had_is_no_correction_of_the_source() {
    let newsroom = Newsroom::with_cast();
    let mut files = folder();
    edit(&mut files, FR, "## La suite\n\n", "");
    newsroom.import(&files);
    assert_eq!(past(&newsroom, "fr", hours(1)).lacks, None);
}

#[test]
fn a_source_that_will_be_corrected_has_not_been() {
    let mut newsroom = Newsroom::with_cast();
    newsroom.now = hours(1);
    let mut text = newsroom.newest(ROME, "en").text;
    text.title = "Rome, corrected".to_owned();
    let draft = editorial::Draft {
        subject: subject(ROME),
        locale: locale("en"),
        text,
        of: Default::default(),
        base: editorial::Base::Newest,
        origin: "screen".to_owned(),
        note: String::new(),
        minor: false,
    };
    newsroom.act(|desk| desk.revise(draft)).unwrap();
    let planned = editorial::Publish {
        subject: subject(ROME),
        locale: locale("en"),
        revision: 2,
        from: hours(5),
        until: None,
        date: None,
        keep_current: true,
        note: "The title.".to_owned(),
        minor: false,
    };
    newsroom.act(|desk| desk.publish(&planned)).unwrap();
    assert!(past(&newsroom, "en", hours(4)).is_empty() && past(&newsroom, "fr", hours(4)).is_empty());
    assert_eq!(
        past(&newsroom, "fr", hours(5)).lacks.map(|lack| lack.at),
        Some(hours(5))
    );
    assert_eq!(newsroom.seen(ROME, hours(4)).until, Some(hours(5)));
}
