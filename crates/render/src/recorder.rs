//! The recorder: the only way from a page to the world. It remembers every question.

use std::cell::RefCell;
use std::sync::Arc;

use content::card::{Address, Card, Standing, State};
use content::list::List;
use content::past::Version;
use content::{Body, Subject};
use language::{Catalogue, Locale};

use crate::error::RenderError;
use crate::outcome::ShownUnit;
use crate::templates::Template;
use crate::world::{Answer, Range, Read, SiteView, Unreadable, Window, World};

/// A world that remembers what it was asked.
pub(crate) struct Recorder<'w> {
    world: &'w dyn World,
    reads: RefCell<Vec<Read>>,
    units: RefCell<Vec<ShownUnit>>,
}

impl<'w> Recorder<'w> {
    pub(crate) fn new(world: &'w dyn World) -> Recorder<'w> {
        Recorder {
            world,
            reads: RefCell::default(),
            units: RefCell::default(),
        }
    }

    pub(crate) fn card(&self, subject: &Subject, locale: Locale) -> Result<Option<Arc<Card>>, RenderError> {
        let card = self.note(self.world.card(subject, locale))?;
        self.note_unit(card.is_some(), subject, locale, card.as_ref().map(|card| card.language));
        Ok(card)
    }

    pub(crate) fn address(&self, subject: &Subject, locale: Locale) -> Result<Option<Address>, RenderError> {
        self.note(self.world.address(subject, locale))
    }

    pub(crate) fn state(&self, subject: &Subject, locale: Locale) -> Result<Option<State>, RenderError> {
        let state = self.note(self.world.state(subject, locale))?;
        // The words at a public address are those of the card.
        let language = state
            .as_ref()
            .filter(|state| matches!(state.standing, Standing::Public { .. }));
        self.note_unit(state.is_some(), subject, locale, language.map(|state| state.language));
        Ok(state)
    }

    pub(crate) fn body(&self, subject: &Subject, locale: Locale) -> Result<Option<Arc<Body>>, RenderError> {
        let said = self.note(self.world.body(subject, locale, None))?;
        self.note_unit(said.is_some(), subject, locale, None);
        Ok(said.map(|said| said.body))
    }

    /// A version that was public, and its blocks.
    pub(crate) fn version(
        &self,
        subject: &Subject,
        locale: Locale,
        number: usize,
    ) -> Result<Option<(Version, Arc<Body>)>, RenderError> {
        let said = self.note(self.world.body(subject, locale, Some(number)))?;
        self.note_unit(said.is_some(), subject, locale, None);
        Ok(said.and_then(|said| Some((said.version?, said.body))))
    }

    pub(crate) fn range(&self, list: &List, window: Window) -> Result<Range, RenderError> {
        self.note(self.world.range(list, window))
    }

    pub(crate) fn site(&self) -> Result<Arc<SiteView>, RenderError> {
        self.note(self.world.site())
    }

    pub(crate) fn template(&self, name: &str) -> Result<Arc<Template>, RenderError> {
        self.note(self.world.template(name))?
            .ok_or_else(|| RenderError::NoTemplate(name.to_owned()))
    }

    pub(crate) fn messages(&self, locale: Locale, group: &str) -> Result<Arc<Catalogue>, RenderError> {
        self.note(self.world.messages(locale, group))?
            .ok_or(RenderError::NoMessages(locale))
    }

    /// All reads and all subjects whose words were seen, each sorted and once.
    pub(crate) fn finish(self) -> (Vec<Read>, Vec<ShownUnit>) {
        (sorted(self.reads.into_inner()), sorted(self.units.into_inner()))
    }

    fn note<T>(&self, answer: Result<Answer<T>, Unreadable>) -> Result<T, RenderError> {
        let answer = answer?;
        self.reads.borrow_mut().push(answer.read);
        Ok(answer.value)
    }

    fn note_unit(&self, seen: bool, subject: &Subject, locale: Locale, language: Option<Locale>) {
        if seen {
            self.units.borrow_mut().push(ShownUnit {
                subject: subject.clone(),
                locale,
                language,
            });
        }
    }
}

fn sorted<T: Ord>(mut items: Vec<T>) -> Vec<T> {
    items.sort_unstable();
    items.dedup();
    items
}
