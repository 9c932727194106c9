//! Who may do what: the table as a whole, and each act as it is refused.

use content::media::{About, Media};
use content::record::{Post, Record};
use content::{Meta, Subject};
use editorial::{Act, Actor, EditorialError, Kind, Object, Reach, Role, permit};

use crate::cast::{Newsroom, edit, folder, locale, subject};
use crate::logs::{DEEDS, ROME, draft};

/// What is not the administrator's alone: act, kind, and how far editor, translator, press officer and moderator reach.
/// A reader reaches nothing.
const TABLE: &str = "
    put-entry     news       all  -    own  -
    put-entry     directory  all  -    -    -
    revise        news       all  own  own  -
    revise        directory  all  own  own  -
    publish       news       all  -    -    -
    publish       directory  all  -    -    -
    explain       news       all  -    -    -
    explain       directory  all  -    -    -
    withdraw      news       all  -    -    -
    withdraw      directory  all  -    -    -
    declare-minor news       all  -    -    -
    declare-minor directory  all  -    -    -
    put-tag       words      all  -    -    -
    put-fact      words      all  -    -    -
    put-post      post       all  -    own  all
    remove-post   post       all  -    own  all
    put-media     media      all  -    own  -
";

/// The kinds of things that an act can be done to at all.
fn kinds(act: Act) -> &'static [Kind] {
    match act {
        Act::PutEntry | Act::Revise | Act::Publish | Act::Explain | Act::Withdraw | Act::DeclareMinor => {
            &[Kind::News, Kind::Directory]
        }
        Act::PutTag | Act::PutFact => &[Kind::Words],
        Act::PutPost | Act::RemovePost => &[Kind::Post],
        Act::PutMedia | Act::RemoveMedia => &[Kind::Media],
        Act::Delete => &Kind::ALL,
        Act::Import | Act::PutSite | Act::RollBack | Act::Resume => &[Kind::Site],
    }
}

fn roles() -> [Role; 5] {
    [
        Role::Editor,
        Role::Translator(vec![locale("ar")]),
        Role::PressOfficer(subject("member/iraq")),
        Role::Moderator,
        Role::Reader,
    ]
}

#[test]
fn the_table_is_the_one_that_was_decided() {
    for act in Act::ALL {
        for kind in kinds(act) {
            let name = format!("{kind:?}").to_lowercase();
            let row = TABLE.lines().map(str::split_whitespace).find_map(|mut words| {
                let is_it = words.next() == Some(act.as_str()) && words.next() == Some(&name);
                is_it.then(|| words.collect::<Vec<_>>())
            });
            let expected = row.unwrap_or(vec!["-"; 4]).into_iter().chain(["-"]);
            for (role, expected) in roles().into_iter().zip(expected) {
                let reach = match role.reach(act, *kind) {
                    Reach::All => "all",
                    Reach::Own => "own",
                    Reach::None => "-",
                };
                assert_eq!(reach, expected, "{} {} {name}", role.name(), act.as_str());
            }
            for role in [Role::Operator, Role::Administrator] {
                assert_eq!(role.reach(act, *kind), Reach::All);
            }
        }
    }
    let rows = TABLE.lines().filter(|line| !line.trim().is_empty()).count();
    let reached = Act::ALL
        .iter()
        .flat_map(|act| kinds(*act).iter().map(|kind| (*act, *kind)));
    let given = reached
        .filter(|(act, kind)| Role::Editor.reach(*act, *kind) == Reach::All)
        .count();
    assert_eq!(rows, given, "no row of the table is about nothing");
}

#[test]
fn what_is_refused_changes_nothing() {
    let mut refused = 0;
    for role in roles() {
        for (act, key, deed) in DEEDS {
            let mut newsroom = Newsroom::with_cast();
            newsroom.actor = Actor::new("Omar", role.clone());
            let (before, logged) = (newsroom.record(key), newsroom.logged());
            // Nothing of the cast belongs to a member, and its drafts are sources.
            let act_of = Act::ALL.into_iter().find(|known| known.as_str() == *act).unwrap();
            let may = kinds(act_of).iter().any(|kind| role.reach(act_of, *kind) == Reach::All);
            match newsroom.act(deed) {
                Ok(()) => assert!(may, "{} {act}", role.name()),
                Err(EditorialError::NotPermitted { actor, .. }) => {
                    assert!(!may, "{} {act}", role.name());
                    assert_eq!(actor, "Omar");
                    assert_eq!((newsroom.record(key), newsroom.logged()), (before, logged), "{act}");
                    refused += 1;
                }
                Err(error) => panic!("{} {act}: {error}", role.name()),
            }
        }
    }
    assert!(refused > DEEDS.len() * 3, "{refused}");
}

