//! Contrast: what is read against what it stands on, light and dark and in each palette of a campaign.

use std::collections::{BTreeMap, BTreeSet};

use crate::css::color::Color;
use crate::css::sheet::{Rule, Sheet};
use crate::files::SETTINGS;
use crate::finding::Finding;

/// What text needs, unless `theme.toml` says otherwise (WCAG 2.2, 1.4.3).
const TEXT: f64 = 4.5;
/// References from one custom property to the next that are followed.
const DEPTH_MAX: usize = 16;
const PALETTE: &str = "[data-palette=";

/// How a page may look: its custom properties.
struct Scheme {
    name: String,
    dark: bool,
    palette: Option<String>,
    values: BTreeMap<String, String>,
}

/// Holds the pairs of `theme.toml` (whose text is `settings`), and rules that set both colours, to their contrast.
pub(crate) fn judge(
    sheets: &[(&str, Sheet)],
    settings: &str,
    pairs: &[(String, String, f64)],
    findings: &mut Vec<Finding>,
) {
    let rules: Vec<&Rule> = sheets.iter().flat_map(|(_, sheet)| &sheet.rules).collect();
    let schemes = schemes(&rules);
    for (text, ground, ratio) in pairs {
        let place = (SETTINGS, line_of_pair(settings, text, ground));
        findings.extend(pair(place, (text, ground, *ratio), &schemes));
    }
    for (file, sheet) in sheets {
        for rule in sheet.rules.iter().filter(|rule| is_on_screen(rule)) {
            findings.extend(rule_with_both(file, rule, &schemes));
        }
    }
}

fn pair(place: (&str, usize), (text, ground, ratio): (&str, &str, f64), schemes: &[Scheme]) -> Option<Finding> {
    let none = BTreeMap::new();
    for name in [text, ground] {
        if let Some(scheme) = schemes
            .iter()
            .find(|scheme| scheme.color(&named(name), &none, 0).is_none())
        {
            let what = format!("{name} is no colour that can be computed {}", scheme.name);
            let remedy = "give it a value such as #14508c in :root, or correct the name";
            return Some(Finding::error(place, "contrast", what, remedy));
        }
    }
    let what = format!("{text} on {ground}");
    weak(
        place,
        (&named(text), &named(ground), ratio),
        schemes.iter(),
        &none,
        &what,
    )
}

fn rule_with_both(file: &str, rule: &Rule, schemes: &[Scheme]) -> Option<Finding> {
    let last = |names: &[&str]| rule.declarations.iter().rfind(|one| names.contains(&one.name.as_str()));
    let (text, ground) = (last(&["color"])?, last(&["background", "background-color"])?);
    let own: BTreeMap<String, String> = custom(rule).collect();
    let dark = rule.is_within("@media", "prefers-color-scheme: dark");
    let palettes = palettes_of(&rule.selector);
    let fits = |scheme: &&Scheme| {
        (!dark || scheme.dark)
            && (palettes.is_empty() || scheme.palette.as_ref().is_some_and(|own| palettes.contains(own)))
    };
    let what = format!("{} in {}", text.value, rule.selector);
    let values = (text.value.as_str(), ground.value.as_str(), TEXT);
    weak((file, text.line), values, schemes.iter().filter(fits), &own, &what)
}

/// The finding that a text is too weak on its ground in some scheme, told with the weakest.
fn weak<'s>(
    place: (&str, usize),
    (text, ground, ratio): (&str, &str, f64),
    schemes: impl Iterator<Item = &'s Scheme>,
    own: &BTreeMap<String, String>,
    name: &str,
) -> Option<Finding> {
    let measured = schemes.filter_map(|scheme| {
        let ground = scheme.color(ground, own, 0).filter(|ground| ground.is_opaque())?;
        let text = scheme.color(text, own, 0)?.over(ground);
        Some((text.contrast(ground), scheme))
    });
    let mut weak: Vec<(f64, &Scheme)> = measured.filter(|(contrast, _)| *contrast < ratio).collect();
    weak.sort_by(|one, next| one.0.total_cmp(&next.0));
    let (least, scheme) = weak.first()?;
    let others = match weak.len() {
        1 => String::new(),
        count => format!(", and too weak in {} other looks", count - 1),
    };
    let what = format!(
        "{name} has a contrast of {least:.2} instead of {ratio} {}{others}",
        scheme.name
    );
    let remedy = "make one of the two colours lighter or darker there";
    Some(Finding::error(place, "contrast", what, remedy))
}

