//! A theme's messages laid over those of the program.

use std::collections::{BTreeMap, BTreeSet};

use language::{Catalogue, Catalogues, Locale};
use render::named_messages;

use crate::files::{FOLDER, FileMap, Files};
use crate::finding::Finding;

/// The catalogues of all locales: the program's (`CODE.ftl` to text) with the theme's over them.
pub(crate) fn laid(files: &Files, program: &FileMap, findings: &mut Vec<Finding>) -> Vec<Catalogue> {
    let base: BTreeMap<&str, String> = program
        .iter()
        .filter_map(|(name, bytes)| Some((name.strip_suffix(".ftl")?, String::from_utf8_lossy(bytes).into_owned())))
        .collect();
    let codes: BTreeSet<&str> = base
        .keys()
        .copied()
        .chain(files.messages.keys().map(String::as_str))
        .collect();
    let mut catalogues = Vec::new();
    for code in codes {
        let name = path_of(code);
        let locale = match Locale::parse(code) {
            Ok(locale) => locale,
            Err(error) => {
                let remedy = "name the file after a locale, such as locales/ar.ftl";
                findings.push(Finding::error((&name, 0), "message", error.to_string(), remedy));
                continue;
            }
        };
        let beneath = base.get(code).map_or("", String::as_str);
        let over = files.messages.get(code).map_or("", String::as_str);
        match Catalogue::parse_over(locale, (&format!("the program's {code}.ftl"), beneath), (&name, over)) {
            Ok(catalogue) => catalogues.push(catalogue),
            Err(problems) => findings.extend(problems.into_iter().map(Finding::from)),
        }
    }
    // The first is what the others are held against: the one in which the program is written.
    catalogues.sort_by_key(|catalogue| (catalogue.locale().as_str() != "en", catalogue.locale()));
    let catalogues = Catalogues::new(catalogues);
    findings.extend(catalogues.parity().into_iter().map(Finding::from));
    catalogues.into_all()
}

/// Messages that templates name and a locale lacks.
pub(crate) fn missing(files: &Files, catalogues: &[Catalogue], findings: &mut Vec<Finding>) {
    for named in named_messages(&files.templates) {
        let lacks = |catalogue: &&Catalogue| catalogue.keys().all(|key| key != named.key);
        let lacking: Vec<String> = catalogues
            .iter()
            .filter(lacks)
            .map(|catalogue| catalogue.locale().to_string())
            .collect();
        if !lacking.is_empty() {
            let files: Vec<String> = lacking.iter().map(|code| path_of(code)).collect();
            findings.push(Finding::error(
                (&named.template, named.line),
                "message",
                format!("the message {:?} is missing in {}", named.key, lacking.join(", ")),
                format!("add it to {}, or name another", files.join(", ")),
            ));
        }
    }
}

/// Messages that the theme adds and none of its templates names.
pub(crate) fn unused(files: &Files, program: &FileMap, findings: &mut Vec<Finding>) {
    let named: BTreeSet<String> = named_messages(&files.templates)
        .into_iter()
        .map(|named| named.key)
        .collect();
    for (code, text) in &files.messages {
        let (Ok(locale), name) = (Locale::parse(code), path_of(code)) else {
            continue;
        };
        let beneath = program
            .get(&format!("{code}.ftl"))
            .map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        let known = beneath.and_then(|beneath| Catalogue::parse(locale, &name, &beneath).ok());
        let is_known = |key: &str| {
            known
                .as_ref()
                .is_some_and(|known| known.keys().any(|other| other == key))
        };
        for (number, line) in text.lines().enumerate() {
            let key = line.split('=').next().unwrap_or_default().trim_end();
            let begins = line.contains('=') && line.starts_with(|first: char| first.is_ascii_alphabetic());
            if begins && !is_known(key) && !named.contains(key) {
                let what = format!("no template names the message {key:?}");
                let remedy = "delete it, or name it in a template";
                findings.push(Finding::error((&name, number + 1), "unused-message", what, remedy).note());
            }
        }
    }
}

fn path_of(code: &str) -> String {
    format!("{FOLDER}/{code}.ftl")
}
