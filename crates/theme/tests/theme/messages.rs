//! Messages of a theme over those of the program.

use theme::{FileMap, Grade};

use crate::cast::{files, found, only, program};

#[test]
fn a_theme_changes_and_adds_messages() {
    let theme = files(&[
        ("a.html", "{{ t(\"list-older\") }}{{ t(\"mine-motto\") }}"),
        ("locales/en.ftl", "list-older = Earlier\nmine-motto = One voice\n"),
        ("locales/de.ftl", "mine-motto = Eine Stimme\n"),
    ]);
    let ready = theme::ready(&theme, &FileMap::new(), &program()).unwrap();
    let english = ready
        .catalogues
        .iter()
        .find(|catalogue| catalogue.locale().as_str() == "en")
        .unwrap();
    let german = ready
        .catalogues
        .iter()
        .find(|catalogue| catalogue.locale().as_str() == "de")
        .unwrap();
    assert_eq!(english.plain("list-older"), Some("Earlier"));
    assert_eq!(german.plain("list-older"), Some("Älter"));
    assert_eq!(german.plain("mine-motto"), Some("Eine Stimme"));
    assert!(theme::check(&theme, &FileMap::new(), &program()).is_empty());
}

#[test]
fn a_message_that_a_template_names_and_nobody_has_is_told_with_its_line() {
    let findings = found(&[("a.html", "<p>\n{{ t(\"list-older\") }}\n{{ t(\"list-newer\") }}</p>")]);
    only(&findings, &["a.html:3"], Grade::Error, "message");
    assert!(
        findings[0].what.contains("list-newer") && findings[0].what.contains("en, de"),
        "{findings:?}"
    );
}

#[test]
fn a_message_that_one_language_lacks_is_told() {
    let theme = [
        ("a.html", "{{ t(\"mine-motto\") }}"),
        ("locales/en.ftl", "mine-motto = One voice\n"),
    ];
    let findings = found(&theme);
    assert!(
        findings
            .iter()
            .all(|one| one.rule == "message" && one.grade == Grade::Error),
        "{findings:?}"
    );
    assert!(
        findings
            .iter()
            .any(|one| one.file == "a.html" && one.line == 1 && one.what.contains("in de")),
        "{findings:?}"
    );
    assert!(findings.iter().any(|one| one.file == "locales/de.ftl"), "{findings:?}");
}

#[test]
fn plural_forms_and_arguments_are_held_equal() {
    let findings = found(&[("locales/de.ftl", "list-count = Viele\nlist-older = { $x }\n")]);
    assert!(
        findings.iter().any(|one| one.file == "locales/de.ftl" && one.line == 1),
        "{findings:?}"
    );
    assert!(
        findings.iter().any(|one| one.file == "locales/de.ftl" && one.line == 2),
        "{findings:?}"
    );
}

#[test]
fn broken_message_files_are_told_with_their_line() {
    only(
        &found(&[("locales/en.ftl", "\nlist older\n")]),
        &["locales/en.ftl:2"],
        Grade::Error,
        "message",
    );
    only(
        &found(&[("locales/en!.ftl", "")]),
        &["locales/en!.ftl:0"],
        Grade::Error,
        "message",
    );
}

#[test]
fn a_message_that_nothing_names_is_noted() {
    let words = "list-older = Earlier\nmine-motto = x\n";
    let findings = found(&[("locales/en.ftl", words), ("locales/de.ftl", words)]);
    only(
        &findings,
        &["locales/de.ftl:2", "locales/en.ftl:2"],
        Grade::Note,
        "unused-message",
    );
}
