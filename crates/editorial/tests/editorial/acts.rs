//! Single acts at a desk: their rules, and what they answer.

use content::record::Record;
use content::{Context, Meta, Route, Text, project};
use editorial::{Base, Draft, EditorialError, Outcome, Publish, Revised};
use store::DecisionKind;

use crate::cast::{Newsroom, hours, locale, subject};

const ROME: &str = "story/rome-2021";

fn draft(key: &str, code: &str, text: Text) -> Draft {
    Draft {
        subject: subject(key),
        locale: locale(code),
        text,
        of: Default::default(),
        base: Base::Newest,
        origin: "screen".to_owned(),
        note: String::new(),
        minor: false,
    }
}

fn titled(title: &str) -> Text {
    Text {
        title: title.to_owned(),
        slug: title.to_lowercase(),
        ..Text::default()
    }
}

#[test]
fn a_story_is_made_act_by_act() {
    let newsroom = Newsroom::with_cast();
    let new = subject("story/new");
    let outcome = newsroom
        .act(|desk| {
            let outcome = desk.put_entry(&new, locale("en"), &Meta::default())?;
            desk.revise(draft("story/new", "en", titled("New")))?;
            desk.publish(&Publish {
                subject: new.clone(),
                locale: locale("en"),
                revision: 1,
                from: hours(0),
                until: None,
                date: None,
                keep_current: false,
                note: String::new(),
                minor: false,
            })?;
            Ok(outcome)
        })
        .unwrap();
    assert_eq!(outcome, Outcome::Created);
    assert_eq!(newsroom.title("story/new", "fr", hours(0)).as_deref(), Some("New"));
}

#[test]
fn saving_what_is_saved_already_makes_no_revision() {
    let newsroom = Newsroom::with_cast();
    let newest = newsroom.newest(ROME, "fr");
    let again = newsroom
        .act(|desk| desk.revise(draft(ROME, "fr", newest.text.clone())))
        .unwrap();
    assert_eq!(
        again,
        Revised {
            revision: 1,
            hash: newest.hash,
            places: Vec::new()
        }
    );
    assert_eq!(newsroom.newest(ROME, "fr").number, 1);
}

#[test]
fn a_revision_tells_its_places() {
    let newsroom = Newsroom::with_cast();
    let mut text = newsroom.newest(ROME, "en").text;
    text.title = "Rome again".to_owned();
    let gone = text.body.blocks.pop().unwrap().id.0;
    let revised = newsroom.act(|desk| desk.revise(draft(ROME, "en", text))).unwrap();
    assert_eq!((revised.revision, revised.places), (2, vec!["title".to_owned(), gone]));
}

#[test]
fn acts_say_what_they_cannot_be_done_to() {
    let newsroom = Newsroom::with_cast();
    let act = |key: &'static str, code: &'static str| {
        newsroom
            .act(|desk| desk.revise(draft(key, code, titled("X"))))
            .unwrap_err()
    };
    assert!(matches!(act("story/nobody", "en"), EditorialError::Unknown { .. }));
    assert!(matches!(act("tag/ministers", "en"), EditorialError::WrongNoun { .. }));
    newsroom
        .act(|desk| desk.put_entry(&subject("story/empty"), locale("en"), &Meta::default()))
        .unwrap();
    assert!(matches!(act("story/empty", "fr"), EditorialError::NoText { locale, .. } if locale.as_str() == "en"));

    let group = newsroom.act(|desk| desk.put_entry(&subject("announcement/x"), locale("en"), &Meta::default()));
    assert!(matches!(group.unwrap_err(), EditorialError::NoPeriod { .. }));
    let site = newsroom.act(|desk| desk.delete(&subject("site/settings"))).unwrap_err();
    assert!(matches!(site, EditorialError::WrongNoun { .. }));
    let tag = newsroom
        .act(|desk| desk.remove_post(&subject("tag/ministers"), ""))
        .unwrap_err();
    assert!(matches!(tag, EditorialError::WrongNoun { .. }));
}

#[test]
fn a_translation_is_not_published_before_its_source() {
    let newsroom = Newsroom::with_cast();
    let error = newsroom.act(|desk| {
        desk.revise(draft("story/draft", "fr", titled("Projet")))?;
        desk.publish(&Publish {
            subject: subject("story/draft"),
            locale: locale("fr"),
            revision: 1,
            from: hours(0),
            until: None,
            date: None,
            keep_current: false,
            note: String::new(),
            minor: false,
        })
    });
    assert!(matches!(error.unwrap_err(), EditorialError::SourceNotPublic { .. }));
}

