//! What is sent for what is there: codings, validators, parts, headers.

use crate::site::{CSS, FILM, HTML, Site, lay};
use std::io::Read;

fn unzip(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    flate2::read::GzDecoder::new(bytes).read_to_end(&mut out).unwrap();
    out
}

fn unbrotli(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    brotli::Decompressor::new(bytes, 4096).read_to_end(&mut out).unwrap();
    out
}

#[test]
fn a_page_comes_joined_and_in_the_coding_that_was_asked_for() {
    let site = Site::open();
    let plain = site.get("/en/", &[]);
    assert_eq!((plain.status, plain.header("content-type")), (200, HTML));
    assert!(
        plain
            .text()
            .starts_with("<!doctype html><nav>Menu</nav><title>Coalition</title>")
    );
    assert_eq!(plain.header("content-encoding"), "");
    let brotli = site.get("/en/", &[("Accept-Encoding", "gzip, deflate, br")]);
    assert_eq!(
        (brotli.header("content-encoding"), unbrotli(&brotli.body)),
        ("br", plain.body.clone())
    );
    let gzip = site.get("/en/", &[("Accept-Encoding", "br;q=0"), ("Accept-Encoding", "gzip")]);
    assert_eq!(
        (gzip.header("content-encoding"), unzip(&gzip.body)),
        ("gzip", plain.body.clone())
    );
    let tags: std::collections::BTreeSet<_> = [&plain, &brotli, &gzip]
        .into_iter()
        .map(|reply| reply.header("etag").to_owned())
        .collect();
    assert_eq!(tags.len(), 3, "each coding has its own strong tag");
    for reply in [plain, brotli, gzip] {
        assert_eq!(reply.header("vary"), "accept-encoding");
        assert_eq!(reply.header("content-length"), reply.body.len().to_string());
        assert_eq!(reply.header("cache-control"), "no-cache");
        assert!(!reply.headers.contains_key("server") && !reply.headers.contains_key("set-cookie"));
        assert!(!reply.header("date").is_empty());
    }
}

#[test]
fn what_gains_nothing_is_not_compressed() {
    let site = Site::open();
    for path in ["/en/short/", FILM] {
        let reply = site.get(path, &[("Accept-Encoding", "br, gzip")]);
        assert_eq!(
            (reply.status, reply.header("content-encoding"), reply.header("vary")),
            (200, "", ""),
            "{path}"
        );
    }
}

#[test]
fn who_has_the_answer_gets_no_body() {
    let site = Site::open();
    for coding in ["identity", "gzip", "br"] {
        let accept = ("Accept-Encoding", coding);
        let whole = site.get("/en/", &[accept]);
        let tag = whole.header("etag");
        for list in [tag.to_owned(), format!("\"x\", W/{tag}"), "*".to_owned()] {
            let reply = site.get(
                "/en/",
                &[
                    accept,
                    ("If-None-Match", &list),
                    ("If-Modified-Since", "Sun, 06 Nov 1994 08:49:37 GMT"),
                ],
            );
            assert_eq!((reply.status, reply.body.len()), (304, 0), "{list}");
            for name in ["etag", "cache-control", "vary"] {
                assert_eq!(reply.header(name), whole.header(name));
            }
            assert!(!reply.headers.contains_key("content-length") && !reply.headers.contains_key("content-encoding"));
        }
        assert_eq!(site.get("/en/", &[accept, ("If-None-Match", "\"x\"")]), whole);
        assert_eq!(site.get("/en/", &[accept, ("If-Match", "\"x\"")]).status, 412);
        assert_eq!(site.get("/en/", &[accept, ("If-Match", tag)]).status, 200);
    }
    let tag = site.get("/en/404/", &[]).header("etag").to_owned();
    assert_eq!(
        (tag.as_str(), site.get("/en/404/", &[("If-None-Match", "*")]).status),
        ("", 404)
    );
}

#[test]
fn head_differs_from_get_by_its_body_only() {
    let site = Site::open();
    let date = |mut reply: crate::site::Reply| {
        reply.headers.remove("date");
        reply
    };
    for path in ["/en/", CSS, FILM, "/en/old", "/en/nowhere", "/", "/ar/withdrawn/"] {
        let get = date(site.get(path, &[("Accept-Encoding", "gzip")]));
        let head = date(site.ask("HEAD", path, &[("Accept-Encoding", "gzip")]));
        assert_eq!(
            (head.status, &head.headers, head.body.len()),
            (get.status, &get.headers, 0),
            "{path}"
        );
    }
}

