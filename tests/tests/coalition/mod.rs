//! A coalition of its own for a test, on the disk: content in a folder, what came of it in another.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::program::{done, plenary, words};

/// A coalition in a folder of its own, with its content beside it.
pub(crate) struct Coalition {
    folder: TempDir,
}

impl Coalition {
    pub(crate) fn new() -> Coalition {
        let coalition = Coalition {
            folder: tempfile::tempdir().unwrap(),
        };
        done(&["init", &coalition.data(), "--locales", "en,ar"]);
        coalition
    }

    pub(crate) fn data(&self) -> String {
        self.folder.path().join("data").display().to_string()
    }

    pub(crate) fn content(&self) -> PathBuf {
        self.folder.path().join("content")
    }

    pub(crate) fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.content().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }

    pub(crate) fn import(&self) -> String {
        done(&[
            "content",
            "import",
            "--data",
            &self.data(),
            &self.content().display().to_string(),
        ])
    }

    /// Imports what must be refused, and gives what is told.
    pub(crate) fn refused(&self) -> String {
        let content = self.content().display().to_string();
        let refused = plenary(&["content", "import", "--data", &self.data(), &content]);
        assert_eq!(refused.status.code(), Some(1));
        words(&refused.stderr)
    }

    /// The whole site as files.
    pub(crate) fn pressed(&self, name: &str) -> PathBuf {
        let out = self.folder.path().join(name);
        done(&["press", "--data", &self.data(), "--output", &out.display().to_string()]);
        out
    }
}

/// The names of what lies in a folder.
pub(crate) fn files_of(folder: &Path) -> BTreeSet<String> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return BTreeSet::new();
    };
    entries
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect()
}

/// Whether some file below a folder holds these bytes.
pub(crate) fn is_within(folder: &Path, bytes: &[u8]) -> bool {
    std::fs::read_dir(folder).unwrap().any(|entry| {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => is_within(&path, bytes),
            false => std::fs::read(&path)
                .unwrap()
                .windows(bytes.len())
                .any(|window| window == bytes),
        }
    })
}
