//! The desk: what a page in one locale is made with — the recorded world, the site, formats, words.

use std::sync::Arc;

use content::card::Address;
use content::list::List;
use content::route::encode_path;
use content::{Card, Instant, Noun, Subject};
use language::{Formatter, Locale, group_of};
use minijinja::value::Value;

use crate::error::RenderError;
use crate::formatters::Formatters;
use crate::html;
use crate::recorder::Recorder;
use crate::scope::Scope;
use crate::words::{Filling, Said, Words, say};
use crate::world::{SiteView, Window};

/// What a page in one locale is made with.
pub(crate) struct Desk<'a> {
    pub(crate) world: &'a Recorder<'a>,
    pub(crate) formatters: &'a Formatters,
    pub(crate) formatter: &'a Formatter,
    pub(crate) site: Arc<SiteView>,
    pub(crate) locale: Locale,
}

impl<'a> Desk<'a> {
    pub(crate) fn open(
        world: &'a Recorder<'a>,
        formatters: &'a Formatters,
        locale: Locale,
    ) -> Result<Desk<'a>, RenderError> {
        Ok(Desk {
            world,
            formatters,
            formatter: formatters.get(locale)?,
            site: world.site()?,
            locale,
        })
    }

    /// The card of a subject as this locale shows it.
    pub(crate) fn card(&self, subject: &Subject) -> Result<Option<Arc<Card>>, RenderError> {
        self.world.card(subject, self.locale)
    }

    /// The cards of subjects, without those that are not public.
    pub(crate) fn cards<'s>(
        &self,
        subjects: impl IntoIterator<Item = &'s Subject>,
    ) -> Result<Vec<Arc<Card>>, RenderError> {
        let cards = subjects.into_iter().map(|subject| self.card(subject));
        cards.filter_map(Result::transpose).collect()
    }

    /// The cards of a part of a list.
    pub(crate) fn listed(&self, list: &List, window: Window) -> Result<Vec<Arc<Card>>, RenderError> {
        let range = self.world.range(list, window)?;
        self.cards(range.items.iter().map(|item| &item.subject))
    }

    /// Whether anything stands in a list.
    pub(crate) fn is_filled(&self, list: &List) -> Result<bool, RenderError> {
        Ok(self.world.range(list, Window::Filled)?.filled)
    }

    /// Where words about a subject may lead; none if it has no page now.
    pub(crate) fn address(&self, subject: &Subject) -> Result<Option<Address>, RenderError> {
        let has_page = subject.noun() != Noun::Tag || self.is_filled(&List::Tag(subject.clone(), self.locale))?;
        if has_page {
            self.world.address(subject, self.locale)
        } else {
            Ok(None)
        }
    }

    /// A filled message in this locale.
    pub(crate) fn say(&self, key: &str, fillings: &[(&str, Filling<'_>)]) -> Result<Said, RenderError> {
        let catalogue = self.world.messages(self.locale, group_of(key))?;
        say(&catalogue, Some(self.formatter), key, fillings)
    }

    /// A filled message as plain words; none of what fills it is markup.
    pub(crate) fn text(&self, key: &str, fillings: &[(&str, Filling<'_>)]) -> Result<String, RenderError> {
        match self.say(key, fillings)? {
            Said::Text(words) | Said::Html(words) => Ok(words),
        }
    }

    /// A day in words.
    pub(crate) fn date(&self, at: Instant) -> String {
        self.formatter.date(at.date())
    }

    /// A length or place of a recording, `1:20` or `1:02:03`, in the digits of the locale.
    pub(crate) fn clock(&self, seconds: u32) -> String {
        let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
        let two = |number: u32| {
            let tens = self.formatter.number(u64::from(number / 10));
            format!("{tens}{}", self.formatter.number(u64::from(number % 10)))
        };
        match hours {
            0 => format!("{}:{}", self.formatter.number(minutes.into()), two(seconds)),
            hours => format!(
                "{}:{}:{}",
                self.formatter.number(hours.into()),
                two(minutes),
                two(seconds)
            ),
        }
    }

    /// `lang` and `dir` for words in a language other than the page's.
    pub(crate) fn attributes(&self, language: Locale) -> String {
        html::language_attributes(language, self.locale)
    }

    /// A path of this site with scheme and authority, as it is written into a link.
    pub(crate) fn absolute(&self, path: &str) -> String {
        format!("{}{}", self.site.base, encode_path(path))
    }

    /// The locale of those who ask for none that we have.
    pub(crate) fn default_locale(&self) -> Locale {
        self.site.site.default_locale().unwrap_or(self.locale)
    }

    /// Words that the settings give per locale: this locale's, or else the default's, with their language.
    pub(crate) fn setting<'s>(
        &self,
        words: &'s std::collections::BTreeMap<Locale, String>,
    ) -> Option<(Locale, &'s str)> {
        let locales = [self.locale, self.default_locale()]
            .into_iter()
            .chain(words.keys().copied());
        let mut found = locales.filter_map(|locale| words.get(&locale).map(|words| (locale, words.as_str())));
        found.next()
    }

    /// Renders a template with `t`, `page` and one further value.
    pub(crate) fn template(
        &self,
        name: &str,
        page: Value,
        content: (&'static str, Value),
    ) -> Result<String, RenderError> {
        let template = self.world.template(name)?;
        let groups = template.groups().iter();
        let catalogues = groups.map(|group| Ok((group.clone(), self.world.messages(self.locale, group)?)));
        let words = Words {
            catalogues: catalogues.collect::<Result<_, RenderError>>()?,
        };
        let scope = Scope::new()
            .with("t", Value::from_object(words))
            .with("page", page)
            .with(content.0, content.1);
        template.render(scope.into_value())
    }
}
