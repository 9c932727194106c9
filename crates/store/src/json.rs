//! Values that a row keeps as JSON, and the errors that name the row when one cannot be read.

use content::{Instant, Subject};
use language::Locale;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::StoreError;

/// Names a row in an error.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    pub(crate) table: &'static str,
    /// The parts of its key.
    pub(crate) key: &'a [&'a str],
}

impl Place<'_> {
    /// Reads a value that the row keeps as JSON.
    pub(crate) fn json<T: DeserializeOwned>(self, text: &str) -> Result<T, StoreError> {
        serde_json::from_str(text).map_err(|error| self.damaged(&error))
    }

    pub(crate) fn subject(self, text: &str) -> Result<Subject, StoreError> {
        text.parse().map_err(|error| self.damaged(&error))
    }

    pub(crate) fn locale(self, text: &str) -> Result<Locale, StoreError> {
        Locale::parse(text).map_err(|error| self.damaged(&error))
    }

    /// The error that this row cannot be read.
    pub(crate) fn damaged(self, reason: &dyn std::fmt::Display) -> StoreError {
        StoreError::Damaged {
            table: self.table,
            row: self.key.join(" "),
            reason: reason.to_string(),
        }
    }
}

/// Writes a value as JSON for a row.
pub(crate) fn to_json<T: Serialize + ?Sized>(value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| StoreError::Failed {
        engine: "JSON",
        statement: "writing a value",
        source: Box::new(error),
    })
}

/// The instant as a nullable column holds it.
pub(crate) fn instant(value: Option<i64>) -> Option<Instant> {
    value.map(Instant)
}
