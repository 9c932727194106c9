//! Style sheets on their way from the theme to the public: the files that they name get their addresses, and what only
//! their authors read is left out, since every visitor would load it.

use std::collections::BTreeMap;

use crate::assets::Asset;
use crate::templates::TemplateProblem;

/// A style sheet as visitors are given it.
pub(crate) fn ready(
    sheet: &str,
    bytes: Vec<u8>,
    assets: &BTreeMap<String, Asset>,
    problems: &mut Vec<TemplateProblem>,
) -> Vec<u8> {
    match std::str::from_utf8(&bytes) {
        Ok(source) => slim(&addressed(sheet, source, assets, problems)).into_bytes(),
        Err(_) => bytes,
    }
}

/// A style sheet with the addresses of the theme's files in place of their names: `url(logo.svg)` leads to them.
fn addressed(
    sheet: &str,
    source: &str,
    assets: &BTreeMap<String, Asset>,
    problems: &mut Vec<TemplateProblem>,
) -> String {
    let mut written = String::with_capacity(source.len());
    let mut rest = source;
    while let Some((before, name, after)) = next_url(rest) {
        written.push_str(before);
        match assets.get(name) {
            Some(asset) => written.push_str(&asset.path),
            None => {
                if !name.contains(':') && !name.starts_with(['/', '#']) {
                    problems.push(TemplateProblem {
                        template: sheet.to_owned(),
                        line: 1 + written.matches('\n').count(),
                        problem: format!("it names the file {name:?}, which does not lie beside it in the theme"),
                    });
                }
                written.push_str(name);
            }
        }
        rest = after;
    }
    written.push_str(rest);
    written
}

/// What stands before the next address of a style sheet, the address without quotes, and what follows.
fn next_url(text: &str) -> Option<(&str, &str, &str)> {
    const OPENING: &str = "url(";
    let (start, _) = text.match_indices(OPENING).find(|(at, _)| {
        let before = text.get(..*at).unwrap_or_default();
        before
            .rfind("/*")
            .is_none_or(|open| before.rfind("*/").is_some_and(|close| close > open))
    })?;
    let (before, tail) = text.split_at_checked(start + OPENING.len())?;
    let (inner, _) = tail.split_once(')')?;
    let name = inner.trim().trim_matches(['"', '\'']);
    let lead = inner.find(name).unwrap_or_default();
    let (before, tail) = text.split_at_checked(before.len() + lead)?;
    let (name, after) = tail.split_at_checked(name.len())?;
    Some((before, name, after))
}

/// A style sheet without comments, and without the white space that separates nothing (CSS Syntax Level 3, section 4).
fn slim(source: &str) -> String {
    let mut slim = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(next) = rest.chars().next() {
        let length = match next {
            '/' if rest.starts_with("/*") => {
                separate(&mut slim);
                rest.find("*/").map_or(rest.len(), |end| end + 2)
            }
            '"' | '\'' => {
                let length = quoted_length(rest, next);
                slim.push_str(rest.get(..length).unwrap_or(rest));
                length
            }
            _ if next.is_ascii_whitespace() => {
                separate(&mut slim);
                1
            }
            '{' | '}' | ';' | ',' => {
                if slim.ends_with(' ') {
                    slim.pop();
                }
                slim.push(next);
                1
            }
            _ => {
                slim.push(next);
                next.len_utf8()
            }
        };
        rest = rest.get(length..).unwrap_or_default();
    }
    slim.trim_end().to_owned()
}

/// One space, where one is needed.
fn separate(slim: &mut String) {
    if !slim.is_empty() && !slim.ends_with([' ', '{', '}', ';', ',']) {
        slim.push(' ');
    }
}

/// How long the quoted words are that a text begins with, with their quotes; a stroke before a letter takes its meaning.
fn quoted_length(text: &str, quote: char) -> usize {
    let mut escaped = false;
    let end = text.char_indices().skip(1).find(|(_, letter)| {
        let is_end = *letter == quote && !escaped;
        escaped = *letter == '\\' && !escaped;
        is_end
    });
    end.map_or(text.len(), |(at, _)| at + quote.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_only_authors_read_is_left_out() {
        let sheet = "/* One */\n.a , .b > c {\n  margin: 0  auto;\n  inline-size: calc(50% - 1rem); /* two */\n}\n\n@media (min-width: 40rem) { d { e: f } }\n";
        let wanted = ".a,.b > c{margin: 0 auto;inline-size: calc(50% - 1rem);}@media (min-width: 40rem){d{e: f}}";
        assert_eq!(slim(sheet), wanted);
    }

    #[test]
    fn words_in_quotes_stay_as_they_are() {
        for sheet in ["a{b: \" /* \\\" ;  } \"}", "a{b: '  ,  '}", "a{b: \"never closed"] {
            assert_eq!(slim(sheet), sheet);
        }
    }

    proptest! {
        #[test]
        fn leaving_out_is_done_once(sheet in "([a-z:;,{} \n\"'*/]|/\\*|\\*/){0,60}") {
            let once = slim(&sheet);
            prop_assert!(once.len() <= sheet.len());
            prop_assert!(sheet.contains(['"', '\'', '/']) || slim(&once) == once);
        }
    }
}
