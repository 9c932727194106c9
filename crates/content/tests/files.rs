//! Content files: what is read is written back the same, and every broken file is told with line, field and remedy.

#![cfg(test)]

use content::file::{self, EntryFile, Parsed, Problem, parse_body, write_body};
use content::matching::identify;
use content::{Body, Content, Inline, Subject};
use proptest::prelude::*;

const ROME: &str = r#"+++
title = "Ministers met in Rome"
summary = "Eighty-three members agreed."
slug = "rome-2021"
dateline = "ROME"
publish = 2021-06-28T16:00:00Z
tags = ["ministers"]
members = ["italy", "united-states"]
+++
<!-- #k3f9q2ab -->
The ministers met in *Rome*, hosted by [Italy](member/italy): {fact/members}.

## What they said

- One **strong** word
- [كلمة](lang:ar) and
  1. first
  2. second

> A quotation.
>
> In two paragraphs.

| Place | Year |
| --- | --- |
| Rome | 2021 |

![A bridge](media/bridge.png "The new bridge")

{post/jit}

{stories}
"#;

fn entry(path: &str, source: &str) -> EntryFile {
    match file::read(path, source.as_bytes()) {
        Ok(Parsed::Entry(entry)) => *entry,
        other => panic!("{other:?}"),
    }
}

fn problems(path: &str, source: &str) -> Vec<Problem> {
    file::read(path, source.as_bytes()).expect_err("the file is broken")
}

#[test]
fn a_story_is_read_block_by_block() {
    let story = entry("stories/rome-2021.en.md", ROME);
    assert_eq!(story.subject.as_str(), "story/rome-2021");
    assert_eq!(story.text.dateline, "ROME");
    assert_eq!(story.meta.as_ref().unwrap().members.len(), 2);
    let kinds: Vec<&str> = story
        .text
        .body
        .blocks
        .iter()
        .map(|block| block.content.kind())
        .collect();
    assert_eq!(
        kinds,
        [
            "paragraph",
            "heading 2",
            "list",
            "quote",
            "table",
            "figure",
            "post",
            "place"
        ]
    );
    assert_eq!(story.marks[0].id.as_deref(), Some("k3f9q2ab"));
    assert_eq!(story.marks[1].id, None);
    let Content::Paragraph(runs) = &story.text.body.blocks[0].content else {
        panic!()
    };
    assert!(
        runs.iter()
            .any(|run| matches!(run, Inline::Fact(fact) if fact.as_str() == "fact/members"))
    );
}

#[test]
fn a_body_is_written_as_it_is_read() {
    let mut story = entry("stories/rome-2021.en.md", ROME);
    identify(&story.subject, &mut story.text.body, None);
    assert_eq!(reread(&story.text.body), story.text.body);
}

fn reread(body: &Body) -> Body {
    let written = write_body(body, None);
    let mut problems = file::Problems::new("again.md");
    let (again, _) = parse_body(&written, 1, &mut problems);
    assert!(problems.is_empty(), "{:?}\n{written}", problems.into_vec());
    again
}