impl Scheme {
    /// The colour that a value comes to; `own` are custom properties that the rule itself sets.
    fn color(&self, value: &str, own: &BTreeMap<String, String>, depth: usize) -> Option<Color> {
        let value = value.split('!').next().unwrap_or_default().trim();
        let Some(inner) = value.strip_prefix("var(").and_then(|inner| inner.strip_suffix(')')) else {
            return Color::parse(value);
        };
        let (name, otherwise) = inner
            .split_once(',')
            .map_or((inner, None), |(name, rest)| (name, Some(rest)));
        let set = own.get(name.trim()).or_else(|| self.values.get(name.trim()));
        let value = set.map(String::as_str).or(otherwise).filter(|_| depth < DEPTH_MAX)?;
        self.color(value, own, depth + 1)
    }
}

/// Light, dark, and both in each palette.
fn schemes(rules: &[&Rule]) -> Vec<Scheme> {
    let palettes: BTreeSet<String> = rules.iter().flat_map(|rule| palettes_of(&rule.selector)).collect();
    let palettes: Vec<Option<String>> = [None].into_iter().chain(palettes.into_iter().map(Some)).collect();
    let mut schemes = Vec::new();
    for dark in [false, true] {
        for palette in &palettes {
            let name = match palette {
                None => format!("when it is {}", if dark { "dark" } else { "light" }),
                Some(palette) => format!(
                    "in palette {palette:?} when it is {}",
                    if dark { "dark" } else { "light" }
                ),
            };
            schemes.push(Scheme {
                name,
                dark,
                palette: palette.clone(),
                values: values(rules, dark, palette.as_deref()),
            });
        }
    }
    schemes
}

/// The custom properties of the page, and over them those of a palette.
fn values(rules: &[&Rule], dark: bool, palette: Option<&str>) -> BTreeMap<String, String> {
    let mut values = BTreeMap::new();
    let applies = |rule: &&&Rule| {
        let scheme = |name| rule.is_within("@media", &format!("prefers-color-scheme: {name}"));
        let other = if dark { "light" } else { "dark" };
        let conditions = rule
            .within
            .iter()
            .filter(|around| !around.contains("prefers-color-scheme"));
        let plain = conditions.into_iter().all(|around| around == "@media screen");
        plain && !scheme(other)
    };
    let of_root = |selector: &str| {
        selector
            .split(',')
            .any(|part| matches!(part.trim(), ":root" | "html" | "body"))
    };
    for rule in rules.iter().filter(applies).filter(|rule| of_root(&rule.selector)) {
        values.extend(custom(rule));
    }
    let of_palette = |selector: &str| palette.is_some_and(|palette| sets_palette(selector, palette));
    for rule in rules.iter().filter(applies).filter(|rule| of_palette(&rule.selector)) {
        values.extend(custom(rule));
    }
    values
}

fn custom(rule: &Rule) -> impl Iterator<Item = (String, String)> {
    let declared = rule
        .declarations
        .iter()
        .filter(|declaration| declaration.name.starts_with("--"));
    declared.map(|declaration| (declaration.name.clone(), declaration.value.clone()))
}

/// Whether a rule is about pages on a screen whose colours are the theme's.
fn is_on_screen(rule: &Rule) -> bool {
    !rule.is_within("@media", "print") && !rule.is_within("@media", "forced-colors")
}

/// The palettes that a selector names.
fn palettes_of(selector: &str) -> BTreeSet<String> {
    let named = selector
        .split(PALETTE)
        .skip(1)
        .filter_map(|rest| rest.split(']').next());
    named.map(|name| name.trim_matches(['"', '\'']).to_owned()).collect()
}

/// Whether a selector is of the very element that has a palette.
fn sets_palette(selector: &str, palette: &str) -> bool {
    selector.split(',').any(|part| {
        let last = part.trim().rsplit(' ').next().unwrap_or_default();
        palettes_of(last).contains(palette) && !last.contains("::")
    })
}

/// A name in `theme.toml` as a value: a custom property or a colour.
fn named(name: &str) -> String {
    match name.starts_with("--") {
        true => format!("var({name})"),
        false => name.to_owned(),
    }
}

fn line_of_pair(settings: &str, text: &str, ground: &str) -> usize {
    let quoted = [format!("\"{text}\""), format!("\"{ground}\"")];
    let both = |line: &str| quoted.iter().all(|name| line.contains(name.as_str()));
    1 + settings.lines().position(both).unwrap_or_default()
}
