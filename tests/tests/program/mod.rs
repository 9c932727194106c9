//! The program as one types it: run with arguments, and what it says.

use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// The binary beside the folder in which this test lies.
pub(crate) fn binary() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let path = test.parent().unwrap().parent().unwrap().join("plenary");
    assert!(
        path.is_file(),
        "{} is missing: run cargo build -p plenary in the same profile first",
        path.display()
    );
    path
}

pub(crate) fn plenary(arguments: &[&str]) -> Output {
    Command::new(binary())
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

pub(crate) fn words(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Runs what must succeed.
#[track_caller]
pub(crate) fn done(arguments: &[&str]) -> String {
    let output = plenary(arguments);
    assert!(
        output.status.success(),
        "{arguments:?}: {}\n{}",
        output.status,
        words(&output.stderr)
    );
    words(&output.stdout)
}

/// Runs what must succeed and print JSON.
#[track_caller]
pub(crate) fn json(arguments: &[&str]) -> Value {
    let told = done(arguments);
    serde_json::from_str(&told).unwrap_or_else(|error| panic!("{arguments:?}: {error}\n{told}"))
}
