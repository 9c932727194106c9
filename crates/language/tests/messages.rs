//! The messages of one language: filling them, what is refused, fingerprints.

#![cfg(test)]

use language::{Arguments, Catalogue, CatalogueFault, CatalogueProblem, Locale, group_of};
use proptest::prelude::*;

fn parse(tag: &str, source: &str) -> Result<Catalogue, Vec<CatalogueProblem>> {
    Catalogue::parse(Locale::parse(tag).unwrap(), "words.ftl", source)
}

fn catalogue(tag: &str, source: &str) -> Catalogue {
    parse(tag, source).unwrap_or_else(|problems| panic!("{}", problems[0]))
}

/// Line and fault of the only problem.
fn problem(source: &str) -> (usize, CatalogueFault) {
    let problems = parse("en", source).expect_err("should be refused");
    assert_eq!(problems.len(), 1, "{problems:?}");
    (problems[0].line, problems[0].fault.clone())
}

const MEMBERS: &str = "\
list-count = { $count ->
    [zero] لا أعضاء
    [one] عضو واحد
    [two] عضوان
    [few] { $count } أعضاء
    [many] { $count } عضوًا
   *[other] { $count } عضو
}
";

#[test]
fn a_catalogue_is_shared_by_threads() {
    fn shared<T: Send + Sync>(_: &T) {}
    shared(&catalogue("ar", MEMBERS));
}

#[test]
fn a_number_chooses_its_plural_form() {
    let arabic = catalogue("ar", MEMBERS);
    let members = |count| {
        arabic
            .format("list-count", &Arguments::new().number("count", count))
            .unwrap()
    };
    let counted = [0, 1, 2, 3, 85, 100, 1003].map(members);
    assert_eq!(
        counted,
        [
            "لا أعضاء",
            "عضو واحد",
            "عضوان",
            "3 أعضاء",
            "85 عضوًا",
            "100 عضو",
            "1,003 أعضاء"
        ]
    );
}

#[test]
fn an_exact_number_goes_before_the_form_behind_it() {
    let english = catalogue(
        "en",
        "list-count = { $count ->\n [0] none\n [one] one\n *[other] { $count } in all\n}\n",
    );
    let count = |count| {
        english
            .format("list-count", &Arguments::new().number("count", count))
            .unwrap()
    };
    assert_eq!([0, 1, 1200].map(count), ["none", "one", "1,200 in all"]);
}

#[test]
fn words_choose_among_words() {
    let english = catalogue(
        "en",
        "wall-by = { $kind ->\n [video] A film\n [one] The one\n *[post] A post\n} by { $name }\n",
    );
    let by = |kind: &str| {
        english
            .format("wall-by", &Arguments::new().text("kind", kind).text("name", "Chad"))
            .unwrap()
    };
    assert_eq!(
        ["video", "one", "post", "song"].map(by),
        ["A film by Chad", "The one by Chad", "A post by Chad", "A post by Chad"]
    );
}

#[test]
fn values_stand_without_isolation_marks() {
    let arabic = catalogue("ar", "wall-by = أعاد النشر: { $name }\n");
    let text = arabic
        .format("wall-by", &Arguments::new().text("name", "Niger"))
        .unwrap();
    assert_eq!(text, "أعاد النشر: Niger");
}

#[test]
fn a_value_that_was_not_given_is_named() {
    let english = catalogue("en", "wall-by = By { $name }{ $n ->\n [one] !\n *[other] ?\n}\n");
    assert_eq!(english.format("wall-by", &Arguments::new()).unwrap(), "By {$name}?");
}

#[test]
fn a_message_without_arguments_is_plain() {
    let source = "-site-name = The Coalition\nsite-title = { -site-name }: { site-home }\nsite-home = Home{\" \"}page\n\
                  site-by = { $name }\n";
    let english = catalogue("en", source);
    assert_eq!(english.plain("site-title"), Some("The Coalition: Home page"));
    assert_eq!(
        english.format("site-title", &Arguments::new()).as_deref(),
        Some("The Coalition: Home page")
    );
    assert_eq!(english.plain("site-by"), None);
    assert_eq!(
        (
            english.plain("site-absent"),
            english.format("site-absent", &Arguments::new())
        ),
        (None, None)
    );
    assert_eq!(english.plain("-site-name"), None, "terms are not messages");
}

