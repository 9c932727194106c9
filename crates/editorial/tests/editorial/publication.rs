//! What the public sees and when: publishing at once and later, holding back, withdrawing, letting out again.

use editorial::{EditorialError, Publish};

use crate::cast::{Newsroom, edit, folder, hours, locale, subject, text};

const ROME: &str = "story/rome-2021";
const FILE: &str = "stories/rome-2021.en.md";
const PUBLISH: &str = "publish = 2021-06-28T16:00:00Z";

fn publish(code: &str, revision: i64, from: content::Instant) -> Publish {
    Publish {
        subject: subject(ROME),
        locale: locale(code),
        revision,
        from,
        until: None,
        date: None,
        keep_current: false,
        note: String::new(),
        minor: false,
    }
}

/// A newsroom that has saved another title, not yet public.
fn with_new_title() -> Newsroom {
    let newsroom = Newsroom::with_cast();
    let newest = newsroom.newest(ROME, "en");
    let mut text = newest.text;
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
    newsroom
}

fn title(newsroom: &Newsroom, hour: i64) -> Option<String> {
    newsroom.title(ROME, "en", hours(hour))
}

const OLD: Option<&str> = Some("Ministers met in Rome");
const NEW: Option<&str> = Some("Rome, corrected");

#[test]
fn what_is_saved_is_not_public_before_it_is_published() {
    let newsroom = with_new_title();
    assert_eq!(title(&newsroom, 1).as_deref(), OLD);
    newsroom
        .act(|desk| desk.publish(&publish("en", 2, desk.now())))
        .unwrap();
    assert_eq!(title(&newsroom, 1).as_deref(), NEW);
}

#[test]
fn a_correction_keeps_the_date_under_which_the_story_is_listed() {
    let newsroom = with_new_title();
    newsroom
        .act(|desk| desk.publish(&publish("en", 2, desk.now())))
        .unwrap();
    let history = &newsroom.entry(ROME).texts[&locale("en")];
    let dates: Vec<String> = history
        .publications
        .iter()
        .map(|publication| publication.date.to_string())
        .collect();
    assert_eq!(dates, ["2021-06-28T16:00:00Z"; 2]);
    assert_eq!(history.publications[0].until, Some(newsroom.now));
}

#[test]
fn a_scheduled_revision_leaves_the_present_one_public_until_then() {
    let newsroom = with_new_title();
    let scheduled = Publish {
        keep_current: true,
        ..publish("en", 2, hours(5))
    };
    newsroom.act(|desk| desk.publish(&scheduled)).unwrap();
    assert_eq!(
        [4, 5].map(|hour| title(&newsroom, hour)),
        [OLD, NEW].map(|title| title.map(str::to_owned))
    );
}

#[test]
fn a_hold_keeps_everything_back_until_then() {
    let newsroom = with_new_title();
    newsroom.act(|desk| desk.publish(&publish("en", 2, hours(5)))).unwrap();
    for hour in [0, 4] {
        assert_eq!(title(&newsroom, hour), None);
        let seen = newsroom.seen(ROME, hours(hour));
        assert!(
            seen.units
                .iter()
                .all(|unit| unit.state.is_none() && unit.routes.is_empty()),
            "nothing tells of it"
        );
        assert_eq!(newsroom.title(ROME, "fr", hours(hour)), None, "nor does a translation");
    }
    assert_eq!(title(&newsroom, 5).as_deref(), NEW);
}

#[test]
fn a_new_plan_replaces_the_former_one() {
    let newsroom = with_new_title();
    newsroom.act(|desk| desk.publish(&publish("en", 2, hours(5)))).unwrap();
    newsroom.act(|desk| desk.publish(&publish("en", 1, hours(9)))).unwrap();
    assert_eq!(
        [6, 9].map(|hour| title(&newsroom, hour)),
        [None, OLD.map(str::to_owned)]
    );
}

