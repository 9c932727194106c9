//! Writing a body as CommonMark, so that reading it again gives the same blocks.

use std::fmt::Write;

use super::special;
use crate::body::{Block, Body, Callout, Content, Inline, Item, ItemList, Target};
use crate::text::Pins;

/// Writes a body; `pins` are the source's words that a translation was made from.
pub fn write_body(body: &Body, pins: Option<&Pins>) -> String {
    let mut out = String::new();
    for (place, block) in body.blocks.iter().enumerate() {
        if place > 0 {
            out.push('\n');
        }
        write_mark(block, pins, &mut out);
        write_content(&block.content, &mut out);
        out.push('\n');
    }
    out
}

fn write_mark(block: &Block, pins: Option<&Pins>, out: &mut String) {
    let id = &block.id.0;
    // Writing into a string cannot fail.
    let _ = match pins.and_then(|pins| pins.get(id)) {
        Some(hash) => writeln!(out, "<!-- #{id} of {hash} -->"),
        None => writeln!(out, "<!-- #{id} -->"),
    };
}

fn write_content(content: &Content, out: &mut String) {
    match content {
        Content::Paragraph(runs) => out.push_str(&line(runs)),
        Content::Heading(level, runs) => {
            out.extend(std::iter::repeat_n('#', usize::from(*level)));
            out.push(' ');
            out.push_str(&inlines(runs).replace('#', "\\#"));
        }
        Content::List(list) => write_list(list, 0, out),
        Content::Quote(paragraphs) => out.push_str(&quoted(paragraphs).join("\n>\n")),
        Content::Figure {
            media,
            description,
            caption,
        } => {
            let _ = write!(out, "![{}]({media}", escape(description));
            let words: String = caption
                .iter()
                .map(|run| {
                    if let Inline::Text(text) = run {
                        text.as_str()
                    } else {
                        ""
                    }
                })
                .collect();
            if !words.is_empty() {
                let _ = write!(out, " \"{}\"", escape(&words).replace('"', "\\\""));
            }
            out.push(')');
        }
        Content::Table(rows) => write_table(rows, out),
        Content::Credits(_) | Content::Chapters(_) | Content::Seasons(_) => {
            write_table(&special::to_rows(content).unwrap_or_default(), out);
        }
        Content::Callout(callout) => write_callout(callout, out),
        Content::Post(subject) | Content::Recording(subject) => {
            let _ = write!(out, "{{{subject}}}");
        }
        Content::Rule => out.push_str("---"),
        Content::Dynamic(dynamic) => {
            let _ = write!(out, "{{{}}}", dynamic.as_str());
        }
    }
}

fn quoted(paragraphs: &[Vec<Inline>]) -> Vec<String> {
    let quoted = paragraphs
        .iter()
        .map(|runs| format!("> {}", line(runs).replace('\n', "\n> ")));
    quoted.collect()
}

fn write_callout(callout: &Callout, out: &mut String) {
    let mut parts = vec![
        format!("> [!{}] {}", callout.kind.as_str(), inlines(&callout.title))
            .trim_end()
            .to_owned(),
    ];
    parts.extend(quoted(&callout.paragraphs));
    out.push_str(&parts.join("\n>\n"));
}

fn write_list(list: &ItemList, indent: usize, out: &mut String) {
    for (place, item) in list.items.iter().enumerate() {
        if place > 0 {
            out.push('\n');
        }
        let marker = match list.from {
            Some(from) => format!("{}. ", from.saturating_add(u64::try_from(place).unwrap_or(0))),
            None => "- ".to_owned(),
        };
        out.extend(std::iter::repeat_n(' ', indent));
        out.push_str(&marker);
        write_item(item, indent + marker.len(), out);
    }
}

fn write_item(item: &Item, indent: usize, out: &mut String) {
    let margin = format!("\n{}", " ".repeat(indent));
    out.push_str(&line(&item.words).replace('\n', &margin));
    if let Some(below) = &item.below {
        out.push('\n');
        write_list(below, indent, out);
    }
}

fn write_table(rows: &[Vec<Vec<Inline>>], out: &mut String) {
    for (place, row) in rows.iter().enumerate() {
        if place > 0 {
            out.push('\n');
        }
        out.push('|');
        for cell in row {
            let _ = write!(out, " {} |", inlines(cell).replace('|', "\\|"));
        }
        if place == 0 {
            out.push_str("\n|");
            row.iter().for_each(|_| out.push_str(" --- |"));
        }
    }
}

/// A run at the beginning of a line, where some characters would mean a list, a heading, a rule.
fn line(runs: &[Inline]) -> String {
    let lines: Vec<String> = inlines(runs).split('\n').map(guard_start).collect();
    lines.join("\n")
}

fn guard_start(line: &str) -> String {
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let (number, after) = line.split_at_checked(digits).unwrap_or((line, ""));
    if digits > 0 && after.starts_with(['.', ')']) {
        return format!("{number}\\{after}");
    }
    if line.starts_with(['#', '-', '+', '>', '=', '~', '|', ':']) {
        format!("\\{line}")
    } else {
        line.to_owned()
    }
}

fn inlines(runs: &[Inline]) -> String {
    let mut out = String::new();
    for run in runs {
        write_inline(run, '*', &mut out);
    }
    out
}

fn write_inline(run: &Inline, stress: char, out: &mut String) {
    match run {
        Inline::Text(text) => out.push_str(&escape(text)),
        Inline::Strong(inner) => {
            // **_a_** is not ***a***: stress that fills a strong run needs the other mark.
            let inner_stress = if inner.len() == 1 { '_' } else { '*' };
            out.push_str("**");
            inner.iter().for_each(|run| write_inline(run, inner_stress, out));
            out.push_str("**");
        }
        Inline::Emphasis(inner) => {
            out.push(stress);
            inner.iter().for_each(|run| write_inline(run, '*', out));
            out.push(stress);
        }
        Inline::Link(target, inner) => {
            let place = match target {
                Target::Subject(subject) => subject.to_string(),
                Target::Address(address) => destination(address),
            };
            let _ = write!(out, "[{}]({place})", inlines(inner));
        }
        Inline::Foreign(locale, inner) => {
            let _ = write!(out, "[{}](lang:{locale})", inlines(inner));
        }
        Inline::Code(text) => out.push_str(&code(text)),
        Inline::Fact(fact) => {
            let _ = write!(out, "{{{fact}}}");
        }
        Inline::Note(inner) => {
            let _ = write!(out, "^[{}]", inlines(inner));
        }
        Inline::Break => out.push_str("\\\n"),
    }
}

fn destination(address: &str) -> String {
    let escaped = address.replace('&', "\\&");
    if address.contains(['(', ')', '*', '_', '[', ']', '!']) {
        format!("<{escaped}>")
    } else {
        escaped
    }
}

fn code(text: &str) -> String {
    let longest = text
        .split(|character| character != '`')
        .map(str::len)
        .max()
        .unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let blank = text.chars().all(|character| character == ' ');
    let edges = text.starts_with('`') || text.ends_with('`') || (text.starts_with(' ') && text.ends_with(' '));
    let pad = if edges && !blank { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '&' | '!' | '^') {
            out.push('\\');
        }
        out.push(character);
    }
    out
}
