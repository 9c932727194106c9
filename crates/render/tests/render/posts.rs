//! The wall: posts as their readers know them, in their own language, and nothing of a third party's.

use content::record::{Post, Quoted, Record, Withdrawal};
use content::{List, Route};

use crate::world::cast::{coalition, instant, post, subject, voice};
use crate::world::{Memory, locale};

fn wall_with(post: Post) -> String {
    let world = coalition().with([Record::Post(post)]);
    world.html(&Route::List(List::Wall, locale("en"), None))
}

fn said(words: &str) -> Post {
    post("post/new", "2023-01-01T00:00:00Z", "en", words)
}

#[test]
fn hashtags_mentions_and_links_are_marked() {
    let html = wall_with(said(
        "Of #Mosul by @UNESCOIraq 🇸🇪 https://www.a.example/News/?a=1&b=2 <b>",
    ));
    assert!(html.contains("<bdi class=\"hashtag\">#Mosul</bdi>"));
    assert!(html.contains("<bdi class=\"mention\" dir=\"ltr\">@UNESCOIraq</bdi> 🇸🇪"));
    assert!(html.contains(
        "<a href=\"https://www.a.example/News/?a=1&amp;b=2\" rel=\"noopener nofollow\"><bdi dir=\"ltr\">a.example/News/?a=1&amp;b=2</bdi></a>"
    ));
    assert!(html.contains("&lt;b&gt;"));
}

#[test]
fn a_lone_part_says_which_it_is() {
    let html = wall_with(said("I am grateful. (1/2)"));
    assert!(html.contains("I am grateful. <span class=\"part\">Part 1 of 2</span>") && !html.contains("(1/2)"));
    let mut told = said("I am grateful.");
    told.part = Some((1, 2));
    assert!(wall_with(told).contains("<p class=\"meta\"><span class=\"part\">Part 1 of 2</span></p>"));
    let mut arabic = said("شكرًا (1/2)");
    arabic.language = locale("ar");
    assert!(wall_with(arabic).contains("<span class=\"part\" lang=\"en\" dir=\"ltr\">Part 1 of 2</span>"));
}

#[test]
fn who_passes_it_on_and_what_it_quotes_are_told() {
    let mut repost = said("Look:");
    repost.passed_on_by = Some(voice("Sample <Relief>", "relief"));
    repost.quotes = Some(Quoted {
        speaker: voice("Sample Radio", "radio"),
        language: locale("fr"),
        words: "Bonjour".to_owned(),
    });
    let html = wall_with(repost);
    assert!(html.contains("Passed on by <bdi>Sample &lt;Relief&gt;</bdi>"));
    assert!(html.contains("<div class=\"words\" lang=\"fr\" dir=\"ltr\"><p>Bonjour</p></div>\n</blockquote>"));
}

#[test]
fn the_wall_holds_all_languages_each_marked() {
    let html = coalition().html(&Route::List(List::Wall, locale("en"), None));
    assert!(html.contains("<div class=\"words\" lang=\"ar\" dir=\"rtl\">"));
    assert!(
        html.find("/ar/posts/arabic/") < html.find("/en/posts/jit/"),
        "the newest first"
    );
    assert!(
        !html.contains("src=\"http"),
        "no visitor's browser contacts a third party"
    );
}

#[test]
fn a_post_has_one_page_in_its_own_language() {
    let page = coalition().page(&Route::Post(subject("post/arabic")));
    let html = String::from_utf8(page.skeleton).unwrap();
    assert_eq!(page.path, "/ar/posts/arabic/");
    assert!(html.contains("<html lang=\"ar\" dir=\"rtl\">") && html.contains("<div class=\"words\"><p>"));
    assert!(html.contains("<a href=\"/en/wall/\" hreflang=\"en\""));
    assert!(!html.contains("<link rel=\"alternate\" hreflang"));
}

#[test]
fn one_members_wall_holds_its_posts_alone() {
    let html = coalition().html(&Route::List(List::Voice(subject("member/iraq")), locale("fr"), None));
    assert!(html.contains("La voix du membre\u{a0}: <bdi>Irak</bdi>"));
    assert!(html.contains("#InFocus") && !html.contains("#التحالف"));
    assert!(html.contains("<div class=\"words\" lang=\"en\" dir=\"ltr\">"));
}

#[test]
fn a_removed_post_is_gone_from_the_wall_and_says_why() {
    let mut gone = post("post/jit", "2022-12-30T12:00:00Z", "en", "Sweden #InFocus");
    let removal = Withdrawal {
        at: instant("2023-01-02T00:00:00Z"),
        actor: "editor".to_owned(),
        notice: "Removed.".to_owned(),
    };
    gone.removed = Some(removal);
    let world: Memory = coalition().with([Record::Post(gone)]);
    let page = world.page(&Route::Post(subject("post/jit")));
    assert_eq!(page.status, 410);
    assert!(String::from_utf8(page.skeleton).unwrap().contains("Removed."));
    assert!(
        !world
            .html(&Route::List(List::Wall, locale("en"), None))
            .contains("#InFocus")
    );
}

#[test]
fn the_wall_loads_more_from_the_next_chunk() {
    let posts = (0..50).map(|number| {
        let at = format!("2022-0{}-{:02}T00:00:00Z", 1 + number / 25, 1 + number % 25);
        Record::Post(post(&format!("post/p{number}"), &at, "en", "Words."))
    });
    let world = coalition().with(posts);
    let links = world.links(&Route::List(List::Wall, locale("ar"), None));
    assert!(
        links.iter().any(|link| link.starts_with("/ar/wall/older/")),
        "{links:?}"
    );
    assert!(
        world
            .html(&Route::List(List::Wall, locale("ar"), None))
            .contains("عرض المزيد")
    );
}

#[test]
fn a_post_within_a_story_is_shown_in_its_own_language_and_leaves_with_its_removal() {
    use content::Content;

    let contents = vec![
        crate::world::cast::paragraph("As a member said:"),
        Content::Post(subject("post/new")),
        crate::world::cast::paragraph("And more."),
    ];
    let mut arabic = post("post/new", "2023-01-01T00:00:00Z", "ar", "شكرًا لكم");
    let with = |post: Post| {
        let body = crate::world::cast::body(contents.clone());
        coalition()
            .with_body("story/rome", "en", body)
            .with([Record::Post(post)])
    };
    let route = Route::Entry(subject("story/rome"), locale("en"));
    let before = with(arabic.clone());
    let html = before.html(&route);
    let order = [
        "As a member said:",
        "<article class=\"post\">",
        "lang=\"ar\" dir=\"rtl\"><p>شكرًا لكم</p>",
        "And more.",
    ];
    let places = order.map(|words| html.find(words).unwrap_or_else(|| panic!("{words}: {html}")));
    assert!(places.is_sorted(), "{places:?}");
    assert!(
        before.links(&route).contains(&"/ar/posts/new/".to_owned()),
        "it leads to its own page"
    );

    arabic.removed = Some(Withdrawal {
        at: instant("2023-01-02T00:00:00Z"),
        actor: "moderator".to_owned(),
        notice: String::new(),
    });
    let after = with(arabic);
    let html = after.html(&route);
    assert!(!html.contains("شكرًا") && html.contains("And more."));
    let reads = before.render(&route).reads;
    assert!(
        reads.iter().any(|read| before.differs(&after, read)),
        "the story is rendered again"
    );
}
