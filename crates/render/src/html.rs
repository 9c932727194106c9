//! Markup: escaping of foreign text, attributes of language and direction, times.

use std::fmt;

use language::Locale;

/// Appends text to HTML or XML, between elements or within a quoted attribute. Characters that XML 1.0 (section 2.2)
/// or HTML (section 3.2.5, "valid characters") forbid are left out: no escape can stand for them.
pub(crate) fn escape_into(text: &str, out: &mut String) {
    // Writing to a string cannot fail.
    let _ = escape_to(text, out);
}

/// The same for anything that takes text.
pub(crate) fn escape_to(text: &str, out: &mut impl fmt::Write) -> fmt::Result {
    let mut rest = text;
    while let Some(at) = first_byte(rest, may_need_escape) {
        let (plain, tail) = rest.split_at(at);
        out.write_str(plain)?;
        let mut letters = tail.chars();
        if let Some(letter) = letters.next() {
            match replacement(letter) {
                Some(escaped) => out.write_str(escaped)?,
                None => out.write_char(letter)?,
            }
        }
        rest = letters.as_str();
    }
    out.write_str(rest)
}

/// Whether a character with this first byte may have a [`replacement`]; never true of the bytes that follow it. Nearly
/// all text passes with one look at each byte.
fn may_need_escape(byte: u8) -> bool {
    let is_control = (byte < 0x20) & (byte != b'\t') & (byte != b'\n') | (byte == 0x7f);
    let is_markup = (byte == b'&') | (byte == b'<') | (byte == b'>') | (byte == b'"') | (byte == b'\'');
    // Further controls begin with c2, the code points that are no characters with ef or more.
    is_control | is_markup | (byte == 0xc2) | (byte >= 0xef)
}

/// Where the first byte of a kind is. Sixteen are judged at once, by one instruction each if `is_wanted` has no
/// branches: nearly all text holds none.
fn first_byte(text: &str, is_wanted: impl Fn(u8) -> bool) -> Option<usize> {
    let bytes = text.as_bytes();
    let (chunks, rest) = bytes.as_chunks::<16>();
    for (number, chunk) in chunks.iter().enumerate() {
        if chunk.iter().fold(0, |found, byte| found | u8::from(is_wanted(*byte))) != 0 {
            let within = chunk.iter().position(|byte| is_wanted(*byte))?;
            return Some(number * 16 + within);
        }
    }
    let within = rest.iter().position(|byte| is_wanted(*byte))?;
    Some(bytes.len() - rest.len() + within)
}

/// The same as a new text.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    escape_into(text, &mut out);
    out
}

/// `lang` and `dir` for words in a language, with a space before; nothing if the page is in that language.
pub(crate) fn language_attributes(language: Locale, page: Locale) -> String {
    if language == page {
        return String::new();
    }
    format!(" lang=\"{language}\" dir=\"{}\"", language.direction())
}

/// Escaped words within `<bdi>`, so that their direction touches nothing beside them.
pub(crate) fn isolated(text: &str) -> String {
    format!("<bdi>{}</bdi>", escaped(text))
}

fn replacement(letter: char) -> Option<&'static str> {
    match letter {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        '\'' => Some("&#39;"),
        '\t' | '\n' | ' '..='\u{7e}' => None,
        letter if is_forbidden(letter) => Some(""),
        _ => None,
    }
}

/// Control characters and code points that are no characters. A carriage return would not survive an XML parser.
fn is_forbidden(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{fdd0}'..='\u{fdef}') || u32::from(letter) & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_text_stays_text() {
        assert_eq!(
            escaped("<a href=\"x\" b='y'>&</a>"),
            "&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;&lt;/a&gt;"
        );
    }

    #[test]
    fn a_byte_is_found_wherever_it_stands() {
        for length in 0..70 {
            for place in 0..length {
                let text: String = (0..length).map(|at| if at >= place { 'x' } else { '.' }).collect();
                assert_eq!(first_byte(&text, |byte| byte == b'x'), Some(place));
            }
            assert_eq!(first_byte(&".".repeat(length), |byte| byte == b'x'), None);
        }
    }

    #[test]
    fn what_xml_forbids_is_left_out() {
        assert_eq!(
            escaped("a\u{0}\u{1}b\u{8}\u{b}\r\u{7f}\u{85}c\u{fffe}\u{ffff}\u{1fffe}\u{fdd0}d\te\n"),
            "abcd\te\n"
        );
    }

    #[test]
    fn every_character_that_has_a_replacement_is_replaced() {
        for letter in '\0'..=char::MAX {
            let own = letter.to_string();
            let expected = replacement(letter).unwrap_or(&own);
            assert_eq!(escaped(&format!("é{letter}ب")), format!("é{expected}ب"));
        }
    }

    #[test]
    fn letters_of_all_scripts_pass() {
        let text = "اجتمع 🇸🇪 \u{202f}é\u{200f}";
        assert_eq!(escaped(text), text);
    }

    #[test]
    fn only_a_foreign_language_is_marked() {
        let (en, ar) = (Locale::parse("en").unwrap(), Locale::parse("ar").unwrap());
        assert_eq!(language_attributes(ar, en), " lang=\"ar\" dir=\"rtl\"");
        assert_eq!(language_attributes(ar, ar), "");
    }
}
