//! Recordings, captions and documents on their way through the program: in as files, out to pages and back as they came,
//! refused where they are hostile, and removed from everything that is kept. The binary must have been built before, as
//! for `demo.rs`.

#![cfg(test)]

mod coalition;
mod program;

use std::path::{Path, PathBuf};

use coalition::{Coalition, files_of, is_within};
use program::{done, json, words};

/// What a recording of this test says about itself, which nobody is to read.
const WRITTEN: &[u8] = b"Telephone of somebody";

/// A recording of a second, as it comes from an editor.
fn sample(name: &str) -> Vec<u8> {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/recording/tests/samples");
    std::fs::read(samples.join(name)).unwrap()
}

const CAPTIONS: &str = "1\r\n00:00:00,100 --> 00:00:00,900\r\n<i>A tone</i> & no more.\r\n";
const AGENDA: &[u8] = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";
const ABOUT: &str =
    "credit = \"Sample Radio\"\nlicence = \"CC0-1.0\"\nconsent = \"file 12 of 2023\"\nuntil = 2099-12-31\n";

fn entry(head: &str, body: &str) -> Vec<u8> {
    format!(
        "+++\ntitle = \"A tone\"\nslug = \"tone\"\nsource = true\npublish = 2023-01-10T08:00:00Z\n{head}\n+++\n{body}\n"
    )
    .into_bytes()
}

/// All that can be heard, seen and taken away.
fn with_a_studio() -> Coalition {
    let coalition = Coalition::new();
    for (path, bytes) in [
        ("media/tone.mp3", sample("tone.mp3")),
        ("media/tone.mp3.toml", ABOUT.as_bytes().to_vec()),
        ("media/tone.opus", sample("tone.opus")),
        ("media/tone.m4a", sample("tone.m4a")),
        ("media/film.mp4", sample("film.mp4")),
        ("media/tone.srt", CAPTIONS.as_bytes().to_vec()),
        ("media/tone.txt", "A tone.\n\nNo more.".as_bytes().to_vec()),
        ("media/agenda.pdf", AGENDA.to_vec()),
        ("series/tones.en.md", entry("", "Tones.")),
        (
            "episodes/tone.en.md",
            entry(
                "episode = { series = \"tones\", number = 1, audio = { en = \"tone.mp3\", ar = \"tone.opus\" }, transcripts = { en = \"tone.srt\", ar = \"tone.txt\" } }",
                "It sounds.\n\n| {chapters} | title |\n| --- | --- |\n| 0:00 | The beginning |",
            ),
        ),
        (
            "videos/film.en.md",
            entry(
                "video = { files = { en = \"film.mp4\" }, captions = { en = \"tone.srt\" } }",
                "It is seen.",
            ),
        ),
        (
            "meetings/tone.en.md",
            entry(
                "meeting = { from = 2022-11-24, documents = [\"agenda.pdf\"] }",
                "They met.",
            ),
        ),
        (
            "stories/tone.en.md",
            entry("", "Listen:\n\n{episode/tone}\n\n{video/film}"),
        ),
    ] {
        coalition.write(path, &bytes);
    }
    coalition.import();
    coalition
}

fn read(site: &Path, path: &str) -> String {
    std::fs::read_to_string(site.join(path)).unwrap()
}

#[test]
fn what_is_heard_and_seen_is_given_without_what_was_written_into_it() {
    let coalition = with_a_studio();
    let site = coalition.pressed("site");
    let files = files_of(&site.join("media"));
    let endings: Vec<&str> = files.iter().map(|name| name.rsplit_once('.').unwrap().1).collect();
    let count = |ending: &str| endings.iter().filter(|other| **other == ending).count();
    assert_eq!(
        ["mp3", "opus", "m4a", "mp4", "vtt", "srt", "txt", "pdf"].map(count),
        [1, 1, 1, 1, 1, 0, 2, 1],
        "{files:?}"
    );
    for name in files.iter().filter(|name| !name.ends_with("txt")) {
        let bytes = std::fs::read(site.join("media").join(name)).unwrap();
        assert!(!bytes.windows(WRITTEN.len()).any(|window| window == WRITTEN), "{name}");
    }
    let captions = files.iter().find(|name| name.ends_with("vtt")).unwrap();
    assert_eq!(
        read(&site, &format!("media/{captions}")),
        "WEBVTT\n\n00:00:00.100 --> 00:00:00.900\nA tone &amp; no more.\n"
    );
    let episode = read(&site, "en/episodes/tone/index.html");
    for part in [
        "<audio controls preload=\"none\" src=\"/media/tone-",
        " kB",
        "A tone &amp; no more.",
        "#t=0\"",
        "Sample Radio",
    ] {
        assert!(episode.contains(part), "{part}");
    }
    let video = read(&site, "en/videos/tone/index.html");
    assert!(
        video.contains("width=\"64\" height=\"36\"") && video.contains("<track kind=\"captions\""),
        "{video}"
    );
    assert!(read(&site, "en/meetings/tone/index.html").contains(">agenda.pdf</a> (PDF, 1 kB)"));
    let story = read(&site, "en/stories/tone/index.html");
    assert!(story.contains("<audio ") && story.contains("<video "));
    let again = coalition.import();
    assert!(again.contains(" 0 new, 0 changed"), "{again}");
}