#[test]
fn what_is_withdrawn_shows_its_notice_until_it_is_published_again() {
    let newsroom = Newsroom::with_cast();
    newsroom
        .act(|desk| desk.withdraw(&subject(ROME), None, "It was wrong."))
        .unwrap();
    for code in ["en", "ar", "fr"] {
        assert_eq!(newsroom.title(ROME, code, hours(1)), None);
    }
    let seen = newsroom.seen(ROME, hours(1));
    let notice = content::card::Standing::Gone("It was wrong.".to_owned());
    assert!(
        seen.units
            .iter()
            .all(|unit| unit.state.as_ref().is_some_and(|state| state.standing == notice))
    );

    newsroom
        .act(|desk| desk.publish(&publish("en", 1, desk.now())))
        .unwrap();
    assert_eq!(title(&newsroom, 1).as_deref(), OLD);
    assert_eq!(
        newsroom.title(ROME, "fr", hours(1)),
        None,
        "the translations are still withdrawn"
    );
}

#[test]
fn one_language_can_be_withdrawn_alone() {
    let newsroom = Newsroom::with_cast();
    newsroom
        .act(|desk| desk.withdraw(&subject(ROME), Some(locale("fr")), ""))
        .unwrap();
    assert_eq!(newsroom.title(ROME, "fr", hours(1)), None);
    assert!(newsroom.title(ROME, "ar", hours(1)).is_some());
}

#[test]
fn what_was_withdrawn_and_is_published_for_later_does_not_show_before() {
    let newsroom = Newsroom::with_cast();
    newsroom.act(|desk| desk.withdraw(&subject(ROME), None, "")).unwrap();
    let later = Publish {
        keep_current: true,
        ..publish("en", 1, hours(5))
    };
    newsroom.act(|desk| desk.publish(&later)).unwrap();
    assert_eq!(
        [1, 5].map(|hour| title(&newsroom, hour)),
        [None, OLD.map(str::to_owned)]
    );
}

#[test]
fn impossible_publications_are_refused_with_a_reason() {
    let newsroom = with_new_title();
    let refused = |wanted: Publish| newsroom.act(|desk| desk.publish(&wanted)).unwrap_err();
    assert!(matches!(
        refused(publish("en", 9, hours(0))),
        EditorialError::NoRevision { revision: 9, .. }
    ));
    assert!(matches!(
        refused(publish("de", 1, hours(0))),
        EditorialError::NoText { .. }
    ));
    let until = Some(hours(-1));
    assert!(matches!(
        refused(Publish {
            until,
            ..publish("en", 1, hours(-2))
        }),
        EditorialError::Period { .. }
    ));
    let never = newsroom
        .act(|desk| desk.withdraw(&subject("story/draft"), None, ""))
        .unwrap_err();
    assert!(matches!(never, EditorialError::NotPublic { .. }));
}

#[test]
fn a_file_publishes_later_by_holding_back() {
    let newsroom = Newsroom::with_cast();
    let mut folder = folder();
    edit(&mut folder, FILE, PUBLISH, &format!("publish = {}", hours(5)));
    newsroom.import(&folder);
    assert_eq!(
        [1, 5].map(|hour| title(&newsroom, hour)),
        [None, OLD.map(str::to_owned)]
    );
    assert_eq!(newsroom.import(&folder).changed, 0);
}

#[test]
fn an_older_file_does_not_break_a_hold() {
    let newsroom = Newsroom::with_cast();
    newsroom.act(|desk| desk.publish(&publish("en", 1, hours(5)))).unwrap();
    let mut folder = folder();
    let refusal = newsroom.refused(&folder);
    assert_eq!((refusal.problems[0].file.as_str(), refusal.problems[0].line), (FILE, 6));
    edit(&mut folder, FILE, PUBLISH, &format!("publish = {}", hours(5)));
    assert_eq!(
        newsroom.import(&folder).changed,
        1,
        "only the date under which it is listed"
    );
    assert_eq!(title(&newsroom, 1), None);
}

