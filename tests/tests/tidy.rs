//! Keeps house: what a test can judge about the repository's shape. Crates use what ARCHITECTURE.md allows them, what
//! the papers name exists, every file says at its head what it is about, style sheets serve both directions.

#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The most lines of a Rust file.
const FILE_LINES_MAX: usize = 700;
/// The most lines of a page in docs/decisions.
const DECISION_LINES_MAX: usize = 120;
/// Names that say nothing about what is in something, so that everything ends up there.
const EMPTY_NAMES: [&str; 5] = ["core", "common", "utils", "types", "helpers"];
/// Folders that are not ours to judge.
const PASSED_OVER: [&str; 4] = ["target", ".git", "data", "node_modules"];
/// Ends of files in which words stand that people wrote.
const WRITTEN: [&str; 14] = [
    "rs", "md", "toml", "sh", "html", "css", "ftl", "txt", "xml", "yml", "json", "py", "run", "mjs",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// All files of the repository, as paths from its root.
fn files() -> Vec<String> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                if !PASSED_OVER.contains(&name.as_str()) {
                    walk(&path, found);
                }
            } else {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(&root(), &mut found);
    let mut files: Vec<String> = found
        .iter()
        .map(|path| path.strip_prefix(root()).unwrap().to_string_lossy().into_owned())
        .collect();
    files.sort();
    files
}

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn end_of(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, end)| end)
}

fn rust_files() -> Vec<String> {
    files().into_iter().filter(|path| end_of(path) == "rs").collect()
}

