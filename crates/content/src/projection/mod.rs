//! The projection: what the public may see of a subject at an instant, in every locale. A pure function; the press
//! keeps its results and compares them to learn what a change touches.

mod entry;
mod lists;
mod past;
mod routes;

use language::Locale;
use serde::{Deserialize, Serialize};

use crate::card::{Address, Card, Detail, Standing, State};
use crate::instant::Instant;
use crate::list::{List, Position};
use crate::media::Media;
use crate::meta::Meta;
use crate::past::Past;
use crate::record::{Deleted, Fact, Missing, Post, Record, Tag};
use crate::route::{self, Route};
use crate::subject::Subject;
use entry::project_entry;
pub(crate) use lists::EPISODES_MAX;
pub use past::versions;
use routes::gone_routes;

/// The settings that all projections hang on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Context {
    /// The site's locales, the default first.
    pub locales: Vec<Locale>,
    /// What is done where a translation is missing.
    pub missing: Missing,
}

/// What can be seen of a subject.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Projection {
    /// One per locale, or a single one for what all locales share.
    pub units: Vec<Unit>,
    /// The next instant at which any of this would differ.
    pub until: Option<Instant>,
}

/// What can be seen of a subject in one locale.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Unit {
    /// The locale; none for what all locales share (posts, media, the site).
    pub locale: Option<Locale>,
    /// The short form, if it is public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card: Option<Card>,
    /// What stands at its address, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<State>,
    /// Where it is listed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lists: Vec<(List, Position)>,
    /// The routes that exist because of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub routes: Vec<Route>,
}

impl Unit {
    /// Path and language, if it can be linked to.
    pub fn address(&self) -> Option<Address> {
        let card = self.card.as_ref().filter(|card| !card.path.is_empty())?;
        Some(Address {
            path: card.path.clone(),
            language: card.language,
        })
    }
}

impl Context {
    fn default_locale(&self) -> Option<Locale> {
        self.locales.first().copied()
    }
}

/// What the public may see of a record at an instant.
pub fn project(record: &Record, context: &Context, now: Instant) -> Projection {
    match record {
        Record::Entry(entry) => project_entry(entry, context, now),
        Record::Tag(tag) => project_tag(tag, context),
        Record::Fact(fact) => project_fact(fact, context),
        Record::Post(post) => project_post(post, context, now),
        Record::Media(media) => project_media(media, context, now),
        Record::Site(_) => Projection {
            units: vec![Unit::default()],
            until: None,
        },
        Record::Deleted(deleted) => project_deleted(deleted, context),
    }
}

fn project_tag(tag: &Tag, context: &Context) -> Projection {
    let units = context.locales.iter().map(|locale| {
        let own = tag.names.get(locale).map(|name| (*locale, name));
        let named = own.or_else(|| tag.names.iter().next().map(|(language, name)| (*language, name)));
        let card = named.map(|(language, name)| Card {
            subject: tag.subject.clone(),
            language,
            path: route::list_path(&List::Tag(tag.subject.clone(), *locale), *locale, None),
            title: name.clone(),
            summary: String::new(),
            dateline: String::new(),
            official: String::new(),
            footnote: String::new(),
            published: None,
            meta: Meta::default(),
            detail: Detail::Tag,
        });
        let listed = card
            .as_ref()
            .map(|_| (List::Tags(*locale), Position::new(Instant(0), &tag.subject)));
        Unit {
            locale: Some(*locale),
            card,
            lists: listed.into_iter().collect(),
            ..Unit::default()
        }
    });
    Projection {
        units: units.collect(),
        until: None,
    }
}

fn project_fact(fact: &Fact, context: &Context) -> Projection {
    let units = context.locales.iter().map(|locale| {
        let card = fact.nouns.get(locale).map(|noun| Card {
            subject: fact.subject.clone(),
            language: *locale,
            path: String::new(),
            title: String::new(),
            summary: String::new(),
            dateline: String::new(),
            official: String::new(),
            footnote: String::new(),
            published: None,
            meta: Meta::default(),
            detail: Detail::Fact {
                value: fact.value,
                as_of: fact.as_of,
                noun: noun.clone(),
            },
        });
        Unit {
            locale: Some(*locale),
            card,
            ..Unit::default()
        }
    });
    Projection {
        units: units.collect(),
        until: None,
    }
}

