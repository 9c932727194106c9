//! Bodies as Markdown. Only links differ between those who read it.

use super::story::{Block, Span};

/// Writes a body; `link` gives the address of a story by its number.
pub(super) fn write(blocks: &[Block], link: &dyn Fn(usize) -> String) -> String {
    let mut out = String::with_capacity(8_000);
    for block in blocks {
        if !out.is_empty() {
            out.push('\n');
        }
        match block {
            Block::Paragraph(inner) => out.push_str(&spans(inner, link)),
            Block::Quote(inner) => {
                out.push_str("> ");
                out.push_str(&spans(inner, link));
            }
            Block::Heading(text) => {
                out.push_str("## ");
                out.push_str(text);
            }
            Block::List(items) => out.push_str(
                &items
                    .iter()
                    .map(|item| format!("- {item}"))
                    .collect::<Vec<_>>()
                    .join("\n"),
            ),
        }
        out.push('\n');
    }
    out
}

fn spans(inner: &[Span], link: &dyn Fn(usize) -> String) -> String {
    let written = inner.iter().map(|span| match span {
        Span::Plain(text) => text.clone(),
        Span::Strong(text) => format!("**{text}**"),
        Span::Stress(text) => format!("*{text}*"),
        Span::Story(text, number) => format!("[{text}]({})", link(*number)),
        Span::Outside(text, address) => format!("[{text}]({address})"),
    });
    written.collect::<Vec<_>>().join(" ")
}
