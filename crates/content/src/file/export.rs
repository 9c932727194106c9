//! Writing records back into files, in the form in which they are read.

use std::fmt::Write;

use super::entry::FilePublication;
use super::shared::{self, quote};
use super::write::write_body;
use crate::instant::Instant;
use crate::media::About;
use crate::meta::Meta;
use crate::record::{Fact, Missing, Post, Quoted, Site, Tag, Voice};
use crate::subject::Subject;
use crate::text::{Pins, SUMMARY, TITLE, Text, TextHash};

/// All that one entry's file is written from.
#[derive(Debug, Clone)]
pub struct EntryExport<'a> {
    /// The words, with their blocks' ids.
    pub text: &'a Text,
    /// Whether it is the source.
    pub source: bool,
    /// What a translation was made from; none for the source.
    pub pins: Option<&'a Pins>,
    /// The revision.
    pub revision: &'a TextHash,
    /// When it is public.
    pub publication: FilePublication,
    /// Former slugs.
    pub former: &'a [String],
    /// The shared fields, for the source's file.
    pub meta: Option<&'a Meta>,
}

/// Writes an entry's file.
pub fn write_entry(entry: &EntryExport<'_>) -> String {
    let mut head = Toml::default();
    let text = entry.text;
    head.text("title", &text.title);
    head.words("summary", &text.summary);
    head.words("slug", &text.slug);
    head.words("dateline", &text.dateline);
    head.words("official", &text.official);
    head.words("footnote", &text.footnote);
    if entry.source {
        head.raw("source", "true");
    }
    write_publication(&entry.publication, &mut head);
    if !entry.former.is_empty() {
        head.list("former", entry.former.iter().map(String::as_str));
    }
    if let Some(meta) = entry.meta {
        shared::write(meta)
            .iter()
            .for_each(|(name, value)| head.raw(name, value));
    }
    head.text("revision", &entry.revision.0);
    if let Some(pins) = entry.pins {
        let of: Vec<(&str, &String)> = [TITLE, SUMMARY]
            .into_iter()
            .filter_map(|name| Some((name, pins.get(name)?)))
            .collect();
        if !of.is_empty() {
            head.table("of");
            of.into_iter().for_each(|(name, hash)| head.text(name, hash));
        }
    }
    format!("+++\n{}+++\n{}", head.0, write_body(&text.body, entry.pins))
}

fn write_publication(publication: &FilePublication, head: &mut Toml) {
    head.instant("publish", publication.from);
    head.instant("until", publication.until);
    head.instant("date", publication.date);
    head.instant("withdrawn", publication.withdrawn);
    head.words("notice", &publication.notice);
    head.words("correction", &publication.correction);
}

/// Writes a tag's file.
pub fn write_tag(tag: &Tag) -> String {
    let mut file = Toml::default();
    file.table("name");
    tag.names
        .iter()
        .for_each(|(locale, name)| file.text(locale.as_str(), name));
    file.0
}

/// Writes what people say about a picture.
pub fn write_about(about: &About) -> String {
    let mut file = Toml::default();
    file.words("credit", &about.credit);
    file.words("licence", &about.licence);
    if let Some((across, down)) = about.focal {
        file.raw("focal", &format!("[{across}, {down}]"));
    }
    file.words("consent", &about.consent);
    if let Some(until) = about.until {
        file.raw("until", &until.to_string());
    }
    if let Some(owner) = &about.owner {
        file.text("owner", owner.key());
    }
    if !about.descriptions.is_empty() {
        file.table("description");
        about
            .descriptions
            .iter()
            .for_each(|(locale, words)| file.text(locale.as_str(), words));
    }
    file.0
}

/// Writes a fact's file.
pub fn write_fact(fact: &Fact) -> String {
    let mut file = Toml::default();
    file.raw("value", &fact.value.to_string());
    file.raw("as_of", &fact.as_of.to_string());
    for (locale, forms) in &fact.nouns {
        file.table(&format!("noun.{locale}"));
        forms
            .iter()
            .for_each(|(category, words)| file.text(category.as_str(), words));
    }
    file.0
}

/// Writes a post's file.
pub fn write_post(post: &Post) -> String {
    let mut file = Toml::default();
    file.instant("at", Some(post.at));
    file.text("language", post.language.as_str());
    file.text("words", &post.words);
    file.words("address", post.address.as_deref().unwrap_or_default());
    if let Some((number, of)) = post.part {
        file.raw("part", &format!("[{number}, {of}]"));
    }
    if let Some(removal) = &post.removed {
        file.instant("removed", Some(removal.at));
        file.words("notice", &removal.notice);
    }
    file.table("speaker");
    write_voice(&post.speaker, &mut file);
    if let Some(voice) = &post.passed_on_by {
        file.table("passed_on_by");
        write_voice(voice, &mut file);
    }
    if let Some(Quoted {
        speaker,
        language,
        words,
    }) = &post.quotes
    {
        file.table("quotes");
        file.text("language", language.as_str());
        file.text("words", words);
        file.table("quotes.speaker");
        write_voice(speaker, &mut file);
    }
    file.0
}

fn write_voice(voice: &Voice, file: &mut Toml) {
    file.text("name", &voice.name);
    file.words("handle", &voice.handle);
    file.words("network", &voice.network);
    file.words("member", voice.member.as_ref().map_or("", Subject::key));
}

/// Writes the settings.
pub fn write_site(site: &Site) -> String {
    let mut file = Toml::default();
    file.list("locales", site.locales.iter().map(|locale| locale.as_str()));
    file.text("missing", if site.missing == Missing::Show { "show" } else { "hide" });
    file.raw("indexed", if site.indexed { "true" } else { "false" });
    file.words("contact", site.contact.as_deref().unwrap_or_default());
    for (name, words) in [
        ("name", &site.names),
        ("description", &site.descriptions),
        ("strip", &site.strips),
    ] {
        if !words.is_empty() {
            file.table(name);
            words
                .iter()
                .for_each(|(locale, words)| file.text(locale.as_str(), words));
        }
    }
    if !site.formats.is_empty() {
        file.table("formats");
        site.formats
            .iter()
            .for_each(|(locale, region)| file.text(locale.as_str(), region.as_str()));
    }
    file.0
}

/// Lines of TOML.
#[derive(Default)]
struct Toml(String);

impl Toml {
    fn raw(&mut self, name: &str, value: &str) {
        // Writing into a string cannot fail.
        let _ = writeln!(self.0, "{name} = {value}");
    }

    fn text(&mut self, name: &str, value: &str) {
        self.raw(name, &quote(value));
    }

    /// A text, unless it is empty.
    fn words(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.text(name, value);
        }
    }

    fn instant(&mut self, name: &str, value: Option<Instant>) {
        if let Some(instant) = value {
            self.raw(name, &instant.to_string());
        }
    }

    fn list<'a>(&mut self, name: &str, values: impl Iterator<Item = &'a str>) {
        let quoted: Vec<String> = values.map(quote).collect();
        self.raw(name, &format!("[{}]", quoted.join(", ")));
    }

    fn table(&mut self, name: &str) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        let _ = writeln!(self.0, "[{name}]");
    }
}
