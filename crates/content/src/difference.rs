//! What differs between two versions of a text, word by word: lines by their name, blocks by their identity. Without
//! what is removed it reads as the newer version, without what is inserted as the older one.
//! See `docs/decisions/corrections.md`.

use std::ops::Range;

use language::Locale;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation;

use crate::body::{Block, Body, Content, Inline};
use crate::subject::Subject;
use crate::text::Text;

/// The most pairs of words that are compared within one part; a larger part is shown as replaced between its common
/// beginning and end.
const CELLS_MAX: usize = 4_000_000;
/// The most pairs of words that are compared within one text.
const CELLS_MAX_OF_TEXT: usize = 20_000_000;

/// One version of a text.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a> {
    /// Its title and other lines; the body is not looked at.
    pub lines: &'a Text,
    /// Its blocks.
    pub body: &'a Body,
}

/// A part of a text, with what differs in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Which.
    pub place: Place,
    /// Its words in the order in which they are read, removed ones before those that came in their place.
    pub runs: Vec<Run>,
}

/// Which part of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The title.
    Title,
    /// A member's long official name.
    Official,
    /// The place at the head.
    Dateline,
    /// The standfirst.
    Summary,
    /// The note that a name carries.
    Footnote,
    /// A block of the body; whether it is a heading.
    Block(bool),
}

/// Words that are alike in how they changed and in their language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// How they changed.
    pub change: Change,
    /// Their language, if it is not that of the text.
    pub language: Option<Locale>,
    /// The words.
    pub piece: Piece,
}

/// How words changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Both versions have them.
    Same,
    /// Only the older one has them.
    Removed,
    /// Only the newer one has them.
    Inserted,
}

/// Words, or what stands for words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Piece {
    /// Words; a line feed ends a line.
    Words(String),
    /// A fact with its noun.
    Fact(Subject),
}

impl Part {
    /// Whether both versions say the same here.
    pub fn is_same(&self) -> bool {
        self.runs.iter().all(|run| run.change == Change::Same)
    }
}

/// What differs between two versions, part by part; parts without any words are left out.
pub fn differences(older: Words<'_>, newer: Words<'_>) -> Vec<Part> {
    let mut work = Work {
        left: CELLS_MAX_OF_TEXT,
    };
    let lines = lines(older.lines).into_iter().zip(lines(newer.lines));
    let mut parts: Vec<Part> = lines
        .map(|((place, older), (_, newer))| work.part(place, &line(older), &line(newer)))
        .collect();
    let (old, new) = (&older.body.blocks, &newer.body.blocks);
    let names = |blocks: &'_ [Block]| blocks.iter().map(|block| block.id.clone()).collect::<Vec<_>>();
    for step in work.steps(&names(old), &names(new)) {
        match step {
            Step::Same(before, after) => {
                let pairs = slice(old, &before).iter().zip(slice(new, &after));
                parts.extend(pairs.map(|(before, after)| {
                    let (place, before, after) = (place_of(after), tokens(&before.content), tokens(&after.content));
                    work.part(place, &before, &after)
                }));
            }
            Step::Changed(before, after) => {
                let removed = slice(old, &before).iter();
                parts.extend(removed.map(|block| whole(block, Change::Removed)));
                let inserted = slice(new, &after).iter();
                parts.extend(inserted.map(|block| whole(block, Change::Inserted)));
            }
        }
    }
    parts.retain(|part| !part.runs.is_empty());
    parts
}

fn lines(text: &Text) -> [(Place, &str); 5] {
    [
        (Place::Title, &text.title),
        (Place::Official, &text.official),
        (Place::Dateline, &text.dateline),
        (Place::Summary, &text.summary),
        (Place::Footnote, &text.footnote),
    ]
}

fn place_of(block: &Block) -> Place {
    Place::Block(matches!(block.content, Content::Heading(..)))
}

fn whole(block: &Block, change: Change) -> Part {
    let mut runs = Vec::new();
    push(&mut runs, change, &tokens(&block.content));
    Part {
        place: place_of(block),
        runs,
    }
}

/// A word, the space between words, or a fact.
type Token = (Option<Locale>, Piece);

/// What becomes of a stretch of the older and one of the newer sequence.
enum Step {
    /// They are the same.
    Same(Range<usize>, Range<usize>),
    /// The one is replaced by the other; either may be empty.
    Changed(Range<usize>, Range<usize>),
}

/// Comparing, as long as not too much of it was done.
struct Work {
    left: usize,
}

