//! Atom feeds: well formed, in each language, honest about when things changed.

use content::Route;
use content::record::Record;

use crate::world::cast::{coalition, edit, entry, many_stories};
use crate::world::{Memory, locale};

fn feed(world: &Memory, code: &str) -> String {
    world.html(&Route::Feed(locale(code)))
}

#[test]
fn it_names_itself_its_author_and_its_entries() {
    let xml = feed(&coalition(), "en");
    for part in [
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">",
        "<id>https://coalition.example/en/feed.xml</id>",
        "<title xml:lang=\"en\">Sample Coalition</title>",
        "<subtitle xml:lang=\"en\">A demonstration.</subtitle>",
        "<link rel=\"self\" type=\"application/atom+xml\" href=\"https://coalition.example/en/feed.xml\"/>",
        "<id>https://coalition.example/en/#story/rome</id>",
        "<summary>Ministers met in Rome: summary.</summary>",
        "<name>WAM</name>",
    ] {
        assert!(xml.contains(part), "{part}");
    }
}

#[test]
fn it_was_updated_when_its_newest_entry_was() {
    let xml = feed(&coalition(), "en");
    let updated = xml
        .split_once("<updated>")
        .unwrap()
        .1
        .split_once("</updated>")
        .unwrap()
        .0;
    assert_eq!(updated, "2023-01-05T08:00:00Z");
}

#[test]
fn a_correction_moves_updated_and_not_published() {
    let mut story = entry("story/rome", "2021-06-28T16:00:00Z", &[("en", "Ministers met in Rome")]);
    let history = story.texts.values_mut().next().unwrap();
    history.publications[0].from = "2023-01-09T00:00:00Z".parse().unwrap();
    let xml = feed(&coalition().with([Record::Entry(story)]), "en");
    let (_, tail) = xml.split_once("#story/rome</id>").unwrap();
    assert!(tail.contains("<updated>2023-01-09T00:00:00Z</updated>\n<published>2021-06-28T16:00:00Z</published>"));
}

#[test]
fn it_carries_twenty_and_hostile_words_stay_words() {
    let mut story = entry("story/x", "2023-01-09T00:00:00Z", &[("en", "x")]);
    edit(&mut story, "en", |text| text.title = "a & <b>\u{b}\u{1}]]>".to_owned());
    let xml = feed(&coalition().with(many_stories(40)).with([Record::Entry(story)]), "en");
    assert_eq!(xml.matches("<entry ").count(), 20);
    assert!(xml.contains("<title>a &amp; &lt;b&gt;]]&gt;</title>"));
}

#[test]
fn an_empty_feed_is_a_feed() {
    let mut world = coalition();
    world.records.clear();
    world.derive();
    let xml = feed(&world, "ar");
    assert!(xml.contains("<updated>1970-01-01T00:00:00Z</updated>") && xml.ends_with("</feed>\n"));
}

#[test]
fn a_site_that_is_not_indexed_says_so() {
    let mut world = coalition();
    assert!(world.page(&Route::Feed(locale("en"))).headers.is_empty());
    world.site.indexed = false;
    world.derive();
    let headers = world.page(&Route::Feed(locale("en"))).headers;
    assert_eq!(headers, [("x-robots-tag".to_owned(), "noindex".to_owned())]);
}
