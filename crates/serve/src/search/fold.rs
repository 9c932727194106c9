//! The form of a word under which it is found: without case, accents, vowel signs and stretching, with one form for
//! letters and digits that are written in several ways.

use caseless::Caseless;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// Appends the folded form of a word to `out`; nothing if the word is made of signs alone.
pub(crate) fn fold(word: &str, out: &mut String) {
    if word.is_ascii() {
        out.extend(word.bytes().map(|byte| char::from(byte.to_ascii_lowercase())));
        return;
    }
    // Decomposed, é is e with a mark, and أ is ا with a mark: what is left when marks go is the plain letter.
    for letter in word
        .nfkd()
        .filter(|letter| !is_passed_over(*letter))
        .default_case_fold()
    {
        match letter {
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            letter => out.push(plain(letter)),
        }
    }
}

/// Marks above and below letters (tashkeel and hamza among them), tatweel, and signs that are not seen.
fn is_passed_over(letter: char) -> bool {
    canonical_combining_class(letter) != 0 || letter == 'ـ' || is_unseen(letter)
}

/// Signs that say how text is set and joined: direction, soft hyphens, joiners.
pub(crate) fn is_unseen(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
    )
}

/// One letter for those that Arabic writes in several ways, and Latin digits.
fn plain(letter: char) -> char {
    match letter {
        'ٱ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ة' => 'ه',
        'ک' => 'ك',
        '٠'..='٩' => digit(letter, '٠'),
        '۰'..='۹' => digit(letter, '۰'),
        letter => letter,
    }
}

fn digit(letter: char, zero: char) -> char {
    let value = u32::from(letter).saturating_sub(u32::from(zero));
    char::from_digit(value, 10).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn folded(word: &str) -> String {
        let mut out = String::new();
        fold(word, &mut out);
        out
    }

    #[test]
    fn what_is_written_in_several_ways_is_one_word() {
        for forms in [
            &["أحمد", "احمد", "إحمد", "اَحْمَد", "احـمـد", "ٱحمد"][..],
            &["مؤتمر", "مُؤْتَمَر"],
            &["منظمة", "منظمه", "مُنَظَّمَة"],
            &["على", "علي", "علی"],
            &["٢٠٢٢", "2022", "۲۰۲۲", "２０２２"],
            &["Déclaration", "declaration", "DÉCLARATION", "De\u{301}claration"],
            &["cœur", "Coeur", "CŒUR"],
            &["STRASSE", "straße"],
            &["Ministers", "ministers", "MINIS\u{ad}TERS", "\u{200f}ministers\u{200e}"],
            &["ﷲ", "الله"],
        ] {
            let first = folded(forms[0]);
            assert!(!first.is_empty());
            for form in forms {
                assert_eq!(folded(form), first, "{form}");
            }
        }
    }

    #[test]
    fn words_that_differ_stay_apart() {
        for (one, other) in [("علم", "عمل"), ("Irak", "Iran"), ("سلام", "سلاح"), ("2021", "2022")] {
            assert_ne!(folded(one), folded(other));
        }
        assert_eq!(folded("\u{200f}ـ\u{301}"), "");
    }

    proptest! {
        #[test]
        fn folding_again_changes_nothing(word in "[a-zA-ZéÉèœßء-يً-ْ٠-٩ـ0-9]{0,12}") {
            let once = folded(&word);
            prop_assert_eq!(folded(&once), once);
        }
    }
}