#[test]
fn what_came_in_comes_out_byte_for_byte() {
    let coalition = with_a_studio();
    let out = PathBuf::from(coalition.data()).join("../exported");
    done(&[
        "content",
        "export",
        "--data",
        &coalition.data(),
        &out.display().to_string(),
    ]);
    let names = files_of(&coalition.content().join("media"));
    assert_eq!(files_of(&out.join("media")), names);
    for name in names {
        let [before, after] =
            [coalition.content(), out.clone()].map(|root| std::fs::read(root.join("media").join(&name)).unwrap());
        assert!(before == after, "{name}");
    }
    let again = done(&[
        "content",
        "import",
        "--data",
        &coalition.data(),
        &out.display().to_string(),
    ]);
    assert!(again.contains(" 0 new, 0 changed"), "{again}");
}

#[test]
fn a_removed_recording_is_in_no_page_no_store_and_no_edition() {
    let coalition = with_a_studio();
    coalition.pressed("before");
    let data = PathBuf::from(coalition.data());
    let sound = sample("tone.opus");
    let within = &sound[sound.len() - 300..sound.len() - 200];
    assert!(is_within(&data, within) && is_within(&data, b"A tone &amp; no more."));
    for name in ["tone.opus", "tone.srt"] {
        let removed = json(&[
            "media",
            "remove",
            name,
            "--data",
            &coalition.data(),
            "--reason",
            "Consent withdrawn",
            "--json",
        ]);
        assert_eq!(removed["outcome"], "changed");
    }
    let after = coalition.pressed("after");
    let files = files_of(&after.join("media"));
    assert!(
        !files.iter().any(|name| name.ends_with("opus") || name.ends_with("vtt")),
        "{files:?}"
    );
    let episode = read(&after, "en/episodes/tone/index.html");
    assert!(episode.contains("<audio ") && !episode.contains(".opus") && !episode.contains("A tone &amp; no more."));
    assert!(!read(&after, "en/videos/tone/index.html").contains("<track"));
    let editions = json(&["edition", "list", "--data", &coalition.data(), "--json"]);
    assert_eq!(editions.as_array().unwrap().len(), 2, "the old edition is still kept");
    assert!(!is_within(&data.join("press"), within));
    assert!(!is_within(&data.join("press/editions"), b"WEBVTT\n\n00:00:00.100"));
    assert!(
        coalition
            .refused()
            .contains("media/tone.opus: this recording was removed on")
    );
}

#[test]
fn dear_sound_and_mended_captions_are_taken_with_a_warning() {
    let coalition = Coalition::new();
    coalition.write("media/dear.mp3", &sample("dear.mp3"));
    coalition.write("media/tone.mp3", &sample("tone.mp3"));
    coalition.write(
        "media/late.vtt",
        b"WEBVTT\n\n00:05.000 --> 00:06.000\nb\n\n00:01.000 --> 00:02.000\na\n",
    );
    let content = coalition.content().display().to_string();
    let output = program::plenary(&["content", "import", "--data", &coalition.data(), &content]);
    let told = words(&output.stderr);
    assert!(output.status.success(), "{told}");
    assert!(
        told.contains("media/late.vtt:6: it begins before the one above it"),
        "{told}"
    );
    assert!(
        told.contains("media/dear.mp3: it takes 6") && told.contains("kbit/s"),
        "{told}"
    );
    assert!(!told.contains("media/tone.mp3"), "{told}");
    let report = json(&["content", "import", "--data", &coalition.data(), &content, "--json"]);
    assert_eq!(report["warnings"].as_array().unwrap().len(), 2);
}

