//! The messages of all languages together.

use super::catalogue::Catalogue;
use super::parity;
use super::problem::CatalogueProblem;
use crate::locale::Locale;

/// One catalogue for each language; the first serves languages that have none.
#[derive(Debug)]
pub struct Catalogues {
    all: Vec<Catalogue>,
}

impl Catalogues {
    /// Takes the catalogues in order of preference.
    #[must_use]
    pub fn new(catalogues: Vec<Catalogue>) -> Self {
        Self { all: catalogues }
    }

    /// The catalogue of this locale, else one of its language, else the first; none when there are none at all.
    #[must_use]
    pub fn get(&self, locale: Locale) -> Option<&Catalogue> {
        let exact = self.all.iter().find(|catalogue| catalogue.locale() == locale);
        let language = || {
            let same = self
                .all
                .iter()
                .filter(|catalogue| catalogue.locale().language() == locale.language());
            same.min_by_key(|catalogue| catalogue.locale().as_str().len())
        };
        exact.or_else(language).or_else(|| self.all.first())
    }

    /// All catalogues, in order of preference.
    pub fn iter(&self) -> impl Iterator<Item = &Catalogue> {
        self.all.iter()
    }

    /// All catalogues, in order of preference, to be used one by one.
    #[must_use]
    pub fn into_all(self) -> Vec<Catalogue> {
        self.all
    }

    /// In what the languages are not equal: messages that one lacks, other arguments, plural forms that the
    /// language needs and a message lacks. Empty when translators have nothing left to do.
    #[must_use]
    pub fn parity(&self) -> Vec<CatalogueProblem> {
        parity::problems(&self.all)
    }
}
