//! What visitors who mean no good can reach: nothing.

use crate::site::{Reply, Site, lay};
use serve::{Limits, ServeOptions, Server};
use std::io::{Read, Write};
use std::time::{Duration, Instant};

const HTTP: &str = "HTTP/1.1\r\nHost: a\r\nConnection: close\r\n";

#[test]
fn only_reading_is_allowed_and_bodies_are_refused() {
    let site = Site::open();
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "BREW"] {
        let reply = site.ask(method, "/en/", &[]);
        assert_eq!((reply.status, reply.header("allow")), (405, "GET, HEAD"), "{method}");
    }
    assert_eq!(
        site.say(&format!("GET /en/ {HTTP}Content-Length: 5\r\n\r\nhello"))
            .status,
        413
    );
    assert_eq!(
        site.say(&format!("GET /en/ {HTTP}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"))
            .status,
        413
    );
    let endless = "POST /en/ HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999\r\n\r\n";
    let started = Instant::now();
    assert_eq!(site.say(endless).status, 405);
    assert!(
        started.elapsed() < Duration::from_secs(5),
        "the server does not wait for the body"
    );
}

#[test]
fn without_an_edition_visitors_are_asked_to_come_back() {
    let site = Site::open_empty(Limits::default());
    let reply = site.get("/en/", &[]);
    assert_eq!(
        (reply.status, reply.header("retry-after"), reply.header("cache-control")),
        (503, "2", "no-store")
    );
}

#[test]
fn large_headers_are_refused() {
    let site = Site::open();
    assert_eq!(site.get("/en/", &[("X", &"a".repeat(20_000))]).status, 431);
    let many: Vec<(&str, &str)> = vec![("X", "a"); 200];
    assert_eq!(site.get("/en/", &many).status, 431);
    assert_eq!(site.get("/en/", &[("X", &"a".repeat(8_000))]).status, 200);
}

fn quick() -> Limits {
    Limits {
        header_timeout: Duration::from_millis(400),
        grace: Duration::from_millis(600),
        ..Limits::default()
    }
}

/// Reads until the server closes, and returns what came and how long it took.
fn drain(mut stream: std::net::TcpStream) -> (Vec<u8>, Duration) {
    let started = Instant::now();
    let mut bytes = Vec::new();
    // A reset is a closed connection, too.
    let _ = stream.read_to_end(&mut bytes);
    (bytes, started.elapsed())
}

#[test]
fn slow_and_idle_visitors_are_cut_off() {
    let site = Site::open_empty(quick());
    let mut slow = site.connect();
    let dripping = std::thread::spawn({
        let mut slow = slow.try_clone().unwrap();
        move || {
            (0..100).all(|_| {
                std::thread::sleep(Duration::from_millis(50));
                slow.write_all(b"X").is_ok()
            })
        }
    });
    slow.write_all(b"GET /en/ HTTP/1.1\r\n").unwrap();
    assert!(drain(slow).1 < Duration::from_secs(3));
    assert!(!dripping.join().unwrap());

    let mut idle = site.connect();
    idle.write_all(b"GET /en/ HTTP/1.1\r\nHost: a\r\n\r\n").unwrap();
    let (bytes, elapsed) = drain(idle);
    assert!(
        bytes.starts_with(b"HTTP/1.1 503") && elapsed < Duration::from_secs(3),
        "answered, then cut off when idle"
    );
}

#[test]
fn further_connections_wait_for_their_turn() {
    let site = Site::open_empty(Limits {
        max_connections: 2,
        ..quick()
    });
    let held = [site.connect(), site.connect()];
    std::thread::sleep(Duration::from_millis(50));
    let started = Instant::now();
    assert_eq!(site.get("/en/", &[]).status, 503);
    assert!(
        started.elapsed() > Duration::from_millis(150),
        "{:?}",
        started.elapsed()
    );
    drop(held);
}

#[test]
fn many_visitors_at_once_get_the_same_answer() {
    let site = Site::open();
    let replies: Vec<Reply> = std::thread::scope(|scope| {
        let ask = || site.get("/ar/", &[("Accept-Encoding", "br")]);
        let visitors: Vec<_> = (0..40).map(|_| scope.spawn(ask)).collect();
        visitors.into_iter().map(|visitor| visitor.join().unwrap()).collect()
    });
    assert!(
        replies
            .iter()
            .all(|reply| reply.status == 200 && reply.body == replies[0].body)
    );
}

#[test]
fn answers_larger_than_the_cache_are_still_sent() {
    let site = Site::open_empty(Limits {
        max_body_bytes: 10_000,
        max_pages: 4,
        ..Limits::default()
    });
    let bytes = |n: u8| vec![n; 9_000];
    site.editions.set(site.publish(|draft| {
        (0..20).for_each(|n| lay(draft, &format!("/media/{n}.png"), 200, "image/png", &bytes(n)));
    }));
    for n in (0..20).chain(0..20) {
        assert_eq!(site.get(&format!("/media/{n}.png"), &[]).body, bytes(n));
    }
}

#[test]
fn an_unreadable_edition_tells_nothing_of_the_inside() {
    let site = Site::open();
    let packs = site.library.dir().join("packs");
    for file in std::fs::read_dir(packs).unwrap() {
        let path = file.unwrap().path();
        let zeros = vec![0; std::fs::metadata(&path).unwrap().len() as usize];
        std::fs::OpenOptions::new()
            .write(true)
            .open(&path)
            .unwrap()
            .write_all(&zeros)
            .unwrap();
    }
    let reply = site.get("/en/", &[]);
    assert_eq!(
        (reply.status, reply.text().as_str(), reply.header("cache-control")),
        (500, "500 Internal Server Error\n", "no-store")
    );
}

#[test]
fn a_taken_port_is_told_or_passed_over() {
    let first = Server::bind(ServeOptions::new("127.0.0.1:0".parse().unwrap())).unwrap();
    let again = ServeOptions::new(first.local_addr());
    let error = Server::bind(again.clone()).unwrap_err().to_string();
    assert!(error.contains(&first.local_addr().to_string()), "{error}");
    let next = Server::bind(ServeOptions {
        try_next_ports: 20,
        ..again
    })
    .unwrap();
    assert!((1..=20).contains(&(next.local_addr().port() - first.local_addr().port())));
}

#[test]
fn stopping_waits_for_answers_but_not_for_idle_visitors() {
    let mut site = Site::open_empty(Limits {
        grace: Duration::from_secs(5),
        ..Limits::default()
    });
    let mut idle = site.connect();
    idle.write_all(b"GET /en/ HTTP/1.1\r\nHost: a\r\n\r\n").unwrap();
    let mut first = [0; 12];
    idle.read_exact(&mut first).unwrap();
    let started = Instant::now();
    site.stop().unwrap();
    assert!(started.elapsed() < Duration::from_secs(2), "{:?}", started.elapsed());
    assert!(std::net::TcpStream::connect(site.address).is_err());
}
