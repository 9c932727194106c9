//! Every act leaves its rows in both logs along with what it did; an act that fails leaves neither.

use content::record::Record;
use content::{Instant, Meta, Subject, Text};
use editorial::{Act, Actor, Base, Desk, Draft, EditorialError, Object, Publish, permit};

use crate::cast::{Newsroom, hours, locale, subject};

type Deed = fn(&mut Desk<'_, '_>) -> Result<(), EditorialError>;

pub(crate) const ROME: &str = "story/rome-2021";

fn record(desk: &mut Desk<'_, '_>, key: &str) -> Record {
    desk.reader().record(&subject(key)).unwrap().unwrap()
}

pub(crate) fn draft(title: &str) -> Draft {
    Draft {
        subject: subject("story/draft"),
        locale: locale("en"),
        text: Text {
            title: title.to_owned(),
            slug: "draft".to_owned(),
            ..Text::default()
        },
        of: Default::default(),
        base: Base::Newest,
        origin: "screen".to_owned(),
        note: String::new(),
        minor: false,
    }
}

/// Each act as it is done once, what it is done to, and its name.
pub(crate) const DEEDS: &[(&str, &str, Deed)] = &[
    ("put-entry", "story/new", |desk| {
        desk.put_entry(&subject("story/new"), locale("en"), &Meta::default())
            .map(drop)
    }),
    ("revise", "story/draft", |desk| desk.revise(draft("Another")).map(drop)),
    ("publish", "story/draft", |desk| {
        desk.publish(&Publish {
            subject: subject("story/draft"),
            locale: locale("en"),
            revision: 1,
            from: desk.now(),
            until: None,
            date: None,
            keep_current: false,
            note: String::new(),
            minor: false,
        })
    }),
    ("withdraw", ROME, |desk| {
        desk.withdraw(&subject(ROME), Some(locale("en")), "")
    }),
    ("delete", ROME, |desk| desk.delete(&subject(ROME))),
    ("put-tag", "tag/ministers", |desk| {
        let Record::Tag(mut tag) = record(desk, "tag/ministers") else {
            panic!()
        };
        tag.names.insert(locale("fr"), "Ministres".to_owned());
        desk.put_tag(&tag).map(drop)
    }),
    ("put-fact", "fact/members", |desk| {
        let Record::Fact(mut fact) = record(desk, "fact/members") else {
            panic!()
        };
        fact.value += 1;
        desk.put_fact(&fact).map(drop)
    }),
    ("put-post", "post/jit", |desk| {
        let Record::Post(mut post) = record(desk, "post/jit") else {
            panic!()
        };
        post.words = "Other words".to_owned();
        desk.put_post(&post).map(drop)
    }),
    ("remove-post", "post/jit", |desk| {
        desk.remove_post(&subject("post/jit"), "").map(drop)
    }),
    ("put-media", "media/bridge.png", |desk| {
        let Record::Media(mut media) = record(desk, "media/bridge.png") else {
            panic!()
        };
        media.hash = "0".repeat(64);
        desk.put_media(&media, &[]).map(drop)
    }),
    ("remove-media", "media/bridge.png", |desk| {
        desk.remove_media(&subject("media/bridge.png"), "").map(drop)
    }),
    ("put-site", "site/settings", |desk| {
        let Record::Site(mut site) = record(desk, "site/settings") else {
            panic!()
        };
        site.indexed = true;
        desk.put_site(&site).map(drop)
    }),
    ("roll-back", "site/settings", |desk| desk.roll_back(3).map(drop)),
    ("resume", "site/settings", |desk| desk.resume().map(drop)),
];

