//! What is wrong with a file: where, what, and what to do about it.

use std::fmt;

use serde::Serialize;

/// One problem of one file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Problem {
    /// The file, relative to the content folder.
    pub file: String,
    /// The line, from 1; 0 where the whole file is meant.
    pub line: usize,
    /// The field; empty where none is meant.
    pub field: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub remedy: String,
}

/// The problems of one file while it is read.
#[derive(Debug)]
pub struct Problems {
    file: String,
    found: Vec<Problem>,
}

impl Problem {
    /// A problem of a file as a whole.
    pub fn whole_file(file: &str, message: impl Into<String>, remedy: impl Into<String>) -> Problem {
        Problem {
            file: file.to_owned(),
            line: 0,
            field: String::new(),
            message: message.into(),
            remedy: remedy.into(),
        }
    }
}

impl Problems {
    /// None yet.
    pub fn new(file: &str) -> Problems {
        Problems {
            file: file.to_owned(),
            found: Vec::new(),
        }
    }

    /// Adds a problem; line 0 means the whole file.
    pub fn at(&mut self, line: usize, field: &str, message: impl Into<String>, remedy: impl Into<String>) {
        self.found.push(Problem {
            file: self.file.clone(),
            line,
            field: field.to_owned(),
            message: message.into(),
            remedy: remedy.into(),
        });
    }

    /// Whether nothing was wrong so far.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// The problems in the order of their lines.
    pub fn into_vec(mut self) -> Vec<Problem> {
        self.found.sort_by_key(|problem| problem.line);
        self.found
    }

    /// The value if there were no problems.
    pub(crate) fn or<T>(self, value: Option<T>) -> Result<T, Vec<Problem>> {
        match value {
            Some(value) if self.is_empty() => Ok(value),
            _ => Err(self.into_vec()),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        if !self.field.is_empty() {
            write!(f, ": {}", self.field)?;
        }
        write!(f, ": {}; {}", self.message, self.remedy)
    }
}
