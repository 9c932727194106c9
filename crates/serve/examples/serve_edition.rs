//! Serves the public edition of a directory: `serve_edition DIRECTORY [ADDRESS]`. An empty directory gets a small site
//! to try the server with.

use edition::{Draft, Durability, Edition, Insert, Library, Record, SITE_PATH, SiteLocale, SiteTable};
use serve::{EditionHandle, ServeOptions, Server};
use std::error::Error;
use std::path::PathBuf;

const DEFAULT_ADDRESS: &str = "127.0.0.1:8080";
const HTML: &str = "text/html; charset=utf-8";
const STYLE: &str = "/assets/site-3f2a.css";

fn main() -> Result<(), Box<dyn Error>> {
    tracing_subscriber::fmt().with_writer(std::io::stderr).init();
    let mut arguments = std::env::args().skip(1);
    let directory = PathBuf::from(arguments.next().ok_or("usage: serve_edition DIRECTORY [ADDRESS]")?);
    let address = arguments.next().unwrap_or_else(|| DEFAULT_ADDRESS.to_owned()).parse()?;
    let library = Library::open(&directory, Durability::Full)?;
    let edition = library.head().map_or_else(|| small_site(&library), Ok)?;
    let server = Server::bind(ServeOptions {
        try_next_ports: 10,
        ..ServeOptions::new(address)
    })?;
    tracing::info!(edition = edition.number(), "serving http://{}/", server.local_addr());
    let editions = EditionHandle::new();
    editions.set(edition);
    let runtime = tokio::runtime::Runtime::new()?;
    runtime.block_on(server.run(editions, async { drop(tokio::signal::ctrl_c().await) }))?;
    Ok(())
}

fn small_site(library: &Library) -> Result<Edition, edition::Error> {
    let mut draft = library.draft(None);
    lay(
        &mut draft,
        STYLE,
        200,
        "text/css; charset=utf-8",
        &"main{max-inline-size:60ch;margin-inline:auto}\n".repeat(8),
        &[],
    )?;
    lay(
        &mut draft,
        "~menu/en",
        200,
        HTML,
        "<nav><a href=\"/en/\">Home</a></nav>",
        &[],
    )?;
    let page = |title: &str| {
        format!(
            "<!doctype html><html lang=\"en\" dir=\"ltr\"><head><meta charset=\"utf-8\"><title>{title}</title>\
             <meta name=\"viewport\" content=\"width=device-width\"><link rel=\"stylesheet\" href=\"{STYLE}\"></head>\
             <body><main><h1>{title}</h1><p>A coalition speaks with one voice, in several languages.</p></main></body></html>"
        )
    };
    for (path, status, title) in [
        ("/en/", 200, "Coalition"),
        ("/en/404/", 404, "Nothing here"),
        ("/en/410/", 410, "Withdrawn"),
    ] {
        let text = page(title);
        let at = text.find("<main>").and_then(|at| u32::try_from(at).ok()).unwrap_or(0);
        lay(&mut draft, path, status, HTML, &text, &[(at, "~menu/en")])?;
    }
    let english = SiteLocale {
        code: "en".to_owned(),
        direction: "ltr".to_owned(),
        home: "/en/".to_owned(),
        not_found: "/en/404/".to_owned(),
        gone: "/en/410/".to_owned(),
        search: String::new(),
    };
    let table = SiteTable {
        default: "en".to_owned(),
        address: "https://coalition.example".to_owned(),
        locales: vec![english],
    };
    lay(
        &mut draft,
        SITE_PATH,
        200,
        SiteTable::CONTENT_TYPE,
        &String::from_utf8_lossy(&table.to_bytes()?),
        &[],
    )?;
    draft.commit_and_publish(0, "a small site to try the server with")
}

fn lay(
    draft: &mut Draft,
    path: &str,
    status: u16,
    media: &str,
    text: &str,
    inserts: &[(u32, &str)],
) -> Result<(), edition::Error> {
    let hash = draft.put(text.as_bytes())?;
    let mut record = Record::plain(status, media, hash, u32::try_from(text.len()).unwrap_or(u32::MAX));
    record.fragments = inserts
        .iter()
        .map(|(at, name)| Insert {
            at: *at,
            name: (*name).to_owned(),
        })
        .collect();
    draft.set(path, &record)
}
