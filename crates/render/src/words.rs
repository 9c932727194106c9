//! The words of a page: messages of one locale, with what fills them.

use std::sync::Arc;

use language::{Arguments, Catalogue, Formatter, Locale, group_of};
use minijinja::value::{Kwargs, Object, ObjectRepr, Value, from_args};
use minijinja::{Error, ErrorKind, State};

use crate::error::RenderError;
use crate::html;

/// What fills a place in a message.
#[derive(Debug, Clone)]
pub(crate) enum Filling<'a> {
    /// Plain words.
    Text(&'a str),
    /// A whole number.
    Number(u64),
    /// Markup made by us; the message's own words are escaped around it.
    Html(&'a str),
}

/// Stand before and after the number of a piece of markup while a message is filled; no text holds them after escaping.
const OPEN: char = '\u{2}';
const CLOSE: char = '\u{3}';

/// A message filled, numbers as the formatter writes them; as HTML if a piece of markup is among what fills it.
pub(crate) fn say(
    catalogue: &Catalogue,
    formatter: Option<&Formatter>,
    key: &str,
    fillings: &[(&str, Filling<'_>)],
) -> Result<Said, RenderError> {
    let mut arguments = Arguments::new();
    let mut pieces = Vec::new();
    for (name, filling) in fillings {
        arguments = match filling {
            Filling::Text(text) => arguments.text(*name, *text),
            Filling::Number(number) => match formatter {
                Some(formatter) => arguments.written(*name, *number, formatter.number(*number)),
                None => arguments.number(*name, *number),
            },
            Filling::Html(markup) => {
                pieces.push(*markup);
                arguments.text(*name, format!("{OPEN}{}{CLOSE}", pieces.len() - 1))
            }
        };
    }
    let text = catalogue
        .format(key, &arguments)
        .ok_or_else(|| missing(catalogue.locale(), key))?;
    Ok(if pieces.is_empty() {
        Said::Text(text)
    } else {
        Said::Html(with_pieces(&text, &pieces))
    })
}

/// A filled message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Said {
    /// Words, not yet escaped.
    Text(String),
    /// Markup.
    Html(String),
}

impl Said {
    /// As markup.
    pub(crate) fn into_html(self) -> String {
        match self {
            Said::Text(text) => html::escaped(&text),
            Said::Html(markup) => markup,
        }
    }
}

fn with_pieces(text: &str, pieces: &[&str]) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut parts = text.split(OPEN);
    html::escape_into(parts.next().unwrap_or_default(), &mut out);
    for part in parts {
        let (number, words) = part.split_once(CLOSE).unwrap_or(("", part));
        let piece = number.parse::<usize>().ok().and_then(|number| pieces.get(number));
        out.push_str(piece.copied().unwrap_or_default());
        html::escape_into(words, &mut out);
    }
    out
}

fn missing(locale: Locale, key: &str) -> RenderError {
    RenderError::NoMessage {
        locale,
        key: key.to_owned(),
    }
}

/// The function `t` of templates: `{{ t("list-older") }}`, `{{ t("list-count", count=3) }}`.
#[derive(Debug)]
pub(crate) struct Words {
    /// The groups that the template needs.
    pub(crate) catalogues: Vec<(String, Arc<Catalogue>)>,
}

impl Words {
    fn catalogue(&self, key: &str) -> Option<&Catalogue> {
        let group = group_of(key);
        self.catalogues
            .iter()
            .find(|(known, _)| known == group)
            .map(|(_, catalogue)| catalogue.as_ref())
    }
}

impl Object for Words {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn call(self: &Arc<Self>, _state: &mut State<'_, '_>, args: &[Value]) -> Result<Value, Error> {
        let no = |why: String| Error::new(ErrorKind::InvalidOperation, why);
        let (key, named): (&str, Kwargs) = from_args(args)?;
        let catalogue = self
            .catalogue(key)
            .ok_or_else(|| no(format!("no messages were read for {key:?}")))?;
        if let Some(words) = catalogue.plain(key) {
            return Ok(Value::from(words));
        }
        let values: Vec<(&str, Value)> = named
            .args()
            .map(|name| Ok((name, named.peek(name)?)))
            .collect::<Result<_, Error>>()?;
        let fillings: Vec<(&str, Filling<'_>)> = values.iter().map(|(name, value)| (*name, filling(value))).collect();
        match say(catalogue, None, key, &fillings).map_err(|error| no(error.to_string()))? {
            Said::Text(text) => Ok(Value::from(text)),
            Said::Html(markup) => Ok(Value::from_safe_string(markup)),
        }
    }
}

fn filling(value: &Value) -> Filling<'_> {
    match (value.as_str(), value.as_usize()) {
        (Some(markup), _) if value.is_safe() => Filling::Html(markup),
        (Some(text), _) => Filling::Text(text),
        (None, Some(number)) => Filling::Number(u64::try_from(number).unwrap_or(u64::MAX)),
        (None, None) => Filling::Text(""),
    }
}