/// Nothing was found wrong, or all that was.
#[track_caller]
fn none(problems: &[String]) {
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

mod crates {
    use super::*;

    /// A crate's manifest: which of our crates and which libraries it uses, in the program and in its tests.
    struct Manifest {
        name: String,
        path: String,
        uses: BTreeSet<String>,
        tests_use: BTreeSet<String>,
        value: toml::Table,
    }

    fn manifests() -> Vec<Manifest> {
        let paths = files().into_iter().filter(|path| path.ends_with("/Cargo.toml"));
        let manifest = |path: String| {
            let value: toml::Table = read(&path).parse().unwrap();
            let names = |table: &str| {
                let table = value.get(table).and_then(toml::Value::as_table);
                table.map(|table| table.keys().cloned().collect()).unwrap_or_default()
            };
            let name = value["package"]["name"].as_str().unwrap().to_owned();
            Manifest {
                name,
                path,
                uses: names("dependencies"),
                tests_use: names("dev-dependencies"),
                value,
            }
        };
        paths.map(manifest).collect()
    }

    fn workspace() -> toml::Table {
        read("Cargo.toml").parse().unwrap()
    }

    /// The rows of the table in ARCHITECTURE.md whose head begins with this word.
    fn table(first: &str) -> Vec<Vec<String>> {
        let page = read("ARCHITECTURE.md");
        let head = format!("| {first} |");
        let rows = page.lines().skip_while(|line| !line.starts_with(&head)).skip(2);
        let cells = |line: &str| {
            line.trim_matches('|')
                .split('|')
                .map(|cell| cell.trim().to_owned())
                .collect()
        };
        let rows: Vec<Vec<String>> = rows.take_while(|line| line.starts_with('|')).map(cells).collect();
        assert!(!rows.is_empty(), "ARCHITECTURE.md has no table that begins with {head}");
        rows
    }

    fn quoted(cell: &str) -> BTreeSet<String> {
        cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
    }

    #[test]
    fn crates_use_exactly_what_the_architecture_allows() {
        let manifests = manifests();
        let ours: BTreeSet<String> = manifests.iter().map(|manifest| manifest.name.clone()).collect();
        let rows: BTreeMap<String, String> = table("crate")
            .iter()
            .map(|row| (row[0].trim_matches('`').to_owned(), row[2].clone()))
            .collect();
        let named: BTreeSet<String> = rows.keys().cloned().collect();
        assert_eq!(
            named, ours,
            "the rows of ARCHITECTURE.md and the crates of the workspace"
        );
        let mut problems = Vec::new();
        for manifest in &manifests {
            let allowed = &rows[&manifest.name];
            if allowed == "all" {
                continue;
            }
            let used: BTreeSet<String> = manifest.uses.intersection(&ours).cloned().collect();
            if used != quoted(allowed) {
                let path = &manifest.path;
                problems.push(format!(
                    "{path} uses {used:?}; ARCHITECTURE.md says {:?}",
                    quoted(allowed)
                ));
            }
            for crate_name in manifest
                .tests_use
                .intersection(&ours)
                .filter(|name| !quoted(allowed).contains(*name))
            {
                problems.push(format!(
                    "{}: its tests use {crate_name}, which it may not",
                    manifest.path
                ));
            }
        }
        none(&problems);
    }

    #[test]
    fn every_library_is_argued() {
        let ours: BTreeSet<String> = manifests().into_iter().map(|manifest| manifest.name).collect();
        let mut used: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for manifest in manifests()
            .into_iter()
            .filter(|manifest| manifest.path.starts_with("crates/"))
        {
            for library in manifest.uses.difference(&ours) {
                used.entry(library.clone()).or_default().insert(manifest.name.clone());
            }
        }
        let rows: BTreeMap<String, Vec<String>> =
            table("library").into_iter().map(|row| (row[0].clone(), row)).collect();
        let mut problems = Vec::new();
        for (library, by) in &used {
            match rows.get(library) {
                None => problems.push(format!("{by:?} use {library}, and ARCHITECTURE.md does not say why")),
                Some(row) if quoted(&row[1]) != *by => {
                    problems.push(format!("{by:?} use {library}; ARCHITECTURE.md says {}", row[1]));
                }
                Some(row) if row[2].is_empty() || row[3].is_empty() => {
                    problems.push(format!("ARCHITECTURE.md does not say licence or reason of {library}"));
                }
                Some(_) => {}
            }
        }
        let unused = rows.keys().filter(|library| !used.contains_key(*library));
        problems.extend(unused.map(|library| format!("ARCHITECTURE.md names {library}, which no crate uses")));
        none(&problems);
    }

    #[test]
    fn every_library_of_the_workspace_is_used() {
        let manifests = manifests();
        let is_used = |name: &str| {
            manifests
                .iter()
                .any(|manifest| manifest.uses.contains(name) || manifest.tests_use.contains(name))
        };
        let workspace = workspace();
        let libraries = workspace["workspace"]["dependencies"].as_table().unwrap();
        let unused: Vec<String> = libraries.keys().filter(|name| !is_used(name)).cloned().collect();
        none(
            &unused
                .iter()
                .map(|name| format!("Cargo.toml: no crate uses {name}: remove its line"))
                .collect::<Vec<_>>(),
        );
    }

    #[test]
    fn every_crate_takes_the_lints_of_the_workspace() {
        let workspace = workspace();
        assert_eq!(
            workspace["workspace"]["lints"]["rust"]["unsafe_code"].as_str(),
            Some("forbid")
        );
        for manifest in manifests() {
            let lints = manifest.value.get("lints").and_then(|lints| lints.get("workspace"));
            assert_eq!(
                lints.and_then(toml::Value::as_bool),
                Some(true),
                "{} lacks [lints] workspace = true",
                manifest.path
            );
        }
    }
}

mod sources {
    use super::*;

    #[test]
    fn every_file_says_at_its_head_what_it_is_about() {
        let problems = rust_files().into_iter().filter(|path| {
            let text = read(path);
            let head = text.lines().next().unwrap_or_default();
            head.strip_prefix("//! ")
                .is_none_or(|words| words.split_whitespace().count() < 2)
        });
        none(
            &problems
                .map(|path| format!("{path}:1: begin with `//! ` and what the file is about"))
                .collect::<Vec<_>>(),
        );
    }

    #[test]
    fn no_file_is_too_long_for_one_subject() {
        let problems = rust_files().into_iter().filter_map(|path| {
            let lines = read(&path).lines().count();
            (lines > FILE_LINES_MAX).then(|| format!("{path} has {lines} lines, more than {FILE_LINES_MAX}: divide it"))
        });
        none(&problems.collect::<Vec<_>>());
    }

    #[test]
    fn names_say_what_is_within() {
        let mut problems = Vec::new();
        for path in rust_files() {
            let stem = path.strip_suffix(".rs").unwrap();
            if let Some(empty) = stem.split('/').find(|part| EMPTY_NAMES.contains(part)) {
                problems.push(format!("{path}: {empty} says nothing about what is in it"));
            }
            let name = stem.rsplit('/').next().unwrap();
            if !name
                .chars()
                .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_')
            {
                problems.push(format!("{path}: name Rust files with a-z, 0-9 and _"));
            }
            let modules = read(&path);
            let inner = modules.lines().filter_map(|line| {
                let line = line.trim_start();
                line.trim_start_matches("pub ")
                    .strip_prefix("mod ")
                    .and_then(|rest| rest.split([' ', ';', '{']).next())
            });
            for module in inner.filter(|module| EMPTY_NAMES.contains(module)) {
                problems.push(format!("{path}: a module {module} says nothing about what is in it"));
            }
        }
        none(&problems);
    }
}

mod themes {
    use super::*;

    /// Ends of property names that tell left from right.
    const SIDES: [&str; 2] = ["left", "right"];
    /// Properties that may be said to go left or right.
    const SIDED_VALUES: [&str; 5] = ["float", "clear", "text-align", "caption-side", "background-position"];
    /// Properties whose four values are top, right, bottom, left.
    const FOUR_SIDED: [&str; 8] = [
        "margin",
        "padding",
        "inset",
        "border-width",
        "border-style",
        "border-color",
        "scroll-margin",
        "scroll-padding",
    ];

    /// Why a declaration would be wrong in a language of the other direction.
    fn physical(property: &str, value: &str) -> Option<&'static str> {
        let names_side = property.split('-').any(|part| SIDES.contains(&part));
        let words: Vec<&str> = value.split_whitespace().filter(|word| *word != "!important").collect();
        let corners = property == "border-radius" && words.len() > 1;
        if names_side || corners {
            Some("it names a side of the screen: write inline-start or inline-end")
        } else if SIDED_VALUES.contains(&property) && words.iter().any(|word| SIDES.contains(word)) {
            Some("its value names a side of the screen: write start or end, inline-start or inline-end")
        } else if FOUR_SIDED.contains(&property) && words.len() == 4 && words[1] != words[3] {
            Some("right and left differ: write the inline property with two values")
        } else {
            None
        }
    }

    /// Declarations of a style sheet with their lines.
    fn declarations(sheet: &str) -> Vec<(usize, String, String)> {
        let mut plain = String::new();
        let mut rest = sheet;
        while let Some((before, after)) = rest.split_once("/*") {
            let (comment, behind) = after.split_once("*/").unwrap_or((after, ""));
            plain.push_str(before);
            plain.extend(comment.chars().filter(|letter| *letter == '\n'));
            rest = behind;
        }
        plain.push_str(rest);
        let mut found = Vec::new();
        let mut line = 1;
        for piece in plain.split_inclusive([';', '{', '}']) {
            let at = line
                + piece
                    .chars()
                    .take_while(|letter| letter.is_whitespace())
                    .filter(|letter| *letter == '\n')
                    .count();
            line += piece.matches('\n').count();
            let is_declaration = piece.ends_with([';', '}']);
            if let (true, Some((property, value))) =
                (is_declaration, piece.trim_end_matches([';', '}']).split_once(':'))
            {
                found.push((at, property.trim().to_lowercase(), value.trim().to_lowercase()));
            }
        }
        found
    }

    #[test]
    fn physical_properties_are_known() {
        let sheet = "a { margin-left: 1em; color: red }\n/* left: 0 */\nb:hover { padding: 1px 2px 3px 4px;\n text-align: right;\n margin: 0 1px 2px 1px; margin-inline-start: 1em }";
        let wrong: Vec<(usize, String)> = declarations(sheet)
            .into_iter()
            .filter(|(_, property, value)| physical(property, value).is_some())
            .map(|(line, property, _)| (line, property))
            .collect();
        let expected = [(1, "margin-left"), (3, "padding"), (4, "text-align")];
        assert_eq!(wrong, expected.map(|(line, property)| (line, property.to_owned())));
    }

    #[test]
    fn one_style_sheet_serves_both_directions() {
        let mut problems = Vec::new();
        let mut seen = 0;
        for path in files()
            .into_iter()
            .filter(|path| path.starts_with("themes/") && end_of(path) == "css")
        {
            for (line, property, value) in declarations(&read(&path)) {
                seen += 1;
                if let Some(why) = physical(&property, &value) {
                    problems.push(format!("{path}:{line}: {property}: {value}: {why}"));
                }
            }
        }
        assert!(seen > 100, "only {seen} declarations were found");
        none(&problems);
    }

    #[test]
    fn templates_hold_no_styles_and_no_scripts() {
        let templates = files()
            .into_iter()
            .filter(|path| path.starts_with("themes/") && end_of(path) == "html");
        let problems = templates.flat_map(|path| {
            // The theme's own file alone.
            let text = read(&path).replace("<script src=\"{{ page.script }}\" defer></script>", "");
            let wrong = ["<style", " style=", "<script", " onclick=", " onload=", "javascript:"];
            let found: Vec<String> = wrong
                .iter()
                .filter(|mark| text.contains(**mark))
                .map(|mark| format!("{path}: {mark}"))
                .collect();
            found
        });
        none(&problems.collect::<Vec<_>>());
    }
}

