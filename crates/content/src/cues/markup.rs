//! The markup of a cue reduced to who speaks and what is said: voices are kept, all else becomes text.

use super::{Form, SPEAKER_MAX};
use crate::sanitise::clean_words;

/// The longest tag, in bytes: what is longer is no tag but text.
const TAG_MAX: usize = 1_000;
/// The longest name of a character, in bytes.
const NAME_MAX: usize = 8;

/// The parts of a cue by their speakers, each clean and with balanced direction; those without words are left out.
pub(super) fn voices(payload: &str, form: Form) -> Vec<(String, String)> {
    let mut voices = vec![(String::new(), String::new())];
    let mut rest = payload;
    while let Some(at) = rest.find(['<', '{']) {
        let Some((before, after)) = rest.split_at_checked(at) else {
            break;
        };
        push(&mut voices, before, form);
        let (tag, tail) = tag(after, form);
        match tag {
            Tag::Voice(name) => voices.push((speaker(name, form), String::new())),
            Tag::End => voices.push((String::new(), String::new())),
            Tag::Other => {}
            Tag::None(sign) => push(&mut voices, sign, form),
        }
        rest = tail;
    }
    push(&mut voices, rest, form);
    let clean = voices.into_iter().map(|(speaker, words)| (speaker, tidy(&words)));
    clean.filter(|(_, words)| !words.is_empty()).collect()
}

/// What begins at a sign that may begin a tag.
enum Tag<'a> {
    /// A voice and its name.
    Voice(&'a str),
    /// The end of a voice.
    End,
    /// A tag of another kind.
    Other,
    /// No tag: the sign itself.
    None(&'a str),
}

/// The tag at the beginning of a text, and what follows.
fn tag(text: &str, form: Form) -> (Tag<'_>, &str) {
    let (sign, after) = text.split_at_checked(1).unwrap_or((text, ""));
    let none = (Tag::None(sign), after);
    let close = if sign == "<" { b'>' } else { b'}' };
    let Some(end) = after.bytes().take(TAG_MAX).position(|byte| byte == close) else {
        return none;
    };
    let (Some(inside), Some(tail)) = (after.get(..end), after.get(end + 1..)) else {
        return none;
    };
    if sign == "{" {
        // What some programs write into SubRip for places and colours.
        let is_code = form == Form::Srt && inside.starts_with('\\');
        return if is_code { (Tag::Other, tail) } else { none };
    }
    let name = inside.strip_prefix('/').unwrap_or(inside);
    let is_time = form == Form::Vtt && name.contains(':') && name.starts_with(|first: char| first.is_ascii_digit());
    if !is_time && !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return none;
    }
    if form == Form::Vtt {
        let kind = name
            .split(|letter: char| !letter.is_ascii_alphanumeric())
            .next()
            .unwrap_or_default();
        match (kind, inside.starts_with('/')) {
            ("v", true) => return (Tag::End, tail),
            ("v", false) => {
                let name = name.split_once([' ', '\t', '\n']).map_or("", |(_, name)| name);
                return (Tag::Voice(name), tail);
            }
            _ => {}
        }
    }
    (Tag::Other, tail)
}

fn push(voices: &mut [(String, String)], text: &str, form: Form) {
    let Some((_, words)) = voices.last_mut() else { return };
    match form {
        Form::Vtt => unescape_into(text, words),
        Form::Srt | Form::Plain => words.push_str(text),
    }
}

fn speaker(name: &str, form: Form) -> String {
    let mut plain = vec![(String::new(), String::new())];
    push(&mut plain, name, form);
    let name = plain.pop().map(|(_, name)| name).unwrap_or_default();
    let one_line = tidy(&name.split_whitespace().collect::<Vec<_>>().join(" "));
    let cut: String = one_line.chars().take(SPEAKER_MAX).collect();
    tidy(&cut)
}

/// Words without hidden characters and empty lines; each line ends in the direction in which it began (Unicode UAX #9:
/// isolates that nobody closes are closed, and what closes none is left out).
pub(super) fn tidy(words: &str) -> String {
    let clean = clean_words(words);
    let lines = clean.lines().map(|line| balanced(line).trim().to_owned());
    lines
        .filter(|line| !line.is_empty())
        .collect::<Vec<String>>()
        .join("\n")
}

fn balanced(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut open = 0_usize;
    for letter in line.chars() {
        match letter {
            '\u{2066}'..='\u{2068}' => open += 1,
            '\u{2069}' if open == 0 => continue,
            '\u{2069}' => open -= 1,
            _ => {}
        }
        out.push(letter);
    }
    out.extend(std::iter::repeat_n('\u{2069}', open));
    let says_something = out
        .chars()
        .any(|letter| !letter.is_whitespace() && !matches!(letter, '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}'));
    if says_something { out } else { String::new() }
}

/// The characters that WebVTT names (those that people write), and those with numbers; all else stays as it is.
fn unescape_into(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let end = after.bytes().take(NAME_MAX).position(|byte| byte == b';');
        let named = end.and_then(|end| Some((character(after.get(..end)?)?, after.get(end + 1..)?)));
        rest = match named {
            Some((letter, tail)) => {
                out.push(letter);
                tail
            }
            None => {
                out.push('&');
                after
            }
        };
    }
    out.push_str(rest);
}

fn character(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "lrm" => '\u{200e}',
        "rlm" => '\u{200f}',
        name => {
            let digits = name.strip_prefix('#')?;
            let number = match digits.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => digits.parse().ok()?,
            };
            char::from_u32(number)?
        }
    })
}
