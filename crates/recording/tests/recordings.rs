//! Recordings in and out: what they say of themselves is gone, what is heard and seen stays; whatever bytes come in,
//! there is an answer with a reason.

#![cfg(test)]

use proptest::prelude::*;
use recording::{Container, Recording, Refusal, take};

const MP3: &[u8] = include_bytes!("samples/tone.mp3");
const OGG: &[u8] = include_bytes!("samples/tone.ogg");
const OPUS: &[u8] = include_bytes!("samples/tone.opus");
const M4A: &[u8] = include_bytes!("samples/tone.m4a");
const MP4: &[u8] = include_bytes!("samples/film.mp4");
const HEVC: &[u8] = include_bytes!("samples/hevc.mp4");

const ALL: [(Container, &[u8]); 5] = [
    (Container::Mp3, MP3),
    (Container::Ogg, OGG),
    (Container::Ogg, OPUS),
    (Container::M4a, M4A),
    (Container::Mp4, MP4),
];

fn taken(bytes: &[u8], container: Container) -> Recording {
    take(bytes.to_vec(), container).unwrap()
}

fn holds(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

#[test]
fn a_second_is_a_second_in_every_container() {
    for (container, bytes) in ALL {
        let recording = taken(bytes, container);
        assert!(
            (950..1_200).contains(&recording.duration),
            "{container:?}: {}",
            recording.duration
        );
    }
}

#[test]
fn a_film_says_how_large_it_is_seen() {
    let film = taken(MP4, Container::Mp4);
    assert_eq!((film.width, film.height), (64, 36));
    assert_eq!(
        (taken(MP3, Container::Mp3).width, taken(M4A, Container::M4a).height),
        (0, 0)
    );
}

#[test]
fn what_an_editor_or_a_telephone_wrote_is_gone() {
    for (container, bytes) in ALL {
        assert!(
            holds(bytes, "Telephone of somebody"),
            "{container:?}: the sample says nothing"
        );
        let recording = taken(bytes, container);
        for words in ["Telephone", "at home", "+36.34", "ID3", "APETAGEX"] {
            assert!(!holds(&recording.bytes, words), "{container:?}: {words}");
        }
        let again = taken(&recording.bytes, container);
        assert_eq!(again, recording, "{container:?}: what was taken is taken as it is");
    }
}

#[test]
fn a_film_keeps_its_length_and_its_data_keeps_its_place() {
    let film = taken(MP4, Container::Mp4);
    assert_eq!(film.bytes.len(), MP4.len());
    let data = |bytes: &[u8]| bytes.windows(4).position(|window| window == b"mdat");
    assert_eq!(data(&film.bytes), data(MP4));
    assert!(!holds(&film.bytes, "udta") && !holds(&film.bytes, "VideoHandler"));
}

#[test]
fn a_tag_behind_a_tag_is_found() {
    let mut twice = MP3.to_vec();
    twice.extend_from_slice(&[&b"TAG"[..], &[b'x'; 125]].concat());
    assert!(!holds(
        &taken(&twice, Container::Mp3).bytes[MP3.len() - 700..],
        "TAGxxx"
    ));
}

#[test]
fn a_film_that_was_filmed_upright_is_seen_upright() {
    let mut upright = MP4.to_vec();
    let track = upright.windows(4).position(|window| window == b"tkhd").unwrap() + 4;
    let matrix = track + 40;
    let quarter: [i32; 9] = [0, 0x1_0000, 0, -0x1_0000, 0, 0, 0, 0, 0x4000_0000];
    for (place, number) in quarter.iter().enumerate() {
        upright[matrix + place * 4..][..4].copy_from_slice(&number.to_be_bytes());
    }
    let film = taken(&upright, Container::Mp4);
    assert_eq!((film.width, film.height), (36, 64));
}

#[test]
fn what_cannot_be_played_or_cleaned_is_told() {
    assert_eq!(
        take(HEVC.to_vec(), Container::Mp4),
        Err(Refusal::Codec("hvc1".to_owned()))
    );
    let mut located = MP4.to_vec();
    let sound = located.windows(4).position(|window| window == b"soun").unwrap();
    located[sound..sound + 4].copy_from_slice(b"meta");
    assert_eq!(take(located, Container::Mp4), Err(Refusal::Track("meta".to_owned())));
    let mut endless = MP4.to_vec();
    let movie = endless.windows(4).position(|window| window == b"mvhd").unwrap() + 4;
    endless[movie + 16..movie + 20].copy_from_slice(&[0; 4]);
    assert_eq!(take(endless, Container::Mp4), Err(Refusal::Length("MP4")));
}

#[test]
fn nothing_is_taken_for_what_it_is_not() {
    for (container, _) in ALL {
        for (other, bytes) in ALL {
            if container.as_str() != other.as_str() {
                assert!(take(bytes.to_vec(), container).is_err(), "{other:?} as {container:?}");
            }
        }
        for bytes in [
            &b""[..],
            b"a",
            b"ID3",
            b"OggS",
            b"\0\0\0\x08ftyp",
            b"WEBVTT\n\n00:01.000 --> 00:02.000\nx\n",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
            &[0xff; 5_000],
            &[0; 5_000],
        ] {
            let refusal = take(bytes.to_vec(), container).unwrap_err().to_string();
            assert!(refusal.contains("; "), "{refusal} says no remedy");
        }
    }
}

#[test]
fn boxes_that_lie_about_their_size_are_told() {
    for size in [0_u32, 1, 4, 7, 0x7fff_ffff, u32::MAX] {
        let mut film = b"\0\0\0\x08ftyp".to_vec();
        film.extend_from_slice(&size.to_be_bytes());
        film.extend_from_slice(b"moov\0\0\0\x01trak");
        assert!(take(film, Container::Mp4).is_err(), "{size}");
    }
    let mut deep = b"\0\0\0\x08ftyp".to_vec();
    let boxes = 40_u32;
    for depth in 0..boxes {
        deep.extend_from_slice(&((boxes - depth) * 8).to_be_bytes());
        deep.extend_from_slice(b"moov");
    }
    let refusal = take(deep, Container::Mp4).unwrap_err();
    assert!(refusal.to_string().contains("too deep"), "{refusal}");
    let mut many = b"\0\0\0\x08ftyp".to_vec();
    many.extend_from_slice(&b"\0\0\0\x08free".repeat(30_000));
    assert!(take(many, Container::Mp4).unwrap_err().to_string().contains("too many"));
}

#[test]
fn a_page_of_a_time_that_no_sum_can_hold_is_damage() {
    let mut bytes = OPUS.to_vec();
    let last = bytes.windows(4).rposition(|window| window == b"OggS").unwrap();
    // Where the page ends, in samples (RFC 3533, section 6): as far as the field goes, but for what players leave out.
    bytes[last + 6..last + 14].copy_from_slice(&(u64::MAX / 2).to_le_bytes());
    let refusal = take(bytes, Container::Ogg).unwrap_err();
    assert!(matches!(refusal, Refusal::Damaged(..)), "{refusal}");
}

#[test]
fn every_sample_cut_anywhere_has_an_answer() {
    for (container, bytes) in ALL {
        for at in (0..bytes.len()).step_by(97) {
            // No panic is what is looked for; half a recording may still be one.
            let _ = take(bytes[..at].to_vec(), container);
        }
        assert!(take(bytes[..40].to_vec(), container).is_err(), "{container:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if std::env::var_os("CI").is_some() { 4_000 } else { 400 }))]

    #[test]
    fn damaged_recordings_have_an_answer(
        which in 0usize..5,
        changes in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 1..30),
    ) {
        let (container, bytes) = ALL[which];
        let mut bytes = bytes.to_vec();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(recording) = take(bytes, container) {
            prop_assert!(recording.duration > 0);
        }
    }

    #[test]
    fn no_matter_what_has_an_answer(bytes in proptest::collection::vec(any::<u8>(), 0..3_000)) {
        for (container, _) in ALL {
            let _ = take(bytes.clone(), container);
        }
    }
}
