//! What is heard and seen: players, their length and size before anything is loaded, captions, transcripts, documents.

use std::collections::BTreeMap;

use content::body::Chapter;
use content::cues::{self, Form};
use content::media::{About, Media, MediaFile};
use content::meta::Video;
use content::{Content, Inline, List, Record, Route};

use crate::world::cast::{body, coalition, entry, subject};
use crate::world::{Memory, locale};

const WORDS: &str = "WEBVTT\n\n00:02.000 --> 00:04.000\n<v Amal>Welcome & hello.</v>\n\n\
    00:04.100 --> 00:06.000\n<v Amal>This is the lake.</v>\n\n01:20.500 --> 01:25.000\n<v Basil>Now the <i>river</i>.</v>\n";
const ARABIC: &str = "WEBVTT\n\n00:03.000 --> 00:05.000\n<v أمل>أهلًا بكم.</v>\n";

/// A recording of so many milliseconds and bytes; its hash begins with its name.
fn recording(name: &str, duration: u64, bytes: u64, sides: (u32, u32)) -> Record {
    let ending = name.rsplit_once('.').unwrap().1;
    let content_type = if ending == "mp3" { "audio/mpeg" } else { "video/mp4" };
    let file = MediaFile {
        bytes,
        width: sides.0,
        height: sides.1,
        ..MediaFile::of(name.as_bytes(), content_type, ending)
    };
    Record::Media(Media {
        duration: Some(duration),
        width: sides.0,
        height: sides.1,
        files: vec![MediaFile {
            hash: "a".repeat(64),
            ..file
        }],
        ..of(name, content_type)
    })
}

fn words(name: &str, source: &str) -> Record {
    let cues = cues::read(Form::Vtt, source).unwrap().cues;
    let file = |ending: &str, hash: &str| MediaFile {
        hash: hash.repeat(64),
        ..MediaFile::of(source.as_bytes(), "text/plain", ending)
    };
    Record::Media(Media {
        cues,
        duration: Some(85_000),
        files: vec![file("vtt", "b"), file("txt", "c")],
        ..of(name, "text/vtt; charset=utf-8")
    })
}

fn of(name: &str, content_type: &str) -> Media {
    Media {
        subject: subject(&format!("media/{name}")),
        hash: "0".repeat(64),
        content_type: content_type.to_owned(),
        width: 0,
        height: 0,
        duration: None,
        cues: Vec::new(),
        files: Vec::new(),
        about: About {
            credit: "Sample Radio".to_owned(),
            ..About::default()
        },
        removed: None,
    }
}

/// The coalition with an episode that is out, in English with a transcript, and in Arabic.
fn studio() -> Memory {
    let world = coalition();
    let Some(Record::Entry(mut lake)) = world.records.get(&subject("episode/lake-1")).cloned() else {
        panic!("no episode");
    };
    let episode = lake.meta.episode.as_mut().unwrap();
    episode.audio = named(&[("en", "media/lake.en.mp3"), ("ar", "media/lake.ar.mp3")]);
    episode.transcripts = named(&[("en", "media/lake.en.vtt"), ("ar", "media/lake.ar.vtt")]);
    let chapters = [(0, "How it began"), (80, "The river")].map(|(at, title)| Chapter {
        at,
        title: vec![Inline::Text(title.to_owned())],
    });
    world
        .with([
            Record::Entry(lake),
            recording("lake.en.mp3", 88_000, 430_979, (0, 0)),
            recording("lake.ar.mp3", 3_723_000, 12_345_678, (0, 0)),
            words("lake.en.vtt", WORDS),
            words("lake.ar.vtt", ARABIC),
        ])
        .with_body("episode/lake-1", "en", body(vec![Content::Chapters(chapters.to_vec())]))
}

fn named(files: &[(&str, &str)]) -> BTreeMap<language::Locale, content::Subject> {
    files.iter().map(|(code, name)| (locale(code), subject(name))).collect()
}

fn page(world: &Memory, name: &str, code: &str) -> String {
    world.html(&Route::Entry(subject(name), locale(code)))
}

