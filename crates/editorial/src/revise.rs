//! The act of saving a new revision of a text: identities for its blocks, pins for a translation, a slug of its own.

use content::record::Entry;
use content::text::Pins;
use content::{Subject, Text, TextHash};
use language::Locale;
use serde_json::json;
use store::{NewRevision, Revision};

use crate::act::Act;
use crate::desk::Desk;
use crate::equivalences::{equivalences, minor_changes};
use crate::error::EditorialError;
use crate::permit::Permit;
use crate::roles::Object;
use crate::words::{Beginning, Ground, NewWords, Source, identify_in, plan};

/// The origin of revisions that came from files.
pub const FILES: &str = "files";

/// Words that someone wants to be the newest revision of a text.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Which entry.
    pub subject: Subject,
    /// Which locale.
    pub locale: Locale,
    /// The words. Blocks without an identity get that of the block which they are a version of.
    pub text: Text,
    /// Which words of the source they were made from, where their maker says so.
    pub of: Pins,
    /// Which revision they were made from.
    pub base: Base,
    /// How they come: [`FILES`] or the name of a screen.
    pub origin: String,
    /// What their author says about them; may be empty.
    pub note: String,
    /// Whether a change of the source leaves the translations current.
    pub minor: bool,
}

/// Which revision a draft was made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Base {
    /// The newest, whatever it is.
    Newest,
    /// The one that said this.
    Revision(TextHash),
    /// The last one that came from files.
    Files,
}

/// What came of saving a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revised {
    /// The number of the newest revision now.
    pub revision: i64,
    /// What it says.
    pub hash: TextHash,
    /// The places that changed: block identities and names of fields. Empty if nothing was written.
    pub places: Vec<String>,
}

impl Desk<'_, '_> {
    /// Saves a new revision of a text, unless it says what the newest says already. What others changed since the
    /// draft's base is brought together with it.
    ///
    /// # Errors
    /// [`EditorialError::NotPermitted`]; [`EditorialError::Unknown`]; [`EditorialError::NoText`] for a translation
    /// of a source without words; [`EditorialError::Conflicts`]; those of the store, among them
    /// [`AddressTaken`](store::StoreError::AddressTaken) if the slug belongs to another entry.
    pub fn revise(&mut self, draft: Draft) -> Result<Revised, EditorialError> {
        let (subject, locale) = (draft.subject.clone(), draft.locale);
        let entry = self.entry(&subject, Act::Revise)?;
        let newest = self.reader().newest_revision(&subject, locale)?;
        let beginning = self.beginning(&subject, locale, &draft.base, newest.as_ref())?;
        let source = if locale == entry.source {
            None
        } else {
            Some(self.source_text(&entry)?)
        };
        let declared = equivalences(self.reader(), &subject)?;
        let ground = Ground {
            subject: &subject,
            newest: newest.as_ref(),
            beginning: &beginning,
            source: source.as_ref().map(|(text, pins)| Source { text, pins }),
            equivalences: &declared,
        };
        let mut text = draft.text;
        identify_in(&mut text.body, &ground);
        let planned = plan(text, draft.of, &ground).map_err(|conflicts| EditorialError::Conflicts {
            subject: subject.clone(),
            locale,
            conflicts,
        })?;
        let Some(words) = planned.words else {
            let newest = newest.ok_or_else(|| EditorialError::NoText {
                subject: subject.clone(),
                locale,
            })?;
            return Ok(Revised {
                revision: newest.number,
                hash: newest.hash,
                places: Vec::new(),
            });
        };
        let minor = draft.minor && locale == entry.source;
        let changes = newest
            .as_ref()
            .filter(|_| minor)
            .map(|newest| minor_changes(&newest.text, &words.text));
        let (hash, places) = (words.hash.clone(), words.places.clone());
        let permit = self.permit(Act::Revise, &Object::text(&entry, locale))?;
        let how = Manner {
            permit: &permit,
            origin: &draft.origin,
            note: &draft.note,
            minor,
        };
        let revision = self.save_words(Some(&entry), &subject, locale, newest.as_ref(), words, &how)?;
        if let Some(changes) = changes {
            let permit = self.permit(Act::DeclareMinor, &Object::text(&entry, locale))?;
            self.declare(&permit, &subject, &changes)?;
        }
        Ok(Revised { revision, hash, places })
    }

    /// What the store knows of the revision that a draft was made from.
    pub(crate) fn beginning(
        &mut self,
        subject: &Subject,
        locale: Locale,
        base: &Base,
        newest: Option<&Revision>,
    ) -> Result<Beginning, EditorialError> {
        let Some(newest) = newest else {
            return Ok(Beginning::Newest);
        };
        let found = match base {
            Base::Newest => return Ok(Beginning::Newest),
            Base::Revision(hash) if *hash == newest.hash => return Ok(Beginning::Newest),
            Base::Files if newest.origin == FILES => return Ok(Beginning::Newest),
            Base::Revision(hash) => self.reader().revision_by_hash(subject, locale, hash)?,
            Base::Files => self.reader().newest_revision_of_origin(subject, locale, FILES)?,
        };
        Ok(found.map_or(Beginning::Unknown, |revision| Beginning::Older(Box::new(revision))))
    }

    /// The words of an entry's source, and what is made from them now is pinned to.
    fn source_text(&mut self, entry: &Entry) -> Result<(Text, Pins), EditorialError> {
        let source = self.reader().newest_revision(&entry.subject, entry.source)?;
        let missing = || EditorialError::NoText {
            subject: entry.subject.clone(),
            locale: entry.source,
        };
        let text = source.ok_or_else(missing)?.text;
        let pins = text.pins();
        Ok((text, pins))
    }

    /// Saves planned words.
    pub(crate) fn save_words(
        &mut self,
        entry: Option<&Entry>,
        subject: &Subject,
        locale: Locale,
        newest: Option<&Revision>,
        mut words: NewWords,
        how: &Manner<'_>,
    ) -> Result<i64, EditorialError> {
        let permit = how.permit;
        self.claim_slug(permit, entry, subject, locale, &words.text.slug)?;
        let detail = json!({
            "locale": locale,
            "from": newest.map(|newest| &newest.hash),
            "to": &words.hash,
            "places": newest.map(|_| &words.places),
        });
        let body = words.body()?;
        let new = NewRevision {
            subject: subject.clone(),
            locale,
            hash: words.hash,
            body,
            text: words.text,
            at: self.now(),
            actor: permit.actor().to_owned(),
            origin: how.origin.to_owned(),
            note: how.note.to_owned(),
            minor: how.minor,
        };
        let number = self.tx(permit).add_revision(&new)?;
        self.record(permit, subject, detail);
        Ok(number)
    }
}

/// How a revision comes.
pub(crate) struct Manner<'a> {
    /// By whose permission.
    pub(crate) permit: &'a Permit,
    pub(crate) origin: &'a str,
    pub(crate) note: &'a str,
    pub(crate) minor: bool,
}
