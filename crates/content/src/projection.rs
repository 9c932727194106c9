//! The projection: what the public may see of a subject at an instant, in every locale. A pure function; the press
//! keeps its results and compares them to learn what a change touches.

use std::collections::BTreeSet;

use language::Locale;
use serde::{Deserialize, Serialize};

use crate::card::{Address, Card, Detail, Standing, State};
use crate::instant::Instant;
use crate::list::{List, Position};
use crate::meta::{Episode, Meta, Period};
use crate::record::{Deleted, Entry, Fact, Media, Missing, Post, Publication, Record, RevisionHead, Tag, TextHistory};
use crate::route::{self, HOME_KEY, Route};
use crate::subject::{Noun, Subject};

/// A season has fewer episodes than this.
pub(crate) const EPISODES_MAX: i64 = 10_000;

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
        Record::Media(media) => project_media(media, context),
        Record::Site(_) => Projection {
            units: vec![Unit::default()],
            until: None,
        },
        Record::Deleted(deleted) => project_deleted(deleted, context),
    }
}

fn project_entry(entry: &Entry, context: &Context, now: Instant) -> Projection {
    let units = context
        .locales
        .iter()
        .map(|locale| entry_unit(entry, *locale, context, now))
        .collect();
    Projection {
        units,
        until: next_change(entry, now),
    }
}

/// The publication that a locale shows, in whose language. All locales share the date of the source's: a translation
/// that comes late takes the entry's place in every list.
struct Shown<'a> {
    language: Locale,
    date: Instant,
    history: &'a TextHistory,
    publication: &'a Publication,
    revision: &'a RevisionHead,
}

fn entry_unit(entry: &Entry, locale: Locale, context: &Context, now: Instant) -> Unit {
    let mut unit = Unit {
        locale: Some(locale),
        ..Unit::default()
    };
    let own = entry.texts.get(&locale);
    if let Some(shown) = shown_in(entry, locale, context, now) {
        let path = route::entry_path(&entry.subject, locale, &shown.revision.text.slug);
        unit.lists = lists_of(entry, locale, &shown, now);
        unit.state = Some(State {
            path: path.clone(),
            language: shown.language,
            standing: Standing::Public {
                revision: shown.publication.revision,
                published: shown.date,
                updated: shown.publication.from,
            },
        });
        unit.routes = entry_routes(entry, locale, &shown, context);
        unit.card = Some(entry_card(entry, &shown, path));
    } else if let Some((notice, language, slugs)) = gone_in(entry, own, locale, context, now) {
        unit.routes = gone_routes(&entry.subject, locale, &slugs);
        if let Some(slug) = slugs.first() {
            let path = route::entry_path(&entry.subject, locale, slug);
            unit.state = Some(State {
                path,
                language,
                standing: Standing::Gone(notice),
            });
        }
    }
    unit
}

fn shown_in<'a>(entry: &'a Entry, locale: Locale, context: &Context, now: Instant) -> Option<Shown<'a>> {
    public_text(entry, locale, now).or_else(|| {
        let withdrawn = entry
            .texts
            .get(&locale)
            .is_some_and(|text| text.withdrawn_at(now).is_some());
        let may_fall_back = context.missing == Missing::Show && !withdrawn;
        may_fall_back.then(|| public_text(entry, entry.source, now)).flatten()
    })
}

/// A translation is public only while its source is: it has no life of its own.
fn public_text(entry: &Entry, locale: Locale, now: Instant) -> Option<Shown<'_>> {
    let history = entry.texts.get(&locale)?;
    if history.withdrawn_at(now).is_some() {
        return None;
    }
    let publication = history.publication_at(now)?;
    let date = if locale == entry.source {
        publication.date
    } else {
        public_text(entry, entry.source, now)?.date
    };
    let revision = history.revisions.get(&publication.revision)?;
    Some(Shown {
        language: locale,
        date,
        history,
        publication,
        revision,
    })
}

fn entry_card(entry: &Entry, shown: &Shown<'_>, path: String) -> Card {
    let text = &shown.revision.text;
    Card {
        subject: entry.subject.clone(),
        language: shown.language,
        path,
        title: text.title.clone(),
        summary: text.summary.clone(),
        dateline: text.dateline.clone(),
        official: text.official.clone(),
        footnote: text.footnote.clone(),
        published: Some(shown.date),
        meta: entry.meta.clone(),
        detail: Detail::Entry,
    }
}

fn entry_routes(entry: &Entry, locale: Locale, shown: &Shown<'_>, context: &Context) -> Vec<Route> {
    if is_home(&entry.subject) {
        return Vec::new();
    }
    let mut former: Vec<&str> = shown.history.old_slugs.iter().map(String::as_str).collect();
    if shown.language == locale && locale != entry.source && context.missing == Missing::Show {
        // Before the translation came, the source stood at its own slug.
        let source = entry.texts.get(&entry.source);
        if let Some(source) = source.filter(|source| source.first_public() < shown.history.first_public()) {
            former.extend(source.old_slugs.iter().map(String::as_str));
            former.extend(source.newest_public_slug());
        }
    }
    former.sort_unstable();
    former.dedup();
    let redirects = former.into_iter().filter(|slug| *slug != shown.revision.text.slug);
    let subject = entry.subject.clone();
    let beside = match subject.noun() {
        Noun::Statement => Some(Route::Plain(subject, locale)),
        Noun::Meeting => Some(Route::Calendar(subject, locale)),
        _ => None,
    };
    std::iter::once(Route::Entry(entry.subject.clone(), locale))
        .chain(beside)
        .chain(redirects.map(|slug| Route::Redirect(entry.subject.clone(), locale, slug.to_owned())))
        .collect()
}

