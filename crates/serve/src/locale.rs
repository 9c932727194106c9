//! Which locale a visitor gets where the address names none (RFC 9110, 12.5.4; lookup of RFC 4647, 3.4).

use crate::quality::items;
use edition::{SiteLocale, SiteTable};

/// The best locale of the site for an `Accept-Language`, else its default one.
pub(crate) fn choose<'a>(site: &'a SiteTable, accept: Option<&str>) -> Option<&'a SiteLocale> {
    let mut wanted: Vec<_> = items(accept.unwrap_or_default())
        .filter(|(_, quality)| *quality > 0)
        .collect();
    wanted.sort_by_key(|(_, quality)| std::cmp::Reverse(*quality));
    wanted
        .into_iter()
        .take_while(|(range, _)| *range != "*")
        .find_map(|(range, _)| lookup(site, range))
        .or_else(|| site.locale(&site.default))
}

/// The locale in whose part of the site a path lies.
pub(crate) fn of_path<'a>(site: &'a SiteTable, path: &str) -> Option<&'a SiteLocale> {
    site.locale(path.split('/').nth(1)?)
}

/// The locale called `range`, or by ever shorter beginnings of it; else one that says more than the range, as `pt-BR`
/// for `pt`.
fn lookup<'a>(site: &'a SiteTable, range: &str) -> Option<&'a SiteLocale> {
    let mut shorter = Some(range);
    while let Some(range) = shorter {
        if let Some(locale) = site
            .locales
            .iter()
            .find(|locale| locale.code.eq_ignore_ascii_case(range))
        {
            return Some(locale);
        }
        shorter = range.rsplit_once('-').map(|(before, _)| before);
    }
    let language = range.split('-').next()?;
    site.locales.iter().find(|locale| {
        locale
            .code
            .split('-')
            .next()
            .is_some_and(|own| own.eq_ignore_ascii_case(language))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn site() -> SiteTable {
        let locale = |code: &str| SiteLocale {
            code: code.to_owned(),
            direction: "ltr".to_owned(),
            home: format!("/{code}/"),
            not_found: String::new(),
            gone: String::new(),
            search: String::new(),
        };
        SiteTable {
            default: "en".to_owned(),
            address: "https://coalition.example".to_owned(),
            locales: ["en", "ar", "fr", "pt-BR", "zh-Hant"].map(locale).to_vec(),
        }
    }

    #[test]
    fn finds_the_locale_that_is_liked_best() {
        let table = [
            ("ar", "ar"),
            ("ar-IQ, en;q=0.9", "ar"),
            ("de, fr;q=0.5, ar;q=0.4", "fr"),
            ("fr;q=0.2, ar;q=0.9", "ar"),
            ("FR-ca", "fr"),
            ("pt", "pt-BR"),
            ("pt-PT", "pt-BR"),
            ("zh-Hant-TW", "zh-Hant"),
            ("ar;q=0, fr;q=0.1", "fr"),
            ("de, *", "en"),
            ("de", "en"),
            ("", "en"),
            ("x", "en"),
        ];
        for (accept, expected) in table {
            assert_eq!(choose(&site(), Some(accept)).unwrap().code, expected, "{accept:?}");
        }
        assert_eq!(choose(&site(), None).unwrap().code, "en");
    }

    #[test]
    fn the_first_segment_names_the_locale() {
        assert_eq!(of_path(&site(), "/ar/no/such/page").unwrap().code, "ar");
        for path in ["/", "/arabic/", "/x/ar/", "/AR/"] {
            assert!(of_path(&site(), path).is_none(), "{path}");
        }
    }

    proptest! {
        #[test]
        fn there_is_always_a_locale(accept in "\\PC*") {
            prop_assert!(choose(&site(), Some(&accept)).is_some());
        }
    }
}
