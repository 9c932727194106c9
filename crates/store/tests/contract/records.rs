//! Records: given back as they were saved, alone and in a row.

use std::collections::BTreeMap;

use content::media::{About, Media};
use content::record::{Deleted, Fact, Missing, Post, Record, Site, Tag, Voice};
use content::{Meta, Noun, Subject};
use language::{Locale, PluralCategory};
use store::Store;

use crate::cast::{
    EDITOR, act, ask, entry, entry_of, hour, locale, new_revision, publication, saved, subject, withdrawal,
};
use crate::house::House;

fn names(name: &str) -> BTreeMap<Locale, String> {
    BTreeMap::from([(locale("en"), name.to_owned()), (locale("ar"), "الموصل".to_owned())])
}

fn one_of_each() -> Vec<Record> {
    let voice = Voice {
        name: "Press Office".to_owned(),
        handle: "press".to_owned(),
        network: "mastodon".to_owned(),
        member: Some(subject("member/italy")),
    };
    vec![
        Record::Tag(Tag {
            subject: subject("tag/mosul"),
            names: names("Mosul"),
        }),
        Record::Fact(Fact {
            subject: subject("fact/members"),
            value: 85,
            as_of: hour(8).date(),
            nouns: BTreeMap::from([(
                locale("ar"),
                BTreeMap::from([
                    (PluralCategory::Few, "# أعضاء".to_owned()),
                    (PluralCategory::Two, "عضوان".to_owned()),
                ]),
            )]),
        }),
        Record::Post(Post {
            subject: subject("post/m-1"),
            at: hour(7),
            language: locale("ar"),
            speaker: voice.clone(),
            passed_on_by: Some(voice),
            words: "أهلا".to_owned(),
            part: Some((1, 3)),
            quotes: None,
            address: Some("https://social.example/1".to_owned()),
            removed: Some(withdrawal(hour(9), "off topic")),
        }),
        Record::Media(Media {
            subject: subject("media/rome.png"),
            hash: "abc".to_owned(),
            content_type: "image/png".to_owned(),
            width: 640,
            height: 480,
            duration: None,
            cues: Vec::new(),
            files: Vec::new(),
            about: About::default(),
            removed: None,
        }),
        Record::Site(Site {
            locales: vec![locale("en"), locale("ar")],
            names: names("Coalition"),
            descriptions: BTreeMap::new(),
            missing: Missing::Hide,
            strips: BTreeMap::new(),
            formats: BTreeMap::new(),
            contact: None,
            indexed: true,
        }),
        entry("story/rome"),
        Record::Deleted(Deleted {
            subject: subject("story/gone"),
            at: hour(9),
            slugs: vec![(locale("en"), "gone".to_owned())],
        }),
    ]
}

/// Two entries with long histories between others, so that rows of one table must not fall to another subject.
fn peopled(store: &Store) {
    act(store, |tx| {
        for record in one_of_each() {
            tx.put_subject(&record)?;
        }
        for name in ["story/rome", "story/rome-2", "member/italy"] {
            tx.put_subject(&entry(name))?;
            for language in ["en", "ar", "fr"] {
                for title in ["First", "Second", "Third"] {
                    tx.add_revision(&new_revision(name, language, title))?;
                }
            }
            let (story, english) = (subject(name), locale("en"));
            tx.add_publication(
                &story,
                english,
                &publication(1, hour(9), Some(hour(10))),
                EDITOR,
                hour(9),
            )?;
            tx.add_publication(&story, english, &publication(2, hour(10), None), EDITOR, hour(10))?;
            tx.put_withdrawal(&story, locale("ar"), &withdrawal(hour(11), "corrected"))?;
            tx.add_former_slug(&story, english, "old-rome")?;
        }
        tx.put_subject(&entry("page/empty"))
    });
}

pub(crate) fn all_kinds_are_given_back_as_they_were_saved(house: &House) {
    let store = house.open();
    act(&store, |tx| {
        one_of_each().iter().try_for_each(|record| tx.put_subject(record))
    });
    for record in one_of_each() {
        assert_eq!(ask(&store, |reader| reader.record(record.subject())), Some(record));
    }
    assert_eq!(ask(&store, |reader| reader.record(&subject("story/nowhere"))), None);
}

