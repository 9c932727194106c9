//! Cutting text into words, each with its place and its folded form.

use super::fold::fold;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// The longest word that is kept, in bytes of its folded form: what is longer is no word of a language.
const WORD_BYTES_MAX: usize = 64;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// Where it stands, in bytes.
    pub(crate) range: Range<usize>,
    /// Under which form it is found.
    pub(crate) folded: String,
    /// Whether it hangs on another by an apostrophe: the `l` of `l’accord`, the `s` of `Iraq's`.
    pub(crate) hangs: bool,
}

/// The words of a text. Words end where Unicode says (UAX 29), and at apostrophes and full stops too, so that `accord`
/// is found in `l’accord`.
pub(crate) fn words(text: &str) -> impl Iterator<Item = Word> + '_ {
    text.unicode_word_indices().flat_map(|(at, word)| {
        let is_joined = word.contains(is_apostrophe);
        pieces(word).filter_map(move |(within, piece)| {
            let mut folded = String::with_capacity(piece.len());
            fold(piece, &mut folded);
            let start = at + within;
            let is_word = !folded.is_empty() && folded.len() <= WORD_BYTES_MAX;
            is_word.then_some(Word {
                range: start..start + piece.len(),
                folded,
                hangs: is_joined && piece.chars().count() <= 2,
            })
        })
    })
}

/// The parts of a word between signs.
fn pieces(word: &str) -> impl Iterator<Item = (usize, &str)> {
    let ends = |letter: char| letter.is_ascii_punctuation() || is_apostrophe(letter);
    let mut at = 0;
    let parts = word.split_inclusive(ends).map(move |part| {
        let start = at;
        at += part.len();
        (start, part.trim_end_matches(ends))
    });
    parts.filter(|(_, part)| !part.is_empty())
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | 'ʼ')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn folded(text: &str) -> Vec<String> {
        words(text).map(|word| word.folded).collect()
    }

    #[test]
    fn words_are_found_in_each_language() {
        for (text, expected) in [
            (
                "The Ministers’ statement, Rome",
                &["the", "ministers", "statement", "rome"][..],
            ),
            ("Iraq's well-being", &["iraq", "s", "well", "being"]),
            ("l’accord d'Alger qu’il", &["l", "accord", "d", "alger", "qu", "il"]),
            (
                "« Déclaration conjointe » : 1 000",
                &["declaration", "conjointe", "1", "000"],
            ),
            ("البيانُ الختاميّ، ٢٤ تشرين", &["البيان", "الختامي", "24", "تشرين"]),
            ("U.S. 2022/1", &["u", "s", "2022", "1"]),
            (" …—! ", &[]),
        ] {
            assert_eq!(folded(text), expected, "{text}");
        }
        assert_eq!(folded(&"x".repeat(1000)), Vec::<String>::new());
    }

    #[test]
    fn what_hangs_on_a_word_is_known() {
        let hanging: Vec<String> = words("l’accord, jusqu'au don't a")
            .filter(|word| word.hangs)
            .map(|word| word.folded)
            .collect();
        assert_eq!(hanging, ["l", "au", "t"]);
    }

    proptest! {
        #[test]
        fn every_word_stands_where_it_says(text in "\\PC{0,60}") {
            let mut end = 0;
            for word in words(&text) {
                prop_assert!(word.range.start >= end && word.range.end > word.range.start);
                let mut again = String::new();
                fold(text.get(word.range.clone()).unwrap(), &mut again);
                prop_assert_eq!(again, word.folded);
                end = word.range.end;
            }
        }
    }
}
