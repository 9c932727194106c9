//! Left and right, top and bottom: a sheet that says start and end serves Arabic and English alike.

use crate::css::sheet::{Declaration, Sheet};
use crate::finding::Finding;

/// Properties that name a side, and what to write instead.
const SIDES: [(&str, &str); 4] = [
    ("left", "inline-start"),
    ("right", "inline-end"),
    ("top", "block-start"),
    ("bottom", "block-end"),
];
/// Groups of properties that have sides.
const SIDED: [&str; 5] = ["margin", "padding", "border", "scroll-margin", "scroll-padding"];
/// Properties that name a measure of the screen, and what to write instead.
const MEASURES: [(&str, &str); 6] = [
    ("width", "inline-size"),
    ("min-width", "min-inline-size"),
    ("max-width", "max-inline-size"),
    ("height", "block-size"),
    ("min-height", "min-block-size"),
    ("max-height", "max-block-size"),
];
/// Properties of which `left` and `right` are values.
const VALUED: [&str; 5] = ["float", "clear", "text-align", "text-align-last", "caption-side"];
/// Shorthands whose second value is the right and whose fourth is the left side.
const SHORTHANDS: [&str; 8] = [
    "margin",
    "padding",
    "inset",
    "border-width",
    "border-color",
    "border-style",
    "scroll-margin",
    "scroll-padding",
];
/// Corners and what to write instead.
const CORNERS: [(&str, &str); 4] = [
    ("border-top-left-radius", "border-start-start-radius"),
    ("border-top-right-radius", "border-start-end-radius"),
    ("border-bottom-left-radius", "border-end-start-radius"),
    ("border-bottom-right-radius", "border-end-end-radius"),
];

pub(crate) fn judge(file: &str, sheet: &Sheet, findings: &mut Vec<Finding>) {
    for declaration in sheet.rules.iter().flat_map(|rule| &rule.declarations) {
        let found = by_name(declaration).or_else(|| by_value(declaration));
        if let Some((what, remedy, sideways)) = found {
            let finding = Finding::error((file, declaration.line), "direction", what, remedy);
            // Height stays height in both directions: worth a warning, for the sake of one way to say it.
            findings.push(if sideways { finding } else { finding.warning() });
        }
    }
}

/// What is wrong, what to write instead, and whether it differs between Arabic and English.
type Found = Option<(String, String, bool)>;

fn by_name(declaration: &Declaration) -> Found {
    let name = declaration.name.as_str();
    let found = |instead: &str, sideways| {
        let what = format!("{name} names a side of the screen");
        Some((what, format!("write {instead}, which serves both directions"), sideways))
    };
    if let Some((_, instead)) = CORNERS.iter().find(|(corner, _)| *corner == name) {
        return found(instead, true);
    }
    if let Some((_, instead)) = MEASURES.iter().find(|(measure, _)| *measure == name) {
        return found(instead, false);
    }
    for (side, instead) in SIDES {
        let sideways = matches!(side, "left" | "right");
        if name == side {
            return found(&format!("inset-{instead}"), sideways);
        }
        for group in SIDED {
            let rest = name
                .strip_prefix(group)
                .and_then(|rest| rest.strip_prefix('-')?.strip_prefix(side));
            if let Some(rest) = rest.filter(|rest| rest.is_empty() || rest.starts_with('-')) {
                return found(&format!("{group}-{instead}{rest}"), sideways);
            }
        }
    }
    None
}

fn by_value(declaration: &Declaration) -> Found {
    let Declaration { name, value, .. } = declaration;
    let values = values(value);
    if VALUED.contains(&name.as_str()) {
        let side = values.iter().find(|value| matches!(**value, "left" | "right"))?;
        let end = if *side == "left" { "start" } else { "end" };
        let instead = match name.as_str() {
            "float" | "clear" => format!("inline-{end}, or lay it out with flex or grid"),
            _ => end.to_owned(),
        };
        let what = format!("{name}: {side} names a side of the screen");
        return Some((what, format!("write {instead}"), true));
    }
    let [_, right, _, left] = values.as_slice() else {
        return None;
    };
    (SHORTHANDS.contains(&name.as_str()) && right != left).then(|| {
        let what = format!("the second and fourth value of {name} are the right and the left side, and differ");
        let (block, inline) = (format!("{name}-block"), format!("{name}-inline"));
        let remedy = format!("write {block}: TOP BOTTOM and {inline}: START END");
        (what, remedy, true)
    })
}

/// The values of a declaration; what stands in parentheses belongs to one.
fn values(value: &str) -> Vec<&str> {
    let mut depth = 0_usize;
    let value = value.split('!').next().unwrap_or_default();
    let between = |letter: char| {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && letter == ' '
    };
    value.split(between).filter(|value| !value.is_empty()).collect()
}
