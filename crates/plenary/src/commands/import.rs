//! `plenary content import`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use content::Noun;
use editorial::{Files, ImportError, ImportOptions, ImportReport, Outcome, Progress as Step, Stage, import};

use crate::arguments::Import;
use crate::data::DataDirectory;
use crate::error::{Failure, file};
use crate::progress::Progress;
use crate::{clock, output};

/// So many changed things are listed one by one.
const LISTED_MAX: usize = 40;

pub(super) fn run(arguments: &Import) -> Result<(), Failure> {
    let data = DataDirectory::find(&arguments.data.data)?;
    let paths = collect(&arguments.paths)?;
    let names = paths.keys().cloned().collect();
    let files = Files::new(names, |name| match paths.get(name) {
        Some(path) => std::fs::read(path),
        None => Err(std::io::ErrorKind::NotFound.into()),
    })
    .developing(data.developer()?);
    let progress = Progress::new();
    let actor = super::actor(arguments.actor.as_deref());
    let options = ImportOptions {
        dry_run: arguments.dry_run,
        minor: arguments.minor,
        now: clock::now(),
    };
    let outcome = import(&data.store()?, &actor, &files, &options, &|step| show(&progress, step));
    progress.end();
    tell(outcome, arguments.json)?;
    data.wake();
    Ok(())
}

/// Shows how far an import or export is.
pub(super) fn show(progress: &Progress, step: Step) {
    let stage = match step.stage {
        Stage::Reading => "reading",
        Stage::Saving => "saving",
        Stage::Writing => "writing",
    };
    progress.tell(stage, step.done, step.total);
}

/// Prints what an import came to.
pub(super) fn tell(outcome: Result<ImportReport, ImportError>, json: bool) -> Result<(), Failure> {
    match outcome {
        Ok(report) if json => output::json(&report),
        Ok(report) => {
            for warning in &report.warnings {
                output::note(&warning.to_string());
            }
            tell_report(&report);
        }
        Err(ImportError::Editorial(error)) => return Err(error.into()),
        Err(ImportError::Refused(refusal)) => {
            if json {
                output::json(&refusal);
            }
            for problem in &refusal.problems {
                output::note(&problem.to_string());
            }
            for conflict in &refusal.conflicts {
                let versions = [
                    ("before", &conflict.conflict.before),
                    ("in the store", &conflict.conflict.store),
                    ("in the file", &conflict.conflict.file),
                ];
                output::note(&format!(
                    "{}:{}: {}: changed both here and in the store since this file was exported",
                    conflict.file, conflict.line, conflict.conflict.place
                ));
                for (name, words) in versions {
                    output::note(&format!("  {name}: {}", words.as_deref().unwrap_or("(not there)")));
                }
            }
            let (problems, conflicts) = (refusal.problems.len(), refusal.conflicts.len());
            output::problem(&format!(
                "nothing was imported: {problems} problems, {conflicts} conflicts"
            ));
            return Err(Failure::Told);
        }
    }
    Ok(())
}

fn tell_report(report: &ImportReport) {
    for item in report.items.iter().take(LISTED_MAX) {
        let what = match item.outcome {
            Outcome::Created => "new",
            Outcome::Changed => "changed",
            Outcome::Unchanged => "unchanged",
        };
        let locale = item.locale.map(|locale| format!(" {locale}")).unwrap_or_default();
        let places = if item.places.is_empty() {
            String::new()
        } else {
            format!(" ({})", item.places.join(", "))
        };
        output::line(&format!("{what:9} {}{locale}{places}", item.subject));
    }
    if report.items.len() > LISTED_MAX {
        output::line(&format!("… and {} more", report.items.len() - LISTED_MAX));
    }
    let dry = if report.dry_run { " (nothing was written)" } else { "" };
    output::line(&format!(
        "{} files: {} new, {} changed, {} unchanged, {:.2} seconds{dry}",
        report.files, report.created, report.changed, report.unchanged, report.seconds
    ));
}

/// The files to be read by their paths within content: of whole content folders, and single ones.
fn collect(given: &[PathBuf]) -> Result<BTreeMap<String, PathBuf>, Failure> {
    let mut found = BTreeMap::new();
    for path in given {
        let path = path.canonicalize().map_err(file(path))?;
        let (root, within) = content_root(&path);
        if path.is_dir() {
            let files = Files::folder(&path).map_err(file(&path))?;
            for name in files.paths() {
                found.insert(joined(&within, name), path.join(name));
            }
        } else {
            let name = path.strip_prefix(&root).unwrap_or(&path).to_string_lossy().into_owned();
            found.insert(name, path.clone());
        }
    }
    Ok(found)
}

fn joined(within: &str, name: &str) -> String {
    if within.is_empty() {
        name.to_owned()
    } else {
        format!("{within}/{name}")
    }
}

/// The content folder of a path, and the path of a folder within it: `stories` may be given alone.
fn content_root(path: &Path) -> (PathBuf, String) {
    let name_of = |path: &Path| {
        path.file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default()
    };
    let is_collection = |path: &Path| Noun::of_collection(&name_of(path)).is_some();
    let parent = path.parent().map(Path::to_owned).unwrap_or_default();
    if path.is_dir() {
        return if is_collection(path) {
            (parent, name_of(path))
        } else {
            (path.to_owned(), String::new())
        };
    }
    if is_collection(&parent) {
        return (
            parent.parent().map(Path::to_owned).unwrap_or_default(),
            name_of(&parent),
        );
    }
    (parent, String::new())
}
