//! Measures imports and exports at size: 10,000 stories in three languages into an empty store, the same again
//! unchanged, then with one story changed, and out again.
//!
//! `cargo run --release -p editorial --example folder -- [STORIES] [PARAGRAPHS]`

use std::io::Write;
use std::time::Instant as Clock;

use content::Instant;
use editorial::{Actor, Files, ImportOptions, export, import, translations};
use store::{Location, Store};

const STORIES: usize = 10_000;
const PARAGRAPHS: usize = 10;
const LOCALES: [&str; 3] = ["en", "ar", "fr"];
const WORDS: &str = "The ministers met in [Rome](member/italy) and reviewed what the coalition had *done* since then. ";
const NOW: Instant = Instant(1_700_000_000_000);

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Outcome<()> {
    let mut arguments = std::env::args().skip(1);
    let stories = arguments.next().map_or(Ok(STORIES), |count| count.parse())?;
    let paragraphs = arguments.next().map_or(Ok(PARAGRAPHS), |count| count.parse())?;
    let folder = std::env::temp_dir().join(format!("plenary-editorial-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let store = Store::open(&Location::parse(&format!(
        "sqlite:{}",
        folder.join("store.db").display()
    ))?)?;
    measure("fresh import", || take_in(&store, stories, paragraphs, ""))?;
    measure("the same again", || take_in(&store, stories, paragraphs, ""))?;
    measure("with one source changed", || {
        take_in(&store, stories, paragraphs, "More.")
    })?;
    measure("translations", || Ok(translations(&store, None)?.len()))?;
    measure("export", || {
        let mut bytes = 0;
        let mut count = |_: &str, file: &[u8]| {
            bytes += file.len();
            Ok(())
        };
        export(&store, &mut count, &|_| {})?;
        Ok(bytes)
    })?;
    std::fs::remove_dir_all(&folder)?;
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

/// Takes in all stories; the first one's source has something added.
fn take_in(store: &Store, stories: usize, paragraphs: usize, added: &str) -> Outcome<usize> {
    let mut paths = vec!["site.toml".to_owned(), "members/italy.en.md".to_owned()];
    for story in 0..stories {
        paths.extend(LOCALES.map(|locale| format!("stories/story-{story:06}.{locale}.md")));
    }
    let files = Files::new(paths, |path| Ok(file(path, paragraphs, added).into_bytes()));
    let options = ImportOptions {
        dry_run: false,
        minor: false,
        now: NOW,
    };
    let report = import(store, &Actor::operator("importer"), &files, &options, &|_| {})?;
    Ok(report.created + report.changed)
}

fn file(path: &str, paragraphs: usize, added: &str) -> String {
    let name = path.trim_start_matches("stories/").trim_end_matches(".md");
    match (path, name.rsplit_once('.')) {
        ("site.toml", _) => {
            "locales = [\"en\", \"ar\", \"fr\"]\n[name]\nen = \"A\"\nar = \"A\"\nfr = \"A\"\n".to_owned()
        }
        ("members/italy.en.md", _) => {
            "+++\ntitle = \"Italy\"\nslug = \"italy\"\npublish = 2014-09-10T00:00:00Z\n+++\n".to_owned()
        }
        (_, Some((key, locale))) => story(key, locale, paragraphs, added),
        _ => String::new(),
    }
}

fn story(key: &str, locale: &str, paragraphs: usize, added: &str) -> String {
    let source = if locale == "en" {
        "source = true\nmembers = [\"italy\"]\n"
    } else {
        ""
    };
    let mut file = format!(
        "+++\ntitle = \"{key} in {locale}\"\nsummary = \"{WORDS}\"\nslug = \"{key}-{locale}\"\n{source}publish = 2021-06-28T16:00:00Z\n+++\n"
    );
    for number in 0..paragraphs {
        file.push_str(&format!("{locale} {number} {}\n\n", WORDS.repeat(4)));
    }
    if locale == "en" && key == "story-000000" {
        file.push_str(added);
    }
    file
}
