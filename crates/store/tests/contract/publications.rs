//! What is public when, what was taken back, and the slugs that it had.

use content::{Instant, Subject};
use store::{Store, StoreError};

use crate::cast::{EDITOR, act, entry_of, hour, locale, new_revision, publication, saved, withdrawal};
use crate::house::House;

/// An entry whose English text has two revisions, of which the first is public in a period.
fn published(store: &Store, from: Instant, until: Option<Instant>) -> Subject {
    let story = saved(store, "story/rome");
    act(store, |tx| {
        tx.add_revision(&new_revision("story/rome", "en", "Corrected"))
    });
    publish(store, &story, 1, from, until).unwrap();
    story
}

fn publish(
    store: &Store,
    story: &Subject,
    revision: i64,
    from: Instant,
    until: Option<Instant>,
) -> Result<(), StoreError> {
    store.write(|tx| {
        tx.add_publication(
            story,
            locale("en"),
            &publication(revision, from, until),
            EDITOR,
            hour(8),
        )
    })
}

/// From when until when which revision is public, in hours.
fn periods(store: &Store, story: &Subject) -> Vec<(i64, i64, Option<i64>)> {
    let hours = |instant: Instant| (instant.0 - hour(0).0) / 3_600_000;
    let entry = entry_of(store, story);
    let publications = &entry.texts[&locale("en")].publications;
    publications
        .iter()
        .map(|period| (period.revision, hours(period.from), period.until.map(hours)))
        .collect()
}

pub(crate) fn periods_may_touch_but_not_overlap(house: &House) {
    let store = house.open();
    let story = published(&store, hour(10), Some(hour(12)));
    let overlapping = [
        (9, Some(11)),
        (11, Some(13)),
        (10, Some(12)),
        (9, None),
        (11, None),
        (8, Some(20)),
    ];
    for (from, until) in overlapping {
        match publish(&store, &story, 2, hour(from), until.map(hour)) {
            Err(StoreError::Overlap {
                subject,
                locale: in_locale,
            }) => {
                assert_eq!((subject, in_locale), (story.clone(), locale("en")));
            }
            other => panic!("{from} to {until:?} was taken: {other:?}"),
        }
    }
    publish(&store, &story, 2, hour(12), None).unwrap();
    publish(&store, &story, 2, hour(8), Some(hour(10))).unwrap();
    assert_eq!(
        periods(&store, &story),
        [(2, 8, Some(10)), (1, 10, Some(12)), (2, 12, None)]
    );
    assert!(
        publish(&store, &story, 1, hour(30), None).is_err(),
        "the last has no end"
    );
}

pub(crate) fn ending_cuts_the_present_and_drops_the_future(house: &House) {
    let store = house.open();
    let story = published(&store, hour(10), Some(hour(12)));
    publish(&store, &story, 2, hour(12), None).unwrap();
    act(&store, |tx| tx.end_publications(&story, locale("en"), hour(20)));
    assert_eq!(periods(&store, &story), [(1, 10, Some(12)), (2, 12, Some(20))]);
    act(&store, |tx| tx.end_publications(&story, locale("en"), hour(30)));
    assert_eq!(
        periods(&store, &story),
        [(1, 10, Some(12)), (2, 12, Some(20))],
        "what has ended stays so"
    );
    act(&store, |tx| tx.end_publications(&story, locale("fr"), hour(11)));
    act(&store, |tx| tx.end_publications(&story, locale("en"), hour(12)));
    assert_eq!(
        periods(&store, &story),
        [(1, 10, Some(12))],
        "what begins then or later goes"
    );
    act(&store, |tx| tx.end_publications(&story, locale("en"), hour(11)));
    assert_eq!(periods(&store, &story), [(1, 10, Some(11))]);
    publish(&store, &story, 2, hour(11), None).unwrap();
}

pub(crate) fn only_what_exists_can_be_public(house: &House) {
    let store = house.open();
    let story = saved(&store, "story/rome");
    let outcome = publish(&store, &story, 7, hour(10), None);
    assert!(matches!(outcome, Err(StoreError::Missing { .. })), "{outcome:?}");
}

