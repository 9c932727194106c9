//! The world that pages read: projections, lists, bodies, theme and messages, as of the instant to which the press has
//! brought its notes.

use std::cell::RefCell;
use std::sync::Arc;

use content::card::{Address, Card, Standing, State};
use content::record::Site;
use content::{List, Route, Subject};
use language::{Catalogue, Locale};
use render::world::{Answer, Item, Range, Read, Said, SiteView, Unreadable, Window, World};
use render::{ShownUnit, Template};
use rusqlite::Connection;
use store::Reader;

use crate::ambient::Ambient;
use crate::answers::Answers;
use crate::error::PressError;
use crate::shelf::{AllLists, Shelf};
use crate::visible::{place_id, words_id};
use crate::{subjects, windows};

/// What all threads share.
#[derive(Debug)]
pub(crate) struct Surroundings {
    pub(crate) ambient: Ambient,
    pub(crate) view: Arc<SiteView>,
    answers: Answers,
    /// All lists, if they are in memory.
    lists: Option<AllLists>,
}

impl Surroundings {
    pub(crate) fn new(ambient: &Ambient, site: &Site, answers: Answers) -> Surroundings {
        let view = SiteView {
            site: site.clone(),
            base: ambient.base.clone(),
            assets: ambient.theme.asset_paths(),
        };
        Surroundings {
            ambient: ambient.clone(),
            view: Arc::new(view),
            answers,
            lists: None,
        }
    }

    /// The same with all lists in memory, as the notes have them.
    pub(crate) fn with_lists(mut self, lists: AllLists) -> Surroundings {
        self.lists = Some(lists);
        self
    }
}

/// The world as one thread sees it.
pub(crate) struct Notes<'a> {
    connection: &'a Connection,
    reader: RefCell<&'a mut Reader>,
    surroundings: &'a Surroundings,
}

impl<'a> Notes<'a> {
    pub(crate) fn new(connection: &'a Connection, reader: &'a mut Reader, surroundings: &'a Surroundings) -> Notes<'a> {
        Notes {
            connection,
            reader: RefCell::new(reader),
            surroundings,
        }
    }

    fn shelf(&self) -> &dyn Shelf {
        match &self.surroundings.lists {
            Some(lists) => lists,
            None => self.connection,
        }
    }

    /// Whether anything can stand at a route: its subject still has it, and the site its locale. Needs no read: a route
    /// that comes or goes is rendered for that alone.
    pub(crate) fn has_route(&self, route: &Route) -> Result<bool, Unreadable> {
        if route
            .locale()
            .is_some_and(|locale| !self.surroundings.view.site.locales.contains(&locale))
        {
            return Ok(false);
        }
        let Some(subject) = route.subject() else {
            return Ok(true);
        };
        Ok(subjects::routes_of(self.connection, subject, route.locale())
            .map_err(unreadable)?
            .contains(route))
    }

    /// What may be looked up in [`crate::visible`] of the subjects that a page shows.
    pub(crate) fn visible_ids(&self, units: &[ShownUnit]) -> Result<Vec<u64>, Unreadable> {
        let mut ids = Vec::with_capacity(units.len() * 2);
        for unit in units {
            ids.push(place_id(&unit.subject, Some(unit.locale)));
            let language = match unit.language {
                None => self.card(&unit.subject, unit.locale)?.value.map(|card| card.language),
                told => told,
            };
            ids.extend(language.map(|language| words_id(&unit.subject, language)));
        }
        ids.sort_unstable();
        ids.dedup();
        Ok(ids)
    }

    /// The bytes of a picture.
    pub(crate) fn media_bytes(&self, hash: &str) -> Result<Option<Vec<u8>>, PressError> {
        Ok(self.reader.borrow_mut().media_bytes(hash)?)
    }
}

fn unreadable(error: PressError) -> Unreadable {
    Unreadable(error.to_string())
}

impl World for Notes<'_> {
    fn card(&self, subject: &Subject, locale: Locale) -> Result<Answer<Option<Arc<Card>>>, Unreadable> {
        let unit = place_id(subject, Some(locale));
        let cards = &self.surroundings.answers.cards;
        let found = cards.get(unit, || {
            Ok(subjects::card(self.connection, subject, Some(locale))?.map(Arc::new))
        });
        let value = found.map_err(unreadable)?;
        Ok(Answer {
            value,
            read: Read::Card(subject.clone(), locale),
        })
    }

