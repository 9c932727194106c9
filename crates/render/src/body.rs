//! Bodies as HTML: blocks are written straight into one text, cut only where the site fills a place or a post stands.

use content::body::{Dynamic, Item, ItemList};
use content::{Block, Body, Content, Inline, Noun, Subject};
use language::Locale;
use minijinja::value::Value;

use crate::desk::Desk;
use crate::error::RenderError;
use crate::html::escape_into;
use crate::players::Player;
use crate::scope::Scope;

/// Which blocks have numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Numbering {
    /// None.
    None,
    /// Paragraphs, each with a link to itself; the same in all languages.
    Paragraphs,
}

/// A body as templates take it: pieces of HTML, posts, and places that the site fills, in reading order. Chapters lead
/// into the recording that is played beside it, by its address.
pub(crate) fn parts<'d>(
    desk: &'d Desk<'_>,
    body: &Body,
    language: Locale,
    numbering: Numbering,
    playing: Option<&'d str>,
) -> Result<Vec<Value>, RenderError> {
    let mut writer = Writer {
        desk,
        language,
        attributes: desk.attributes(language),
        out: String::new(),
        parts: Vec::new(),
        notes: Vec::new(),
        number: (numbering == Numbering::Paragraphs).then_some(0),
        playing,
    };
    for block in &body.blocks {
        writer.block(block)?;
    }
    writer.footnotes()?;
    writer.end_piece();
    Ok(writer.parts)
}

/// Writes blocks and runs in one language.
pub(crate) struct Writer<'d, 'a> {
    pub(crate) desk: &'d Desk<'a>,
    pub(crate) language: Locale,
    attributes: String,
    pub(crate) out: String,
    parts: Vec<Value>,
    /// The footnotes so far, as markup.
    pub(crate) notes: Vec<String>,
    /// The number of the paragraph before, if paragraphs have numbers.
    number: Option<u64>,
    /// The address of the recording that chapters lead into, if there is one.
    pub(crate) playing: Option<&'d str>,
}

impl Writer<'_, '_> {
    fn block(&mut self, block: &Block) -> Result<(), RenderError> {
        match &block.content {
            Content::Paragraph(run) => self.element("p", block, |writer| {
                writer.anchor(block)?;
                writer.run(run)
            }),
            Content::Heading(level, run) => {
                let name = match level {
                    ..=2 => "h2",
                    3 => "h3",
                    4.. => "h4",
                };
                self.element(name, block, |writer| writer.run(run))
            }
            Content::List(list) => self.list(list, Some(block)),
            Content::Quote(paragraphs) => self.element("blockquote", block, |writer| {
                paragraphs.iter().try_for_each(|run| writer.wrapped("<p>", run, "</p>"))
            }),
            Content::Figure {
                media,
                description,
                caption,
            } => self.figure(block, media, description, caption),
            Content::Table(rows) => self.table(block, rows),
            Content::Rule => {
                self.open("hr", block);
                Ok(())
            }
            Content::Callout(callout) => self.callout(block, callout),
            Content::Credits(credits) => self.credits(block, credits),
            Content::Chapters(chapters) => self.chapters(block, chapters),
            // What seasons are called stands above their episodes.
            Content::Seasons(_) => Ok(()),
            Content::Post(post) => self.post(post),
            Content::Recording(recording) => self.recording(recording),
            Content::Dynamic(place) => self.place(*place),
        }
    }

    pub(crate) fn open(&mut self, name: &str, block: &Block) {
        self.out.push('<');
        self.out.push_str(name);
        self.out.push_str(" id=\"b-");
        escape_into(&block.id.0, &mut self.out);
        self.out.push('"');
        self.out.push_str(&self.attributes);
        self.out.push('>');
    }

    pub(crate) fn close(&mut self, name: &str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push_str(">\n");
    }

    pub(crate) fn element(
        &mut self,
        name: &str,
        block: &Block,
        inner: impl FnOnce(&mut Self) -> Result<(), RenderError>,
    ) -> Result<(), RenderError> {
        self.open(name, block);
        inner(self)?;
        self.close(name);
        Ok(())
    }

    pub(crate) fn wrapped(&mut self, before: &str, run: &[Inline], after: &str) -> Result<(), RenderError> {
        self.out.push_str(before);
        self.run(run)?;
        self.out.push_str(after);
        Ok(())
    }