#[test]
fn a_flip_moves_the_validator_of_what_changed_and_of_nothing_else() {
    let site = Site::open();
    let tags = || ["/en/", "/ar/", "/en/short/"].map(|path| site.get(path, &[]).header("etag").to_owned());
    let before = tags();
    let next = site.publish(|draft| lay(draft, "~menu/en", 200, HTML, b"<nav>New menu</nav>"));
    assert_eq!(tags(), before, "not shown yet");
    site.editions.set(next.clone());
    let after = tags();
    assert_eq!(site.editions.current().unwrap().number(), next.number());
    assert!(site.get("/en/", &[]).text().contains("New menu"));
    assert_ne!(before[0], after[0]);
    assert_eq!(before[1..], after[1..]);
}

#[test]
fn a_film_comes_in_parts() {
    let site = Site::open();
    let whole = site.get(FILM, &[]);
    assert_eq!((whole.header("accept-ranges"), whole.body.len()), ("bytes", 2000));
    let part = site.get(FILM, &[("Range", "bytes=100-199")]);
    assert_eq!(
        (part.status, part.header("content-range"), part.body.as_slice()),
        (206, "bytes 100-199/2000", &whole.body[100..200])
    );
    assert_eq!(site.get(FILM, &[("Range", "bytes=-10")]).body, whole.body[1990..]);
    let outside = site.get(FILM, &[("Range", "bytes=2000-")]);
    assert_eq!((outside.status, outside.header("content-range")), (416, "bytes */2000"));
    assert_eq!(
        site.get(FILM, &[("Range", "bytes=0-3"), ("If-Range", whole.header("etag"))])
            .status,
        206
    );
    assert_eq!(
        site.get(FILM, &[("Range", "bytes=0-3"), ("If-Range", "\"old\"")])
            .status,
        200
    );
    assert_eq!(
        site.get("/en/", &[("Range", "bytes=0-3")]).status,
        200,
        "pages are not cut"
    );
}

#[test]
fn a_film_larger_than_memory_should_hold_comes_piece_by_piece() {
    let site = Site::open();
    let film: Vec<u8> = (0..3_000_000u32).map(|n| (n / 251) as u8).collect();
    site.editions
        .set(site.publish(|draft| lay(draft, "/media/long.mp4", 200, "video/mp4", &film)));
    let whole = site.get("/media/long.mp4", &[]);
    assert_eq!((whole.header("content-length"), whole.body == film), ("3000000", true));
    let part = site.get("/media/long.mp4", &[("Range", "bytes=1000000-1999999")]);
    assert_eq!(
        (
            part.status,
            part.header("content-length"),
            part.body == film[1_000_000..2_000_000]
        ),
        (206, "1000000", true)
    );
    assert_eq!(
        site.ask("HEAD", "/media/long.mp4", &[]).header("content-length"),
        "3000000"
    );
}

#[test]
fn fingerprinted_assets_are_kept_for_a_year() {
    let site = Site::open();
    assert_eq!(
        site.get(CSS, &[]).header("cache-control"),
        "public, max-age=31536000, immutable"
    );
    assert_eq!(site.get("/assets/none.css", &[]).header("cache-control"), "no-cache");
}

#[test]
fn documents_are_guarded_and_nothing_sets_a_cookie() {
    let site = Site::open();
    for path in ["/en/", "/en/nowhere", "/", "/en/feed.xml", "/en//", "/%00"] {
        let reply = site.get(path, &[]);
        assert!(
            reply.header("content-security-policy").contains("default-src 'none'"),
            "{path}"
        );
        assert_eq!(
            (reply.header("x-frame-options"), reply.header("x-content-type-options")),
            ("DENY", "nosniff"),
            "{path}"
        );
    }
    let asset = site.get(CSS, &[]);
    assert_eq!(
        (
            asset.header("x-content-type-options"),
            asset.header("content-security-policy")
        ),
        ("nosniff", "")
    );
    let moved = site.get("/en/old", &[]);
    assert_eq!(
        (moved.status, moved.header("location"), moved.header("set-cookie")),
        (301, "/ar/stories/%D8%A7/", "")
    );
}

#[test]
fn old_and_proxied_requests_are_answered() {
    let site = Site::open();
    assert_eq!(site.say("GET /en/ HTTP/1.0\r\n\r\n").status, 200);
    assert_eq!(
        site.say("GET http://site.example/en/ HTTP/1.1\r\nHost: site.example\r\nConnection: close\r\n\r\n")
            .status,
        200
    );
    assert_eq!(
        site.say("GET /en/ HTTP/1.1\r\nConnection: close\r\n\r\n").status,
        400,
        "HTTP/1.1 asks for a host"
    );
    let two =
        "GET /en/short/ HTTP/1.1\r\nHost: a\r\n\r\nGET /en/short/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    assert_eq!(
        site.say(two).text().matches("short").count(),
        2,
        "the second answer stands behind the first"
    );
}
