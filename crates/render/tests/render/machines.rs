//! What machines ask: sitemaps, robots, the site table, error pages, pictures, the theme's files.

use content::{Route, route};
use render::Outcome;

use crate::world::cast::{coalition, many_stories, subject};
use crate::world::{THEME, locale};

/// The paths that stand in `<loc>`, after the site's address.
fn locations(xml: &str) -> Vec<String> {
    let tails = xml.split("<loc>https://coalition.example").skip(1);
    tails
        .filter_map(|tail| tail.split('<').next())
        .map(str::to_owned)
        .collect()
}

#[test]
fn the_parts_of_the_sitemap_hold_every_true_translation_once() {
    let world = coalition().with(many_stories(600));
    let maps = locations(&world.html(&Route::Sitemap));
    assert_eq!(maps[..2], ["/sitemap-sections.xml", "/sitemap-newest.xml"]);
    assert!(maps.len() > 4, "{maps:?}");
    let parts: Vec<Route> = world
        .routes()
        .into_iter()
        .filter(|route| matches!(route, Route::Part(_)))
        .collect();
    assert_eq!(parts.len() + 1, maps.len());
    let mut found: Vec<String> = Vec::new();
    for part in &parts {
        let page = world.page(part);
        assert!(maps.contains(&page.path), "{}", page.path);
        let entries = locations(&world.html(part));
        assert!((1..600).contains(&entries.len()), "{}: {}", page.path, entries.len());
        found.extend(entries);
    }
    found.sort();
    let mut once = found.clone();
    once.dedup();
    assert_eq!(found, once);
    assert!(found.len() > 600, "{}", found.len());
}

#[test]
fn true_translations_stand_with_their_alternates() {
    let xml = coalition().html(&Route::Part(None));
    assert!(xml.contains("<loc>https://coalition.example/en/stories/ministers-met-in-rome/</loc>\n<lastmod>2021-06-28T16:00:00Z</lastmod>"));
    assert!(!xml.contains("/ar/stories/ministers-met-in-rome/"));
}

#[test]
fn sections_hold_homes_lists_and_filled_tags() {
    let xml = coalition().html(&Route::Sections);
    for path in ["/en/", "/ar/members/", "/fr/wall/", "/en/tags/mosul/"] {
        assert!(
            xml.contains(&format!("<loc>https://coalition.example{path}</loc>")),
            "{path}"
        );
    }
    assert!(!xml.contains("/tags/empty/"));
}

#[test]
fn robots_may_read_a_site_that_is_not_indexed_and_are_told_so_on_every_page() {
    let mut world = coalition();
    assert!(!world.html(&Route::Home(locale("en"))).contains("noindex"));
    world.site.indexed = false;
    world.derive();
    let text = world.html(&Route::Robots);
    assert!(
        text.contains("Allow: /\n")
            && !text.contains("Disallow")
            && text.contains("Sitemap: https://coalition.example/sitemap.xml")
    );
    assert!(world.html(&Route::Home(locale("en"))).contains("noindex"));
}

#[test]
fn the_table_names_locales_and_error_pages() {
    let table = coalition().page(&Route::Table);
    assert_eq!(
        (table.path.as_str(), table.content_type.as_str()),
        ("~site", "application/json")
    );
    let json: serde_json::Value = serde_json::from_slice(&table.skeleton).unwrap();
    assert_eq!(json["default"], "en");
    assert_eq!(json["locales"][1]["code"], "ar");
    assert_eq!(json["locales"][1]["direction"], "rtl");
    assert_eq!(json["locales"][1]["home"], "/ar/");
    let world = coalition();
    assert_eq!(
        json["locales"][1]["not_found"],
        world.page(&Route::NotFound(locale("ar"))).path.as_str()
    );
    assert_eq!(
        json["locales"][1]["gone"],
        world.page(&Route::Gone(locale("ar"))).path.as_str()
    );
}

#[test]
fn error_pages_are_whole_and_lead_home() {
    for (route, status) in [(Route::NotFound(locale("ar")), 404), (Route::Gone(locale("ar")), 410)] {
        let page = coalition().page(&route);
        assert_eq!((page.status, page.fragments.len()), (status, 0));
        let html = String::from_utf8(page.skeleton).unwrap();
        assert!(html.contains("<html lang=\"ar\" dir=\"rtl\">") && html.contains("href=\"/ar/\""));
        assert!(!html.contains("rel=\"canonical\"") && html.contains("noindex"));
    }
}

#[test]
fn each_file_of_a_picture_is_named_by_its_hash_and_the_original_is_not_public() {
    let bridge = subject("media/bridge.png");
    let file = |hash: String| coalition().render(&Route::Media(bridge.clone(), hash)).outcome;
    let expected = Outcome::Media {
        path: "/media/bridge-640jpgffffff.jpg".to_owned(),
        hash: format!("640{:f<61}", "jpg"),
        content_type: "image/jpeg".to_owned(),
    };
    assert_eq!(file(format!("640{:f<61}", "jpg")), expected);
    assert_eq!(file("0".repeat(64)), Outcome::Absent);
    let none = Route::Media(subject("media/none.png"), "0".repeat(64));
    assert_eq!(coalition().render(&none).outcome, Outcome::Absent);
}

#[test]
fn the_style_sheet_is_named_by_its_bytes() {
    let outcome = coalition().render(&Route::Asset("style.css".to_owned())).outcome;
    let path = THEME.assets()["style.css"].path.clone();
    assert!(
        path.starts_with("/assets/style-")
            && path.ends_with(".css")
            && path.len() == "/assets/style-0123456789ab.css".len()
    );
    assert_eq!(
        outcome,
        Outcome::Asset {
            path: path.clone(),
            name: "style.css".to_owned()
        }
    );
    assert!(coalition().html(&Route::Home(locale("en"))).contains(&path));
}

#[test]
fn fragments_stand_at_their_names() {
    for fragment in route::Fragment::ALL {
        let page = coalition().page(&Route::Fragment(fragment, locale("fr")));
        assert_eq!(page.path, fragment.name(locale("fr")));
        assert!(page.fragments.is_empty());
    }
}
