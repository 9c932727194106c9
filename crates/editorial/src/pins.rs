//! Pins: which words of the source a translation's revision was made from, place by place.

use std::collections::BTreeMap;

use content::staleness::{Equivalence, settle};
use content::text::{Pins, SUMMARY, TITLE};
use content::{Content, Text};
use store::Revision;

/// What the pins of a new revision are found from.
pub(crate) struct PinGround<'a> {
    /// The translation's revision before.
    pub(crate) newest: Option<&'a Revision>,
    /// What the source says after the change.
    pub(crate) source: &'a Pins,
    /// The minor changes of the source.
    pub(crate) equivalences: &'a [Equivalence],
}

/// The pins of a translation: those that its maker gives win, unchanged words keep theirs, and all other words are
/// made from the source as it stands.
pub(crate) fn pins_of(text: &Text, given: &Pins, ground: &PinGround<'_>) -> Pins {
    let now = ground.source;
    let former = ground
        .newest
        .map(|newest| words_by_place(&newest.text))
        .unwrap_or_default();
    let mut pins = Pins::new();
    for (place, words) in words_by_place(text) {
        let kept = ground.newest.filter(|_| former.get(place) == Some(&words));
        let kept_pin = kept.map(|newest| newest.pins.get(place));
        let pin = match (given.get(place), kept_pin) {
            (Some(given), Some(Some(kept))) if is_same(place, given, kept, ground.equivalences) => Some(kept),
            (Some(given), _) => Some(given),
            // A block of the translator's own has no pin, until the source takes it up too.
            (None, kept) => kept.flatten().or_else(|| now.get(place)),
        };
        if let Some(pin) = pin {
            pins.insert(place.to_owned(), pin.clone());
        }
    }
    pins
}

fn is_same(place: &str, one: &str, other: &str, equivalences: &[Equivalence]) -> bool {
    settle(one, place, equivalences) == settle(other, place, equivalences)
}

#[derive(PartialEq)]
enum Words<'a> {
    Line(&'a str),
    Block(&'a Content),
}

fn words_by_place(text: &Text) -> BTreeMap<&str, Words<'_>> {
    let blocks = text
        .body
        .blocks
        .iter()
        .map(|block| (block.id.0.as_str(), Words::Block(&block.content)));
    let lines = [(TITLE, &text.title), (SUMMARY, &text.summary)];
    let lines = lines
        .into_iter()
        .filter(|(_, words)| !words.is_empty())
        .map(|(place, words)| (place, Words::Line(words)));
    blocks.chain(lines).collect()
}
