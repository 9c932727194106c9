//! A Fluent file as text: bounded before it is parsed, and able to tell the line of a place in it.

use std::borrow::Cow;
use std::sync::Arc;

use fluent_syntax::ast::Resource;
use fluent_syntax::parser;

use super::problem::{CatalogueFault, CatalogueProblem};

/// Bytes of the largest file that is read.
const MAX_FILE_BYTES: usize = 1 << 20;

/// Braces and parentheses that one entry may open. The parser calls itself for each, so this bounds its stack.
const MAX_OPENED: usize = 100;

/// The name of a file and its text, with line feeds alone at the ends of lines.
#[derive(Debug)]
pub(crate) struct Source<'s> {
    file: Arc<str>,
    text: Cow<'s, str>,
    /// Where the lines end, so that the line of a place is found without reading the file again.
    line_ends: Vec<usize>,
}

impl<'s> Source<'s> {
    pub(crate) fn new(file: &str, text: &'s str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let text = if text.contains('\r') {
            Cow::Owned(text.replace("\r\n", "\n"))
        } else {
            Cow::Borrowed(text)
        };
        let line_ends = text
            .bytes()
            .enumerate()
            .filter(|(_, byte)| *byte == b'\n')
            .map(|(at, _)| at)
            .collect();
        Self {
            file: file.into(),
            text,
            line_ends,
        }
    }

    pub(crate) fn file(&self) -> &str {
        &self.file
    }

    pub(crate) fn shared_file(&self) -> Arc<str> {
        Arc::clone(&self.file)
    }

    /// The entries of the file without its comments.
    pub(crate) fn parse(&self) -> Result<Resource<&str>, Vec<CatalogueProblem>> {
        self.check_bounds().map_err(|problem| vec![problem])?;
        parser::parse_runtime(self.text.as_ref()).map_err(|(_, errors)| {
            let problem = |error: parser::ParserError| {
                self.problem(
                    self.line_at(error.pos.start),
                    CatalogueFault::Syntax(error.kind.to_string()),
                )
            };
            errors.into_iter().map(problem).collect()
        })
    }

    /// The line on which a piece of this very text begins.
    pub(crate) fn line_of(&self, piece: &str) -> usize {
        let offset = (piece.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        self.line_at(offset)
    }

    pub(crate) fn last_line(&self) -> usize {
        self.text.lines().count().max(1)
    }

    pub(crate) fn problem(&self, line: usize, fault: CatalogueFault) -> CatalogueProblem {
        CatalogueProblem {
            file: self.file.to_string(),
            line,
            fault,
        }
    }

    fn line_at(&self, offset: usize) -> usize {
        1 + self.line_ends.partition_point(|end| *end < offset)
    }

    fn check_bounds(&self) -> Result<(), CatalogueProblem> {
        if self.text.len() > MAX_FILE_BYTES {
            let fault = CatalogueFault::TooLarge {
                bytes: self.text.len(),
                limit: MAX_FILE_BYTES,
            };
            return Err(self.problem(1, fault));
        }
        let mut opened = 0;
        for (at, line) in self.text.lines().enumerate() {
            if ends_what_is_open(line) {
                opened = 0;
            }
            if !line.starts_with('#') {
                opened += line.bytes().filter(|byte| matches!(byte, b'{' | b'(')).count();
            }
            if opened > MAX_OPENED {
                return Err(self.problem(at + 1, CatalogueFault::TooComplex { limit: MAX_OPENED }));
            }
        }
        Ok(())
    }
}

/// Whether the parser leaves every open brace at this line, at the latest: a comment, or `key =` at the
/// line's beginning, can only begin an entry.
fn ends_what_is_open(line: &str) -> bool {
    let begins_key = line
        .strip_prefix('-')
        .unwrap_or(line)
        .starts_with(|first: char| first.is_ascii_alphabetic());
    let key = line.split('=').next().unwrap_or_default().trim_end_matches(' ');
    let is_key = key
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    line.starts_with('#') || (begins_key && is_key && line.contains('='))
}
