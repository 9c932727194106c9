//! Printing: results on standard output, problems and progress on standard error.

use std::io::Write;

use serde::Serialize;

/// Prints a line of a result. Who closed the pipe does not want to read it.
pub(crate) fn line(text: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{text}");
}

/// Prints a value as JSON.
pub(crate) fn json<T: Serialize>(value: &T) {
    match serde_json::to_string_pretty(value) {
        Ok(text) => line(&text),
        Err(error) => problem(&error.to_string()),
    }
}

/// Prints a value as JSON in one line, for lists that are long.
pub(crate) fn json_line<T: Serialize>(value: &T) {
    match serde_json::to_string(value) {
        Ok(text) => line(&text),
        Err(error) => problem(&error.to_string()),
    }
}

/// Prints a problem.
pub(crate) fn problem(text: &str) {
    if !text.is_empty() {
        let _ = writeln!(std::io::stderr().lock(), "plenary: {text}");
    }
}

/// Prints a line for those who watch.
pub(crate) fn note(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}
