//! Runs of words within a block: emphasis, links, words of other languages, facts.

use content::sanitise::{is_mail_address, is_web_address};
use content::{Inline, Subject, Target};

use crate::body::Writer;
use crate::error::RenderError;
use crate::html::escape_into;

impl Writer<'_, '_> {
    pub(crate) fn run(&mut self, run: &[Inline]) -> Result<(), RenderError> {
        run.iter().try_for_each(|inline| self.inline(inline))
    }

    fn inline(&mut self, inline: &Inline) -> Result<(), RenderError> {
        match inline {
            Inline::Text(text) => escape_into(text, &mut self.out),
            Inline::Strong(inner) => self.within("<strong>", inner, "</strong>")?,
            Inline::Emphasis(inner) => self.within("<em>", inner, "</em>")?,
            Inline::Code(text) => {
                self.out.push_str("<code>");
                escape_into(text, &mut self.out);
                self.out.push_str("</code>");
            }
            Inline::Note(inner) => self.note(inner)?,
            Inline::Break => self.out.push_str("<br>"),
            Inline::Fact(fact) => {
                let words = self.desk.fact(fact, self.language)?;
                self.out.push_str(&words);
            }
            Inline::Foreign(language, inner) => {
                let open = format!("<span lang=\"{language}\" dir=\"{}\">", language.direction());
                self.within(&open, inner, "</span>")?;
            }
            Inline::Link(Target::Subject(subject), inner) => self.link(subject, inner)?,
            Inline::Link(Target::Address(address), inner) => self.foreign_link(address, inner)?,
        }
        Ok(())
    }

    fn within(&mut self, open: &str, inner: &[Inline], close: &str) -> Result<(), RenderError> {
        self.out.push_str(open);
        self.run(inner)?;
        self.out.push_str(close);
        Ok(())
    }

    /// What cannot be linked to shows as plain words.
    fn link(&mut self, subject: &Subject, inner: &[Inline]) -> Result<(), RenderError> {
        match self.desk.address(subject)? {
            Some(address) => {
                let open = format!("<a href=\"{}\">", content::route::encode_path(&address.path));
                self.within(&open, inner, "</a>")
            }
            None => self.run(inner),
        }
    }

    fn foreign_link(&mut self, address: &str, inner: &[Inline]) -> Result<(), RenderError> {
        if !is_web_address(address) && !is_mail_address(address) {
            return self.run(inner);
        }
        let mut open = "<a href=\"".to_owned();
        escape_into(address, &mut open);
        open.push_str("\" rel=\"noopener\">");
        self.within(&open, inner, "</a>")
    }
}
