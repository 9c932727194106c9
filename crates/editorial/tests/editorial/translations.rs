//! What translators are told: what is missing, what lags, and with which words.

use content::staleness::LagKind;
use editorial::{LagDetail, TranslationStanding, translations};

use crate::cast::{Folder, Newsroom, edit, folder, locale, text};

const ROME: &str = "story/rome-2021";
const ENGLISH: &str = "stories/rome-2021.en.md";
const FRENCH: &str = "stories/rome-2021.fr.md";

fn standing(newsroom: &Newsroom, key: &str, code: &str) -> TranslationStanding {
    let all = translations(&newsroom.store, Some(locale(code))).unwrap();
    assert!(all.iter().all(|state| state.locale.as_str() == code));
    all.into_iter()
        .find(|state| state.subject.as_str() == key)
        .unwrap()
        .state
}

fn lags(newsroom: &Newsroom, code: &str) -> Vec<LagDetail> {
    match standing(newsroom, ROME, code) {
        TranslationStanding::Stale(lags) => lags,
        other => panic!("{other:?}"),
    }
}

/// The cast with one paragraph of the source changed.
fn with_changed_source() -> (Newsroom, Folder) {
    let newsroom = Newsroom::with_cast();
    let mut folder = folder();
    edit(&mut folder, ENGLISH, "pledged new funds", "pledged more funds");
    newsroom.import(&folder);
    (newsroom, folder)
}

#[test]
fn fresh_translations_are_current_and_others_missing() {
    let newsroom = Newsroom::with_cast();
    assert_eq!(standing(&newsroom, ROME, "fr"), TranslationStanding::Current);
    assert_eq!(standing(&newsroom, "story/draft", "fr"), TranslationStanding::Missing);
    let all = translations(&newsroom.store, None).unwrap();
    let rome: Vec<&str> = all
        .iter()
        .filter(|state| state.subject.as_str() == ROME)
        .map(|state| state.locale.as_str())
        .collect();
    assert_eq!(rome, ["ar", "fr"], "in the order of the site, without the source");
}

#[test]
fn a_stale_translation_is_told_with_old_and_new_words() {
    let (newsroom, _) = with_changed_source();
    for (code, words) in [("fr", "Ils ont passé en revue"), ("ar", "استعرضوا")] {
        let found = lags(&newsroom, code);
        assert_eq!(found.len(), 1);
        assert!(matches!(found[0].kind, LagKind::Stale { .. }));
        assert!(found[0].before.as_ref().unwrap().contains("pledged new funds"));
        assert!(found[0].now.as_ref().unwrap().contains("pledged more funds"));
        assert!(found[0].translation.as_ref().unwrap().contains(words));
    }
}

#[test]
fn old_words_are_found_however_many_revisions_ago_they_stood() {
    let (newsroom, mut folder) = with_changed_source();
    edit(&mut folder, ENGLISH, "pledged more funds", "promised still more funds");
    newsroom.import(&folder);
    let found = lags(&newsroom, "fr");
    assert!(found[0].before.as_ref().unwrap().contains("pledged new funds"));
    assert!(found[0].now.as_ref().unwrap().contains("promised still more"));
}

#[test]
fn a_renewed_translation_is_current_and_its_neighbours_keep_their_state() {
    let (newsroom, mut folder) = with_changed_source();
    edit(&mut folder, ENGLISH, "Ministers met in Rome", "Ministers meet in Rome");
    edit(
        &mut folder,
        FRENCH,
        "promis de nouveaux fonds",
        "promis davantage de fonds",
    );
    newsroom.import(&folder);
    let places: Vec<String> = lags(&newsroom, "fr").into_iter().map(|lag| lag.block).collect();
    assert_eq!(places, ["title"]);
    assert_eq!(lags(&newsroom, "ar").len(), 2);
}

#[test]
fn added_and_dropped_paragraphs_are_missing_and_extra() {
    let newsroom = Newsroom::with_cast();
    let mut folder = folder();
    edit(
        &mut folder,
        ENGLISH,
        "## What comes next",
        "Spain joins the group.\n\n## What comes next",
    );
    edit(
        &mut folder,
        ENGLISH,
        "They reviewed the work of stabilisation and pledged new funds for schools and water.\n\n",
        "",
    );
    newsroom.import(&folder);
    let found = lags(&newsroom, "fr");
    assert_eq!(found[0].kind, LagKind::Missing);
    assert_eq!(
        (found[0].now.as_deref(), &found[0].translation),
        (Some("Spain joins the group."), &None)
    );
    assert_eq!((&found[1].kind, &found[1].now), (&LagKind::Extra, &None));
    assert!(found[1].before.as_ref().unwrap().contains("stabilisation"));
}

#[test]
fn a_minor_change_leaves_translations_current_and_untouched() {
    let newsroom = Newsroom::with_cast();
    let before = newsroom.newest(ROME, "fr");
    let mut folder = folder();
    edit(&mut folder, ENGLISH, "pledged new funds", "pledged more funds");
    edit(&mut folder, ENGLISH, "Ministers met in Rome", "Ministers met at Rome");
    newsroom.try_import(&folder, |options| options.minor = true).unwrap();
    assert_eq!(standing(&newsroom, ROME, "fr"), TranslationStanding::Current);
    assert_eq!(newsroom.newest(ROME, "fr"), before);

    edit(&mut folder, ENGLISH, "pledged more funds", "pledged no funds");
    newsroom.import(&folder);
    let found = lags(&newsroom, "fr");
    assert_eq!(found.len(), 1, "a later change is told again");
    assert!(
        found[0].before.as_ref().unwrap().contains("new funds"),
        "with the words that were translated"
    );
}

