//! The files of an import: their paths, and how one is read when its turn comes, so that a large folder never has to
//! be in memory as a whole.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use content::media::{Media, MediaFile};

/// The files of an import, and how pictures and recordings among them are made into what the public is given.
pub struct Files<'a> {
    paths: Vec<String>,
    read: Reading<'a>,
    develop: Option<Developing<'a>>,
}

/// What the public is given of a picture or recording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Developed {
    /// Its width in pixels, the right way up; 0 of what is not seen.
    pub width: u32,
    /// Its height in pixels, the right way up; 0 of what is not seen.
    pub height: u32,
    /// How long it plays, in milliseconds.
    pub duration: Option<u64>,
    /// The files with their bytes, the smallest first.
    pub files: Vec<(MediaFile, Vec<u8>)>,
}

/// Why a picture or recording is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// What is wrong with it.
    pub message: String,
    /// What to do.
    pub remedy: String,
}

type Reading<'a> = Box<dyn Fn(&str) -> io::Result<Vec<u8>> + Sync + 'a>;
type Developing<'a> = Box<dyn Fn(&Media, &[u8]) -> Result<Developed, Refused> + Sync + 'a>;

/// How deep below the content folder files are looked for: content has one level of folders; a level more is looked
/// at, so that what lies too deep is told instead of lost.
const DEPTH_MAX: usize = 3;

impl<'a> Files<'a> {
    /// Files by their paths, relative to the content folder and with `/` between their parts.
    pub fn new(paths: Vec<String>, read: impl Fn(&str) -> io::Result<Vec<u8>> + Sync + 'a) -> Files<'a> {
        Files {
            paths,
            read: Box::new(read),
            develop: None,
        }
    }

    /// The same, with the way in which pictures and recordings are made into what the public is given. Decoding what
    /// strangers made is dangerous work: it belongs into a process of its own.
    pub fn developing(self, develop: impl Fn(&Media, &[u8]) -> Result<Developed, Refused> + Sync + 'a) -> Files<'a> {
        Files {
            develop: Some(Box::new(develop)),
            ..self
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

    /// Makes of a picture or recording what the public is given.
    pub(super) fn develop(&self, media: &Media, bytes: &[u8]) -> Result<Developed, Refused> {
        match &self.develop {
            Some(develop) => develop(media, bytes),
            None => Err(Refused {
                message: "pictures and recordings cannot be taken in here".to_owned(),
                remedy: "import it with plenary content import".to_owned(),
            }),
        }
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
