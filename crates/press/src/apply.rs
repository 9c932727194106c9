//! A subject changed: what can be seen of it is projected again and compared with before. What differs is touched.

use std::collections::{BTreeMap, BTreeSet};

use content::card::State;
use content::past::Version;
use content::projection::Unit;
use content::{Context, Instant, List, Position, Projection, Route, Subject, project};
use language::Locale;
use rusqlite::Connection;
use store::Reader;

use crate::error::PressError;
use crate::keys::{Touched, filled_key, is_shared, subject_key, version_facet};
use crate::{erase, lists, subjects, visible};

/// What changes came to.
#[derive(Debug, Clone, Default)]
pub(crate) struct Outcome {
    /// Reads that are no longer true.
    pub(crate) touched: Touched,
    /// Routes that may have come or gone.
    pub(crate) routes: BTreeSet<Route>,
}

/// As of when, under which settings, and for which edition things are projected.
pub(crate) struct Moment<'a> {
    pub(crate) context: &'a Context,
    pub(crate) now: Instant,
    /// As of when the notes stood before.
    pub(crate) since: Instant,
    /// What was deleted since then, also if it lives again.
    pub(crate) deleted: &'a BTreeSet<Subject>,
    /// The number of the edition that will show it.
    pub(crate) edition: u64,
}

/// What left and entered which list.
type Edits = BTreeMap<List, (Vec<Position>, Vec<Position>)>;

/// Projects subjects again as of an instant and notes what is different.
pub(crate) fn apply(
    connection: &Connection,
    reader: &mut Reader,
    changed: &[Subject],
    moment: &Moment<'_>,
) -> Result<Outcome, PressError> {
    let context = moment.context;
    let mut outcome = Outcome::default();
    let mut edits = Edits::new();
    for subject in changed {
        let before = subjects::load(connection, subject)?;
        let record = reader.record(subject)?;
        let after = match &record {
            Some(record) => {
                erase::note(connection, record)?;
                project(record, context, moment.now)
            }
            None => Projection::default(),
        };
        compare(subject, &before, &after, &mut outcome, &mut edits);
        let (dark, seen) = (visible::ids_of(subject, &before), visible::ids_of(subject, &after));
        visible::note(connection, &dark, &seen, moment.edition)?;
        let broken = match (&record, moment.deleted.contains(subject)) {
            (_, true) => seen,
            (Some(record), false) => visible::broken(record, &after, moment.since, moment.now),
            (None, false) => BTreeSet::new(),
        };
        visible::begin_again(connection, &broken, moment.edition)?;
        if after == Projection::default() {
            subjects::forget(connection, subject)?;
        } else if after != before {
            subjects::save(connection, subject, &after)?;
        }
    }
    edit_lists(connection, edits, context, &mut outcome)?;
    outcome.touched.tidy();
    Ok(outcome)
}

fn compare(subject: &Subject, before: &Projection, after: &Projection, outcome: &mut Outcome, edits: &mut Edits) {
    let empty = Unit::default();
    let locales: BTreeSet<Option<Locale>> = before
        .units
        .iter()
        .chain(&after.units)
        .map(|unit| unit.locale)
        .collect();
    for locale in locales {
        let find = |projection: &'_ Projection| projection.units.iter().position(|unit| unit.locale == locale);
        let old = find(before).and_then(|at| before.units.get(at)).unwrap_or(&empty);
        let new = find(after).and_then(|at| after.units.get(at)).unwrap_or(&empty);
        compare_units(subject, locale, old, new, outcome);
        compare_lists(old, new, edits);
    }
}

fn compare_units(subject: &Subject, locale: Option<Locale>, old: &Unit, new: &Unit, outcome: &mut Outcome) {
    let key = |facet: &str| subject_key(facet, subject, locale);
    debug_assert!(locale.is_some() || is_shared(subject.noun()));
    if old.card != new.card {
        outcome.touched.keys.push(key("card"));
    }
    if old.address() != new.address() {
        outcome.touched.keys.push(key("address"));
    }
    if old.state != new.state {
        outcome.touched.keys.push(key("state"));
        let changed = changed_versions(old, new).into_iter();
        outcome
            .touched
            .keys
            .extend(changed.map(|number| key(&version_facet(number))));
    }
    let gone = old.routes.iter().filter(|route| !new.routes.contains(route));
    let came = new.routes.iter().filter(|route| !old.routes.contains(route));
    outcome.routes.extend(gone.chain(came).cloned());
}

