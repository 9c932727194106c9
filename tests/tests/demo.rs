//! The program as one types it: the demonstration from nothing to its first visitors and its end, exit codes, help,
//! JSON. The binary must have been built in the same profile before: `cargo build -p plenary`.

#![cfg(test)]

mod program;
mod running;

use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};

use serde_json::Value;
use tempfile::TempDir;

use program::{done, json, plenary, words};
use running::{PATIENCE, Running, answer_of, get};

/// Runs what must end with a code; gives what it says to the one who typed it.
#[track_caller]
fn refused(arguments: &[&str], code: i32) -> String {
    let output = plenary(arguments);
    let said = words(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {said}");
    assert!(!said.contains("panicked"), "{said}");
    said
}

/// A data directory with the demonstration's texts.
fn loaded() -> (TempDir, String) {
    let folder = TempDir::new().unwrap();
    let data = folder.path().join("data").display().to_string();
    done(&["init", &data, "--locales", "en,ar,fr"]);
    done(&["content", "import", "--data", &data, texts().to_str().unwrap()]);
    (folder, data)
}

fn texts() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../demo")
        .canonicalize()
        .unwrap()
}

#[test]
fn the_demonstration_is_read_in_three_languages_and_ends_when_interrupted() {
    let folder = TempDir::new().unwrap();
    let data = folder.path().join("data").display().to_string();
    for start in ["first", "second"] {
        let running = Running::start(&["demo", "--data", &data, "--listen", "127.0.0.1:0"], folder.path());
        let addresses = running.addresses();
        let expected = [("ar", "rtl"), ("en", "ltr"), ("fr", "ltr")];
        assert_eq!(
            addresses.keys().collect::<Vec<_>>(),
            expected.iter().map(|(locale, _)| locale).collect::<Vec<_>>()
        );
        for (locale, direction) in expected {
            let (status, page) = get(&addresses[locale]);
            assert_eq!(status, 200, "{start} start, {locale}");
            assert!(
                page.contains(&format!("<html lang=\"{locale}\" dir=\"{direction}\">")),
                "{start} start, {locale}"
            );
            assert!(
                page.contains("85"),
                "the fact of members is on the home page in {locale}"
            );
        }
        see_the_correction(&addresses["en"], start);
        assert_eq!(running.interrupt().code(), Some(0), "{start} start");
    }
    let told = done(&["history", "--data", &data, "page/about-this-demo", "en"]);
    assert!(
        told.contains("  1  ") && told.contains("  2  ") && !told.contains("  3  "),
        "{told}"
    );
    assert!(told.contains("corrected: Two stories"), "{told}");
}

/// The page about the demo is corrected once, in two languages of three.
fn see_the_correction(home: &str, start: &str) {
    let host = home.split('/').next().unwrap();
    let (_, english) = get(&format!("{host}/en/about-this-demo/"));
    assert!(english.contains("Corrected on <time"), "{start} start");
    let (status, words) = get(&format!("{host}/en/about-this-demo/history/1-2/"));
    assert!(
        status == 200 && words.contains("<ins>") && words.contains("one of their translations"),
        "{start} start"
    );
    assert_eq!(
        get(&format!("{host}/en/about-this-demo/history/1-3/")).0,
        404,
        "{start} start"
    );
    let arabic = english.split("hreflang=\"ar\" lang=\"ar\"").next().unwrap();
    let arabic = arabic
        .rsplit("href=\"")
        .next()
        .unwrap()
        .trim_end_matches("\" ")
        .to_owned();
    let (_, page) = get(&format!("{host}{arabic}"));
    assert!(page.contains("صُوِّب النص الأصلي"), "{start} start, {arabic}");
}

/// What is corrected is the demonstration's own text: but for the head and one paragraph the files are the same.
#[test]
fn the_corrections_of_the_demonstration_change_one_paragraph() {
    let root = texts().join("../demo-corrections/pages");
    for file in std::fs::read_dir(root).unwrap() {
        let file = file.unwrap();
        let read = |path: &Path| std::fs::read_to_string(path).unwrap();
        let (after, before) = (read(&file.path()), read(&texts().join("pages").join(file.file_name())));
        let fresh: Vec<&str> = after
            .lines()
            .filter(|line| !before.lines().any(|own| own == *line))
            .collect();
        assert_eq!(fresh.len(), 2, "{:?}: {fresh:?}", file.file_name());
        assert!(fresh[0].starts_with("correction = "), "{fresh:?}");
        assert_eq!(after.lines().count(), before.lines().count() + 1);
    }
}

