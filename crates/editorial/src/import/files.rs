//! The files of an import: their paths, and how one is read when its turn comes, so that a large folder never has to
//! be in memory as a whole.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

/// The files of an import.
pub struct Files<'a> {
    paths: Vec<String>,
    read: Reading<'a>,
}

type Reading<'a> = Box<dyn Fn(&str) -> io::Result<Vec<u8>> + Sync + 'a>;

/// How deep below the content folder files are looked for: content has one level of folders; a level more is looked
/// at, so that what lies too deep is told instead of lost.
const DEPTH_MAX: usize = 3;

impl<'a> Files<'a> {
    /// Files by their paths, relative to the content folder and with `/` between their parts.
    pub fn new(paths: Vec<String>, read: impl Fn(&str) -> io::Result<Vec<u8>> + Sync + 'a) -> Files<'a> {
        Files {
            paths,
            read: Box::new(read),
        }
    }

    /// All files of a content folder, but for those that are hidden.
    ///
    /// # Errors
    /// What the system says of the folder.
    pub fn folder(folder: &Path) -> io::Result<Files<'static>> {
        let mut paths = Vec::new();
        list(folder, "", DEPTH_MAX, &mut paths)?;
        let folder = folder.to_owned();
        Ok(Files::new(paths, move |path| std::fs::read(folder.join(path))))
    }

    /// The paths.
    pub fn paths(&self) -> &[String] {
        &self.paths
    }

    /// Reads one file.
    pub(super) fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        (self.read)(path)
    }
}

impl From<Vec<(String, Vec<u8>)>> for Files<'static> {
    fn from(files: Vec<(String, Vec<u8>)>) -> Files<'static> {
        let paths = files.iter().map(|(path, _)| path.clone()).collect();
        let by_path: BTreeMap<String, Vec<u8>> = files.into_iter().collect();
        Files::new(paths, move |path| {
            by_path
                .get(path)
                .cloned()
                .ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))
        })
    }
}

fn list(folder: &Path, within: &str, depth: usize, paths: &mut Vec<String>) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let path = if within.is_empty() {
            name
        } else {
            format!("{within}/{name}")
        };
        if !entry.file_type()?.is_dir() {
            paths.push(path);
        } else if depth > 0 {
            list(&entry.path(), &path, depth - 1, paths)?;
        }
    }
    Ok(())
}
