//! What machines ask: sitemaps, robots, the site table, error pages, pictures, the theme's files.

use content::{Route, route};
use render::Outcome;

use crate::world::cast::{coalition, many_stories, subject};
use crate::world::{THEME, locale};

#[test]
fn the_index_names_each_month_once() {
    let xml = coalition().with(many_stories(100)).html(&Route::Sitemap);
    let maps: Vec<&str> = xml
        .split("<loc>https://coalition.example/")
        .skip(1)
        .filter_map(|tail| tail.split('<').next())
        .collect();
    let expected = [
        "sitemap-sections.xml",
        "sitemap-2023-01.xml",
        "sitemap-2022-12.xml",
        "sitemap-2022-11.xml",
        "sitemap-2022-06.xml",
        "sitemap-2021-12.xml",
        "sitemap-2021-06.xml",
        "sitemap-2020-02.xml",
        "sitemap-2020-01.xml",
    ];
    let without_december: Vec<&str> = expected
        .into_iter()
        .filter(|map| *map != "sitemap-2022-12.xml")
        .collect();
    assert_eq!(maps, without_december, "posts are no entries");
}

#[test]
fn a_month_holds_true_translations_with_their_alternates() {
    let xml = coalition().html(&Route::Month(2021, 6));
    assert_eq!(xml.matches("<url>").count(), 2);
    assert!(xml.contains("<loc>https://coalition.example/en/stories/ministers-met-in-rome/</loc>\n<lastmod>2021-06-28T16:00:00Z</lastmod>"));
    assert_eq!(xml.matches("hreflang=\"fr\"").count(), 2);
    assert!(!xml.contains("/ar/"));
    assert_eq!(coalition().render(&Route::Month(1999, 1)).outcome, Outcome::Absent);
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
fn a_picture_is_named_by_its_hash() {
    let outcome = coalition().render(&Route::Media(subject("media/bridge.png"))).outcome;
    let expected = Outcome::Media {
        path: "/media/bridge-0123456789ab.png".to_owned(),
        hash: "0123456789abcdef".to_owned(),
        content_type: "image/png".to_owned(),
    };
    assert_eq!(outcome, expected);
    assert_eq!(
        coalition().render(&Route::Media(subject("media/none.png"))).outcome,
        Outcome::Absent
    );
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
