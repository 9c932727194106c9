//! Reading a fact's file: the value, its day, and its noun in every plural form of every language.

use std::collections::BTreeMap;

use jiff::civil::Date;
use language::{Locale, PluralCategory, plural_categories};

use super::fields::{Fields, LINE_MAX};
use super::problem::Problems;
use crate::record::Fact;
use crate::subject::Subject;

pub(super) fn read(subject: Subject, source: &str, problems: &mut Problems) -> Option<Fact> {
    let mut fields = Fields::parse(source, 1, problems)?;
    for (name, remedy) in [
        ("value", "write value = 85"),
        ("as_of", "write as_of = 2023-01-01"),
        ("noun", "write [noun.en] and below it its plural forms"),
    ] {
        if !fields.has(name) {
            fields.problem(name, problems, "it is missing", remedy);
        }
    }
    let value = fields.number("value", problems).unwrap_or_default();
    if value < 0 {
        fields.problem("value", problems, "it is below zero", "write a whole number from 0");
    }
    let as_of = fields.date("as_of", problems).unwrap_or(Date::ZERO);
    let mut nouns = BTreeMap::new();
    if let Some(mut languages) = fields.table("noun", problems) {
        for code in languages.names() {
            match Locale::parse(&code) {
                Ok(locale) => {
                    if let Some(forms) = languages.table(&code, problems) {
                        nouns.insert(locale, forms_of(locale, forms, problems));
                    }
                }
                Err(error) => languages.problem(
                    &code,
                    problems,
                    error.to_string(),
                    "name it by a language code such as en",
                ),
            }
        }
    }
    fields.end(&["value", "as_of", "noun"], problems);
    Some(Fact {
        subject,
        value: u64::try_from(value).unwrap_or(0),
        as_of,
        nouns,
    })
}

fn forms_of(locale: Locale, mut forms: Fields<'_>, problems: &mut Problems) -> BTreeMap<PluralCategory, String> {
    let mut found = BTreeMap::new();
    for category in plural_categories(locale) {
        let name = category.as_str();
        if !forms.has(name) {
            let message = format!("the form {name:?} is missing, which {locale} needs");
            forms.problem(
                name,
                problems,
                message,
                &format!("add {name} = \"# …\" ({})", example(category)),
            );
            continue;
        }
        if let Some(words) = forms.words(name, LINE_MAX, problems) {
            let exact = matches!(
                category,
                PluralCategory::Zero | PluralCategory::One | PluralCategory::Two
            );
            if !words.contains('#') && !exact {
                forms.problem(
                    name,
                    problems,
                    "the number has no place in it",
                    "put # where the number goes",
                );
            }
            found.insert(category, words);
        }
    }
    let known: Vec<&str> = plural_categories(locale)
        .into_iter()
        .map(PluralCategory::as_str)
        .collect();
    forms.end(&known, problems);
    found
}

fn example(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "for 0",
        PluralCategory::One => "for 1",
        PluralCategory::Two => "for 2",
        PluralCategory::Few => "for example for 3",
        PluralCategory::Many => "for example for 11 or 1,000,000",
        PluralCategory::Other => "for all others",
    }
}