pub(crate) fn a_record_is_the_same_alone_and_in_a_row(house: &House) {
    let store = house.open();
    peopled(&store);
    let all = ask(&store, |reader| reader.records_after(None, 100));
    let subjects: Vec<&Subject> = all.iter().map(Record::subject).collect();
    assert!(subjects.is_sorted() && subjects.len() == 10, "{subjects:?}");
    for record in &all {
        assert_eq!(
            ask(&store, |reader| reader.record(record.subject())).as_ref(),
            Some(record)
        );
    }
    for limit in 1..4 {
        let mut pages: Vec<Record> = Vec::new();
        loop {
            let after = pages.last().map(|record| record.subject().clone());
            let page = ask(&store, |reader| reader.records_after(after.as_ref(), limit));
            if page.is_empty() {
                break;
            }
            assert!(page.len() <= limit);
            pages.extend(page);
        }
        assert_eq!(pages, all, "{limit} at a time");
    }
}

pub(crate) fn saving_a_subject_leaves_its_texts(house: &House) {
    let store = house.open();
    peopled(&store);
    let story = subject("story/rome");
    let mut changed = entry_of(&store, &story);
    changed.meta = Meta {
        order: Some(3),
        ..Meta::default()
    };
    changed.source = locale("ar");
    let mut expected = changed.clone();
    // Which texts are looked at place by place hangs on which is the source.
    expected.texts.values_mut().for_each(|history| history.places.clear());
    changed.texts.clear();
    act(&store, |tx| tx.put_subject(&Record::Entry(changed)));
    assert_eq!(entry_of(&store, &story), expected);
}

pub(crate) fn only_the_newest_and_the_published_are_held(house: &House) {
    let store = house.open();
    peopled(&store);
    let texts = entry_of(&store, &subject("story/rome")).texts;
    let held = |language: &str| texts[&locale(language)].revisions.keys().copied().collect::<Vec<_>>();
    assert_eq!((held("en"), held("ar")), (vec![1, 2, 3], vec![3]));
    let newest = texts[&locale("en")].newest().unwrap();
    assert_eq!(newest.text.title, "Third");
    assert_eq!(newest.text.body, content::Body::default(), "bodies are fetched apart");
    assert_eq!(
        (newest.hash.clone(), newest.actor.as_str()),
        (crate::cast::text("Third").hash(), EDITOR)
    );
}

pub(crate) fn a_deleted_subject_leaves_its_addresses_alone(house: &House) {
    let store = house.open();
    peopled(&store);
    let story = subject("story/rome");
    let deleted = Deleted {
        subject: story.clone(),
        at: hour(12),
        slugs: vec![(locale("en"), "ministers-meet".to_owned())],
    };
    act(&store, |tx| {
        tx.claim_address("stories", "ministers-meet", &story)?;
        tx.mark_deleted(&deleted)
    });
    ask(&store, |reader| {
        assert_eq!(reader.record(&story)?, Some(Record::Deleted(deleted.clone())));
        assert_eq!(reader.newest_revision(&story, locale("en"))?, None);
        assert_eq!(reader.body(&story, locale("en"), 1)?, None);
        assert_eq!(reader.address_owner("stories", "ministers-meet")?, Some(story.clone()));
        assert_eq!(reader.subjects(Noun::Story)?, [subject("story/rome-2")]);
        assert!(
            reader
                .records_after(None, 100)?
                .contains(&Record::Deleted(deleted.clone()))
        );
        Ok(())
    });
    saved(&store, "story/rome");
    assert_eq!(
        entry_of(&store, &story).texts[&locale("en")].revisions.len(),
        1,
        "it lives again, without its past"
    );
}

pub(crate) fn subjects_are_listed_by_noun(house: &House) {
    let store = house.open();
    peopled(&store);
    ask(&store, |reader| {
        assert_eq!(
            reader.subjects(Noun::Story)?,
            [subject("story/rome"), subject("story/rome-2")]
        );
        assert_eq!(reader.count(Noun::Story)?, 2);
        assert_eq!(reader.count(Noun::Site)?, 1);
        assert_eq!(reader.count(Noun::Statement)?, 0);
        Ok(())
    });
}
