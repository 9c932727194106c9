//! The search page's pattern, what the theme marks for the search, and the page on who can use the site.

use content::Route;
use content::route::Fragment;

use crate::world::Memory;
use crate::world::cast::{coalition, subject};
use crate::world::locale;

fn search(world: &Memory, code: &str) -> String {
    world.html(&Route::Search(locale(code)))
}

#[test]
fn the_search_page_holds_a_pattern_with_all_states_and_matching_marks() {
    for code in ["en", "ar", "fr"] {
        let html = search(&coalition(), code);
        for state in [
            "still", "title", "digits", "small", "page", "empty", "long", "building", "nothing", "found", "result",
        ] {
            let (open, close) = (format!("<!--search:{state}-->"), format!("<!--/search:{state}-->"));
            assert_eq!(
                (html.matches(&open).count(), html.matches(&close).count()),
                (1, 1),
                "{code} {state}"
            );
        }
        assert_eq!(html.matches("<template data-search>").count(), 1);
        assert!(html.contains(&format!(
            "<form class=\"search\" role=\"search\" action=\"/{code}/search/\" method=\"get\">"
        )));
        assert!(html.contains("<label for=\"q\">") && html.contains("value=\"<!--search:=query-->\""));
        assert!(html.contains("<meta name=\"robots\" content=\"noindex, follow\">"));
        assert!(html.contains("hreflang=\"fr\""));
    }
}

#[test]
fn what_is_searched_is_marked() {
    let html = coalition().html(&Route::Entry(subject("story/rome"), locale("ar")));
    assert!(html.contains("<h1 data-search=\"title\" lang=\"en\" dir=\"ltr\">Ministers met in Rome</h1>"));
    assert!(html.contains("<p class=\"meta\" data-search=\"date\">"));
    assert!(!html.contains("data-search=\"body\""), "only statements are read whole");
}

#[test]
fn every_page_leads_to_the_search_and_the_sitemap_does_not() {
    for code in ["en", "ar", "fr"] {
        for fragment in [Fragment::Masthead, Fragment::Footer] {
            let html = coalition().html(&Route::Fragment(fragment, locale(code)));
            assert!(html.contains(&format!("href=\"/{code}/search/\"")), "{html}");
        }
        let lost = coalition().html(&Route::NotFound(locale(code)));
        assert!(lost.contains(&format!("action=\"/{code}/search/\"")));
    }
    let map = coalition().html(&Route::Sections);
    assert!(!map.contains("/search/") && map.contains("/en/accessibility/"));
}

#[test]
fn the_page_on_accessibility_says_what_is_so_and_whom_to_tell() {
    let page = |world: &Memory| world.html(&Route::Accessibility(locale("en")));
    let mut world = coalition();
    assert!(page(&world).contains("has not named an address"));
    assert!(page(&world).contains("Posts of members are shown as they were written"));
    assert!(page(&world).contains("is shown in its source language"));
    world.site.contact = Some("mailto:help@example.org".to_owned());
    world.site.missing = content::record::Missing::Hide;
    world.records.retain(|subject, _| subject.noun() != content::Noun::Post);
    let world = Memory::new(world.site, "2023-01-15T12:00:00Z").with(world.records.into_values());
    let html = page(&world);
    assert!(
        html.contains("<a href=\"mailto:help@example.org\">Report a barrier</a>"),
        "{html}"
    );
    assert!(!html.contains("has not named an address") && !html.contains("Posts of members"));
    assert!(!html.contains("is shown in its source language"));
}
