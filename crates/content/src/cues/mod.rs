//! Cues: what is said in a recording and when, read tolerantly from WebVTT, SubRip or plain text and written in one form.

mod markup;
mod paragraphs;
mod plain;
mod time;
mod timed;
mod write;

use serde::{Deserialize, Serialize};

pub use paragraphs::{Paragraph, paragraphs};
pub use write::{to_text, to_vtt};

/// The most cues or paragraphs of one file: a day of talk.
pub const CUES_MAX: usize = 20_000;
/// The most characters of one cue.
pub const CUE_MAX: usize = 2_000;
/// The most characters of one paragraph of plain text.
pub const PARAGRAPH_MAX: usize = 20_000;
/// The longest name of a speaker, in characters; what is longer is cut.
pub const SPEAKER_MAX: usize = 100;
/// So many faults of one file are told, and so many warnings.
const TOLD_MAX: usize = 20;

/// Words of a recording, and when they are said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cue {
    /// When it begins and ends, in milliseconds; none in plain text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<(u64, u64)>,
    /// Who says it; empty where that is not told.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub speaker: String,
    /// What is said, line by line.
    pub words: String,
}

/// In which form words are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// WebVTT (W3C Candidate Recommendation).
    Vtt,
    /// SubRip, as programs have agreed upon: numbers, times with a comma, some tags of HTML.
    Srt,
    /// Paragraphs with an empty line between them.
    Plain,
}

/// What was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// In the order in which they begin.
    pub cues: Vec<Cue>,
    /// What was mended or left out on the way.
    pub warnings: Vec<Fault>,
}

/// What is wrong on a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1; 0 where the whole file is meant.
    pub line: usize,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub remedy: &'static str,
}

impl Form {
    /// The form that the ending of a name stands for.
    pub fn of_ending(ending: &str) -> Option<Form> {
        match ending {
            "vtt" => Some(Form::Vtt),
            "srt" => Some(Form::Srt),
            "txt" => Some(Form::Plain),
            _ => None,
        }
    }
}

impl Fault {
    fn new(line: usize, message: impl Into<String>, remedy: &'static str) -> Fault {
        Fault {
            line,
            message: message.into(),
            remedy,
        }
    }
}

/// Reads cues. The work is bounded by the length of the text: each character is looked at a few times.
///
/// # Errors
/// What makes it unreadable, with lines: nothing is taken then, since a caption that is half there misleads.
pub fn read(form: Form, source: &str) -> Result<Reading, Vec<Fault>> {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    if let Some((before, _)) = source.split_once('\0') {
        let line = 1 + before.matches('\n').count();
        let message = "there is a zero byte in it: it is not text, or not UTF-8";
        return Err(vec![Fault::new(line, message, "save it as UTF-8")]);
    }
    let mut faults = Vec::new();
    let mut reading = match form {
        Form::Plain => plain::read(source, &mut faults),
        Form::Vtt | Form::Srt => timed::read(form, source, &mut faults),
    };
    if faults.is_empty() && reading.cues.is_empty() {
        faults.push(Fault::new(
            0,
            "no words were found in it",
            "check that it is the right file, or leave it out",
        ));
    }
    faults.truncate(TOLD_MAX);
    reading.warnings.truncate(TOLD_MAX);
    match faults.is_empty() {
        true => Ok(reading),
        false => Err(faults),
    }
}