#[test]
fn what_is_deleted_leaves_its_public_addresses_and_nothing_else() {
    let newsroom = Newsroom::with_cast();
    let mut renamed = crate::cast::folder();
    crate::cast::edit(
        &mut renamed,
        "stories/rome-2021.fr.md",
        "slug = \"reunion-rome\"",
        "slug = \"rome\"",
    );
    newsroom.import(&renamed);
    newsroom.act(|desk| desk.delete(&subject(ROME))).unwrap();
    let Some(Record::Deleted(deleted)) = newsroom.record(ROME) else {
        panic!("it is deleted")
    };
    let slugs: Vec<(&str, &str)> = deleted
        .slugs
        .iter()
        .map(|(locale, slug)| (locale.as_str(), slug.as_str()))
        .collect();
    let expected = [
        ("en", "rome-2021"),
        ("ar", "اجتماع-روما"),
        ("fr", "rome"),
        ("fr", "reunion-rome"),
    ];
    assert_eq!(slugs, expected);
    let exported = newsroom.export();
    assert!(exported.keys().all(|path| !path.contains("rome-2021")));

    let again = newsroom.act(|desk| desk.delete(&subject(ROME))).unwrap_err();
    assert!(matches!(again, EditorialError::Deleted { .. }));
    let owner = newsroom
        .store
        .read(|reader| reader.address_owner("stories", "reunion-rome"))
        .unwrap();
    assert_eq!(owner, Some(subject(ROME)), "its addresses stay taken");
}

#[test]
fn a_deleted_draft_leaves_no_address_that_would_tell_of_it() {
    let newsroom = Newsroom::with_cast();
    newsroom.act(|desk| desk.delete(&subject("story/draft"))).unwrap();
    let Some(Record::Deleted(deleted)) = newsroom.record("story/draft") else {
        panic!("it is deleted")
    };
    assert_eq!(deleted.slugs, []);
}

#[test]
fn the_home_page_is_deleted_without_an_address() {
    let newsroom = Newsroom::with_cast();
    newsroom.act(|desk| desk.delete(&subject("page/home"))).unwrap();
    let context = Context {
        locales: vec![locale("en")],
        missing: Default::default(),
    };
    let seen = project(&newsroom.record("page/home").unwrap(), &context, hours(1));
    assert!(
        seen.units
            .iter()
            .all(|unit| unit.state.is_none() && unit.routes.is_empty())
    );
}

#[test]
fn a_removed_post_says_so() {
    let newsroom = Newsroom::with_cast();
    let jit = subject("post/jit");
    assert_eq!(
        newsroom.act(|desk| desk.remove_post(&jit, "A hoax.")).unwrap(),
        Outcome::Changed
    );
    assert_eq!(
        newsroom.act(|desk| desk.remove_post(&jit, "A hoax.")).unwrap(),
        Outcome::Unchanged
    );
    let seen = newsroom.seen("post/jit", hours(1));
    assert_eq!(seen.units[0].routes, [Route::Post(jit)]);
    assert_eq!(seen.units[0].card, None);
}

#[test]
fn a_picture_is_kept_with_its_bytes() {
    let newsroom = Newsroom::with_cast();
    let Some(Record::Media(media)) = newsroom.record("media/bridge.png") else {
        panic!("the cast has a picture")
    };
    let again = newsroom.act(|desk| desk.put_media(&media, &[])).unwrap();
    assert_eq!(again, Outcome::Unchanged);
    let bytes = newsroom.store.read(|reader| reader.media_bytes(&media.hash)).unwrap();
    assert_eq!(bytes, Some(crate::cast::png(4, 3)));
}

#[test]
fn the_press_is_told_to_go_back_and_to_go_on() {
    let newsroom = Newsroom::with_cast();
    let latest = || newsroom.store.read(|reader| reader.latest_decision()).unwrap().unwrap();
    assert_eq!(newsroom.act(|desk| desk.roll_back(7)).unwrap(), 1);
    assert_eq!(
        (latest().kind, latest().actor.as_str()),
        (DecisionKind::Rollback { edition: 7 }, "Ada")
    );
    assert_eq!(newsroom.act(|desk| desk.resume()).unwrap(), 2);
    assert_eq!(latest().kind, DecisionKind::Resume);
}
