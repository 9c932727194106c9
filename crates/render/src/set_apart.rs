//! What stands apart from the running words of a body: callouts, credits, chapters, footnotes.

use content::Inline;
use content::body::{Block, Callout, CalloutKind, Chapter, Credit};

use crate::body::Writer;
use crate::error::RenderError;
use crate::words::Filling;

impl Writer<'_, '_> {
    pub(crate) fn callout(&mut self, block: &Block, callout: &Callout) -> Result<(), RenderError> {
        self.element("aside", block, |writer| {
            // The block's own attributes end with a bracket; the class goes before it.
            writer.out.truncate(writer.out.len() - 1);
            writer
                .out
                .push_str(&format!(" class=\"callout callout-{}\">", callout.kind.as_str()));
            if callout.kind == CalloutKind::Reservation {
                let label = writer.desk.say("statement-reservation", &[])?.into_html();
                let attributes = crate::html::language_attributes(writer.desk.locale, writer.language);
                writer
                    .out
                    .push_str(&format!("<p class=\"callout-kind\"{attributes}>{label}</p>"));
            }
            if !callout.title.is_empty() {
                writer.wrapped("<p class=\"callout-title\">", &callout.title, "</p>")?;
            }
            callout
                .paragraphs
                .iter()
                .try_for_each(|run| writer.wrapped("<p>", run, "</p>"))
        })
    }

    pub(crate) fn credits(&mut self, block: &Block, credits: &[Credit]) -> Result<(), RenderError> {
        self.element("dl", block, |writer| {
            writer.out.truncate(writer.out.len() - 1);
            writer.out.push_str(" class=\"credits\">");
            credits.iter().try_for_each(|credit| writer.credit(credit))
        })
    }

    fn credit(&mut self, credit: &Credit) -> Result<(), RenderError> {
        self.wrapped("<div><dt>", &credit.role, "</dt><dd>")?;
        let mut separate = "";
        for run in [&credit.name, &credit.office] {
            if !run.is_empty() {
                self.wrapped(separate, run, "")?;
                separate = "<br>";
            }
        }
        if let Some(member) = &credit.member
            && let Some(card) = self.desk.card(member)?
        {
            self.out.push_str(separate);
            separate = "<br>";
            let attributes = crate::html::language_attributes(card.language, self.language);
            let name = crate::html::escaped(&card.title);
            let href = content::route::encode_path(&card.path);
            self.out
                .push_str(&format!("<a href=\"{href}\"{attributes}><bdi>{name}</bdi></a>"));
        }
        if let Some(day) = credit.as_of {
            let date = self.desk.formatter.date(day);
            let words = self.desk.text("entry-as-of", &[("date", Filling::Text(&date))])?;
            let attributes = crate::html::language_attributes(self.desk.locale, self.language);
            let words = crate::html::escaped(&words);
            self.out
                .push_str(&format!("{separate}<span class=\"as-of\"{attributes}>{words}</span>"));
        }
        self.out.push_str("</dd></div>");
        Ok(())
    }

    /// Chapters with where they begin: plain links into the recording (Media Fragments URI 1.0), if it can be played.
    pub(crate) fn chapters(&mut self, block: &Block, chapters: &[Chapter]) -> Result<(), RenderError> {
        self.element("ol", block, |writer| {
            writer.out.truncate(writer.out.len() - 1);
            writer.out.push_str(" class=\"chapters\">");
            for chapter in chapters {
                let clock = writer.desk.clock(chapter.at);
                let time = format!("<time datetime=\"PT{}S\"><bdi>{clock}</bdi></time> ", chapter.at);
                match writer.playing {
                    Some(playing) => {
                        let open = format!("<li><a href=\"{playing}#t={}\">{time}<span>", chapter.at);
                        writer.wrapped(&open, &chapter.title, "</span></a></li>")?;
                    }
                    None => writer.wrapped(&format!("<li>{time}"), &chapter.title, "</li>")?,
                }
            }
            Ok(())
        })
    }

    /// A footnote's number at its place; its words are kept for the end.
    pub(crate) fn note(&mut self, inner: &[Inline]) -> Result<(), RenderError> {
        let outside = std::mem::take(&mut self.out);
        let written = self.run(inner);
        let words = std::mem::replace(&mut self.out, outside);
        written?;
        self.notes.push(words);
        let number = self.notes.len();
        let shown = self.desk.formatter.number(u64::try_from(number).unwrap_or(u64::MAX));
        self.out.push_str(&format!(
            "<sup class=\"note\"><a id=\"r-{number}\" href=\"#n-{number}\" aria-describedby=\"notes\">{shown}</a></sup>"
        ));
        Ok(())
    }

    /// The footnotes, each with the way back to its place.
    pub(crate) fn footnotes(&mut self) -> Result<(), RenderError> {
        if self.notes.is_empty() {
            return Ok(());
        }
        let heading = self.desk.say("entry-notes", &[])?.into_html();
        let back = self.desk.say("entry-note-back", &[])?.into_html();
        let page = crate::html::language_attributes(self.desk.locale, self.language);
        let attributes = self.desk.attributes(self.language);
        self.out.push_str(&format!(
            "<section class=\"notes\" aria-labelledby=\"notes\"{attributes}><h2 id=\"notes\"{page}>{heading}</h2><ol>"
        ));
        for (place, words) in std::mem::take(&mut self.notes).iter().enumerate() {
            let number = place + 1;
            self.out.push_str(&format!(
                "<li id=\"n-{number}\">{words} <a class=\"back\" href=\"#r-{number}\" aria-label=\"{back}\"{page}>\u{21a9}</a></li>"
            ));
        }
        self.out.push_str("</ol></section>\n");
        Ok(())
    }
}