#[test]
fn a_press_officer_writes_for_one_member_alone() {
    let mut newsroom = Newsroom::with_cast();
    let of = |owner: &str| Meta {
        owner: Some(subject(owner)),
        ..Meta::default()
    };
    newsroom
        .act(|desk| {
            desk.put_entry(&subject("story/iraqs"), locale("en"), &of("member/iraq"))?;
            desk.put_entry(&subject("story/italys"), locale("en"), &of("member/italy"))
        })
        .unwrap();
    newsroom.actor = Actor::new("Omar", Role::PressOfficer(subject("member/iraq")));
    let words = |key: &str| editorial::Draft {
        subject: subject(key),
        text: content::Text {
            title: "Words".to_owned(),
            slug: key.replace("story/", ""),
            ..content::Text::default()
        },
        ..draft("Words")
    };
    newsroom.act(|desk| desk.revise(words("story/iraqs"))).unwrap();
    newsroom
        .act(|desk| desk.put_entry(&subject("story/new"), locale("en"), &of("member/iraq")))
        .unwrap();
    let refused = |what: &str, act: &dyn Fn(&Newsroom) -> Result<(), EditorialError>| {
        let error = act(&newsroom).unwrap_err();
        assert!(matches!(error, EditorialError::NotPermitted { .. }), "{what}: {error}");
    };
    refused("another's words", &|newsroom| {
        newsroom.act(|desk| desk.revise(words("story/italys"))).map(drop)
    });
    refused("the coalition's words", &|newsroom| {
        newsroom.act(|desk| desk.revise(draft("Words"))).map(drop)
    });
    refused("taking another's", &|newsroom| {
        let take = |desk: &mut editorial::Desk<'_, '_>| {
            desk.put_entry(&subject("story/italys"), locale("en"), &of("member/iraq"))
        };
        newsroom.act(take).map(drop)
    });
    refused("giving away", &|newsroom| {
        let give = |desk: &mut editorial::Desk<'_, '_>| {
            desk.put_entry(&subject("story/iraqs"), locale("en"), &of("member/italy"))
        };
        newsroom.act(give).map(drop)
    });
    refused("the coalition's story", &|newsroom| {
        let put = |desk: &mut editorial::Desk<'_, '_>| {
            desk.put_entry(&subject("story/another"), locale("en"), &Meta::default())
        };
        newsroom.act(put).map(drop)
    });
    refused("publishing", &|newsroom| {
        newsroom.act(|desk| desk.withdraw(&subject(ROME), None, "")).map(drop)
    });
}

#[test]
fn whose_a_thing_is() {
    let newsroom = Newsroom::with_cast();
    let iraq = subject("member/iraq");
    let officer = Actor::new("Omar", Role::PressOfficer(iraq.clone()));
    let Some(Record::Post(mut post)) = newsroom.record("post/jit") else {
        panic!()
    };
    let may = |act: Act, record: &Record| permit(&officer, act, &Object::record(record)).is_ok();
    post.speaker.member = Some(subject("member/italy"));
    assert!(!may(Act::RemovePost, &Record::Post(post.clone())));
    post.speaker.member = Some(iraq.clone());
    assert!(may(Act::RemovePost, &Record::Post(Post { ..post.clone() })));
    // Who passes a post on is not who says it.
    post.passed_on_by = post.speaker.member.take().map(|member| content::record::Voice {
        member: Some(member),
        ..post.speaker.clone()
    });
    assert!(!may(Act::RemovePost, &Record::Post(post)));
    let Some(Record::Media(media)) = newsroom.record("media/bridge.png") else {
        panic!()
    };
    assert!(!may(Act::PutMedia, &Record::Media(media.clone())));
    let about = About {
        owner: Some(iraq.clone()),
        ..media.about.clone()
    };
    assert!(may(Act::PutMedia, &Record::Media(Media { about, ..media })));
    // A member's page is the member's own.
    let page = |key: &Subject| permit(&officer, Act::Revise, &Object::entry(key, &Meta::default())).is_ok();
    assert!(page(&iraq) && !page(&subject("member/italy")));
}

#[test]
fn a_translator_translates_into_own_languages_alone() {
    let newsroom = Newsroom::with_cast();
    let entry = newsroom.entry(ROME);
    let translator = |codes: &[&str]| {
        let languages = codes.iter().map(|code| locale(code)).collect();
        Actor::new("Leila", Role::Translator(languages))
    };
    let may = |actor: &Actor, code: &str| permit(actor, Act::Revise, &Object::text(&entry, locale(code))).is_ok();
    assert_eq!(entry.source, locale("en"));
    for (codes, expected) in [
        (&["ar"][..], [false, true, false]),
        (&["ar", "fr"], [false, true, true]),
        (&["en"], [false, false, false]),
        (&[], [false, false, false]),
    ] {
        let actor = translator(codes);
        assert_eq!(["en", "ar", "fr"].map(|code| may(&actor, code)), expected, "{codes:?}");
    }
}

#[test]
fn whose_a_thing_is_stands_in_its_file_and_comes_back_out() {
    let newsroom = Newsroom::with_cast();
    let owned = |owner: &str| {
        let mut files = folder();
        edit(
            &mut files,
            "stories/draft.en.md",
            "slug = \"draft\"",
            &format!(
                "slug = \"draft\"
owner = \"{owner}\""
            ),
        );
        files.insert(
            "media/bridge.png.toml".to_owned(),
            format!("owner = \"{owner}\"\n").into_bytes(),
        );
        files
    };
    newsroom.import(&owned("italy"));
    let italy = Some(subject("member/italy"));
    assert_eq!(newsroom.entry("story/draft").meta.owner, italy);
    let Some(Record::Media(media)) = newsroom.record("media/bridge.png") else {
        panic!()
    };
    assert_eq!(media.about.owner, italy);
    let exported = newsroom.export();
    assert_eq!(exported["media/bridge.png.toml"], b"owner = \"italy\"\n");
    assert!(String::from_utf8_lossy(&exported["stories/draft.en.md"]).contains("owner = \"italy\""));
    assert_eq!(newsroom.import(&exported).changed, 0);

    let told: Vec<String> = newsroom
        .refused(&owned("atlantis"))
        .problems
        .iter()
        .map(ToString::to_string)
        .collect();
    for place in ["media/bridge.png.toml:1: owner", "stories/draft.en.md:"] {
        let is_told = |line: &String| line.contains(place) && line.contains("there is no member/atlantis");
        assert!(told.iter().any(is_told), "{place}: {told:#?}");
    }
}
