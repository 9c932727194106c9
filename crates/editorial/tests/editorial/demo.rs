//! The demo's folder of content, as a whole.

use std::path::Path;

use crate::cast::{Folder, Newsroom};

#[test]
fn the_demo_is_taken_in_completely_and_comes_out_as_it_went_in() {
    let demo = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo"));
    let newsroom = Newsroom::empty();
    // What stands beside a picture is one with it.
    let things = demo
        .keys()
        .filter(|path| !(path.starts_with("media/") && path.ends_with(".toml")))
        .count();
    assert_eq!(newsroom.import(&demo).created, things);
    let again = newsroom.import(&demo);
    assert_eq!(
        (again.created, again.changed, again.unchanged),
        (0, 0, things),
        "{:?}",
        again.items
    );

    let exported = newsroom.export();
    assert_eq!(exported.len(), demo.len());
    let second = Newsroom::empty();
    second.import(&exported);
    assert_eq!(second.export(), exported);
    let same = newsroom.import(&exported);
    assert_eq!((same.created, same.changed), (0, 0), "{:?}", same.items);
}

fn read(root: &Path) -> Folder {
    let mut folder = Folder::new();
    let files = editorial::Files::folder(root).unwrap();
    for path in files.paths() {
        folder.insert(path.clone(), std::fs::read(root.join(path)).unwrap());
    }
    folder
}
