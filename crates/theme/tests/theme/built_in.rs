//! The theme that comes with the program.

use std::collections::BTreeSet;

use crate::cast::{folder, root};

#[test]
fn nothing_is_found_in_the_theme_that_comes_with_the_program() {
    let built_in = folder("themes/coalition");
    let findings = theme::check(&built_in, &built_in, &folder("locales"));
    let told: Vec<String> = findings.iter().map(ToString::to_string).collect();
    assert!(told.is_empty(), "\n{}", told.join("\n"));
}

#[test]
fn marks_change_nothing_but_add_attributes() {
    let built_in = folder("themes/coalition");
    let marked = theme::marked(&built_in);
    let mut tags = 0;
    for (name, bytes) in &marked {
        let mut text = String::from_utf8_lossy(bytes).into_owned();
        while let Some((before, rest)) = text.split_once(" data-theme-at=\"") {
            let (place, after) = rest.split_once('"').unwrap();
            assert!(place.starts_with(name.as_str()), "{name}: {place}");
            assert_eq!(place, format!("{name}:{}", before.matches('\n').count() + 1));
            text = format!("{before}{after}");
            tags += 1;
        }
        assert_eq!(text, String::from_utf8_lossy(&built_in[name]), "{name}");
    }
    assert!(tags > 200, "{tags}");
    assert!(theme::ready(&marked, &built_in, &folder("locales")).is_ok());
}

#[test]
fn the_guide_lists_every_template_of_the_theme() {
    let guide = std::fs::read_to_string(root().join("docs/theme-guide.md")).unwrap();
    let templates: BTreeSet<String> = folder("themes/coalition")
        .into_keys()
        .filter(|name| name.ends_with(".html"))
        .collect();
    let missing: Vec<&String> = templates
        .iter()
        .filter(|name| !guide.contains(&format!("`{name}`")))
        .collect();
    assert!(missing.is_empty(), "docs/theme-guide.md does not tell of {missing:?}");
}
