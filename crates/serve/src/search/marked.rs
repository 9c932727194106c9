//! Showing why something was found: its words with those that were asked for marked, and the piece of a long text in
//! which they stand.

use super::entry::{Entry, Paragraph};
use super::markup::escape_into;
use super::query::{Query, Wanted};
use super::words::{Word, words};
use std::collections::BTreeSet;

/// How many characters of a text are shown.
const SHOWN: usize = 240;
/// How many of them stand before the first word that was asked for.
const BEFORE: usize = 60;

/// Knows the words that were asked for.
#[derive(Debug)]
pub(crate) struct Marker {
    forms: BTreeSet<String>,
    beginning: Option<String>,
    phrases: Vec<Vec<String>>,
}

impl Marker {
    /// Marks what a question needs; its small words would only be noise.
    pub(crate) fn new(query: &Query) -> Marker {
        let mut marker = Marker {
            forms: BTreeSet::new(),
            beginning: None,
            phrases: Vec::new(),
        };
        for part in query.parts.iter().filter(|part| part.needed) {
            match &part.wanted {
                Wanted::Word { forms } => marker.forms.extend(forms.iter().cloned()),
                Wanted::Beginning { forms } => {
                    marker.forms.extend(forms.iter().cloned());
                    marker.beginning = forms.first().cloned();
                }
                Wanted::Phrase { words } => marker.phrases.push(words.clone()),
            }
        }
        marker
    }

    /// A text as HTML with the words marked; a phrase is marked as one.
    pub(crate) fn marked(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + 32);
        let mut end = 0;
        for range in self.ranges(text) {
            escape_into(text.get(end..range.start).unwrap_or_default(), &mut out);
            out.push_str("<mark>");
            escape_into(text.get(range.clone()).unwrap_or_default(), &mut out);
            out.push_str("</mark>");
            end = range.end;
        }
        escape_into(text.get(end..).unwrap_or_default(), &mut out);
        out
    }

    /// The paragraph that shows best why an entry was found, if its title and standfirst do not.
    pub(crate) fn paragraph<'e>(&self, entry: &'e Entry) -> Option<&'e Paragraph> {
        let head = self.met(&entry.title).union(&self.met(&entry.standfirst)).count();
        if head >= self.wanted() {
            return None;
        }
        let met = entry
            .body
            .iter()
            .map(|paragraph| (self.met(&paragraph.words).len(), paragraph));
        // The first among equals.
        let best = met.rev().max_by_key(|(count, _)| *count);
        best.filter(|(count, _)| *count > 0).map(|(_, paragraph)| paragraph)
    }

    /// The piece of a long text around the first marked word, marked.
    pub(crate) fn piece(&self, text: &str) -> String {
        if text.chars().count() <= SHOWN {
            return self.marked(text);
        }
        let first = self.ranges(text).first().map_or(0, |range| range.start);
        let all: Vec<Word> = words(text).collect();
        let before = text.get(..first).unwrap_or_default().chars().count();
        let begin = if before <= BEFORE {
            0
        } else {
            let wish = text.get(..first).unwrap_or_default();
            let wish = wish.char_indices().nth_back(BEFORE).map_or(0, |(at, _)| at);
            all.iter()
                .map(|word| word.range.start)
                .find(|start| *start >= wish)
                .unwrap_or(first)
        };
        let rest = text.get(begin..).unwrap_or_default();
        let limit = rest.char_indices().nth(SHOWN).map_or(rest.len(), |(at, _)| at) + begin;
        let end = match limit < text.len() {
            true => all.iter().map(|word| word.range.end).rfind(|end| *end <= limit),
            false => Some(text.len()),
        };
        let end = end.filter(|end| *end > begin).unwrap_or(limit);
        let mut out = String::from(if begin > 0 { "… " } else { "" });
        out.push_str(&self.marked(text.get(begin..end).unwrap_or_default()));
        out.push_str(if end < text.len() { " …" } else { "" });
        out
    }

    /// How many different words and phrases were asked for, counted as [`Marker::met`] counts.
    fn wanted(&self) -> usize {
        usize::from(!self.forms.is_empty()) + self.phrases.len()
    }

    /// Which of the words (by their form) and phrases (by their number) stand in a text.
    fn met(&self, text: &str) -> BTreeSet<String> {
        let all: Vec<Word> = words(text).collect();
        let single = all
            .iter()
            .filter(|word| self.is_asked(word))
            .map(|word| word.folded.clone());
        let phrases = self
            .phrases
            .iter()
            .filter(|phrase| stands(&all, phrase).next().is_some());
        single.chain(phrases.map(|phrase| phrase.join(" "))).collect()
    }

    fn is_asked(&self, word: &Word) -> bool {
        let begins = |beginning: &String| word.folded.starts_with(beginning.as_str());
        self.forms.contains(&word.folded) || self.beginning.as_ref().is_some_and(begins)
    }

    /// Where marks stand, in order and apart.
    fn ranges(&self, text: &str) -> Vec<std::ops::Range<usize>> {
        let all: Vec<Word> = words(text).collect();
        let single = all
            .iter()
            .filter(|word| self.is_asked(word))
            .map(|word| word.range.clone());
        let phrases = self.phrases.iter().flat_map(|phrase| stands(&all, phrase));
        let mut ranges: Vec<_> = single.chain(phrases).collect();
        ranges.sort_unstable_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
        let mut end = 0;
        ranges.retain(|range| {
            let is_apart = range.start >= end;
            end = end.max(range.end);
            is_apart
        });
        ranges
    }
}

