//! Reading the fields of a TOML head or file one by one: every field is taken or told as a problem, none is lost.

use std::collections::BTreeMap;

use jiff::civil::{Date, Time};
use language::Locale;
use toml::{Table, Value};

use super::problem::Problems;
use crate::instant::Instant;
use crate::sanitise::hidden_character;
use crate::subject::{Noun, Subject};

/// The longest single line of words (title, name), in characters.
pub(super) const LINE_MAX: usize = 300;
/// The longest summary or notice, in characters.
pub(super) const SUMMARY_MAX: usize = 1_000;

const BY_LANGUAGE: &str = "name it by a language code such as en";

/// A table being read: what is taken is removed, what remains in the end is unknown.
pub(super) struct Fields<'a> {
    table: Table,
    source: &'a str,
    first_line: usize,
    own_line: usize,
    within: String,
}

impl<'a> Fields<'a> {
    /// Parses TOML; `first_line` is the line of the file on which it begins.
    pub(super) fn parse(source: &'a str, first_line: usize, problems: &mut Problems) -> Option<Fields<'a>> {
        match source.parse::<Table>() {
            Ok(table) => Some(Fields {
                table,
                source,
                first_line,
                own_line: first_line,
                within: String::new(),
            }),
            Err(error) => {
                let before = error.span().and_then(|span| source.get(..span.start)).unwrap_or("");
                let line = first_line + before.matches('\n').count();
                let message = error.message().trim().replace('\n', ", ");
                problems.at(
                    line,
                    "",
                    format!("this is not TOML: {message}"),
                    "write NAME = \"text\", one field a line",
                );
                None
            }
        }
    }

    /// The line on which a field stands.
    pub(super) fn line(&self, name: &str) -> usize {
        let above = self.own_line.saturating_sub(self.first_line);
        let place = self.source.lines().enumerate().skip(above).find(|(_, line)| {
            let line = line.trim_start_matches(['[', ' ']);
            let line = line
                .strip_prefix(self.within.as_str())
                .map_or(line, |rest| rest.trim_start_matches('.'));
            let rest = line
                .strip_prefix(name)
                .or_else(|| line.strip_prefix(&format!("\"{name}\"")));
            rest.is_some_and(|rest| rest.trim_start().starts_with(['=', '.', ']']))
        });
        place.map_or(self.own_line, |(place, _)| self.first_line + place)
    }

    /// Tells a problem with a field.
    pub(super) fn problem(&self, name: &str, problems: &mut Problems, message: impl Into<String>, remedy: &str) {
        let line = self.line(name);
        let field = if self.within.is_empty() {
            name.to_owned()
        } else {
            format!("{}.{name}", self.within)
        };
        problems.at(line, &field, message, remedy);
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.table.contains_key(name)
    }

    /// One line of words.
    pub(super) fn words(&mut self, name: &str, max: usize, problems: &mut Problems) -> Option<String> {
        let value = self.table.remove(name)?;
        let Value::String(text) = value else {
            self.problem(
                name,
                problems,
                format!("this is {}", kind_of(&value)),
                "write it as text in quotes",
            );
            return None;
        };
        let text = text.trim().to_owned();
        if let Some(character) = hidden_character(&text) {
            let message = format!("it holds the hidden character U+{:04X}", u32::from(character));
            self.problem(name, problems, message, "remove it");
        }
        let length = text.chars().count();
        if length > max {
            self.problem(
                name,
                problems,
                format!("it has {length} characters, more than {max}"),
                "shorten it",
            );
        }
        Some(text)
    }

    /// Words that must be there.
    pub(super) fn needed(&mut self, name: &str, max: usize, problems: &mut Problems) -> String {
        let remedy = format!("write {name} = \"…\"");
        if !self.has(name) {
            self.problem(name, problems, "it is missing", &remedy);
            return String::new();
        }
        let words = self.words(name, max, problems).unwrap_or_default();
        if words.is_empty() && problems.is_empty() {
            self.problem(name, problems, "it is empty", &remedy);
        }
        words
    }

    /// Words of several lines, left as they are.
    pub(super) fn prose(&mut self, name: &str, max: usize, problems: &mut Problems) -> Option<String> {
        let value = self.table.remove(name)?;
        let Value::String(text) = value else {
            self.problem(
                name,
                problems,
                format!("this is {}", kind_of(&value)),
                "write it as text in quotes",
            );
            return None;
        };
        let length = text.chars().count();
        if length > max {
            self.problem(
                name,
                problems,
                format!("it has {length} characters, more than {max}"),
                "shorten it",
            );
        }
        Some(text)
    }

    pub(super) fn truth(&mut self, name: &str, problems: &mut Problems) -> Option<bool> {
        match self.table.remove(name)? {
            Value::Boolean(value) => Some(value),
            other => {
                self.problem(
                    name,
                    problems,
                    format!("this is {}", kind_of(&other)),
                    "write true or false",
                );
                None
            }
        }
    }

    pub(super) fn number(&mut self, name: &str, problems: &mut Problems) -> Option<i64> {
        match self.table.remove(name)? {
            Value::Integer(value) => Some(value),
            other => {
                self.problem(
                    name,
                    problems,
                    format!("this is {}", kind_of(&other)),
                    "write a whole number, without quotes",
                );
                None
            }
        }
    }

    /// An instant with its offset.
    pub(super) fn instant(&mut self, name: &str, problems: &mut Problems) -> Option<Instant> {
        let value = self.table.remove(name)?;
        let text = match &value {
            Value::Datetime(datetime) => datetime.to_string(),
            Value::String(text) => text.clone(),
            other => kind_of(other).to_owned(),
        };
        match text.parse() {
            Ok(instant) => Some(instant),
            Err(_) => {
                let message = format!("{text} is not an instant");
                self.problem(
                    name,
                    problems,
                    message,
                    "write day, time and offset, without quotes: 2022-11-24T09:00:00Z",
                );
                None
            }
        }
    }

    /// A day.
    pub(super) fn date(&mut self, name: &str, problems: &mut Problems) -> Option<Date> {
        let value = self.table.remove(name)?;
        let text = match &value {
            Value::Datetime(datetime) => datetime.to_string(),
            Value::String(text) => text.clone(),
            other => kind_of(other).to_owned(),
        };
        match text.parse() {
            Ok(date) if text.len() == 10 => Some(date),
            _ => {
                self.problem(
                    name,
                    problems,
                    format!("{text} is not a day"),
                    "write it as 2022-11-24, without quotes",
                );
                None
            }
        }
    }

    /// A day that must be there.
    pub(super) fn needed_date(&mut self, name: &str, remedy: &str, problems: &mut Problems) -> Option<Date> {
        if !self.has(name) {
            self.problem(name, problems, "it is missing", remedy);
        }
        self.date(name, problems)
    }

    /// A time of day.
    pub(super) fn time(&mut self, name: &str, problems: &mut Problems) -> Option<Time> {
        let value = self.table.remove(name)?;
        let text = match &value {
            Value::Datetime(datetime) => datetime.to_string(),
            Value::String(text) => text.clone(),
            other => kind_of(other).to_owned(),
        };
        let time = text.parse().ok().filter(|_| text.contains(':') && !text.contains('-'));
        if time.is_none() {
            let message = format!("{text} is not a time of day");
            self.problem(name, problems, message, "write it as 10:00:00, without quotes");
        }
        time
    }

    /// The name of a time zone.
    pub(super) fn zone(&mut self, name: &str, problems: &mut Problems) -> Option<String> {
        let zone = self.words(name, LINE_MAX, problems)?;
        if crate::zone::find(&zone).is_none() {
            let message = format!("there is no time zone {zone:?}");
            let remedy = "write a name of the IANA database such as Asia/Dubai or UTC";
            self.problem(name, problems, message, remedy);
        }
        Some(zone)
    }

    /// A number from 1 up to a limit, itself excluded.
    pub(super) fn count(&mut self, name: &str, limit: i64, problems: &mut Problems) -> Option<u32> {
        let number = self.number(name, problems)?;
        let found = u32::try_from(number).ok().filter(|_| (1..limit).contains(&number));
        if found.is_none() {
            let message = format!("{number} is no place to count from");
            let remedy = format!("write a number from 1 to {}", limit - 1);
            self.problem(name, problems, message, &remedy);
        }
        found
    }

    /// A subject, noun and key.
    pub(super) fn subject(&mut self, name: &str, problems: &mut Problems) -> Option<Subject> {
        let text = self.words(name, LINE_MAX, problems)?;
        match text.parse() {
            Ok(subject) => Some(subject),
            Err(error) => {
                let error: crate::subject::SubjectError = error;
                self.problem(name, problems, error.to_string(), "write noun and key: story/rome-2021");
                None
            }
        }
    }

    /// An address to write or go to: `mailto:`, `https:` or `http:`.
    pub(super) fn contact(&mut self, name: &str, problems: &mut Problems) -> Option<String> {
        let text = self.words(name, 2_000, problems)?;
        if crate::sanitise::is_web_address(&text) || crate::sanitise::is_mail_address(&text) {
            return Some(text);
        }
        let message = format!("{text:?} is neither a web address nor a mailto: address");
        self.problem(name, problems, message, "write mailto:press@example.org, or https://…");
        None
    }

    /// Keys of one noun per locale (`audio = { en = "…" }`).
    pub(super) fn keys_per_locale(
        &mut self,
        name: &str,
        noun: Noun,
        problems: &mut Problems,
    ) -> BTreeMap<Locale, Subject> {
        let mut found = BTreeMap::new();
        let Some(mut inner) = self.table(name, problems) else {
            return found;
        };
        for code in inner.names() {
            let key = inner.key(&code, noun, problems);
            match (Locale::parse(&code), key) {
                (Ok(locale), Some(key)) => {
                    found.insert(locale, key);
                }
                (Err(error), _) => inner.problem(&code, problems, error.to_string(), BY_LANGUAGE),
                (Ok(_), None) => {}
            }
        }
        found
    }

    /// A list of keys of one noun.
    pub(super) fn keys(&mut self, name: &str, noun: Noun, problems: &mut Problems) -> Vec<Subject> {
        let Some(value) = self.table.remove(name) else {
            return Vec::new();
        };
        let Value::Array(items) = value else {
            self.problem(
                name,
                problems,
                format!("this is {}", kind_of(&value)),
                "write a list of keys: [\"one\", \"two\"]",
            );
            return Vec::new();
        };
        let mut found: Vec<Subject> = Vec::new();
        for item in items {
            let key = item.as_str().unwrap_or_default();
            match Subject::new(noun, key) {
                Ok(subject) if found.contains(&subject) => {
                    self.problem(name, problems, format!("{key:?} stands there twice"), "remove one");
                }
                Ok(subject) => found.push(subject),
                Err(error) => self.problem(name, problems, error.to_string(), "write keys as their files are named"),
            }
        }
        found
    }

    /// A list of words.
    pub(super) fn list(&mut self, name: &str, problems: &mut Problems) -> Vec<String> {
        let Some(value) = self.table.remove(name) else {
            return Vec::new();
        };
        let texts: Option<Vec<String>> = value
            .as_array()
            .map(|items| {
                items
                    .iter()
                    .map(|item| item.as_str().map(str::to_owned))
                    .collect::<Option<Vec<_>>>()
            })
            .unwrap_or_default();
        texts.unwrap_or_else(|| {
            self.problem(
                name,
                problems,
                format!("this is {}", kind_of(&value)),
                "write a list of texts: [\"one\", \"two\"]",
            );
            Vec::new()
        })
    }

    /// A list of whole numbers; none if it is anything else.
    pub(super) fn numbers(&mut self, name: &str) -> Option<Vec<i64>> {
        self.table
            .remove(name)?
            .as_array()?
            .iter()
            .map(Value::as_integer)
            .collect()
    }

    /// A key of one noun.
    pub(super) fn key(&mut self, name: &str, noun: Noun, problems: &mut Problems) -> Option<Subject> {
        let text = self.words(name, LINE_MAX, problems)?;
        match Subject::new(noun, &text) {
            Ok(subject) => Some(subject),
            Err(error) => {
                self.problem(name, problems, error.to_string(), "write the key as its file is named");
                None
            }
        }
    }

    /// An `https:` or `http:` address.
    pub(super) fn address(&mut self, name: &str, problems: &mut Problems) -> Option<String> {
        let text = self.words(name, 2_000, problems)?;
        if crate::sanitise::is_web_address(&text) {
            return Some(text);
        }
        self.problem(
            name,
            problems,
            format!("{text:?} is not a web address"),
            "write it with https:// and without spaces",
        );
        None
    }

    /// One of a few names.
    pub(super) fn choice<T: Copy>(&mut self, name: &str, choices: &[(&str, T)], problems: &mut Problems) -> Option<T> {
        let text = self.words(name, LINE_MAX, problems)?;
        let found = choices
            .iter()
            .find(|(choice, _)| *choice == text)
            .map(|(_, value)| *value);
        if found.is_none() {
            let names: Vec<&str> = choices.iter().map(|(choice, _)| *choice).collect();
            let remedy = format!("write one of {}", names.join(", "));
            self.problem(name, problems, format!("{text:?} is none of the choices"), &remedy);
        }
        found
    }

    /// A language code.
    pub(super) fn locale(&mut self, name: &str, problems: &mut Problems) -> Option<Locale> {
        let text = self.words(name, LINE_MAX, problems)?;
        match Locale::parse(&text) {
            Ok(locale) => Some(locale),
            Err(error) => {
                self.problem(
                    name,
                    problems,
                    error.to_string(),
                    "write a language code such as en, ar or fr",
                );
                None
            }
        }
    }

    /// A table within this one; its unknown fields must be told by calling [`Fields::end`] on it.
    pub(super) fn table(&mut self, name: &str, problems: &mut Problems) -> Option<Fields<'a>> {
        match self.table.remove(name)? {
            Value::Table(table) => {
                let within = if self.within.is_empty() {
                    name.to_owned()
                } else {
                    format!("{}.{name}", self.within)
                };
                let own_line = self.line(name);
                Some(Fields {
                    table,
                    source: self.source,
                    first_line: self.first_line,
                    own_line,
                    within,
                })
            }
            other => {
                self.problem(
                    name,
                    problems,
                    format!("this is {}", kind_of(&other)),
                    "write it as a table: { … } or [name]",
                );
                None
            }
        }
    }

