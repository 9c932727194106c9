//! Texts: revisions and bodies; beside them equivalences and media.

use store::{Equivalence, NewRevision, Revision};

use crate::cast::{EDITOR, act, ask, hour, locale, new_revision, saved, subject, text};
use crate::house::House;

pub(crate) fn numbers_count_within_a_text(house: &House) {
    let store = house.open();
    saved(&store, "story/rome");
    saved(&store, "story/rome-2");
    let numbers = act(&store, |tx| {
        let mut add = |name, language| tx.add_revision(&new_revision(name, language, "Again"));
        Ok([
            add("story/rome", "en")?,
            add("story/rome", "ar")?,
            add("story/rome", "en")?,
            add("story/rome-2", "ar")?,
        ])
    });
    assert_eq!(numbers, [2, 1, 3, 1]);
}

pub(crate) fn a_revision_is_given_back_as_it_was_saved(house: &House) {
    let store = house.open();
    let story = saved(&store, "story/rome");
    let new = NewRevision {
        note: "spelling of ‘Nineveh’ \u{1F4DD}".to_owned(),
        minor: true,
        origin: "editor".to_owned(),
        at: hour(9),
        ..new_revision("story/rome", "ar", "روما")
    };
    let number = act(&store, |tx| tx.add_revision(&new));
    let revision = ask(&store, |reader| reader.revision(&story, locale("ar"), number)).unwrap();
    let expected = Revision {
        subject: new.subject,
        locale: new.locale,
        number,
        hash: new.hash,
        text: new.text,
        pins: text("روما").pins(),
        at: new.at,
        actor: new.actor,
        origin: new.origin,
        note: new.note,
        minor: new.minor,
    };
    assert_eq!(revision, expected);
    assert_eq!(
        ask(&store, |reader| reader.body(&story, locale("ar"), number)),
        Some(expected.text.body)
    );
    assert_eq!(
        ask(&store, |reader| reader.revision(&story, locale("ar"), number + 1)),
        None
    );
    assert_eq!(ask(&store, |reader| reader.body(&story, locale("fr"), number)), None);
}

pub(crate) fn revisions_are_found(house: &House) {
    let store = house.open();
    let (story, english) = (saved(&store, "story/rome"), locale("en"));
    act(&store, |tx| {
        tx.add_revision(&new_revision("story/rome", "en", "Edited"))?;
        tx.add_revision(&NewRevision {
            origin: "editor".to_owned(),
            ..new_revision("story/rome", "en", "story/rome")
        })
    });
    ask(&store, |reader| {
        let number = |revision: Option<Revision>| revision.map(|revision| revision.number);
        assert_eq!(number(reader.newest_revision(&story, english)?), Some(3));
        assert_eq!(
            number(reader.newest_revision_of_origin(&story, english, "files")?),
            Some(2)
        );
        assert_eq!(number(reader.newest_revision_of_origin(&story, english, "wall")?), None);
        let first_words = text("story/rome").hash();
        assert_eq!(
            number(reader.revision_by_hash(&story, english, &first_words)?),
            Some(3),
            "the newest of equal ones"
        );
        assert_eq!(
            number(reader.revision_by_hash(&story, locale("ar"), &first_words)?),
            None
        );
        let titles: Vec<_> = reader
            .revisions(&story, english)?
            .into_iter()
            .map(|head| head.text.title)
            .collect();
        assert_eq!(titles, ["story/rome", "Edited", "story/rome"]);
        Ok(())
    });
}

pub(crate) fn equivalences_are_kept(house: &House) {
    let store = house.open();
    let story = saved(&store, "story/rome");
    let equivalence = Equivalence {
        subject: story.clone(),
        block: "k3f9q2ab".to_owned(),
        from: "5d41abf07c11".to_owned(),
        to: "0a1b2c3d4e5f".to_owned(),
        actor: EDITOR.to_owned(),
        at: hour(9),
    };
    let repeated = Equivalence {
        at: hour(10),
        ..equivalence.clone()
    };
    act(&store, |tx| {
        tx.add_equivalence(&equivalence)?;
        tx.add_equivalence(&repeated)
    });
    assert_eq!(ask(&store, |reader| reader.equivalences(&story)), [equivalence]);
    assert_eq!(ask(&store, |reader| reader.equivalences(&subject("story/oslo"))), []);
}

pub(crate) fn media_are_kept_by_hash(house: &House) {
    let store = house.open();
    let bytes: Vec<u8> = (0..=255).cycle().take(100_000).collect();
    act(&store, |tx| {
        tx.put_media_bytes("abc", "image/png", &bytes)?;
        tx.put_media_bytes("abc", "image/png", &bytes)?;
        tx.put_media_bytes("def", "text/plain", b"")
    });
    assert_eq!(ask(&store, |reader| reader.media_bytes("abc")), Some(bytes));
    assert_eq!(ask(&store, |reader| reader.media_bytes("def")), Some(Vec::new()));
    act(&store, |tx| tx.remove_media_bytes("abc"));
    assert_eq!(ask(&store, |reader| reader.media_bytes("abc")), None);
}
