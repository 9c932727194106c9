//! Files as they lie on a disk, and the progress that is told while they are read.

use std::cell::RefCell;

use content::Instant;
use editorial::{Actor, Files, ImportError, ImportOptions, Progress, Stage, export, import};

use crate::cast::{Newsroom, developed, folder};

fn options() -> ImportOptions {
    ImportOptions {
        dry_run: false,
        minor: false,
        now: Instant(1_700_000_000_000),
    }
}

#[test]
fn a_folder_is_read_without_its_hidden_files() {
    let disk = tempfile::tempdir().unwrap();
    for (path, bytes) in folder() {
        let place = disk.path().join(&path);
        std::fs::create_dir_all(place.parent().unwrap()).unwrap();
        std::fs::write(place, bytes).unwrap();
    }
    std::fs::create_dir_all(disk.path().join(".git/objects")).unwrap();
    std::fs::write(disk.path().join(".git/config"), "x").unwrap();
    std::fs::write(disk.path().join("stories/.draft.swp"), "x").unwrap();
    let newsroom = Newsroom::empty();
    let files = Files::folder(disk.path()).unwrap().developing(developed);
    let report = import(&newsroom.store, &Actor::operator("Ada"), &files, &options(), &|_| {}).unwrap();
    assert_eq!(report.created, folder().len());
    assert!(Files::folder(&disk.path().join("nowhere")).is_err());
}

#[test]
fn a_file_that_cannot_be_read_is_told() {
    let newsroom = Newsroom::empty();
    let mut paths: Vec<String> = folder().into_keys().collect();
    paths.push("tags/lost.toml".to_owned());
    let cast = folder();
    let files = Files::new(paths, |path| {
        cast.get(path)
            .cloned()
            .ok_or_else(|| std::io::Error::from(std::io::ErrorKind::NotFound))
    })
    .developing(developed);
    let error = import(&newsroom.store, &Actor::operator("Ada"), &files, &options(), &|_| {}).unwrap_err();
    let ImportError::Refused(refusal) = error else {
        panic!("{error}")
    };
    assert_eq!(refusal.problems.len(), 1);
    assert_eq!(refusal.problems[0].file, "tags/lost.toml");
}

#[test]
fn progress_counts_every_file_once_and_ends_with_all() {
    let newsroom = Newsroom::empty();
    let told: RefCell<Vec<Progress>> = RefCell::new(Vec::new());
    let files: Vec<(String, Vec<u8>)> = folder().into_iter().collect();
    let total = files.len();
    let tell = |progress| told.borrow_mut().push(progress);
    import(
        &newsroom.store,
        &Actor::operator("Ada"),
        &Files::from(files).developing(developed),
        &options(),
        &tell,
    )
    .unwrap();
    let told = told.into_inner();
    assert!(told.windows(2).all(|pair| pair[0].done <= pair[1].done));
    assert!(told.iter().all(|progress| progress.total == total));
    let last = |stage| told.iter().rfind(|progress| progress.stage == stage).unwrap().done;
    assert_eq!([last(Stage::Reading), last(Stage::Saving)], [total, total]);
}

#[test]
fn an_export_that_cannot_write_says_where() {
    let newsroom = Newsroom::with_cast();
    let mut write = |path: &str, _: &[u8]| {
        if path.starts_with("stories/") {
            Err(std::io::Error::other("disk full"))
        } else {
            Ok(())
        }
    };
    let error = export(&newsroom.store, &mut write, &|_| {}).unwrap_err().to_string();
    assert!(error.contains("stories/") && error.contains("disk full"), "{error}");
}
