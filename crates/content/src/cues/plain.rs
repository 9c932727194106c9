//! Plain text as cues: its paragraphs, without times.

use super::markup::tidy;
use super::{CUES_MAX, Cue, Fault, PARAGRAPH_MAX, Reading};

pub(super) fn read(source: &str, faults: &mut Vec<Fault>) -> Reading {
    let mut reading = Reading::default();
    let unified = source.replace("\r\n", "\n").replace('\r', "\n");
    let (mut begins, mut paragraph) = (1, String::new());
    for (number, line) in unified.lines().chain([""]).enumerate() {
        if line.contains("-->") {
            faults.push(Fault::new(
                number + 1,
                "there are times in it, as captions have them",
                "name it with .vtt or .srt",
            ));
            return reading;
        }
        if !line.trim().is_empty() {
            if paragraph.is_empty() {
                begins = number + 1;
            } else {
                paragraph.push(' ');
            }
            paragraph.push_str(line.trim());
            continue;
        }
        let words = tidy(&paragraph).replace('\n', " ");
        paragraph.clear();
        if words.is_empty() {
            continue;
        }
        let length = words.chars().count();
        if length > PARAGRAPH_MAX || reading.cues.len() == CUES_MAX {
            faults.push(Fault::new(
                begins,
                format!(
                    "a paragraph may have {PARAGRAPH_MAX} characters and a text {CUES_MAX} paragraphs; this one has {length}"
                ),
                "divide it with empty lines",
            ));
            return reading;
        }
        reading.cues.push(Cue {
            span: None,
            speaker: String::new(),
            words,
        });
    }
    reading
}
