//! Entries: which of their texts the public may see in a locale, and until when that stays so.

use language::Locale;

use super::lists::lists_of;
use super::past::past_of;
use super::routes::{entry_routes, gone_in, gone_routes, history_routes};
use super::{Context, Projection, Unit};
use crate::card::{Card, Detail, Standing, State};
use crate::instant::Instant;
use crate::record::{Entry, Missing, Publication, RevisionHead, TextHistory};
use crate::route::{self, HOME_KEY};
use crate::subject::{Noun, Subject};

pub(super) fn project_entry(entry: &Entry, context: &Context, now: Instant) -> Projection {
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
pub(super) struct Shown<'a> {
    pub(super) language: Locale,
    pub(super) date: Instant,
    pub(super) history: &'a TextHistory,
    pub(super) publication: &'a Publication,
    pub(super) revision: &'a RevisionHead,
}

fn entry_unit(entry: &Entry, locale: Locale, context: &Context, now: Instant) -> Unit {
    let mut unit = Unit {
        locale: Some(locale),
        ..Unit::default()
    };
    let own = entry.texts.get(&locale);
    if let Some(shown) = shown_in(entry, locale, context, now) {
        let path = route::entry_path(&entry.subject, locale, &shown.revision.text.slug);
        let past = past_of(entry, shown.language, now);
        unit.lists = lists_of(entry, locale, &shown, now);
        unit.routes = entry_routes(entry, locale, &shown, context);
        if shown.language == locale && past.has_pages() {
            unit.routes.extend(history_routes(&entry.subject, locale, &past));
        }
        unit.state = Some(State {
            path: path.clone(),
            language: shown.language,
            standing: Standing::Public {
                revision: shown.publication.revision,
                published: shown.date,
                updated: shown.publication.from,
                past,
            },
        });
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

pub(super) fn is_home(subject: &Subject) -> bool {
    subject.noun() == Noun::Page && subject.key() == HOME_KEY
}
