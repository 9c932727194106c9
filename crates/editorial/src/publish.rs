//! The act of making a revision public, now or from an instant on.

use content::record::{Publication, TextHistory};
use content::{Instant, Subject};
use language::Locale;
use serde_json::json;

use crate::act::Act;
use crate::desk::Desk;
use crate::error::EditorialError;
use crate::permit::Permit;
use crate::roles::Object;

/// Which revision is to be public, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publish {
    /// Which entry.
    pub subject: Subject,
    /// Which locale.
    pub locale: Locale,
    /// The number of the revision.
    pub revision: i64,
    /// Public from. What lies in the past counts from now for a text that was public before: its history stands.
    pub from: Instant,
    /// Public up to, itself excluded.
    pub until: Option<Instant>,
    /// The instant shown and sorted by; without it, that of the publication now in force, or else the beginning.
    pub date: Option<Instant>,
    /// What becomes of the revision that is public now when this one begins later: it stays public until then, or is
    /// held back from now on.
    pub keep_current: bool,
    /// What it corrects, in the language of the text; may be empty.
    pub note: String,
    /// Whether readers need not be told of what it changes.
    pub minor: bool,
}

impl Desk<'_, '_> {
    /// Makes a revision public. Publications planned before are replaced, and a withdrawal is lifted.
    ///
    /// # Errors
    /// [`EditorialError::NotPermitted`]; [`EditorialError::Unknown`]; [`EditorialError::NoRevision`];
    /// [`EditorialError::SourceNotPublic`] for a translation of what is not public; [`EditorialError::Period`]; those
    /// of the store.
    pub fn publish(&mut self, wanted: &Publish) -> Result<(), EditorialError> {
        let (subject, locale) = (&wanted.subject, wanted.locale);
        let entry = self.entry(subject, Act::Publish)?;
        let no_text = || EditorialError::NoText {
            subject: subject.clone(),
            locale,
        };
        let history = entry.texts.get(&locale).ok_or_else(no_text)?;
        let source_public = entry
            .texts
            .get(&entry.source)
            .is_some_and(|source| !source.publications.is_empty());
        if locale != entry.source && !source_public {
            let subject = subject.clone();
            return Err(EditorialError::SourceNotPublic {
                subject,
                locale,
                source_locale: entry.source,
            });
        }
        let slug = match history.revisions.get(&wanted.revision) {
            Some(head) => head.text.slug.clone(),
            None => match self.reader().revision(subject, locale, wanted.revision)? {
                Some(revision) => revision.text.slug,
                None => {
                    let subject = subject.clone();
                    return Err(EditorialError::NoRevision {
                        subject,
                        locale,
                        revision: wanted.revision,
                    });
                }
            },
        };
        let permit = self.permit(Act::Publish, &Object::text(&entry, locale))?;
        self.publish_over(&permit, history, &slug, wanted)
    }

    /// Like [`publish`](Self::publish), where the text's history is known and its revision says `slug`.
    pub(crate) fn publish_over(
        &mut self,
        permit: &Permit,
        history: &TextHistory,
        slug: &str,
        wanted: &Publish,
    ) -> Result<(), EditorialError> {
        let (subject, locale, now) = (&wanted.subject, wanted.locale, self.now());
        let is_first = history.publications.is_empty();
        let from = if is_first { wanted.from } else { wanted.from.max(now) };
        if let Some(until) = wanted.until.filter(|until| *until <= from) {
            return Err(EditorialError::Period {
                subject: subject.clone(),
                locale,
                from,
                until,
            });
        }
        // What was withdrawn must not show again before its new publication begins.
        let keeps = wanted.keep_current && history.withdrawal.is_none();
        let cut = if keeps { from } else { from.min(now) };
        if !is_first {
            self.tx(permit).end_publications(subject, locale, cut)?;
        }
        let in_force = history.publication_at(now).map(|publication| publication.date);
        let date = wanted.date.or(in_force).unwrap_or(from);
        let publication = Publication {
            revision: wanted.revision,
            from,
            until: wanted.until,
            date,
            note: wanted.note.clone(),
            minor: wanted.minor,
        };
        let actor = permit.actor();
        self.tx(permit)
            .add_publication(subject, locale, &publication, actor, now)?;
        for seen in history.publications.iter().filter(|publication| publication.from < cut) {
            let former = history
                .revisions
                .get(&seen.revision)
                .map(|revision| revision.text.slug.as_str());
            if let Some(former) = former.filter(|former| !former.is_empty() && *former != slug) {
                self.add_former_slug(permit, subject, locale, former)?;
            }
        }
        if history.withdrawal.is_some() {
            self.tx(permit).lift_withdrawal(subject, locale, now, actor)?;
        }
        let detail = json!({
            "locale": locale,
            "revision": wanted.revision,
            "from": from.to_string(),
            "until": wanted.until.map(|until| until.to_string()),
            "date": date.to_string(),
            "note": wanted.note,
            "minor": wanted.minor,
            "replaces": history.publication_at(now).map(|publication| publication.revision),
            "lifts": history.withdrawal.is_some(),
        });
        self.record(permit, subject, detail);
        Ok(())
    }
}