/// The answer to a search, as soon as the site can be searched.
fn searched(home: &str, question: &str) -> String {
    for _ in 0..100 {
        let (status, page) = get(&format!("{home}search/?q={question}"));
        if status == 200 {
            return page;
        }
        assert_eq!(status, 503, "{page}");
    }
    panic!("the search is never ready");
}

#[test]
fn a_communique_is_found_in_each_language_until_it_is_withdrawn() {
    let folder = TempDir::new().unwrap();
    let data = folder.path().join("data").display().to_string();
    let running = Running::start(&["demo", "--data", &data, "--listen", "127.0.0.1:0"], folder.path());
    let addresses = running.addresses();
    // A word of each title without its accents, article or case; wording that stands in the body alone.
    let questions = [
        (
            "en",
            "marrakech+communique",
            "/en/statements/marrakech-communique-2022/",
        ),
        (
            "fr",
            "%22communiqu%C3%A9%22+MARRAKECH",
            "/fr/statements/communique-de-marrakech-2022/",
        ),
        (
            "ar",
            "%D8%A8%D9%8A%D8%A7%D9%86+%D9%85%D8%B1%D8%A7%D9%83%D8%B4",
            "/ar/statements/%D8%A8%D9%8A%D8%A7%D9%86-",
        ),
        (
            "en",
            "%22quotes+nothing+from+it%22",
            "/en/statements/marrakech-communique-2022/#",
        ),
    ];
    let link = |path: &str| format!("<a href=\"{path}");
    for (locale, question, path) in questions {
        let page = searched(&addresses[locale], question);
        assert!(
            page.contains(&link(path)) && page.contains("<mark>"),
            "{locale} {question}: {page}"
        );
    }
    let changed = folder.path().join("changed/statements");
    std::fs::create_dir_all(&changed).unwrap();
    for locale in ["en", "ar", "fr"] {
        let name = format!("marrakech-communique-2022.{locale}.md");
        let text = std::fs::read_to_string(texts().join("statements").join(&name)).unwrap();
        let text = text.replacen("publish = ", "withdrawn = 2023-05-01T00:00:00Z\npublish = ", 1);
        std::fs::write(changed.join(name), text).unwrap();
    }
    let changed = changed.parent().unwrap().to_str().unwrap().to_owned();
    done(&["content", "import", "--data", &data, &changed]);
    for (locale, question, path) in questions {
        let own = format!("{}statements/marrakech-communique-2022/", addresses["en"]);
        let begin = std::time::Instant::now();
        while get(&own).0 != 410 {
            assert!(begin.elapsed() < PATIENCE, "it is not withdrawn");
        }
        let page = searched(&addresses[locale], question);
        assert!(!page.contains(&link(path)), "{locale} {question}: {page}");
    }
    assert_eq!(running.interrupt().code(), Some(0));
}

#[test]
fn the_episode_of_the_demonstration_is_played_piece_by_piece() {
    let folder = TempDir::new().unwrap();
    let data = folder.path().join("data").display().to_string();
    let running = Running::start(&["demo", "--data", &data, "--listen", "127.0.0.1:0"], folder.path());
    let home = running.addresses().remove("ar").unwrap();
    let host = home.split('/').next().unwrap();
    let slug = "%D9%86%D8%B3%D8%AE%D8%A9-%D8%BA%D8%B1%D8%A8-%D8%A3%D9%81%D8%B1%D9%8A%D9%82%D9%8A%D8%A7-1";
    let (status, page) = get(&format!("{host}/ar/episodes/{slug}/"));
    assert_eq!(status, 200);
    let (_, player) = page
        .split_once("<audio controls preload=\"none\" src=\"/")
        .expect("a player");
    let (file, _) = player.split_once('"').unwrap();
    assert!(
        file.starts_with("media/west-africa-1.ar-") && file.ends_with(".mp3"),
        "{file}"
    );
    let (_, script) = page.split_once("<script src=\"/").unwrap();
    let (script, _) = answer_of(&format!("{host}/{}", script.split('"').next().unwrap()), "");
    assert!(
        words(&script).contains("content-type: text/javascript"),
        "browsers run nothing else"
    );
    let (_, whole) = answer_of(&format!("{host}/{file}"), "");
    let (head, piece) = answer_of(&format!("{host}/{file}"), "range: bytes=200000-200999\r\n");
    let head = words(&head).to_ascii_lowercase();
    for line in [
        "http/1.1 206",
        "content-type: audio/mpeg",
        "cache-control: public, max-age=31536000, immutable",
        &format!("content-range: bytes 200000-200999/{}", whole.len()),
    ] {
        assert!(head.contains(line), "{line}\n{head}");
    }
    assert!(whole.len() > 400_000 && piece == whole[200_000..201_000]);
    assert!(!whole.starts_with(b"ID3"), "what an editor wrote is not given");
    assert_eq!(running.interrupt().code(), Some(0));
}

