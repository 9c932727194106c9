//! Content files: what is read is written back the same, and every broken file is told with line, field and remedy.

#![cfg(test)]

mod broken;
mod cues;
mod media;
mod round_trip;

use content::file::{self, EntryFile, Parsed, Problem, parse_body, write_body};
use content::matching::identify;
use content::{Body, Content, Inline};

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

> [!box] In *short*
>
> Three meetings^[In Brussels, *Rome* and Marrakech.].

| {credits} | name | office | member | as of |
| --- | --- | --- | --- | --- |
| Chair | | Minister | [Italy](member/italy) | 2021-06-28 |

| {chapters} | title |
| --- | --- |
| 1:20 | How it began |

{post/jit}

{video/bridge}

{stories}
"#;

fn entry(path: &str, source: &str) -> EntryFile {
    match file::read(path, source.as_bytes()) {
        Ok(Parsed::Entry(entry)) => *entry,
        other => panic!("{other:?}"),
    }
}

pub(crate) fn problems(path: &str, source: &str) -> Vec<Problem> {
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
            "box",
            "credits",
            "chapters",
            "post",
            "recording",
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

#[test]
fn what_is_particular_to_a_kind_is_written_as_it_is_read() {
    let heads = [
        ("groups", "group = { form = \"focus\", leads = [\"italy\"] }"),
        (
            "meetings",
            "meeting = { from = 2022-11-24, until = 2022-11-25, opens = 10:00:00, closes = 17:30:00, zone = \"Asia/Dubai\", hosts = [\"italy\"], outcome = \"statement/rome\", documents = [\"agenda.pdf\"] }",
        ),
        (
            "campaigns",
            "campaign = { palette = \"river\", hashtags = [\"Mosul\", \"الموصل\"] }",
        ),
        (
            "episodes",
            "episode = { series = \"terror\", season = 1, number = 9, audio = { en = \"nine.mp3\" }, transcripts = { ar = \"nine.vtt\" } }",
        ),
        (
            "videos",
            "video = { files = { en = \"bridge.mp4\" }, captions = { fr = \"bridge.vtt\" }, address = \"https://a.example/\" }",
        ),
        (
            "members",
            "membership = { flag = \"🇮🇹\", region = \"europe\", press = \"mailto:a@b.example\" }",
        ),
        (
            "statements",
            "release = { zone = \"Africa/Casablanca\", authentic = [\"en\", \"fr\"], issued = [\"morocco\"], associated = [\"italy\"], reference = \"2022/1\" }",
        ),
    ];
    for (folder, head) in heads {
        let path = format!("{folder}/a.en.md");
        let read = entry(&path, &format!("+++\ntitle = \"x\"\nslug = \"x\"\n{head}\n+++\n"));
        let written = file::export::write_entry(&file::export::EntryExport {
            text: &read.text,
            source: true,
            pins: None,
            revision: &read.text.hash(),
            publication: read.publication.clone(),
            former: &[],
            meta: read.meta.as_ref(),
        });
        assert!(written.contains(head), "{written}");
        assert_eq!(entry(&path, &written).meta, read.meta);
    }
}

#[test]
fn a_footnote_is_read_at_its_place_however_it_is_written() {
    let both = ["Three^[In Rome.] met.", "Three[^a] met.\n\n[^a]: In Rome."];
    let bodies = both.map(|source| {
        let mut problems = file::Problems::new("x.md");
        let (body, _) = parse_body(source, 1, &mut problems);
        assert!(problems.is_empty(), "{:?}", problems.into_vec());
        body
    });
    assert_eq!(bodies[0], bodies[1]);
    assert_eq!(bodies[0].blocks.len(), 1);
    assert_eq!(bodies[0].blocks[0].words(), "Three (In Rome.) met.");
}
