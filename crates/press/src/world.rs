//! The world that pages read: projections, lists, bodies, theme and messages, as of the instant to which the press has
//! brought its notes.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use content::card::{Address, Card, Standing, State};
use content::record::Site;
use content::{Body, List, Projection, Route, Subject};
use language::{Catalogue, Locale};
use render::Template;
use render::world::{Answer, Item, Range, Read, SiteView, Unreadable, Window, World};
use rusqlite::Connection;
use store::Reader;

use crate::ambient::Ambient;
use crate::error::PressError;
use crate::keys::is_shared;
use crate::subjects::{self, Known};
use crate::{lists, visible, windows};

/// So many projections are kept decoded by each thread that renders.
const CACHED_SUBJECTS: usize = 4_096;

/// What all threads share.
#[derive(Debug, Clone)]
pub(crate) struct Surroundings {
    pub(crate) ambient: Ambient,
    pub(crate) view: Arc<SiteView>,
}

impl Surroundings {
    pub(crate) fn new(ambient: &Ambient, site: &Site) -> Surroundings {
        let view = SiteView { site: site.clone(), base: ambient.base.clone(), assets: ambient.theme.asset_paths() };
        Surroundings { ambient: ambient.clone(), view: Arc::new(view) }
    }
}

/// The world as one thread sees it.
pub(crate) struct Notes<'a> {
    connection: &'a Connection,
    reader: RefCell<&'a mut Reader>,
    surroundings: &'a Surroundings,
    known: RefCell<HashMap<u64, Option<Arc<Known>>>>,
}

impl<'a> Notes<'a> {
    pub(crate) fn new(connection: &'a Connection, reader: &'a mut Reader, surroundings: &'a Surroundings) -> Notes<'a> {
        Notes { connection, reader: RefCell::new(reader), surroundings, known: RefCell::default() }
    }

    fn known(&self, id: u64) -> Result<Option<Arc<Known>>, Unreadable> {
        if let Some(known) = self.known.borrow().get(&id) {
            return Ok(known.clone());
        }
        let known = subjects::load(self.connection, id).map_err(unreadable)?.map(Arc::new);
        let mut cache = self.known.borrow_mut();
        if cache.len() >= CACHED_SUBJECTS {
            cache.clear();
        }
        cache.insert(id, known.clone());
        Ok(known)
    }

    /// Whether anything can stand at a route: its subject still has it, and the site its locale. Needs no read: a route
    /// that comes or goes is rendered for that alone.
    pub(crate) fn has_route(&self, route: &Route) -> Result<bool, Unreadable> {
        if route.locale().is_some_and(|locale| !self.surroundings.view.site.locales.contains(&locale)) {
            return Ok(false);
        }
        let Some(subject) = route.subject() else { return Ok(true) };
        let known = self.known(subject.tie())?;
        Ok(known.is_some_and(|known| known.projection.units.iter().any(|unit| unit.routes.contains(route))))
    }

    /// What may be looked up in [`crate::visible`] of the subjects that a page shows.
    pub(crate) fn visible_ids(&self, units: &[(Subject, Locale)]) -> Result<Vec<u64>, Unreadable> {
        let mut ids = BTreeSet::new();
        for (subject, locale) in units {
            ids.insert(visible::place_id(subject, Some(*locale)));
            let known = self.known(subject.tie())?;
            let unit = known.as_ref().and_then(|known| unit_of(&known.projection, subject, *locale));
            ids.extend(unit.and_then(|unit| unit.card.as_ref()).map(|card| visible::words_id(subject, card.language)));
        }
        Ok(ids.into_iter().collect())
    }

    /// The bytes of a picture.
    pub(crate) fn media_bytes(&self, hash: &str) -> Result<Option<Vec<u8>>, PressError> {
        Ok(self.reader.borrow_mut().media_bytes(hash)?)
    }

    fn with_unit<T>(
        &self,
        subject: &Subject,
        locale: Locale,
        pick: impl FnOnce(&content::projection::Unit) -> Option<T>,
    ) -> Result<Option<T>, Unreadable> {
        let known = self.known(subject.tie())?;
        Ok(known.and_then(|known| unit_of(&known.projection, subject, locale).and_then(pick)))
    }
}

fn unit_of<'p>(projection: &'p Projection, subject: &Subject, locale: Locale) -> Option<&'p content::projection::Unit> {
    let wanted = if is_shared(subject.noun()) { None } else { Some(locale) };
    projection.units.iter().find(|unit| unit.locale == wanted)
}

