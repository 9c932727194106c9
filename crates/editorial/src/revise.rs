//! The act of saving a new revision of a text: identities for its blocks, pins for a translation, a slug of its own.

use content::matching::{align, identify};
use content::merge::Conflict;
use content::merge::merge;
use content::record::Entry;
use content::staleness::{Equivalence, settle};
use content::text::Pins;
use content::{Body, Subject, Text, TextHash};
use language::Locale;
use serde_json::json;
use store::{NewRevision, Revision};

use crate::act::Act;
use crate::desk::Desk;
use crate::differences::{differences, places};
use crate::equivalences::{equivalences, minor_changes, settled};
use crate::error::EditorialError;
use crate::pins::{PinGround, pins_of};

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

/// The revision that a draft was made from, as far as it is known.
#[derive(Debug, Clone)]
pub(crate) enum Beginning {
    /// The newest, or there is none yet.
    Newest,
    /// An older one.
    Older(Box<Revision>),
    /// Nobody knows.
    Unknown,
}

/// What the words of a draft are judged against.
pub(crate) struct Ground<'a> {
    /// Which entry.
    pub(crate) subject: &'a Subject,
    /// The newest revision of the text.
    pub(crate) newest: Option<&'a Revision>,
    /// The revision that the draft was made from.
    pub(crate) beginning: &'a Beginning,
    /// The source as it will stand, for a translation.
    pub(crate) source: Option<&'a Text>,
    /// The minor changes of the source.
    pub(crate) equivalences: &'a [Equivalence],
}

/// A revision that is to be saved.
pub(crate) struct NewWords {
    pub(crate) text: Text,
    pub(crate) hash: TextHash,
    pub(crate) pins: Pins,
    pub(crate) places: Vec<String>,
}

/// What comes of a draft.
pub(crate) struct Planned {
    /// The hash of what the draft itself says.
    pub(crate) own: TextHash,
    /// What is to be saved; none if the store says it already.
    pub(crate) words: Option<NewWords>,
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
            Some(self.source_text(&entry, locale)?)
        };
        let declared = equivalences(self.reader(), &subject)?;
        let ground = Ground {
            subject: &subject,
            newest: newest.as_ref(),
            beginning: &beginning,
            source: source.as_ref(),
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
        let how = Manner {
            origin: &draft.origin,
            note: &draft.note,
            minor,
        };
        let revision = self.save_words(Some(&entry), &subject, locale, newest.as_ref(), words, &how)?;
        if let Some(changes) = changes {
            self.declare(&subject, &changes)?;
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

    fn source_text(&mut self, entry: &Entry, locale: Locale) -> Result<Text, EditorialError> {
        let source = self.reader().newest_revision(&entry.subject, entry.source)?;
        debug_assert!(locale != entry.source);
        let missing = || EditorialError::NoText {
            subject: entry.subject.clone(),
            locale: entry.source,
        };
        source.map(|revision| revision.text).ok_or_else(missing)
    }

    /// Saves planned words.
    pub(crate) fn save_words(
        &mut self,
        entry: Option<&Entry>,
        subject: &Subject,
        locale: Locale,
        newest: Option<&Revision>,
        words: NewWords,
        how: &Manner<'_>,
    ) -> Result<i64, EditorialError> {
        let permit = self.permit(Act::Revise)?;
        self.claim_slug(&permit, entry, subject, locale, &words.text.slug)?;
        let detail = json!({
            "locale": locale,
            "from": newest.map(|newest| &newest.hash),
            "to": &words.hash,
            "places": newest.map(|_| &words.places),
        });
        let new = NewRevision {
            subject: subject.clone(),
            locale,
            hash: words.hash,
            text: words.text,
            pins: words.pins,
            at: self.now(),
            actor: permit.actor().to_owned(),
            origin: how.origin.to_owned(),
            note: how.note.to_owned(),
            minor: how.minor,
        };
        let number = self.tx(&permit).add_revision(&new)?;
        self.record(&permit, subject, detail);
        Ok(number)
    }
}

/// How a revision comes.
pub(crate) struct Manner<'a> {
    pub(crate) origin: &'a str,
    pub(crate) note: &'a str,
    pub(crate) minor: bool,
}

/// Gives the blocks of a draft their identities.
pub(crate) fn identify_in(body: &mut Body, ground: &Ground<'_>) {
    let former = match ground.beginning {
        Beginning::Older(before) => Some(&before.text.body),
        Beginning::Newest | Beginning::Unknown => ground.newest.map(|newest| &newest.text.body),
    };
    match ground.source {
        Some(source) => align(ground.subject, body, former, &source.body),
        None => identify(ground.subject, body, former),
    }
}

/// What comes of a draft whose blocks have their identities.
pub(crate) fn plan(text: Text, mut of: Pins, ground: &Ground<'_>) -> Result<Planned, Vec<Conflict>> {
    let own = text.hash();
    let mut hash = own.clone();
    let text = match (ground.newest, ground.beginning) {
        (Some(newest), Beginning::Older(before)) => {
            // A pin that the draft only carries along says nothing about words that others have renewed since.
            of.retain(|place, pin| {
                before
                    .pins
                    .get(place)
                    .is_none_or(|was| settle(was, place, ground.equivalences) != *pin)
            });
            let merged = merge(&before.text, &newest.text, &text)?;
            hash = merged.hash();
            merged
        }
        (Some(newest), Beginning::Unknown) => {
            let conflicts = differences(&newest.text, &text);
            if conflicts.is_empty() {
                text
            } else {
                return Err(conflicts);
            }
        }
        _ => text,
    };
    let pin_ground = |source| PinGround {
        newest: ground.newest,
        source,
        equivalences: ground.equivalences,
    };
    let pins = ground
        .source
        .map(|source| pins_of(&text, &of, &pin_ground(source)))
        .unwrap_or_default();
    let same_words = ground.newest.is_some_and(|newest| newest.hash == hash);
    let same_pins = ground
        .newest
        .is_some_and(|newest| settled(&newest.pins, ground.equivalences) == settled(&pins, ground.equivalences));
    if same_words && same_pins {
        return Ok(Planned { own, words: None });
    }
    let mut places = ground
        .newest
        .map(|newest| places(&newest.text, &text))
        .unwrap_or_default();
    if same_words {
        places.push("of".to_owned());
    }
    Ok(Planned {
        own,
        words: Some(NewWords {
            text,
            hash,
            pins,
            places,
        }),
    })
}