#[test]
fn keys_are_known_by_group() {
    let english = catalogue("en", "wall-b = B\n-term-t = T\nlist-older = Older\nwall-a = A\n");
    assert_eq!(english.keys().collect::<Vec<_>>(), ["list-older", "wall-a", "wall-b"]);
    assert_eq!(english.groups().collect::<Vec<_>>(), ["list", "term", "wall"]);
    assert_eq!(
        ["list-older", "-site-name", "plain"].map(group_of),
        ["list", "site", "plain"]
    );
}

#[test]
fn line_ends_and_byte_order_mark_of_any_system_are_read() {
    let english = catalogue("en", "\u{feff}site-home =\r\n    Home\r\n    page\r\n");
    assert_eq!(english.plain("site-home"), Some("Home\npage"));
}

#[test]
fn a_fingerprint_follows_the_words_of_its_group_alone() {
    let before = catalogue("en", "# Note\nlist-a = A\nlist-b = B\nwall-a = A\n");
    let commented = catalogue("en", "list-b =   B\n\nwall-a = Another\n# Another note\nlist-a = A\n");
    assert_eq!(before.fingerprint("list"), commented.fingerprint("list"));
    assert_ne!(before.fingerprint("wall"), commented.fingerprint("wall"));
    for changed in [
        "list-a = A\nlist-b = C\n",
        "list-a = A\n",
        "list-a = A\nlist-b = B\n-list-c = C\n",
    ] {
        assert_ne!(
            before.fingerprint("list"),
            catalogue("en", changed).fingerprint("list"),
            "{changed}"
        );
    }
}

#[test]
fn a_fingerprint_is_the_same_in_every_process() {
    // FNV-1a of nothing is its offset basis; of one text it was worked out by hand from the definition.
    let english = catalogue("en", "list-a = A\n");
    assert_eq!(english.fingerprint("absent"), 0xcbf2_9ce4_8422_2325);
    let by_hand = "list-a = A\n"
        .bytes()
        .chain([0xff])
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
        });
    assert_eq!(english.fingerprint("list"), by_hand);
}

#[test]
fn a_problem_says_file_line_and_remedy() {
    let problems = parse("en", "site-a = A\n\nsite-b = { $x\n\nsite-c = C\nhome = H\n").unwrap_err();
    assert_eq!(problems.len(), 1);
    assert!(matches!(problems[0].fault, CatalogueFault::Syntax(_)), "{problems:?}");
    let text = problems[0].to_string();
    assert!(
        text.starts_with("words.ftl:") && text.contains("not Fluent") && text.ends_with("close every brace"),
        "{text}"
    );
}

#[test]
fn all_problems_are_told_at_once_in_order() {
    let problems = parse("en", "site-a = { site-x }\nhome = H\nsite-b = { NUMBER($n) }\n").unwrap_err();
    assert_eq!(
        problems.iter().map(|problem| problem.line).collect::<Vec<_>>(),
        [1, 2, 3]
    );
}

#[test]
fn keys_are_named_once_and_with_a_group() {
    assert_eq!(
        problem("a-a = A\nhome = Home\n"),
        (2, CatalogueFault::NoGroup("home".into()))
    );
    assert_eq!(problem("list- = L\n"), (1, CatalogueFault::NoGroup("list-".into())));
    assert_eq!(
        problem("a-b = A\na-c = C\na-b = B\n"),
        (3, CatalogueFault::Duplicate("a-b".into()))
    );
}

#[test]
fn attributes_are_refused() {
    assert_eq!(
        problem("a-b = A\n    .title = T\n"),
        (1, CatalogueFault::Attribute("a-b".into()))
    );
    assert_eq!(
        problem("a-b =\n    .title = T\n"),
        (1, CatalogueFault::Attribute("a-b".into()))
    );
}

