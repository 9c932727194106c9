//! What a visitor asks for: words, and quoted phrases whose wording must stand exactly so.

use super::fold::is_unseen;
use super::lenient::forms;
use super::words::{Word, words};
use std::collections::BTreeSet;

/// The longest question, in characters.
pub(crate) const QUESTION_MAX: usize = 200;
/// The most words of a question.
pub(crate) const WORDS_MAX: usize = 24;
/// The fewest letters of a last word that stands for all words that begin with it.
const BEGINNING_MIN: usize = 2;

/// A question, ready to be put to an index.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Query {
    /// What must, or may, be in an entry.
    pub(crate) parts: Vec<Part>,
}

/// A word or phrase that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    /// As it was typed.
    pub(crate) shown: String,
    pub(crate) wanted: Wanted,
    /// Whether an entry without it is left out. Small words only raise those that have them.
    pub(crate) needed: bool,
}

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// A word in any of its forms.
    Word { forms: Vec<String> },
    /// Any word that begins so, or a form of the word that it is.
    Beginning { forms: Vec<String> },
    /// These words, in this order, with nothing between them.
    Phrase { words: Vec<String> },
}

/// Why nothing is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TooLong;

/// A question as it may be shown again: on one line, without signs that are not seen or turn the direction of others.
pub(crate) fn cleaned(typed: &str) -> String {
    let seen = typed
        .chars()
        .filter(|letter| !is_unseen(*letter) || matches!(letter, '\u{200c}' | '\u{200d}'))
        .map(|letter| if letter.is_control() { ' ' } else { letter });
    let seen: String = seen.collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Query {
    /// Reads a cleaned question. `small` are the words of the language that say little: they need not be found where
    /// others are asked for.
    pub(crate) fn read(question: &str, small: &BTreeSet<String>) -> Result<Query, TooLong> {
        if question.chars().count() > QUESTION_MAX {
            return Err(TooLong);
        }
        let mut query = Query::default();
        let (runs, ends_open) = runs(question);
        for (run, is_quoted) in runs {
            if is_quoted {
                query.parts.extend(phrase(run));
            } else {
                query.parts.extend(words(run).map(|word| single(run, word, small)));
            }
        }
        let count: usize = query.parts.iter().map(|part| part.wanted.len()).sum();
        if count > WORDS_MAX {
            return Err(TooLong);
        }
        if ends_open && let Some(last) = query.parts.last_mut() {
            last.wanted.open();
        }
        if !query.parts.iter().any(|part| part.needed) {
            query.parts.iter_mut().for_each(|part| part.needed = true);
        }
        Ok(query)
    }
}

impl Wanted {
    fn len(&self) -> usize {
        match self {
            Wanted::Word { .. } | Wanted::Beginning { .. } => 1,
            Wanted::Phrase { words } => words.len(),
        }
    }

    /// A word that may not be finished yet.
    fn open(&mut self) {
        if let Wanted::Word { forms } = self
            && forms.first().is_some_and(|word| word.chars().count() >= BEGINNING_MIN)
        {
            *self = Wanted::Beginning {
                forms: std::mem::take(forms),
            };
        }
    }
}

/// The runs within and between quotation marks, and whether the last one is not quoted. A mark without a partner
/// quotes nothing.
fn runs(question: &str) -> (Vec<(&str, bool)>, bool) {
    let is_mark = |letter: char| matches!(letter, '"' | '«' | '»' | '“' | '”' | '„' | '‟' | '″');
    let parts: Vec<&str> = question.split(is_mark).collect();
    let is_unpaired = parts.len().is_multiple_of(2);
    let last = parts.len().saturating_sub(1);
    let runs: Vec<(&str, bool)> = parts
        .into_iter()
        .enumerate()
        .map(|(number, part)| (part, number % 2 == 1 && !(is_unpaired && number == last)))
        .collect();
    let ends_open = runs
        .last()
        .is_some_and(|(run, is_quoted)| !is_quoted && !run.trim().is_empty());
    (runs, ends_open)
}

fn phrase(run: &str) -> Option<Part> {
    let words: Vec<String> = words(run).map(|word| word.folded).collect();
    (!words.is_empty()).then(|| Part {
        shown: run.trim().to_owned(),
        wanted: Wanted::Phrase { words },
        needed: true,
    })
}

fn single(run: &str, word: Word, small: &BTreeSet<String>) -> Part {
    Part {
        shown: run.get(word.range).unwrap_or_default().to_owned(),
        needed: !word.hangs && !small.contains(&word.folded),
        wanted: Wanted::Word {
            forms: forms(&word.folded),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(question: &str) -> Query {
        let small = ["the", "of", "de", "من"].map(str::to_owned).into();
        Query::read(&cleaned(question), &small).unwrap()
    }

    fn phrase_of(part: &Part) -> Option<Vec<&str>> {
        match &part.wanted {
            Wanted::Phrase { words } => Some(words.iter().map(String::as_str).collect()),
            _ => None,
        }
    }

    #[test]
    fn quotation_marks_of_all_languages_quote() {
        for question in [
            "rome \"joint statement\"",
            "rome “joint statement”",
            "rome „joint statement“",
            "rome « joint statement »",
            "rome \"Joint  Statement\"",
        ] {
            let query = read(question);
            assert_eq!(query.parts.len(), 2, "{question}");
            assert_eq!(
                phrase_of(&query.parts[1]),
                Some(vec!["joint", "statement"]),
                "{question}"
            );
        }
        let open = read("the 12\" joint");
        assert!(open.parts.iter().all(|part| phrase_of(part).is_none()));
    }

    #[test]
    fn only_the_last_word_may_be_unfinished() {
        let query = read("rome minis");
        assert!(matches!(query.parts[0].wanted, Wanted::Word { .. }));
        assert!(matches!(query.parts[1].wanted, Wanted::Beginning { .. }));
        for whole in ["rome \"minis\"", "rome m"] {
            let last = read(whole).parts.pop().unwrap();
            assert!(!matches!(last.wanted, Wanted::Beginning { .. }), "{whole}");
        }
    }

    #[test]
    fn small_words_are_needed_only_when_alone() {
        let needed = |question: &str| -> Vec<bool> { read(question).parts.iter().map(|part| part.needed).collect() };
        assert_eq!(needed("statement of rome"), [true, false, true]);
        assert_eq!(needed("l’accord de paix"), [false, true, false, true]);
        assert_eq!(needed("the"), [true]);
        assert_eq!(needed("\"the\" of"), [true, false]);
    }

    #[test]
    fn what_is_too_long_is_not_looked_for() {
        let small = BTreeSet::new();
        assert_eq!(Query::read(&"a".repeat(QUESTION_MAX + 1), &small), Err(TooLong));
        assert_eq!(Query::read(&"a ".repeat(WORDS_MAX + 1), &small), Err(TooLong));
        assert!(Query::read(&"ب".repeat(QUESTION_MAX), &small).unwrap().parts.is_empty());
    }

    #[test]
    fn a_question_is_shown_without_tricks() {
        assert_eq!(cleaned("  a\u{0}\n b\u{202e}c\u{2066}\u{feff} \t"), "a bc");
        assert_eq!(cleaned("می\u{200c}خواهم"), "می\u{200c}خواهم");
    }

    proptest! {
        #[test]
        fn survives_any_question(question in any::<String>(), more in "[\"«»“”„a-zا-ي' ]{0,60}") {
            for question in [question, more] {
                let question = cleaned(&question);
                prop_assert!(!question.chars().any(char::is_control));
                if let Ok(query) = Query::read(&question, &BTreeSet::new()) {
                    prop_assert!(query.parts.is_empty() || query.parts.iter().any(|part| part.needed));
                }
            }
        }
    }
}
