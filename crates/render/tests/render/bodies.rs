//! Bodies: every kind of block and run, in its language, with hostile words harmless.

use content::body::{Callout, CalloutKind, Chapter, Credit, Dynamic, Item, ItemList};
use content::{Block, BlockId, Content, Inline, Route, Target};
use proptest::prelude::*;

use crate::world::cast::{body, coalition, link, paragraph, subject, words};
use crate::world::locale;

/// The body of the story of Abu Dhabi, if these were its blocks, on the page of a locale.
fn shown(code: &str, contents: Vec<Content>) -> String {
    let world = coalition().with_body("story/abu-dhabi", "en", body(contents));
    let html = world.html(&Route::Entry(subject("story/abu-dhabi"), locale(code)));
    let (_, tail) = html.split_once("<div class=\"body\">\n").unwrap();
    tail.split_once("</div>\n<div class=\"after\">")
        .unwrap()
        .0
        .trim_end()
        .to_owned()
}

fn run(inlines: Vec<Inline>) -> String {
    shown("en", vec![Content::Paragraph(inlines)])
}

#[test]
fn blocks_carry_their_identities() {
    let html = shown(
        "en",
        vec![paragraph("One."), Content::Heading(3, words("Two")), Content::Rule],
    );
    assert_eq!(
        html,
        "<p id=\"b-block0\">One.</p>\n<h3 id=\"b-block1\">Two</h3>\n<hr id=\"b-block2\">"
    );
}

#[test]
fn lists_nest_and_count_from_where_they_begin() {
    let below = ItemList {
        from: None,
        items: vec![Item {
            words: words("a"),
            below: None,
        }],
    };
    let list = ItemList {
        from: Some(3),
        items: vec![Item {
            words: words("three"),
            below: Some(below),
        }],
    };
    let html = shown("en", vec![Content::List(list)]);
    assert_eq!(
        html,
        "<ol id=\"b-block0\" start=\"3\"><li>three<ul><li>a</li></ul>\n</li></ol>"
    );
}

#[test]
fn a_table_scrolls_by_itself_and_has_header_cells() {
    let rows = vec![vec![words("Year"), words("Members")], vec![words("2023"), words("85")]];
    let html = shown("en", vec![Content::Table(rows)]);
    assert!(html.starts_with(
        "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Table\"><table id=\"b-block0\">"
    ));
    assert!(html.contains("<thead><tr><th scope=\"col\">Year</th><th scope=\"col\">Members</th></tr></thead>"));
    assert!(html.contains("<tbody><tr><td>2023</td><td>85</td></tr></tbody>"));
}

#[test]
fn a_picture_says_its_size_and_what_it_shows() {
    let figure = |media: &str| Content::Figure {
        media: subject(media),
        description: "A \"bridge\"".to_owned(),
        caption: words("Rebuilt"),
    };
    let html = shown("en", vec![figure("media/bridge.png")]);
    for part in [
        "<figure id=\"b-block0\">",
        "<source type=\"image/webp\" srcset=\"/media/bridge-320webpfffff.webp 320w, /media/bridge-640webpfffff.webp 640w\"",
        "<img src=\"/media/bridge-640jpgffffff.jpg\" srcset=\"/media/bridge-320jpgffffff.jpg 320w,",
        "width=\"640\" height=\"480\" alt=\"A &quot;bridge&quot;\" class=\"focal-x5 focal-y4\" loading=\"lazy\"",
        "<bdi>Sample Press Office</bdi> · <bdi>CC0-1.0</bdi>",
    ] {
        assert!(html.contains(part), "{part}\n{html}");
    }
    let (_, caption) = html.split_once("<figcaption>").unwrap();
    assert!(caption.trim_start().starts_with("Rebuilt"));
    assert_eq!(
        shown("en", vec![figure("media/lost.png"), paragraph("On.")]),
        "<p id=\"b-block1\">On.</p>"
    );
}

#[test]
fn links_lead_to_what_is_public_and_nowhere_else() {
    let html = run(vec![
        link("member/iraq", "Iraq"),
        link("story/unknown", "gone"),
        link("tag/empty", "empty"),
        link("tag/mosul", "Mosul"),
    ]);
    assert_eq!(
        html,
        "<p id=\"b-block0\"><a href=\"/en/members/iraq/\">Iraq</a>goneempty<a href=\"/en/tags/mosul/\">Mosul</a></p>"
    );
}

#[test]
fn foreign_addresses_are_links_only_if_they_are_addresses() {
    let to = |address: &str| Inline::Link(Target::Address(address.to_owned()), words("x"));
    let html = run(vec![
        to("https://a.example/?b&c"),
        to("javascript:alert(1)"),
        to("mailto:press@a.example"),
    ]);
    assert_eq!(
        html,
        "<p id=\"b-block0\"><a href=\"https://a.example/?b&amp;c\" rel=\"noopener\">x</a>x\
         <a href=\"mailto:press@a.example\" rel=\"noopener\">x</a></p>"
    );
}

