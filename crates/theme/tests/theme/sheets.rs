//! What is found in style sheets.

use theme::{Finding, Grade};

use crate::cast::{found, only};

fn in_sheet(css: &str) -> Vec<Finding> {
    found(&[("style.css", css)])
}

#[test]
fn left_and_right_are_errors() {
    for declaration in [
        "margin-left: 1px",
        "PADDING-RIGHT: 1px",
        "border-left: 1px solid",
        "border-right-color: red",
        "border-top-left-radius: 1px",
        "left: 0",
        "scroll-margin-right: 0",
        "float: left",
        "clear: right",
        "text-align: right",
        "text-align: left !important",
        "margin: 0 1px 0 2px",
        "padding: 0 calc(1px + 2px) 0 2px",
        "inset: 0 0 0 auto",
    ] {
        let findings: Vec<Finding> = in_sheet(&format!("a {{\n  {declaration};\n}}"))
            .into_iter()
            .filter(|one| one.rule != "important")
            .collect();
        only(&findings, &["style.css:2"], Grade::Error, "direction");
    }
}

#[test]
fn what_serves_both_directions_is_no_error() {
    let css = "/* left: 0 */ .left { margin-inline-start: 1px; text-align: start; margin: 0 1px; padding: 1px 2px 3px 2px; \
               transition: margin-inline-end 1s; content: \"left; right: 0\"; border-start-start-radius: 1px; --left: 0; \
               line-height: 1; color: var(--left) } @media (min-width: 40rem) { a { inline-size: 1px } }";
    assert_eq!(in_sheet(css), []);
}

#[test]
fn heights_and_widths_are_warned_of() {
    let css = "a {\n  width: 1px;\n  max-height: 2px;\n  top: 0;\n  margin-bottom: 0;\n}";
    let lines = ["style.css:2", "style.css:3", "style.css:4", "style.css:5"];
    only(&in_sheet(css), &lines, Grade::Warning, "direction");
}

#[test]
fn what_browsers_of_2019_pass_over_is_warned_of() {
    for css in [
        ":is(a, b) { margin: 0 }",
        "a:has(b) { margin: 0 }",
        ":where(a) { margin: 0 }",
        "a { b { margin: 0 } }",
        "@layer x { a { margin: 0 } }",
        "@container (inline-size > 1px) { a { margin: 0 } }",
        "a { color: oklch(50% 0 0) }",
        "a { color: color-mix(in srgb, red, blue) }",
        "a { font-size: clamp(1rem, 2vw, 3rem) }",
        "a { inline-size: min(100%, 3rem) }",
        "a { font-size: clamp(1rem, 2vw, 3rem); font-size: 1rem }",
    ] {
        only(&in_sheet(css), &["style.css:1"], Grade::Warning, "newer-than-2019");
    }
}

#[test]
fn new_features_beside_plain_ones_are_welcome() {
    let css = "a { font-size: 2rem; font-size: clamp(1rem, 2vw, 3rem); grid-template-columns: minmax(0, 1fr) }\n\
               @supports (color: oklch(50% 0 0)) { a { color: oklch(50% 0 0) } }\n\
               @keyframes x { from { margin: 0 } to { margin: 1px } }";
    assert_eq!(in_sheet(css), []);
}

#[test]
fn importance_is_warned_of_except_for_those_who_want_less_motion() {
    let css =
        "a { color: red !important }\n@media (prefers-reduced-motion: reduce) { a { transition: none !important } }";
    only(&in_sheet(css), &["style.css:1"], Grade::Warning, "important");
    only(
        &in_sheet("@import \"b.css\";"),
        &["style.css:1"],
        Grade::Warning,
        "import",
    );
}

#[test]
fn what_no_browser_understands_is_told_with_its_line() {
    for (css, line) in [
        ("a {\n  color red;\n}", 2),
        ("a {\n  color: red\n  margin: 0;\n}", 2),
        ("a { margin: 0 }\nb { margin: 0", 2),
        ("a { content: \"x\n }", 1),
    ] {
        let findings = in_sheet(css);
        assert!(
            findings.iter().any(|one| one.rule == "css" && one.line == line),
            "{css:?}: {findings:#?}"
        );
    }
}

/// A theme whose soft text is too soft in the dark, and whose palette is too pale in the light.
const COLORS: &str = ":root { --ground: #fff; --soft: #4b5866; --accent: #14508c; --on: white }\n\
@media (prefers-color-scheme: dark) { :root { --ground: #10161d; --soft: #555; --accent: #8fc0f2; --on: #0c1722 } }\n\
[data-palette=\"river\"] { --accent: #9cd }\n";

#[test]
fn pairs_are_held_to_their_contrast_light_dark_and_in_palettes() {
    let pair = |text: &str, ground: &str, ratio: &str| {
        let settings = format!("[contrast]\npairs = [\n  [\"{text}\", \"{ground}\", {ratio}],\n]\n");
        found(&[("style.css", COLORS), ("theme.toml", &settings)])
    };
    let dark = pair("--soft", "--ground", "4.5");
    only(&dark, &["theme.toml:3"], Grade::Error, "contrast");
    assert!(dark[0].what.contains("dark"), "{dark:?}");
    let palette = pair("--on", "--accent", "4.5");
    only(&palette, &["theme.toml:3"], Grade::Error, "contrast");
    assert!(
        palette[0].what.contains("\"river\"") && palette[0].what.contains("light"),
        "{palette:?}"
    );
    assert_eq!(pair("--soft", "--ground", "2"), []);
    assert_eq!(pair("#000", "#fff", "21"), []);
    for (text, ground) in [("--nothing", "--ground"), ("--ground", "url")] {
        only(&pair(text, ground, "3"), &["theme.toml:3"], Grade::Error, "contrast");
    }
}

#[test]
fn rules_that_set_both_colors_are_held_to_their_contrast() {
    let rule = |declarations: &str| in_sheet(&format!("{COLORS}a {{ {declarations} }}"));
    only(
        &rule("color: #aaa; background: #fff"),
        &["style.css:4"],
        Grade::Error,
        "contrast",
    );
    only(
        &rule("color: var(--soft); background-color: var(--ground)"),
        &["style.css:4"],
        Grade::Error,
        "contrast",
    );
    only(
        &rule("color: var(--no, #eee); background: #fff"),
        &["style.css:4"],
        Grade::Error,
        "contrast",
    );
    assert_eq!(rule("color: #000; background: #fff"), []);
    assert_eq!(rule("color: #eee; background: none"), []);
    assert_eq!(rule("color: #eee"), []);
    assert_eq!(in_sheet("@media print { a { color: #eee; background: #fff } }"), []);
    assert_eq!(
        in_sheet(":root { --a: var(--b); --b: var(--a) } a { color: var(--a); background: #fff }"),
        []
    );
}