#[test]
fn minor_changes_are_followed_in_the_order_in_which_they_were_made() {
    let mut newsroom = Newsroom::with_cast();
    let mut folder = folder();
    let mut before = "pledged new funds".to_owned();
    for round in 0..6 {
        let now = format!("pledged funds number {round}");
        edit(&mut folder, ENGLISH, &before, &now);
        newsroom.now = crate::cast::hours(round);
        newsroom.try_import(&folder, |options| options.minor = true).unwrap();
        before = now;
        assert_eq!(
            standing(&newsroom, ROME, "fr"),
            TranslationStanding::Current,
            "round {round}"
        );
    }
}

#[test]
fn a_change_can_be_declared_minor_afterwards_by_a_named_person() {
    let (newsroom, _) = with_changed_source();
    let declared = newsroom
        .act(|desk| desk.declare_minor(&crate::cast::subject(ROME)))
        .unwrap();
    assert_eq!(declared, 1);
    assert_eq!(standing(&newsroom, ROME, "ar"), TranslationStanding::Current);
    let recorded = newsroom
        .store
        .read(|reader| reader.equivalences(&crate::cast::subject(ROME)))
        .unwrap();
    assert_eq!((recorded.len(), recorded[0].actor.as_str()), (1, "Ada"));
    let twice = newsroom
        .act(|desk| desk.declare_minor(&crate::cast::subject("story/draft")))
        .unwrap();
    assert_eq!(twice, 0, "a first revision changes nothing");
}

#[test]
fn what_a_file_says_it_was_made_from_wins() {
    let (newsroom, _) = with_changed_source();
    let mut exported = newsroom.export();
    let now = newsroom.newest(ROME, "en").text.pins();
    let stale = lags(&newsroom, "fr").remove(0);
    let LagKind::Stale { from, .. } = &stale.kind else {
        panic!("{stale:?}")
    };
    assert!(text(&exported, FRENCH).contains(&format!("<!-- #{} of {from} -->", stale.block)));

    // The translator has checked the words, and only says so.
    edit(
        &mut exported,
        FRENCH,
        &format!("of {from}"),
        &format!("of {}", now[&stale.block]),
    );
    let report = newsroom.import(&exported);
    assert_eq!(report.items.len(), 1);
    assert_eq!(report.items[0].places, ["of"]);
    assert_eq!(standing(&newsroom, ROME, "fr"), TranslationStanding::Current);
    let history = &newsroom.entry(ROME).texts[&locale("fr")];
    assert_eq!(
        history.publications.len(),
        1,
        "the public sees the same words: nothing is published anew"
    );

    // The words change, but were made from what stood before.
    let mut exported = newsroom.export();
    edit(
        &mut exported,
        FRENCH,
        &format!("of {}", now[&stale.block]),
        &format!("of {from}"),
    );
    edit(&mut exported, FRENCH, "promis de nouveaux fonds", "promis des fonds");
    newsroom.import(&exported);
    assert_eq!(lags(&newsroom, "fr").len(), 1);
}

#[test]
fn an_old_translation_file_does_not_undo_what_others_renewed() {
    let (newsroom, mut folder) = with_changed_source();
    let old = newsroom.export();
    edit(
        &mut folder,
        FRENCH,
        "promis de nouveaux fonds",
        "promis davantage de fonds",
    );
    newsroom.import(&folder);
    assert_eq!(standing(&newsroom, ROME, "fr"), TranslationStanding::Current);
    assert_eq!(newsroom.import(&old).changed, 0);
    assert_eq!(standing(&newsroom, ROME, "fr"), TranslationStanding::Current);
}

#[test]
fn exported_pins_follow_minor_changes() {
    let newsroom = Newsroom::with_cast();
    let mut folder = folder();
    edit(&mut folder, ENGLISH, "pledged new funds", "pledged more funds");
    newsroom.try_import(&folder, |options| options.minor = true).unwrap();
    let exported = newsroom.export();
    for hash in newsroom.newest(ROME, "en").text.pins().values() {
        assert!(text(&exported, FRENCH).contains(hash), "{hash}");
    }
    let other = Newsroom::empty();
    other.import(&exported);
    assert_eq!(
        standing(&other, ROME, "fr"),
        TranslationStanding::Current,
        "also where nobody knows of the change"
    );
}

#[test]
fn the_report_can_be_read_by_machines() {
    let (newsroom, _) = with_changed_source();
    let json = serde_json::to_value(translations(&newsroom.store, None).unwrap()).unwrap();
    let rome = json
        .as_array()
        .unwrap()
        .iter()
        .find(|state| state["subject"] == ROME)
        .unwrap();
    assert_eq!(rome["state"]["is"], "stale");
    assert_eq!(rome["state"]["lags"][0]["state"], "stale");
}