#[test]
fn words_of_another_language_say_so() {
    let html = run(vec![
        Inline::Foreign(locale("ar"), words("داعش")),
        Inline::Strong(words("s")),
        Inline::Emphasis(words("e")),
        Inline::Code("a<b".to_owned()),
        Inline::Break,
    ]);
    assert_eq!(
        html,
        "<p id=\"b-block0\"><span lang=\"ar\" dir=\"rtl\">داعش</span><strong>s</strong><em>e</em>\
         <code>a&lt;b</code><br></p>"
    );
}

#[test]
fn each_block_of_a_text_in_another_language_says_so() {
    let world = coalition();
    let html = world.html(&Route::Entry(subject("story/rome"), locale("ar")));
    assert!(html.contains("<p id=\"b-block0\" lang=\"en\" dir=\"ltr\">"), "{html}");
    assert!(html.contains("<h1 data-search=\"title\" lang=\"en\" dir=\"ltr\">Ministers met in Rome</h1>"));
    assert!(html.starts_with("<!doctype html>\n<html lang=\"ar\" dir=\"rtl\">"));
}

#[test]
fn quotes_keep_their_paragraphs() {
    let html = shown("en", vec![Content::Quote(vec![words("One."), words("Two.")])]);
    assert_eq!(html, "<blockquote id=\"b-block0\"><p>One.</p><p>Two.</p></blockquote>");
}

#[test]
fn places_and_posts_may_stand_in_any_body() {
    let html = shown(
        "en",
        vec![
            Content::Post(subject("post/jit")),
            Content::Dynamic(Dynamic::Efforts),
            paragraph("After."),
        ],
    );
    assert!(html.contains("<article class=\"post\">") && html.contains("#InFocus"));
    assert!(html.contains("<h2 id=\"place-efforts\">"));
    assert!(html.find("place-efforts") < html.find("After."));
}

#[test]
fn what_is_set_apart_says_what_it_is() {
    let credit = Credit {
        role: words("Chair"),
        office: words("Minister"),
        member: Some(subject("member/iraq")),
        as_of: Some("2022-11-24".parse().unwrap()),
        ..Credit::default()
    };
    let reservation = Callout {
        kind: CalloutKind::Reservation,
        title: words("Niger"),
        paragraphs: vec![words("Not paragraph 4.")],
    };
    let chapter = Chapter {
        at: 3_723,
        title: words("How it began"),
    };
    let html = shown(
        "en",
        vec![
            Content::Credits(vec![credit]),
            Content::Callout(reservation),
            Content::Chapters(vec![chapter]),
        ],
    );
    assert!(html.contains(
        "class=\"credits\"><div><dt>Chair</dt><dd>Minister<br><a href=\"/en/members/iraq/\"><bdi>Iraq</bdi></a>"
    ));
    assert!(html.contains("<span class=\"as-of\">as of 24 November 2022</span>"));
    assert!(html.contains("class=\"callout callout-reservation\"><p class=\"callout-kind\">Reservation</p><p class=\"callout-title\">Niger</p><p>Not paragraph 4.</p></aside>"));
    assert!(html.contains("<time datetime=\"PT3723S\"><bdi>1:02:03</bdi></time> How it began"));
}

#[test]
fn footnotes_lead_there_and_back() {
    let run = vec![
        Inline::Text("Three".to_owned()),
        Inline::Note(vec![Inline::Text("In ".to_owned()), link("member/iraq", "Iraq")]),
        Inline::Text(" met.".to_owned()),
    ];
    let html = shown("en", vec![Content::Paragraph(run), paragraph("After.")]);
    assert!(
        html.contains(
            "Three<sup class=\"note\"><a id=\"r-1\" href=\"#n-1\" aria-describedby=\"notes\">1</a></sup> met."
        )
    );
    assert!(html.contains("<h2 id=\"notes\">Notes</h2><ol><li id=\"n-1\">In <a href=\"/en/members/iraq/\">Iraq</a> <a class=\"back\" href=\"#r-1\""));
    assert!(html.find("After.") < html.find("id=\"notes\""));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn hostile_words_stay_words(text in "[<>&\"'/a-z\\x00-\\x1f\u{1}\u{2}\u{3}]{0,40}", id in "[\"<>a-z]{1,8}") {
        let block = Block { id: BlockId(id), content: Content::Paragraph(words(&text)) };
        let hostile = content::Body { blocks: vec![block] };
        let world = coalition();
        let route = Route::Entry(subject("story/abu-dhabi"), locale("en"));
        let usual = world.clone().with_body("story/abu-dhabi", "en", body(vec![paragraph("x")])).html(&route);
        let page = world.with_body("story/abu-dhabi", "en", hostile).page(&route);
        let html = String::from_utf8(page.skeleton).unwrap();
        prop_assert_eq!(html.matches('<').count(), usual.matches('<').count());
        prop_assert_eq!(html.matches('>').count(), usual.matches('>').count());
        prop_assert_eq!(html.matches('"').count(), usual.matches('"').count());
        prop_assert_eq!(page.fragments.len(), 3);
    }
}
