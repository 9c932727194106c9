//! What the public may see, worked out from the records alone and without the press: which marks may stand on a page
//! now, and which on a page of an old edition that was put back.

use std::collections::{BTreeMap, HashMap};

use content::record::{Entry, Missing, Publication, Site, TextHistory};
use content::{Instant, Record, Subject};
use language::Locale;

use crate::failure::Failure;
use crate::marks::{Found, slugs_in, words_in};
use crate::scene::Scene;

/// Remembers what could be seen.
#[derive(Debug, Default)]
pub struct Sight {
    /// The words that were public at some time, and have not been dark since then: an old edition may bring them back.
    unbroken: BTreeMap<(Subject, Option<Locale>), Found>,
    read: HashMap<(Subject, Locale, i64), Found>,
    last: Option<Instant>,
}

/// Which marks may stand where.
#[derive(Debug, Default)]
pub struct Allowed {
    /// Words that the edition of today may hold.
    pub now: Found,
    /// Words that an edition that was put back may hold.
    pub put_back: Found,
    /// Slugs that nobody may have seen yet.
    pub hidden_slugs: Found,
}

impl Sight {
    /// Looks at all records as of the scene's instant; to be called whenever the press has run.
    ///
    /// # Errors
    /// What the store meets.
    pub fn look(&mut self, scene: &mut Scene) -> Result<Allowed, Failure> {
        let (site, now) = (scene.site()?, scene.now);
        let mut allowed = Allowed::default();
        for record in &scene.records {
            match record {
                Record::Entry(entry) => self.entry(scene, entry, &site, now, &mut allowed)?,
                Record::Deleted(deleted) => self.unbroken.retain(|(subject, _), _| *subject != deleted.subject),
                Record::Site(_) => {}
                other => self.other(scene, other, now, &mut allowed),
            }
        }
        allowed.put_back = self
            .unbroken
            .values()
            .flatten()
            .copied()
            .chain(allowed.now.iter().copied())
            .collect();
        self.last = Some(now);
        scene.taken_back.clear();
        Ok(allowed)
    }

    fn entry(
        &mut self,
        scene: &Scene,
        entry: &Entry,
        site: &Site,
        now: Instant,
        allowed: &mut Allowed,
    ) -> Result<(), Failure> {
        for (locale, history) in &entry.texts {
            let key = (entry.subject.clone(), Some(*locale));
            let public = public(entry, *locale, now);
            let taken = [None, Some(*locale), Some(entry.source)];
            let was_taken = taken
                .into_iter()
                .any(|locale| scene.taken_back.contains(&(entry.subject.clone(), locale)));
            if public.is_none() || was_taken || !self.stayed(entry, *locale, now) {
                self.unbroken.remove(&key);
            }
            if public.is_some() {
                let mut marks = Found::new();
                for seen in history
                    .publications
                    .iter()
                    .filter(|seen| is_remembered(entry, *locale, seen, now))
                {
                    marks.extend(self.marks(scene, &entry.subject, *locale, seen.revision)?);
                    marks.extend(words_in(seen.note.as_bytes()));
                }
                if is_shown(entry, *locale, site, now) {
                    allowed.now.extend(marks.iter().copied());
                }
                self.unbroken.entry(key).or_default().extend(marks);
            }
            allowed.hidden_slugs.extend(unseen_slugs(history, now));
        }
        Ok(())
    }

    fn other(&mut self, scene: &Scene, record: &Record, now: Instant, allowed: &mut Allowed) {
        let key = (record.subject().clone(), None);
        let visible = match record {
            Record::Post(post) => post.at <= now && post.removed.is_none(),
            Record::Media(media) => media.is_public(now),
            _ => true,
        };
        if !visible || scene.taken_back.contains(&key) {
            self.unbroken.remove(&key);
        }
        if visible {
            let marks = words_in(&serde_json::to_vec(record).unwrap_or_default());
            allowed.now.extend(marks.iter().copied());
            self.unbroken.entry(key).or_default().extend(marks);
        }
    }

