//! Broken imports: every problem is told with file, line, field and remedy, and nothing is written.

use content::file::Problem;

use crate::cast::{Folder, Newsroom, counts, edit, folder};

fn add(folder: &mut Folder, path: &str, text: &str) {
    folder.insert(path.to_owned(), text.as_bytes().to_vec());
}

/// The only problem of the cast after a change, on an empty store and on one that has the cast already.
fn only_problem(change: impl Fn(&mut Folder)) -> Problem {
    let mut changed = folder();
    change(&mut changed);
    let empty = Newsroom::empty();
    let first = empty.refused(&changed);
    assert_eq!(counts(&empty), []);
    assert_eq!(empty.logged(), (0, 0));
    assert_eq!(first.problems.len(), 1, "{:#?}", first.problems);
    let problem = first.problems.into_iter().next().unwrap();
    assert!(!problem.remedy.is_empty());
    problem
}

fn place(problem: &Problem) -> (&str, usize, &str) {
    (&problem.file, problem.line, &problem.field)
}

const ROME: &str = "stories/rome-2021.en.md";

#[test]
fn an_entry_without_its_source_text() {
    let mut folder = folder();
    folder.remove(ROME);
    let refusal = Newsroom::empty().refused(&folder);
    let problem = &refusal.problems[0];
    assert_eq!(
        (refusal.problems.len(), problem.file.as_str()),
        (1, "stories/rome-2021.ar.md")
    );
    assert!(problem.message.contains("source"), "{problem}");
}

#[test]
fn two_sources() {
    let mut folder = folder();
    edit(&mut folder, "stories/rome-2021.fr.md", "slug", "source = true\nslug");
    let refusal = Newsroom::empty().refused(&folder);
    let places: Vec<_> = refusal.problems.iter().map(place).collect();
    assert_eq!(places, [(ROME, 5, "source"), ("stories/rome-2021.fr.md", 4, "source")]);
}

#[test]
fn another_source_than_the_store_has() {
    let newsroom = Newsroom::with_cast();
    let mut folder = folder();
    folder.remove(ROME);
    edit(&mut folder, "stories/rome-2021.fr.md", "slug", "source = true\nslug");
    let refusal = newsroom.refused(&folder);
    assert_eq!(place(&refusal.problems[0]), ("stories/rome-2021.fr.md", 4, "source"));
    assert!(refusal.problems[0].message.contains("in en"));
}

#[test]
fn shared_fields_in_a_translation() {
    let problem = only_problem(|folder| {
        edit(
            folder,
            "stories/rome-2021.fr.md",
            "slug",
            "tags = [\"ministers\"]\nslug",
        )
    });
    assert_eq!(place(&problem), ("stories/rome-2021.fr.md", 4, "tags"));
    assert!(problem.remedy.contains("in en"), "{problem}");
}

#[test]
fn references_that_lead_nowhere() {
    for (from, to, line, field, key) in [
        ("\"ministers\"", "\"nobody\"", 7, "tags", "tag/nobody"),
        (
            "members = [\"italy\"]",
            "members = [\"nobody\"]",
            8,
            "members",
            "member/nobody",
        ),
        (
            "efforts = [\"finance\"]",
            "efforts = [\"nobody\"]",
            9,
            "efforts",
            "effort/nobody",
        ),
        ("{fact/members}", "{fact/nobody}", 17, "", "fact/nobody"),
        ("(member/italy)", "(story/nobody)", 17, "", "story/nobody"),
        ("media/bridge.png", "media/nobody.png", 19, "", "media/nobody.png"),
    ] {
        let problem = only_problem(|folder| edit(folder, ROME, from, to));
        assert_eq!(place(&problem), (ROME, line, field), "{problem}");
        assert!(problem.message.contains(key), "{problem}");

        let stored = Newsroom::with_cast();
        let mut changed = folder();
        edit(&mut changed, ROME, from, to);
        assert_eq!(stored.refused(&changed).problems, [problem]);
    }
    let problem = only_problem(|folder| edit(folder, "posts/jit.toml", "\"italy\"", "\"nobody\""));
    assert_eq!(place(&problem), ("posts/jit.toml", 6, "member"));
    let problem = only_problem(|folder| edit(folder, "pages/home.en.md", "{post/jit}", "{post/nobody}"));
    assert_eq!(place(&problem), ("pages/home.en.md", 7, ""));
}

#[test]
fn references_are_found_in_the_store_too() {
    let newsroom = Newsroom::with_cast();
    let mut folder = Folder::new();
    add(
        &mut folder,
        "stories/new.en.md",
        "+++\ntitle = \"New\"\nslug = \"new\"\ntags = [\"ministers\"]\n+++\n[Rome](story/rome-2021)\n",
    );
    assert_eq!(newsroom.import(&folder).created, 1);
}

#[test]
fn a_slug_that_two_files_want() {
    let problem = only_problem(|folder| {
        edit(
            folder,
            "stories/draft.en.md",
            "slug = \"draft\"",
            "slug = \"reunion-rome\"",
        )
    });
    assert_eq!(place(&problem), ("stories/rome-2021.fr.md", 4, "slug"));
    assert!(problem.message.contains("stories/draft.en.md"), "{problem}");
}