fn unreadable(error: PressError) -> Unreadable {
    Unreadable(error.to_string())
}

impl World for Notes<'_> {
    fn card(&self, subject: &Subject, locale: Locale) -> Result<Answer<Option<Arc<Card>>>, Unreadable> {
        let value = self.with_unit(subject, locale, |unit| unit.card.clone().map(Arc::new))?;
        Ok(Answer { value, read: Read::Card(subject.clone(), locale) })
    }

    fn address(&self, subject: &Subject, locale: Locale) -> Result<Answer<Option<Address>>, Unreadable> {
        let value = self.with_unit(subject, locale, content::projection::Unit::address)?;
        Ok(Answer { value, read: Read::Address(subject.clone(), locale) })
    }

    fn state(&self, subject: &Subject, locale: Locale) -> Result<Answer<Option<State>>, Unreadable> {
        let value = self.with_unit(subject, locale, |unit| unit.state.clone())?;
        Ok(Answer { value, read: Read::State(subject.clone(), locale) })
    }

    fn body(&self, subject: &Subject, locale: Locale) -> Result<Answer<Option<Arc<Body>>>, Unreadable> {
        let state = self.with_unit(subject, locale, |unit| unit.state.clone())?;
        let revision = state.and_then(|state| match state.standing {
            Standing::Public { revision, .. } if revision > 0 => Some((state.language, revision)),
            _ => None,
        });
        let value = match revision {
            Some((language, revision)) => {
                let mut reader = self.reader.borrow_mut();
                let body = reader.body(subject, language, revision).map_err(|error| Unreadable(error.to_string()))?;
                body.map(Arc::new)
            }
            None => None,
        };
        Ok(Answer { value, read: Read::State(subject.clone(), locale) })
    }

    fn range(&self, list: &List, window: Window) -> Result<Answer<Range>, Unreadable> {
        let id = list.id();
        if window == Window::Count {
            let count = lists::count(self.connection, id).map_err(unreadable)?;
            return Ok(Answer { value: Range { count, ..Range::default() }, read: Read::Count(list.clone()) });
        }
        let found = windows::find(self.connection, id, window).map_err(unreadable)?;
        let mut items = Vec::with_capacity(found.places.len());
        for position in found.places {
            if let Some(known) = self.known(position.tie)? {
                items.push(Item { subject: known.subject.clone(), position });
            }
        }
        let value = Range { items, count: 0, older: found.older, newer: found.newer };
        Ok(Answer { value, read: Read::Range(list.clone(), found.from, found.until) })
    }

    fn site(&self) -> Result<Answer<Arc<SiteView>>, Unreadable> {
        Ok(Answer { value: Arc::clone(&self.surroundings.view), read: Read::Site })
    }

    fn template(&self, name: &str) -> Result<Answer<Option<Arc<Template>>>, Unreadable> {
        let value = self.surroundings.ambient.theme.template(name);
        Ok(Answer { value, read: Read::Template(name.to_owned()) })
    }

    fn messages(&self, locale: Locale, group: &str) -> Result<Answer<Option<Arc<Catalogue>>>, Unreadable> {
        let value = self.surroundings.ambient.catalogues.get(&locale).cloned();
        Ok(Answer { value, read: Read::Messages(locale, group.to_owned()) })
    }
}
