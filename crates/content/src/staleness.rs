//! What a translation has missed: its pins against the source as it stands.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::text::{Pins, SUMMARY, TITLE, Text};

/// One place in which a translation lags behind its source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Lag {
    /// The block's id, or `title` or `summary`.
    pub block: String,
    /// How it lags.
    pub kind: LagKind,
}

/// How a place lags.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase", tag = "state")]
pub enum LagKind {
    /// The source's words differ from those that were translated.
    Stale {
        /// The hash of the words that were translated.
        from: String,
        /// The hash of the source's words now.
        to: String,
    },
    /// The source has a block that the translation lacks.
    Missing,
    /// The translation has a block that the source dropped.
    Extra,
}

/// A declaration that a change of the source's words was minor: translations of `from` serve for `to`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Equivalence {
    /// The block, or `title` or `summary`.
    pub block: String,
    /// The hash of the words before.
    pub from: String,
    /// The hash of the words after.
    pub to: String,
}

/// What a revision says and what it was made from, by the hashes of its places.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Places {
    /// What each place says.
    pub hashes: Pins,
    /// Which words of the source each place was made from; empty for a source.
    pub made_from: Pins,
}

/// The places of a source in which a translation lags, those that the source dropped included: the same as [`lags`],
/// where only hashes are known.
pub fn lacking<'a>(source: &'a Pins, translation: &'a Places, equivalences: &[Equivalence]) -> BTreeSet<&'a str> {
    let is_missed = |(place, now): &(&String, &String)| {
        let has = *place == TITLE || translation.hashes.contains_key(*place);
        !has || stale(translation.made_from.get(*place), now, place, equivalences).is_some()
    };
    let dropped = translation.hashes.keys().filter(|place| {
        *place != SUMMARY && !source.contains_key(*place) && translation.made_from.contains_key(*place)
    });
    let missed = source.iter().filter(is_missed).map(|(place, _)| place);
    missed.chain(dropped).map(String::as_str).collect()
}

/// All places in which a translation lags, in the source's order, extras last.
pub fn lags(source: &Text, translation: &Text, pins: &Pins, equivalences: &[Equivalence]) -> Vec<Lag> {
    let current = source.pins();
    let order = [TITLE, SUMMARY]
        .into_iter()
        .chain(source.body.blocks.iter().map(|block| block.id.0.as_str()));
    let has = |block: &str| {
        block == TITLE
            || (block == SUMMARY && !translation.summary.is_empty())
            || translation.body.blocks.iter().any(|own| own.id.0 == block)
    };
    let mut found: Vec<Lag> = order
        .filter_map(|block| {
            let now = current.get(block)?;
            let kind = if has(block) {
                stale(pins.get(block), now, block, equivalences)?
            } else {
                LagKind::Missing
            };
            Some(Lag {
                block: block.to_owned(),
                kind,
            })
        })
        .collect();
    let extra = translation.body.blocks.iter().filter(|block| {
        // A block of the translator's own was never in the source: it has no pin.
        !current.contains_key(&block.id.0) && pins.contains_key(&block.id.0)
    });
    found.extend(extra.map(|block| Lag {
        block: block.id.0.clone(),
        kind: LagKind::Extra,
    }));
    found
}

fn stale(pin: Option<&String>, now: &str, block: &str, equivalences: &[Equivalence]) -> Option<LagKind> {
    let from = settle(pin.map_or("", String::as_str), block, equivalences);
    (from != now).then(|| LagKind::Stale {
        from,
        to: now.to_owned(),
    })
}

/// Follows minor changes from a pinned hash to the words that it serves for now.
pub fn settle(pin: &str, block: &str, equivalences: &[Equivalence]) -> String {
    let mut hash = pin;
    // Each declaration is followed once at most, in the order in which they were made: no circle can hold us.
    for equivalence in equivalences {
        if equivalence.block == block && equivalence.from == hash {
            hash = &equivalence.to;
        }
    }
    hash.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::body::{Block, BlockId, Body, Content, Inline};

    fn text(title: &str, blocks: &[(&str, &str)]) -> Text {
        let block = |(id, words): &(&str, &str)| Block {
            id: BlockId((*id).to_owned()),
            content: Content::Paragraph(vec![Inline::Text((*words).to_owned())]),
        };
        Text {
            title: title.to_owned(),
            body: Body {
                blocks: blocks.iter().map(block).collect(),
            },
            ..Text::default()
        }
    }

    #[test]
    fn a_translation_of_what_stands_is_current() {
        let source = text("Rome", &[("aa", "One."), ("bb", "Two.")]);
        let french = text("Rome", &[("aa", "Un."), ("bb", "Deux.")]);
        assert_eq!(lags(&source, &french, &source.pins(), &[]), []);
    }

    #[test]
    fn it_knows_exactly_what_it_has_missed() {
        let before = text("Rome", &[("aa", "One."), ("bb", "Two."), ("dd", "Gone.")]);
        let now = text("Rome", &[("aa", "One."), ("bb", "Two and more."), ("cc", "Three.")]);
        let french = text("Rome", &[("aa", "Un."), ("bb", "Deux."), ("dd", "Parti.")]);
        let found = lags(&now, &french, &before.pins(), &[]);
        let places: Vec<&str> = found.iter().map(|lag| lag.block.as_str()).collect();
        assert_eq!(places, ["bb", "cc", "dd"]);
        assert!(matches!(found[0].kind, LagKind::Stale { .. }));
        assert_eq!((&found[1].kind, &found[2].kind), (&LagKind::Missing, &LagKind::Extra));
        let known = Places {
            hashes: french.pins(),
            made_from: before.pins(),
        };
        assert_eq!(lacking(&now.pins(), &known, &[]), BTreeSet::from(["bb", "cc", "dd"]));
        assert_eq!(lacking(&before.pins(), &known, &[]), BTreeSet::new());
    }

    #[test]
    fn minor_changes_are_followed_and_later_ones_still_told() {
        let first = text("Rome", &[("aa", "Teh words.")]);
        let second = text("Rome", &[("aa", "The words.")]);
        let third = text("Rome", &[("aa", "Other words.")]);
        let french = text("Rome", &[("aa", "Les mots.")]);
        let minor = Equivalence {
            block: "aa".to_owned(),
            from: first.pins()["aa"].clone(),
            to: second.pins()["aa"].clone(),
        };
        assert_eq!(lags(&second, &french, &first.pins(), std::slice::from_ref(&minor)), []);
        assert_eq!(lags(&third, &french, &first.pins(), &[minor]).len(), 1);
    }
}
