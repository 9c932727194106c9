//! Facts: a number with its noun in the right plural form.

use content::Subject;
use content::card::Detail;
use language::{Locale, plural_category};

use crate::desk::Desk;
use crate::error::RenderError;
use crate::html;

/// The key of the fact that says how many members the coalition has.
pub(crate) const MEMBERS: &str = "fact/members";

impl Desk<'_> {
    /// A fact in the language of the words around it; where it has no noun in that language, in another with its
    /// `lang` and `dir`; empty if there is no such fact.
    pub(crate) fn fact(&self, fact: &Subject, language: Locale) -> Result<String, RenderError> {
        let others = self
            .site
            .site
            .locales
            .iter()
            .copied()
            .filter(|other| *other != language);
        for locale in std::iter::once(language).chain(others) {
            if let Some(words) = self.fact_words(fact, locale)? {
                let attributes = html::language_attributes(locale, language);
                return Ok(format!("<span class=\"fact\"{attributes}>{words}</span>"));
            }
        }
        Ok(String::new())
    }

    /// The fact by which the coalition counts its members, in this locale; empty if it states none.
    pub(crate) fn member_count(&self) -> Result<String, RenderError> {
        match MEMBERS.parse() {
            Ok(fact) => self.fact(&fact, self.locale),
            Err(_) => Ok(String::new()),
        }
    }

    fn fact_words(&self, fact: &Subject, locale: Locale) -> Result<Option<String>, RenderError> {
        let Some(card) = self.world.card(fact, locale)? else {
            return Ok(None);
        };
        let Detail::Fact { value, noun, .. } = &card.detail else {
            return Ok(None);
        };
        let form = noun
            .get(&plural_category(locale, *value))
            .or_else(|| noun.values().next_back());
        let Some(form) = form else { return Ok(None) };
        let number = html::isolated(&self.formatters.get(locale)?.number(*value));
        let parts: Vec<String> = form.split('#').map(html::escaped).collect();
        Ok(Some(parts.join(&number)))
    }
}
