//! Marks: words that stand nowhere else. Every piece of text that is written carries a new one, so that a joined page
//! tells whose words it shows.

use std::collections::BTreeSet;

/// Begins the mark of words.
const WORDS: &str = "zqx";
/// Begins the mark of a slug: addresses are told longer than words.
const SLUG: &str = "zqs";
/// Ends a mark, so that none is the beginning of another.
const END: u8 = b'e';

/// Hands out marks.
#[derive(Debug, Clone, Default)]
pub struct Marks(u32);

/// The marks found in a piece of text.
pub type Found = BTreeSet<u32>;

impl Marks {
    /// A new mark for words.
    pub fn word(&mut self) -> String {
        format!("{WORDS}{}e", self.next())
    }

    /// A new mark for a slug.
    pub fn slug(&mut self) -> String {
        format!("{SLUG}{}e", self.next())
    }

    fn next(&mut self) -> u32 {
        self.0 += 1;
        self.0
    }
}

/// The marks of words in a piece of text.
pub fn words_in(text: &[u8]) -> Found {
    found(text, WORDS)
}

/// The marks of slugs in a piece of text.
pub fn slugs_in(text: &[u8]) -> Found {
    found(text, SLUG)
}

fn found(text: &[u8], beginning: &str) -> Found {
    let mut found = Found::new();
    let mut rest = text;
    while let Some(at) = rest.iter().position(|byte| *byte == b'z') {
        rest = rest.get(at..).unwrap_or_default();
        match rest.strip_prefix(beginning.as_bytes()) {
            Some(tail) => {
                let digits = tail.iter().take_while(|byte| byte.is_ascii_digit()).count();
                let number: Option<u32> = tail
                    .get(..digits)
                    .and_then(|digits| std::str::from_utf8(digits).ok()?.parse().ok());
                if tail.get(digits) == Some(&END) {
                    found.extend(number);
                }
                rest = tail;
            }
            None => rest = rest.get(1..).unwrap_or_default(),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_found_whole_and_told_apart() {
        let mut marks = Marks::default();
        let (first, slug, second) = (marks.word(), marks.slug(), marks.word());
        let page = format!("<p>zz{first}, zqx9</p><a href=\"/{slug}/\">{second}</a>");
        assert_eq!(words_in(page.as_bytes()), Found::from([1, 3]));
        assert_eq!(slugs_in(page.as_bytes()), Found::from([2]));
    }
}