mod papers {
    use super::*;

    fn pages() -> Vec<String> {
        let ours = |path: &String| end_of(path) == "md" && (!path.contains('/') || path.starts_with("docs/"));
        files().into_iter().filter(ours).collect()
    }

    /// The words between single backticks, outside of blocks of code, with their lines.
    fn spans(page: &str) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        let mut in_code = false;
        for (number, line) in page.lines().enumerate() {
            if line.starts_with("```") {
                in_code = !in_code;
            } else if !in_code && !line.starts_with("    ") {
                let words = line.split('`').skip(1).step_by(2);
                found.extend(words.map(|word| (number + 1, word.to_owned())));
            }
        }
        found
    }

    /// Where a path that a paper names lies: from the root, or within `crates/`.
    fn place(named: &str) -> Option<String> {
        [named.to_owned(), format!("crates/{named}")]
            .into_iter()
            .find(|path| root().join(path).exists())
    }

    fn is_path(word: &str) -> bool {
        let plain = |letter: char| letter.is_ascii_alphanumeric() || "/-_.".contains(letter);
        word.contains('/') && word.chars().all(plain) && ["rs", "sh"].contains(&end_of(word))
    }

    #[test]
    fn the_papers_are_there() {
        for page in [
            "README.md",
            "ARCHITECTURE.md",
            "CONTRIBUTING.md",
            "CHANGELOG.md",
            "SECURITY.md",
            "LICENSE-MIT",
            "LICENSE-APACHE",
            "docs/README.md",
            "docs/content-files.md",
            "tests/run.sh",
            ".ci/run",
        ] {
            assert!(root().join(page).is_file(), "{page} is missing");
        }
        assert!(read("README.md").contains(
            "Plenary shows what organisations publish; it keeps no index of persons and offers no tool to search people."
        ));
    }

    #[test]
    fn links_lead_somewhere() {
        let mut problems = Vec::new();
        for page in pages() {
            let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
            let text = read(&page);
            for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with("    ")) {
                for target in line.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
                    let file = target.split('#').next().unwrap_or_default();
                    let elsewhere = file.is_empty()
                        || file.contains(':')
                        || spans(line).iter().any(|(_, code)| code.contains(target));
                    if !elsewhere && !root().join(&folder).join(file).exists() {
                        problems.push(format!("{page}:{}: {file} does not exist", number + 1));
                    }
                }
            }
        }
        none(&problems);
    }

    #[test]
    fn files_that_papers_name_exist() {
        let mut problems = Vec::new();
        let mut seen = 0;
        for page in pages() {
            for (line, word) in spans(&read(&page)).into_iter().filter(|(_, word)| is_path(word)) {
                seen += 1;
                if place(&word).is_none() {
                    problems.push(format!("{page}:{line}: {word} does not exist"));
                }
            }
        }
        assert!(seen > 20, "only {seen} files were found in the papers");
        none(&problems);
    }

    /// "`name` in `file.rs`": the file must hold a function or type of that name.
    #[test]
    fn functions_that_papers_name_stand_where_they_say() {
        let mut problems = Vec::new();
        let mut seen = 0;
        for page in pages() {
            // A sentence may go on in the next line.
            let text = read(&page).replace('\n', " ");
            let parts: Vec<&str> = text.split('`').collect();
            for part in parts.windows(3).skip(1).step_by(2) {
                let [name, between, file] = part else { continue };
                if between.trim() != "in" || !is_path(file) {
                    continue;
                }
                seen += 1;
                let source = place(file).map(|path| read(&path)).unwrap_or_default();
                let kinds = ["fn", "struct", "enum", "trait", "const", "static"];
                let ends = ["(", "<", " ", ":", ";"];
                let stands = kinds
                    .iter()
                    .any(|kind| ends.iter().any(|end| source.contains(&format!("{kind} {name}{end}"))));
                if !stands {
                    problems.push(format!("{page}: {name} does not stand in {file}"));
                }
            }
        }
        assert!(seen > 15, "only {seen} functions were found in the papers");
        none(&problems);
    }

    #[test]
    fn decisions_are_short_and_listed() {
        let index = read("docs/README.md");
        let mut problems = Vec::new();
        for path in files().into_iter().filter(|path| path.starts_with("docs/decisions/")) {
            let lines = read(&path).lines().count();
            if lines > DECISION_LINES_MAX {
                problems.push(format!("{path} has {lines} lines, more than {DECISION_LINES_MAX}"));
            }
            if !index.contains(path.trim_start_matches("docs/")) {
                problems.push(format!("docs/README.md does not list {path}"));
            }
        }
        none(&problems);
    }
}

