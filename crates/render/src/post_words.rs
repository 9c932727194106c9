//! The words of a post in segments: hashtags, mentions, links, and a part's count of itself ("(1/2)").

use content::hashtags::{begins_here, is_letter, is_sign};

/// A piece of a post's words. Put together, the pieces are the words again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Segment<'w> {
    /// Plain words.
    Text(&'w str),
    /// A hashtag with its sign.
    Hashtag(&'w str),
    /// A mention with its sign.
    Mention(&'w str),
    /// An `https:` or `http:` address.
    Link(&'w str),
    /// "(1/2)".
    Part(&'w str, u32, u32),
}

/// The longest form in which an address is shown, in characters.
const SHOWN_MAX: usize = 48;

/// The most parts that a post may say it has; a larger number is something else.
const PARTS_MAX: u32 = 100;

impl<'w> Segment<'w> {
    /// The words that it was cut from.
    #[cfg(test)]
    pub(crate) fn words(self) -> &'w str {
        match self {
            Segment::Text(words)
            | Segment::Hashtag(words)
            | Segment::Mention(words)
            | Segment::Link(words)
            | Segment::Part(words, ..) => words,
        }
    }
}

/// Cuts words into segments.
pub(crate) fn segments(words: &str) -> Vec<Segment<'_>> {
    let mut segments = Vec::new();
    let (mut plain_from, mut at) = (words, 0);
    while let Some(letter) = plain_from.get(at..).and_then(|rest| rest.chars().next()) {
        let (before, rest) = plain_from.split_at(at);
        match special(before.chars().next_back(), rest) {
            Some((segment, length)) => {
                if !before.is_empty() {
                    segments.push(Segment::Text(before));
                }
                segments.push(segment);
                plain_from = rest.get(length..).unwrap_or_default();
                at = 0;
            }
            None => at += letter.len_utf8(),
        }
    }
    if !plain_from.is_empty() {
        segments.push(Segment::Text(plain_from));
    }
    segments
}

/// An address as it is shown: without scheme, cut where it is long.
pub(crate) fn shown_address(address: &str) -> String {
    let bare = address
        .strip_prefix("https://")
        .or_else(|| address.strip_prefix("http://"))
        .unwrap_or(address);
    let bare = bare.strip_prefix("www.").unwrap_or(bare);
    let bare = bare.strip_suffix('/').unwrap_or(bare);
    if bare.chars().count() <= SHOWN_MAX {
        return bare.to_owned();
    }
    bare.chars().take(SHOWN_MAX - 1).chain(['…']).collect()
}

fn special(before: Option<char>, rest: &str) -> Option<(Segment<'_>, usize)> {
    let at_start = begins_here(before);
    let (segment, length) = match rest.chars().next()? {
        sign if is_sign(sign) && at_start => hashtag(rest)?,
        '@' if at_start => mention(rest)?,
        'h' | 'H' if at_start => link(rest)?,
        '(' => part(rest)?,
        _ => return None,
    };
    Some((segment, length))
}

fn hashtag(rest: &str) -> Option<(Segment<'_>, usize)> {
    let sign = rest.chars().next()?.len_utf8();
    let word = word_of(rest.get(sign..)?, is_letter);
    let tells = word.chars().any(char::is_alphabetic);
    let whole = rest.get(..sign + word.len()).filter(|_| tells)?;
    Some((Segment::Hashtag(whole), whole.len()))
}

fn mention(rest: &str) -> Option<(Segment<'_>, usize)> {
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-' | '.');
    let name = word_of(rest.get(1..)?, is_name);
    let host = rest
        .get(1 + name.len()..)?
        .strip_prefix('@')
        .map_or("", |tail| word_of(tail, is_name));
    let length = if host.contains('.') {
        2 + name.len() + host.len()
    } else {
        1 + name.len()
    };
    let whole = rest.get(..length)?.trim_end_matches(['.', '-']);
    let tells = name.starts_with(|letter: char| letter.is_ascii_alphanumeric() || letter == '_');
    tells.then_some((Segment::Mention(whole), whole.len()))
}

fn link(rest: &str) -> Option<(Segment<'_>, usize)> {
    if !(rest.starts_with("https://") || rest.starts_with("http://")) {
        return None;
    }
    let is_part = |letter: char| {
        !letter.is_whitespace() && !letter.is_control() && !matches!(letter, '<' | '>' | '"' | '«' | '»' | '“' | '”')
    };
    let mut address = word_of(rest, is_part);
    while let Some(last) = address.chars().next_back() {
        let closes = last == ')' && address.matches('(').count() < address.matches(')').count();
        if !closes
            && !matches!(
                last,
                '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '…' | '؟' | '،' | '؛' | ']' | '’'
            )
        {
            break;
        }
        address = address.strip_suffix(last)?;
    }
    content::sanitise::is_web_address(address).then_some((Segment::Link(address), address.len()))
}

fn part(rest: &str) -> Option<(Segment<'_>, usize)> {
    let (inner, _) = rest.strip_prefix('(')?.split_once(')')?;
    let (number, of) = inner.split_once('/')?;
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let (number, of) = (
        number.parse().ok().filter(|_| digits(number))?,
        of.parse().ok().filter(|_| digits(of))?,
    );
    let whole = rest.get(..inner.len() + 2)?;
    (1 <= number && number <= of && (2..=PARTS_MAX).contains(&of))
        .then_some((Segment::Part(whole, number, of), whole.len()))
}

/// The letters that a text begins with.
fn word_of(text: &str, is_part: impl Fn(char) -> bool) -> &str {
    let end = text.find(|letter| !is_part(letter)).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn finds_what_a_post_holds() {
        let words = "Of #Mosul's walls, by @UNESCOIraq. (1/2) https://www.defense.gov/News/ #داعش!";
        let expected = [
            Segment::Text("Of "),
            Segment::Hashtag("#Mosul"),
            Segment::Text("'s walls, by "),
            Segment::Mention("@UNESCOIraq"),
            Segment::Text(". "),
            Segment::Part("(1/2)", 1, 2),
            Segment::Text(" "),
            Segment::Link("https://www.defense.gov/News/"),
            Segment::Text(" "),
            Segment::Hashtag("#داعش"),
            Segment::Text("!"),
        ];
        assert_eq!(segments(words), expected);
    }

    #[test]
    fn what_only_looks_alike_stays_text() {
        for words in [
            "a@b.example",
            "C# and F#",
            "#1",
            "&#39;",
            "(3/2)",
            "(1/2/2022)",
            "(+1/2)",
            "http://",
            "xhttps://a.example",
            "@",
        ] {
            assert_eq!(segments(words), [Segment::Text(words)], "{words}");
        }
    }

    #[test]
    fn a_sentence_does_not_end_within_an_address() {
        let found = |words: &'static str| {
            segments(words)
                .into_iter()
                .find(|part| matches!(part, Segment::Link(_)))
        };
        assert_eq!(
            found("(see https://a.example/x_(y))."),
            Some(Segment::Link("https://a.example/x_(y)"))
        );
        assert_eq!(
            found("https://a.example/?q=1,"),
            Some(Segment::Link("https://a.example/?q=1"))
        );
        assert_eq!(found("@a@social.example"), None);
        assert_eq!(segments("@a@social.example"), [Segment::Mention("@a@social.example")]);
    }

    #[test]
    fn an_address_is_shown_without_scheme_and_not_too_long() {
        assert_eq!(shown_address("https://www.defense.gov/News/"), "defense.gov/News");
        assert_eq!(
            shown_address(&format!("https://a.example/{}", "x".repeat(90)))
                .chars()
                .count(),
            SHOWN_MAX
        );
    }

    proptest! {
        #[test]
        fn nothing_is_lost(words in "([ -~]|#[a-zأ-ي]{1,4}|@[a-z.]{1,4}|https?://[a-z./()]{0,8}|\\([0-9]/[0-9]\\)|\\PC){0,40}") {
            let together: String = segments(&words).into_iter().map(Segment::words).collect();
            prop_assert_eq!(together, words);
        }

        #[test]
        fn signs_begin_what_they_mark(words in "\\PC{0,60}") {
            for segment in segments(&words) {
                match segment {
                    Segment::Hashtag(tag) => prop_assert!(tag.starts_with(['#', '＃']) && tag.chars().count() > 1),
                    Segment::Mention(name) => prop_assert!(name.starts_with('@') && name.len() > 1),
                    Segment::Link(link) => prop_assert!(content::sanitise::is_web_address(link)),
                    Segment::Text(text) => prop_assert!(!text.is_empty()),
                    Segment::Part(_, number, of) => prop_assert!(number <= of),
                }
            }
        }
    }
}
