//! Writing values of TOML that stand on one line.

use std::collections::BTreeMap;
use std::fmt::{Display, Write};

use language::Locale;

use crate::subject::Subject;

/// A table on one line; what is not given is not written.
#[derive(Default)]
pub(super) struct Inline(Vec<String>);

impl Inline {
    pub(super) fn new() -> Inline {
        Inline::default()
    }

    pub(super) fn raw(mut self, name: &str, value: impl Display) -> Inline {
        self.0.push(format!("{name} = {value}"));
        self
    }

    pub(super) fn maybe(self, name: &str, value: Option<impl Display>) -> Inline {
        match value {
            Some(value) => self.raw(name, value),
            None => self,
        }
    }

    pub(super) fn text(self, name: &str, value: &str) -> Inline {
        self.raw(name, quote(value))
    }

    pub(super) fn maybe_text(self, name: &str, value: Option<&str>) -> Inline {
        self.maybe(name, value.map(quote))
    }

    pub(super) fn keys(self, name: &str, subjects: &[Subject]) -> Inline {
        self.maybe(name, keys(subjects))
    }

    pub(super) fn per_locale(self, name: &str, subjects: &BTreeMap<Locale, Subject>) -> Inline {
        let each = subjects.iter().fold(Inline::new(), |table, (locale, subject)| {
            table.text(locale.as_str(), subject.key())
        });
        self.maybe(name, (!subjects.is_empty()).then(|| each.end()))
    }

    pub(super) fn end(self) -> String {
        match self.0.as_slice() {
            [] => "{}".to_owned(),
            values => format!("{{ {} }}", values.join(", ")),
        }
    }
}

/// A list of keys, if there are any.
pub(super) fn keys(subjects: &[Subject]) -> Option<String> {
    let keys: Vec<String> = subjects.iter().map(|subject| quote(subject.key())).collect();
    (!keys.is_empty()).then(|| format!("[{}]", keys.join(", ")))
}

/// A list of words, if there are any.
pub(super) fn words(words: &[String]) -> Option<String> {
    let words: Vec<String> = words.iter().map(|word| quote(word)).collect();
    (!words.is_empty()).then(|| format!("[{}]", words.join(", ")))
}

/// A TOML basic string: quotes, backslashes and control characters escaped.
pub(in crate::file) fn quote(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            control if control.is_control() => {
                // Writing into a string cannot fail.
                let _ = write!(out, "\\u{:04X}", u32::from(control));
            }
            other => out.push(other),
        }
    }
    out.push('"');
    out
}