#[test]
fn an_older_file_does_not_bring_a_scheduled_revision_forward() {
    let newsroom = with_new_title();
    let scheduled = Publish {
        keep_current: true,
        ..publish("en", 2, hours(5))
    };
    newsroom.act(|desk| desk.publish(&scheduled)).unwrap();
    newsroom.refused(&folder());
    let exported = newsroom.export();
    assert_eq!(newsroom.import(&exported).changed, 0);
    assert_eq!(
        [4, 5].map(|hour| title(&newsroom, hour)),
        [OLD, NEW].map(|title| title.map(str::to_owned))
    );
}

#[test]
fn a_file_withdraws_with_a_notice_and_its_removal_alone_lets_nothing_out() {
    let newsroom = Newsroom::with_cast();
    let mut withdrawn = folder();
    let lines = format!("{PUBLISH}\nwithdrawn = 2022-01-01T00:00:00Z\nnotice = \"It was wrong.\"");
    edit(&mut withdrawn, FILE, PUBLISH, &lines);
    assert_eq!(newsroom.import(&withdrawn).items[0].places, ["withdrawn"]);
    assert_eq!(newsroom.import(&withdrawn).changed, 0);
    assert_eq!(title(&newsroom, 0), None);
    assert!(text(&newsroom.export(), FILE).contains("notice = \"It was wrong.\""));

    let refusal = newsroom.refused(&folder());
    assert!(
        refusal.problems[0].remedy.contains("withdrawn = 2022-01-01"),
        "{:?}",
        refusal.problems
    );
    let mut again = folder();
    edit(&mut again, FILE, PUBLISH, "publish = 2022-02-01T00:00:00Z");
    newsroom.import(&again);
    assert_eq!(title(&newsroom, 0).as_deref(), OLD);
    assert_eq!(newsroom.import(&again).changed, 0);
}

#[test]
fn a_withdrawn_text_that_is_edited_stays_withdrawn() {
    let newsroom = Newsroom::with_cast();
    let mut folder = folder();
    edit(
        &mut folder,
        FILE,
        PUBLISH,
        &format!("{PUBLISH}\nwithdrawn = 2022-01-01T00:00:00Z"),
    );
    newsroom.import(&folder);
    edit(&mut folder, FILE, "on Monday", "on Tuesday");
    newsroom.import(&folder);
    assert_eq!(title(&newsroom, 1), None);
    assert_eq!(newsroom.import(&folder).changed, 0);
}

#[test]
fn a_withdrawal_planned_by_a_file_can_be_called_off() {
    let newsroom = Newsroom::with_cast();
    let mut planned = folder();
    edit(
        &mut planned,
        FILE,
        PUBLISH,
        &format!("{PUBLISH}\nwithdrawn = {}", hours(5)),
    );
    newsroom.import(&planned);
    assert_eq!(
        [4, 5].map(|hour| title(&newsroom, hour)),
        [OLD.map(str::to_owned), None]
    );
    newsroom.import(&folder());
    assert_eq!(title(&newsroom, 5).as_deref(), OLD);
}

#[test]
fn an_end_can_be_put_later_but_not_into_the_past() {
    let newsroom = Newsroom::with_cast();
    let mut folder = folder();
    let until = |instant| format!("{PUBLISH}\nuntil = {instant}");
    edit(&mut folder, FILE, PUBLISH, &until(hours(5)));
    newsroom.import(&folder);
    assert_eq!(
        [4, 5].map(|hour| title(&newsroom, hour)),
        [OLD.map(str::to_owned), None]
    );
    edit(&mut folder, FILE, &hours(5).to_string(), &hours(9).to_string());
    newsroom.import(&folder);
    assert_eq!(title(&newsroom, 8).as_deref(), OLD);
    edit(&mut folder, FILE, &hours(9).to_string(), &hours(-1).to_string());
    assert_eq!(newsroom.refused(&folder).problems[0].field, "until");
}
