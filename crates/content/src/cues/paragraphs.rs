//! Cues as paragraphs that can be read: joined as long as one person speaks without a rest.

use super::Cue;

/// Silence that begins a new paragraph, in milliseconds.
const REST: u64 = 2_500;
/// From so many bytes on a paragraph ends with its sentence.
const LONG: usize = 700;
/// From so many bytes on it ends in any case.
const TOO_LONG: usize = 2_400;

/// Some cues of one speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// When it begins, in milliseconds.
    pub from: Option<u64>,
    /// Who speaks.
    pub speaker: String,
    /// What is said.
    pub words: String,
}

/// Joins cues into paragraphs. None reaches across one of these times, in milliseconds and in ascending order: where
/// chapters begin.
pub fn paragraphs(cues: &[Cue], breaks: &[u64]) -> Vec<Paragraph> {
    let mut found: Vec<Paragraph> = Vec::new();
    let mut before: Option<&Cue> = None;
    for cue in cues {
        let words = cue.words.replace('\n', " ");
        let joined = before
            .filter(|before| belongs(before, cue, breaks))
            .and(found.last_mut());
        match joined.filter(|last| last.words.len() < TOO_LONG && !(last.words.len() > LONG && ends(&last.words))) {
            Some(last) => {
                last.words.push(' ');
                last.words.push_str(&words);
            }
            None => found.push(Paragraph {
                from: cue.span.map(|(from, _)| from),
                speaker: cue.speaker.clone(),
                words,
            }),
        }
        before = Some(cue);
    }
    found
}

/// Whether a cue goes on where the one before it ended.
fn belongs(before: &Cue, cue: &Cue, breaks: &[u64]) -> bool {
    let (Some((begun, ended)), Some((begins, _))) = (before.span, cue.span) else {
        return false;
    };
    let passed = |instant: u64| breaks.partition_point(|at| *at <= instant);
    let is_broken = passed(begun) != passed(begins);
    before.speaker == cue.speaker && begins < ended.saturating_add(REST) && !is_broken
}

fn ends(words: &str) -> bool {
    words
        .trim_end_matches(['"', '”', '»', ')', '\u{2069}'])
        .ends_with(['.', '!', '?', '؟', '…'])
}
