//! Corrections as readers see them: under the title, in the list of versions, and word by word.

use content::record::{Entry, Publication, Record, RevisionHead, TextHistory};
use content::staleness::Places;
use content::{Body, Inline, Instant, Route};
use proptest::prelude::*;

use crate::world::cast::{body, coalition, entry, instant, members_fact, paragraph, subject, words};
use crate::world::{Memory, locale};

const STORY: &str = "story/talks";
const EN: [&str; 3] = ["Ten ministers met.", "They agreed.", "It was signed by {fact}."];

/// Lets a text be corrected: the same title, a new revision.
fn correct(entry: &mut Entry, code: &str, at: &str, note: &str, minor: bool) {
    let history = entry.texts.get_mut(&locale(code)).unwrap();
    let number = i64::try_from(history.revisions.len()).unwrap() + 1;
    let last = history.revisions.values().next_back().unwrap().clone();
    let mut text = last.text.clone();
    text.summary = format!("Summary {number}");
    let hash = text.hash();
    history.revisions.insert(
        number,
        RevisionHead {
            number,
            hash,
            text,
            ..last
        },
    );
    let before = history.publications.last_mut().unwrap();
    before.until = Some(instant(at));
    let date = before.date;
    history.publications.push(Publication {
        revision: number,
        from: instant(at),
        until: None,
        date,
        note: note.to_owned(),
        minor,
    });
}

fn story() -> Entry {
    let titles = [
        ("en", "Talks in <Basra>"),
        ("ar", "محادثات البصرة"),
        ("fr", "Pourparlers à Bassora"),
    ];
    entry(STORY, "2022-11-24T09:00:00Z", &titles)
}

/// English corrected twice, the second time without a word about it.
fn story_corrected_twice() -> Entry {
    let mut story = story();
    correct(
        &mut story,
        "en",
        "2022-11-25T09:00:00Z",
        "It was <twelve> ministers.",
        false,
    );
    correct(&mut story, "en", "2022-11-26T09:00:00Z", "", true);
    story
}

/// English corrected twice, Arabic and French made from the first text.
fn world() -> Memory {
    let mut story = story_corrected_twice();
    know_places(&mut story);
    let older = body(EN.map(paragraph).into());
    let newer = body(vec![
        paragraph("Twelve ministers met."),
        paragraph(EN[1]),
        paragraph("Again."),
    ]);
    let mut world = coalition().with([Record::Entry(story)]);
    for (number, body) in [(1, older), (2, newer.clone()), (3, newer)] {
        let key = (subject(STORY), locale("en"), number);
        world.former_bodies.insert(key, body.into());
    }
    world
}

/// What the store would tell of a source that was changed: its standfirst is another in each revision.
fn know_places(story: &mut Entry) {
    let source = story.texts[&locale("en")].revisions[&1].text.pins();
    for (code, history) in &mut story.texts {
        let made_from = if *code == locale("en") {
            Default::default()
        } else {
            source.clone()
        };
        let places = |head: &RevisionHead| Places {
            hashes: head.text.pins(),
            made_from: made_from.clone(),
        };
        history.places = history
            .revisions
            .iter()
            .map(|(number, head)| (*number, places(head)))
            .collect();
    }
}

fn at(code: &str) -> Route {
    Route::Entry(subject(STORY), locale(code))
}

fn difference(older: usize, newer: usize) -> Route {
    Route::Difference(subject(STORY), locale("en"), older, newer)
}

#[test]
fn the_newest_correction_stands_under_the_title() {
    let html = world().html(&at("en"));
    let told = "<p class=\"corrected\">Corrected on <time datetime=\"2022-11-25T09:00:00Z\">25 November 2022</time>: \
                <span>It was &lt;twelve&gt; ministers.</span> <a href=\"/en/stories/talks-in-&lt;basra&gt;/history/\">";
    let told = told.replace("talks-in-&lt;basra&gt;", "talks-in-%3Cbasra%3E");
    assert!(html.contains(&told), "{html}");
    let plain = coalition().with([Record::Entry(story())]).render(&at("en"));
    assert!(
        !plain.reads.iter().any(|read| format!("{read:?}").contains("history")),
        "who was not corrected pays nothing"
    );
}