impl Work {
    fn part(&mut self, place: Place, older: &[Token], newer: &[Token]) -> Part {
        let mut runs = Vec::new();
        let (mut removed, mut inserted): (Vec<Token>, Vec<Token>) = (Vec::new(), Vec::new());
        let mut steps = self.steps(older, newer).into_iter().peekable();
        while let Some(step) = steps.next() {
            match step {
                Step::Changed(before, after) => {
                    removed.extend_from_slice(slice(older, &before));
                    inserted.extend_from_slice(slice(newer, &after));
                }
                Step::Same(before, _) => {
                    let same = slice(older, &before);
                    let goes_on = !(removed.is_empty() && inserted.is_empty()) && steps.peek().is_some();
                    if goes_on && same.iter().all(is_space) {
                        // A space alone between two changes is no rest for the eye.
                        removed.extend_from_slice(same);
                        inserted.extend_from_slice(same);
                    } else {
                        push(&mut runs, Change::Removed, &std::mem::take(&mut removed));
                        push(&mut runs, Change::Inserted, &std::mem::take(&mut inserted));
                        push(&mut runs, Change::Same, same);
                    }
                }
            }
        }
        push(&mut runs, Change::Removed, &removed);
        push(&mut runs, Change::Inserted, &inserted);
        Part { place, runs }
    }

    /// The steps from one sequence to another: what begins and ends alike is not compared.
    fn steps<T: Ord + std::hash::Hash + Clone>(&mut self, older: &[T], newer: &[T]) -> Vec<Step> {
        let alike = |(one, other): &(&T, &T)| one == other;
        let begin = older.iter().zip(newer).take_while(alike).count();
        let shorter = older.len().min(newer.len()) - begin;
        let end = older.iter().rev().zip(newer.iter().rev()).take(shorter);
        let end = end.take_while(alike).count();
        let (before, after) = (begin..older.len() - end, begin..newer.len() - end);
        let mut steps = vec![Step::Same(0..begin, 0..begin)];
        let cells = before.len().saturating_mul(after.len());
        if cells > CELLS_MAX.min(self.left) {
            steps.push(Step::Changed(before.clone(), after.clone()));
        } else {
            self.left -= cells;
            let found = capture_diff_slices(Algorithm::Myers, slice(older, &before), slice(newer, &after));
            steps.extend(found.into_iter().map(|step| step_of(step, begin)));
        }
        steps.push(Step::Same(before.end..older.len(), after.end..newer.len()));
        steps.retain(|step| match step {
            Step::Same(before, after) | Step::Changed(before, after) => !(before.is_empty() && after.is_empty()),
        });
        steps
    }
}

fn step_of(step: DiffOp, begin: usize) -> Step {
    let moved = |range: Range<usize>| range.start + begin..range.end + begin;
    let (before, after) = (moved(step.old_range()), moved(step.new_range()));
    match step {
        DiffOp::Equal { .. } => Step::Same(before, after),
        DiffOp::Delete { .. } | DiffOp::Insert { .. } | DiffOp::Replace { .. } => Step::Changed(before, after),
    }
}

fn slice<'s, T>(all: &'s [T], range: &Range<usize>) -> &'s [T] {
    all.get(range.clone()).unwrap_or_default()
}

fn is_space((_, piece): &Token) -> bool {
    matches!(piece, Piece::Words(words) if words.chars().all(char::is_whitespace))
}

/// Adds tokens, to the run before them if that is of their kind.
fn push(runs: &mut Vec<Run>, change: Change, tokens: &[Token]) {
    for (language, piece) in tokens {
        if let (Some(last), Piece::Words(more)) = (runs.last_mut(), piece)
            && (last.change, last.language) == (change, *language)
            && let Piece::Words(words) = &mut last.piece
        {
            words.push_str(more);
            continue;
        }
        runs.push(Run {
            change,
            language: *language,
            piece: piece.clone(),
        });
    }
}

/// A line as words and what stands between them.
fn line(words: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    cut(None, words, &mut tokens);
    tokens
}

/// The words of a block, its lists, cells and paragraphs as lines. Only what is of one language and between two facts
/// is cut into words together, so that no stress or link splits one.
fn tokens(content: &Content) -> Vec<Token> {
    let mut stretches: Vec<Token> = Vec::new();
    if let Content::Figure { description, .. } = content {
        add(None, description, &mut stretches);
    }
    content.each_run(&mut |run| {
        if !run.is_empty() {
            if !stretches.is_empty() {
                add(None, "\n", &mut stretches);
            }
            flatten(run, None, &mut stretches);
        }
    });
    let mut tokens = Vec::new();
    for (language, piece) in stretches {
        match piece {
            Piece::Words(words) => cut(language, &words, &mut tokens),
            fact => tokens.push((language, fact)),
        }
    }
    tokens
}

