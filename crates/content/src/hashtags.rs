//! Hashtags: the words by which posts are gathered.

use crate::sanitise::clean_words;

/// The most hashtags of one post by which it is found; more are noise.
const OF_ONE_MAX: usize = 10;

/// The longest hashtag, in characters.
const LENGTH_MAX: usize = 60;

/// The hashtags that stand in words, in small letters, each once.
pub fn of(words: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut before = None;
    for (at, letter) in words.char_indices() {
        if is_sign(letter) && begins_here(before) {
            let word: String = words
                .get(at + letter.len_utf8()..)
                .unwrap_or_default()
                .chars()
                .take_while(|letter| is_letter(*letter))
                .collect();
            let word = key(&word);
            if is_hashtag(&word) && !found.contains(&word) && found.len() < OF_ONE_MAX {
                found.push(word);
            }
        }
        before = Some(letter);
    }
    found
}

/// The form in which hashtags are compared.
pub fn key(word: &str) -> String {
    clean_words(word).to_lowercase()
}

/// Whether a word can be a hashtag, without its sign: letters, digits and marks, at least one letter.
pub fn is_hashtag(word: &str) -> bool {
    word.chars().count() <= LENGTH_MAX && word.chars().all(is_letter) && word.chars().any(char::is_alphabetic)
}

/// The sign before a hashtag.
pub fn is_sign(letter: char) -> bool {
    matches!(letter, '#' | '＃')
}

/// Whether a hashtag or mention can begin after a letter: not within a word or an address.
pub fn begins_here(before: Option<char>) -> bool {
    before.is_none_or(|letter| !is_letter(letter) && !matches!(letter, '/' | '&'))
}

/// Letters, digits, underscores, and the marks and joiners that letters are written with.
pub fn is_letter(letter: char) -> bool {
    letter.is_alphanumeric()
        || matches!(letter, '_' | '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{900}'..='\u{d7f}' | '\u{200c}' | '\u{200d}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashtags_of_all_scripts_are_found_once_and_addresses_hold_none() {
        let words = "#Mosul’s bridge, #mosul #الموصل #JIT2022 (#InFocus) see https://example.org/#top C#sharp #1 # ";
        assert_eq!(of(words), ["mosul", "الموصل", "jit2022", "infocus"]);
    }

    #[test]
    fn a_hashtag_has_a_letter_and_no_sign() {
        assert!(is_hashtag("DefeatDaesh") && is_hashtag("هذا_الجيل"));
        assert!(!is_hashtag("#Mosul") && !is_hashtag("2022") && !is_hashtag("") && !is_hashtag("a b"));
    }
}
