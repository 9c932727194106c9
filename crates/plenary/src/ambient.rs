//! Theme, messages and address, made ready for the press: those that come with the program, or a theme of one's own.

use std::path::Path;
use std::sync::Arc;

use press::Ambient;
use theme::{FileMap, Finding, Ready};

use crate::embedded;
use crate::error::{Failure, file};

/// Makes a theme ready: the one that lies in a folder, or the one that comes with the program.
pub(crate) fn ready(folder: Option<&Path>) -> Result<Ready, Failure> {
    of_files(&files_of(folder)?).map_err(|findings| Failure::Theme(located(findings, folder)))
}

/// Makes a theme ready of which the files were read.
pub(crate) fn of_files(files: &FileMap) -> Result<Ready, Vec<Finding>> {
    theme::ready(files, &embedded::theme(), &embedded::locales())
}

/// What surrounds pages, with the address under which they are read.
pub(crate) fn ambient(ready: Ready, base: &str) -> Ambient {
    let catalogues = ready
        .catalogues
        .into_iter()
        .map(|catalogue| (catalogue.locale(), Arc::new(catalogue)));
    Ambient {
        theme: Arc::new(ready.theme),
        catalogues: catalogues.collect(),
        base: base.to_owned(),
    }
}

/// The widths in which a theme asks for pictures.
pub(crate) fn picture_widths(folder: Option<&Path>) -> Result<Vec<u32>, Failure> {
    theme::widths(&files_of(folder)?).map_err(|finding| Failure::Theme(located(vec![finding], folder)))
}

/// The files of a theme.
pub(crate) fn files_of(folder: Option<&Path>) -> Result<FileMap, Failure> {
    match folder {
        Some(folder) => read_folder(folder),
        None => Ok(embedded::theme()),
    }
}

/// Findings with the folder before their files, as one can click them in a terminal.
pub(crate) fn located(findings: Vec<Finding>, folder: Option<&Path>) -> Vec<Finding> {
    let Some(folder) = folder else { return findings };
    let located = |finding: Finding| match finding.file.starts_with(['/', '~']) {
        true => finding,
        false => Finding {
            file: folder.join(&finding.file).display().to_string(),
            ..finding
        },
    };
    findings.into_iter().map(located).collect()
}

/// The files in a folder and in the folders within it, but not deeper.
fn read_folder(folder: &Path) -> Result<FileMap, Failure> {
    let mut found = FileMap::new();
    for (name, path) in entries(folder)? {
        if path.is_file() {
            found.insert(name, std::fs::read(&path).map_err(file(&path))?);
        } else if path.is_dir() && !name.starts_with('.') {
            for (inner, path) in entries(&path)?.into_iter().filter(|(_, path)| path.is_file()) {
                found.insert(format!("{name}/{inner}"), std::fs::read(&path).map_err(file(&path))?);
            }
        }
    }
    found.retain(|path, _| theme::is_read(path));
    Ok(found)
}

/// What lies in a folder, by name.
pub(crate) fn entries(folder: &Path) -> Result<Vec<(String, std::path::PathBuf)>, Failure> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(file(folder))? {
        let entry = entry.map_err(file(folder))?;
        found.push((entry.file_name().to_string_lossy().into_owned(), entry.path()));
    }
    Ok(found)
}
