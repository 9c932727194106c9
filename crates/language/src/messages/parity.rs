//! Holds the message files of all languages equal.

use std::collections::{BTreeMap, BTreeSet};

use super::catalogue::{Catalogue, Message};
use super::message::Pattern;
use super::problem::{CatalogueFault, CatalogueProblem};
use crate::plural::PluralCategory;

/// All inequalities, file by file, in the order of keys.
pub(crate) fn problems(catalogues: &[Catalogue]) -> Vec<CatalogueProblem> {
    // Each message as the first catalogue has it.
    let mut references: BTreeMap<&str, &Message> = BTreeMap::new();
    for catalogue in catalogues {
        for (key, message) in catalogue.messages() {
            references.entry(key).or_insert(message);
        }
    }
    let selecting = selecting(catalogues);
    let mut problems = Vec::new();
    for catalogue in catalogues {
        let needs = needs(catalogue);
        for (key, reference) in &references {
            let Some(message) = catalogue.messages().get(*key) else {
                problems.push(missing(catalogue, key, reference));
                continue;
            };
            let faults = [
                different_arguments(key, message, reference),
                missing_forms(catalogue, key, &message.pattern, &needs),
                missing_selections(key, &message.pattern, &needs, &selecting),
            ];
            let at = |fault| CatalogueProblem {
                file: message.file.to_string(),
                line: message.line,
                fault,
            };
            problems.extend(faults.into_iter().flatten().map(at));
        }
    }
    problems
}

/// By key, the arguments by which some language selects plural forms, and its file.
fn selecting(catalogues: &[Catalogue]) -> BTreeMap<&str, BTreeMap<&str, &str>> {
    let mut selecting: BTreeMap<&str, BTreeMap<&str, &str>> = BTreeMap::new();
    for catalogue in catalogues {
        for (key, message) in catalogue.messages() {
            for selection in message.pattern.plural_selections() {
                selecting
                    .entry(key)
                    .or_default()
                    .entry(&selection.argument)
                    .or_insert(catalogue.file());
            }
        }
    }
    selecting
}

/// The forms that whole numbers take in the catalogue's language.
fn needs(catalogue: &Catalogue) -> Vec<PluralCategory> {
    let needed = |category: &PluralCategory| catalogue.plurals().numbers_in(*category).next().is_some();
    PluralCategory::ALL.into_iter().filter(needed).collect()
}

fn missing(catalogue: &Catalogue, key: &str, message: &Message) -> CatalogueProblem {
    let stands_in = format!("{}:{}", message.file, message.line);
    CatalogueProblem {
        file: catalogue.file().to_owned(),
        line: catalogue.last_line(),
        fault: CatalogueFault::Missing {
            key: key.to_owned(),
            stands_in,
        },
    }
}

fn different_arguments(key: &str, message: &Message, there: &Message) -> Vec<CatalogueFault> {
    let (uses, other_uses) = (message.pattern.arguments(), there.pattern.arguments());
    if uses == other_uses {
        return Vec::new();
    }
    let joined = |names: BTreeSet<&str>| names.into_iter().collect::<Vec<_>>().join(", ");
    vec![CatalogueFault::Arguments {
        key: key.to_owned(),
        uses: joined(uses),
        elsewhere: format!("[{}] in {}", joined(other_uses), there.file),
    }]
}

fn missing_forms(catalogue: &Catalogue, key: &str, pattern: &Pattern, needs: &[PluralCategory]) -> Vec<CatalogueFault> {
    let mut faults = Vec::new();
    for selection in pattern.plural_selections() {
        let lacking = needs
            .iter()
            .filter(|category| !selection.covers(**category, catalogue.plurals()));
        faults.extend(lacking.map(|category| CatalogueFault::PluralForm {
            key: key.to_owned(),
            argument: selection.argument.clone(),
            category: *category,
            locale: catalogue.locale(),
        }));
    }
    faults
}

fn missing_selections(
    key: &str,
    pattern: &Pattern,
    needs: &[PluralCategory],
    selecting: &BTreeMap<&str, BTreeMap<&str, &str>>,
) -> Vec<CatalogueFault> {
    if needs.len() < 2 {
        return Vec::new();
    }
    let here: BTreeSet<&str> = pattern
        .plural_selections()
        .into_iter()
        .map(|selection| selection.argument.as_str())
        .collect();
    let elsewhere = selecting.get(key).into_iter().flatten();
    let lacking = elsewhere.filter(|(argument, _)| !here.contains(**argument));
    let fault = |(argument, file): (&&str, &&str)| CatalogueFault::NoPlural {
        key: key.to_owned(),
        argument: (*argument).to_owned(),
        other: (*file).to_owned(),
    };
    lacking.map(fault).collect()
}
