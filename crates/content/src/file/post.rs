//! Reading a post's file: who says it, who passes it on, what it quotes.

use language::Locale;

use super::fields::{Fields, LINE_MAX, SUMMARY_MAX};
use super::problem::Problems;
use crate::instant::Instant;
use crate::record::{Post, Quoted, Voice, Withdrawal};
use crate::sanitise::clean_words;
use crate::subject::{Noun, Subject};

/// The longest post, in characters.
pub(super) const POST_MAX: usize = 10_000;

const KNOWN: [&str; 10] = [
    "at",
    "language",
    "words",
    "address",
    "part",
    "speaker",
    "passed_on_by",
    "quotes",
    "removed",
    "notice",
];

pub(super) fn read(subject: Subject, source: &str, problems: &mut Problems) -> Option<Post> {
    let mut fields = Fields::parse(source, 1, problems)?;
    for (name, remedy) in [
        ("at", "write at = 2022-11-24T09:00:00Z"),
        ("language", "write language = \"en\""),
        ("words", "write words = \"…\""),
        ("speaker", "write [speaker] and below it name = \"…\""),
    ] {
        if !fields.has(name) {
            fields.problem(name, problems, "it is missing", remedy);
        }
    }
    let at = fields.instant("at", problems);
    let language = fields.locale("language", problems);
    let words = words(&mut fields, problems);
    let address = fields.address("address", problems);
    let part = part(&mut fields, problems);
    let speaker = fields.table("speaker", problems).map(|table| voice(table, problems));
    let passed_on_by = fields
        .table("passed_on_by", problems)
        .map(|table| voice(table, problems));
    let quotes = fields
        .table("quotes", problems)
        .and_then(|table| quoted(table, problems));
    let removed_at = fields.instant("removed", problems);
    let notice = fields.words("notice", SUMMARY_MAX, problems).unwrap_or_default();
    fields.end(&KNOWN, problems);
    let removed = removed_at.map(|at: Instant| Withdrawal {
        at,
        actor: "moderators".to_owned(),
        notice,
    });
    Some(Post {
        subject,
        at: at?,
        language: language?,
        speaker: speaker?,
        passed_on_by,
        words,
        part,
        quotes,
        address,
        removed,
    })
}

fn words(fields: &mut Fields<'_>, problems: &mut Problems) -> String {
    let given = fields.has("words");
    let words = clean_words(fields.prose("words", POST_MAX, problems).unwrap_or_default().trim());
    if given && words.is_empty() && problems.is_empty() {
        fields.problem("words", problems, "they are empty", "write words = \"…\"");
    }
    words
}

fn part(fields: &mut Fields<'_>, problems: &mut Problems) -> Option<(u32, u32)> {
    if !fields.has("part") {
        return None;
    }
    let numbers = fields.numbers("part");
    match numbers.as_deref() {
        Some([number, of]) if (1..=100).contains(number) && (2..=100).contains(of) && number <= of => {
            Some((u32::try_from(*number).ok()?, u32::try_from(*of).ok()?))
        }
        _ => {
            fields.problem(
                "part",
                problems,
                "this is not a part of a whole",
                "write part = [1, 2] for the first of two",
            );
            None
        }
    }
}

fn voice(mut table: Fields<'_>, problems: &mut Problems) -> Voice {
    let voice = Voice {
        name: clean_words(&table.needed("name", LINE_MAX, problems)),
        handle: table
            .words("handle", LINE_MAX, problems)
            .unwrap_or_default()
            .trim_start_matches('@')
            .to_owned(),
        network: table.words("network", LINE_MAX, problems).unwrap_or_default(),
        member: table.key("member", Noun::Member, problems),
    };
    table.end(&["name", "handle", "network", "member"], problems);
    voice
}

fn quoted(mut table: Fields<'_>, problems: &mut Problems) -> Option<Quoted> {
    let language: Option<Locale> = table.locale("language", problems);
    let words = clean_words(table.prose("words", POST_MAX, problems).unwrap_or_default().trim());
    let speaker = table.table("speaker", problems).map(|speaker| voice(speaker, problems));
    for (name, given) in [
        ("language", language.is_some()),
        ("words", !words.is_empty()),
        ("speaker", speaker.is_some()),
    ] {
        if !given {
            table.problem(
                name,
                problems,
                "it is missing",
                "a quotation has language, words and [quotes.speaker]",
            );
        }
    }
    table.end(&["language", "words", "speaker"], problems);
    Some(Quoted {
        speaker: speaker?,
        language: language?,
        words,
    })
}