/// The numbers of the versions that came, went or are told otherwise.
fn changed_versions(old: &Unit, new: &Unit) -> BTreeSet<usize> {
    let versions = |unit: &'_ Unit| unit.state.as_ref().map(State::compared).unwrap_or_default().to_vec();
    let (before, after) = (versions(old), versions(new));
    let only = |some: &[Version], others: &[Version]| -> Vec<usize> {
        let missing = some.iter().filter(|version| !others.contains(version));
        missing.map(|version| version.number).collect()
    };
    only(&before, &after).into_iter().chain(only(&after, &before)).collect()
}

fn compare_lists(old: &Unit, new: &Unit, edits: &mut Edits) {
    for (list, position) in old.lists.iter().filter(|place| !new.lists.contains(place)) {
        edits.entry(list.clone()).or_default().0.push(*position);
    }
    for (list, position) in new.lists.iter().filter(|place| !old.lists.contains(place)) {
        edits.entry(list.clone()).or_default().1.push(*position);
    }
}

/// Lists that no locale owns get one item from each locale's unit: it is put in once and leaves with the last.
fn edit_lists(
    connection: &Connection,
    edits: Edits,
    context: &Context,
    outcome: &mut Outcome,
) -> Result<(), PressError> {
    for (list, (removed, added)) in edits {
        let (removed, added) = settle(connection, &list, removed, added)?;
        if removed.is_empty() && added.is_empty() {
            continue;
        }
        let id = list.id();
        let edited = lists::edit(connection, &list, &removed, &added)?;
        outcome
            .touched
            .points
            .extend(removed.iter().chain(&added).map(|position| (id, position.at.0)));
        if edited.came_or_went {
            outcome.touched.keys.push(filled_key(id));
            outcome.routes.extend(Route::fronts(&list, &context.locales));
        }
        if list == List::Public {
            edit_parts(connection, &edited.chunks, outcome)?;
        }
        for place in edited.chunks {
            outcome
                .routes
                .extend(Route::of_list(&list, &context.locales, Some(place)));
        }
    }
    Ok(())
}

/// Brings the list of the sitemap's parts to what chunks begin now; `changed` are places at which one may have come or gone.
fn edit_parts(connection: &Connection, changed: &[Position], outcome: &mut Outcome) -> Result<(), PressError> {
    let (parts, mut removed, mut added) = (List::Parts, Vec::new(), Vec::new());
    for place in changed.iter().filter(|place| place.begins_part()) {
        let was = lists::at(connection, parts.id(), *place)?.is_some();
        let is = lists::at(connection, List::Public.id(), *place)? == Some(true);
        match (was, is) {
            (true, false) => removed.push(*place),
            (false, true) => added.push(*place),
            _ => {}
        }
    }
    let id = parts.id();
    let places = removed.iter().chain(&added).map(|place| (id, place.at.0));
    outcome.touched.points.extend(places);
    lists::edit(connection, &parts, &removed, &added)?;
    Ok(())
}

/// Drops edits that change nothing: an item that stays by another locale, or is there already.
fn settle(
    connection: &Connection,
    list: &List,
    mut removed: Vec<Position>,
    mut added: Vec<Position>,
) -> Result<(Vec<Position>, Vec<Position>), PressError> {
    for positions in [&mut removed, &mut added] {
        positions.sort_unstable();
        positions.dedup();
    }
    if list.locale().is_none() {
        let mut still = Vec::new();
        for position in &removed {
            let Some(subject) = subjects::name(connection, position.tie)? else {
                continue;
            };
            let holds = |unit: &Unit| {
                unit.lists
                    .iter()
                    .any(|(other, place)| other == list && place == position)
            };
            if subjects::load(connection, &subject)?.units.iter().any(holds) {
                still.push(*position);
            }
        }
        removed.retain(|position| !still.contains(position));
        let mut fresh = Vec::new();
        for position in added {
            if lists::at(connection, list.id(), position)?.is_none() || removed.contains(&position) {
                fresh.push(position);
            }
        }
        added = fresh;
    }
    Ok((removed, added))
}
