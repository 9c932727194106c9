//! What differs between two texts, whatever they say: without what was removed it reads as the newer one, without what
//! was inserted as the older one, and no word is split.

#![cfg(test)]

use content::difference::{Change, Part, Piece, Words, differences};
use content::file::{Problems, parse_body};
use content::matching::identify;
use content::{Body, Content, Subject, Text};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if std::env::var_os("CI").is_some() { 2_000 } else { 300 }))]

    #[test]
    fn each_version_can_be_read_from_the_difference(
        older in (line(), line(), markdown()),
        newer in (line(), line(), markdown()),
    ) {
        let (older, newer) = (text(&older, None), text(&newer, None));
        check(&older, &newer)?;
    }

    /// As it mostly is: a block here and there is changed, and the others keep their identity.
    #[test]
    fn so_it_can_where_blocks_keep_their_identity(
        blocks in proptest::collection::vec(markdown(), 1..6),
        other in markdown(),
        place in any::<prop::sample::Index>(),
    ) {
        let older = text(&("كلمة".to_owned(), String::new(), blocks.join("\n\n")), None);
        let mut changed = blocks;
        let place = place.index(changed.len());
        changed[place] = other;
        changed.rotate_left(place / 2);
        let newer = text(&("كلمتان".to_owned(), "x".to_owned(), changed.join("\n\n")), Some(&older.body));
        check(&older, &newer)?;
    }
}

fn check(older: &Text, newer: &Text) -> Result<(), TestCaseError> {
    let words = |text| Words {
        lines: text,
        body: &text.body,
    };
    let parts = differences(words(older), words(newer));
    prop_assert_eq!(read(&parts, Change::Inserted), all(older), "{:?}", parts);
    prop_assert_eq!(read(&parts, Change::Removed), all(newer), "{:?}", parts);
    for part in &parts {
        for pair in part.runs.windows(2) {
            if let [Piece::Words(one), Piece::Words(next)] = [&pair[0].piece, &pair[1].piece]
                && pair[0].language == pair[1].language
                && !one.is_empty()
                // What was removed and what came in its place do not follow each other.
                && (pair[0].change, pair[1].change) != (Change::Removed, Change::Inserted)
            {
                let joined = format!("{one}{next}");
                let cuts: Vec<usize> = joined.split_word_bound_indices().map(|(at, _)| at).collect();
                prop_assert!(cuts.contains(&one.len()), "{one:?} and {next:?} are one word");
            }
        }
    }
    Ok(())
}

/// The words of all parts without those that changed in one way.
fn read(parts: &[Part], without: Change) -> String {
    let parts = parts.iter().map(|part| {
        let runs = part.runs.iter().filter(|run| run.change != without);
        let words = runs.map(|run| match &run.piece {
            Piece::Words(words) => words.clone(),
            Piece::Fact(fact) => fact.to_string(),
        });
        words.collect::<String>()
    });
    spaced(&parts.collect::<Vec<_>>().join(" "))
}

/// The words of a text as it stands.
fn all(text: &Text) -> String {
    let mut words = vec![text.title.clone(), text.summary.clone()];
    for block in &text.body.blocks {
        if let Content::Figure { description, .. } = &block.content {
            words.push(description.clone());
        }
        words.push(block.words());
    }
    spaced(&words.join(" "))
}

fn spaced(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn text((title, summary, source): &(String, String, String), former: Option<&Body>) -> Text {
    let mut problems = Problems::new("x.md");
    let (mut body, _) = parse_body(source, 1, &mut problems);
    let subject: Subject = "story/x".parse().unwrap();
    identify(&subject, &mut body, former);
    Text {
        title: title.clone(),
        summary: summary.clone(),
        body,
        ..Text::default()
    }
}

fn line() -> impl Strategy<Value = String> {
    proptest::collection::vec(word(), 0..8).prop_map(|words| words.join(" "))
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-z]{1,3}",
        1 => Just("l’accord".to_owned()),
        1 => Just("رُوما".to_owned()),
        1 => Just("رِوما".to_owned()),
        1 => Just("1,5 %".to_owned()),
        1 => Just("🇸🇪".to_owned()),
    ]
}

fn markdown() -> impl Strategy<Value = String> {
    let mark = prop_oneof![
        Just("*"),
        Just("**"),
        Just("\n\n"),
        Just("\n- "),
        Just("\n## "),
        Just("{fact/members}"),
        Just("^["),
        Just("]"),
        Just("["),
        Just("](lang:ar)"),
        Just("\n\n![x](media/a.png \"b\")\n\n"),
        Just("\n\n| a | b |\n| --- | --- |\n| c | d |\n\n"),
        Just("  \n"),
        Just("\n\n{stories}\n\n"),
        Just("."),
    ];
    let piece = prop_oneof![4 => word(), 2 => Just(" ".to_owned()), 1 => mark.prop_map(str::to_owned)];
    proptest::collection::vec(piece, 0..25).prop_map(|pieces| pieces.concat())
}
