//! What browsers of 2019 do not understand, and what makes a theme harder to change.

use crate::css::sheet::{Declaration, Rule, Sheet};
use crate::finding::Finding;

/// Selectors for which such a browser passes over the whole rule.
const SELECTORS: [(&str, &str); 5] = [
    (":is(", "write the selectors out, one beside the other"),
    (":where(", "write the selectors out, one beside the other"),
    (":has(", "let the template set a class where it is needed"),
    (":dir(", "use logical properties, or [dir=\"rtl\"]"),
    ("&", "write the rule out beside the other"),
];
/// At-rules that such a browser passes over with all that stands in them.
const AT_RULES: [&str; 6] = [
    "@layer",
    "@container",
    "@scope",
    "@property",
    "@starting-style",
    "@view-transition",
];
/// Functions of colour.
const COLORS: [&str; 8] = [
    "oklch(",
    "oklab(",
    "lch(",
    "lab(",
    "hwb(",
    "color(",
    "color-mix(",
    "light-dark(",
];
/// Functions of length.
const LENGTHS: [&str; 3] = ["clamp(", "min(", "max("];

pub(crate) fn judge(file: &str, sheet: &Sheet, findings: &mut Vec<Finding>) {
    for rule in &sheet.rules {
        for (line, what, remedy) in in_rule(rule) {
            findings.push(Finding::error((file, line), "newer-than-2019", what, remedy).warning());
        }
        // Whoever asks for less motion is to get less, whatever else was written.
        if rule.is_within("@media", "prefers-reduced-motion") {
            continue;
        }
        for declaration in rule
            .declarations
            .iter()
            .filter(|declaration| declaration.value.contains('!'))
        {
            let what = format!("!important stands behind {}", declaration.name);
            let remedy = "make the selector more exact, or the other rule less; nobody can override it otherwise";
            findings.push(Finding::error((file, declaration.line), "important", what, remedy).warning());
        }
    }
    for (line, statement) in &sheet.statements {
        if statement.starts_with("@import") {
            let what = "@import makes the visitor wait for one sheet after the other".to_owned();
            let remedy = "put its rules into style.css, or link it in base.html";
            findings.push(Finding::error((file, *line), "import", what, remedy).warning());
        }
    }
}

/// What is newer in a rule: line, what, and what to do.
fn in_rule(rule: &Rule) -> Vec<(usize, String, &'static str)> {
    // What stands in @supports is for browsers that understand it.
    if rule.is_within("@supports", "") {
        return Vec::new();
    }
    let mut found = Vec::new();
    let heads = || rule.within.iter().chain([&rule.selector]);
    if let Some(name) = AT_RULES
        .iter()
        .find(|name| heads().any(|head| head.starts_with(**name)))
    {
        let what = format!("browsers of 2019 pass over {name} and all that stands in it");
        found.push((
            rule.line,
            what,
            "write the rules without it, or within @supports beside plain ones",
        ));
    }
    let nested = rule.within.iter().any(|around| !around.starts_with('@'));
    if nested && !rule.is_within("@keyframes", "") {
        let what = "browsers of 2019 pass over a rule within a rule".to_owned();
        found.push((rule.line, what, "write it out beside the other"));
    } else if let Some((word, remedy)) = SELECTORS.iter().find(|(word, _)| rule.selector.contains(word)) {
        let what = format!(
            "browsers of 2019 pass over the whole rule because of {}",
            word.trim_end_matches('(')
        );
        found.push((rule.line, what, *remedy));
    }
    for (at, declaration) in rule.declarations.iter().enumerate() {
        found.extend(in_declaration(rule, at, declaration));
    }
    found
}

fn in_declaration(rule: &Rule, at: usize, declaration: &Declaration) -> Option<(usize, String, &'static str)> {
    let calls = |function: &&&str| calls(&declaration.value, function);
    let function = COLORS.iter().chain(&LENGTHS).find(calls)?;
    let is_plain = |value: &str| {
        !COLORS
            .iter()
            .chain(&LENGTHS)
            .any(|function| self::calls(value, function))
    };
    let mut before = rule.declarations.iter().take(at);
    if before.any(|earlier| earlier.name == declaration.name && is_plain(&earlier.value)) {
        return None;
    }
    let name = function.trim_end_matches('(');
    let what = format!("browsers of 2019 pass over {} because of {name}()", declaration.name);
    let remedy = match declaration.name.starts_with("--") {
        true => "give the custom property a plain value, and this one within @supports",
        false => "write the property once more before it, with a plain value",
    };
    Some((declaration.line, what, remedy))
}

/// Whether a value calls a function; `minmax(` is not `max(`. Within `calc(…)` or not makes no difference.
fn calls(value: &str, function: &str) -> bool {
    value.match_indices(function).any(|(at, _)| {
        let before = value.get(..at).unwrap_or_default();
        !before.ends_with(|letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_'))
    })
}