#[test]
fn a_slug_that_another_entry_has_in_the_store() {
    let newsroom = Newsroom::with_cast();
    let mut folder = Folder::new();
    add(
        &mut folder,
        "stories/new.ar.md",
        "+++\ntitle = \"New\"\nslug = \"rome-2021\"\n+++\n",
    );
    let refusal = newsroom.refused(&folder);
    assert_eq!(place(&refusal.problems[0]), ("stories/new.ar.md", 3, "slug"));
    assert!(refusal.problems[0].message.contains("story/rome-2021"));
}

#[test]
fn an_announcement_without_a_period() {
    let problem = only_problem(|folder| {
        edit(
            folder,
            "announcements/group.en.md",
            "period = { from = 2021-12-02, until = 2023-12-31 }\n",
            "",
        );
    });
    assert_eq!(place(&problem), ("announcements/group.en.md", 0, "period"));
}

#[test]
fn a_locale_that_the_site_does_not_have() {
    let problem = only_problem(|folder| {
        let french = folder.remove("stories/rome-2021.fr.md").unwrap();
        folder.insert("stories/rome-2021.de.md".to_owned(), french);
    });
    assert_eq!(problem.file, "stories/rome-2021.de.md");
    assert!(problem.message.contains("de"), "{problem}");
}

#[test]
fn a_public_translation_of_a_draft() {
    let mut folder = folder();
    edit(&mut folder, ROME, "publish = 2021-06-28T16:00:00Z\n", "");
    let refusal = Newsroom::empty().refused(&folder);
    let places: Vec<_> = refusal.problems.iter().map(place).collect();
    assert_eq!(
        places,
        [
            ("stories/rome-2021.ar.md", 5, "publish"),
            ("stories/rome-2021.fr.md", 5, "publish")
        ]
    );
}

#[test]
fn publish_removed_from_a_public_text() {
    let newsroom = Newsroom::with_cast();
    let mut folder = folder();
    edit(
        &mut folder,
        "stories/rome-2021.fr.md",
        "publish = 2021-06-28T18:00:00Z\n",
        "",
    );
    let refusal = newsroom.refused(&folder);
    assert_eq!(place(&refusal.problems[0]), ("stories/rome-2021.fr.md", 0, "publish"));
    assert!(
        refusal.problems[0].remedy.contains("withdrawn"),
        "{}",
        refusal.problems[0]
    );
}

#[test]
fn a_site_without_settings() {
    let mut folder = folder();
    folder.remove("site.toml");
    let refusal = Newsroom::empty().refused(&folder);
    assert_eq!(refusal.problems[0].file, "site.toml");
}

#[test]
fn files_that_are_no_content_and_files_of_the_same_text() {
    let mut folder = folder();
    add(&mut folder, "README.md", "Hello");
    add(&mut folder, "novels/a.en.md", "Hello");
    add(
        &mut folder,
        "stories/draft.EN.md",
        "+++\ntitle = \"A draft\"\nslug = \"draft\"\n+++\n",
    );
    let files: Vec<String> = Newsroom::empty()
        .refused(&folder)
        .problems
        .into_iter()
        .map(|problem| problem.file)
        .collect();
    assert_eq!(files, ["README.md", "novels/a.en.md", "stories/draft.en.md"]);
}

#[test]
fn all_problems_of_all_files_are_told_at_once_and_nothing_is_written() {
    let mut folder = folder();
    edit(&mut folder, ROME, "title = ", "titel = ");
    edit(&mut folder, "tags/ministers.toml", "[name]", "[names]");
    edit(&mut folder, "posts/jit.toml", "language = \"en\"", "language = \"\"");
    edit(
        &mut folder,
        "members/niger.en.md",
        "efforts = [\"finance\"]",
        "efforts = [\"nobody\"]",
    );
    folder.insert("media/bridge.png".to_owned(), b"no picture".to_vec());
    let newsroom = Newsroom::empty();
    let refusal = newsroom.refused(&folder);
    assert_eq!(counts(&newsroom), []);
    let files: std::collections::BTreeSet<&str> =
        refusal.problems.iter().map(|problem| problem.file.as_str()).collect();
    let expected = [
        "media/bridge.png",
        "members/niger.en.md",
        "posts/jit.toml",
        ROME,
        "tags/ministers.toml",
    ];
    assert_eq!(files.into_iter().collect::<Vec<_>>(), expected);
    let json = serde_json::to_value(&refusal).unwrap();
    assert_eq!(json["problems"][0]["file"], "media/bridge.png");
}

#[test]
fn what_was_deleted_does_not_come_back_by_an_old_file() {
    let newsroom = Newsroom::with_cast();
    newsroom
        .act(|desk| desk.delete(&crate::cast::subject("story/draft")))
        .unwrap();
    let refusal = newsroom.refused(&folder());
    assert_eq!(refusal.problems.len(), 1);
    assert_eq!(refusal.problems[0].file, "stories/draft.en.md");
}

#[test]
fn a_post_that_moderators_removed_does_not_come_back_by_an_old_file() {
    let newsroom = Newsroom::with_cast();
    newsroom
        .act(|desk| desk.remove_post(&crate::cast::subject("post/jit"), "It was a hoax."))
        .unwrap();
    let mut folder = folder();
    let refusal = newsroom.refused(&folder);
    assert_eq!(place(&refusal.problems[0]), ("posts/jit.toml", 0, "removed"));
    let removed = format!("removed = {}\nnotice = \"It was a hoax.\"\n[speaker]", newsroom.now);
    edit(&mut folder, "posts/jit.toml", "[speaker]", &removed);
    assert_eq!(newsroom.import(&folder).changed, 0);
}