/// Where a phrase stands among words.
fn stands<'w>(all: &'w [Word], phrase: &'w [String]) -> impl Iterator<Item = std::ops::Range<usize>> + 'w {
    let windows = all.windows(phrase.len().max(1));
    let same = move |window: &&[Word]| window.iter().map(|word| &word.folded).eq(phrase);
    windows.filter(same).filter_map(|window| {
        let (first, last) = (window.first()?, window.last()?);
        Some(first.range.start..last.range.end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn marker(question: &str) -> Marker {
        Marker::new(&Query::read(question, &["the".to_owned()].into()).unwrap())
    }

    #[test]
    fn what_was_asked_for_is_marked_in_its_own_form() {
        for (question, text, expected) in [
            (
                "minist rome",
                "Ministers & <Rome>",
                "Ministers &amp; &lt;<mark>Rome</mark>&gt;",
            ),
            (
                "rome minist",
                "Ministers in Rome",
                "<mark>Ministers</mark> in <mark>Rome</mark>",
            ),
            ("l'accord", "L’Accord de paix", "L’<mark>Accord</mark> de paix"),
            ("وزراء", "بيانُ الوُزراءِ", "بيانُ <mark>الوُزراءِ</mark>"),
            ("\"in rome\" the", "the In Rome", "the <mark>In Rome</mark>"),
            ("\"in rome\" rome", "in Rome", "<mark>in Rome</mark>"),
        ] {
            assert_eq!(marker(question).marked(text), expected, "{question}");
        }
    }

    #[test]
    fn a_long_text_is_shown_where_the_word_stands() {
        let text = format!(
            "{} we condemn the attack {}",
            "before it ".repeat(40),
            "and after ".repeat(40)
        );
        let shown = marker("condemn").piece(&text);
        assert!(shown.starts_with("… ") && shown.ends_with(" …"), "{shown}");
        assert!(shown.contains("we <mark>condemn</mark> the attack and"), "{shown}");
        assert!(shown.chars().count() < SHOWN + 30);
        assert!(marker("before").piece(&text).starts_with("<mark>before</mark> it"));
        assert!(!marker("nothing").piece(&text).contains("<mark>"));
    }

    #[test]
    fn the_paragraph_that_says_it_is_chosen() {
        let paragraph = |anchor: &str, words: &str| Paragraph {
            anchor: anchor.to_owned(),
            words: words.to_owned(),
        };
        let entry = Entry {
            title: "Rome".to_owned(),
            body: vec![
                paragraph("a", "We met"),
                paragraph("b", "We condemn"),
                paragraph("c", "We condemn"),
            ],
            ..Entry::default()
        };
        let anchor = |question: &str| marker(question).paragraph(&entry).map(|found| found.anchor.as_str());
        assert_eq!(anchor("condemn"), Some("b"));
        assert_eq!(anchor("\"we condemn\" rome"), Some("b"));
        assert_eq!(anchor("rome"), None);
    }

    proptest! {
        #[test]
        fn marking_changes_no_words(text in "\\PC{0,400}", question in "\"?[a-zأ-ي ]{1,8}\"?( [a-z]{1,3})?") {
            let marker = marker(&question);
            let bare = |html: String| html.replace("<mark>", "").replace("</mark>", "");
            let mut escaped = String::new();
            escape_into(&text, &mut escaped);
            prop_assert_eq!(bare(marker.marked(&text)), escaped.clone());
            let piece = bare(marker.piece(&text));
            let piece = piece.trim_start_matches("… ").trim_end_matches(" …");
            prop_assert!(escaped.contains(piece));
        }
    }
}
