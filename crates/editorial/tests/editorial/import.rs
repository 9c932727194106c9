//! Importing files: what is new, what has changed, what is left alone.

use content::Noun;
use editorial::Outcome;

use crate::cast::{Newsroom, counts, edit, folder, text};

const ROME: &str = "story/rome-2021";

#[test]
fn everything_is_there_after_the_first_import() {
    let newsroom = Newsroom::empty();
    let folder = folder();
    let report = newsroom.import(&folder);
    assert_eq!((report.created, report.changed, report.unchanged), (folder.len(), 0, 0));
    assert_eq!(report.items.len(), folder.len());
    let stories = counts(&newsroom).into_iter().find(|(noun, _)| *noun == Noun::Story);
    assert_eq!(stories, Some((Noun::Story, 2)));
    assert_eq!(
        newsroom.title(ROME, "ar", newsroom.now).as_deref(),
        Some("اجتمع الوزراء في روما")
    );
    assert_eq!(newsroom.title("story/draft", "en", newsroom.now), None);
}

#[test]
fn importing_again_changes_nothing() {
    let newsroom = Newsroom::with_cast();
    let (before, logged) = (newsroom.export(), newsroom.logged());
    let report = newsroom.import(&folder());
    assert_eq!(
        (report.created, report.changed, report.unchanged),
        (0, 0, folder().len()),
        "{:?}",
        report.items
    );
    assert_eq!(newsroom.logged(), logged);
    assert_eq!(newsroom.export(), before);
}

#[test]
fn importing_what_was_exported_changes_nothing() {
    let newsroom = Newsroom::with_cast();
    let exported = newsroom.export();
    let report = newsroom.import(&exported);
    assert_eq!((report.created, report.changed), (0, 0), "{:?}", report.items);
}

#[test]
fn one_edited_paragraph_is_all_that_changes() {
    let newsroom = Newsroom::with_cast();
    let before = newsroom.newest(ROME, "en");
    let (changes, _) = newsroom.logged();
    let mut folder = folder();
    edit(
        &mut folder,
        "stories/rome-2021.en.md",
        "pledged new funds",
        "pledged more funds",
    );
    let report = newsroom.import(&folder);

    let after = newsroom.newest(ROME, "en");
    let second = &before.text.body.blocks[1].id;
    assert_eq!(report.changed, 1);
    assert_eq!(report.items[0].outcome, Outcome::Changed);
    assert_eq!(report.items[0].places, [second.0.as_str(), "publish"]);
    assert_eq!(after.number, before.number + 1);
    let ids = |revision: &store::Revision| -> Vec<_> {
        revision.text.body.blocks.iter().map(|block| block.id.clone()).collect()
    };
    assert_eq!(ids(&after), ids(&before));
    assert_eq!(newsroom.logged().0, changes + 1, "one subject changed once");
}

#[test]
fn a_split_paragraph_keeps_its_identity_in_the_first_part() {
    let newsroom = Newsroom::with_cast();
    let before = newsroom.newest(ROME, "en").text.body;
    let mut folder = folder();
    edit(
        &mut folder,
        "stories/rome-2021.en.md",
        "stabilisation and pledged",
        "stabilisation.\n\nThey pledged",
    );
    newsroom.import(&folder);
    let after = newsroom.newest(ROME, "en").text.body;
    assert_eq!(after.blocks.len(), before.blocks.len() + 1);
    assert_eq!(after.blocks[1].id, before.blocks[1].id);
    assert!(before.blocks.iter().all(|block| block.id != after.blocks[2].id));
}

#[test]
fn merged_paragraphs_keep_the_identity_of_the_larger() {
    let newsroom = Newsroom::with_cast();
    let before = newsroom.newest(ROME, "en").text.body;
    let mut folder = folder();
    edit(
        &mut folder,
        "stories/rome-2021.en.md",
        "on Monday.\n\nThey",
        "on Monday. They",
    );
    newsroom.import(&folder);
    let after = newsroom.newest(ROME, "en").text.body;
    assert_eq!(after.blocks.len(), before.blocks.len() - 1);
    assert_eq!(after.blocks[0].id, before.blocks[1].id);
}

