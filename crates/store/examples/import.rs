//! Measures the store at the size of a large import: 10,000 entries in three languages in one transaction, then the
//! reads that a press makes of them.
//!
//! `cargo run --release -p store --example import -- [LOCATION] [ENTRIES]`; without a location it uses a new SQLite
//! file in the folder for temporary files. The store must be new.

use std::io::Write;
use std::time::Instant as Clock;

use content::body::{Block, BlockId, Body, Content, Inline};
use content::record::{Entry, Publication, Record};
use content::{Instant, Meta, Noun, Subject, Text};
use language::Locale;
use store::{AuditRow, EncodedBody, Location, NewRevision, Store};

const ENTRIES: usize = 10_000;
const LOCALES: [&str; 3] = ["en", "ar", "fr"];
/// Blocks of a body; with the words below about 6.5 KB of JSON.
const BLOCKS: usize = 14;
const WORDS: &str = "The ministers met in Rome and reviewed what the coalition had done since their last meeting. ";
const NOW: Instant = Instant(1_700_000_000_000);

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Outcome<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = std::env::temp_dir().join(format!("plenary-import-{}", std::process::id()));
    let location = match arguments.next() {
        Some(location) => location,
        None => {
            std::fs::create_dir_all(&folder)?;
            format!("sqlite:{}", folder.join("store.db").display())
        }
    };
    let entries = arguments.next().map_or(Ok(ENTRIES), |count| count.parse())?;
    let store = Store::open(&Location::parse(&location)?)?;
    let revisions = revisions(entries)?;
    measure("import in one transaction", || import(&store, &revisions))?;
    measure("all records, 1,000 at a time", || read_records(&store))?;
    measure("all records, one by one", || read_each(&store, &revisions))?;
    measure("all bodies", || read_bodies(&store, &revisions))?;
    measure("1,000 small transactions", || small_acts(&store, &revisions))?;
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    Ok(())
}

fn measure(what: &str, act: impl FnOnce() -> Outcome<usize>) -> Outcome<()> {
    let begin = Clock::now();
    let count = act()?;
    writeln!(
        std::io::stdout(),
        "{:>8.0} ms  {what} ({count})",
        begin.elapsed().as_secs_f64() * 1000.0
    )?;
    Ok(())
}

fn revisions(entries: usize) -> Outcome<Vec<NewRevision>> {
    let mut made = Vec::with_capacity(entries * LOCALES.len());
    for entry in 0..entries {
        let subject = Subject::new(Noun::Story, &format!("story-{entry:06}"))?;
        for locale in LOCALES {
            let text = text(entry, locale);
            made.push(NewRevision {
                subject: subject.clone(),
                locale: Locale::parse(locale)?,
                hash: text.hash(),
                body: EncodedBody::of(&text.body.written(), &text.pins())?,
                text,
                at: NOW,
                actor: "importer".to_owned(),
                origin: "files".to_owned(),
                note: String::new(),
                minor: false,
            });
        }
    }
    Ok(made)
}

fn text(entry: usize, locale: &str) -> Text {
    let block = |number: usize| Block {
        id: BlockId(format!("b{number:07}")),
        content: Content::Paragraph(vec![Inline::Text(format!("{entry} {number} {}", WORDS.repeat(5)))]),
    };
    Text {
        title: format!("Story {entry} as it is told in {locale}"),
        summary: WORDS.to_owned(),
        slug: format!("story-{entry:06}-{locale}"),
        body: Body {
            blocks: (0..BLOCKS).map(block).collect(),
        },
        ..Text::default()
    }
}

fn import(store: &Store, revisions: &[NewRevision]) -> Outcome<usize> {
    store.write(|tx| {
        for texts in revisions.chunks(LOCALES.len()) {
            let Some(first) = texts.first() else { continue };
            let entry = Entry {
                subject: first.subject.clone(),
                source: first.locale,
                meta: Meta::default(),
                texts: Default::default(),
            };
            tx.put_subject(&Record::Entry(entry))?;
            for revision in texts {
                let number = tx.add_revision(revision)?;
                let publication = Publication {
                    revision: number,
                    from: NOW,
                    until: None,
                    date: NOW,
                    ..Publication::default()
                };
                tx.add_publication(&revision.subject, revision.locale, &publication, "importer", NOW)?;
                tx.claim_address("stories", &revision.text.slug, &revision.subject)?;
            }
            tx.log_change(&first.subject, "import", "importer", NOW);
            tx.audit(&AuditRow {
                at: NOW,
                actor: "importer".to_owned(),
                act: "import".to_owned(),
                subject: Some(first.subject.clone()),
                detail: serde_json::json!({ "texts": texts.len() }),
            });
        }
        Ok(revisions.len())
    })
}

fn read_records(store: &Store) -> Outcome<usize> {
    store.read(|reader| {
        let mut count = 0;
        let mut after: Option<Subject> = None;
        loop {
            let records = reader.records_after(after.as_ref(), 1000)?;
            let Some(last) = records.last() else { return Ok(count) };
            count += records.len();
            after = Some(last.subject().clone());
        }
    })
}

fn read_each(store: &Store, revisions: &[NewRevision]) -> Outcome<usize> {
    store.read(|reader| {
        let mut count = 0;
        for revision in revisions.iter().step_by(LOCALES.len()) {
            count += usize::from(reader.record(&revision.subject)?.is_some());
        }
        Ok(count)
    })
}

fn read_bodies(store: &Store, revisions: &[NewRevision]) -> Outcome<usize> {
    store.read(|reader| {
        let mut count = 0;
        for revision in revisions {
            count += usize::from(reader.body(&revision.subject, revision.locale, 1)?.is_some());
        }
        Ok(count)
    })
}

fn small_acts(store: &Store, revisions: &[NewRevision]) -> Outcome<usize> {
    for revision in revisions.iter().take(1000) {
        store.write(|tx| -> Outcome<()> {
            tx.add_revision(revision)?;
            tx.log_change(&revision.subject, "revise", "editor", NOW);
            Ok(())
        })?;
    }
    Ok(revisions.len().min(1000))
}