#[test]
fn a_demonstration_without_a_folder_leaves_nothing_behind() {
    let temporary = TempDir::new().unwrap();
    let running = Running::start(&["demo", "--listen", "127.0.0.1:0"], temporary.path());
    assert_eq!(running.addresses().len(), 3);
    assert_ne!(std::fs::read_dir(temporary.path()).unwrap().count(), 0);
    assert_eq!(running.interrupt().code(), Some(0));
    assert_eq!(std::fs::read_dir(temporary.path()).unwrap().count(), 0);
}

#[test]
fn the_demonstration_takes_the_next_port_and_serve_says_that_it_cannot() {
    let folder = TempDir::new().unwrap();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let wished = taken.local_addr().unwrap();
    let running = Running::start(&["demo", "--listen", &wished.to_string()], folder.path());
    let address = running.addresses().remove("en").unwrap();
    let own: SocketAddr = address.split('/').next().unwrap().parse().unwrap();
    assert!(own.port() > wished.port(), "{own} after {wished}");
    assert_eq!(running.interrupt().code(), Some(0));
    let (_folder, data) = loaded();
    let said = refused(&["serve", "--data", &data, "--listen", &wished.to_string()], 1);
    assert!(said.contains(&wished.port().to_string()), "{said}");
}

#[test]
fn what_is_typed_wrongly_ends_with_2() {
    let folder = TempDir::new().unwrap();
    let data = folder.path().join("data").display().to_string();
    let wrong: [&[&str]; 8] = [
        &[],
        &["publish"],
        &["press", "--quickly"],
        &["demo", "--listen", "here"],
        &["content", "import"],
        &["edition", "show", "newest"],
        &["translations", "--locale", "english!"],
        &["init", &data, "--locales", "en,en"],
    ];
    for arguments in wrong {
        let said = refused(arguments, 2);
        assert!(!said.trim().is_empty(), "{arguments:?} says nothing");
    }
    assert!(!Path::new(&data).exists(), "what was typed wrongly left a directory");
}

#[test]
fn a_problem_ends_with_1_and_says_what_to_do() {
    let folder = TempDir::new().unwrap();
    let nowhere = folder.path().join("nowhere").display().to_string();
    let commands: [&[&str]; 5] = [
        &["press", "--data", &nowhere],
        &["serve", "--data", &nowhere],
        &["translations", "--data", &nowhere],
        &["edition", "list", "--data", &nowhere],
        &["content", "export", "--data", &nowhere, "out"],
    ];
    for arguments in commands {
        let said = refused(arguments, 1);
        assert!(
            said.contains("plenary init") && said.contains(&nowhere),
            "{arguments:?}: {said}"
        );
    }
    let full = folder.path().display().to_string();
    std::fs::write(folder.path().join("letter"), "mine").unwrap();
    assert!(refused(&["init", &full], 1).contains("not empty"));
}

#[test]
fn a_wrong_file_is_told_with_its_line_and_nothing_is_taken_in() {
    let (folder, data) = loaded();
    let texts = folder.path().join("texts/stories");
    std::fs::create_dir_all(&texts).unwrap();
    std::fs::write(
        texts.join("good.en.md"),
        "+++\ntitle = \"Good\"\nslug = \"good\"\n+++\nGood words.\n",
    )
    .unwrap();
    std::fs::write(
        texts.join("bad.en.md"),
        "+++\ntitle = \"Bad\"\nslug = \"bad\"\n+++\n<script>no</script>\n",
    )
    .unwrap();
    let texts = texts.display().to_string();
    let said = refused(&["content", "import", "--data", &data, &texts], 1);
    assert!(said.contains("stories/bad.en.md:5"), "{said}");
    let out = folder.path().join("out");
    done(&["content", "export", "--data", &data, out.to_str().unwrap()]);
    assert!(out.join("site.toml").is_file() && !out.join("stories/good.en.md").exists());
}

/// Every command with the commands below it, by asking the program.
fn commands() -> Vec<Vec<String>> {
    let mut found = vec![Vec::new()];
    let mut at = 0;
    while let Some(command) = found.get(at).cloned() {
        let help = help_of(&command);
        let below = help
            .split_once("Commands:")
            .map_or("", |(_, rest)| rest.split("\n\n").next().unwrap());
        let names = below
            .lines()
            .filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
        for name in names.filter(|name| !name.is_empty() && *name != "help") {
            let mut inner: Vec<String> = command.clone();
            inner.push(name.to_owned());
            found.push(inner);
        }
        at += 1;
    }
    found
}