#[test]
fn forms_that_messages_do_not_use_are_refused() {
    for (source, form) in [
        ("a-b = { NUMBER($n) }", "a function"),
        ("a-b = B\na-c = { a-b.title }", "an attribute of another message"),
        (
            "-a-b = B\na-c = { -a-b(case: \"of\") }",
            "a term with attribute or arguments",
        ),
        ("a-b = { 1 ->\n *[one] x\n}", "a selector that is not an argument"),
    ] {
        let (_, fault) = problem(source);
        assert!(
            matches!(&fault, CatalogueFault::Form { form: named, .. } if *named == form),
            "{fault:?}"
        );
    }
    let number = CatalogueFault::VariantNumber {
        key: "a-b".into(),
        number: "1.5".into(),
    };
    assert_eq!(problem("a-b = { $n ->\n [1.5] x\n *[other] y\n}\n"), (2, number));
}

#[test]
fn references_stay_in_their_group_and_lead_somewhere() {
    let (key, reference) = ("a-c".to_owned(), "b-b".to_owned());
    assert_eq!(
        problem("b-b = B\na-c =\n    See\n    { b-b }\n"),
        (
            4,
            CatalogueFault::ForeignReference {
                key: key.clone(),
                reference: reference.clone()
            }
        )
    );
    assert_eq!(
        problem("a-c = { b-b }\n"),
        (
            1,
            CatalogueFault::UnknownReference {
                key: key.clone(),
                reference
            }
        )
    );
    assert_eq!(
        problem("a-c = { -a-term }\n"),
        (
            1,
            CatalogueFault::UnknownReference {
                key,
                reference: "-a-term".into()
            }
        )
    );
}

#[test]
fn references_in_a_circle_or_a_long_chain_are_refused() {
    let circle = parse("en", "a-b = { a-c }\na-c = { a-b }\n").unwrap_err();
    assert!(
        circle
            .iter()
            .all(|problem| matches!(problem.fault, CatalogueFault::Circle { .. })),
        "{circle:?}"
    );
    assert_eq!(circle.len(), 2);
    let chain: String = (0..50_000)
        .map(|link| format!("a-{link} = {{ a-{} }}\n", link + 1))
        .collect();
    assert!(parse("en", &format!("{chain}a-50000 = end\n")).is_err());
}

#[test]
fn words_that_multiply_by_reference_are_refused() {
    let source: String = (1..6)
        .map(|at| format!("a-{at} = {}\n", format!("{{ a-{} }}", at - 1).repeat(20)))
        .collect();
    let problems = parse("en", &format!("a-0 = ten bytes.\n{source}")).unwrap_err();
    assert!(
        problems
            .iter()
            .any(|problem| matches!(problem.fault, CatalogueFault::TooLong { .. })),
        "{problems:?}"
    );
}

#[test]
fn a_file_that_is_too_large_is_refused() {
    let (_, fault) = problem(&"# filler\n".repeat(200_000));
    assert!(
        matches!(fault, CatalogueFault::TooLarge { bytes: 1_800_000, .. }),
        "{fault:?}"
    );
}

#[test]
fn nesting_beyond_measure_is_refused_however_it_is_written() {
    let deep = 200_000;
    for source in [
        format!("a-b = {}", "{".repeat(deep)),
        format!("a-b = {}", "{\n".repeat(deep)),
        format!("a-b = {{{}", "-t(".repeat(deep)),
        format!("a-b = {{\n{}", "FOO(\n".repeat(deep)),
        format!("a-b = {}", "{ \"}\" ->\n *[a] ".repeat(50_000)),
        format!("a-b = {}", "{ $n ->\n#\n *[a] ".repeat(50_000)),
        format!("a-b = {}", "{ $n ->\nkey = x\n *[a] ".repeat(40_000)),
    ] {
        let problems = parse("en", &source).unwrap_err();
        assert!(!problems.is_empty());
    }
    let (_, fault) = problem(&format!("a-b = {}", "{".repeat(deep)));
    assert!(matches!(fault, CatalogueFault::TooComplex { .. }));
}

#[test]
fn nesting_within_measure_is_read() {
    let source = format!("a-b = {}x{}\n", "{ $n ->\n *[other] ".repeat(100), "\n }".repeat(100));
    assert_eq!(
        catalogue("en", &source)
            .format("a-b", &Arguments::new().number("n", 5))
            .as_deref(),
        Some("x")
    );
}

