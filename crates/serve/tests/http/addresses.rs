//! Which address leads where: languages, redirects, error pages, and what leads nowhere.

use crate::site::{HTML, Site, lay};
use proptest::prelude::*;

#[test]
fn the_bare_host_leads_to_the_home_page_in_the_visitors_language() {
    let site = Site::open();
    for (languages, home) in [
        ("ar-IQ, en;q=0.5", "/ar/"),
        ("en, ar;q=0.9", "/en/"),
        ("de", "/en/"),
        ("ar;q=0", "/en/"),
    ] {
        let reply = site.get("/", &[("Accept-Language", languages)]);
        assert_eq!((reply.status, reply.header("location")), (303, home), "{languages}");
        assert_eq!(
            (reply.header("vary"), reply.header("cache-control")),
            ("accept-language", "no-cache")
        );
    }
    assert_eq!(site.get("/", &[]).header("location"), "/en/");
    let edition = site.publish(|draft| lay(draft, "/", 200, HTML, b"one home for all"));
    site.editions.set(edition);
    assert_eq!(site.get("/", &[]).text(), "one home for all");
}

#[test]
fn an_unknown_address_shows_the_error_page_of_its_locale() {
    let site = Site::open();
    for (path, languages, text, vary) in [
        ("/ar/nowhere", "en", "nothing ar", "accept-encoding"),
        ("/en/a/b/", "ar", "nothing en", "accept-encoding"),
        ("/nowhere", "ar", "nothing ar", "accept-encoding, accept-language"),
        ("/nowhere/", "", "nothing en", "accept-encoding, accept-language"),
        ("/~menu/en", "", "nothing en", "accept-encoding, accept-language"),
        ("/~site", "", "nothing en", "accept-encoding, accept-language"),
    ] {
        let reply = site.get(path, &[("Accept-Language", languages)]);
        assert_eq!((reply.status, reply.header("vary")), (404, vary), "{path}");
        assert!(reply.text().contains(text) && reply.text().contains("<nav>"), "{path}");
    }
}

#[test]
fn what_was_withdrawn_says_so() {
    let site = Site::open();
    let reply = site.get("/ar/withdrawn/", &[]);
    assert_eq!((reply.status, reply.header("cache-control")), (410, "no-cache"));
    assert!(reply.text().contains("withdrawn ar"));
}

#[test]
fn a_site_without_error_pages_still_answers() {
    let site = Site::open_empty(serve::Limits::default());
    site.editions
        .set(site.publish(|draft| lay(draft, "/page", 200, HTML, b"page")));
    assert_eq!(site.get("/page", &[]).text(), "page");
    assert_eq!(site.get("/nowhere", &[]).text(), "404 Not Found\n");
    assert_eq!(site.get("/", &[]).status, 404);
}

#[test]
fn each_page_has_one_address() {
    let site = Site::open();
    for (path, location) in [
        ("/en", "/en/"),
        (
            "/ar/stories/%D8%A7%D8%AC%D8%AA%D9%85%D8%A7%D8%B9?a=1&b=%20",
            "/ar/stories/%D8%A7%D8%AC%D8%AA%D9%85%D8%A7%D8%B9/?a=1&b=%20",
        ),
        ("//en//", "/en/"),
        ("//evil.example/", "/evil.example/"),
    ] {
        let reply = site.get(path, &[]);
        assert_eq!((reply.status, reply.header("location")), (308, location), "{path}");
    }
    let story = site.get("/ar/stories/%d8%a7%D8%AC%D8%AA%D9%85%D8%A7%D8%B9/?from=feed", &[]);
    assert_eq!(story.status, 200);
    assert_eq!(
        site.get("/ar/stories/اجتماع/", &[]).body,
        story.body,
        "unescaped letters are understood too"
    );
}

#[test]
fn no_address_leads_out_of_the_edition() {
    let site = Site::open();
    for path in [
        "/../../etc/passwd",
        "/%2e%2e/etc/passwd",
        "/..%2f..%2fetc%2fpasswd",
        "/%00",
        "/\\..\\etc",
        "/en/./",
        "/%ff",
        "/%",
        "/en%2F",
    ] {
        assert_eq!(site.get(path, &[]).status, 400, "{path}");
    }
    for path in ["~site", "~menu/en", "*"] {
        assert_eq!(site.get(path, &[]).status, 400, "{path}");
    }
    assert_eq!(site.get(&format!("/{}", "a".repeat(5000)), &[]).status, 414);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn any_address_is_answered(path in "/([a-z~./\\\\]|%[0-9a-fA-F]{2}|//|اج){0,12}") {
        thread_local!(static SITE: Site = Site::open());
        let status = SITE.with(|site| site.get(&path, &[]).status);
        prop_assert!([303, 308, 400, 404].contains(&status), "{} for {}", status, path);
    }
}
