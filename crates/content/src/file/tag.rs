//! Reading a tag's file.

use super::fields::{Fields, LINE_MAX};
use super::problem::Problems;
use crate::record::Tag;
use crate::subject::Subject;

pub(super) fn read(subject: Subject, source: &str, problems: &mut Problems) -> Option<Tag> {
    let mut fields = Fields::parse(source, 1, problems)?;
    if !fields.has("name") {
        fields.problem(
            "name",
            problems,
            "it is missing",
            "write [name] and below it en = \"…\", one line a language",
        );
    }
    let names = fields.per_locale("name", LINE_MAX, problems);
    fields.end(&["name"], problems);
    Some(Tag { subject, names })
}
