//! The head of an entry's file: TOML between two lines of `+++`.

use super::problem::Problems;

/// Head and body of a file, with the line on which each begins.
pub(super) struct Halves<'a> {
    /// The TOML.
    pub(super) head: &'a str,
    /// The line of the head's first line.
    pub(super) head_line: usize,
    /// The CommonMark.
    pub(super) body: &'a str,
    /// The line of the body's first line.
    pub(super) body_line: usize,
}

/// Cuts a file in two.
pub(super) fn split<'a>(source: &'a str, problems: &mut Problems) -> Option<Halves<'a>> {
    let mut offset = 0;
    let mut begin = None;
    for (number, line) in source.split_inclusive('\n').enumerate() {
        let fence = line.trim_end() == "+++";
        match begin {
            None if fence => begin = Some(offset + line.len()),
            None => break,
            Some(begin) if fence => {
                return Some(Halves {
                    head: source.get(begin..offset)?,
                    head_line: 2,
                    body: source.get(offset + line.len()..)?,
                    body_line: number + 2,
                });
            }
            Some(_) => {}
        }
        offset += line.len();
    }
    if begin.is_none() {
        problems.at(
            1,
            "",
            "the file does not begin with +++",
            "begin it with a line +++, then the fields, then +++",
        );
    } else {
        problems.at(
            1,
            "",
            "the head does not end",
            "put a line +++ between the fields and the text",
        );
    }
    None
}