fn flatten(run: &[Inline], language: Option<Locale>, out: &mut Vec<Token>) {
    for inline in run {
        match inline {
            Inline::Text(words) | Inline::Code(words) => add(language, words, out),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link(_, inner) => flatten(inner, language, out),
            Inline::Foreign(foreign, inner) => flatten(inner, Some(*foreign), out),
            Inline::Fact(fact) => out.push((language, Piece::Fact(fact.clone()))),
            Inline::Break => add(language, "\n", out),
            Inline::Note(inner) => {
                add(language, " (", out);
                flatten(inner, language, out);
                add(language, ")", out);
            }
        }
    }
}

fn add(language: Option<Locale>, words: &str, out: &mut Vec<Token>) {
    match out.last_mut() {
        Some((last, Piece::Words(before))) if *last == language => before.push_str(words),
        _ => out.push((language, Piece::Words(words.to_owned()))),
    }
}

/// Cuts at the boundaries of words (<https://www.unicode.org/reports/tr29/>).
fn cut(language: Option<Locale>, words: &str, out: &mut Vec<Token>) {
    let words = words.split_word_bounds();
    out.extend(words.map(|word| (language, Piece::Words(word.to_owned()))));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::body::BlockId;

    fn body(blocks: &[(&str, &str)]) -> Body {
        let block = |(id, words): &(&str, &str)| Block {
            id: BlockId((*id).to_owned()),
            content: Content::Paragraph(vec![Inline::Text((*words).to_owned())]),
        };
        Body {
            blocks: blocks.iter().map(block).collect(),
        }
    }

    /// The parts as words: `[-removed-]` and `{+inserted+}`.
    fn told(older: &[(&str, &str)], newer: &[(&str, &str)]) -> Vec<String> {
        let nothing = Text::default();
        let (older, newer) = (body(older), body(newer));
        let words = |body| Words { lines: &nothing, body };
        let parts = differences(words(&older), words(&newer));
        parts.iter().map(|part| part.runs.iter().map(shown).collect()).collect()
    }

    fn shown(run: &Run) -> String {
        let words = match &run.piece {
            Piece::Words(words) => words.clone(),
            Piece::Fact(fact) => fact.to_string(),
        };
        match run.change {
            Change::Same => words,
            Change::Removed => format!("[-{words}-]"),
            Change::Inserted => format!("{{+{words}+}}"),
        }
    }

    #[test]
    fn words_are_compared_whole_in_each_language() {
        let one = |older: &str, newer: &str| told(&[("aa", older)], &[("aa", newer)]).concat();
        assert_eq!(
            one("Eighty ministers met in Rome.", "Eighty-three ministers met in Rome."),
            "Eighty{+-three+} ministers met in Rome."
        );
        assert_eq!(
            one("Ils ont signé l’accord à Rome.", "Ils ont signé l’accord final à Rome."),
            "Ils ont signé l’accord {+final +}à Rome."
        );
        // A vowel sign makes another word of it; the letters before it are not torn off.
        assert_eq!(
            one("اجتمع الوزراء في رُوما.", "اجتمع الوزراء في رِوما."),
            "اجتمع الوزراء في [-رُوما-]{+رِوما+}."
        );
        assert_eq!(one("a b c d", "a x y d"), "a [-b c-]{+x y+} d");
    }

    #[test]
    fn blocks_keep_their_identity_and_what_moved_is_removed_and_inserted() {
        let older = [("aa", "One."), ("bb", "Two."), ("cc", "Three.")];
        let newer = [("bb", "Two!"), ("cc", "Three."), ("aa", "One."), ("dd", "Four.")];
        assert_eq!(
            told(&older, &newer),
            ["[-One.-]", "Two[-.-]{+!+}", "Three.", "{+One.+}", "{+Four.+}"]
        );
    }

    #[test]
    fn a_part_that_is_too_long_is_replaced_between_what_is_alike() {
        let many = |word: &str| std::iter::repeat_n(word, 2_100).collect::<Vec<_>>().join(" ");
        let (older, newer) = (format!("a {} z", many("b")), format!("a {} z", many("c")));
        let found = told(&[("aa", &older)], &[("aa", &newer)]).concat();
        assert!(
            found.starts_with("a [-b b") && found.ends_with("c c+} z"),
            "{}",
            found.len()
        );
        assert_eq!(found.matches("[-").count(), 1);
    }
}
