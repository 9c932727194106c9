//! What a file in `media/` is by its name and its first bytes, and what other files may name it for.

use content::cues::CUE_MAX;
use content::file::{self, Parsed, WORDS_MAX};
use content::media::{Media, MediaKind};

use crate::problems;

fn media(path: &str, bytes: &[u8]) -> Media {
    match file::read(path, bytes) {
        Ok(Parsed::Media(media, _)) => *media,
        other => panic!("{path}: {other:?}"),
    }
}

/// A file, its field, what is told, and what to do.
const WRONG: &[(&str, &str, usize, &str, &str, &str)] = &[
    ("media/film.webm", "x", 0, "", "films are not taken as .webm", ".mp4"),
    ("media/film.mov", "x", 0, "", "films are not taken as .mov", ".mp4"),
    ("media/talk.wav", "x", 0, "", "sound is not taken as .wav", ".mp3"),
    ("media/page.html", "x", 0, "", "cannot end in .html", ".pdf"),
    ("media/picture.svg", "<svg/>", 0, "", "cannot end in .svg", ".png"),
    ("media/noending", "x", 0, "", "no ending", ".jpg"),
    ("media/agenda.pdf", "x", 0, "", "no PDF document", "PDF"),
    ("media/agenda.pdf", "%PDF-1.7\ncut off", 0, "", "no PDF document", "PDF"),
    ("media/talk.vtt", "x", 1, "", "does not begin with WEBVTT", "WEBVTT"),
    ("media/talk.srt", "1\nsoon --> later\nx", 2, "", "is no time", "-->"),
    (
        "episodes/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\nepisode = { series = \"s\", number = 1, audio = { en = \"bridge.jpg\" } }\n+++\n",
        4,
        "episode.audio",
        "bridge.jpg is no sound",
        ".mp3",
    ),
    (
        "episodes/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\nepisode = { series = \"s\", number = 1, transcripts = { en = \"one.pdf\" } }\n+++\n",
        4,
        "episode.transcripts",
        "one.pdf is no transcript",
        ".vtt",
    ),
    (
        "videos/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\nvideo = { files = { en = \"one.mp3\" } }\n+++\n",
        4,
        "video.files",
        "one.mp3 is no film",
        ".mp4",
    ),
    (
        "videos/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\nvideo = { captions = { en = \"one.txt\" } }\n+++\n",
        4,
        "video.captions",
        "one.txt is no captions",
        ".srt",
    ),
    (
        "meetings/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\nmeeting = { from = 2022-01-02, documents = [\"film.mp4\"] }\n+++\n",
        4,
        "meeting.documents",
        "film.mp4 is no document",
        ".pdf",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\npicture = \"one.mp3\"\n+++\n",
        4,
        "picture",
        "one.mp3 is no picture",
        ".jpg",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\n+++\n![what it shows](media/one.vtt)\n",
        5,
        "",
        "one.vtt is no picture",
        ".jpg",
    ),
];

#[test]
fn what_suits_no_purpose_is_told_where_it_is_named() {
    for (path, source, line, field, message, remedy) in WRONG {
        let found = problems(path, source);
        let named = found.iter().any(|problem| {
            problem.line == *line
                && problem.field == *field
                && problem.message.contains(message)
                && problem.remedy.contains(remedy)
        });
        assert!(named, "{path}\n{source}\n{found:#?}");
    }
}

#[test]
fn a_name_says_what_a_file_is() {
    for (name, kind) in [
        ("bridge.jpeg", MediaKind::Picture),
        ("talk.opus", MediaKind::Sound),
        ("talk.m4a", MediaKind::Sound),
        ("film.mp4", MediaKind::Film),
        ("talk.txt", MediaKind::Words),
        ("agenda.pdf", MediaKind::Document),
    ] {
        assert_eq!(MediaKind::of_name(name).map(|(kind, _)| kind), Some(kind), "{name}");
    }
    assert_eq!(MediaKind::of_name("mp3"), None);
}

#[test]
fn words_are_read_when_they_come_in_and_recordings_are_not() {
    let talk = media(
        "media/talk.vtt",
        b"WEBVTT\n\n00:01.000 --> 00:02.500\n<v Amal>Welcome.</v>\n",
    );
    assert_eq!((talk.kind(), talk.duration), (MediaKind::Words, Some(2_500)));
    assert_eq!(
        (talk.cues[0].speaker.as_str(), talk.cues[0].words.as_str()),
        ("Amal", "Welcome.")
    );
    let text = media("media/talk.txt", "مرحبًا.\n\nأهلًا.".as_bytes());
    assert_eq!((text.cues.len(), text.duration), (2, None));
    let sound = media("media/talk.mp3", b"not looked at here");
    assert_eq!(
        (sound.kind(), sound.duration, sound.content_type.as_str()),
        (MediaKind::Sound, None, "audio/mpeg")
    );
    let agenda = media("media/agenda.pdf", b"%PDF-1.7\n1 0 obj\n%%EOF\n");
    assert_eq!(
        (agenda.kind(), agenda.content_type.as_str()),
        (MediaKind::Document, "application/pdf")
    );
}

#[test]
fn every_fault_of_captions_is_told_at_once() {
    let long = "x".repeat(CUE_MAX + 1);
    let source = format!("WEBVTT\n\n0:1 --> 0:0\na\n\nx --> y\nb\n\n0:03 --> 0:04\n{long}\n");
    let lines: Vec<usize> = problems("media/talk.vtt", &source)
        .iter()
        .map(|problem| problem.line)
        .collect();
    assert_eq!(lines, [3, 6, 9]);
    assert_eq!(problems("media/talk.txt", &"x\n".repeat(WORDS_MAX))[0].line, 0);
    let broken = file::read("media/talk.srt", b"1\n00:00:01,000 --> 00:00:02,000\n\xff\xfe\n").unwrap_err();
    assert_eq!((broken[0].line, broken[0].message.contains("UTF-8")), (3, true));
}
