//! Recordings, captions and documents: what they become, what is told of them, and how they go.

use content::Record;
use content::media::Media;
use editorial::Outcome;

use crate::cast::{Folder, Newsroom, hours, subject};

const WORDS: &str =
    "1\n00:00:01,000 --> 00:00:02,000\n<i>Welcome</i>\n\n2\n00:00:02,000 --> 00:00:03,000\nto the lake.\n";
const SOUND: &[u8] = b"notes of nobody: a sound";

fn with(files: &[(&str, &[u8])]) -> Folder {
    files
        .iter()
        .map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec()))
        .collect()
}

fn media(newsroom: &Newsroom, name: &str) -> Media {
    match newsroom.record(name) {
        Some(Record::Media(media)) => media,
        other => panic!("{other:?}"),
    }
}

fn bytes(newsroom: &Newsroom, hash: &str) -> Option<Vec<u8>> {
    newsroom.store.read(|reader| reader.media_bytes(hash)).unwrap()
}

fn studio() -> Newsroom {
    let newsroom = Newsroom::with_cast();
    newsroom.import(&with(&[
        ("media/lake.mp3", SOUND),
        ("media/lake.srt", WORDS.as_bytes()),
        ("media/lake.txt", "Welcome\nto the lake.\n\nGoodbye.".as_bytes()),
        ("media/agenda.pdf", b"%PDF-1.4\n%%EOF"),
    ]));
    newsroom
}

#[test]
fn the_public_is_given_a_recording_without_its_notes_and_its_length_is_kept() {
    let newsroom = studio();
    let sound = media(&newsroom, "media/lake.mp3");
    assert_eq!((sound.duration, sound.files.len()), (Some(1_000), 1));
    assert_eq!(bytes(&newsroom, &sound.hash).as_deref(), Some(SOUND));
    assert_eq!(
        bytes(&newsroom, &sound.files[0].hash),
        Some(b"of nobody: a sound".to_vec())
    );
}

#[test]
fn players_are_given_captions_in_one_form_and_readers_the_words() {
    let newsroom = studio();
    let captions = media(&newsroom, "media/lake.srt");
    assert_eq!((captions.cues.len(), captions.duration), (2, Some(3_000)));
    let [track, text] = [captions.track(), captions.file()].map(|file| {
        let file = file.unwrap();
        (
            file.content_type.clone(),
            String::from_utf8(bytes(&newsroom, &file.hash).unwrap()).unwrap(),
        )
    });
    assert_eq!(track.0, "text/vtt; charset=utf-8");
    assert!(
        track
            .1
            .starts_with("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nWelcome\n")
    );
    assert_eq!(
        text,
        (
            "text/plain; charset=utf-8".to_owned(),
            "Welcome to the lake.\n".to_owned()
        )
    );
    let plain = media(&newsroom, "media/lake.txt");
    assert_eq!((plain.files.len(), plain.duration, plain.track()), (1, None, None));
}

#[test]
fn a_document_is_given_as_it_is() {
    let newsroom = studio();
    let agenda = media(&newsroom, "media/agenda.pdf");
    assert_eq!(agenda.files[0].hash, agenda.hash);
    assert_eq!(bytes(&newsroom, &agenda.hash).as_deref(), Some(&b"%PDF-1.4\n%%EOF"[..]));
}

#[test]
fn what_came_in_comes_out_and_changes_nothing_when_it_comes_in_again() {
    let newsroom = studio();
    let out = newsroom.export();
    assert_eq!(
        (out["media/lake.mp3"].as_slice(), out["media/lake.srt"].as_slice()),
        (SOUND, WORDS.as_bytes())
    );
    let report = newsroom.import(&out);
    assert_eq!((report.created, report.changed), (0, 0));
}

#[test]
fn new_words_take_the_place_of_the_former_ones() {
    let newsroom = studio();
    let changed = newsroom.import(&with(&[("media/lake.srt", WORDS.replace("lake", "river").as_bytes())]));
    assert_eq!(changed.changed, 1);
    assert_eq!(media(&newsroom, "media/lake.srt").cues[1].words, "to the river.");
}

#[test]
fn a_recording_that_is_none_is_refused_with_the_reason_and_nothing_is_taken() {
    let newsroom = Newsroom::with_cast();
    let refusal = newsroom.refused(&with(&[
        ("media/lake.mp3", b"nobody knows what this is"),
        ("media/lake.vtt", b"WEBVTT\n\nsoon --> later\nx"),
        ("media/good.txt", b"Words."),
    ]));
    let told: Vec<(&str, usize, &str)> = refusal
        .problems
        .iter()
        .map(|problem| (problem.file.as_str(), problem.line, problem.message.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("media/lake.mp3", 0, "this is no recording"),
            ("media/lake.vtt", 3, "\"soon --> later\" is no time"),
        ]
    );
    assert!(newsroom.record("media/good.txt").is_none());
}

#[test]
fn what_might_be_better_is_told_and_taken() {
    let newsroom = Newsroom::with_cast();
    let dear = [&b"notes "[..], &[b'x'; 7_000]].concat();
    let late = "WEBVTT\n\n00:05.000 --> 00:06.000\nb\n\n00:01.000 --> 00:02.000\na\n";
    let folder = with(&[
        ("media/dear.mp3", &dear),
        ("media/late.vtt", late.as_bytes()),
        ("media/lake.mp3", SOUND),
    ]);
    for report in [newsroom.import(&folder), newsroom.import(&folder)] {
        let told: Vec<(&str, usize)> = report
            .warnings
            .iter()
            .map(|warning| (warning.file.as_str(), warning.line))
            .collect();
        assert_eq!(told, [("media/dear.mp3", 0), ("media/late.vtt", 6)]);
        assert!(report.warnings[0].message.contains("56 kbit/s"));
    }
}

#[test]
fn removed_words_are_in_no_record_and_their_bytes_are_gone() {
    let newsroom = studio();
    let name = subject("media/lake.srt");
    let before = media(&newsroom, "media/lake.srt");
    let removed = newsroom.act(|desk| desk.remove_media(&name, "No consent")).unwrap();
    assert_eq!(removed, Outcome::Changed);
    for hash in before.hashes() {
        assert_eq!(bytes(&newsroom, hash), None);
    }
    assert!(media(&newsroom, "media/lake.srt").cues.is_empty());
    assert_eq!(newsroom.seen("media/lake.srt", hours(1)).units[0].card, None);
    let refusal = newsroom.refused(&with(&[("media/lake.srt", WORDS.as_bytes())]));
    assert!(refusal.problems[0].message.starts_with("this text was removed on"));
    assert!(!newsroom.export().contains_key("media/lake.srt"));
}