impl TextHistory {
    /// When it was first public: not before it was written, whatever date it bears.
    fn first_public(&self) -> Option<Instant> {
        let first = self.publications.first()?;
        let written = self.revisions.get(&first.revision).map(|revision| revision.at);
        Some(written.map_or(first.from, |written| written.max(first.from)))
    }

    fn newest_public_slug(&self) -> Option<&str> {
        let publication = self.publications.last()?;
        self.revisions
            .get(&publication.revision)
            .map(|revision| revision.text.slug.as_str())
    }

    /// Whether it was public and will not be again. What is held back until an instant has not run out: nothing
    /// may tell that it exists.
    fn has_run_out(&self, now: Instant) -> bool {
        let ended = |publication: &Publication| publication.until.is_some_and(|until| until <= now);
        self.publications.last().is_some_and(ended)
    }

    /// Its slugs that the public may have seen, the newest first.
    fn public_slugs(&self, now: Instant) -> Vec<String> {
        let begun = self
            .publications
            .iter()
            .rev()
            .filter(|publication| publication.from <= now);
        let mut slugs: Vec<String> = begun
            .filter_map(|publication| self.revisions.get(&publication.revision))
            .map(|revision| revision.text.slug.clone())
            .chain(self.old_slugs.iter().cloned())
            .collect();
        let mut seen = std::collections::BTreeSet::new();
        slugs.retain(|slug| seen.insert(slug.clone()));
        slugs
    }
}

/// Notice, its language, and the slugs at which it is shown: where something was withdrawn or has run out.
fn gone_in(
    entry: &Entry,
    own: Option<&TextHistory>,
    locale: Locale,
    context: &Context,
    now: Instant,
) -> Option<(String, Locale, Vec<String>)> {
    let source = entry.texts.get(&entry.source)?;
    let (history, language) = match own {
        Some(own) => (own, locale),
        None if context.missing == Missing::Show => (source, entry.source),
        None => return None,
    };
    let withdrawal = history.withdrawn_at(now).or_else(|| source.withdrawn_at(now));
    if is_home(&entry.subject) || (withdrawal.is_none() && !history.has_run_out(now) && !source.has_run_out(now)) {
        return None;
    }
    let notice = withdrawal
        .map(|withdrawal| withdrawal.notice.clone())
        .unwrap_or_default();
    let mut slugs = history.public_slugs(now);
    if locale != entry.source && context.missing == Missing::Show {
        slugs.extend(source.public_slugs(now));
    }
    let mut seen = std::collections::BTreeSet::new();
    slugs.retain(|slug| seen.insert(slug.clone()));
    Some((notice, language, slugs))
}

fn gone_routes(subject: &Subject, locale: Locale, slugs: &[String]) -> Vec<Route> {
    let former = slugs
        .iter()
        .skip(1)
        .map(|slug| Route::Redirect(subject.clone(), locale, slug.clone()));
    let own = slugs.first().map(|_| Route::Entry(subject.clone(), locale));
    own.into_iter().chain(former).collect()
}

fn lists_of(entry: &Entry, locale: Locale, shown: &Shown<'_>, now: Instant) -> Vec<(List, Position)> {
    let (subject, meta) = (&entry.subject, &entry.meta);
    let position = Position::new(date_of(meta, shown.date), subject);
    let ordered = Position::new(Instant(-meta.order.unwrap_or(0)), subject);
    let mut lists: Vec<(List, Position)> = match subject.noun() {
        Noun::Story => vec![
            (List::Stories(locale), position),
            (List::Year(position.year(), locale), position),
        ],
        Noun::Statement => vec![
            (List::Statements(locale), position),
            (List::StatementYear(position.year(), locale), position),
        ],
        Noun::Announcement => period_lists(meta.period, [List::Announcements, List::Running], locale, position, now),
        Noun::Campaign => period_lists(meta.period, [List::Campaigns, List::Active], locale, position, now),
        Noun::Meeting => vec![(List::Meetings(locale), position)],
        Noun::Video => vec![(List::Videos(locale), position)],
        Noun::Episode => episode_list(meta, locale, subject),
        Noun::Page if is_home(subject) => return Vec::new(),
        Noun::Page => vec![(List::Pages(locale), ordered)],
        Noun::Member => vec![(membership_list(meta, locale, now), ordered)],
        Noun::Effort => vec![(List::Efforts(locale), ordered)],
        Noun::Group => group_lists(meta, locale, ordered),
        Noun::Series => vec![(List::Series(locale), ordered)],
        Noun::Tag | Noun::Fact | Noun::Post | Noun::Media | Noun::Site => Vec::new(),
    };
    if subject.noun().is_news() {
        lists.push((List::Feed(locale), Position::new(shown.date, subject)));
        lists.extend(belongings(meta, subject.noun(), locale).map(|list| (list, position)));
    }
    if shown.language == locale {
        lists.push((List::Public, Position::new(shown.date, subject)));
    }
    lists
}

