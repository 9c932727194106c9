//! Routes that exist because of an entry: its own, those of its former slugs, and what stands where it is gone.

use language::Locale;

use super::Context;
use super::entry::{Shown, is_home};
use crate::instant::Instant;
use crate::past::Past;
use crate::record::{Entry, Missing, Publication, TextHistory};
use crate::route::Route;
use crate::subject::{Noun, Subject};

pub(super) fn entry_routes(entry: &Entry, locale: Locale, shown: &Shown<'_>, context: &Context) -> Vec<Route> {
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

/// The history of a text, and what differs between each two of its versions.
pub(super) fn history_routes(subject: &Subject, locale: Locale, past: &Past) -> Vec<Route> {
    let differences = past.pairs().into_iter();
    let differences = differences.map(|(older, newer)| Route::Difference(subject.clone(), locale, older, newer));
    std::iter::once(Route::History(subject.clone(), locale))
        .chain(differences)
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
pub(super) fn gone_in(
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

pub(super) fn gone_routes(subject: &Subject, locale: Locale, slugs: &[String]) -> Vec<Route> {
    let former = slugs
        .iter()
        .skip(1)
        .map(|slug| Route::Redirect(subject.clone(), locale, slug.clone()));
    let own = slugs.first().map(|_| Route::Entry(subject.clone(), locale));
    own.into_iter().chain(former).collect()
}
