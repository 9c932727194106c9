//! A missing translation: the source is shown with a notice, or the entry is absent; one setting for all pages.

use content::Route;
use content::record::Missing;

use crate::world::cast::{coalition, subject};
use crate::world::{Memory, locale};

fn hiding() -> Memory {
    let mut world = coalition();
    world.site.missing = Missing::Hide;
    world.derive();
    world
}

#[test]
fn shown_in_the_source_language_with_a_notice() {
    let html = coalition().html(&Route::Entry(subject("story/training"), locale("fr")));
    assert!(html.contains("<p class=\"notice\">Ce texte n’est pas encore traduit."));
    assert!(
        html.contains("<link rel=\"canonical\" href=\"https://coalition.example/en/stories/training-centre-opened/\">")
    );
    assert!(
        !html.contains("<link rel=\"alternate\" hreflang"),
        "it is no translation"
    );
    assert!(html.contains("<a href=\"/en/stories/training-centre-opened/\" hreflang=\"en\""));
}

#[test]
fn true_translations_name_each_other_and_a_default() {
    let html = coalition().html(&Route::Entry(subject("story/rome"), locale("fr")));
    let alternates: Vec<&str> = html
        .lines()
        .filter(|line| line.starts_with("<link rel=\"alternate\" hreflang"))
        .collect();
    let base = "https://coalition.example";
    assert_eq!(
        alternates,
        [
            format!("<link rel=\"alternate\" hreflang=\"en\" href=\"{base}/en/stories/ministers-met-in-rome/\">"),
            format!("<link rel=\"alternate\" hreflang=\"fr\" href=\"{base}/fr/stories/les-ministres-%C3%A0-rome/\">"),
            format!(
                "<link rel=\"alternate\" hreflang=\"x-default\" href=\"{base}/en/stories/ministers-met-in-rome/\">"
            ),
        ]
    );
    assert!(html.contains(&format!(
        "<link rel=\"canonical\" href=\"{base}/fr/stories/les-ministres-%C3%A0-rome/\">"
    )));
}

#[test]
fn hidden_it_is_absent_and_the_switcher_goes_to_the_section() {
    let world = hiding();
    let route = |code: &str| Route::Entry(subject("story/training"), locale(code));
    assert_eq!(world.render(&route("fr")).outcome, render::Outcome::Absent);
    let html = world.html(&route("en"));
    assert!(html.contains("<a href=\"/fr/stories/\" hreflang=\"fr\""));
    assert!(!html.contains("<link rel=\"alternate\" hreflang"));
    assert!(!world.html(&Route::Feed(locale("fr"))).contains("Training"));
}

#[test]
fn hidden_items_leave_lists_and_their_pages() {
    let world = hiding();
    let list = content::List::Stories(locale("fr"));
    let html = world.html(&Route::List(list, locale("fr"), None));
    assert!(html.contains("Les ministres à Rome") && !html.contains("Training centre opened"));
}

#[test]
fn items_in_another_language_say_so_in_lists_and_feeds() {
    let world = coalition();
    let html = world.html(&Route::List(content::List::Stories(locale("ar")), locale("ar"), None));
    assert!(html.contains("<h2 lang=\"en\" dir=\"ltr\"><a href=\"/ar/stories/training-centre-opened/\">"));
    assert!(html.contains("<h2><a href=\"/ar/stories/%D8"));
    assert!(
        world
            .html(&Route::Feed(locale("ar")))
            .contains("<entry xml:lang=\"en\">")
    );
}