/// The instant that an entry is sorted by: a meeting by its first day, all else by its publication.
fn date_of(meta: &Meta, published: Instant) -> Instant {
    meta.meeting
        .as_ref()
        .map_or(published, |meeting| Instant::of_date(meeting.from))
}

/// The lists of all that news belongs to.
fn belongings(meta: &Meta, noun: Noun, locale: Locale) -> impl Iterator<Item = List> {
    let of_group = if noun == Noun::Meeting {
        List::MeetingsOf
    } else {
        List::Group
    };
    let each = move |subjects: &[Subject], list: fn(Subject, Locale) -> List| {
        let lists: Vec<List> = subjects.iter().map(|subject| list(subject.clone(), locale)).collect();
        lists
    };
    let hosts = meta.meeting.as_ref().map_or(&[][..], |meeting| &meeting.hosts);
    let members: BTreeSet<Subject> = meta.members.iter().chain(hosts).cloned().collect();
    let members: Vec<Subject> = members.into_iter().collect();
    [
        each(&meta.tags, List::Tag),
        each(&members, List::Member),
        each(&meta.efforts, List::Effort),
        each(&meta.groups, of_group),
        each(&meta.campaigns, List::Campaign),
    ]
    .into_iter()
    .flatten()
}

/// Episodes stand in the order of their numbers: the newest place in the list is the first.
fn episode_list(meta: &Meta, locale: Locale, subject: &Subject) -> Vec<(List, Position)> {
    let place = |episode: &Episode| {
        let number = i64::from(episode.season.unwrap_or(0)) * EPISODES_MAX + i64::from(episode.number);
        let list = List::Episodes(episode.series.clone(), locale);
        (list, Position::new(Instant(-number), subject))
    };
    meta.episode.as_deref().map(place).into_iter().collect()
}

fn group_lists(meta: &Meta, locale: Locale, ordered: Position) -> Vec<(List, Position)> {
    let leads = meta.group.as_ref().map_or(&[][..], |group| &group.leads);
    let led = leads.iter().map(|member| (List::Led(member.clone(), locale), ordered));
    std::iter::once((List::Groups(locale), ordered)).chain(led).collect()
}

/// The list of all, and that of those whose period runs; without a period it runs for ever.
fn period_lists(
    period: Option<Period>,
    [all, running]: [fn(Locale) -> List; 2],
    locale: Locale,
    position: Position,
    now: Instant,
) -> Vec<(List, Position)> {
    let mut lists = vec![(all(locale), position)];
    let today = now.date();
    if period.is_none_or(|period| period.from <= today && today <= period.until) {
        lists.push((running(locale), position));
    }
    lists
}

fn membership_list(meta: &Meta, locale: Locale, now: Instant) -> List {
    let left = meta.membership.as_ref().and_then(|membership| membership.left);
    if left.is_some_and(|day| Instant::of_date(day) <= now) {
        List::Former(locale)
    } else {
        List::Members(locale)
    }
}

/// The earliest instant after now at which a publication, withdrawal, period or membership begins or ends.
fn next_change(entry: &Entry, now: Instant) -> Option<Instant> {
    let histories = entry.texts.values();
    let publications = histories.clone().flat_map(|history| history.publications.iter());
    let ends = publications
        .flat_map(|publication| [Some(publication.from), publication.until])
        .flatten();
    let withdrawals = histories
        .filter_map(|history| history.withdrawal.as_ref())
        .map(|withdrawal| withdrawal.at);
    let period = entry.meta.period.into_iter().flat_map(|period| {
        let after = period.until.tomorrow().unwrap_or(period.until);
        [Instant::of_date(period.from), Instant::of_date(after)]
    });
    let membership = entry
        .meta
        .membership
        .iter()
        .flat_map(|membership| [membership.joined, membership.left]);
    ends.chain(withdrawals)
        .chain(period)
        .chain(membership.flatten().map(Instant::of_date))
        .filter(|instant| *instant > now)
        .min()
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

fn project_media(media: &Media, context: &Context) -> Projection {
    let Some(language) = context.default_locale() else {
        return Projection::default();
    };
    let stem = media
        .subject
        .key()
        .rsplit_once('.')
        .unwrap_or((media.subject.key(), "bin"));
    let short: String = media.hash.chars().take(12).collect();
    let path = format!("/media/{}-{short}.{}", stem.0, stem.1);
    let card = bare_card(&media.subject, language, path, Detail::Media(media.clone()));
    let routes = vec![Route::Media(media.subject.clone())];
    Projection {
        units: vec![Unit {
            card: Some(card),
            routes,
            ..Unit::default()
        }],
        until: None,
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

fn is_home(subject: &Subject) -> bool {
    subject.noun() == Noun::Page && subject.key() == HOME_KEY
}