#[test]
fn what_is_named_and_is_not_there_is_told_with_its_field() {
    let coalition = Coalition::new();
    coalition.write("series/tones.en.md", &entry("", "Tones."));
    let episode = "episode = { series = \"tones\", number = 1, audio = { en = \"lost.mp3\", ar = \"bridge.png\" } }";
    coalition.write("episodes/tone.en.md", &entry(episode, "It sounds."));
    let told = coalition.refused();
    assert!(
        told.contains("episodes/tone.en.md:6: episode.audio: by its name bridge.png is no sound; name an .mp3"),
        "{told}"
    );
    let episode = "episode = { series = \"tones\", number = 1, audio = { en = \"lost.mp3\" } }";
    coalition.write("episodes/tone.en.md", &entry(episode, "It sounds."));
    let told = coalition.refused();
    assert!(
        told.contains("episodes/tone.en.md:6: episode: there is no media/lost.mp3"),
        "{told}"
    );
    assert!(told.contains("or add media/lost.mp3"), "{told}");
}

#[test]
fn hostile_recordings_and_captions_are_each_told_with_the_reason_and_nothing_is_taken() {
    let coalition = Coalition::new();
    for (ending, name) in [
        ("mp3", "tone.mp3"),
        ("ogg", "tone.ogg"),
        ("opus", "tone.opus"),
        ("m4a", "tone.m4a"),
        ("mp4", "film.mp4"),
    ] {
        for (other, bytes) in [
            ("words", b"This is a recording of a bridge.".to_vec()),
            ("page", b"<!doctype html><script>alert(1)</script>".to_vec()),
            ("nothing", Vec::new()),
            ("zeros", vec![0; 4_000]),
            ("picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01".to_vec()),
            ("head", sample(name)[..24].to_vec()),
            ("archive", b"PK\x03\x04\0\0\0\0".to_vec()),
        ] {
            coalition.write(&format!("media/{other}.{ending}"), &bytes);
        }
    }
    coalition.write("media/new.mp4", &sample("hevc.mp4"));
    coalition.write("media/film.webm", b"\x1a\x45\xdf\xa3");
    let times = [
        "x --> y",
        "00:01 -> 00:02",
        "-->",
        "00:00:02,000 --> 00:00:01,000",
        "00:61:00,000 --> 00:62:00,000",
        "00:00:01:12 --> 00:00:02:00",
        "1:2:3:4 --> 2:2:3:4",
        "00:01.0000 --> 00:02.0000",
        "٠٠:٠١,٠ --> ٠٠:٠٢,٠",
        "--> 00:00:02,000",
        "00:00:01,000 -->",
        "00:00:01,000 --> soon",
    ];
    for (number, time) in times.into_iter().enumerate() {
        for (form, head) in [("vtt", "WEBVTT\n\n"), ("srt", "1\n")] {
            coalition.write(
                &format!("media/time-{number}.{form}"),
                format!("{head}{time}\nwords\n").as_bytes(),
            );
            let good = "00:00:01,000 --> 00:00:02,000\nwords\n\n";
            coalition.write(
                &format!("media/second-{number}.{form}"),
                format!("{head}{good}{time} --> \nwords\n").as_bytes(),
            );
            coalition.write(
                &format!("media/bytes-{number}.{form}"),
                format!("{head}{good}{time}\nw")
                    .as_bytes()
                    .iter()
                    .copied()
                    .chain([0xff, number as u8])
                    .collect::<Vec<u8>>()
                    .as_slice(),
            );
        }
    }
    for ending in ["vtt", "srt", "txt", "pdf"] {
        for (name, bytes) in [
            ("nothing", b"".to_vec()),
            (
                "wide",
                "WEBVTT\n\na".encode_utf16().flat_map(u16::to_le_bytes).collect(),
            ),
            ("binary", vec![0xff; 3_000]),
            ("mark", "\u{feff}".as_bytes().to_vec()),
        ] {
            coalition.write(&format!("media/{name}.{ending}"), &bytes);
        }
    }
    for (name, words) in [
        ("long", "x".repeat(5_000)),
        ("tags", "<i>".repeat(30_000)),
        ("isolates", "\u{2067}".repeat(9_000)),
    ] {
        for (form, head) in [("vtt", "WEBVTT\n\n"), ("srt", "1\n")] {
            coalition.write(
                &format!("media/{name}.{form}"),
                format!("{head}00:00:01,000 --> 00:00:02,000\n{words}\n").as_bytes(),
            );
        }
    }
    let told = coalition.refused();
    let names = files_of(&coalition.content().join("media"));
    assert!(names.len() >= 130, "{}", names.len());
    for name in names {
        let line = told.lines().find(|line| line.starts_with(&format!("media/{name}:")));
        let line = line.unwrap_or_else(|| panic!("{name} is not told:\n{told}"));
        assert!(line.contains("; "), "{line} says no remedy");
    }
    assert!(files_of(&coalition.pressed("site").join("media")).is_empty());
}
