//! "85 members", changed once, reads right on every page in every language.

use content::Route;

use crate::world::cast::{coalition, members_fact};
use crate::world::locale;

fn home_says(value: u64, code: &str) -> String {
    let html = coalition().with([members_fact(value)]).html(&Route::Home(locale(code)));
    let (_, tail) = html.split_once("<p id=\"b-block0\"").unwrap();
    let (_, tail) = tail.split_once("<span class=\"fact\">").unwrap();
    tail.split_once("</span>")
        .unwrap()
        .0
        .replace("<bdi>", "[")
        .replace("</bdi>", "]")
}

#[test]
fn arabic_has_six_forms() {
    let said = [85, 102, 3, 2, 1, 0].map(|value| home_says(value, "ar"));
    assert_eq!(
        said,
        ["[85] عضوًا", "[102] عضو", "[3] أعضاء", "عضوان", "عضو واحد", "لا أعضاء"]
    );
}

#[test]
fn english_and_french_have_theirs() {
    assert_eq!(
        [85, 1, 0].map(|value| home_says(value, "en")),
        ["[85] members", "[1] member", "[0] members"]
    );
    assert_eq!(
        [85, 1, 0].map(|value| home_says(value, "fr")),
        ["[85] membres", "[1] membre", "[0] membre"]
    );
}

#[test]
fn large_numbers_are_grouped() {
    assert_eq!(home_says(12_345, "en"), "[12,345] members");
}
