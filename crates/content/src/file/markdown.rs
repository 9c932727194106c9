//! Reading a body: CommonMark into blocks, with the comments that carry their identities.

use comrak::nodes::{AstNode, ListType, NodeList, NodeValue};
use comrak::{Arena, Options, parse_document};

use super::entry::BlockMark;
use super::inline::{self, Place};
use super::media::Purpose;
use super::problem::Problems;
use super::{callout, special};
use crate::body::{Block, BlockId, Body, Callout, CalloutKind, Content, Dynamic, Item, ItemList};
use crate::subject::{Noun, Subject};

/// The most blocks that a body may have.
pub(super) const BLOCKS_MAX: usize = 2_000;
/// How deep lists may stand within lists.
pub(super) const DEPTH_MAX: usize = 6;

/// Reads a body. The blocks' ids are empty where the file gives none; the marks say what stood beside each block.
pub fn parse_body(source: &str, first_line: usize, problems: &mut Problems) -> (Body, Vec<BlockMark>) {
    let arena = Arena::new();
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.footnotes = true;
    options.extension.inline_footnotes = true;
    let root = parse_document(&arena, source, &options);
    let mut reader = Reader {
        lines_before: first_line.saturating_sub(1),
        problems,
        blocks: Vec::new(),
        marks: Vec::new(),
    };
    let mut mark = None;
    for node in root.children() {
        mark = reader.block(node, mark);
    }
    if let Some(BlockMark { line, .. }) = mark {
        reader
            .problems
            .at(line, "", "this identity has no block below it", "remove the comment");
    }
    if reader.blocks.len() > BLOCKS_MAX {
        let count = reader.blocks.len();
        reader.problems.at(
            first_line,
            "",
            format!("the text has {count} blocks, more than {BLOCKS_MAX}"),
            "split the entry",
        );
    }
    (Body { blocks: reader.blocks }, reader.marks)
}

struct Reader<'p> {
    lines_before: usize,
    problems: &'p mut Problems,
    blocks: Vec<Block>,
    marks: Vec<BlockMark>,
}