#[track_caller]
fn holds(html: &str, parts: &[&str]) {
    for part in parts {
        assert!(html.contains(part), "{part} is not in\n{html}");
    }
}

#[test]
fn an_episode_says_how_long_and_large_it_is_and_loads_nothing_before_it_is_started() {
    let html = page(&studio(), "episode/lake-1", "en");
    holds(
        &html,
        &[
            "<audio controls preload=\"none\" src=\"/media/lake.en-aaaaaaaaaaaa.mp3\" aria-label=\"Episode of the lake 1\"></audio>",
            "<p class=\"recording-facts\">1 min 28 s · 431 kB <a href=\"/media/lake.en-aaaaaaaaaaaa.mp3\" download=\"lake.en.mp3\">Download (MP3)</a></p>",
            "Recording: <bdi>Sample Radio</bdi>",
            "<a href=\"/media/lake.ar-aaaaaaaaaaaa.mp3\" hreflang=\"ar\" lang=\"ar\" dir=\"rtl\">العربية</a> 1 h 2 min · 12.3 MB",
        ],
    );
    assert!(!html.contains("Coming soon") && !html.contains("autoplay") && !html.contains("<iframe"));
}

#[test]
fn an_arabic_page_plays_the_arabic_recording_and_says_so_in_arabic() {
    let html = page(&studio(), "episode/lake-1", "ar");
    holds(
        &html,
        &[
            "src=\"/media/lake.ar-aaaaaaaaaaaa.mp3\"",
            "ساعة واحدة ودقيقتان · 12.3 ميغابايت",
            "تنزيل (MP3)",
            "<h2 id=\"transcript\">النص المكتوب</h2>",
            "<b class=\"speaker\">أمل:</b> أهلًا بكم.",
            "hreflang=\"en\" lang=\"en\" dir=\"ltr\">English</a> دقيقة واحدة و28 ثانية · 431 كيلوبايت",
        ],
    );
}

#[test]
fn chapters_lead_into_the_recording_without_a_script() {
    let html = page(&studio(), "episode/lake-1", "en");
    holds(
        &html,
        &[
            "<li><a href=\"/media/lake.en-aaaaaaaaaaaa.mp3#t=80\"><time datetime=\"PT80S\"><bdi>1:20</bdi></time> <span>The river</span></a></li>",
        ],
    );
    let coming = page(&coalition(), "episode/lake-1", "en");
    assert!(!coming.contains("#t=") && !coming.contains("<audio") && coming.contains("Coming soon"));
}

#[test]
fn a_transcript_is_paragraphs_under_chapters_each_with_its_place() {
    let html = page(&studio(), "episode/lake-1", "en");
    let (_, transcript) = html.split_once("<h2 id=\"transcript\">Transcript</h2>").unwrap();
    let (first, second) = transcript.split_once("<h3>The river</h3>").unwrap();
    holds(
        first,
        &[
            "<h3>How it began</h3>",
            "<a class=\"at\" href=\"/media/lake.en-aaaaaaaaaaaa.mp3#t=2\"><bdi>0:02</bdi></a> <b class=\"speaker\">Amal:</b> Welcome &amp; hello. This is the lake.</p>",
        ],
    );
    holds(
        second,
        &[
            "#t=80\"><bdi>1:20</bdi></a> <b class=\"speaker\">Basil:</b> Now the river.</p>",
            "<a href=\"/media/lake.en-cccccccccccc.txt\" download=\"lake.en.txt\">Transcript as plain text</a>",
            "hreflang=\"ar\" lang=\"ar\" dir=\"rtl\">العربية</a>",
        ],
    );
}

#[test]
fn what_there_is_only_in_another_language_is_marked_and_said() {
    let html = page(&studio(), "episode/lake-1", "fr");
    holds(
        &html,
        &[
            "src=\"/media/lake.en-aaaaaaaaaaaa.mp3\"",
            "Langue parlée\u{202f}: English.",
            "La transcription est dans cette langue\u{202f}: English.",
            "<p lang=\"en\" dir=\"ltr\"><a class=\"at\"",
            "1\u{202f}min 28\u{202f}s · 431\u{202f}ko",
            "1\u{202f}h 2\u{202f}min · 12,3\u{202f}Mo",
        ],
    );
}