/// Each broken file, what its problem must name: line, field, and a word of the message.
const BROKEN: &[(&str, &str, usize, &str, &str)] = &[
    ("stories/a.en.md", "title = \"x\"\n", 1, "", "+++"),
    ("stories/a.en.md", "+++\ntitle = \"x\"\n", 1, "", "does not end"),
    ("stories/a.en.md", "+++\ntitle = x\n+++\n", 2, "", "TOML"),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\ntitle = \"y\"\nslug = \"a\"\n+++\n",
        3,
        "",
        "TOML",
    ),
    ("stories/a.en.md", "+++\nslug = \"a\"\n+++\n", 2, "title", "missing"),
    (
        "stories/a.en.md",
        "+++\ntitle = \"\"\nslug = \"a\"\n+++\n",
        2,
        "title",
        "empty",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = 5\nslug = \"a\"\n+++\n",
        2,
        "title",
        "number",
    ),
    ("stories/a.en.md", "+++\ntitle = \"x\"\n+++\n", 2, "slug", "missing"),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"A b\"\n+++\n",
        3,
        "slug",
        "characters",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"2021\"\n+++\n",
        3,
        "slug",
        "years",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"older\"\n+++\n",
        3,
        "slug",
        "list",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a/../b\"\n+++\n",
        3,
        "slug",
        "characters",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\nformer = [\"B!\"]\n+++\n",
        4,
        "former",
        "characters",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\nsumary = \"x\"\n+++\n",
        4,
        "sumary",
        "no such field",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\npublish = \"soon\"\n+++\n",
        4,
        "publish",
        "instant",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\npublish = 2021-06-28\n+++\n",
        4,
        "publish",
        "instant",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\nuntil = 2021-06-28T00:00:00Z\n+++\n",
        4,
        "until",
        "publication",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\npublish = 2021-06-28T00:00:00Z\nuntil = 2021-06-28T00:00:00Z\n+++\n",
        5,
        "until",
        "after",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\nwithdrawn = 2021-06-28T00:00:00Z\n+++\n",
        4,
        "withdrawn",
        "publication",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\npublish = 2021-06-28T00:00:00Z\nnotice = \"x\"\n+++\n",
        5,
        "notice",
        "withdrawn",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\ntags = \"one\"\n+++\n",
        4,
        "tags",
        "text",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\ntags = [\"One\"]\n+++\n",
        4,
        "tags",
        "key",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\ntags = [\"a\", \"a\"]\n+++\n",
        4,
        "tags",
        "twice",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\nofficial = \"x\"\n+++\n",
        4,
        "official",
        "has no",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\nperiod = { from = 2021-01-01, until = 2021-02-01 }\n+++\n",
        4,
        "period",
        "has no",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\nagency = \"WAM\"\n+++\n",
        4,
        "agency",
        "text",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\nagency = { address = \"https://a.example/\" }\n+++\n",
        4,
        "agency.name",
        "missing",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\nagency = { name = \"W\", address = \"javascript:x\" }\n+++\n",
        4,
        "agency.address",
        "web address",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\nsource = \"yes\"\n+++\n",
        4,
        "source",
        "text",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\nrevision = \"zz\"\n+++\n",
        4,
        "revision",
        "revision",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\n[of]\nbody = \"x\"\n+++\n",
        5,
        "of.body",
        "no such field",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"a\u{202e}b\"\nslug = \"a\"\n+++\n",
        2,
        "title",
        "hidden",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\n+++\nHello\u{202e}\n",
        5,
        "",
        "hidden",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\n+++\n\n# Too high\n",
        6,
        "",
        "level 1",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\n+++\n<script>alert(1)</script>\n",
        5,
        "",
        "HTML",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\n+++\nHello <b>you</b>\n",
        5,
        "",
        "HTML",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\n+++\n```\ncode\n```\n",
        5,
        "",
        "code",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\n+++\n[x](javascript:alert(1))\n",
        5,
        "",
        "link",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\n+++\n[x](/en/stories/b/)\n",
        5,
        "",
        "link",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\n+++\n![](media/a.png)\n",
        5,
        "",
        "description",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\n+++\n![x](https://evil.example/x.png)\n",
        5,
        "",
        "picture",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\n+++\nwords ![x](media/a.png)\n",
        5,
        "",
        "within a line",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\n+++\n<!-- #aa11 -->\n",
        5,
        "",
        "no block",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\n+++\n<!-- #aa11 -->\none\n\n<!-- #aa11 -->\ntwo\n",
        8,
        "",
        "two blocks",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\n+++\n<!-- #aa11 of nothing -->\none\n",
        5,
        "",
        "identity",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\n+++\n<!-- #A! -->\none\n",
        5,
        "",
        "identity",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\n+++\n{fact/NoSuch}\n",
        5,
        "",
        "fact",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\n+++\n- one\n\n  two\n",
        7,
        "",
        "item",
    ),
    (
        "stories/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\n+++\n> # x\n",
        5,
        "",
        "quotation",
    ),
    (
        "pages/home.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\n+++\n",
        3,
        "slug",
        "home page",
    ),
    (
        "announcements/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\nperiod = { from = 2021-02-01, until = 2021-01-01 }\n+++\n",
        4,
        "period",
        "before it begins",
    ),
    (
        "announcements/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\nperiod = { from = 2021-02-01 }\n+++\n",
        4,
        "period.until",
        "missing",
    ),
    (
        "members/iraq.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\nmembership = { standing = \"half\" }\n+++\n",
        4,
        "membership.standing",
        "choices",
    ),
    (
        "members/iraq.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\nmembership = { joined = 2020-01-01, left = 2019-01-01 }\n+++\n",
        4,
        "membership.left",
        "after",
    ),
    (
        "members/iraq.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\nmembership = { flags = \"x\" }\n+++\n",
        4,
        "membership.flags",
        "no such field",
    ),
    (
        "efforts/a.en.md",
        "+++\ntitle = \"x\"\nslug = \"a\"\norder = \"first\"\n+++\n",
        4,
        "order",
        "text",
    ),
    ("tags/a.toml", "names = \"x\"\n", 1, "name", "missing"),
    ("tags/a.toml", "[name]\nxyzzyx = \"x\"\n", 2, "name.xyzzyx", "language"),
    (
        "facts/a.toml",
        "as_of = 2023-01-01\n[noun.en]\none = \"# m\"\nother = \"# ms\"\n",
        1,
        "value",
        "missing",
    ),
    (
        "facts/a.toml",
        "value = -1\nas_of = 2023-01-01\n[noun.en]\none = \"# m\"\nother = \"# ms\"\n",
        1,
        "value",
        "below zero",
    ),
    (
        "facts/a.toml",
        "value = 1\nas_of = 2023-13-01\n[noun.en]\none = \"# m\"\nother = \"# ms\"\n",
        2,
        "",
        "TOML",
    ),
    (
        "facts/a.toml",
        "value = 1\nas_of = 2023-01-01\n[noun.en]\none = \"# m\"\n",
        3,
        "noun.en.other",
        "missing",
    ),
    (
        "facts/a.toml",
        "value = 1\nas_of = 2023-01-01\n[noun.en]\none = \"# m\"\nother = \"members\"\n",
        5,
        "noun.en.other",
        "number",
    ),
    (
        "facts/a.toml",
        "value = 1\nas_of = 2023-01-01\n[noun.ar]\nother = \"# x\"\n",
        3,
        "noun.ar.zero",
        "missing",
    ),
    (
        "posts/a.toml",
        "language = \"en\"\nwords = \"x\"\n[speaker]\nname = \"A\"\n",
        1,
        "at",
        "missing",
    ),
    (
        "posts/a.toml",
        "at = 2022-01-01T00:00:00Z\nlanguage = \"en\"\nwords = \"x\"\n",
        1,
        "speaker",
        "missing",
    ),
    (
        "posts/a.toml",
        "at = 2022-01-01T00:00:00Z\nlanguage = \"en\"\nwords = \" \"\n[speaker]\nname = \"A\"\n",
        3,
        "words",
        "empty",
    ),
    (
        "posts/a.toml",
        "at = 2022-01-01T00:00:00Z\nlanguage = \"en\"\nwords = \"x\"\npart = [2, 1]\n[speaker]\nname = \"A\"\n",
        4,
        "part",
        "part",
    ),
    (
        "posts/a.toml",
        "at = 2022-01-01T00:00:00Z\nlanguage = \"en\"\nwords = \"x\"\naddress = \"ftp://x\"\n[speaker]\nname = \"A\"\n",
        4,
        "address",
        "web address",
    ),
    (
        "posts/a.toml",
        "at = 2022-01-01T00:00:00Z\nlanguage = \"en\"\nwords = \"x\"\n[speaker]\nhandle = \"A\"\n",
        4,
        "speaker.name",
        "missing",
    ),
    (
        "posts/a.toml",
        "at = 2022-01-01T00:00:00Z\nlanguage = \"en\"\nwords = \"x\"\n[speaker]\nname = \"A\"\n[quotes]\nwords = \"y\"\n",
        6,
        "quotes.speaker",
        "missing",
    ),
    ("site.toml", "[name]\nen = \"x\"\n", 1, "locales", "missing"),
    (
        "site.toml",
        "locales = [\"en\", \"en\"]\n[name]\nen = \"x\"\n",
        1,
        "locales",
        "twice",
    ),
    (
        "site.toml",
        "locales = [\"en\", \"fr\"]\n[name]\nen = \"x\"\n",
        2,
        "name",
        "no name in fr",
    ),
    (
        "site.toml",
        "locales = [\"en\"]\nmissing = \"maybe\"\n[name]\nen = \"x\"\n",
        2,
        "missing",
        "choices",
    ),
    ("novels/a.en.md", "", 0, "", "no kind"),
    ("a.en.md", "", 0, "", "no folder"),
    ("stories/a.md", "", 0, "", "language"),
    ("stories/A.en.md", "", 0, "", "key"),
    ("stories/a.xyzzyxyzzy.md", "", 0, "", ""),
    ("tags/a.md", "", 0, "", "TOML file"),
    ("media/a.png", "not a picture", 0, "", "PNG"),
];

#[test]
fn every_broken_file_is_told_with_line_field_and_remedy() {
    assert!(BROKEN.len() >= 60, "{}", BROKEN.len());
    for (path, source, line, field, word) in BROKEN {
        let found = problems(path, source);
        let named = found.iter().any(|problem| {
            problem.file == *path && problem.line == *line && problem.field == *field && problem.message.contains(word)
        });
        assert!(named, "{path}\n{source}\n{found:#?}");
        assert!(found.iter().all(|problem| !problem.remedy.is_empty()), "{found:?}");
    }
}

#[test]
fn all_problems_of_a_file_are_told_at_once() {
    let found = problems(
        "stories/a.en.md",
        "+++\ntitle = 5\nslug = \"A\"\nfoo = 1\n+++\n# x\n\n<b>\n",
    );
    assert_eq!(found.len(), 5, "{found:#?}");
    assert!(found.windows(2).all(|pair| pair[0].line <= pair[1].line));
}

#[test]
fn text_that_is_not_utf8_names_its_line() {
    let found = file::read("tags/a.toml", b"[name]\nen = \"\xff\"\n").unwrap_err();
    assert_eq!(found[0].line, 2);
}

#[test]
fn a_picture_knows_its_size() {
    let mut gif = b"GIF89a".to_vec();
    gif.extend([64, 1, 180, 0, 0, 0, 0]);
    let Ok(Parsed::Media(media, _)) = file::read("media/a.gif", &gif) else {
        panic!()
    };
    assert_eq!(
        (media.width, media.height, media.content_type.as_str()),
        (320, 180, "image/gif")
    );
    assert!(
        file::read("media/a.png", &gif).unwrap_err()[0]
            .message
            .contains("image/gif")
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if std::env::var_os("CI").is_some() { 2_000 } else { 500 }))]

    /// Whatever CommonMark someone writes: what is understood of it is written so that it reads the same again.
    #[test]
    fn what_was_read_is_written_so_that_it_reads_the_same(source in markdown()) {
        let mut problems = file::Problems::new("x.md");
        let (mut body, _) = parse_body(&source, 1, &mut problems);
        prop_assume!(problems.is_empty());
        let subject: Subject = "story/x".parse().unwrap();
        identify(&subject, &mut body, None);
        let written = write_body(&body, None);
        let mut again_problems = file::Problems::new("y.md");
        let (again, _) = parse_body(&written, 1, &mut again_problems);
        prop_assert_eq!(&again, &body, "\n{}\n{}", source, written);
    }

    /// No bytes make the reader panic.
    #[test]
    fn no_bytes_make_the_reader_panic(
        bytes in proptest::collection::vec(any::<u8>(), 0..400),
        path in prop_oneof!["stories/a.en.md", "facts/a.toml", "posts/a.toml", "media/a.png", "site.toml", "[a-z/.]{0,20}"],
    ) {
        let _ = file::read(&path, &bytes);
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "\\PC{0,200}", body in markdown()) {
        let _ = file::read("stories/a.en.md", format!("+++\n{text}\n+++\n{body}").as_bytes());
        let _ = file::read("stories/a.en.md", format!("+++\ntitle = \"x\"\nslug = \"x\"\n+++\n{body}").as_bytes());
    }
}

/// Text of the marks that CommonMark gives a meaning, with words between them.
fn markdown() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-zé]{1,6}",
        2 => Just(" ".to_owned()),
        1 => Just("كلمة".to_owned()),
        1 => Just("\n".to_owned()),
        1 => Just("\n\n".to_owned()),
        3 => prop_oneof![
            Just("*"), Just("**"), Just("_"), Just("`"), Just("["), Just("](https://a.example/b_c)"), Just("](member/italy)"),
            Just("](lang:ar)"), Just("\n- "), Just("\n  - "), Just("\n1. "), Just("\n> "), Just("\n## "), Just("\n#"), Just("\\"),
            Just("!"), Just("&amp;"), Just("&"), Just("<"), Just(">"), Just("{fact/members}"), Just("{"), Just("|"),
            Just("\n| a | b |\n| --- | --- |\n| c | *d* |\n\n"), Just("\n---\n"), Just("1)"), Just("+"), Just("="), Just("#"), Just("~"),
            Just("  \n"), Just("\\\n"), Just("![x](media/a.png \"b\")"), Just("\n\n{stories}\n\n"), Just("http://x.example"), Just(":"),
        ].prop_map(str::to_owned),
    ];
    proptest::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}