    /// Words per locale (`[name] en = "…"`).
    pub(super) fn per_locale(&mut self, name: &str, max: usize, problems: &mut Problems) -> BTreeMap<Locale, String> {
        let Some(mut inner) = self.table(name, problems) else {
            return Default::default();
        };
        let mut found = BTreeMap::new();
        for code in inner.names() {
            let words = inner.words(&code, max, problems);
            match (Locale::parse(&code), words) {
                (Ok(locale), Some(words)) => {
                    found.insert(locale, words);
                }
                (Err(error), _) => inner.problem(&code, problems, error.to_string(), BY_LANGUAGE),
                (Ok(_), None) => {}
            }
        }
        found
    }

    /// The names that remain.
    pub(super) fn names(&self) -> Vec<String> {
        self.table.keys().cloned().collect()
    }

    /// Tells the fields that nobody asked for.
    pub(super) fn end(self, known: &[&str], problems: &mut Problems) {
        for name in self.names() {
            let near = known.iter().find(|other| is_near(&name, other));
            let remedy = match near {
                Some(near) => format!("did you mean {near}?"),
                None => "remove it, or see docs/content-files.md for the fields there are".to_owned(),
            };
            self.problem(&name, problems, "there is no such field here", &remedy);
        }
    }
}

fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::String(_) => "text",
        Value::Integer(_) | Value::Float(_) => "a number",
        Value::Boolean(_) => "true or false",
        Value::Datetime(_) => "a date",
        Value::Array(_) => "a list",
        Value::Table(_) => "a table",
    }
}

/// Whether two names differ by a letter or two.
fn is_near(name: &str, other: &str) -> bool {
    let mut row: Vec<usize> = (0..=other.chars().count()).collect();
    for (i, a) in name.chars().enumerate() {
        let mut next = vec![i + 1];
        for (j, b) in other.chars().enumerate() {
            let above = row.get(j + 1).copied().unwrap_or(0) + 1;
            let before = next.last().copied().unwrap_or(0) + 1;
            let across = row.get(j).copied().unwrap_or(0) + usize::from(a != b);
            next.push(above.min(before).min(across));
        }
        row = next;
    }
    row.last().is_some_and(|distance| *distance <= 2)
}
