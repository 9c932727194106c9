//! The lists in which an entry stands, and where.

use std::collections::BTreeSet;

use language::Locale;

use super::entry::{Shown, is_home};
use crate::instant::Instant;
use crate::list::{List, Position};
use crate::meta::{Episode, Meta, Period};
use crate::record::Entry;
use crate::subject::{Noun, Subject};

/// A season has fewer episodes than this.
pub(crate) const EPISODES_MAX: i64 = 10_000;

pub(super) fn lists_of(entry: &Entry, locale: Locale, shown: &Shown<'_>, now: Instant) -> Vec<(List, Position)> {
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
