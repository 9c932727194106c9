//! Reading the settings of the site.

use std::collections::BTreeMap;

use language::Locale;

use super::fields::{Fields, LINE_MAX, SUMMARY_MAX};
use super::problem::Problems;
use crate::record::{Missing, Site};

/// The most locales of a site.
pub(super) const LOCALES_MAX: usize = 24;

pub(super) fn read(source: &str, problems: &mut Problems) -> Option<Site> {
    let mut fields = Fields::parse(source, 1, problems)?;
    let locales = locales(&mut fields, problems);
    let missing = fields.choice("missing", &[("show", Missing::Show), ("hide", Missing::Hide)], problems);
    let indexed = fields.truth("indexed", problems).unwrap_or(false);
    let contact = fields.contact("contact", problems);
    let names = fields.per_locale("name", LINE_MAX, problems);
    for locale in &locales {
        if !names.contains_key(locale) {
            let remedy = format!("write [name] and below it {locale} = \"…\"");
            fields.problem(
                "name",
                problems,
                format!("the coalition has no name in {locale}"),
                &remedy,
            );
        }
    }
    let descriptions = fields.per_locale("description", SUMMARY_MAX, problems);
    let strips = fields.per_locale("strip", SUMMARY_MAX, problems);
    let formats = formats(&mut fields, &locales, problems);
    fields.end(
        &[
            "locales",
            "missing",
            "indexed",
            "contact",
            "name",
            "description",
            "strip",
            "formats",
        ],
        problems,
    );
    Some(Site {
        locales,
        names,
        descriptions,
        missing: missing.unwrap_or_default(),
        strips,
        formats,
        contact,
        indexed,
    })
}

/// Which region's way of writing numbers and dates a locale takes: one of its own language.
fn formats(fields: &mut Fields<'_>, locales: &[Locale], problems: &mut Problems) -> BTreeMap<Locale, Locale> {
    let mut found = BTreeMap::new();
    let Some(mut table) = fields.table("formats", problems) else {
        return found;
    };
    for code in table.names() {
        let region = table.locale(&code, problems);
        let locale = Locale::parse(&code).ok().filter(|locale| locales.contains(locale));
        match (locale, region) {
            (Some(locale), Some(region)) if region.language() == locale.language() => {
                found.insert(locale, region);
            }
            (Some(_), Some(region)) => {
                let message = format!("{region} is another language than {code}");
                table.problem(&code, problems, message, "write ar = \"ar-IQ\"");
            }
            (None, _) => {
                let message = format!("the site has no locale {code}");
                table.problem(&code, problems, message, "name one of its locales");
            }
            (_, None) => {}
        }
    }
    found
}

fn locales(fields: &mut Fields<'_>, problems: &mut Problems) -> Vec<Locale> {
    let remedy = "write locales = [\"en\", \"ar\", \"fr\"], the default first";
    if !fields.has("locales") {
        fields.problem("locales", problems, "it is missing", remedy);
        return Vec::new();
    }
    let mut locales: Vec<Locale> = Vec::new();
    for code in fields.list("locales", problems) {
        match Locale::parse(&code) {
            Ok(locale) if locales.contains(&locale) => {
                fields.problem(
                    "locales",
                    problems,
                    format!("{code:?} stands there twice"),
                    "remove one",
                );
            }
            Ok(locale) => locales.push(locale),
            Err(error) => fields.problem("locales", problems, error.to_string(), remedy),
        }
    }
    if locales.is_empty() || locales.len() > LOCALES_MAX {
        fields.problem(
            "locales",
            problems,
            format!("there are {} of them", locales.len()),
            remedy,
        );
    }
    locales
}