    /// Whether a text has been public all the time since the last look.
    fn stayed(&self, entry: &Entry, locale: Locale, now: Instant) -> bool {
        let Some(last) = self.last else { return true };
        [locale, entry.source].into_iter().all(|locale| {
            entry
                .texts
                .get(&locale)
                .is_some_and(|history| covers(&history.publications, last, now))
        })
    }

    fn marks(&mut self, scene: &Scene, subject: &Subject, locale: Locale, revision: i64) -> Result<Found, Failure> {
        let key = (subject.clone(), locale, revision);
        if let Some(marks) = self.read.get(&key) {
            return Ok(marks.clone());
        }
        let found = scene
            .own
            .store
            .read(|reader| reader.revision(subject, locale, revision))?;
        let text = found
            .map(|revision| serde_json::to_vec(&revision.text).unwrap_or_default())
            .unwrap_or_default();
        Ok(self.read.entry(key).or_insert_with(|| words_in(&text)).clone())
    }
}

/// The publication of a text that is in force: it was not taken back, and neither was its source.
fn public(entry: &Entry, locale: Locale, now: Instant) -> Option<&Publication> {
    let in_force = |locale: Locale| {
        let history = entry.texts.get(&locale)?;
        let publication = history
            .publications
            .iter()
            .find(|publication| publication.holds_at(now))?;
        let withdrawn = history
            .withdrawal
            .as_ref()
            .is_some_and(|withdrawal| withdrawal.at <= now);
        if withdrawn { None } else { Some(publication) }
    };
    in_force(entry.source).and_then(|_| in_force(locale))
}

/// Whether what a publication showed may stand in the history of a text that is public: neither it nor its source was
/// dark at any instant since the publication's last.
fn is_remembered(entry: &Entry, locale: Locale, publication: &Publication, now: Instant) -> bool {
    let last = publication.until.map_or(now, |until| Instant(until.0 - 1).min(now));
    publication.from <= now
        && [locale, entry.source].into_iter().all(|locale| {
            entry.texts.get(&locale).is_some_and(|history| {
                let was_taken = history
                    .lifted
                    .iter()
                    .any(|(from, to)| from <= to && *to > last && *to <= now);
                covers(&history.publications, last, now) && !was_taken
            })
        })
}

/// Whether a public text can be seen anywhere on the site.
fn is_shown(entry: &Entry, locale: Locale, site: &Site, now: Instant) -> bool {
    let stands_in = |other: &Locale| {
        let withdrawn = entry
            .texts
            .get(other)
            .is_some_and(|text| text.withdrawal.as_ref().is_some_and(|it| it.at <= now));
        public(entry, *other, now).is_none() && !withdrawn
    };
    let elsewhere = locale == entry.source && site.missing == Missing::Show && site.locales.iter().any(stands_in);
    site.locales.contains(&locale) || elsewhere
}

/// Whether publications follow each other without a gap from one instant to another.
fn covers(publications: &[Publication], from: Instant, until: Instant) -> bool {
    let mut at = from;
    loop {
        let Some(publication) = publications.iter().find(|publication| publication.holds_at(at)) else {
            return false;
        };
        match publication.until.filter(|end| *end <= until) {
            Some(end) => at = end,
            None => return true,
        }
    }
}

fn unseen_slugs(history: &TextHistory, now: Instant) -> Found {
    let slug = |number: &i64| history.revisions.get(number).map(|head| head.text.slug.clone());
    let begun = history
        .publications
        .iter()
        .filter(|publication| publication.from <= now)
        .map(|publication| publication.revision);
    let seen: Found = begun
        .filter_map(|number| slug(&number))
        .chain(history.old_slugs.iter().cloned())
        .flat_map(|slug| slugs_in(slug.as_bytes()))
        .collect();
    let all = history
        .revisions
        .keys()
        .filter_map(slug)
        .flat_map(|slug| slugs_in(slug.as_bytes()));
    all.filter(|mark| !seen.contains(mark)).collect()
}
