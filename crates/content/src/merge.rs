//! A file made from an older revision than the store's: what both sides changed, block by block.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::body::{Block, Body};
use crate::text::{SUMMARY, TITLE, Text};

/// A place that both the file and the store changed, each in its own way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Conflict {
    /// The block's id, or the name of a field, or `order` where both moved blocks.
    pub place: String,
    /// The words that both began with; none where both added it.
    pub before: Option<String>,
    /// The store's words; none if it was removed there.
    pub store: Option<String>,
    /// The file's words; none if it was removed there.
    pub file: Option<String>,
}

/// Brings together what the file and the store made of one revision.
///
/// # Errors
/// All conflicts, with both versions.
pub fn merge(before: &Text, store: &Text, file: &Text) -> Result<Text, Vec<Conflict>> {
    let mut conflicts = Vec::new();
    let mut field = |place: &str, pick: fn(&Text) -> &String| {
        merge_words(place, pick(before), pick(store), pick(file), &mut conflicts)
    };
    let mut merged = Text {
        title: field(TITLE, |text| &text.title),
        summary: field(SUMMARY, |text| &text.summary),
        slug: field("slug", |text| &text.slug),
        dateline: field("dateline", |text| &text.dateline),
        official: field("official", |text| &text.official),
        footnote: field("footnote", |text| &text.footnote),
        body: Body::default(),
    };
    merged.body = merge_bodies(&before.body, &store.body, &file.body, &mut conflicts);
    if conflicts.is_empty() {
        Ok(merged)
    } else {
        Err(conflicts)
    }
}

fn merge_words(place: &str, before: &str, store: &str, file: &str, conflicts: &mut Vec<Conflict>) -> String {
    if file == before || file == store {
        return store.to_owned();
    }
    if store != before {
        conflicts.push(Conflict {
            place: place.to_owned(),
            before: Some(before.to_owned()),
            store: Some(store.to_owned()),
            file: Some(file.to_owned()),
        });
    }
    file.to_owned()
}

fn merge_bodies(before: &Body, store: &Body, file: &Body, conflicts: &mut Vec<Conflict>) -> Body {
    let [was, stored, filed] = [before, store, file].map(by_id);
    let mut kept: BTreeMap<&str, &Block> = BTreeMap::new();
    let mut ids: Vec<&str> = was.keys().chain(stored.keys()).chain(filed.keys()).copied().collect();
    ids.sort_unstable();
    ids.dedup();
    for id in ids {
        let (was, stored, filed) = (was.get(id).copied(), stored.get(id).copied(), filed.get(id).copied());
        let chosen = if same(filed, was) || same(filed, stored) {
            stored
        } else if same(stored, was) {
            filed
        } else {
            let words = |block: Option<&Block>| block.map(Block::words);
            conflicts.push(Conflict {
                place: id.to_owned(),
                before: words(was),
                store: words(stored),
                file: words(filed),
            });
            filed
        };
        if let Some(block) = chosen {
            kept.insert(id, block);
        }
    }
    let order = merge_order(before, store, file, conflicts);
    Body {
        blocks: order
            .iter()
            .filter_map(|id| kept.get(id.as_str()).map(|block| (*block).clone()))
            .collect(),
    }
}

/// The order of the side that changed it.
fn merge_order(before: &Body, store: &Body, file: &Body, conflicts: &mut Vec<Conflict>) -> Vec<String> {
    let [was, stored, filed] = [before, store, file].map(order_of);
    if filed == was || filed == stored {
        return stored;
    }
    if stored != was && conflicts.is_empty() {
        let list = |ids: &[String]| Some(ids.join(" "));
        conflicts.push(Conflict {
            place: "order".to_owned(),
            before: list(&was),
            store: list(&stored),
            file: list(&filed),
        });
    }
    filed
}

fn by_id(body: &Body) -> BTreeMap<&str, &Block> {
    body.blocks.iter().map(|block| (block.id.0.as_str(), block)).collect()
}

fn order_of(body: &Body) -> Vec<String> {
    body.blocks.iter().map(|block| block.id.0.clone()).collect()
}

fn same(a: Option<&Block>, b: Option<&Block>) -> bool {
    a.map(|block| &block.content) == b.map(|block| &block.content)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::body::{BlockId, Content, Inline};

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
    fn changes_in_different_places_come_together() {
        let before = text("Rome", &[("aa", "One."), ("bb", "Two.")]);
        let store = text("Rome", &[("aa", "One, corrected."), ("bb", "Two.")]);
        let file = text("Rome again", &[("aa", "One."), ("bb", "Two."), ("cc", "Three.")]);
        let merged = merge(&before, &store, &file).unwrap();
        assert_eq!(
            merged,
            text(
                "Rome again",
                &[("aa", "One, corrected."), ("bb", "Two."), ("cc", "Three.")]
            )
        );
    }

    #[test]
    fn the_same_block_changed_twice_is_shown_with_both_versions() {
        let before = text("Rome", &[("aa", "One.")]);
        let store = text("Rome", &[("aa", "One in the store.")]);
        let file = text("Rome", &[("aa", "One in the file.")]);
        let conflicts = merge(&before, &store, &file).unwrap_err();
        assert_eq!(conflicts.len(), 1);
        assert_eq!(conflicts[0].store.as_deref(), Some("One in the store."));
        assert_eq!(conflicts[0].file.as_deref(), Some("One in the file."));
    }

    #[test]
    fn what_one_side_removed_and_the_other_changed_is_a_conflict() {
        let before = text("Rome", &[("aa", "One."), ("bb", "Two.")]);
        let store = text("Rome", &[("aa", "One.")]);
        let file = text("Rome", &[("aa", "One."), ("bb", "Two, longer.")]);
        let conflicts = merge(&before, &store, &file).unwrap_err();
        assert_eq!(
            (conflicts[0].place.as_str(), conflicts[0].store.as_deref()),
            ("bb", None)
        );
    }

    #[test]
    fn the_same_change_on_both_sides_is_none() {
        let before = text("Rome", &[("aa", "One.")]);
        let both = text("Rome", &[("aa", "Uno.")]);
        assert_eq!(merge(&before, &both, &both).unwrap(), both);
    }

    #[test]
    fn two_orders_cannot_both_be() {
        let before = text("Rome", &[("aa", "1"), ("bb", "2"), ("cc", "3")]);
        let store = text("Rome", &[("bb", "2"), ("aa", "1"), ("cc", "3")]);
        let file = text("Rome", &[("aa", "1"), ("cc", "3"), ("bb", "2")]);
        assert_eq!(merge(&before, &store, &file).unwrap_err()[0].place, "order");
    }
}
