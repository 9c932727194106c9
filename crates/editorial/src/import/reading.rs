//! Reading the files of one subject: what parses, what does not, and on which line to say so.

use content::Subject;
use content::file::{self, EntryFile, Parsed, Problem};

use super::files::Files;
use super::line::line_of;
use super::media::Medium;
use super::queue::Job;

/// The files of one subject, read.
pub(super) struct Group {
    pub(super) subject: Subject,
    pub(super) files: usize,
    /// The texts of an entry with their paths.
    pub(super) texts: Vec<(String, EntryFile)>,
    /// What else it is, with its path.
    pub(super) other: Option<(String, Parsed)>,
    /// If it is a picture, recording or document.
    pub(super) medium: Option<Box<Medium>>,
    /// What does not parse.
    pub(super) problems: Vec<Problem>,
}

/// Reads the files of one subject.
pub(super) fn read_group(files: &Files<'_>, job: &Job) -> Group {
    let mut group = Group {
        subject: job.subject.clone(),
        files: job.paths.len(),
        texts: Vec::new(),
        other: None,
        medium: None,
        problems: Vec::new(),
    };
    for path in &job.paths {
        match read_file(files, path) {
            Ok(Parsed::Entry(text)) => group.texts.push((path.clone(), *text)),
            Ok(Parsed::Media(media, bytes)) => group.medium().file = Some((path.clone(), *media, bytes)),
            Ok(Parsed::About(_, about)) => group.medium().about = Some((path.clone(), about)),
            Ok(other) => group.other = Some((path.clone(), other)),
            Err(problems) => group.problems.extend(problems),
        }
    }
    group
}

impl Group {
    fn medium(&mut self) -> &mut Medium {
        let subject = &self.subject;
        self.medium.get_or_insert_with(|| {
            Box::new(Medium {
                subject: subject.clone(),
                file: None,
                about: None,
                developed: None,
            })
        })
    }
}

/// Reads one file.
pub(super) fn read_file(files: &Files<'_>, path: &str) -> Result<Parsed, Vec<Problem>> {
    match files.read(path) {
        Ok(bytes) => file::read(path, &bytes),
        Err(error) => {
            let message = format!("the file cannot be read: {error}");
            Err(vec![Problem::whole_file(
                path,
                message,
                "check that it is there and may be read",
            )])
        }
    }
}

/// A problem with a field, on its line. The file is read once more for it: problems are rare, files are many.
pub(super) fn field_problem(
    files: &Files<'_>,
    path: &str,
    field: &str,
    message: impl Into<String>,
    remedy: impl Into<String>,
) -> Problem {
    let bytes = files.read(path).unwrap_or_default();
    Problem {
        file: path.to_owned(),
        line: line_of(&String::from_utf8_lossy(&bytes), field),
        field: field.to_owned(),
        message: message.into(),
        remedy: remedy.into(),
    }
}
