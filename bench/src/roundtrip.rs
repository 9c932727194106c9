//! Out and in again: what is exported, imported into an empty newsroom and exported once more is the same, byte by byte.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::corpus;
use crate::failure::{Failure, file};
use crate::figures::{Row, note, short};
use crate::newsroom::Newsroom;
use crate::process::Cost;

/// So many differing files are named.
const NAMED_MAX: usize = 10;

/// Measures and gives the table's rows.
///
/// # Errors
/// If a program fails or a file cannot be read.
pub fn run(stories: usize, work: &Path) -> Result<Vec<Row>, Failure> {
    let corpus = corpus::write_content(stories, corpus::POSTS, work)?;
    let (one, two) = (work.join("exported"), work.join("again"));
    let first = Newsroom::new(&work.join("first"))?;
    first.init()?;
    let taken = first.import(&corpus.content)?;
    let written = first.export(&one)?;
    let second = Newsroom::new(&work.join("second"))?;
    second.init()?;
    let again = second.import(&one)?;
    second.export(&two)?;
    let differing = differences(&one, &two)?;
    for path in differing.iter().take(NAMED_MAX) {
        note(&format!("differs: {}", path.display()));
    }
    let seconds = |cost: Cost| {
        let (wall, work) = (short(cost.wall.as_secs_f64()), short(cost.processor().as_secs_f64()));
        format!("{wall} s, {work} s")
    };
    let what = format!("{stories} stories, {} files", corpus.files);
    Ok(vec![
        Row::told(format!("{what}: import, clock and processor"), seconds(taken)),
        Row::told(format!("{what}: export"), seconds(written)),
        Row::told(format!("{what}: import of what was exported"), seconds(again)),
        Row::at_most(
            format!("{what}: files that differ after out, in, out"),
            differing.len() as f64,
            0.0,
            "",
        ),
    ])
}

/// The files that are not the same in two folders, or stand in one alone.
fn differences(one: &Path, two: &Path) -> Result<BTreeSet<PathBuf>, Failure> {
    let mut all = BTreeSet::new();
    list(one, Path::new(""), &mut all)?;
    list(two, Path::new(""), &mut all)?;
    let same = |path: &PathBuf| matches!((std::fs::read(one.join(path)), std::fs::read(two.join(path))), (Ok(a), Ok(b)) if a == b);
    all.retain(|path| !same(path));
    Ok(all)
}

fn list(root: &Path, within: &Path, found: &mut BTreeSet<PathBuf>) -> Result<(), Failure> {
    let folder = root.join(within);
    for entry in std::fs::read_dir(&folder).map_err(file(&folder))? {
        let entry = entry.map_err(file(&folder))?;
        let path = within.join(entry.file_name());
        match entry.file_type().map_err(file(&folder))?.is_dir() {
            true => list(root, &path, found)?,
            false => drop(found.insert(path)),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_differ_or_are_missing_are_found() {
        let folder = tempfile::tempdir().unwrap();
        let (one, two) = (folder.path().join("one"), folder.path().join("two"));
        for (root, name, text) in [
            (&one, "a/same", "x"),
            (&two, "a/same", "x"),
            (&one, "b", "1"),
            (&two, "b", "2"),
            (&two, "a/c", ""),
        ] {
            let path = root.join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        let found: Vec<PathBuf> = differences(&one, &two).unwrap().into_iter().collect();
        assert_eq!(found, [PathBuf::from("a/c"), PathBuf::from("b")]);
    }
}
