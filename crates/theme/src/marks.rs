//! Templates as HTML: texts and tags with their lines, whatever stands between them in braces. And templates whose tags
//! carry their place, so that what is found on a page can be told with file and line.

use std::collections::BTreeMap;

use crate::files::{FileMap, is_template};

/// The attribute in which an element carries the file and line of its tag, as `FILE:LINE`.
pub(crate) const PLACE: &str = "data-theme-at";

/// A piece of a template.
#[derive(Debug)]
pub(crate) enum Piece {
    /// What is shown as it stands; braces are blank.
    Text(String),
    /// An opening tag.
    Tag(Tag),
}

/// An opening tag.
#[derive(Debug)]
pub(crate) struct Tag {
    /// In lower case.
    pub(crate) name: String,
    /// Names in lower case, values as they stand; braces are blank.
    pub(crate) attributes: Vec<(String, String)>,
    /// Where the name ends, in bytes.
    name_end: usize,
}

impl Tag {
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// The texts and opening tags of a template, with the line where each begins.
pub(crate) fn pieces(source: &str) -> Vec<(usize, Piece)> {
    let blank = blanked(source);
    let mut pieces = Vec::new();
    let (mut at, mut line) = (0, 1);
    while let Some(rest) = blank.get(at..).filter(|rest| !rest.is_empty()) {
        let length = match rest.starts_with('<') {
            true => {
                let length = tag_length(rest);
                if let Some(tag) = tag(rest.get(1..length).unwrap_or_default(), at + 1) {
                    pieces.push((line, Piece::Tag(tag)));
                }
                length
            }
            false => {
                let length = rest.find('<').unwrap_or(rest.len());
                pieces.push((line, Piece::Text(rest.get(..length).unwrap_or_default().to_owned())));
                length
            }
        };
        line += rest.get(..length).unwrap_or_default().matches('\n').count();
        at += length;
    }
    pieces
}

/// A theme's files with the place of each tag in its templates.
pub fn marked(files: &FileMap) -> FileMap {
    let mark = |(name, bytes): (&String, &Vec<u8>)| {
        let source = std::str::from_utf8(bytes).ok().filter(|_| is_template(name));
        let bytes = source.map_or_else(|| bytes.clone(), |source| marked_template(name, source).into_bytes());
        (name.clone(), bytes)
    };
    files.iter().map(mark).collect::<BTreeMap<_, _>>()
}

fn marked_template(name: &str, source: &str) -> String {
    let mut marked = String::new();
    let mut written = 0;
    for (line, piece) in pieces(source) {
        let Piece::Tag(tag) = piece else { continue };
        // The level of a heading is often a value: `<h{{ level }}>`.
        let rest = source.get(tag.name_end..).unwrap_or_default();
        let level = rest.find("}}").filter(|_| tag.name == "h" && rest.starts_with("{{"));
        let end = tag.name_end + level.map_or(0, |end| end + 2);
        marked.push_str(source.get(written..end).unwrap_or_default());
        marked.push_str(&format!(" {PLACE}=\"{name}:{line}\""));
        written = end;
    }
    marked + source.get(written..).unwrap_or_default()
}

/// A template with blanks in place of what stands in braces; every byte keeps its place, and every line its number.
fn blanked(source: &str) -> String {
    let mut blank = String::with_capacity(source.len());
    let mut rest = source;
    loop {
        let openings = [("{{", "}}"), ("{%", "%}"), ("{#", "#}")];
        let first = openings
            .iter()
            .filter_map(|(open, close)| Some((rest.find(open)?, *close)));
        let Some((at, close)) = first.min() else {
            blank.push_str(rest);
            return blank;
        };
        let (before, braces) = rest.split_at_checked(at).unwrap_or((rest, ""));
        let length = braces.find(close).map_or(braces.len(), |end| end + close.len());
        let (braces, after) = braces.split_at_checked(length).unwrap_or((braces, ""));
        blank.push_str(before);
        blank.extend(braces.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
        rest = after;
    }
}

/// How long the tag is with which a text begins.
fn tag_length(text: &str) -> usize {
    if text.starts_with("<!--") {
        return text.find("-->").map_or(text.len(), |end| end + 3);
    }
    let mut quote = None;
    for (at, letter) in text.char_indices() {
        match (quote, letter) {
            (None, '"' | '\'') => quote = Some(letter),
            (None, '>') => return at + 1,
            (Some(open), letter) if open == letter => quote = None,
            _ => {}
        }
    }
    text.len()
}

/// The tag between `<` and `>`; none for the end of an element and the like.
fn tag(inner: &str, start: usize) -> Option<Tag> {
    let length = inner
        .find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-')
        .unwrap_or(inner.len());
    let (name, rest) = inner.split_at_checked(length)?;
    name.starts_with(|letter: char| letter.is_ascii_alphabetic())
        .then(|| Tag {
            name: name.to_ascii_lowercase(),
            attributes: attributes(rest),
            name_end: start + length,
        })
}

fn attributes(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|letter: char| letter.is_whitespace() || matches!(letter, '/' | '>'));
        let end = rest.find(|letter: char| letter.is_whitespace() || matches!(letter, '=' | '/' | '>'));
        let (name, after) = rest.split_at_checked(end.unwrap_or(rest.len())).unwrap_or((rest, ""));
        if name.is_empty() && after.is_empty() {
            return found;
        }
        let (value, after) = match after.trim_start().strip_prefix('=') {
            None => ("", after),
            Some(value) => value_of(value.trim_start()),
        };
        found.push((name.to_ascii_lowercase(), value.to_owned()));
        rest = after;
    }
}

fn value_of(text: &str) -> (&str, &str) {
    match text.chars().next().filter(|quote| matches!(quote, '"' | '\'')) {
        Some(quote) => text
            .get(1..)
            .and_then(|text| text.split_once(quote))
            .unwrap_or((text, "")),
        None => {
            let end = text
                .find(|letter: char| letter.is_whitespace() || letter == '>')
                .unwrap_or(text.len());
            text.split_at_checked(end).unwrap_or((text, ""))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_marked_with_their_lines_and_braces_are_left_alone() {
        let source = "{# <b> #}\n<p{{ a }} class=\"{{ \"<i>\" }}\">é</p>\n<h{{ level }}{{ a }}><br/>";
        assert_eq!(
            marked_template("a.html", source),
            "{# <b> #}\n<p data-theme-at=\"a.html:2\"{{ a }} class=\"{{ \"<i>\" }}\">é</p>\n\
             <h{{ level }} data-theme-at=\"a.html:3\"{{ a }}><br data-theme-at=\"a.html:3\"/>"
        );
    }

    #[test]
    fn attributes_are_found_however_they_are_written() {
        let tag = tag("img alt='a b' src=x.png hidden data-x = \"{\" /", 0).unwrap();
        let found: Vec<(&str, &str)> = tag
            .attributes
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        assert_eq!(
            found,
            [("alt", "a b"), ("src", "x.png"), ("hidden", ""), ("data-x", "{")]
        );
    }
}
