//! Captions and transcripts: what is read of good ones, what hostile and broken ones come to, and that there is always
//! an answer, soon.

use std::time::{Duration, Instant};

use content::cues::{self, CUE_MAX, CUES_MAX, Cue, Form, PARAGRAPH_MAX, Reading, paragraphs, to_text, to_vtt};
use proptest::prelude::*;

/// What a file comes to.
enum Comes {
    /// Refused on a line, and the reason holds these words.
    Refused(usize, &'static str),
    /// Read as these words, `speaker: words` one after another with a bar, and so many warnings.
    Read(&'static str, usize),
}

use Comes::{Read, Refused};
use Form::{Plain, Srt, Vtt};

/// What is broken or hostile, and what it comes to.
const TABLE: [(&str, Form, &str, Comes); 87] = [
    // What is no captions at all.
    ("nothing", Vtt, "", Refused(1, "WEBVTT")),
    ("nothing as SubRip", Srt, "", Refused(0, "no words")),
    ("nothing as text", Plain, "", Refused(0, "no words")),
    ("spaces", Plain, " \n\t\n \u{a0}\n", Refused(0, "no words")),
    ("only the signature", Vtt, "WEBVTT", Refused(0, "no words")),
    (
        "signature and a byte order mark",
        Vtt,
        "\u{feff}WEBVTT\n\n00:00.000 --> 00:01.000\na",
        Read("a", 0),
    ),
    (
        "two byte order marks",
        Vtt,
        "\u{feff}\u{feff}WEBVTT\n\n00:00.000 --> 00:01.000\na",
        Refused(1, "WEBVTT"),
    ),
    (
        "signature in small letters",
        Vtt,
        "webvtt\n\n00:00.000 --> 00:01.000\na",
        Refused(1, "WEBVTT"),
    ),
    (
        "signature with something grown on",
        Vtt,
        "WEBVTTX\n\n00:00.000 --> 00:01.000\na",
        Refused(1, "WEBVTT"),
    ),
    (
        "signature after an empty line",
        Vtt,
        "\nWEBVTT\n\n00:00.000 --> 00:01.000\na",
        Refused(1, "WEBVTT"),
    ),
    (
        "a title behind the signature",
        Vtt,
        "WEBVTT Film\nKind: captions\n\n00:00.000 --> 00:01.000\na",
        Read("a", 0),
    ),
    (
        "SubRip as WebVTT",
        Vtt,
        "1\n00:00:00,000 --> 00:00:01,000\na",
        Refused(1, "WEBVTT"),
    ),
    (
        "WebVTT as SubRip",
        Srt,
        "WEBVTT\n\n00:00.000 --> 00:01.000\na",
        Refused(1, "before the first time"),
    ),
    (
        "captions as text",
        Plain,
        "a\n\n00:00.000 --> 00:01.000\nb",
        Refused(3, "times"),
    ),
    ("a page", Vtt, "<!doctype html><title>x</title>", Refused(1, "WEBVTT")),
    (
        "a page as SubRip",
        Srt,
        "<!doctype html>\n<title>x</title>",
        Refused(1, "before the first time"),
    ),
    ("a number alone", Srt, "1", Refused(0, "no words")),
    ("JSON", Srt, "{\"cues\": []}", Refused(1, "before the first time")),
    // Times.
    ("an arrow alone", Vtt, "WEBVTT\n\n-->\na", Refused(3, "no time")),
    ("half a time", Vtt, "WEBVTT\n\n00:01.000 -->\na", Refused(3, "no time")),
    ("no beginning", Vtt, "WEBVTT\n\n--> 00:01.000\na", Refused(3, "no time")),
    (
        "words as times",
        Vtt,
        "WEBVTT\n\nnow --> then\na",
        Refused(3, "no time"),
    ),
    (
        "seventy seconds",
        Vtt,
        "WEBVTT\n\n00:10.000 --> 00:70.000\na",
        Refused(3, "no time"),
    ),
    (
        "ninety minutes",
        Vtt,
        "WEBVTT\n\n90:10.000 --> 91:00.000\na",
        Refused(3, "no time"),
    ),
    (
        "a thousand hours",
        Vtt,
        "WEBVTT\n\n1000:00:00.000 --> 1000:00:01.000\na",
        Refused(3, "no time"),
    ),
    (
        "a number that overflows",
        Vtt,
        "WEBVTT\n\n99999999999999999999:00 --> 1:00:00.0\na",
        Refused(3, "no time"),
    ),
    (
        "a time below zero",
        Vtt,
        "WEBVTT\n\n-00:01.000 --> 00:02.000\na",
        Refused(3, "no time"),
    ),
    (
        "Arabic digits",
        Vtt,
        "WEBVTT\n\n٠٠:٠١.٠٠٠ --> ٠٠:٠٢.٠٠٠\na",
        Refused(3, "no time"),
    ),
    (
        "microseconds",
        Vtt,
        "WEBVTT\n\n00:01.000000 --> 00:02.000000\na",
        Refused(3, "no time"),
    ),
    (
        "frames",
        Srt,
        "1\n00:00:01:12 --> 00:00:02:00\na",
        Refused(2, "no time"),
    ),
    (
        "a sign of minus as arrow",
        Srt,
        "1\n00:00:01,000 -> 00:00:02,000\na",
        Refused(2, "before the first time"),
    ),
    (
        "it ends before it begins",
        Vtt,
        "WEBVTT\n\n00:02.000 --> 00:01.000\na",
        Refused(3, "ends before"),
    ),
    (
        "it ends when it begins",
        Vtt,
        "WEBVTT\n\n00:02.000 --> 00:02.000\na",
        Refused(3, "ends before"),
    ),
    (
        "commas in WebVTT",
        Vtt,
        "WEBVTT\n\n00:01,000 --> 00:02,000\na",
        Read("a", 0),
    ),
    ("points in SubRip", Srt, "1\n0:00:01.5 --> 0:00:02\na", Read("a", 0)),
    (
        "no spaces around the arrow",
        Vtt,
        "WEBVTT\n\n00:01.000-->00:02.000\na",
        Read("a", 0),
    ),
    (
        "places behind the times",
        Vtt,
        "WEBVTT\n\n00:01.000 --> 00:02.000 line:-1 align:start\na",
        Read("a", 0),
    ),
    (
        "coordinates behind the times",
        Srt,
        "1\n00:00:01,000 --> 00:00:02,000 X1:0 X2:9\na",
        Read("a", 0),
    ),
    (
        "out of order",
        Vtt,
        "WEBVTT\n\n00:05.000 --> 00:06.000\nb\n\n00:01.000 --> 00:02.000\na",
        Read("a|b", 1),
    ),
    (
        "two at once",
        Vtt,
        "WEBVTT\n\n00:01.000 --> 00:02.000\na\n\n00:01.000 --> 00:02.000\nb",
        Read("a|b", 0),
    ),
    (
        "a second arrow",
        Vtt,
        "WEBVTT\n\n00:01.000 --> 00:02.000 --> 00:03.000\na",
        Read("a", 0),
    ),
    // Blocks.
    (
        "no empty line between",
        Vtt,
        "WEBVTT\n\n00:01.000 --> 00:02.000\na\n00:02.000 --> 00:03.000\nb",
        Read("a|b", 0),
    ),
    (
        "no empty line but numbers",
        Srt,
        "1\n0:0:1,0 --> 0:0:2,0\na\n2\n0:0:2,0 --> 0:0:3,0\nb",
        Read("a|b", 0),
    ),
    (
        "no empty line after the signature",
        Vtt,
        "WEBVTT\n00:01.000 --> 00:02.000\na",
        Read("a", 0),
    ),
    (
        "names of cues",
        Vtt,
        "WEBVTT\n\nintro <b>\n00:01.000 --> 00:02.000\na",
        Read("a", 0),
    ),
    (
        "an empty line within a cue",
        Vtt,
        "WEBVTT\n\n00:01.000 --> 00:02.000\na\n\nb",
        Read("a/b", 1),
    ),
    (
        "words first",
        Vtt,
        "WEBVTT\n\na\n\n00:01.000 --> 00:02.000\nb",
        Refused(3, "before the first time"),
    ),
    (
        "a cue without words",
        Vtt,
        "WEBVTT\n\n00:01.000 --> 00:02.000\n\n00:02.000 --> 00:03.000\nb",
        Read("b", 1),
    ),
    (
        "only cues without words",
        Vtt,
        "WEBVTT\n\n00:01.000 --> 00:02.000\n",
        Refused(0, "no words"),
    ),
    (
        "a note",
        Vtt,
        "WEBVTT\n\nNOTE by somebody\nat home\n\n00:01.000 --> 00:02.000\na",
        Read("a", 0),
    ),
    (
        "a note without an end",
        Vtt,
        "WEBVTT\n\nNOTE\n00:01.000 --> 00:02.000\na",
        Refused(0, "no words"),
    ),
    (
        "a style",
        Vtt,
        "WEBVTT\n\nSTYLE\n::cue { background: url(//evil.example) }\n\n00:01.000 --> 00:02.000\na",
        Read("a", 1),
    ),
    (
        "a region",
        Vtt,
        "WEBVTT\n\nREGION\nid:x\n\n00:01.000 --> 00:02.000\na",
        Read("a", 1),
    ),
    (
        "numbers that are left over",
        Srt,
        "1\n\n00:00:01,000 --> 00:00:02,000\na\n\n2\n",
        Read("a", 0),
    ),
    (
        "ends of lines of old machines",
        Srt,
        "1\r00:00:01,000 --> 00:00:02,000\ra\r\r",
        Read("a", 0),
    ),
    (
        "ends of lines of others",
        Srt,
        "1\r\n00:00:01,000 --> 00:00:02,000\r\na\r\nb\r\n",
        Read("a/b", 0),
    ),
    // Markup.
    (
        "a voice",
        Vtt,
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Amal>a</v>",
        Read("Amal: a", 0),
    ),
    (
        "a voice with classes",
        Vtt,
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v.loud.first Amal B>a",
        Read("Amal B: a", 0),
    ),
    (
        "a voice without a name",
        Vtt,
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v>a</v>",
        Read("a", 0),
    ),
    (
        "two voices in one cue",
        Vtt,
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>a</v>\n<v B>b",
        Read("A: a|B: b", 0),
    ),
    (
        "a voice that is markup",
        Vtt,
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v A&lt;b&gt;>a",
        Read("A<b>: a", 0),
    ),
    (
        "a voice that deceives",
        Vtt,
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v A\u{202e}\u{7}>a",
        Read("A: a", 0),
    ),
    (
        "a script",
        Vtt,
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<script>alert(1)</script>",
        Read("alert(1)", 0),
    ),
    (
        "a picture that acts",
        Vtt,
        "WEBVTT\n\n00:01.000 --> 00:02.000\na<img src=x onerror=alert(1)>",
        Read("a", 0),
    ),
    (
        "italics and rubies",
        Vtt,
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<i>a</i> <ruby>b<rt>c</rt></ruby>",
        Read("a bc", 0),
    ),
    (
        "times within",
        Vtt,
        "WEBVTT\n\n00:01.000 --> 00:02.000\na <00:01.500>b",
        Read("a b", 0),
    ),
    (
        "a tag without an end",
        Vtt,
        "WEBVTT\n\n00:01.000 --> 00:02.000\na <b c",
        Read("a <b c", 0),
    ),
    (
        "a tag over the end of a cue",
        Vtt,
        "WEBVTT\n\n00:01.000 --> 00:02.000\na <i\n\n>",
        Read("a <i/>", 1),
    ),
    (
        "signs of less",
        Vtt,
        "WEBVTT\n\n00:01.000 --> 00:02.000\n1 < 2 > 0 <3",
        Read("1 < 2 > 0 <3", 0),
    ),
    (
        "characters by name",
        Vtt,
        "WEBVTT\n\n00:01.000 --> 00:02.000\n&lt;b&gt; &amp;amp; &#65;&#x42;",
        Read("<b> &amp; AB", 0),
    ),
    (
        "characters that are none",
        Vtt,
        "WEBVTT\n\n00:01.000 --> 00:02.000\n&#0;&#xd800;&nope;&#99999999; a",
        Read("&#xd800;&nope;&#99999999; a", 0),
    ),
    (
        "a font",
        Srt,
        "1\n0:0:1,0 --> 0:0:2,0\n<font color=\"red\">a</font>{\\an8}",
        Read("a", 0),
    ),
    (
        "braces that are words",
        Srt,
        "1\n0:0:1,0 --> 0:0:2,0\n{a} b",
        Read("{a} b", 0),
    ),
    (
        "names of characters in SubRip",
        Srt,
        "1\n0:0:1,0 --> 0:0:2,0\nA&amp;B",
        Read("A&amp;B", 0),
    ),
    (
        "only markup",
        Vtt,
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<i></i>",
        Refused(0, "no words"),
    ),
    // Characters.
    (
        "an override of direction",
        Vtt,
        "WEBVTT\n\n00:01.000 --> 00:02.000\na\u{202e}b\u{202d}",
        Read("ab", 0),
    ),
    (
        "an isolate that nobody closes",
        Vtt,
        "WEBVTT\n\n00:01.000 --> 00:02.000\na\u{2067}b",
        Read("a\u{2067}b\u{2069}", 0),
    ),
    (
        "an isolate over the end of a line",
        Vtt,
        "WEBVTT\n\n00:01.000 --> 00:02.000\n\u{2066}a\nb\u{2069}",
        Read("\u{2066}a\u{2069}/b", 0),
    ),
    (
        "ends of isolates that nobody opened",
        Vtt,
        "WEBVTT\n\n00:01.000 --> 00:02.000\n\u{2069}\u{2069}a",
        Read("a", 0),
    ),
    (
        "only marks of direction",
        Vtt,
        "WEBVTT\n\n00:01.000 --> 00:02.000\n\u{200f}\u{2067}\u{2069}",
        Refused(0, "no words"),
    ),
    (
        "zeros",
        Vtt,
        "WEBVTT\n\n00:01.000 --> 00:02.000\na\0b",
        Refused(4, "zero"),
    ),
    ("UTF-16", Plain, "W\0o\0r\0d\0s\0", Refused(1, "zero")),
    (
        "separators of lines",
        Vtt,
        "WEBVTT\n\n00:01.000 --> 00:02.000\na\u{2028}b\u{85}c",
        Read("a/b/c", 0),
    ),
    ("escapes of terminals", Plain, "a\u{1b}[31mb", Read("a[31mb", 0)),
    (
        "Arabic",
        Srt,
        "1\n0:0:1,0 --> 0:0:2,0\nقال: «نعم»",
        Read("قال: «نعم»", 0),
    ),
    ("paragraphs", Plain, "a\nb\n\n\n c \n", Read("a b|c", 0)),
    ("markup as text", Plain, "<b>a</b> &amp;", Read("<b>a</b> &amp;", 0)),
];

fn told(reading: &Reading) -> String {
    let each = reading.cues.iter().map(|cue| {
        let words = cue.words.replace('\n', "/");
        match cue.speaker.as_str() {
            "" => words,
            speaker => format!("{speaker}: {words}"),
        }
    });
    each.collect::<Vec<_>>().join("|")
}

#[test]
fn what_is_broken_is_told_with_its_line_or_read_as_far_as_it_can_be() {
    for (name, form, source, comes) in &TABLE {
        match (cues::read(*form, source), comes) {
            (Ok(reading), Read(words, warnings)) => {
                assert_eq!(told(&reading), *words, "{name}");
                assert_eq!(reading.warnings.len(), *warnings, "{name}: {:?}", reading.warnings);
            }
            (Err(faults), Refused(line, reason)) => {
                let first = &faults[0];
                assert_eq!(first.line, *line, "{name}: {first:?}");
                assert!(first.message.contains(reason), "{name}: {first:?}");
                assert!(faults.iter().all(|fault| !fault.remedy.is_empty()), "{name}");
            }
            (came, _) => panic!("{name}: {came:?}"),
        }
    }
}

#[test]
fn what_is_too_much_is_told() {
    let cue = |words: &str| format!("WEBVTT\n\n00:01.000 --> 00:02.000\n{words}\n");
    assert!(cues::read(Vtt, &cue(&"ب".repeat(CUE_MAX))).is_ok());
    for words in [
        "ب".repeat(CUE_MAX + 1),
        "<b>".repeat(40_000),
        "x".repeat(900_000),
        "&lt;".repeat(3_000),
    ] {
        let faults = cues::read(Vtt, &cue(&words)).unwrap_err();
        assert_eq!((faults.len(), faults[0].line), (1, 3));
        assert!(faults[0].message.contains("more than"), "{faults:?}");
    }
    let stray = format!("{}\n\n{}", cue("a"), "b ".repeat(CUE_MAX));
    assert!(cues::read(Vtt, &stray).unwrap_err()[0].message.contains("more than"));
    let many = "1\n0:0:1,0 --> 0:0:2,0\na\n\n".repeat(CUES_MAX + 1);
    assert!(cues::read(Srt, &many).unwrap_err()[0].message.contains("more than"));
    let long = "word ".repeat(PARAGRAPH_MAX / 4);
    assert_eq!(cues::read(Plain, &format!("a\n\n{long}")).unwrap_err()[0].line, 3);
    assert!(cues::read(Plain, &"a\n\n".repeat(CUES_MAX + 1)).is_err());
    let wrong = "x --> y\na\n\n".repeat(500);
    assert_eq!(
        cues::read(Srt, &wrong).unwrap_err().len(),
        20,
        "not every fault is told"
    );
}

/// The longest that any megabyte may take on a slow and busy machine; a quadratic reader takes hours.
const SOON: Duration = Duration::from_secs(20);

#[test]
fn a_megabyte_of_anything_is_read_soon() {
    let begin = Instant::now();
    for part in [
        "<",
        "<v ",
        "&",
        "&#",
        "-->",
        "--> ",
        "\n",
        "a\n\n",
        "1\n",
        "{\\",
        "\u{2067}",
        "NOTE\n",
        "<v a>b",
        "0:0:1,0 --> 0:0:2,0\n<",
    ] {
        let many = part.repeat(1_000_000 / part.len());
        for form in [Vtt, Srt, Plain] {
            let _ = cues::read(form, &many);
            let _ = cues::read(form, &format!("WEBVTT\n\n0:0:1.0 --> 0:0:2.0\n{many}"));
        }
    }
    assert!(begin.elapsed() < SOON, "{:?}", begin.elapsed());
}

fn timed(from: u64, until: u64, speaker: &str, words: &str) -> Cue {
    Cue {
        span: Some((from, until)),
        speaker: speaker.to_owned(),
        words: words.to_owned(),
    }
}

#[test]
fn players_are_given_one_form() {
    let reading = cues::read(Srt, "7\n1:00:01,5 --> 1:00:02,000\n<i>a > b</i>\n&c\n").unwrap();
    assert_eq!(
        to_vtt(&reading.cues),
        "WEBVTT\n\n01:00:01.500 --> 01:00:02.000\na &gt; b\n&amp;c\n"
    );
    let voiced = cues::read(Vtt, "WEBVTT\n\n00:01.000 --> 00:02.000 align:end\n<v الصوت>نعم").unwrap();
    assert!(to_vtt(&voiced.cues).ends_with("\n00:00:01.000 --> 00:00:02.000\n<v الصوت>نعم</v>\n"));
}

#[test]
fn a_transcript_has_a_paragraph_for_each_turn_of_speech() {
    let cues = [
        timed(0, 2_000, "A", "One,\ntwo."),
        timed(2_100, 3_000, "A", "Three."),
        timed(3_100, 4_000, "B", "Four."),
        timed(9_000, 9_500, "B", "After a rest."),
        timed(10_000, 11_000, "B", "A new chapter."),
    ];
    let found = paragraphs(&cues, &[0, 10_000]);
    let words: Vec<&str> = found.iter().map(|paragraph| paragraph.words.as_str()).collect();
    assert_eq!(words, ["One, two. Three.", "Four.", "After a rest.", "A new chapter."]);
    assert_eq!(found[1].from, Some(3_100));
    assert_eq!(
        to_text(&cues),
        "A: One, two. Three.\n\nB: Four.\n\nAfter a rest. A new chapter.\n"
    );
}

#[test]
fn a_long_speech_is_divided_where_a_sentence_ends() {
    let cues: Vec<Cue> = (0..60_u64)
        .map(|number| {
            timed(
                number * 1_000,
                number * 1_000 + 900,
                "A",
                "Twenty-nine letters and a dot.",
            )
        })
        .collect();
    let found = paragraphs(&cues, &[]);
    assert!(
        found.len() > 1
            && found
                .iter()
                .all(|paragraph| paragraph.words.len() < 1_000 && paragraph.words.ends_with('.'))
    );
}

/// Pieces of which captions and what looks like them are made.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("WEBVTT\n\n".to_owned()),
        Just("\n\n".to_owned()),
        Just("\n".to_owned()),
        Just("00:01.000 --> 00:02.000\n".to_owned()),
        Just("00:00:03,5 --> 01:00:00,000 align:end\n".to_owned()),
        Just("-->".to_owned()),
        Just("<v Amal>".to_owned()),
        Just("</v>".to_owned()),
        Just("&lt;".to_owned()),
        Just("<i>".to_owned()),
        Just("\u{2067}".to_owned()),
        Just("\u{2069}".to_owned()),
        Just("\u{202e}".to_owned()),
        "[0-9:.,]{1,12}",
        "\\PC{0,12}",
        any::<char>().prop_map(|letter| letter.to_string()),
    ]
}

