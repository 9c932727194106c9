//! Slugs: each belongs to one entry in all locales, and those that the public knew lead on.

use editorial::EditorialError;
use store::StoreError;

use crate::cast::{Newsroom, edit, folder, hours, locale, subject};

const ROME: &str = "story/rome-2021";
const FILE: &str = "stories/rome-2021.en.md";

fn owner(newsroom: &Newsroom, slug: &str) -> Option<String> {
    let owner = newsroom
        .store
        .read(|reader| reader.address_owner("stories", slug))
        .unwrap();
    owner.map(|owner| owner.to_string())
}

#[test]
fn the_former_slug_of_a_public_text_leads_on() {
    let newsroom = Newsroom::with_cast();
    let mut folder = folder();
    edit(&mut folder, FILE, "slug = \"rome-2021\"", "slug = \"rome\"");
    newsroom.import(&folder);
    assert_eq!(newsroom.redirects(ROME, "en", hours(1)), ["rome-2021"]);
    assert_eq!(owner(&newsroom, "rome-2021").as_deref(), Some(ROME));
    assert!(crate::cast::text(&newsroom.export(), FILE).contains("former = [\"rome-2021\"]"));
    assert_eq!(newsroom.import(&folder).changed, 0);
}

#[test]
fn a_slug_taken_up_again_is_no_redirect_to_itself() {
    let mut newsroom = Newsroom::with_cast();
    let mut renamed = folder();
    edit(&mut renamed, FILE, "slug = \"rome-2021\"", "slug = \"rome\"");
    newsroom.import(&renamed);
    newsroom.now = hours(1);
    newsroom.import(&folder());
    assert_eq!(newsroom.redirects(ROME, "en", hours(2)), ["rome"]);
    assert_eq!(newsroom.import(&newsroom.export()).changed, 0);
}

#[test]
fn the_former_slug_of_a_draft_is_free_for_others() {
    let newsroom = Newsroom::with_cast();
    let mut folder = folder();
    edit(
        &mut folder,
        "stories/draft.en.md",
        "slug = \"draft\"",
        "slug = \"later\"",
    );
    newsroom.import(&folder);
    assert_eq!(owner(&newsroom, "draft"), None);
    assert_eq!(owner(&newsroom, "later").as_deref(), Some("story/draft"));
    assert!(newsroom.redirects("story/draft", "en", hours(1)).is_empty());
}

#[test]
fn a_draft_renamed_keeps_the_slugs_of_its_other_languages() {
    let newsroom = Newsroom::with_cast();
    let draft = "+++\ntitle = \"Un projet\"\nslug = \"projet\"\n+++\nPas encore.\n";
    let mut folder = folder();
    folder.insert("stories/draft.fr.md".to_owned(), draft.as_bytes().to_vec());
    edit(&mut folder, "stories/draft.en.md", "title =", "source = true\ntitle =");
    newsroom.import(&folder);
    edit(
        &mut folder,
        "stories/draft.en.md",
        "slug = \"draft\"",
        "slug = \"later\"",
    );
    newsroom.import(&folder);
    assert_eq!(owner(&newsroom, "projet").as_deref(), Some("story/draft"));
    assert_eq!(owner(&newsroom, "draft"), None);
}

#[test]
fn slugs_that_a_file_calls_former_lead_on() {
    let newsroom = Newsroom::with_cast();
    let mut folder = folder();
    edit(
        &mut folder,
        FILE,
        "slug = \"rome-2021\"",
        "slug = \"rome-2021\"\nformer = [\"old-rome\", \"rome-2021\"]",
    );
    let report = newsroom.import(&folder);
    assert_eq!(report.items[0].places, ["former"]);
    assert_eq!(newsroom.redirects(ROME, "en", hours(1)), ["old-rome"]);
    assert_eq!(newsroom.import(&folder).changed, 0);
}

#[test]
fn no_act_takes_the_slug_of_another_entry() {
    let newsroom = Newsroom::with_cast();
    let mut text = newsroom.newest("story/draft", "en").text;
    text.slug = "reunion-rome".to_owned();
    let draft = editorial::Draft {
        subject: subject("story/draft"),
        locale: locale("en"),
        text,
        of: Default::default(),
        base: editorial::Base::Newest,
        origin: "screen".to_owned(),
        note: String::new(),
        minor: false,
    };
    let error = newsroom.act(|desk| desk.revise(draft)).unwrap_err();
    let EditorialError::Store(StoreError::AddressTaken { owner, .. }) = error else {
        panic!("{error}")
    };
    assert_eq!(owner, subject(ROME));
    assert_eq!(newsroom.newest("story/draft", "en").text.slug, "draft");
}
