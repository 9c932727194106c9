//! A newsroom made by chance, the same on every machine: as content files, and as a site for Hugo.

mod files;
mod hugo;
mod markdown;
mod story;
mod words;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

pub use files::{story_file, story_path};
pub use story::{Block, Span, Stories, Story, Words, key, slug};
pub use words::{LOCALES, Tongue};

use crate::failure::{Failure, file};

/// So many posts a corpus has, unless one asks for others.
pub const POSTS: usize = 600;

/// A corpus on disk.
#[derive(Debug, Clone)]
pub struct Corpus {
    /// Its stories.
    pub stories: Stories,
    /// The folder of content files.
    pub content: PathBuf,
    /// The folder of the site for Hugo; empty if none was wanted.
    pub hugo: PathBuf,
    /// How many content files there are.
    pub files: usize,
}

/// Writes a corpus to `out/content` and `out/hugo`, which must not be there yet.
///
/// # Errors
/// If a file cannot be written.
pub fn write(stories: usize, posts: usize, out: &Path) -> Result<Corpus, Failure> {
    let corpus = write_content(stories, posts, out)?;
    hugo::write(&corpus.stories, &corpus.hugo)?;
    Ok(corpus)
}

/// Writes the content files alone.
///
/// # Errors
/// If a file cannot be written.
pub fn write_content(stories: usize, posts: usize, out: &Path) -> Result<Corpus, Failure> {
    let stories = Stories::new(stories);
    let content = out.join("content");
    let files = files::write(&stories, posts, &content)?;
    Ok(Corpus {
        stories,
        content,
        hugo: out.join("hugo"),
        files,
    })
}

/// A folder that is written to.
struct Folder {
    path: PathBuf,
    made: BTreeSet<PathBuf>,
    written: usize,
}

impl Folder {
    fn new(path: &Path) -> Result<Folder, Failure> {
        std::fs::create_dir_all(path).map_err(file(path))?;
        Ok(Folder {
            path: path.to_owned(),
            made: BTreeSet::new(),
            written: 0,
        })
    }

    fn write(&mut self, name: &str, text: &str) -> Result<(), Failure> {
        let path = self.path.join(name);
        let parent = path.parent().unwrap_or(&self.path);
        if !self.made.contains(parent) {
            std::fs::create_dir_all(parent).map_err(file(parent))?;
            self.made.insert(parent.to_owned());
        }
        self.written += 1;
        std::fs::write(&path, text).map_err(file(&path))
    }
}
