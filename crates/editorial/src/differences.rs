//! The places in which two texts differ, for records, reports and conflicts.

use std::collections::{BTreeMap, BTreeSet};

use content::merge::Conflict;
use content::text::{SUMMARY, TITLE};
use content::{Block, Text};

/// The place of a change in the order of blocks.
const ORDER: &str = "order";

/// Every place in which two texts differ, as a conflict between them that has no common beginning.
pub(crate) fn differences(store: &Text, file: &Text) -> Vec<Conflict> {
    let tell = |place: &str, store: Option<String>, file: Option<String>| Conflict {
        place: place.to_owned(),
        before: None,
        store,
        file,
    };
    let mut found = Vec::new();
    for (place, ours, theirs) in fields(store, file) {
        if ours != theirs {
            found.push(tell(place, Some(ours.clone()), Some(theirs.clone())));
        }
    }
    let (ours, theirs) = (by_id(store), by_id(file));
    let ids: BTreeSet<&str> = ours.keys().chain(theirs.keys()).copied().collect();
    for id in ids {
        let (ours, theirs) = (ours.get(id), theirs.get(id));
        if ours.map(|block| &block.content) != theirs.map(|block| &block.content) {
            found.push(tell(
                id,
                ours.map(|block| block.words()),
                theirs.map(|block| block.words()),
            ));
        }
    }
    if found.is_empty() && order(store) != order(file) {
        found.push(tell(ORDER, Some(order(store)), Some(order(file))));
    }
    found
}

/// The names of the places in which two texts differ.
pub(crate) fn places(before: &Text, after: &Text) -> Vec<String> {
    differences(before, after)
        .into_iter()
        .map(|difference| difference.place)
        .collect()
}

fn fields<'a>(store: &'a Text, file: &'a Text) -> [(&'static str, &'a String, &'a String); 6] {
    [
        (TITLE, &store.title, &file.title),
        (SUMMARY, &store.summary, &file.summary),
        ("slug", &store.slug, &file.slug),
        ("dateline", &store.dateline, &file.dateline),
        ("official", &store.official, &file.official),
        ("footnote", &store.footnote, &file.footnote),
    ]
}

fn by_id(text: &Text) -> BTreeMap<&str, &Block> {
    text.body
        .blocks
        .iter()
        .map(|block| (block.id.0.as_str(), block))
        .collect()
}

fn order(text: &Text) -> String {
    let ids: Vec<&str> = text.body.blocks.iter().map(|block| block.id.0.as_str()).collect();
    ids.join(" ")
}
