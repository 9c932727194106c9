//! Locales: which tags are taken and in what form, direction, native names.

#![cfg(test)]

use icu_locale::LocaleDirectionality;
use language::{Direction, Locale, LocaleError};
use proptest::prelude::*;

fn locale(tag: &str) -> Locale {
    Locale::parse(tag).unwrap()
}

#[test]
fn a_tag_is_brought_into_canonical_case() {
    let written = [
        ("AR", "ar"),
        ("fr-ca", "fr-CA"),
        ("KU-arab", "ku-Arab"),
        ("zh-hANT-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("CKB-ARAB-iq", "ckb-Arab-IQ"),
    ];
    for (given, canonical) in written {
        assert_eq!(locale(given).as_str(), canonical);
        assert_eq!(locale(given).to_string(), canonical);
        assert_eq!(given.parse::<Locale>().unwrap(), locale(canonical));
    }
}

#[test]
fn a_tag_tells_its_parts() {
    let taiwan = locale("zh-Hant-TW");
    assert_eq!(
        (taiwan.language(), taiwan.script(), taiwan.region()),
        ("zh", Some("Hant"), Some("TW"))
    );
    let latin_america = locale("es-419");
    assert_eq!(
        (latin_america.language(), latin_america.script(), latin_america.region()),
        ("es", None, Some("419"))
    );
    assert_eq!((locale("ar").script(), locale("ar").region()), (None, None));
}

#[test]
fn a_wrong_tag_is_refused_with_its_fault() {
    assert_eq!(Locale::parse(""), Err(LocaleError::Empty));
    for tag in ["f", "english", "12", "-fr", "ف", "en_GB"] {
        assert_eq!(Locale::parse(tag), Err(LocaleError::Language(tag.to_owned())), "{tag}");
    }
    for (tag, part) in [
        ("en-", ""),
        ("fr-FRA", "FRA"),
        ("ar-EG-Arab", "Arab"),
        ("en-GB-u-nu-latn", "u"),
        ("en-GB-oxendict", "oxendict"),
    ] {
        let refused = LocaleError::Part {
            tag: tag.to_owned(),
            part: part.to_owned(),
        };
        assert_eq!(Locale::parse(tag), Err(refused), "{tag}");
    }
    let message = Locale::parse("fr-FRA").unwrap_err().to_string();
    assert!(message.contains("\"FRA\"") && message.contains("hyphen"), "{message}");
}

#[test]
fn an_error_repeats_only_the_beginning_of_a_long_text() {
    let message = Locale::parse(&"ا".repeat(10_000)).unwrap_err().to_string();
    assert!(message.len() < 300, "{} bytes", message.len());
}

#[test]
fn locales_sort_as_their_tags_do() {
    let mut tags = ["fr", "fr-CA", "ckb", "ar", "fr-BE", "es"].map(locale);
    tags.sort();
    assert_eq!(
        tags.map(|tag| tag.to_string()),
        ["ar", "ckb", "es", "fr", "fr-BE", "fr-CA"]
    );
}

#[test]
fn a_locale_is_a_string_in_files() {
    assert_eq!(serde_json::to_string(&locale("pt-br")).unwrap(), "\"pt-BR\"");
    assert_eq!(
        serde_json::from_str::<Locale>("\"KU-arab\"").unwrap(),
        locale("ku-Arab")
    );
    let refused = serde_json::from_str::<Locale>("\"klingon\"").unwrap_err().to_string();
    assert!(refused.contains("klingon"), "{refused}");
}

#[test]
fn languages_of_the_region_run_from_right_to_left() {
    for tag in [
        "ar", "ar-IQ", "fa", "ur", "he", "ckb", "ps", "sd", "ug", "yi", "dv", "ku-Arab", "pa-PK", "uz-AF",
    ] {
        assert_eq!(locale(tag).direction(), Direction::Rtl, "{tag}");
    }
    for tag in [
        "en", "fr", "tr", "ku", "ha", "so", "ru", "pa", "ar-Latn", "sd-Deva", "ug-KZ", "zh-Hant", "xx",
    ] {
        assert_eq!(locale(tag).direction(), Direction::Ltr, "{tag}");
    }
    assert_eq!((Direction::Ltr.as_str(), Direction::Rtl.as_str()), ("ltr", "rtl"));
}

/// Codes that CLDR replaces by others (Dari, Western Panjabi, South Levantine Arabic) before it looks for a script.
const REPLACED: [&str; 3] = ["ajp", "pnb", "prs"];

/// Every language of two or three letters, and every one of two letters in every region, against CLDR's likely
/// scripts: no language that CLDR has data for differs, and none is turned round that CLDR does not turn.
#[test]
fn directions_agree_with_cldr() {
    let letters = || (b'a'..=b'z').map(char::from);
    let pairs = || letters().flat_map(move |first| letters().map(move |second| format!("{first}{second}")));
    let triples = pairs().flat_map(|pair| letters().map(move |third| format!("{pair}{third}")));
    let alone = pairs().chain(triples);
    let with_region = pairs().flat_map(|language| pairs().map(move |region| format!("{language}-{region}")));
    let (common, all) = (LocaleDirectionality::new_common(), LocaleDirectionality::new_extended());
    let differing: Vec<String> = alone
        .chain(with_region)
        .filter(|tag| {
            let known: icu_locale::LanguageIdentifier = tag.parse().unwrap();
            match locale(tag).direction() {
                Direction::Ltr => common.is_right_to_left(&known),
                Direction::Rtl => !all.is_right_to_left(&known) && !REPLACED.contains(&tag.as_str()),
            }
        })
        .collect();
    assert_eq!(differing, Vec::<String>::new());
}

#[test]
fn a_language_is_named_in_itself() {
    for (tag, name) in [
        ("ar", "العربية"),
        ("fr", "français"),
        ("en", "English"),
        ("fr-CA", "français"),
        ("zh-Hant-TW", "繁體中文"),
        ("zh", "中文"),
        ("sr-Latn", "srpski"),
        ("yi", "ייִדיש"),
        ("zh-Hans", "简体中文"),
        ("am", "አማርኛ"),
    ] {
        assert_eq!(locale(tag).native_name(), name, "{tag}");
    }
    assert_eq!(locale("tlh").native_name(), "tlh");
}

proptest! {
    #[test]
    fn no_text_makes_parsing_panic(text in "\\PC{0,24}") {
        let _ = Locale::parse(&text);
    }

    #[test]
    fn a_taken_tag_comes_back_unchanged(text in "[a-zA-Z]{2,3}(-[a-zA-Z]{4})?(-([a-zA-Z]{2}|[0-9]{3}))?") {
        let taken = Locale::parse(&text).unwrap();
        prop_assert!(taken.as_str().eq_ignore_ascii_case(&text));
        prop_assert_eq!(Locale::parse(taken.as_str()).unwrap(), taken);
        prop_assert!(!taken.native_name().is_empty());
    }

    #[test]
    fn what_looks_like_a_tag_is_taken_or_refused_in_whole(text in "[a-z0-9-]{0,14}") {
        if let Ok(taken) = Locale::parse(&text) {
            prop_assert!(taken.as_str().eq_ignore_ascii_case(&text));
        }
    }
}