/// Lines such as stand in message files, and pieces of them.
fn fluent() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-z]-[a-z] = ",
        "-[a-z]-[a-z] = ",
        "\\PC{0,6}",
        Just("{ $count ->\n".to_owned()),
        Just("    [one] ".to_owned()),
        Just("   *[other] ".to_owned()),
        Just("{ $n }".to_owned()),
        Just("{ a-b }".to_owned()),
        Just("{ -a-b(x: 1) }".to_owned()),
        Just("{ \"\\u00E9\" }".to_owned()),
        Just("\\".to_owned()),
        Just("\"".to_owned()),
        Just("{".to_owned()),
        Just("}".to_owned()),
        Just("\r\n".to_owned()),
        Just("\n".to_owned()),
        Just("\n    .attr = ".to_owned()),
        Just("# comment\n".to_owned()),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn no_text_makes_parsing_panic(text in "\\PC{0,200}") {
        let _ = parse("ar", &text);
    }

    #[test]
    fn no_pieces_of_messages_make_parsing_panic(text in fluent()) {
        match parse("ar", &text) {
            Ok(catalogue) => for key in catalogue.keys() {
                let filled = catalogue.format(key, &Arguments::new().number("count", 3));
                prop_assert_eq!(filled.is_some(), true);
            },
            Err(problems) => for problem in problems {
                prop_assert!(problem.line >= 1 && problem.line <= text.lines().count().max(1) + 1, "{}", problem);
            },
        }
    }

    #[test]
    fn words_come_back_as_they_were_written(words in "[a-zA-Zéàùç\u{a0}\u{202f}ء-ي،؛؟«»]{1,60}") {
        let catalogue = parse("ar", &format!("a-b = {words}\n")).unwrap();
        prop_assert_eq!(catalogue.plain("a-b"), Some(words.as_str()));
    }
}

/// Messages of one's own over those that there are.
fn over(own: &str) -> Result<Catalogue, Vec<CatalogueProblem>> {
    let base = "-site-name = Coalition\nsite-title = Hello from { -site-name }\nlist-older = Older\n";
    Catalogue::parse_over(Locale::parse("en").unwrap(), ("base.ftl", base), ("own.ftl", own))
}

#[test]
fn messages_laid_over_others_replace_those_of_the_same_key_and_add_the_rest() {
    let laid = over("list-older = Earlier\nsite-motto = One voice\n").unwrap();
    assert_eq!(laid.plain("list-older"), Some("Earlier"));
    assert_eq!(laid.plain("site-motto"), Some("One voice"));
    assert_eq!(laid.plain("site-title"), Some("Hello from Coalition"));
}

#[test]
fn a_term_laid_over_another_shows_in_the_messages_beneath() {
    let laid = over("-site-name = Alliance\n").unwrap();
    assert_eq!(laid.plain("site-title"), Some("Hello from Alliance"));
}

#[test]
fn only_the_groups_that_something_was_laid_over_get_another_fingerprint() {
    let (before, after) = (over("").unwrap(), over("list-older = Earlier\n").unwrap());
    assert_eq!(before.fingerprint("site"), after.fingerprint("site"));
    assert_ne!(before.fingerprint("list"), after.fingerprint("list"));
    assert_eq!(
        before.fingerprint("list"),
        over("list-older = Older\n").unwrap().fingerprint("list")
    );
}

#[test]
fn a_problem_of_messages_laid_over_others_is_told_with_its_own_file() {
    let places = |own: &str| -> Vec<(String, usize)> {
        let problems = over(own).expect_err("should be refused");
        problems
            .into_iter()
            .map(|problem| (problem.file, problem.line))
            .collect()
    };
    assert_eq!(places("\nlist-older = { list-none }\n"), [("own.ftl".to_owned(), 2)]);
    assert_eq!(places("list older\n"), [("own.ftl".to_owned(), 1)]);
    // What lies beneath goes round in a circle only with what was laid over it.
    let circle = places("-site-name = { site-title }\n");
    assert!(
        circle.iter().any(|(file, line)| file == "own.ftl" && *line == 1),
        "{circle:?}"
    );
}