#[test]
fn a_translation_leads_to_the_source_that_was_corrected() {
    let html = world().html(&at("fr"));
    assert!(html.contains("Le texte source (<a href=\"/en/stories/talks-in-%3Cbasra%3E/\" hreflang=\"en\" lang=\"en\" dir=\"ltr\">English</a>) a été corrigé le <time datetime=\"2022-11-25T09:00:00Z\">25 novembre 2022</time>."), "{html}");
    let html = world().html(&at("ar"));
    assert!(
        html.contains("صُوِّب النص الأصلي (<a href=") && (html.contains("٢٥") || html.contains("25")),
        "{html}"
    );

    let mut caught_up = story();
    correct(&mut caught_up, "en", "2022-11-25T09:00:00Z", "", false);
    know_places(&mut caught_up);
    let now = caught_up.texts[&locale("en")].revisions[&2].text.pins();
    caught_up
        .texts
        .get_mut(&locale("fr"))
        .unwrap()
        .places
        .get_mut(&1)
        .unwrap()
        .made_from = now;
    let world = coalition().with([Record::Entry(caught_up)]);
    assert!(!world.html(&at("fr")).contains("texte source"));
    assert!(world.html(&at("ar")).contains("عُدِّل النص الأصلي"));
}

#[test]
fn the_history_lists_all_versions_and_is_not_for_search_engines() {
    let world = world();
    let html = world.html(&Route::History(subject(STORY), locale("en")));
    let order: Vec<usize> = [
        "Version 3",
        "Small change",
        "Version 2",
        "It was &lt;twelve&gt;",
        "Version 1",
        "Published",
    ]
    .map(|words| html.find(words).unwrap_or_else(|| panic!("{words}: {html}")))
    .into();
    assert!(order.is_sorted(), "{order:?}");
    assert!(
        html.contains("<time datetime=\"2022-11-25T09:00:00Z\">25 November 2022, 09:00 UTC"),
        "{html}"
    );
    assert!(html.contains("UTC") && html.contains("noindex") && !html.contains("rel=\"alternate\" hreflang"));
    for pair in ["1-2", "1-3", "2-3"] {
        assert!(html.contains(&format!("/history/{pair}/\"")), "{pair}");
    }
    // The other languages were never corrected: their readers are led to the text.
    assert!(html.contains("href=\"/fr/stories/pourparlers-%C3%A0-bassora/\""));
    for route in world
        .routes()
        .iter()
        .filter(|route| route.subject() == Some(&subject(STORY)))
    {
        world.page(route);
    }
    for gone in [
        Route::History(subject(STORY), locale("fr")),
        difference(1, 4),
        difference(2, 1),
    ] {
        assert!(!world.routes().contains(&gone));
    }
    assert_eq!(
        world.render(&Route::History(subject(STORY), locale("fr"))).outcome,
        render::Outcome::Absent
    );
    let map = world.html(&Route::Part(None));
    assert!(!map.contains("history"));
}

#[test]
fn what_differs_is_told_in_words_too() {
    let html = world().html(&difference(1, 2));
    for shown in [
        "<h2>Standfirst</h2>",
        "<h2>Text</h2>",
        "<del><span class=\"unseen\">[removed: </span>Ten<span class=\"unseen\">]</span></del>",
        "<ins><span class=\"unseen\">[inserted: </span>Twelve<span class=\"unseen\">]</span></ins> ministers met.</p>",
        "<p class=\"skipped\">1 part is unchanged.</p>",
        "It was &lt;twelve&gt; ministers.",
    ] {
        assert!(html.contains(shown), "{shown}: {html}");
    }
    let same = world().html(&difference(2, 3));
    assert!(same.contains("Summary") && !same.contains("<h2>Text</h2>"));
}

