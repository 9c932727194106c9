//! Reading a page's markup, tag by tag. It takes what browsers take: nothing is an error, and nothing is read twice.

/// A piece of markup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece<'h> {
    /// Words between tags, still with their references (`&amp;`).
    Text(&'h str),
    Open(Tag<'h>),
    Close(&'h str),
}

/// A tag that opens an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tag<'h> {
    pub(crate) name: &'h str,
    attributes: &'h str,
}

impl<'h> Tag<'h> {
    /// The value of a quoted attribute, with its references resolved; empty if it has none.
    pub(crate) fn attribute(&self, wanted: &str) -> Option<String> {
        let mut rest = self.attributes.trim_start();
        while !rest.is_empty() {
            let end = rest.find(|letter: char| letter == '=' || letter.is_ascii_whitespace());
            let (name, tail) = rest.split_at(end.unwrap_or(rest.len()));
            let tail = tail.trim_start();
            let value = tail.strip_prefix('=').map(str::trim_start);
            let (value, after) = match value {
                None => ("", tail),
                Some(value) => quoted(value),
            };
            if name.eq_ignore_ascii_case(wanted) {
                return Some(resolved(value));
            }
            // A lone quotation mark is passed over, so that the loop always ends.
            rest = if after.len() < rest.len() {
                after.trim_start()
            } else {
                ""
            };
        }
        None
    }
}

fn quoted(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inner) = text.strip_prefix(quote) {
            return inner.split_once(quote).unwrap_or((inner, ""));
        }
    }
    let end = text.find(|letter: char| letter.is_ascii_whitespace());
    text.split_at(end.unwrap_or(text.len()))
}

/// The pieces of a page in order. Comments, and what stands in scripts and styles, are left out.
pub(crate) fn pieces(html: &str) -> Pieces<'_> {
    Pieces { rest: html, raw: None }
}

/// See [`pieces`].
#[derive(Debug)]
pub(crate) struct Pieces<'h> {
    rest: &'h str,
    /// The element whose content is no markup.
    raw: Option<&'static str>,
}

impl<'h> Iterator for Pieces<'h> {
    type Item = Piece<'h>;

    fn next(&mut self) -> Option<Piece<'h>> {
        loop {
            if let Some(name) = self.raw.take() {
                self.rest = behind_raw(self.rest, name);
            }
            let begin = self.rest.find('<').unwrap_or(self.rest.len());
            if begin > 0 {
                let (text, rest) = self.rest.split_at(begin);
                self.rest = rest;
                return Some(Piece::Text(text));
            }
            let tag = self.rest.strip_prefix('<')?;
            if let Some(comment) = tag.strip_prefix("!--") {
                self.rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
                continue;
            }
            let (inner, rest) = tag_of(tag);
            self.rest = rest;
            if let Some(name) = inner.strip_prefix('/') {
                return Some(Piece::Close(name.trim_end()));
            }
            if !inner.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
                continue;
            }
            let end = inner.find(|letter: char| letter.is_ascii_whitespace() || letter == '/');
            let (name, attributes) = inner.split_at(end.unwrap_or(inner.len()));
            self.raw = ["script", "style"]
                .into_iter()
                .find(|raw| name.eq_ignore_ascii_case(raw));
            return Some(Piece::Open(Tag { name, attributes }));
        }
    }
}

/// From the end tag of a raw element on.
fn behind_raw<'h>(html: &'h str, name: &str) -> &'h str {
    let is_end = |at: usize| {
        let tail = html.get(at + 2..at + 2 + name.len());
        tail.is_some_and(|tail| tail.eq_ignore_ascii_case(name))
    };
    let end = html.match_indices("</").map(|(at, _)| at).find(|at| is_end(*at));
    html.get(end.unwrap_or(html.len())..).unwrap_or_default()
}

/// What stands in a tag, up to the `>` that no quotation marks enclose.
fn tag_of(text: &str) -> (&str, &str) {
    let mut quote = None;
    for (at, letter) in text.char_indices() {
        match (quote, letter) {
            (None, '>') => {
                let (inner, rest) = text.split_at(at);
                return (inner, rest.strip_prefix('>').unwrap_or_default());
            }
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), letter) if open == letter => quote = None,
            _ => {}
        }
    }
    (text, "")
}

/// Text with its references resolved: those that pages of ours hold, and numbers.
pub(crate) fn resolved(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut parts = text.split('&');
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let reference = part
            .split_once(';')
            .and_then(|(name, rest)| Some((letter(name)?, rest)));
        match reference {
            Some((letter, rest)) => {
                out.push(letter);
                out.push_str(rest);
            }
            None => {
                out.push('&');
                out.push_str(part);
            }
        }
    }
    out
}

fn letter(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        name => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)
        }
    }
}

/// Appends text as it stands between tags or within a quoted attribute.
pub(crate) fn escape_into(text: &str, out: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            letter => out.push(letter),
        }
    }
}

/// The same as a new text.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    escape_into(text, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn tags_and_words_are_told_apart() {
        let html =
            "<!doctype html><!-- <b> --><p id=\"b-1\" data-x='a>b' hidden>A &amp; B<br/></P><script>1<2</script>";
        let found: Vec<String> = pieces(html)
            .map(|piece| match piece {
                Piece::Text(text) => resolved(text),
                Piece::Open(tag) => format!(
                    "<{} {:?} {:?} {:?}",
                    tag.name,
                    tag.attribute("id"),
                    tag.attribute("data-x"),
                    tag.attribute("hidden")
                ),
                Piece::Close(name) => format!("/{name}"),
            })
            .collect();
        assert_eq!(
            found,
            [
                "<p Some(\"b-1\") Some(\"a>b\") Some(\"\")",
                "A & B",
                "<br None None None",
                "/P",
                "<script None None None",
                "/script"
            ]
        );
    }

    #[test]
    fn references_become_letters() {
        assert_eq!(
            resolved("&lt;&#39;&#x623;&nbsp;&amp;lt; &copy; & &#xffffff;"),
            "<'أ\u{a0}&lt; &copy; & &#xffffff;"
        );
    }

    proptest! {
        #[test]
        fn survives_any_markup(html in "(<|>|/|!--|-->|\"|'|=|&#?|;|a|p|script|data-search=\"title\"|é| |\\PC){0,60}") {
            for piece in pieces(&html) {
                if let Piece::Open(tag) = piece {
                    let _ = tag.attribute("data-search");
                }
            }
        }

        #[test]
        fn what_was_escaped_is_read_as_it_was(text in "\\PC{0,40}") {
            prop_assert_eq!(resolved(&escaped(&text)), text);
        }
    }
}
