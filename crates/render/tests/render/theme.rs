//! Compiling themes, and messages that nothing shows. What a good theme is, the crate `theme` judges.

use language::Catalogue;

use crate::world::{locale, root, theme_files};

#[test]
fn no_message_is_left_over() {
    let mut sources: Vec<String> = theme_files().into_values().collect();
    for folder in ["src", "src/pages"] {
        let files = std::fs::read_dir(root().join("crates/render").join(folder))
            .unwrap()
            .map(|file| file.unwrap().path());
        sources.extend(
            files
                .filter(|file| file.is_file())
                .map(|file| std::fs::read_to_string(file).unwrap()),
        );
    }
    let text = std::fs::read_to_string(root().join("locales/en.ftl")).unwrap();
    let catalogue = Catalogue::parse(locale("en"), "en.ftl", &text).unwrap();
    let unused: Vec<&str> = catalogue
        .keys()
        .filter(|key| !sources.iter().any(|source| source.contains(&format!("\"{key}\""))))
        .collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn a_fingerprint_changes_with_what_a_template_uses() {
    let sources = |base: &str| {
        [
            ("a.html", "{% extends \"b.html\" %}"),
            ("b.html", base),
            ("c.html", "c"),
        ]
        .map(|(name, source)| (name.to_owned(), source.to_owned()))
        .into()
    };
    let one = render::Theme::compile(&sources("one"), Default::default())
        .unwrap()
        .fingerprints();
    let two = render::Theme::compile(&sources("two"), Default::default())
        .unwrap()
        .fingerprints();
    assert_ne!(one["a.html"], two["a.html"]);
    assert_ne!(one["b.html"], two["b.html"]);
    assert_eq!(one["c.html"], two["c.html"]);
}

#[test]
fn all_problems_of_a_theme_come_at_once() {
    let sources = [
        ("a.html", "{% include \"no.html\" %}"),
        ("b.html", "{% if %}"),
        ("c.html", "\n{{ t(key) }}"),
    ]
    .map(|(name, source)| (name.to_owned(), source.to_owned()));
    let assets = [
        ("Bad Name.css".to_owned(), Vec::new()),
        ("a.exe".to_owned(), Vec::new()),
    ];
    let problems = render::Theme::compile(&sources.into(), assets.into()).unwrap_err();
    let places: Vec<String> = problems
        .iter()
        .map(|problem| format!("{}:{}", problem.template, problem.line))
        .collect();
    assert_eq!(
        places,
        ["Bad Name.css:0", "a.exe:0", "a.html:1", "b.html:1", "c.html:2"]
    );
}

/// A theme of one template and some files.
fn theme_of(template: &str, files: &[(&str, &str)]) -> Result<render::Theme, Vec<render::TemplateProblem>> {
    let assets = files
        .iter()
        .map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()));
    render::Theme::compile(&[("a.html".to_owned(), template.to_owned())].into(), assets.collect())
}

#[test]
fn a_style_sheet_leads_to_the_addresses_of_the_files_that_it_names() {
    let comment = "/* url(not-me.png) */";
    let rules = "@font-face{src: url( \"one.woff2\" ) format(\"woff2\"),url(two.woff2)}\
                 a{background: url('data:image/png;base64,AA==')}";
    let css = &format!("{comment}{rules}");
    let theme = theme_of("", &[("one.woff2", "1"), ("two.woff2", "2"), ("style.css", css)]).unwrap();
    let paths = theme.asset_paths();
    let expected = rules
        .replace("one.woff2", &paths["one.woff2"])
        .replace("two.woff2", &paths["two.woff2"]);
    assert_eq!(String::from_utf8_lossy(&theme.assets()["style.css"].bytes), expected);
    let changed = theme_of("", &[("one.woff2", "new"), ("two.woff2", "2"), ("style.css", css)]).unwrap();
    assert_ne!(
        changed.asset_paths()["style.css"],
        paths["style.css"],
        "the sheet is another when its font is"
    );
}

#[test]
fn files_that_are_named_and_not_there_are_told_with_their_line() {
    let problems = theme_of(
        "\n<img src=\"{{ asset('logo.svg') }}\">",
        &[("style.css", "a {}\nb { background: url(no.png) }")],
    );
    let places: Vec<String> = problems
        .unwrap_err()
        .iter()
        .map(|one| format!("{}:{}", one.template, one.line))
        .collect();
    assert_eq!(places, ["a.html:2", "style.css:2"]);
    assert!(theme_of("{{ asset('logo.svg') }}", &[("logo.svg", "<svg/>")]).is_ok());
}