fn form() -> impl Strategy<Value = Form> {
    prop_oneof![Just(Vtt), Just(Srt), Just(Plain)]
}

proptest! {
    #[test]
    fn whatever_comes_in_what_goes_out_is_well_formed(
        form in form(),
        signed in any::<bool>(),
        pieces in proptest::collection::vec(piece(), 0..40),
    ) {
        let head = if signed { "WEBVTT\n\n" } else { "" };
        let Ok(reading) = cues::read(form, &format!("{head}{}", pieces.concat())) else {
            return Ok(());
        };
        prop_assert!(!reading.cues.is_empty());
        prop_assert!(reading.cues.is_sorted_by_key(|cue| cue.span.map(|(from, _)| from)));
        for cue in &reading.cues {
            prop_assert_eq!(content::sanitise::hidden_character(&cue.words), None);
            prop_assert!(cue.words.lines().all(|line| !line.trim().is_empty()));
            for line in cue.words.lines().chain([cue.speaker.as_str()]) {
                let opened = line.matches(['\u{2066}', '\u{2067}', '\u{2068}']).count();
                prop_assert_eq!(opened, line.matches('\u{2069}').count());
            }
        }
        if form != Plain {
            let vtt = to_vtt(&reading.cues);
            let again = cues::read(Vtt, &vtt);
            prop_assert_eq!(again.as_ref().map(|again| &again.cues), Ok(&reading.cues), "{}", vtt);
            prop_assert!(again.is_ok_and(|again| again.warnings.is_empty()));
        }
        let spoken: usize = paragraphs(&reading.cues, &[1_000, 2_000]).iter().map(|paragraph| paragraph.words.len()).sum();
        let whole: usize = reading.cues.iter().map(|cue| cue.words.len()).sum();
        prop_assert!(spoken >= whole, "words were lost");
    }

    #[test]
    fn a_good_file_cut_anywhere_has_an_answer(at in 0usize..400) {
        let whole = "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.500\n<v First voice>Words &amp; more.</v>\n\n".repeat(5);
        let cut: String = whole.chars().take(at).collect();
        if let Err(faults) = cues::read(Vtt, &cut) {
            prop_assert!(!faults.is_empty());
        }
    }
}