#[test]
fn facts_and_words_of_other_languages_are_shown_as_what_they_are() {
    let world = world().with([members_fact(85)]);
    let with = |contents: Vec<Inline>| -> Body { body(vec![content::Content::Paragraph(contents)]) };
    let mut former = world.clone();
    let foreign = Inline::Foreign(locale("ar"), words("كلمة"));
    let newer = with(vec![
        Inline::Fact(subject("fact/members")),
        Inline::Text(" said ".to_owned()),
        foreign,
    ]);
    former
        .former_bodies
        .insert((subject(STORY), locale("en"), 1), with(words("All said ")).into());
    former
        .former_bodies
        .insert((subject(STORY), locale("en"), 2), newer.into());
    let html = former.html(&difference(1, 2));
    assert!(
        html.contains("<span class=\"fact\"><bdi>85</bdi> members</span>"),
        "{html}"
    );
    assert!(html.contains("<span lang=\"ar\" dir=\"rtl\">كلمة</span>"), "{html}");
}

#[test]
fn a_later_correction_leaves_what_differed_before_alone() {
    let before = world();
    let mut story = story_corrected_twice();
    correct(&mut story, "en", "2022-11-27T09:00:00Z", "Another title.", false);
    let history = story.texts.get_mut(&locale("en")).unwrap();
    let newest = history.revisions.get_mut(&4).unwrap();
    newest.text.title = "Talks in <Mosul>".to_owned();
    newest.hash = newest.text.hash();
    know_places(&mut story);
    let mut after = coalition().with([Record::Entry(story)]);
    after.former_bodies = before.former_bodies.clone();

    let stale = |route: &Route| {
        before
            .render(route)
            .reads
            .iter()
            .any(|read| before.differs(&after, read))
    };
    assert!(!stale(&difference(1, 2)) && !stale(&difference(2, 3)));
    assert_eq!(before.html(&difference(1, 2)), after.html(&difference(1, 2)));
    assert!(stale(&Route::History(subject(STORY), locale("en"))));
}

#[test]
fn what_was_withdrawn_has_no_history() {
    let mut story = story();
    correct(&mut story, "en", "2022-11-25T09:00:00Z", "Words.", false);
    let history: &mut TextHistory = story.texts.get_mut(&locale("en")).unwrap();
    history.withdrawal = Some(content::record::Withdrawal {
        at: Instant(instant("2022-11-26T09:00:00Z").0),
        actor: "editor".to_owned(),
        notice: String::new(),
    });
    let world = coalition().with([Record::Entry(story)]);
    assert_eq!(world.page(&at("en")).status, 410);
    let is_past = |route: &Route| matches!(route, Route::History(..) | Route::Difference(..));
    assert!(!world.routes().iter().any(is_past));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// What a reader sees of one paragraph, with and without what is struck through or underlined.
    #[test]
    fn what_is_shown_reads_as_either_version(
        older in proptest::collection::vec("[a-c]{1,2}|كلمة|l’eau|<b>|&amp;", 1..8),
        newer in proptest::collection::vec("[a-c]{1,2}|كلمة|l’eau|<b>|&amp;", 1..8),
    ) {
        let (older, newer) = (older.join(" "), newer.join(" "));
        prop_assume!(older != newer);
        let mut world = world();
        for (number, text) in [(1, &older), (2, &newer)] {
            let body = body(vec![paragraph(text)]);
            world.former_bodies.insert((subject(STORY), locale("en"), number), body.into());
        }
        let html = world.html(&difference(1, 2));
        let shown = html.split("<p class=\"changed\">").last().unwrap().split("</p>").next().unwrap();
        let seen = without(shown, "<span class=\"unseen\">", "</span>");
        let plain = |html: &str| html.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        let read = |dropped: [&str; 2], kept: [&str; 2]| {
            plain(&without(&seen, dropped[0], dropped[1]).replace(kept[0], "").replace(kept[1], ""))
        };
        prop_assert_eq!(read(["<ins>", "</ins>"], ["<del>", "</del>"]), older);
        prop_assert_eq!(read(["<del>", "</del>"], ["<ins>", "</ins>"]), newer);
    }
}

fn without(html: &str, open: &str, close: &str) -> String {
    let mut parts = html.split(open);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| {
        kept + part.split_once(close).map_or("", |(_, rest)| rest)
    })
}