/// The coalition with a film in English, captions in all languages, and a poster.
fn cinema(files: &[(&str, &str)], address: Option<&str>) -> Memory {
    let mut film = entry(
        "video/bridge",
        "2023-01-05T10:00:00Z",
        &[("en", "The bridge"), ("ar", "الجسر")],
    );
    film.meta.picture = Some(subject("media/bridge.png"));
    film.meta.video = Some(Box::new(Video {
        files: named(files),
        captions: named(&[("en", "media/lake.en.vtt"), ("ar", "media/lake.ar.vtt")]),
        address: address.map(str::to_owned),
    }));
    studio().with([
        Record::Entry(film),
        recording("film.en.mp4", 29_700, 999_600, (854, 480)),
        recording("film.ar.mp4", 31_000, 1_240_000, (854, 480)),
    ])
}

const ENGLISH_FILM: &[(&str, &str)] = &[("en", "media/film.en.mp4")];

#[test]
fn a_film_has_a_poster_its_size_and_captions_that_fit() {
    let world = cinema(ENGLISH_FILM, None);
    let html = page(&world, "video/bridge", "en");
    holds(
        &html,
        &[
            "<video controls preload=\"none\" playsinline src=\"/media/film.en-aaaaaaaaaaaa.mp4\" width=\"854\" height=\"480\" poster=\"/media/bridge-640jpgffffff.jpg\" aria-label=\"The bridge\">",
            "<track kind=\"captions\" src=\"/media/lake.en-bbbbbbbbbbbb.vtt\" srclang=\"en\" label=\"English\" default>",
            "<track kind=\"captions\" src=\"/media/lake.ar-bbbbbbbbbbbb.vtt\" srclang=\"ar\" label=\"العربية\">",
            "30 s · 1.0 MB",
            "<h2 id=\"transcript\">Transcript</h2>",
        ],
    );
    assert!(!html.contains("<picture>"), "the poster stands in the player alone");
    let arabic = page(&world, "video/bridge", "ar");
    holds(
        &arabic,
        &[
            "srclang=\"ar\" label=\"العربية\" default>",
            "لغة الكلام: English.",
            "أهلًا بكم",
        ],
    );
    assert_eq!(arabic.matches(" default>").count(), 1);
}

#[test]
fn captions_of_another_cut_are_not_laid_over_a_film() {
    let world = cinema(&[("en", "media/film.en.mp4"), ("ar", "media/film.ar.mp4")], None);
    let arabic = page(&world, "video/bridge", "ar");
    holds(&arabic, &["src=\"/media/film.ar-", "srclang=\"ar\""]);
    assert_eq!(arabic.matches("<track").count(), 1);
}

#[test]
fn a_film_elsewhere_is_a_link_that_names_the_host_below_its_picture() {
    let html = page(
        &cinema(&[], Some("https://www.films.example/watch?v=1&x=2")),
        "video/bridge",
        "en",
    );
    holds(
        &html,
        &[
            "<a href=\"https://www.films.example/watch?v=1&amp;x=2\" rel=\"noopener\">Watch at films.example</a>",
            "<picture>",
        ],
    );
    assert!(!html.contains("<video"));
}

#[test]
fn a_film_that_is_not_here_is_no_player() {
    for world in [cinema(&[], None), coalition()] {
        let name = if world.records.contains_key(&subject("video/bridge")) {
            "video/bridge"
        } else {
            "video/fans"
        };
        let html = page(&world, name, "en");
        holds(&html, &["The film itself is not available here."]);
        assert!(!html.contains("<video") && !html.contains("Download"));
    }
}