impl Reader<'_> {
    /// Takes one node; gives the mark that stands for the next one, if it was one.
    fn block<'a>(&mut self, node: &'a AstNode<'a>, mark: Option<BlockMark>) -> Option<BlockMark> {
        let line = self.lines_before + node.data.borrow().sourcepos.start.line;
        if let NodeValue::HtmlBlock(html) = &node.data.borrow().value {
            let found = self.mark(&html.literal, line);
            if let (Some(former), Some(_)) = (&mark, &found) {
                let line = former.line;
                self.problems
                    .at(line, "", "this identity has no block below it", "remove the comment");
            }
            return found.or(mark);
        }
        if let Some(content) = self.content(node, line).filter(|content| !is_empty(content)) {
            let mut mark = mark.unwrap_or_default();
            mark.line = line;
            let id = BlockId(mark.id.clone().unwrap_or_default());
            self.blocks.push(Block { id, content });
            self.marks.push(mark);
        }
        None
    }

    fn mark(&mut self, literal: &str, line: usize) -> Option<BlockMark> {
        let mark = literal
            .trim()
            .strip_prefix("<!--")
            .and_then(|rest| rest.strip_suffix("-->"))
            .map(str::trim);
        let Some(words) = mark.and_then(|mark| mark.strip_prefix('#')) else {
            self.problems.at(
                line,
                "",
                "HTML cannot stand here",
                "write it as CommonMark; identities are <!-- #id -->",
            );
            return None;
        };
        let mut words = words.split_whitespace();
        let id = words.next().unwrap_or_default();
        let of = match (words.next(), words.next(), words.next()) {
            (None, ..) => None,
            (Some("of"), Some(hash), None) if is_hash(hash) => Some(hash.to_owned()),
            _ => {
                self.problems.at(
                    line,
                    "",
                    "what follows the identity is not understood",
                    "write <!-- #id of hash -->, or <!-- #id -->",
                );
                None
            }
        };
        if !is_block_id(id) {
            self.problems.at(
                line,
                "",
                format!("{id:?} is not an identity"),
                "use 2 to 24 of a-z, 0-9 and -, or remove the comment",
            );
            return None;
        }
        if self.marks.iter().any(|other| other.id.as_deref() == Some(id)) {
            self.problems.at(
                line,
                "",
                format!("two blocks have the identity {id}"),
                "remove the comment above the one that is new",
            );
        }
        Some(BlockMark {
            id: Some(id.to_owned()),
            of,
            line,
        })
    }

    fn content<'a>(&mut self, node: &'a AstNode<'a>, line: usize) -> Option<Content> {
        let value = &node.data.borrow().value;
        match value {
            NodeValue::Paragraph => self.paragraph(node, line),
            NodeValue::Heading(heading) => {
                if !(2..=4).contains(&heading.level) {
                    let message = format!("headings of level {} are not for texts", heading.level);
                    self.problems
                        .at(line, "", message, "use ##, ### or ####; the title is in the head");
                }
                let runs = inline::on_one_line(self.inlines(node, line));
                Some(Content::Heading(heading.level.clamp(2, 4), runs))
            }
            NodeValue::List(list) => Some(Content::List(self.list(node, list, 1))),
            NodeValue::BlockQuote => Some(self.quoted(node)),
            NodeValue::Table(_) => {
                let rows = self.table(node);
                special::from_rows(&rows, line, self.problems).or(Some(Content::Table(rows)))
            }
            // Footnotes are read where they are referred to.
            NodeValue::FootnoteDefinition(_) => None,
            NodeValue::ThematicBreak => Some(Content::Rule),
            NodeValue::CodeBlock(_) => {
                self.problems.at(
                    line,
                    "",
                    "blocks of code cannot stand here",
                    "write `words` within a paragraph, and do not indent it by four spaces",
                );
                None
            }
            _ => {
                self.problems.at(
                    line,
                    "",
                    "this cannot stand here",
                    "see docs/content-files.md for what can",
                );
                None
            }
        }
    }

    fn paragraph<'a>(&mut self, node: &'a AstNode<'a>, line: usize) -> Option<Content> {
        let first = node.first_child();
        let alone = first.filter(|child| child.next_sibling().is_none());
        if let Some(child) = alone {
            match &child.data.borrow().value {
                NodeValue::Image(image) => return self.figure(child, &image.url, &image.title, line),
                NodeValue::Text(text) => {
                    if let Some(place) = place_of(text.trim()) {
                        return Some(place);
                    }
                }
                _ => {}
            }
        }
        Some(Content::Paragraph(self.inlines(node, line)))
    }

    fn figure<'a>(&mut self, image: &'a AstNode<'a>, url: &str, title: &str, line: usize) -> Option<Content> {
        let media = url
            .parse::<Subject>()
            .ok()
            .filter(|subject| subject.noun() == Noun::Media);
        let Some(media) = media else {
            self.problems.at(
                line,
                "",
                format!("{url:?} is not a picture of ours"),
                "put it into media/ and write ![what it shows](media/NAME.png)",
            );
            return None;
        };
        if let Some((message, remedy)) = Purpose::Picture.objection(&media) {
            self.problems.at(line, "", message, remedy);
        }
        let description = inline::words_of(image);
        if description.trim().is_empty() {
            self.problems.at(
                line,
                "",
                "the picture has no description",
                "write what it shows between the square brackets",
            );
        }
        let caption = if title.is_empty() {
            Vec::new()
        } else {
            vec![crate::body::Inline::Text(title.to_owned())]
        };
        Some(Content::Figure {
            media,
            description,
            caption,
        })
    }

    /// A quotation; or what its first line says it is, `[!box] Title`.
    fn quoted<'a>(&mut self, node: &'a AstNode<'a>) -> Content {
        let line = self.line(node);
        let mut paragraphs = self.quote(node);
        let Some((name, rest)) = paragraphs.first().and_then(|first| callout::marked(first)) else {
            return Content::Quote(paragraphs);
        };
        let Some(kind) = CalloutKind::ALL.into_iter().find(|kind| kind.as_str() == name) else {
            let names: Vec<&str> = CalloutKind::ALL.iter().map(|kind| kind.as_str()).collect();
            let remedy = format!("write one of {}, or a backslash before [", names.join(", "));
            self.problems.at(line, "", format!("there is no [!{name}]"), remedy);
            return Content::Quote(paragraphs);
        };
        paragraphs.remove(0);
        let (title, beginning) = callout::title_of(rest);
        if !beginning.is_empty() {
            paragraphs.insert(0, beginning);
        }
        if paragraphs.is_empty() {
            self.problems.at(
                line,
                "",
                format!("this {name} holds nothing"),
                "put a line with > alone below its first line, then the words",
            );
        }
        Content::Callout(Callout {
            kind,
            title: inline::on_one_line(title),
            paragraphs,
        })
    }

    fn quote<'a>(&mut self, node: &'a AstNode<'a>) -> Vec<Vec<crate::body::Inline>> {
        let mut paragraphs = Vec::new();
        for child in node.children() {
            let line = self.line(child);
            if matches!(child.data.borrow().value, NodeValue::Paragraph) {
                paragraphs.extend(Some(self.inlines(child, line)).filter(|runs| !runs.is_empty()));
            } else {
                self.problems.at(
                    line,
                    "",
                    "only paragraphs can stand in a quotation",
                    "take the rest out of the quotation",
                );
            }
        }
        paragraphs
    }

    fn list<'a>(&mut self, node: &'a AstNode<'a>, list: &NodeList, depth: usize) -> ItemList {
        let from = (list.list_type == ListType::Ordered).then(|| u64::try_from(list.start).unwrap_or(1));
        let items = node.children().map(|item| self.item(item, depth));
        let items = items
            .filter(|item| !item.words.is_empty() || item.below.is_some())
            .collect();
        ItemList { from, items }
    }

    fn item<'a>(&mut self, node: &'a AstNode<'a>, depth: usize) -> Item {
        let mut item = Item {
            words: Vec::new(),
            below: None,
        };
        for (place, child) in node.children().enumerate() {
            let line = self.line(child);
            match &child.data.borrow().value {
                NodeValue::Paragraph if place == 0 => item.words = self.inlines(child, line),
                NodeValue::List(list) if item.below.is_none() && depth < DEPTH_MAX => {
                    item.below = Some(self.list(child, list, depth + 1)).filter(|below| !below.items.is_empty());
                }
                NodeValue::List(_) if depth >= DEPTH_MAX => {
                    self.problems.at(
                        line,
                        "",
                        format!("lists stand more than {DEPTH_MAX} deep"),
                        "flatten the list",
                    );
                }
                _ => self.problems.at(
                    line,
                    "",
                    "an item holds one paragraph and perhaps one list",
                    "make the rest items or paragraphs of their own",
                ),
            }
        }
        item
    }

    fn table<'a>(&mut self, node: &'a AstNode<'a>) -> Vec<Vec<Vec<crate::body::Inline>>> {
        let rows = node.children();
        rows.map(|row| row.children().map(|cell| self.inlines(cell, self.line(cell))).collect())
            .collect()
    }

    fn inlines<'a>(&mut self, node: &'a AstNode<'a>, line: usize) -> Vec<crate::body::Inline> {
        inline::read(
            node,
            &mut Place {
                line,
                lines_before: self.lines_before,
                problems: self.problems,
            },
        )
    }

    fn line<'a>(&self, node: &'a AstNode<'a>) -> usize {
        self.lines_before + node.data.borrow().sourcepos.start.line
    }
}

/// A place that the site fills, or a post, if a paragraph is nothing but its name in braces.
fn place_of(text: &str) -> Option<Content> {
    let name = text.strip_prefix('{')?.strip_suffix('}')?.trim();
    if let Some(dynamic) = Dynamic::ALL.into_iter().find(|dynamic| dynamic.as_str() == name) {
        return Some(Content::Dynamic(dynamic));
    }
    let subject: Subject = name.parse().ok()?;
    match subject.noun() {
        Noun::Post => Some(Content::Post(subject)),
        Noun::Video | Noun::Episode => Some(Content::Recording(subject)),
        _ => None,
    }
}

/// A block that says nothing is none.
fn is_empty(content: &Content) -> bool {
    match content {
        Content::Paragraph(runs) | Content::Heading(_, runs) => runs.is_empty(),
        Content::Quote(paragraphs) => paragraphs.is_empty(),
        Content::List(list) => list.items.is_empty(),
        _ => false,
    }
}

fn is_hash(text: &str) -> bool {
    text.len() == 12
        && text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

fn is_block_id(text: &str) -> bool {
    (2..=24).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}
