//! `plenary theme`: a copy of the theme to begin with, and what is wrong in one.

use std::path::PathBuf;

use serde::Serialize;
use theme::{Finding, Grade};

use crate::arguments::{CheckTheme, NewTheme};
use crate::configuration;
use crate::data::DataDirectory;
use crate::error::{Failure, file};
use crate::progress::Progress;
use crate::{ambient, embedded, output, sample};

/// Copies the theme that comes with the program.
pub(super) fn new(arguments: &NewTheme) -> Result<(), Failure> {
    let folder = &arguments.folder;
    std::fs::create_dir_all(folder).map_err(file(folder))?;
    if std::fs::read_dir(folder).map_err(file(folder))?.next().is_some() {
        return Err(Failure::NotEmpty(folder.clone()));
    }
    let files = embedded::theme();
    for (name, bytes) in &files {
        let path = folder.join(name);
        std::fs::write(&path, bytes).map_err(file(&path))?;
    }
    let shown = folder.display();
    output::line(&format!("{shown} holds {} files.", files.len()));
    output::line(&format!("  see it:   plenary demo --theme {shown}"));
    output::line(&format!("  check it: plenary theme check {shown}"));
    output::line(&format!("  use it:   theme = \"PATH\" in {}", configuration::FILE));
    Ok(())
}

/// What is told as JSON.
#[derive(Debug, Serialize)]
struct Report {
    theme: Option<PathBuf>,
    pages: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
    findings: Vec<Finding>,
}

/// Tells what is wrong in a theme.
pub(super) fn check(arguments: &CheckTheme) -> Result<(), Failure> {
    let folder = folder(arguments)?;
    let files = ambient::files_of(folder.as_deref())?;
    let mut findings = theme::check(&files, &embedded::theme(), &embedded::locales());
    let mut pages = 0;
    // What cannot be made ready has no pages yet.
    if ambient::of_files(&files).is_ok() {
        let progress = Progress::new();
        let judged = sample::judge(&files, &|stage, done, total| progress.tell(stage, done, total));
        progress.end();
        let judged = judged?;
        findings.extend(judged.findings);
        pages = judged.pages;
    }
    findings.sort();
    let count = |grade| findings.iter().filter(|finding| finding.grade == grade).count();
    let report = Report {
        pages,
        errors: count(Grade::Error),
        warnings: count(Grade::Warning),
        notes: count(Grade::Note),
        findings: ambient::located(findings, folder.as_deref()),
        theme: folder,
    };
    tell(&report, arguments.json);
    match report.errors {
        0 => Ok(()),
        _ => Err(Failure::Told),
    }
}

/// The folder that is meant; none for the theme that comes with the program.
fn folder(arguments: &CheckTheme) -> Result<Option<PathBuf>, Failure> {
    let data = &arguments.data.data;
    match &arguments.folder {
        Some(folder) => Ok(Some(folder.clone())),
        None if data.join(configuration::FILE).is_file() => Ok(DataDirectory::find(data)?.theme()),
        None => Ok(None),
    }
}

fn tell(report: &Report, json: bool) {
    if json {
        return output::json(report);
    }
    for finding in &report.findings {
        output::line(&finding.to_string());
    }
    let of = |count: usize, name: &str| match count {
        1 => format!("1 {name}"),
        count => format!("{count} {name}s"),
    };
    output::line(&format!(
        "{}, {}, {}; {} looked at",
        of(report.errors, "error"),
        of(report.warnings, "warning"),
        of(report.notes, "note"),
        of(report.pages, "page")
    ));
}