fn project_post(post: &Post, context: &Context, now: Instant) -> Projection {
    let spoken = context
        .locales
        .iter()
        .find(|locale| locale.language() == post.language.language())
        .copied();
    let Some(locale) = spoken.or(context.default_locale()) else {
        return Projection::default();
    };
    let path = route::post_path(&post.subject, locale);
    let mut unit = Unit {
        routes: vec![Route::Post(post.subject.clone())],
        ..Unit::default()
    };
    if let Some(removal) = post.removed.as_ref().filter(|removal| removal.at <= now) {
        let standing = Standing::Gone(removal.notice.clone());
        unit.state = Some(State {
            path,
            language: locale,
            standing,
        });
        return Projection {
            units: vec![unit],
            until: None,
        };
    }
    if post.at > now {
        return Projection {
            units: vec![Unit::default()],
            until: Some(post.at),
        };
    }
    let position = Position::new(post.at, &post.subject);
    let passed_on = post.passed_on_by.as_ref().and_then(|voice| voice.member.as_ref());
    let voices = [post.speaker.member.as_ref(), passed_on];
    unit.lists.push((List::Wall, position));
    let mut members: Vec<&Subject> = voices.into_iter().flatten().collect();
    members.dedup();
    unit.lists.extend(
        members
            .into_iter()
            .map(|member| (List::Voice(member.clone()), position)),
    );
    let hashtags = crate::hashtags::of(&post.words);
    unit.lists
        .extend(hashtags.into_iter().map(|word| (List::Hashtag(word), position)));
    let standing = Standing::Public {
        revision: 0,
        published: post.at,
        updated: post.at,
        past: Past::default(),
    };
    unit.state = Some(State {
        path: path.clone(),
        language: locale,
        standing,
    });
    unit.card = Some(bare_card(
        &post.subject,
        post.language,
        path,
        Detail::Post(Box::new(post.clone())),
    ));
    let until = post.removed.as_ref().map(|removal| removal.at);
    Projection {
        units: vec![unit],
        until,
    }
}

fn project_media(media: &Media, context: &Context, now: Instant) -> Projection {
    let Some(language) = context.default_locale().filter(|_| media.is_public(now)) else {
        return Projection {
            units: vec![Unit::default()],
            until: None,
        };
    };
    let path = media.files.last().map(|file| media.path(file)).unwrap_or_default();
    let routes = media.files.iter();
    let routes = routes.map(|file| Route::Media(media.subject.clone(), file.hash.clone()));
    Projection {
        units: vec![Unit {
            card: Some(bare_card(
                &media.subject,
                language,
                path,
                Detail::Media(Box::new(media.clone())),
            )),
            routes: routes.collect(),
            ..Unit::default()
        }],
        until: media.ends(),
    }
}

fn bare_card(subject: &Subject, language: Locale, path: String, detail: Detail) -> Card {
    Card {
        subject: subject.clone(),
        language,
        path,
        title: String::new(),
        summary: String::new(),
        dateline: String::new(),
        official: String::new(),
        footnote: String::new(),
        published: None,
        meta: Meta::default(),
        detail,
    }
}

/// What was deleted shows itself only where it had an address.
fn project_deleted(deleted: &Deleted, context: &Context) -> Projection {
    let units = context.locales.iter().filter_map(|locale| {
        let own = deleted.slugs.iter().filter(|(slug_locale, _)| slug_locale == locale);
        let slugs: Vec<String> = own.map(|(_, slug)| slug.clone()).collect();
        let state = State {
            path: route::entry_path(&deleted.subject, *locale, slugs.first()?),
            language: *locale,
            standing: Standing::Gone(String::new()),
        };
        let routes = gone_routes(&deleted.subject, *locale, &slugs);
        Some(Unit {
            locale: Some(*locale),
            state: Some(state),
            routes,
            ..Unit::default()
        })
    });
    Projection {
        units: units.collect(),
        until: None,
    }
}