    fn address(&self, subject: &Subject, locale: Locale) -> Result<Answer<Option<Address>>, Unreadable> {
        let unit = place_id(subject, Some(locale));
        let addresses = &self.surroundings.answers.addresses;
        let value = addresses
            .get(unit, || subjects::address(self.connection, subject, Some(locale)))
            .map_err(unreadable)?;
        Ok(Answer {
            value,
            read: Read::Address(subject.clone(), locale),
        })
    }

    fn state(&self, subject: &Subject, locale: Locale) -> Result<Answer<Option<State>>, Unreadable> {
        let unit = place_id(subject, Some(locale));
        let states = &self.surroundings.answers.states;
        let value = states
            .get(unit, || subjects::state(self.connection, subject, Some(locale)))
            .map_err(unreadable)?;
        Ok(Answer {
            value,
            read: Read::State(subject.clone(), locale),
        })
    }

    fn body(
        &self,
        subject: &Subject,
        locale: Locale,
        number: Option<usize>,
    ) -> Result<Answer<Option<Said>>, Unreadable> {
        let state = self.state(subject, locale)?.value;
        let version = number.and_then(|number| {
            let mut compared = state.iter().flat_map(State::compared);
            compared.find(|version| version.number == number).cloned()
        });
        let revision = match (state.as_ref().map(|state| &state.standing), number) {
            (Some(Standing::Public { revision, .. }), None) => Some(*revision),
            _ => version.as_ref().map(|version| version.revision),
        };
        let language = state.map(|state| state.language);
        let body = match language.zip(revision.filter(|revision| *revision > 0)) {
            Some((language, revision)) => {
                let body = self.reader.borrow_mut().body(subject, language, revision);
                body.map_err(|error| Unreadable(error.to_string()))?
            }
            None => None,
        };
        let value = body.map(|body| Said {
            body: Arc::new(body),
            version,
        });
        let read = match number {
            Some(number) => Read::Version(subject.clone(), locale, number),
            None => Read::State(subject.clone(), locale),
        };
        Ok(Answer { value, read })
    }

    fn range(&self, list: &List, window: Window) -> Result<Answer<Range>, Unreadable> {
        let id = list.id();
        if window == Window::Filled {
            let filled = self.shelf().count(id).map_err(unreadable)? > 0;
            return Ok(Answer {
                value: Range {
                    filled,
                    ..Range::default()
                },
                read: Read::Filled(list.clone()),
            });
        }
        let found = windows::find(self.shelf(), id, window).map_err(unreadable)?;
        let mut items = Vec::with_capacity(found.places.len());
        for position in found.places {
            let names = &self.surroundings.answers.names;
            let name = names
                .get_some(position.tie, || subjects::name(self.connection, position.tie))
                .map_err(unreadable)?;
            items.extend(name.map(|subject| Item { subject, position }));
        }
        let value = Range {
            items,
            filled: false,
            older: found.older,
            newer: found.newer,
        };
        Ok(Answer {
            value,
            read: Read::Range(list.clone(), found.from, found.until),
        })
    }

    fn site(&self) -> Result<Answer<Arc<SiteView>>, Unreadable> {
        Ok(Answer {
            value: Arc::clone(&self.surroundings.view),
            read: Read::Site,
        })
    }

    fn template(&self, name: &str) -> Result<Answer<Option<Arc<Template>>>, Unreadable> {
        let value = self.surroundings.ambient.theme.template(name);
        Ok(Answer {
            value,
            read: Read::Template(name.to_owned()),
        })
    }

    fn messages(&self, locale: Locale, group: &str) -> Result<Answer<Option<Arc<Catalogue>>>, Unreadable> {
        let value = self.surroundings.ambient.catalogues.get(&locale).cloned();
        Ok(Answer {
            value,
            read: Read::Messages(locale, group.to_owned()),
        })
    }
}