pub(crate) fn a_lifted_withdrawal_is_history(house: &House) {
    let store = house.open();
    let (story, english) = (published(&store, hour(10), None), locale("en"));
    let taken_back = withdrawal(hour(11), "We check a figure.");
    act(&store, |tx| tx.put_withdrawal(&story, english, &taken_back));
    assert_eq!(
        entry_of(&store, &story).texts[&english].withdrawal,
        Some(taken_back.clone())
    );
    act(&store, |tx| tx.lift_withdrawal(&story, english, hour(12), EDITOR));
    assert_eq!(entry_of(&store, &story).texts[&english].withdrawal, None);
    act(&store, |tx| tx.put_withdrawal(&story, english, &taken_back));
    assert_eq!(
        entry_of(&store, &story).texts[&english].withdrawal,
        Some(taken_back),
        "again, at the same instant"
    );
}

pub(crate) fn a_new_withdrawal_replaces_the_former(house: &House) {
    let store = house.open();
    let (story, english) = (published(&store, hour(10), None), locale("en"));
    for notice in ["We check a figure.", "The figure was wrong."] {
        act(&store, |tx| {
            tx.put_withdrawal(&story, english, &withdrawal(hour(11 + notice.len() as i64), notice))
        });
    }
    let current = entry_of(&store, &story).texts[&english].withdrawal.clone().unwrap();
    assert_eq!(current.notice, "The figure was wrong.");
    act(&store, |tx| tx.lift_withdrawal(&story, english, hour(48), EDITOR));
    assert_eq!(
        entry_of(&store, &story).texts[&english].withdrawal,
        None,
        "none comes back from behind it"
    );
}

pub(crate) fn former_slugs_are_kept_once(house: &House) {
    let store = house.open();
    let (story, english) = (saved(&store, "story/rome"), locale("en"));
    for slug in ["zurich", "athens", "zurich"] {
        act(&store, |tx| tx.add_former_slug(&story, english, slug));
    }
    assert_eq!(entry_of(&store, &story).texts[&english].old_slugs, ["athens", "zurich"]);
}

pub(crate) fn what_a_publication_corrects_is_kept(house: &House) {
    let store = house.open();
    let story = published(&store, hour(10), Some(hour(12)));
    let noted = content::record::Publication {
        note: "The number of members.".to_owned(),
        minor: true,
        ..publication(2, hour(12), None)
    };
    act(&store, |tx| {
        tx.add_publication(&story, locale("en"), &noted, EDITOR, hour(12))
    });
    let told = |store: &Store| {
        let publications = entry_of(store, &story).texts[&locale("en")].publications.clone();
        publications
            .into_iter()
            .map(|one| (one.note, one.minor))
            .collect::<Vec<_>>()
    };
    let note = "The number of members.".to_owned();
    assert_eq!(told(&store), [(String::new(), false), (note, true)]);

    act(&store, |tx| {
        tx.explain_publication(&story, locale("en"), hour(12), "The year.")
    });
    act(&store, |tx| tx.declare_publications_minor(&story, locale("en"), 1));
    assert_eq!(told(&store), [(String::new(), true), ("The year.".to_owned(), true)]);
}

pub(crate) fn only_a_changed_source_is_looked_at_place_by_place(house: &House) {
    let store = house.open();
    let story = published(&store, hour(10), Some(hour(12)));
    act(&store, |tx| tx.add_revision(&new_revision("story/rome", "ar", "روما")));
    act(&store, |tx| {
        tx.add_publication(&story, locale("ar"), &publication(1, hour(10), None), EDITOR, hour(8))
    });
    let known = |store: &Store, code: &str| {
        let places = entry_of(store, &story).texts[&locale(code)].places.clone();
        places.into_keys().collect::<Vec<i64>>()
    };
    assert!(known(&store, "en").is_empty() && known(&store, "ar").is_empty());
    publish(&store, &story, 2, hour(12), None).unwrap();
    assert_eq!((known(&store, "en"), known(&store, "ar")), (vec![1, 2], vec![1]));
}
