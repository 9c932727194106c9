//! Whatever is written in a file: what is understood of it survives writing and reading, and nothing panics.

use content::Subject;
use content::file::{self, parse_body, write_body};
use content::matching::identify;
use proptest::prelude::*;

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
            Just("^["), Just("]"), Just("[^a]"), Just("\n[^a]: "), Just("\n> [!box] "), Just("\n>\n> "),
            Just("\n| {credits} | b | c |\n| --- | --- | --- |\n| d | *e* | f |\n\n"), Just("\n| {seasons} | b |\n| --- | --- |\n| 1 | c |\n\n"),
            Just("  \n"), Just("\\\n"), Just("![x](media/a.png \"b\")"), Just("\n\n{stories}\n\n"), Just("http://x.example"), Just(":"),
        ].prop_map(str::to_owned),
    ];
    proptest::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}