    /// The number of a paragraph, which leads to the paragraph.
    fn anchor(&mut self, block: &Block) -> Result<(), RenderError> {
        let Some(number) = self.number.map(|number| number + 1) else {
            return Ok(());
        };
        self.number = Some(number);
        let shown = self.desk.formatter.number(number);
        let label = self.desk.say(
            "statement-paragraph",
            &[("number", crate::words::Filling::Text(&shown))],
        )?;
        self.out.push_str("<a class=\"anchor\" href=\"#b-");
        escape_into(&block.id.0, &mut self.out);
        let page = crate::html::language_attributes(self.desk.locale, self.language);
        self.out
            .push_str(&format!("\" aria-label=\"{}\"{page}>{shown}</a> ", label.into_html()));
        Ok(())
    }

    fn list(&mut self, list: &ItemList, block: Option<&Block>) -> Result<(), RenderError> {
        let name = if list.from.is_some() { "ol" } else { "ul" };
        match block {
            Some(block) => self.open(name, block),
            None => self.out.push_str(&format!("<{name}>")),
        }
        if let Some(from) = list.from.filter(|from| *from != 1) {
            self.out.truncate(self.out.len() - 1);
            self.out.push_str(&format!(" start=\"{from}\">"));
        }
        list.items.iter().try_for_each(|item| self.item(item))?;
        self.close(name);
        Ok(())
    }

    fn item(&mut self, item: &Item) -> Result<(), RenderError> {
        self.wrapped("<li>", &item.words, "")?;
        if let Some(below) = &item.below {
            self.list(below, None)?;
        }
        self.out.push_str("</li>");
        Ok(())
    }

    /// A table scrolls within its own region, so that the page does not at 320 pixels; the region can be reached by key.
    fn table(&mut self, block: &Block, rows: &[Vec<Vec<Inline>>]) -> Result<(), RenderError> {
        let label = self.desk.say("site-table", &[])?.into_html();
        self.out.push_str(&format!(
            "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"{label}\">"
        ));
        self.element("table", block, |writer| {
            for (number, row) in rows.iter().enumerate() {
                let (head, before, after) = match number {
                    0 => ("<thead><tr>", "<th scope=\"col\">", "</th>"),
                    _ => ("<tr>", "<td>", "</td>"),
                };
                writer.out.push_str(head);
                row.iter().try_for_each(|cell| writer.wrapped(before, cell, after))?;
                writer.out.push_str("</tr>");
                if number == 0 {
                    writer.out.push_str("</thead><tbody>");
                }
            }
            writer.out.push_str("</tbody>");
            Ok(())
        })?;
        self.close("div");
        Ok(())
    }

    fn figure(
        &mut self,
        block: &Block,
        media: &Subject,
        description: &str,
        caption: &[Inline],
    ) -> Result<(), RenderError> {
        let Some(picture) = self.desk.picture(media, description)? else {
            return Ok(());
        };
        self.end_piece();
        self.run(caption)?;
        let caption = std::mem::take(&mut self.out);
        let part = Scope::new()
            .with("place", "figure")
            .with("id", format!("b-{}", block.id.0))
            .with_html("attributes", self.attributes.clone())
            .with("picture", picture.into_value())
            .with_html("caption", caption);
        self.parts.push(part.into_value());
        Ok(())
    }

    fn post(&mut self, post: &Subject) -> Result<(), RenderError> {
        if let Some(card) = self.desk.card(post)? {
            self.end_piece();
            let view = self.desk.post_view(&card)?;
            self.parts
                .push(Scope::new().with("place", "post").with("post", view).into_value());
        }
        Ok(())
    }

    fn recording(&mut self, recording: &Subject) -> Result<(), RenderError> {
        if let Some(card) = self.desk.card(recording)? {
            self.end_piece();
            let player = self.desk.player(&card)?;
            self.parts.push(
                Scope::new()
                    .with("place", "recording")
                    .with("link", self.desk.link_view(&card))
                    .with("player", player.map(Player::into_value))
                    .with("coming", card.subject.noun() == Noun::Episode)
                    .into_value(),
            );
        }
        Ok(())
    }

    fn place(&mut self, place: Dynamic) -> Result<(), RenderError> {
        self.end_piece();
        self.parts.extend(self.desk.place(place)?);
        Ok(())
    }

    fn end_piece(&mut self) {
        if !self.out.is_empty() {
            let html = std::mem::take(&mut self.out);
            self.parts
                .push(Scope::new().with("place", "").with_html("html", html).into_value());
        }
    }
}

/// The words of a run without their form, for titles.
pub(crate) fn plain_words(run: &[Inline]) -> String {
    let block = Block {
        id: content::BlockId(String::new()),
        content: Content::Paragraph(run.to_vec()),
    };
    block.words()
}
