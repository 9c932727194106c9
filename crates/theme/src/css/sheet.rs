//! A style sheet as rules and declarations with their lines.

use cssparser::{ParseError, Parser, Token};

/// Blocks within blocks that are followed; the parser calls itself for each.
const DEPTH_MAX: usize = 16;

/// A rule or an at-rule that holds declarations.
#[derive(Debug, Default)]
pub(crate) struct Rule {
    /// Its line, from 1.
    pub(crate) line: usize,
    /// Its selector, or its name and what follows for `@font-face` and `@page`.
    pub(crate) selector: String,
    /// The at-rules and, with nesting, the selectors around it, outermost first.
    pub(crate) within: Vec<String>,
    /// Its declarations in order.
    pub(crate) declarations: Vec<Declaration>,
}

/// A property and its value.
#[derive(Debug)]
pub(crate) struct Declaration {
    /// Its line, from 1.
    pub(crate) line: usize,
    /// In lower case, unless it is a custom property.
    pub(crate) name: String,
    /// Without comments, its blanks made one each.
    pub(crate) value: String,
}

/// A style sheet.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    pub(crate) rules: Vec<Rule>,
    /// At-rules without a block, such as `@import`, with their lines.
    pub(crate) statements: Vec<(usize, String)>,
    /// What no browser understands, with its line and what to do.
    pub(crate) faults: Vec<(usize, String, &'static str)>,
}

impl Rule {
    /// Whether an at-rule around it begins so and holds a word.
    pub(crate) fn is_within(&self, name: &str, word: &str) -> bool {
        self.within
            .iter()
            .any(|around| around.starts_with(name) && around.contains(word))
    }
}

impl Sheet {
    pub(crate) fn parse(source: &str) -> Sheet {
        let mut sheet = Sheet::default();
        sheet.block(&mut Parser::new(source), Rule::default());
        if let Some(line) = unclosed(source) {
            let what = "a block that begins here is not closed".to_owned();
            sheet.faults.push((line, what, "write a } where it ends"));
        }
        sheet
    }

    /// Reads what stands in a block: declarations of `rule`, and rules within it.
    fn block(&mut self, parser: &mut Parser<'_>, mut rule: Rule) {
        loop {
            parser.skip_whitespace();
            let (start, line) = (parser.position(), line_of(parser));
            let mut end = start;
            let stop = loop {
                match parser.next_including_whitespace_and_comments().cloned() {
                    Err(_) => break None,
                    Ok(stop @ (Token::Semicolon | Token::CurlyBracketBlock)) => break Some(stop),
                    Ok(Token::BadString(_) | Token::BadUrl(_) | Token::CloseCurlyBracket) => {
                        let what = "a quotation mark or bracket here has no partner".to_owned();
                        self.faults.push((line_of(parser), what, "add it, or delete this one"));
                    }
                    Ok(Token::Function(_) | Token::ParenthesisBlock | Token::SquareBracketBlock) => {
                        pass_over(parser);
                    }
                    Ok(_) => {}
                }
                end = parser.position();
            };
            let text = bare(parser.slice(start..end));
            match stop {
                Some(Token::CurlyBracketBlock) => {
                    let inner = Rule {
                        line,
                        within: rule.within.iter().chain(heads(&rule)).cloned().collect(),
                        selector: text,
                        declarations: Vec::new(),
                    };
                    let deep = inner.within.len() >= DEPTH_MAX;
                    let parsed: Result<(), ParseError<()>> = parser.parse_nested_block(|parser| {
                        if !deep {
                            self.block(parser, inner);
                        }
                        while parser.next().is_ok() {}
                        Ok(())
                    });
                    drop(parsed);
                }
                _ if text.starts_with('@') => self.statements.push((line, text)),
                _ if !text.is_empty() => self.declaration(&mut rule, line, &text),
                _ => {}
            }
            if stop.is_none() {
                break;
            }
        }
        if !rule.declarations.is_empty() {
            self.rules.push(rule);
        }
    }

    fn declaration(&mut self, rule: &mut Rule, line: usize, text: &str) {
        let Some((name, value)) = text.split_once(':') else {
            let what = format!("{text:?} is no declaration");
            self.faults.push((line, what, "write PROPERTY: VALUE;"));
            return;
        };
        let (name, value) = (name.trim(), value.trim());
        if !name.starts_with("--") && outside_brackets(value).contains(':') {
            let what = format!("the declaration of {name} does not end before the next one");
            self.faults.push((line, what, "write a ; behind it"));
        }
        let name = match name.starts_with("--") {
            true => name.to_owned(),
            false => name.to_ascii_lowercase(),
        };
        rule.declarations.push(Declaration {
            line,
            name,
            value: value.to_owned(),
        });
    }
}

/// Goes to the end of the block that was just entered.
fn pass_over(parser: &mut Parser<'_>) {
    let passed: Result<(), ParseError<()>> = parser.parse_nested_block(|inner| {
        while inner.next().is_ok() {}
        Ok(())
    });
    drop(passed);
}

/// What stands at the head of a block, if anything.
fn heads(rule: &Rule) -> Option<&String> {
    Some(&rule.selector).filter(|selector| !selector.is_empty())
}

fn line_of(parser: &Parser<'_>) -> usize {
    usize::try_from(parser.current_source_location().line).unwrap_or_default() + 1
}

/// A text without comments, each run of blanks made one.
fn bare(text: &str) -> String {
    let mut bare = String::new();
    let mut rest = text;
    while let Some((before, comment)) = rest.split_once("/*") {
        bare.push_str(before);
        bare.push(' ');
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    bare.push_str(rest);
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A value without what stands in parentheses and quotation marks.
fn outside_brackets(value: &str) -> String {
    let (mut depth, mut quote) = (0_usize, None);
    let outside = |letter: &char| {
        match (quote, *letter) {
            (None, '"' | '\'') => quote = Some(*letter),
            (Some(open), letter) if open == letter => quote = None,
            (None, '(') => depth += 1,
            (None, ')') => depth = depth.saturating_sub(1),
            _ => return quote.is_none() && depth == 0,
        }
        false
    };
    value.chars().filter(outside).collect()
}

/// The line of the last block that is opened and never closed.
fn unclosed(source: &str) -> Option<usize> {
    let mut open = Vec::new();
    let mut line = 1;
    let (mut quote, mut comment, mut former) = (None, false, ' ');
    for letter in source.chars() {
        match (comment, quote, letter) {
            (true, ..) => comment = !(former == '*' && letter == '/'),
            (_, Some(mark), letter) => quote = Some(mark).filter(|mark| *mark != letter && letter != '\n'),
            (_, None, '*') if former == '/' => comment = true,
            (_, None, '"' | '\'') => quote = Some(letter),
            (_, None, '{') => open.push(line),
            (_, None, '}') => drop(open.pop()),
            _ => {}
        }
        line += usize::from(letter == '\n');
        former = letter;
    }
    open.pop()
}
