//! A small site in two locales, a server for it, and a visitor who speaks raw HTTP.

use edition::{Draft, Durability, Edition, Insert, Library, Record, SITE_PATH, SiteLocale, SiteTable};
use serve::{EditionHandle, Limits, ServeOptions, Server};
use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

pub(crate) const HTML: &str = "text/html; charset=utf-8";
pub(crate) const CSS: &str = "/assets/site-0a1b.css";
pub(crate) const FILM: &str = "/media/film.mp4";

/// A running server with its library; stops when dropped.
pub(crate) struct Site {
    pub(crate) address: SocketAddr,
    pub(crate) library: Library,
    pub(crate) editions: EditionHandle,
    stop: Option<tokio::sync::oneshot::Sender<()>>,
    thread: Option<std::thread::JoinHandle<serve::Result<()>>>,
    _dir: tempfile::TempDir,
}

impl Site {
    /// Serves the small site.
    pub(crate) fn open() -> Site {
        let site = Site::open_empty(Limits::default());
        let edition = site.publish(lay_site);
        site.editions.set(edition);
        site
    }

    /// Serves without an edition.
    pub(crate) fn open_empty(limits: Limits) -> Site {
        let dir = tempfile::tempdir().unwrap();
        let library = Library::open(dir.path(), Durability::Relaxed).unwrap();
        let options = ServeOptions {
            limits,
            ..ServeOptions::new("127.0.0.1:0".parse().unwrap())
        };
        let server = Server::bind(options).unwrap();
        let (address, editions) = (server.local_addr(), EditionHandle::new());
        let (stop, stopped) = tokio::sync::oneshot::channel();
        let shown = editions.clone();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_multi_thread()
                .worker_threads(2)
                .enable_all()
                .build()
                .unwrap();
            runtime.block_on(server.run(shown, async { drop(stopped.await) }))
        });
        Site {
            address,
            library,
            editions,
            stop: Some(stop),
            thread: Some(thread),
            _dir: dir,
        }
    }

    /// Commits and publishes what `change` does on top of the newest edition.
    pub(crate) fn publish(&self, change: impl FnOnce(&mut Draft)) -> Edition {
        let mut draft = self.library.draft(self.library.latest().as_ref());
        change(&mut draft);
        draft.commit_and_publish(0, "test").unwrap()
    }

    pub(crate) fn get(&self, path: &str, headers: &[(&str, &str)]) -> Reply {
        self.ask("GET", path, headers)
    }

    pub(crate) fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Reply {
        let headers: String = headers
            .iter()
            .map(|(name, value)| format!("{name}: {value}\r\n"))
            .collect();
        self.say(&format!(
            "{method} {path} HTTP/1.1\r\nHost: site.example\r\nConnection: close\r\n{headers}\r\n"
        ))
    }

    /// Sends `text` and reads until the server closes.
    pub(crate) fn say(&self, text: &str) -> Reply {
        let mut stream = self.connect();
        stream.write_all(text.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        Reply::parse(&bytes).unwrap_or_else(|| panic!("no answer: {:?}", String::from_utf8_lossy(&bytes)))
    }

    pub(crate) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        stream
    }

    /// Stops the server and waits for its end.
    pub(crate) fn stop(&mut self) -> serve::Result<()> {
        drop(self.stop.take());
        self.thread.take().map_or(Ok(()), |thread| thread.join().unwrap())
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.stop().unwrap();
    }
}

/// An answer as it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    /// Names in lower case; several lines of one header joined.
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }

    fn parse(bytes: &[u8]) -> Option<Reply> {
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
        let head = String::from_utf8(bytes[..end].to_vec()).ok()?;
        let mut lines = head.split("\r\n");
        let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
        let mut headers: BTreeMap<String, String> = BTreeMap::new();
        for (name, value) in lines.filter_map(|line| line.split_once(": ")) {
            let joined = headers.entry(name.to_ascii_lowercase()).or_default();
            joined.push_str(if joined.is_empty() { "" } else { ", " });
            joined.push_str(value);
        }
        Some(Reply {
            status,
            headers,
            body: bytes[end + 4..].to_vec(),
        })
    }
}

/// Lays bytes of any type and status.
pub(crate) fn lay(draft: &mut Draft, path: &str, status: u16, content_type: &str, bytes: &[u8]) {
    let hash = draft.put(bytes).unwrap();
    draft
        .set(path, &Record::plain(status, content_type, hash, bytes.len() as u32))
        .unwrap();
}

/// Lays a page that begins with the menu of its locale.
pub(crate) fn lay_page(draft: &mut Draft, path: &str, status: u16, text: &str) {
    let text = format!("<!doctype html><title>{text}</title><p>{}</p>", text.repeat(60));
    let hash = draft.put(text.as_bytes()).unwrap();
    let mut record = Record::plain(status, HTML, hash, text.len() as u32);
    record.fragments.push(Insert {
        at: 15,
        name: format!("~menu/{}", path.get(1..3).unwrap()),
    });
    draft.set(path, &record).unwrap();
}

fn lay_site(draft: &mut Draft) {
    for (code, menu, text) in [("en", "Menu", "Coalition"), ("ar", "قائمة", "التحالف")] {
        lay(
            draft,
            &format!("~menu/{code}"),
            200,
            HTML,
            format!("<nav>{menu}</nav>").as_bytes(),
        );
        lay_page(draft, &format!("/{code}/"), 200, text);
        lay_page(draft, &format!("/{code}/404/"), 404, &format!("nothing {code}"));
        lay_page(draft, &format!("/{code}/410/"), 410, &format!("withdrawn {code}"));
    }
    lay_page(draft, "/ar/stories/اجتماع/", 200, "اجتماع");
    lay(draft, "/ar/withdrawn/", 410, HTML, b"");
    lay(draft, "/en/short/", 200, HTML, b"short");
    lay(
        draft,
        "/en/feed.xml",
        200,
        "application/atom+xml",
        "<feed/>".repeat(100).as_bytes(),
    );
    lay(draft, CSS, 200, "text/css", "a{color:inherit}".repeat(40).as_bytes());
    lay(
        draft,
        FILM,
        200,
        "video/mp4",
        &(0..=255).cycle().take(2000).collect::<Vec<u8>>(),
    );
    let empty = draft.put(b"").unwrap();
    let mut moved = Record::plain(301, "", empty, 0);
    moved
        .headers
        .push(("location".to_owned(), "/ar/stories/%D8%A7/".to_owned()));
    moved.headers.push(("set-cookie".to_owned(), "id=1".to_owned()));
    draft.set("/en/old", &moved).unwrap();
    let locale = |code: &str, direction: &str| SiteLocale {
        code: code.to_owned(),
        direction: direction.to_owned(),
        home: format!("/{code}/"),
        not_found: format!("/{code}/404/"),
        gone: format!("/{code}/410/"),
        search: format!("/{code}/search/"),
    };
    let table = SiteTable {
        default: "en".to_owned(),
        address: "https://coalition.example".to_owned(),
        locales: vec![locale("en", "ltr"), locale("ar", "rtl")],
    };
    lay(
        draft,
        SITE_PATH,
        200,
        SiteTable::CONTENT_TYPE,
        &table.to_bytes().unwrap(),
    );
}
