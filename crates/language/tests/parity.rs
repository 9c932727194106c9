//! All languages together: fallback, and the faults by which their files are unequal.

#![cfg(test)]

use std::path::Path;

use language::{Catalogue, CatalogueFault, Catalogues, Locale, PluralCategory};

const ENGLISH: &str = "\
site-home = Home
list-count = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}
wall-by = By { $member }
";

const ARABIC: &str = "\
site-home = الرئيسية
list-count = { $count ->
    [zero] لا مواد
    [one] مادة واحدة
    [two] مادتان
    [few] { $count } مواد
    [many] { $count } مادة
   *[other] { $count } مادة
}
wall-by = من { $member }
";

fn catalogue(tag: &str, source: &str) -> Catalogue {
    Catalogue::parse(Locale::parse(tag).unwrap(), &format!("{tag}.ftl"), source).unwrap()
}

/// The faults of an Arabic file beside the English one, with their lines.
fn faults_beside_english(arabic: &str) -> Vec<(usize, CatalogueFault)> {
    let problems = Catalogues::new(vec![catalogue("en", ENGLISH), catalogue("ar", arabic)]).parity();
    assert!(problems.iter().all(|problem| problem.file == "ar.ftl"), "{problems:?}");
    problems
        .into_iter()
        .map(|problem| (problem.line, problem.fault))
        .collect()
}

#[test]
fn equal_files_have_no_problems() {
    assert_eq!(faults_beside_english(ARABIC), []);
}

#[test]
fn a_missing_message_is_told_with_the_place_where_it_stands() {
    let arabic = ARABIC.replace("wall-by = من { $member }\n", "");
    let missing = CatalogueFault::Missing {
        key: "wall-by".into(),
        stands_in: "en.ftl:6".into(),
    };
    assert_eq!(faults_beside_english(&arabic), [(9, missing)]);
}

#[test]
fn a_message_that_only_a_later_file_has_is_missing_in_the_first() {
    let more = format!("{ARABIC}site-more = المزيد\n");
    let problems = Catalogues::new(vec![catalogue("en", ENGLISH), catalogue("ar", &more)]).parity();
    assert_eq!(problems.len(), 1);
    assert_eq!(
        problems[0].to_string(),
        "en.ftl:6: the message site-more is missing; it stands in ar.ftl:11; translate it into this file, or delete it from all files"
    );
}

#[test]
fn other_arguments_are_told() {
    let arabic = ARABIC.replace("$member", "$name");
    let different = CatalogueFault::Arguments {
        key: "wall-by".into(),
        uses: "name".into(),
        elsewhere: "[member] in en.ftl".into(),
    };
    assert_eq!(faults_beside_english(&arabic), [(10, different)]);
    assert_eq!(
        faults_beside_english(&ARABIC.replace("من { $member }", "من عضو")).len(),
        1
    );
}

#[test]
fn every_lacking_plural_form_is_told() {
    let forms = [
        ("    [zero] لا مواد\n", PluralCategory::Zero),
        ("    [one] مادة واحدة\n", PluralCategory::One),
        ("    [two] مادتان\n", PluralCategory::Two),
        ("    [few] { $count } مواد\n", PluralCategory::Few),
        ("    [many] { $count } مادة\n", PluralCategory::Many),
    ];
    let locale = Locale::parse("ar").unwrap();
    for (line, category) in forms {
        let (key, argument) = ("list-count".to_owned(), "count".to_owned());
        let lacking = CatalogueFault::PluralForm {
            key,
            argument,
            category,
            locale,
        };
        assert_eq!(faults_beside_english(&ARABIC.replace(line, "")), [(2, lacking)]);
    }
}

#[test]
fn a_form_within_another_message_part_is_told_too() {
    let nested = "site-home = الرئيسية\nlist-count = { $kind ->\n    [all] { $count ->\n       *[other] س\n    }\n   *[some] ص\n}\nwall-by = من { $member }\n";
    let lacking = faults_beside_english(nested);
    let forms = lacking
        .iter()
        .filter(|(_, fault)| matches!(fault, CatalogueFault::PluralForm { .. }))
        .count();
    assert_eq!(forms, 5, "{lacking:?}");
}

#[test]
fn an_exact_number_stands_for_a_form_of_that_number_alone() {
    let exact = ARABIC
        .replace("[zero]", "[0]")
        .replace("[one]", "[1]")
        .replace("[two]", "[2]");
    assert_eq!(faults_beside_english(&exact), []);
    let too_little = faults_beside_english(&ARABIC.replace("[few]", "[3]"));
    assert!(matches!(
        &too_little[..],
        [(
            2,
            CatalogueFault::PluralForm {
                category: PluralCategory::Few,
                ..
            }
        )]
    ));
}

#[test]
fn a_language_with_several_forms_selects_where_another_does() {
    let (head, tail) = (
        ARABIC.split_once("list-count").unwrap().0,
        ARABIC.split_once("}\nwall").unwrap().1,
    );
    let faults = faults_beside_english(&format!("{head}list-count = المواد: {{ $count }}\nwall{tail}"));
    let unselected = CatalogueFault::NoPlural {
        key: "list-count".into(),
        argument: "count".into(),
        other: "en.ftl".into(),
    };
    assert_eq!(faults, [(2, unselected)]);
}

#[test]
fn a_language_with_one_form_need_not_select() {
    let japanese = "site-home = ホーム\nlist-count = { $count }件\nwall-by = { $member }より\n";
    let problems = Catalogues::new(vec![catalogue("en", ENGLISH), catalogue("ja", japanese)]).parity();
    assert_eq!(problems, []);
}

#[test]
fn a_locale_without_catalogue_takes_its_language_and_then_the_first() {
    let all = Catalogues::new(
        ["fr", "ar", "pt-BR"]
            .map(|tag| catalogue(tag, "site-home = x\n"))
            .into(),
    );
    let taken = |tag| all.get(Locale::parse(tag).unwrap()).unwrap().locale().to_string();
    assert_eq!(["ar", "ar-IQ", "pt", "de"].map(taken), ["ar", "ar", "pt-BR", "fr"]);
    assert_eq!(all.iter().count(), 3);
    assert!(Catalogues::new(Vec::new()).get(Locale::parse("en").unwrap()).is_none());
}

/// The files that the program ships.
#[test]
fn the_languages_of_the_program_are_equal() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales");
    let mut catalogues = Vec::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let (Some(tag), Some("ftl")) = (
            path.file_stem().and_then(|stem| stem.to_str()),
            path.extension().and_then(|end| end.to_str()),
        ) else {
            continue;
        };
        let source = std::fs::read_to_string(&path).unwrap();
        let name = format!("locales/{tag}.ftl");
        match Catalogue::parse(Locale::parse(tag).unwrap(), &name, &source) {
            Ok(catalogue) => catalogues.push(catalogue),
            Err(problems) => panic!(
                "{}",
                problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
            ),
        }
    }
    assert!(catalogues.len() >= 3, "locales/ holds {} languages", catalogues.len());
    let problems: Vec<String> = Catalogues::new(catalogues)
        .parity()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(problems, Vec::<String>::new());
}
