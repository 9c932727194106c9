//! What the author of a theme does: copy it, change it, break it, mend it, check it. The binary must have been built in
//! the same profile before: `cargo build -p plenary`.

#![cfg(test)]

mod program;
mod running;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use program::{done, json, plenary, words};
use running::{PATIENCE, Running, get};

/// A copy of the theme that comes with the program.
fn copied() -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let theme = folder.path().join("my-theme");
    done(&["theme", "new", theme.to_str().unwrap()]);
    (folder, theme)
}

/// Changes a file of a theme; what it held before.
fn change(theme: &Path, name: &str, change: impl Fn(&str) -> String) -> String {
    let path = theme.join(name);
    let before = std::fs::read_to_string(&path).unwrap();
    let after = change(&before);
    assert_ne!(before, after, "{name} is not changed");
    std::fs::write(&path, after).unwrap();
    before
}

/// The page at an address as soon as it is as wanted.
#[track_caller]
fn soon(address: &str, wanted: impl Fn(u16, &str) -> bool) -> String {
    let begin = Instant::now();
    loop {
        let (status, page) = get(address);
        if wanted(status, &page) {
            return page;
        }
        assert!(begin.elapsed() < PATIENCE, "{status}: {page:.2000}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn stylesheet(page: &str) -> &str {
    page.split("<link rel=\"stylesheet\" href=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
}

#[test]
fn an_author_sees_each_change_and_what_is_wrong_where_the_page_was() {
    let (folder, theme) = copied();
    let name = theme.display().to_string();
    let running = Running::start(&["demo", "--theme", &name, "--listen", "127.0.0.1:0"], folder.path());
    let address = running.addresses().remove("en").unwrap();
    let host = address.split('/').next().unwrap().to_owned();
    let first = stylesheet(&get(&address).1).to_owned();

    change(&theme, "style.css", |css| {
        css.replacen(":root {", ":root { --mine: #0b5f66;", 1)
    });
    let page = soon(&address, |status, page| status == 200 && stylesheet(page) != first);
    assert!(
        get(&format!("{host}{}", stylesheet(&page)))
            .1
            .contains("--mine: #0b5f66")
    );

    let broken = |html: &str| format!("{{% if %}}\n{html}\n{{{{ t(\"site-nothing\") }}}}");
    let sound = change(&theme, "footer.html", broken);
    let page = soon(&address, |status, _| status == 500);
    let last = broken(&sound).lines().count();
    for place in ["footer.html:1<".to_owned(), format!("footer.html:{last}<")] {
        assert!(page.contains(&place), "{place}: {page}");
    }
    assert!(page.contains("<mark>   1  {% if %}</mark>"), "{page}");
    assert_eq!(get(&format!("{host}/~interruption.css")).0, 200);

    let unrenderable = format!("{sound}\n{{{{ fragment.nothing }}}}");
    std::fs::write(theme.join("footer.html"), &unrenderable).unwrap();
    let place = format!("footer.html:{}<", unrenderable.lines().count());
    soon(&address, |status, page| status == 500 && page.contains(&place));

    std::fs::write(theme.join("footer.html"), &sound).unwrap();
    soon(&address, |status, page| status == 200 && page.contains("</html>"));
    assert_eq!(get(&format!("{host}/~interruption.css")).0, 404);

    std::fs::create_dir(theme.join("locales")).unwrap();
    std::fs::write(theme.join("locales/en.ftl"), "site-skip = Jump to the words\n").unwrap();
    soon(&address, |status, page| {
        status == 200 && page.contains("Jump to the words")
    });
    assert_eq!(running.interrupt().code(), Some(0));
}

#[test]
fn a_theme_is_copied_into_an_empty_folder_alone_and_its_check_finds_nothing_wrong() {
    let (_folder, theme) = copied();
    let name = theme.to_str().unwrap();
    let again = plenary(&["theme", "new", name]);
    assert_eq!(again.status.code(), Some(1));
    assert!(words(&again.stderr).contains("not empty"));
    let report = json(&["theme", "check", name, "--json"]);
    assert_eq!(report["errors"], 0, "{report:#}");
    assert!(report["pages"].as_u64().unwrap() > 300, "{report:#}");
}

#[test]
fn the_check_finds_on_pages_what_a_template_does_wrong_and_names_its_line() {
    let (_folder, theme) = copied();
    let name = theme.to_str().unwrap();
    change(&theme, "footer.html", |html| format!("{html}\n<img src=\"/a.png\">\n"));
    let line = std::fs::read_to_string(theme.join("footer.html"))
        .unwrap()
        .lines()
        .count();
    let output = plenary(&["theme", "check", name]);
    assert_eq!(output.status.code(), Some(1));
    let said = words(&output.stdout);
    assert!(
        said.contains(&format!("my-theme/footer.html:{line}: <img src=\"/a.png\"> has no alt")),
        "{said}"
    );
}

#[test]
fn a_broken_theme_is_told_at_the_start_with_all_its_problems() {
    let (folder, theme) = copied();
    change(&theme, "footer.html", |html| format!("{{% if %}}\n{html}"));
    change(&theme, "theme.toml", |toml| format!("colour = 1\n{toml}"));
    let data = folder.path().join("data");
    done(&["init", data.to_str().unwrap()]);
    let name = theme.to_str().unwrap();
    for command in ["press", "serve"] {
        let output = plenary(&[command, "--data", data.to_str().unwrap(), "--theme", name]);
        let said = words(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(
            said.contains("my-theme/footer.html:1:") && said.contains("my-theme/theme.toml:1:"),
            "{said}"
        );
    }
    let output = plenary(&[
        "serve",
        "--data",
        data.to_str().unwrap(),
        "--listen",
        "127.0.0.1:0",
        "--watch-theme",
    ]);
    assert_eq!(output.status.code(), Some(1));
    assert!(words(&output.stderr).contains("--theme PATH"));
}
