//! The home page: what somebody wrote, with its places filled; or a built-in order.

use content::record::Record;
use content::{Noun, Route};

use crate::world::cast::{body, coalition, paragraph};
use crate::world::locale;

fn places(html: &str) -> Vec<&str> {
    html.split("<h2 id=\"place-")
        .skip(1)
        .filter_map(|tail| tail.split('"').next())
        .collect()
}

#[test]
fn the_written_order_is_kept() {
    let html = coalition().html(&Route::Home(locale("en")));
    assert!(html.contains("<h1>Together</h1>"));
    assert_eq!(
        places(&html),
        [
            "announcement",
            "stories",
            "wall",
            "efforts",
            "members",
            "campaign",
            "podcast",
            "videos"
        ]
    );
}

#[test]
fn a_place_that_has_nothing_to_show_is_not_there() {
    let mut world = coalition();
    world
        .records
        .retain(|subject, _| !matches!(subject.noun(), Noun::Campaign | Noun::Series | Noun::Video));
    world.derive();
    let html = world.html(&Route::Home(locale("en")));
    assert_eq!(places(&html).last(), Some(&"members"));
}

#[test]
fn without_a_written_one_there_is_a_built_in_order() {
    let mut world = coalition();
    world
        .records
        .retain(|subject, _| !(subject.noun() == Noun::Page && subject.key() == "home"));
    world.derive();
    let html = world.html(&Route::Home(locale("ar")));
    assert!(html.contains("<h1>تحالف النموذج</h1>"));
    assert_eq!(places(&html), ["announcement", "stories", "wall", "efforts"]);
    let empty = coalition()
        .with_body("page/home", "en", body(Vec::new()))
        .html(&Route::Home(locale("en")));
    assert_eq!(places(&empty), ["announcement", "stories", "wall", "efforts"]);
}

#[test]
fn quiet_places_are_there_only_when_they_were_asked_for() {
    let html = coalition()
        .with_body("page/home", "en", body(vec![paragraph("Words.")]))
        .html(&Route::Home(locale("en")));
    assert_eq!(places(&html), Vec::<&str>::new());
    assert!(!html.contains("In preparation."));
}

#[test]
fn an_announcement_is_gone_the_day_after_its_period() {
    let mut world = coalition();
    world.now = "2023-12-31T23:59:59Z".parse().unwrap();
    world.derive();
    assert!(
        world
            .html(&Route::Home(locale("en")))
            .contains("until 31 December 2023")
    );
    world.now = "2024-01-01T00:00:00Z".parse().unwrap();
    world.derive();
    assert!(!places(&world.html(&Route::Home(locale("en")))).contains(&"announcement"));
}

#[test]
fn the_strip_stands_on_every_page_and_only_on_a_site_that_has_one() {
    let mut world = coalition();
    let pages = |world: &crate::world::Memory| {
        let routes = world
            .routes()
            .into_iter()
            .filter(|route| !matches!(route, Route::Fragment(..) | Route::Redirect(..)));
        routes
            .filter_map(|route| match world.render(&route).outcome {
                render::Outcome::Page(page) if page.content_type.starts_with("text/html") => {
                    Some(String::from_utf8(page.skeleton).unwrap())
                }
                _ => None,
            })
            .collect::<Vec<String>>()
    };
    assert!(pages(&world).iter().all(|html| html.contains("<aside class=\"strip\"")));
    world.site.strips.clear();
    world.derive();
    assert!(pages(&world).iter().all(|html| !html.contains("class=\"strip\"")));
}

#[test]
fn the_menu_leaves_out_what_is_empty() {
    let mut world = coalition();
    world.records.retain(|_, record| !matches!(record, Record::Post(_)));
    world.derive();
    let masthead = Route::Fragment(content::route::Fragment::Masthead, locale("en"));
    assert!(!world.html(&masthead).contains("/en/wall/"));
    assert!(coalition().html(&masthead).contains("/en/wall/"));
    assert!(world.html(&masthead).contains("About us"));
}