mod everything {
    use super::*;

    /// Written in two halves, so that this file may hold them.
    fn foreign_marks() -> Vec<String> {
        let halves = [
            ("/wo", "rk/"),
            ("/ro", "ot/"),
            ("/home", "/us"),
            ("/Use", "rs/"),
            ("crates", ".io"),
            ("registry.npm", "js.org"),
            ("proxy.golang", ".org"),
            ("py", "pi.org"),
        ];
        halves.map(|(one, two)| format!("{one}{two}")).into()
    }

    #[test]
    fn nothing_names_the_machine_it_was_made_on() {
        let mut problems = Vec::new();
        let written = |path: &String| WRITTEN.contains(&end_of(path)) || path.ends_with(".ci/run");
        for path in files().into_iter().filter(|path| written(path) && path != "Cargo.lock") {
            for (number, line) in read(&path).lines().enumerate() {
                for mark in foreign_marks().iter().filter(|mark| line.contains(mark.as_str())) {
                    problems.push(format!("{path}:{}: {mark}", number + 1));
                }
            }
        }
        none(&problems);
    }

    #[test]
    fn nothing_is_left_to_be_done_later_in_silence() {
        let marks = [("TO", "DO"), ("FIX", "ME"), ("XX", "X"), ("HA", "CK")].map(|(one, two)| format!("{one}{two}"));
        let mut problems = Vec::new();
        for path in rust_files() {
            for (number, line) in read(&path).lines().enumerate() {
                let is_marked = |mark: &String| {
                    line.split(|letter: char| !letter.is_alphanumeric())
                        .any(|word| word == mark)
                };
                if marks.iter().any(is_marked) {
                    problems.push(format!("{path}:{}: {}", number + 1, line.trim()));
                }
            }
        }
        none(&problems);
    }
}
