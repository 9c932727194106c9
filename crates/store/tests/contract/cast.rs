//! The cast: the few subjects, persons and instants that all tests speak of.

use std::collections::BTreeMap;

use content::body::{Block, BlockId, Body, Content, Inline};
use content::record::{Entry, Publication, Record, Withdrawal};
use content::{Instant, Meta, Subject, Text};
use language::Locale;
use store::{EncodedBody, NewRevision, Reader, Store, StoreError, Tx};

pub(crate) const EDITOR: &str = "amina";

/// The hours of the one day on which everything happens.
pub(crate) const fn hour(hour: i64) -> Instant {
    Instant(1_669_248_000_000 + hour * 3_600_000)
}

pub(crate) fn subject(text: &str) -> Subject {
    text.parse().unwrap()
}

pub(crate) fn locale(text: &str) -> Locale {
    Locale::parse(text).unwrap()
}

/// An entry before it has texts; its source is English.
pub(crate) fn entry(name: &str) -> Record {
    Record::Entry(Entry {
        subject: subject(name),
        source: locale("en"),
        meta: Meta {
            tags: vec![subject("tag/mosul")],
            ..Meta::default()
        },
        texts: BTreeMap::new(),
    })
}

/// A text that says this.
pub(crate) fn text(title: &str) -> Text {
    let words = vec![Inline::Text(format!("{title}: اجتمع الوزراء في روما.")), Inline::Break];
    Text {
        title: title.to_owned(),
        summary: "The ministers met.".to_owned(),
        slug: "ministers-meet".to_owned(),
        body: Body {
            blocks: vec![Block {
                id: BlockId("k3f9q2ab".to_owned()),
                content: Content::Paragraph(words),
            }],
        },
        ..Text::default()
    }
}

/// A revision of a text that came from files.
pub(crate) fn new_revision(name: &str, language: &str, title: &str) -> NewRevision {
    let text = text(title);
    NewRevision {
        subject: subject(name),
        locale: locale(language),
        hash: text.hash(),
        body: EncodedBody::of(&text.body.written(), &text.pins()).unwrap(),
        text,
        at: hour(8),
        actor: EDITOR.to_owned(),
        origin: "files".to_owned(),
        note: String::new(),
        minor: false,
    }
}

pub(crate) fn publication(revision: i64, from: Instant, until: Option<Instant>) -> Publication {
    Publication {
        revision,
        from,
        until,
        date: from,
        ..Publication::default()
    }
}

pub(crate) fn withdrawal(at: Instant, notice: &str) -> Withdrawal {
    Withdrawal {
        at,
        actor: EDITOR.to_owned(),
        notice: notice.to_owned(),
    }
}

/// Runs an act that must succeed.
pub(crate) fn act<T>(store: &Store, act: impl FnOnce(&mut Tx<'_>) -> Result<T, StoreError>) -> T {
    store.write(act).unwrap()
}

/// Asks what must be answered.
pub(crate) fn ask<T>(store: &Store, ask: impl FnOnce(&mut Reader) -> Result<T, StoreError>) -> T {
    store.read(ask).unwrap()
}

/// Saves an entry with one revision of its English text.
pub(crate) fn saved(store: &Store, name: &str) -> Subject {
    act(store, |tx| {
        tx.put_subject(&entry(name))?;
        tx.add_revision(&new_revision(name, "en", name))?;
        Ok(subject(name))
    })
}

/// The record of an entry that is there.
pub(crate) fn entry_of(store: &Store, subject: &Subject) -> Entry {
    match ask(store, |reader| reader.record(subject)) {
        Some(Record::Entry(entry)) => entry,
        other => panic!("{subject} should be an entry: {other:?}"),
    }
}
