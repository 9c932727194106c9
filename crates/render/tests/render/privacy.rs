//! The page about what the site does with those who read it.

use content::{Noun, Route};

use crate::world::Memory;
use crate::world::cast::coalition;
use crate::world::locale;

fn page(world: &Memory, code: &str) -> String {
    world.html(&Route::Privacy(locale(code)))
}

#[test]
fn it_says_what_is_so_and_nothing_else() {
    let html = page(&coalition(), "en");
    assert!(html.contains("<li>No cookie is set: there is nothing to accept or to refuse.</li>"));
    assert!(html.contains("<li>A small script of this server") && !html.contains("The pages hold no scripts."));
    assert!(html.contains("What members said elsewhere has been copied here"));
    let mut silent = coalition();
    silent.records.retain(|subject, _| subject.noun() != Noun::Post);
    silent.derive();
    assert!(!page(&silent, "en").contains("What members said elsewhere"));
}

#[test]
fn every_footer_leads_to_it() {
    for code in ["en", "ar", "fr"] {
        let footer = coalition().html(&Route::Fragment(content::route::Fragment::Footer, locale(code)));
        assert!(footer.contains(&format!("href=\"/{code}/privacy/\"")), "{footer}");
        assert!(page(&coalition(), code).contains("<h1>"));
    }
}
