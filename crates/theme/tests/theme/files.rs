//! What may lie in a theme's folder, and what `theme.toml` may say.

use theme::{FileMap, Grade};

use crate::cast::{files, found, only, program};

#[test]
fn notes_and_what_editors_leave_behind_are_passed_over() {
    let theme = [
        ("README.md", "Mine"),
        ("LICENSE", "Free"),
        (".style.css.swp", "x"),
        ("style.css~", "x"),
        ("#a.html#", "{% if %}"),
        ("ofl.txt", "{% if %} served as it is"),
    ];
    assert_eq!(found(&theme), []);
}

#[test]
fn files_in_other_folders_and_of_other_kinds_are_told() {
    let theme = [
        ("fonts/a.woff2", ""),
        ("parts/a.html", "{% if %}"),
        ("movie.mp4", ""),
        ("locales/deep/en.ftl", ""),
    ];
    let findings = found(&theme);
    let told: Vec<(&str, &str)> = findings.iter().map(|one| (one.file.as_str(), one.rule)).collect();
    let expected = [
        ("fonts/a.woff2", "file"),
        ("locales/deep/en.ftl", "file"),
        ("movie.mp4", "template"),
        ("parts/a.html", "file"),
    ];
    assert_eq!(told, expected, "{findings:#?}");
}

#[test]
fn text_that_is_not_utf_8_is_told_with_its_line() {
    let theme = FileMap::from([("a.html".to_owned(), b"\n<p>\xff</p>".to_vec())]);
    only(
        &theme::check(&theme, &FileMap::new(), &program()),
        &["a.html:2"],
        Grade::Error,
        "file",
    );
}

#[test]
fn wrong_settings_are_told_with_their_line() {
    for (settings, line) in [
        ("\n[pictures]\nwidth = [320]", 3),
        ("[pictures]\n\nwidths = []", 3),
        ("[pictures]\nwidths = [0]", 2),
        ("[pictures]\nwidths = [320, 99999]", 2),
        ("[contrast]\npairs = [\n  [\"--a\", \"--b\"],\n]", 3),
        (
            "[contrast]\npairs = [\n  [\"#000\", \"#fff\", 4.5],\n  [\"--x\", \"#fff\", 45],\n]",
            4,
        ),
        ("pictures = 3", 1),
        ("[pictures", 1),
    ] {
        let findings = found(&[("theme.toml", settings)]);
        only(&findings, &[&format!("theme.toml:{line}")], Grade::Error, "settings");
    }
}

#[test]
fn the_widths_of_pictures_are_the_themes() {
    // A template that is broken is in no picture's way.
    let widths = |settings: &str| theme::widths(&files(&[("theme.toml", settings), ("a.html", "{% if %}")])).unwrap();
    assert_eq!(widths("[pictures]\nwidths = [200, 900]"), [200, 900]);
    assert_eq!(widths(""), [320, 640, 960, 1280]);
}