#[test]
fn each_act_leaves_one_row_in_each_log() {
    for (act, key, deed) in DEEDS {
        let newsroom = Newsroom::with_cast();
        let (changes, audits) = newsroom.logged();
        newsroom.act(deed).unwrap();
        assert_eq!(newsroom.logged(), (changes + 1, audits + 1), "{act}");
        let position = i64::try_from(changes).unwrap();
        let change = newsroom
            .store
            .read(|reader| reader.changes_after(position, 1))
            .unwrap()
            .remove(0);
        let audited = newsroom
            .store
            .read(|reader| reader.audit_after(i64::try_from(audits).unwrap(), 1))
            .unwrap();
        let audit = &audited[0].1;
        assert_eq!(
            (change.act.as_str(), change.subject.as_str(), change.actor.as_str()),
            (*act, *key, "Ada")
        );
        assert_eq!(
            (audit.act.as_str(), audit.subject.as_ref().map(Subject::as_str)),
            (*act, Some(*key))
        );
        assert_eq!((audit.actor.as_str(), audit.at), ("Ada", newsroom.now));
    }
}

#[test]
fn an_act_that_fails_takes_everything_of_its_transaction_along() {
    for (act, key, deed) in DEEDS {
        let newsroom = Newsroom::with_cast();
        let (before, logged) = (newsroom.record(key), newsroom.logged());
        let error = newsroom.act(|desk| {
            deed(desk)?;
            desk.delete(&subject("story/nobody"))
        });
        assert!(matches!(error, Err(EditorialError::Unknown { .. })), "{act}");
        assert_eq!(newsroom.record(key), before, "{act}");
        assert_eq!(newsroom.logged(), logged, "{act}");
    }
}

#[test]
fn nobody_acts_without_a_name() {
    for name in ["", "  ", "A\nda"] {
        let mut newsroom = Newsroom::with_cast();
        newsroom.actor = Actor::operator(name);
        let logged = newsroom.logged();
        for (act, _, deed) in DEEDS {
            let error = newsroom.act(deed).unwrap_err();
            assert!(matches!(error, EditorialError::NotPermitted { .. }), "{act}: {error}");
        }
        assert_eq!(newsroom.logged(), logged);
        assert!(permit(&newsroom.actor, Act::Import, &Object::SITE).is_err());
    }
    assert_eq!(
        permit(&Actor::operator("Ada"), Act::Import, &Object::SITE)
            .unwrap()
            .act(),
        Act::Import
    );
}

#[test]
fn what_changes_nothing_is_not_logged() {
    let newsroom = Newsroom::with_cast();
    let logged = newsroom.logged();
    newsroom
        .act(|desk| {
            for key in ["tag/ministers", "fact/members", "post/jit", "site/settings"] {
                match record(desk, key) {
                    Record::Tag(tag) => desk.put_tag(&tag),
                    Record::Fact(fact) => desk.put_fact(&fact),
                    Record::Post(post) => desk.put_post(&post),
                    Record::Site(site) => desk.put_site(&site),
                    other => panic!("{other:?}"),
                }?;
            }
            let entry = newsroom.entry(ROME);
            desk.put_entry(&entry.subject, entry.source, &entry.meta)
        })
        .unwrap();
    assert_eq!(newsroom.logged(), logged);
}

#[test]
fn many_acts_on_one_subject_in_one_transaction_are_one_change() {
    let newsroom = Newsroom::with_cast();
    let (changes, audits) = newsroom.logged();
    newsroom
        .act(|desk| {
            let revised = desk.revise(draft("Another"))?;
            desk.publish(&Publish {
                subject: subject("story/draft"),
                locale: locale("en"),
                revision: revised.revision,
                from: Instant(0),
                until: Some(hours(1)),
                date: None,
                keep_current: false,
                note: String::new(),
                minor: false,
            })
        })
        .unwrap();
    assert_eq!(newsroom.logged(), (changes + 1, audits + 2));
}

#[test]
fn an_import_is_audited_as_a_whole() {
    let newsroom = Newsroom::with_cast();
    let audited = newsroom.store.read(|reader| reader.audit_after(0, usize::MAX)).unwrap();
    let (_, whole) = audited.into_iter().find(|(_, row)| row.act == "import").unwrap();
    assert_eq!(whole.subject, None);
    assert_eq!(whole.detail["created"], crate::cast::folder().len());
}
