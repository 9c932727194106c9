//! Files that come with the program: the theme, the messages, the demo.

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};

static THEME: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../themes/coalition");
static LOCALES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../locales");
static DEMO: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../demo");
static DEMO_CORRECTIONS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../demo-corrections");

/// The files of the theme by name.
pub(crate) fn theme() -> BTreeMap<String, Vec<u8>> {
    files(&THEME)
}

/// The message files by name.
pub(crate) fn locales() -> BTreeMap<String, Vec<u8>> {
    files(&LOCALES)
}

/// The files of the demo by path.
pub(crate) fn demo() -> BTreeMap<String, Vec<u8>> {
    files(&DEMO)
}

/// The files of the demo that are corrected once the others were taken in, by path.
pub(crate) fn demo_corrections() -> BTreeMap<String, Vec<u8>> {
    files(&DEMO_CORRECTIONS)
}

fn files(dir: &Dir<'_>) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    collect(dir, &mut found);
    found
}

fn collect(dir: &Dir<'_>, found: &mut BTreeMap<String, Vec<u8>>) {
    for file in dir.files() {
        found.insert(
            file.path().to_string_lossy().replace('\\', "/"),
            file.contents().to_vec(),
        );
    }
    dir.dirs().for_each(|dir| collect(dir, found));
}