fn help_of(command: &[String]) -> String {
    let mut arguments: Vec<&str> = command.iter().map(String::as_str).collect();
    arguments.push("--help");
    done(&arguments)
}

#[test]
fn every_command_has_an_example() {
    let commands = commands();
    assert!(commands.len() > 12, "{commands:?}");
    for command in commands {
        let help = help_of(&command);
        let (_, example) = help
            .split_once("Example: plenary")
            .unwrap_or_else(|| panic!("{command:?} has no example"));
        let begins: Vec<&str> = example.split_whitespace().take(command.len()).collect();
        assert!(
            command.is_empty() || begins == command,
            "{command:?}: the example is of another command: {example}"
        );
    }
}

/// What the README lets people type, word by word.
fn typed_in_readme() -> Vec<Vec<String>> {
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../README.md")).unwrap();
    let blocks = readme
        .split("```sh\n")
        .skip(1)
        .map(|rest| rest.split("```").next().unwrap());
    let lines = blocks
        .flat_map(str::lines)
        .map(|line| line.split(" #").next().unwrap().trim());
    let words = |line: &str| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    lines.filter(|line| !line.is_empty()).map(words).collect()
}

#[test]
fn the_commands_of_the_readme_exist() {
    let known = commands();
    let mut seen = 0;
    for line in typed_in_readme() {
        let begin = match line.first().map(String::as_str) {
            Some("plenary") => 1,
            Some("cargo") if line.contains(&"--".to_owned()) => line.iter().position(|word| word == "--").unwrap() + 1,
            _ => continue,
        };
        let typed = &line[begin..];
        let command = known
            .iter()
            .filter(|command| typed.starts_with(command))
            .max_by_key(|command| command.len());
        let command = command
            .filter(|command| !command.is_empty())
            .unwrap_or_else(|| panic!("{line:?} is no command"));
        let help = help_of(command);
        for option in typed.iter().filter(|word| word.starts_with("--")) {
            assert!(
                help.contains(option.as_str()),
                "{line:?}: plenary {} has no {option}",
                command.join(" ")
            );
        }
        seen += 1;
    }
    assert!(seen >= 10, "only {seen} commands were found in the README");
}

#[test]
fn whatever_prints_json_prints_what_can_be_read() {
    let (folder, data) = loaded();
    let (data, demo) = (data.as_str(), texts());
    let demo = demo.to_str().unwrap();
    let again = json(&["content", "import", "--data", data, "--json", demo]);
    assert_eq!(
        (&again["created"], &again["changed"]),
        (&0.into(), &0.into()),
        "the same files change nothing"
    );
    assert!(again["files"].as_u64().unwrap() > 100);
    let pressed = json(&["press", "--data", data, "--json"]);
    assert!(pressed["pages"].as_u64().unwrap() > 300, "{pressed}");
    let out = folder.path().join("out");
    let exported = json(&["content", "export", "--data", data, "--json", out.to_str().unwrap()]);
    assert_eq!(exported["files"], again["files"], "as many files come out as went in");
    let site = folder.path().join("site");
    let written = json(&["press", "--data", data, "--json", "--output", site.to_str().unwrap()]);
    assert!(
        written["files"].as_u64().unwrap() > 300 && site.join("ar/index.html").is_file(),
        "{written}"
    );
    let editions = json(&["edition", "list", "--data", data, "--json"]);
    let number = editions[0]["number"].to_string();
    assert!(
        !json(&["edition", "show", &number, "--data", data, "--json"])
            .as_array()
            .unwrap()
            .is_empty()
    );
    assert!(
        json(&["edition", "diff", &number, &number, "--data", data, "--json"])
            .as_array()
            .unwrap()
            .is_empty()
    );
    let decided = json(&[
        "edition",
        "rollback",
        &number,
        "--data",
        data,
        "--actor",
        "Duty editor",
        "--json",
    ]);
    assert_eq!(decided["actor"], "Duty editor");
    assert!(json(&["edition", "resume", "--data", data, "--json"])["decision"].is_number());
    let states = json(&["translations", "--data", data, "--locale", "ar", "--json"]);
    assert!(!states.as_array().unwrap().is_empty());
}

#[test]
fn a_refused_import_is_told_as_json_too() {
    let (folder, data) = loaded();
    let tags = folder.path().join("texts/tags");
    std::fs::create_dir_all(&tags).unwrap();
    std::fs::write(tags.join("bad.toml"), "[name]\nen = 1\n").unwrap();
    let output = plenary(&["content", "import", "--data", &data, "--json", tags.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(told["problems"][0]["file"], "tags/bad.toml", "{told}");
}
