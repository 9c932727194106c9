//! Searching: what is found is what the edition that is served says, and nothing that it says no longer.

use crate::site::{HTML, Reply, Site, lay};
use edition::{Draft, SITE_PATH, SiteLocale, SiteTable};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// A search page as a theme may write it.
const PAGE: &str = "<!doctype html><title>Search</title><main><!--search:still-->still<!--/search:still-->\
    <template data-search><!--search:title--><!--search:=query--> | Search<!--/search:title--><!--search:page-->\
    <form action=\"/en/search/\"><input name=q value=\"<!--search:=query-->\"></form>\
    <!--search:empty-->ask<!--/search:empty--><!--search:long-->too long<!--/search:long-->\
    <!--search:building-->soon<!--/search:building--><!--search:nothing-->nothing<!--/search:nothing-->\
    <!--search:found--><b><!--search:=count--></b><!--search:result--><a href=\"<!--search:=href-->\"><!--search:=title--></a>\
    <!--/search:result--><!--/search:found--><!--/search:page--></template></main>";

fn lay_searched(draft: &mut Draft) {
    let locale = |code: &str| SiteLocale {
        code: code.to_owned(),
        direction: "ltr".to_owned(),
        home: format!("/{code}/"),
        not_found: format!("~not-found/{code}"),
        gone: format!("~gone/{code}"),
        search: format!("/{code}/search/"),
    };
    let table = SiteTable {
        default: "en".to_owned(),
        address: "https://coalition.example".to_owned(),
        locales: vec![locale("en"), locale("ar")],
    };
    let table = table.to_bytes().unwrap();
    lay(draft, SITE_PATH, 200, SiteTable::CONTENT_TYPE, &table);
    for code in ["en", "ar"] {
        lay(draft, &format!("/{code}/search/"), 200, HTML, PAGE.as_bytes());
    }
}

fn lay_entry(draft: &mut Draft, path: &str, title: &str, body: &str) {
    let html = format!(
        "<!doctype html><title>no</title><body data-section=\"statements\"><h1 data-search=\"title\">{title}</h1>\
         <div data-search=\"body\"><p id=\"b-1\">{body}</p></div>"
    );
    lay(draft, path, 200, HTML, html.as_bytes());
}

fn open() -> Site {
    let site = Site::open_empty(serve::Limits::default());
    let edition = site.publish(|draft| {
        lay_searched(draft);
        lay_entry(
            draft,
            "/en/statements/rome/",
            "Rome communiqué",
            "The members condemn the attack.",
        );
        lay_entry(draft, "/ar/statements/روما/", "بيان روما", "يدين الأعضاء الهجوم.");
        lay_entry(draft, "~en/statements/hidden/", "Rome hidden", "");
        lay(
            draft,
            "/en/statements/gone/",
            410,
            HTML,
            b"<h1 data-search=\"title\">Rome gone</h1>",
        );
        lay(
            draft,
            "/en/statements.txt",
            200,
            "text/plain",
            b"data-search=\"title\" Rome",
        );
    });
    site.editions.set(edition);
    site
}

/// Asks until the first index is there.
#[track_caller]
fn ask(site: &Site, query: &str) -> Reply {
    let begin = Instant::now();
    loop {
        let reply = site.get(&format!("/en/search/?{query}"), &[]);
        if reply.status != 503 {
            return reply;
        }
        assert_eq!(
            (reply.header("retry-after"), reply.header("cache-control")),
            ("2", "no-store")
        );
        assert!(reply.text().contains("soon"));
        assert!(begin.elapsed() < Duration::from_secs(20), "never ready");
    }
}

fn hrefs(reply: &Reply) -> Vec<String> {
    let html = reply.text();
    let parts = html.split("<a href=\"").skip(1);
    parts.map(|part| part.split('"').next().unwrap().to_owned()).collect()
}

#[test]
fn a_communique_is_found_in_the_language_of_the_page() {
    let site = open();
    assert_eq!(hrefs(&ask(&site, "q=communique")), ["/en/statements/rome/"]);
    assert_eq!(
        hrefs(&ask(&site, "q=%22condemn+the+attack%22")),
        ["/en/statements/rome/#b-1"]
    );
    assert_eq!(
        hrefs(&ask(&site, "q=rome")),
        ["/en/statements/rome/"],
        "neither fragments nor what is gone"
    );
    assert!(
        hrefs(&ask(&site, "q=%D8%B1%D9%88%D9%85%D8%A7")).is_empty(),
        "another language's index"
    );
    let arabic = site.get("/ar/search/?q=%D8%A7%D9%84%D8%A8%D9%8A%D8%A7%D9%86", &[]);
    assert_eq!(hrefs(&arabic), ["/ar/statements/%D8%B1%D9%88%D9%85%D8%A7/"]);
}

