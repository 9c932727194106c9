//! What must not stand in templates.

use theme::{FileMap, Grade};

use crate::cast::{files, found, only, program};

#[test]
fn what_does_not_compile_is_told_all_at_once() {
    let theme = [
        ("a.html", "\n{% if %}"),
        ("b.html", "{% include \"no.html\" %}"),
        ("c.html", "\n\n{{ asset(\"no.png\") }}"),
        ("style.css", "a { background: url(no.png) }"),
    ];
    only(
        &found(&theme),
        &["a.html:2", "b.html:1", "c.html:3", "style.css:1"],
        Grade::Error,
        "template",
    );
}

#[test]
fn a_template_that_the_program_asks_for_and_the_theme_lacks_is_told() {
    let built_in = files(&[("base.html", ""), ("story.html", "{% extends \"base.html\" %}")]);
    let findings = theme::check(&files(&[("base.html", "")]), &built_in, &program());
    only(&findings, &["story.html:0"], Grade::Error, "template");
}

#[test]
fn words_of_a_language_are_told_with_their_line() {
    let template = "<!-- not these -->\n{# nor these #}<p class=\"nor-these\">&nbsp;{{ \"nor these\" }}\n  Read more</p>\n\
                    <img alt=\"A bridge\" src=\"{{ x }}\">\n<p aria-label=\"{{ t('list-older') }}\" title='قراءة'></p>";
    only(
        &found(&[("a.html", template)]),
        &["a.html:3", "a.html:4", "a.html:5"],
        Grade::Error,
        "words",
    );
}

#[test]
fn scripts_and_styles_within_the_page_are_told() {
    let template = "<p style=\"color: red\">\n<button onclick=\"x()\" aria-label=\"{{ t('list-older') }}\"></button>\n\
                    <script>\n1</script>\n<script src=\"{{ page.script }}\"></script>\n<style></style>";
    only(
        &found(&[("a.html", template)]),
        &["a.html:1", "a.html:2", "a.html:3", "a.html:6"],
        Grade::Error,
        "inline",
    );
}

#[test]
fn what_would_be_loaded_from_others_is_told() {
    let theme = [
        (
            "a.html",
            "<a href=\"https://other.example\"></a>\n<img src=\"https://other.example/a.png\" alt=\"\">\n\
                    <link rel=\"stylesheet\" href=\"//other.example/a.css\">",
        ),
        (
            "style.css",
            "\n@font-face { src: url(\"https://other.example/a.woff2\") }",
        ),
    ];
    only(
        &found(&theme),
        &["a.html:2", "a.html:3", "style.css:2"],
        Grade::Error,
        "foreign",
    );
}

/// However a template is broken, it is judged and nothing is lost.
#[test]
fn hostile_templates_are_judged() {
    for template in [
        "<",
        "<p",
        "<p class=\"",
        "{{",
        "{%",
        "<!--",
        "</",
        "<é>",
        "<p =>",
        "&",
        "{{ '<' }}",
        "<h{{",
        "\u{0}<\u{0}",
        "<p a=b c='",
    ] {
        let theme = files(&[("a.html", template)]);
        theme::check(&theme, &FileMap::new(), &program());
        assert!(theme::marked(&theme).contains_key("a.html"));
    }
}

proptest::proptest! {
    #[test]
    fn any_template_and_any_style_sheet_is_judged(text in "[<>{}%#\"'=:;,*/@ \\-a-zéا!()&\\n]{0,60}") {
        let theme = files(&[("a.html", &text), ("style.css", &text), ("theme.toml", &text), ("locales/en.ftl", &text)]);
        theme::check(&theme, &FileMap::new(), &program());
        let marked = theme::marked(&theme);
        let plain = |bytes: &[u8]| String::from_utf8_lossy(bytes).lines().count();
        assert_eq!(plain(&marked["a.html"]), text.lines().count());
    }
}
