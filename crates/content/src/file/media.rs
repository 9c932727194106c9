//! What a file in `media/` is by its name, how large it may be, and what can be read of it without decoding it: sound and
//! films are looked at elsewhere, by a process of its own.

use super::picture;
use super::problem::Problems;
use crate::cues::{self, Form};
use crate::media::{About, Media, MediaKind};
use crate::subject::Subject;

/// The largest picture, in bytes.
pub const PICTURE_MAX: usize = 20 * 1024 * 1024;
/// The largest recording of sound, in bytes.
pub const SOUND_MAX: usize = 200 * 1024 * 1024;
/// The largest film, in bytes.
pub const FILM_MAX: usize = 500 * 1024 * 1024;
/// The longest captions or transcript, in bytes.
pub const WORDS_MAX: usize = 1024 * 1024;
/// The largest document, in bytes.
pub const DOCUMENT_MAX: usize = 50 * 1024 * 1024;

/// What is said of an ending that is not taken.
const ENDINGS: &str = "save it as .jpg, .png, .webp or .gif (pictures), .mp3, .ogg, .opus or .m4a (sound), .mp4 (film), .vtt, .srt or .txt (captions, transcripts) or .pdf";

/// The largest file of a subject of media, in bytes.
pub(super) fn limit(subject: &Subject) -> usize {
    match kind_of(subject) {
        Some(MediaKind::Sound) => SOUND_MAX,
        Some(MediaKind::Film) => FILM_MAX,
        Some(MediaKind::Words) => WORDS_MAX,
        Some(MediaKind::Document) => DOCUMENT_MAX,
        Some(MediaKind::Picture) | None => PICTURE_MAX,
    }
}

pub(super) fn kind_of(subject: &Subject) -> Option<MediaKind> {
    MediaKind::of_name(subject.key()).map(|(kind, _)| kind)
}

pub(super) fn read(subject: &Subject, bytes: &[u8], problems: &mut Problems) -> Option<Media> {
    let Some((kind, content_type)) = MediaKind::of_name(subject.key()) else {
        let ending = subject.key().rsplit_once('.').map_or("", |(_, ending)| ending);
        let message = match ending {
            "webm" | "mkv" | "mov" | "avi" => {
                format!("films are not taken as .{ending}: telephones of some makers do not play it")
            }
            "wav" | "flac" | "aiff" | "wma" | "aac" => {
                format!("sound is not taken as .{ending}: it is too large or not played everywhere")
            }
            "" => "its name has no ending, so nothing says what it is".to_owned(),
            ending => format!("files of media cannot end in .{ending}"),
        };
        problems.at(0, "", message, ENDINGS);
        return None;
    };
    match kind {
        MediaKind::Picture => picture::read(subject, bytes, problems),
        MediaKind::Words => words(subject, content_type, bytes, problems),
        MediaKind::Document => document(subject, content_type, bytes, problems),
        MediaKind::Sound | MediaKind::Film => Some(bare(subject, content_type, bytes)),
    }
}

/// For what a file names a recording, picture or document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    Picture,
    Sound,
    Film,
    Captions,
    Transcript,
    Document,
}

impl Purpose {
    /// What is wrong with a file that is named for it, and what to do.
    pub(super) fn objection(self, file: &Subject) -> Option<(String, &'static str)> {
        let kind = kind_of(file);
        let (suits, what, remedy) = match self {
            Purpose::Picture => (
                kind == Some(MediaKind::Picture),
                "picture",
                "name a .jpg, .png, .webp or .gif",
            ),
            Purpose::Sound => (
                kind == Some(MediaKind::Sound),
                "sound",
                "name an .mp3, .ogg, .opus or .m4a",
            ),
            Purpose::Film => (kind == Some(MediaKind::Film), "film", "name an .mp4"),
            Purpose::Captions => (
                kind == Some(MediaKind::Words) && !file.key().ends_with(".txt"),
                "captions",
                "name a .vtt or .srt: captions need times",
            ),
            Purpose::Transcript => (
                kind == Some(MediaKind::Words),
                "transcript",
                "name a .vtt, .srt or .txt",
            ),
            Purpose::Document => (
                matches!(kind, Some(MediaKind::Document | MediaKind::Words)),
                "document",
                "name a .pdf or .txt",
            ),
        };
        (!suits).then(|| (format!("by its name {} is no {what}", file.key()), remedy))
    }
}

/// What is known of any file.
pub(super) fn bare(subject: &Subject, content_type: &str, bytes: &[u8]) -> Media {
    Media {
        subject: subject.clone(),
        hash: blake3::hash(bytes).to_hex().to_string(),
        content_type: content_type.to_owned(),
        width: 0,
        height: 0,
        duration: None,
        cues: Vec::new(),
        files: Vec::new(),
        about: About::default(),
        removed: None,
    }
}

fn words(subject: &Subject, content_type: &str, bytes: &[u8], problems: &mut Problems) -> Option<Media> {
    let source = super::text_of(bytes, problems)?;
    let ending = subject.key().rsplit_once('.').map_or("", |(_, ending)| ending);
    match cues::read(Form::of_ending(ending)?, source) {
        Ok(reading) => Some(Media {
            duration: reading.cues.iter().filter_map(|cue| Some(cue.span?.1)).max(),
            cues: reading.cues,
            ..bare(subject, content_type, bytes)
        }),
        Err(faults) => {
            for fault in faults {
                problems.at(fault.line, "", fault.message, fault.remedy);
            }
            None
        }
    }
}

/// PDF (ISO 32000): a version within the first kilobyte, and an end. Readers of it are as patient.
fn document(subject: &Subject, content_type: &str, bytes: &[u8], problems: &mut Problems) -> Option<Media> {
    let within = |part: &[u8], mark: &[u8]| part.windows(mark.len()).any(|window| window == mark);
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    let tail = bytes.get(bytes.len().saturating_sub(1024)..).unwrap_or_default();
    if !within(head, b"%PDF-") || !within(tail, b"%%EOF") {
        problems.at(
            0,
            "",
            "this is no PDF document, or its end is missing",
            "save it again as PDF",
        );
        return None;
    }
    Some(bare(subject, content_type, bytes))
}
