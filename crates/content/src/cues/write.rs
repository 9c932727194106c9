//! Cues as the public is given them: WebVTT for players, paragraphs of plain text for readers.

use std::fmt::Write;

use super::{Cue, paragraphs, time};

/// All cues that have a time as WebVTT, voices marked.
pub fn to_vtt(cues: &[Cue]) -> String {
    let mut out = String::from("WEBVTT\n");
    for cue in cues {
        let Some((from, until)) = cue.span else { continue };
        let words = escaped(&cue.words);
        let (from, until) = (time::write(from), time::write(until));
        // Writing to a string cannot fail.
        let _ = match cue.speaker.as_str() {
            "" => write!(out, "\n{from} --> {until}\n{words}\n"),
            speaker => write!(out, "\n{from} --> {until}\n<v {}>{words}</v>\n", escaped(speaker)),
        };
    }
    out
}

/// All words as paragraphs, each change of speaker named.
pub fn to_text(cues: &[Cue]) -> String {
    let mut out = String::new();
    let mut speaker = String::new();
    for paragraph in paragraphs(cues, &[]) {
        if !out.is_empty() {
            out.push('\n');
        }
        if paragraph.speaker != speaker {
            speaker = paragraph.speaker;
            if !speaker.is_empty() {
                out.push_str(&speaker);
                out.push_str(": ");
            }
        }
        out.push_str(&paragraph.words);
        out.push('\n');
    }
    out
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
