//! What is taken out and put into an empty store comes out the same, whatever was done before.

use proptest::prelude::*;

use crate::cast::{Folder, Newsroom, edit, folder, hours, locale, subject};

const PATHS: [&str; 4] = [
    "stories/rome-2021.en.md",
    "stories/rome-2021.ar.md",
    "stories/rome-2021.fr.md",
    "stories/draft.en.md",
];

fn comes_out_the_same(newsroom: &Newsroom) {
    let exported = newsroom.export();
    let second = Newsroom::empty();
    second.import(&exported);
    let again = second.export();
    for (path, bytes) in &exported {
        assert_eq!(
            again.get(path).map(|bytes| String::from_utf8_lossy(bytes)),
            Some(String::from_utf8_lossy(bytes)),
            "{path}"
        );
    }
    assert_eq!(again.len(), exported.len());
}

#[test]
fn the_cast_comes_out_as_it_went_in() {
    comes_out_the_same(&Newsroom::with_cast());
}

#[test]
fn a_store_with_a_history_comes_out_as_it_went_in() {
    let newsroom = Newsroom::with_cast();
    let mut files = folder();
    edit(&mut files, PATHS[0], "slug = \"rome-2021\"", "slug = \"rome\"");
    edit(&mut files, PATHS[0], "on Monday", "on Tuesday");
    newsroom.import(&files);
    newsroom
        .act(|desk| desk.withdraw(&subject("story/rome-2021"), Some(locale("fr")), "Wrong."))
        .unwrap();
    newsroom
        .act(|desk| desk.remove_post(&subject("post/jit"), "A hoax."))
        .unwrap();
    comes_out_the_same(&newsroom);
}

/// Something that people do to files, with a number to choose by.
fn meddle(files: &mut Folder, deed: u8, path: &str, number: usize) {
    let text = String::from_utf8(files[path].clone()).unwrap();
    let (head, body) = text.rsplit_once("+++\n").unwrap();
    let mut blocks: Vec<String> = body.split("\n\n").map(str::to_owned).collect();
    let place = number % blocks.len();
    let mut head = head.to_owned();
    match deed {
        0 => blocks[place] = format!("Wholly other words, number {number}."),
        1 if !blocks[place].contains("![") => blocks[place].push_str(" And more."),
        2 => blocks.insert(place, format!("A new paragraph, number {number}.")),
        3 if blocks.len() > 1 => {
            blocks.remove(place);
        }
        4 => blocks.swap(0, place),
        5 => blocks.insert(place, format!("## Heading {number}")),
        6 if head.contains("\npublish = ") => head = corrected(&head, number),
        _ => blocks[place] = blocks[place].replacen(". ", ".\n\n", 1),
    }
    let body = blocks.join("\n\n");
    files.insert(
        path.to_owned(),
        format!("{head}+++\n{}\n", body.trim_end()).into_bytes(),
    );
}

/// Another title, and what was corrected in it.
fn corrected(head: &str, number: usize) -> String {
    let others = head
        .lines()
        .skip(1)
        .filter(|line| !line.starts_with("title = ") && !line.starts_with("correction = "));
    let others: Vec<&str> = others.collect();
    format!(
        "+++\ntitle = \"Title {number}\"\ncorrection = \"Note {number}\"\n{}\n",
        others.join("\n")
    )
}

fn without_identities(files: &mut Folder) {
    for path in PATHS {
        let text = String::from_utf8(files[path].clone()).unwrap();
        let kept = text
            .lines()
            .filter(|line| !line.starts_with("<!-- #") && !line.starts_with("revision ="));
        files.insert(
            path.to_owned(),
            format!("{}\n", kept.collect::<Vec<_>>().join("\n")).into_bytes(),
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_was_edited_comes_out_as_it_went_in(
        rounds in prop::collection::vec(
            (prop::collection::vec((0_u8..8, 0_usize..4, 0_usize..50), 1..5), any::<bool>(), any::<bool>()),
            1..5,
        )
    ) {
        let mut newsroom = Newsroom::with_cast();
        let mut hour = 0;
        for (edits, minor, bare) in rounds {
            hour += 1;
            newsroom.now = hours(hour);
            let mut files = newsroom.export();
            if bare {
                without_identities(&mut files);
            }
            for (deed, path, number) in edits {
                meddle(&mut files, deed, PATHS[path], number);
            }
            newsroom.try_import(&files, |options| options.minor = minor).unwrap_or_else(|refusal| panic!("{refusal:#?}"));
            let again = newsroom.import(&files);
            prop_assert_eq!((again.created, again.changed), (0, 0), "{:?}", again.items);
            let exported = newsroom.export();
            let same = newsroom.import(&exported);
            prop_assert_eq!((same.created, same.changed), (0, 0), "{:?}", same.items);
        }
        comes_out_the_same(&newsroom);
    }
}
