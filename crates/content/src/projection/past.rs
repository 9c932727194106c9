//! What the public may know of a text's past, worked out from its publications.

use language::Locale;

use super::entry::is_home;
use crate::instant::Instant;
use crate::past::{COMPARED_MAX, Kind, LISTED_MAX, Lack, Past, Version};
use crate::record::{Entry, Publication, TextHistory};
use crate::staleness::lacking;

/// The past of the text in a language that is public at an instant.
pub(super) fn past_of(entry: &Entry, language: Locale, now: Instant) -> Past {
    if is_home(&entry.subject) {
        return Past::default();
    }
    // Nearly all texts: nothing is worked out for them.
    let is_plain = |history: &TextHistory| matches!(history.publications.as_slice(), [only] if only.note.is_empty());
    let mut versions = match entry.texts.get(&language) {
        Some(history) if !is_plain(history) => versions(entry, language, now),
        _ => Vec::new(),
    };
    if versions.len() == 1 && versions.iter().all(|version| !version.kind.is_told()) {
        versions.clear();
    }
    versions.drain(..versions.len().saturating_sub(LISTED_MAX));
    let older = versions.len().saturating_sub(COMPARED_MAX);
    for version in versions.iter_mut().take(older) {
        version.lines = None;
    }
    Past {
        versions,
        lacks: lack(entry, language, now),
    }
}

/// All that a text has said in public since it was last dark, the oldest first; nothing if it is not public.
pub fn versions(entry: &Entry, language: Locale, now: Instant) -> Vec<Version> {
    let since = |locale: &Locale| entry.texts.get(locale).and_then(|history| history.lit_since(now));
    let (Some(history), Some(own), Some(source)) = (entry.texts.get(&language), since(&language), since(&entry.source))
    else {
        return Vec::new();
    };
    let since = own.max(source);
    let was_seen =
        |publication: &&Publication| publication.from <= now && publication.until.is_none_or(|until| until > since);
    let mut publications: Vec<&Publication> = history.publications.iter().filter(was_seen).collect();
    publications.sort_by_key(|publication| publication.from);
    let release = entry.meta.release.as_ref();
    let mut found = Found {
        zone: release.and_then(|release| release.zone.as_deref()),
        ..Found::default()
    };
    for publication in publications {
        found.add(history, publication);
    }
    found.versions
}

#[derive(Default)]
struct Found<'a> {
    versions: Vec<Version>,
    /// What the last of them says.
    hash: Option<&'a str>,
    /// By whose clocks their instants are told.
    zone: Option<&'a str>,
}

impl<'a> Found<'a> {
    fn add(&mut self, history: &'a TextHistory, publication: &Publication) {
        let Some(head) = history.revisions.get(&publication.revision) else {
            return;
        };
        if self.hash == Some(head.hash.0.as_str())
            && let Some(last) = self.versions.last_mut()
        {
            last.revision = publication.revision;
            if last.note.is_empty() && !publication.note.is_empty() {
                last.note.clone_from(&publication.note);
                last.kind = Kind::Corrected;
            }
            return;
        }
        let is_first = self.versions.is_empty();
        let may_tell = !is_first || publication.from > publication.date || history.was_public_before(publication);
        self.versions.push(Version {
            number: self.versions.len() + 1,
            revision: publication.revision,
            from: publication.from,
            kind: match (is_first, publication.note.is_empty()) {
                (_, false) if may_tell => Kind::Corrected,
                (true, _) => Kind::First,
                (false, _) if publication.minor => Kind::Minor,
                (false, _) => Kind::Updated,
            },
            note: publication.note.clone(),
            zone: self.zone.map(str::to_owned),
            lines: Some(Box::new(head.text.without_body())),
        });
        self.hash = Some(&head.hash.0);
    }
}

/// The newest change of the source that the public translation lacks. What readers are not told of counts for nothing;
/// neither does what the translation never had.
fn lack(entry: &Entry, language: Locale, now: Instant) -> Option<Lack> {
    let (own, source) = (entry.texts.get(&language)?, entry.texts.get(&entry.source)?);
    if language == entry.source || source.places.is_empty() {
        return None;
    }
    let versions = versions(entry, entry.source, now);
    let said = |version: &Version| source.places.get(&version.revision).map(|places| &places.hashes);
    let translation = own.places.get(&own.publication_at(now)?.revision)?;
    let missed = lacking(versions.last().and_then(said)?, translation, &source.minor_changes);
    let is_missed = |pair: &&[Version]| match pair {
        [before, after] => {
            let differs = |before: &crate::text::Pins, after: &crate::text::Pins| {
                missed.iter().any(|place| before.get(*place) != after.get(*place))
            };
            after.kind.is_told()
                && said(before)
                    .zip(said(after))
                    .is_some_and(|(before, after)| differs(before, after))
        }
        _ => false,
    };
    let after = versions.windows(2).rev().find(is_missed)?.last()?;
    Some(Lack {
        source: entry.source,
        at: after.from,
        noted: after.kind == Kind::Corrected,
    })
}

impl TextHistory {
    /// Since when it has been public without a break; none if it is not.
    fn lit_since(&self, now: Instant) -> Option<Instant> {
        if self.withdrawn_at(now).is_some() {
            return None;
        }
        let mut since = self.publication_at(now)?.from;
        let reaches = |publication: &&Publication, since: Instant| {
            publication.from < since && publication.until.is_some_and(|until| until >= since)
        };
        while let Some(before) = self.publications.iter().find(|publication| reaches(publication, since)) {
            since = before.from;
        }
        // A withdrawal that was called off before it came is over before it begins.
        let withdrawn = self.lifted.iter().filter(|(from, to)| from <= to && *to <= now);
        Some(withdrawn.map(|(_, to)| *to).fold(since, Instant::max))
    }

    fn was_public_before(&self, publication: &Publication) -> bool {
        self.publications.iter().any(|other| other.from < publication.from)
    }
}
