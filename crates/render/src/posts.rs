//! Posts of the wall as templates take them.

use content::Card;
use content::card::Detail;
use content::record::{Post, Quoted, Voice};
use content::route::encode_path;
use content::sanitise::is_web_address;
use language::Locale;
use minijinja::value::Value;

use crate::desk::Desk;
use crate::error::RenderError;
use crate::html::{escape_into, escaped, isolated};
use crate::post_words::{Segment, segments, shown_address};
use crate::scope::Scope;
use crate::words::Filling;

impl Desk<'_> {
    /// A post: words with their marks, who speaks, who passes it on, what it quotes. Undefined for another card.
    pub(crate) fn post_view(&self, card: &Card) -> Result<Value, RenderError> {
        let Detail::Post(post) = &card.detail else {
            return Ok(Value::UNDEFINED);
        };
        let scope = Scope::new()
            .with("href", encode_path(&card.path))
            .with_html("words", self.post_words(&post.words, post.language)?)
            .with_html("attributes", self.attributes(post.language))
            .with("speaker", self.voice_view(&post.speaker)?)
            .with(
                "address",
                post.address.as_deref().filter(|address| is_web_address(address)),
            );
        let scope = match &post.passed_on_by {
            Some(voice) => {
                let name = isolated(&voice.name);
                scope.with_html(
                    "passed_on",
                    self.say("wall-reposted", &[("member", Filling::Html(&name))])?
                        .into_html(),
                )
            }
            None => scope,
        };
        let scope = match post.part.filter(|_| !tells_part(post)) {
            Some((number, of)) => scope.with("part", self.part(number, of)?),
            None => scope,
        };
        let scope = match &post.quotes {
            Some(quoted) => scope.with("quotes", self.quoted_view(quoted)?),
            None => scope,
        };
        Ok(self.with_date(scope, post.at).into_value())
    }

    fn quoted_view(&self, quoted: &Quoted) -> Result<Value, RenderError> {
        let scope = Scope::new()
            .with("speaker", self.voice_view(&quoted.speaker)?)
            .with_html("words", self.post_words(&quoted.words, quoted.language)?)
            .with_html("attributes", self.attributes(quoted.language));
        Ok(scope.into_value())
    }

    fn voice_view(&self, voice: &Voice) -> Result<Value, RenderError> {
        let scope = Scope::new()
            .with("name", voice.name.as_str())
            .with("handle", voice.handle.as_str())
            .with("network", voice.network.as_str());
        let member = match &voice.member {
            Some(member) => self.card(member)?,
            None => None,
        };
        Ok(match member {
            Some(member) => scope.with("member", self.link_view(&member)).into_value(),
            None => scope.into_value(),
        })
    }

    /// The words as paragraphs; marks as a post's readers know them.
    fn post_words(&self, words: &str, language: Locale) -> Result<String, RenderError> {
        let mut out = String::with_capacity(words.len() * 2);
        for paragraph in words
            .split("\n\n")
            .map(str::trim)
            .filter(|paragraph| !paragraph.is_empty())
        {
            out.push_str("<p>");
            for segment in segments(paragraph) {
                self.segment(segment, language, &mut out)?;
            }
            out.push_str("</p>");
        }
        Ok(out)
    }

    fn segment(&self, segment: Segment<'_>, language: Locale, out: &mut String) -> Result<(), RenderError> {
        match segment {
            Segment::Text(text) => out.push_str(&escaped(text).replace('\n', "<br>")),
            Segment::Hashtag(tag) => out.push_str(&format!("<bdi class=\"hashtag\">{}</bdi>", escaped(tag))),
            Segment::Mention(name) => {
                out.push_str(&format!("<bdi class=\"mention\" dir=\"ltr\">{}</bdi>", escaped(name)))
            }
            Segment::Link(address) => {
                out.push_str("<a href=\"");
                escape_into(address, out);
                out.push_str("\" rel=\"noopener nofollow\"><bdi dir=\"ltr\">");
                escape_into(&shown_address(address), out);
                out.push_str("</bdi></a>");
            }
            Segment::Part(_, number, of) => {
                let attributes = crate::html::language_attributes(self.locale, language);
                let words = escaped(&self.part(number, of)?);
                out.push_str(&format!("<span class=\"part\"{attributes}>{words}</span>"));
            }
        }
        Ok(())
    }

    fn part(&self, number: u32, of: u32) -> Result<String, RenderError> {
        let fillings = [
            ("number", Filling::Number(number.into())),
            ("of", Filling::Number(of.into())),
        ];
        self.text("wall-part", &fillings)
    }
}

fn tells_part(post: &Post) -> bool {
    segments(&post.words)
        .iter()
        .any(|segment| matches!(segment, Segment::Part(..)))
}
