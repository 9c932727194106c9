//! What lies in a theme's folder: templates, files that pages name, messages, settings.

use std::collections::BTreeMap;

use crate::finding::Finding;

/// Files by their path from the theme's folder, with `/` between folder and name.
pub type FileMap = BTreeMap<String, Vec<u8>>;

/// The only folder within a theme that is read: the messages that it changes or adds.
pub const FOLDER: &str = "locales";
/// What the program must know of a theme.
pub(crate) const SETTINGS: &str = "theme.toml";

/// Whether a file of this name belongs to a theme at all: notes of its author and what editors leave behind do not.
pub fn is_read(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let left_behind = name.starts_with(['.', '#']) || name.ends_with(['~', '#']) || name.ends_with(".swp");
    let note = !name.contains('.') || name.ends_with(".md");
    !left_behind && !note
}

/// A theme's files by what they are.
#[derive(Debug, Default)]
pub(crate) struct Files {
    /// Templates by name.
    pub(crate) templates: BTreeMap<String, String>,
    /// Files that pages and style sheets name.
    pub(crate) assets: FileMap,
    /// Message files by the code of their locale.
    pub(crate) messages: BTreeMap<String, String>,
    /// The text of `theme.toml`.
    pub(crate) settings: String,
}

impl Files {
    /// Sorts files; what has no place in a theme is told.
    pub(crate) fn sort(files: &FileMap, findings: &mut Vec<Finding>) -> Files {
        let mut sorted = Files::default();
        for (path, bytes) in files.iter().filter(|(path, _)| is_read(path)) {
            if !is_text(path) {
                match path.contains('/') {
                    true => findings.push(misplaced(path)),
                    false => drop(sorted.assets.insert(path.clone(), bytes.clone())),
                }
                continue;
            }
            match std::str::from_utf8(bytes) {
                Ok(text) => sorted.take_text(path, text, findings),
                Err(error) => findings.push(not_text(path, bytes, error.valid_up_to())),
            }
        }
        sorted
    }

    fn take_text(&mut self, path: &str, text: &str, findings: &mut Vec<Finding>) {
        let messages = path
            .strip_prefix(FOLDER)
            .and_then(|rest| rest.strip_prefix('/'))
            .and_then(|name| name.strip_suffix(".ftl"))
            .filter(|code| !code.contains('/'));
        if let Some(code) = messages {
            self.messages.insert(code.to_owned(), text.to_owned());
        } else if path.contains('/') {
            findings.push(misplaced(path));
        } else if path == SETTINGS {
            text.clone_into(&mut self.settings);
        } else if is_template(path) {
            self.templates.insert(path.to_owned(), text.to_owned());
        } else {
            self.assets.insert(path.to_owned(), text.as_bytes().to_vec());
        }
    }

    /// The style sheets by name.
    pub(crate) fn sheets(&self) -> impl Iterator<Item = (&str, &str)> {
        let sheets = self.assets.iter().filter(|(name, _)| name.ends_with(".css"));
        sheets.filter_map(|(name, bytes)| Some((name.as_str(), std::str::from_utf8(bytes).ok()?)))
    }
}

/// Whether a file is a template.
pub(crate) fn is_template(path: &str) -> bool {
    path.ends_with(".html")
}

fn is_text(path: &str) -> bool {
    is_template(path)
        || [".css", ".ftl", ".js", ".svg", ".toml", ".txt"]
            .iter()
            .any(|end| path.ends_with(end))
}

fn misplaced(path: &str) -> Finding {
    Finding::error(
        (path, 0),
        "file",
        "a theme's files lie beside each other, and only locales/CODE.ftl in a folder",
        "move it into the theme's folder itself, or out of the theme",
    )
}

fn not_text(path: &str, bytes: &[u8], valid: usize) -> Finding {
    let before = bytes.get(..valid).unwrap_or_default();
    let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
    Finding::error((path, line), "file", "this is not UTF-8", "save the file as UTF-8")
}