#[test]
fn a_first_translation_gets_the_identities_of_its_source() {
    let newsroom = Newsroom::with_cast();
    let ids = |code: &str| -> Vec<String> {
        newsroom
            .newest(ROME, code)
            .text
            .body
            .blocks
            .into_iter()
            .map(|block| block.id.0)
            .collect()
    };
    assert_eq!(ids("ar"), ids("en"));
    assert_eq!(ids("fr"), ids("en"));
    assert_eq!(
        newsroom.newest(ROME, "ar").pins,
        newsroom.newest(ROME, "en").text.pins()
    );
}

#[test]
fn changed_shared_fields_are_told_along_with_the_source() {
    let newsroom = Newsroom::with_cast();
    let mut folder = folder();
    edit(
        &mut folder,
        "stories/rome-2021.en.md",
        "members = [\"italy\"]",
        "members = [\"italy\", \"niger\"]",
    );
    let report = newsroom.import(&folder);
    assert_eq!(report.items[0].places, ["shared"]);
    assert_eq!(newsroom.entry(ROME).meta.members.len(), 2);
    assert_eq!(newsroom.newest(ROME, "en").number, 1);
}

#[test]
fn a_picture_and_its_bytes_are_replaced() {
    let newsroom = Newsroom::with_cast();
    let mut folder = folder();
    folder.insert("media/bridge.png".to_owned(), crate::cast::png(8, 6));
    let report = newsroom.import(&folder);
    assert_eq!((report.created, report.changed), (0, 1));
    assert_eq!(newsroom.export()["media/bridge.png"], crate::cast::png(8, 6));
}

#[test]
fn a_dry_run_tells_the_same_and_writes_nothing() {
    let newsroom = Newsroom::empty();
    let told = newsroom
        .try_import(&folder(), |options| options.dry_run = true)
        .unwrap();
    assert!(told.dry_run);
    assert_eq!(counts(&newsroom), []);
    assert_eq!(newsroom.logged(), (0, 0));
    let done = newsroom.import(&folder());
    assert_eq!((told.created, told.items), (done.created, done.items));
}

#[test]
fn what_became_of_each_file_can_be_read_by_machines() {
    let report = Newsroom::empty().import(&folder());
    let json = serde_json::to_value(&report).unwrap();
    let items = json["items"].as_array().unwrap();
    let rome = items
        .iter()
        .find(|item| item["subject"] == ROME && item["locale"] == "ar")
        .unwrap();
    assert_eq!(rome["outcome"], "created");
    assert_eq!(json["created"], folder().len());
}

#[test]
fn the_source_of_an_entry_may_change_when_both_files_say_so() {
    let newsroom = Newsroom::with_cast();
    let mut folder = folder();
    edit(&mut folder, "stories/rome-2021.en.md", "source = true\n", "");
    for line in [
        "tags = [\"ministers\"]\n",
        "members = [\"italy\"]\n",
        "efforts = [\"finance\"]\n",
    ] {
        edit(&mut folder, "stories/rome-2021.en.md", line, "");
        let with = format!("slug = \"reunion-rome\"\n{line}");
        edit(
            &mut folder,
            "stories/rome-2021.fr.md",
            "slug = \"reunion-rome\"\n",
            &with,
        );
    }
    edit(
        &mut folder,
        "stories/rome-2021.fr.md",
        "slug =",
        "source = true\nslug =",
    );
    newsroom.import(&folder);
    assert_eq!(newsroom.entry(ROME).source.as_str(), "fr");
    assert!(text(&newsroom.export(), "stories/rome-2021.fr.md").contains("source = true"));
}
