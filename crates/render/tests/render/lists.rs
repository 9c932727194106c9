//! Lists: fronts, chunks, years, tags; titles in their language; nothing where nothing is listed.

use content::{List, Route};

use crate::world::cast::{coalition, many_stories, subject};
use crate::world::{Memory, locale};

fn front(world: &Memory, list: List, code: &str) -> String {
    world.html(&Route::List(list, locale(code), None))
}

fn chunks(world: &Memory, list: &List) -> Vec<Route> {
    let routes = world.routes().into_iter();
    routes
        .filter(|route| matches!(route, Route::List(of, _, Some(_)) if of == list))
        .collect()
}

#[test]
fn older_links_lead_through_all_items_once() {
    let world = coalition().with(many_stories(120));
    let list = List::Stories(locale("en"));
    let pages: std::collections::BTreeMap<String, String> = chunks(&world, &list)
        .into_iter()
        .chain([Route::List(list, locale("en"), None)])
        .map(|route| (world.page(&route).path, world.html(&route)))
        .collect();
    let (mut path, mut seen, mut back) = ("/en/stories/".to_owned(), Vec::new(), Vec::new());
    loop {
        let html = &pages[&path];
        seen.extend(
            html.split("<h2><a href=\"")
                .skip(1)
                .map(|tail| tail.split('"').next().unwrap().to_owned()),
        );
        back.extend(
            html.split_once("rel=\"prev\" href=\"")
                .map(|(_, tail)| tail.split('"').next().unwrap().to_owned()),
        );
        let Some((_, tail)) = html.split_once("rel=\"next\" href=\"") else {
            break;
        };
        path = tail.split('"').next().unwrap().to_owned();
    }
    let mut once = seen.clone();
    once.sort();
    once.dedup();
    assert_eq!((seen.len(), once.len()), (123, 123));
    assert_eq!(back.len(), pages.len() - 1);
    assert_eq!(back[0], "/en/stories/");
}

#[test]
fn a_chunk_is_not_indexed_and_is_no_translation() {
    let world = coalition().with(many_stories(60));
    let chunk = chunks(&world, &List::Stories(locale("en"))).remove(0);
    let html = world.html(&chunk);
    assert!(html.contains("<meta name=\"robots\" content=\"noindex, follow\">"));
    assert!(!html.contains("<link rel=\"alternate\" hreflang"));
    assert!(html.contains("<a href=\"/ar/stories/\" hreflang=\"ar\""));
    assert!(html.contains("<p class=\"meta\">Up to "));
    assert!(!front(&world, List::Stories(locale("en")), "en").contains("noindex"));
}

#[test]
fn an_unknown_chunk_is_absent() {
    let nowhere = content::Position {
        at: content::Instant(0),
        tie: 7,
    };
    let route = Route::List(List::Stories(locale("en")), locale("en"), Some(nowhere));
    assert_eq!(coalition().render(&route).outcome, render::Outcome::Absent);
}

#[test]
fn a_list_is_named_in_its_language() {
    let world = coalition();
    assert!(front(&world, List::Year(2022, locale("fr")), "fr").contains("<h1>Actualités de 2022</h1>"));
    let tag = front(&world, List::Tag(subject("tag/mosul"), locale("ar")), "ar");
    assert!(tag.contains("<h1>الموضوع: <bdi>الموصل</bdi></h1>"));
    assert!(tag.contains("<title>الموضوع: الموصل | تحالف النموذج</title>"));
    let member = front(&world, List::Member(subject("member/iraq"), locale("en")), "en");
    assert!(member.contains("<h1><bdi>Iraq</bdi> in the news</h1>") && member.contains("href=\"/en/members/iraq/\""));
}

#[test]
fn a_standing_list_says_that_it_is_empty_and_others_are_absent() {
    let mut world = coalition();
    world
        .records
        .retain(|subject, _| subject.noun() != content::Noun::Statement);
    world.derive();
    assert!(front(&world, List::Statements(locale("en")), "en").contains("Nothing has been published here yet."));
    for list in [
        List::Tag(subject("tag/empty"), locale("en")),
        List::Year(1999, locale("en")),
        List::Voice(subject("member/niger")),
    ] {
        assert_eq!(
            world.render(&Route::List(list, locale("en"), None)).outcome,
            render::Outcome::Absent
        );
    }
}

#[test]
fn tags_without_entries_are_not_listed() {
    let html = front(&coalition(), List::Tags(locale("en")), "en");
    assert!(html.contains("Mosul") && html.contains("Meetings") && !html.contains("Nothing yet"));
}

#[test]
fn years_that_hold_stories_are_linked() {
    let world = coalition();
    let years = world.links(&Route::Fragment(content::route::Fragment::Years, locale("ar")));
    assert_eq!(years, ["/ar/stories/2021/", "/ar/stories/2022/", "/ar/stories/2023/"]);
}

#[test]
fn a_list_that_another_locale_lacks_leads_to_the_page_above() {
    let mut world = coalition();
    world.site.missing = content::record::Missing::Hide;
    world.derive();
    let html = front(&world, List::Year(2023, locale("en")), "en");
    assert!(html.contains("<a href=\"/fr/stories/\" hreflang=\"fr\""));
    assert!(!html.contains("<link rel=\"alternate\" hreflang"));
}