#[test]
fn lists_say_how_long_or_that_it_is_coming() {
    let world = cinema(ENGLISH_FILM, None);
    let series = page(&world, "series/terror", "en");
    holds(
        &series,
        &[
            "Episode 1 · 1 min 28 s",
            "Episode 2 <span class=\"part\">Coming soon</span>",
        ],
    );
    let videos = world.html(&Route::List(List::Videos(locale("ar")), locale("ar"), None));
    holds(
        &videos,
        &["<span class=\"part\">30 ثانية</span>", "المقطع نفسه غير متاح هنا."],
    );
}

#[test]
fn a_recording_can_be_played_within_a_text() {
    let story = body(vec![
        Content::Recording(subject("video/bridge")),
        Content::Recording(subject("episode/lake-2")),
    ]);
    let world = cinema(ENGLISH_FILM, None).with_body("story/rome", "en", story);
    let html = page(&world, "story/rome", "en");
    holds(
        &html,
        &[
            "<figure class=\"recording\">",
            "<video controls preload=\"none\"",
            "<figcaption><a href=\"/en/videos/the-bridge/\">The bridge</a></figcaption>",
            "<span class=\"part\">Coming soon</span>",
        ],
    );
}

#[test]
fn a_recording_that_is_gone_leaves_no_player() {
    let world = studio();
    let Some(Record::Media(mut sound)) = world.records.get(&subject("media/lake.en.mp3")).cloned() else {
        panic!("no recording");
    };
    sound.about.until = Some("2023-01-08".parse().unwrap());
    let html = page(&world.with([Record::Media(sound)]), "episode/lake-1", "en");
    holds(
        &html,
        &[
            "src=\"/media/lake.ar-aaaaaaaaaaaa.mp3\"",
            "The language spoken is العربية.",
        ],
    );
    assert!(!html.contains("lake.en-aaaaaaaaaaaa"));
}

#[test]
fn a_meeting_gives_its_documents_with_their_type_and_size() {
    let world = coalition();
    let Some(Record::Entry(mut meeting)) = world.records.get(&subject("meeting/brussels")).cloned() else {
        panic!("no meeting");
    };
    meeting.meta.meeting.as_mut().unwrap().documents = vec![subject("media/agenda.pdf"), subject("media/lost.pdf")];
    let mut agenda = of("agenda.pdf", "application/pdf");
    agenda.files = vec![MediaFile {
        hash: "d".repeat(64),
        bytes: 120_400,
        ..MediaFile::of(b"", "application/pdf", "pdf")
    }];
    agenda.about.descriptions = [(locale("en"), "Agenda of the meeting".to_owned())].into();
    let world = world.with([Record::Entry(meeting), Record::Media(agenda)]);
    let link = "<a href=\"/media/agenda-dddddddddddd.pdf\" download=\"agenda.pdf\"";
    holds(
        &page(&world, "meeting/brussels", "en"),
        &[&format!("{link}>Agenda of the meeting</a> (PDF, 120 kB)")],
    );
    holds(
        &page(&world, "meeting/brussels", "ar"),
        &[&format!(
            "{link} lang=\"en\" dir=\"ltr\">Agenda of the meeting</a> (PDF، 120 كيلوبايت)"
        )],
    );
    assert!(!page(&world, "meeting/brussels", "en").contains("lost.pdf"));
}

#[test]
fn an_episode_of_which_nothing_is_known_is_coming() {
    let bare = entry("episode/bare", "2023-01-05T10:00:00Z", &[("en", "Bare")]);
    let world = coalition().with([Record::Entry(bare)]);
    holds(
        &page(&world, "episode/bare", "en"),
        &["<h1 data-search=\"title\">Bare</h1>", "Coming soon"],
    );
}

#[test]
fn what_is_played_is_read_so_that_its_removal_is_seen() {
    let read = |name: &str| render::world::Read::Card(subject(name), locale("en"));
    let rendered = studio().render(&Route::Entry(subject("episode/lake-1"), locale("en")));
    for name in [
        "media/lake.en.mp3",
        "media/lake.ar.mp3",
        "media/lake.en.vtt",
        "media/lake.ar.vtt",
    ] {
        assert!(rendered.reads.contains(&read(name)), "{name}");
    }
}