#[test]
fn an_answer_is_kept_by_nobody_and_guarded_like_every_page() {
    let site = open();
    let reply = ask(&site, "q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");
    assert_eq!(reply.status, 200);
    assert!(!reply.text().contains("<script"), "{}", reply.text());
    assert!(reply.text().contains("<title>&quot;&gt;&lt;script&gt;"));
    assert_eq!(
        (reply.header("cache-control"), reply.header("x-robots-tag")),
        ("no-store", "noindex")
    );
    assert!(
        reply
            .header("content-security-policy")
            .starts_with("default-src 'none'")
    );
    assert_eq!(reply.header("etag"), "");
    let packed = site.get("/en/search/?q=rome", &[("Accept-Encoding", "br")]);
    assert_eq!(
        (packed.header("content-encoding"), packed.header("vary")),
        ("br", "accept-encoding")
    );
    let head = site.ask("HEAD", "/en/search/?q=rome", &[]);
    let whole = site.get("/en/search/?q=rome", &[]);
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert_eq!(head.header("content-length"), whole.header("content-length"));
    assert_eq!(
        site.get("/en/search?q=rome", &[]).header("location"),
        "/en/search/?q=rome"
    );
    assert!(
        site.get("/en/search/", &[])
            .text()
            .contains("<main><form action=\"/en/search/\"><input name=q value=\"\"></form>ask</main>")
    );
}

#[test]
fn hostile_questions_get_a_clear_answer() {
    let site = open();
    ask(&site, "q=rome");
    let long = "a".repeat(10_000);
    let words = "a+".repeat(200);
    for (query, status, word) in [
        (format!("q={long}"), 400, "too long"),
        (format!("q={words}"), 400, "too long"),
        ("q=%FF%FE%C3".to_owned(), 200, "nothing"),
        ("q=%".to_owned(), 200, "nothing"),
        ("q=%00%01%0d%0a".to_owned(), 200, "ask"),
        ("q=%E2%80%AE%E2%81%A6rome".to_owned(), 200, "/en/statements/rome/"),
        ("q=%22%22%22".to_owned(), 200, "nothing"),
        (
            "q=rome&page=99999999999999999999".to_owned(),
            200,
            "/en/statements/rome/",
        ),
        ("q".to_owned(), 200, "ask"),
        ("&&&==&q=&%".to_owned(), 200, "ask"),
    ] {
        let reply = site.get(&format!("/en/search/?{query}"), &[]);
        assert_eq!(reply.status, status, "{query:.40}");
        assert!(reply.text().contains(word), "{query:.40}: {}", reply.text());
    }
}

#[test]
fn what_is_withdrawn_is_found_no_longer() {
    let site = open();
    assert_eq!(hrefs(&ask(&site, "q=rome")).len(), 1);
    let edition = site.publish(|draft| lay(draft, "/en/statements/rome/", 410, HTML, b""));
    site.editions.set(edition);
    for _ in 0..20 {
        assert_eq!(hrefs(&ask(&site, "q=rome")), Vec::<String>::new());
    }
}

#[test]
fn a_site_without_a_search_page_has_none() {
    let site = Site::open();
    assert_eq!(site.get("/en/search/?q=rome", &[]).status, 404);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn each_edition_is_searched_as_if_it_were_the_first(
        acts in prop::collection::vec(prop::collection::vec((0u8..5, prop::option::of(0u8..3)), 1..4), 1..6)
    ) {
        const WORDS: [&str; 3] = ["mosul", "raqqa", "basra"];
        let site = open();
        let mut expected: BTreeMap<String, &str> = BTreeMap::new();
        for edition in acts {
            let edition = site.publish(|draft| {
                for (number, word) in edition {
                    let path = format!("/en/stories/{number}/");
                    match word.and_then(|word| WORDS.get(usize::from(word))) {
                        Some(word) => {
                            lay_entry(draft, &path, word, "");
                            expected.insert(path, word);
                        }
                        None => {
                            draft.remove(&path).unwrap();
                            expected.remove(&path);
                        }
                    }
                }
            });
            site.editions.set(edition);
            for word in WORDS {
                let mut found = hrefs(&ask(&site, &format!("q={word}")));
                found.sort();
                let having = expected.iter().filter(|(_, title)| **title == word);
                prop_assert_eq!(found, having.map(|(path, _)| path.clone()).collect::<Vec<_>>());
            }
        }
    }
}
