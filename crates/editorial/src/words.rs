//! The words of a draft against those of the store: identities for its blocks, what both sides changed, and the pins of
//! a translation. Pure: what the store has is handed in.

use content::matching::{align, identify};
use content::merge::{Conflict, merge};
use content::staleness::{Equivalence, settle};
use content::text::{Pins, WrittenBody};
use content::{Body, Subject, Text, TextHash};
use store::{EncodedBody, Revision, StoreError};

use crate::differences::{differences, places};
use crate::equivalences::settled;
use crate::pins::{PinGround, pins_of};

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
    pub(crate) source: Option<Source<'a>>,
    /// The minor changes of the source.
    pub(crate) equivalences: &'a [Equivalence],
}

/// A source text, and what a translation made from it now is pinned to.
#[derive(Clone, Copy)]
pub(crate) struct Source<'a> {
    pub(crate) text: &'a Text,
    pub(crate) pins: &'a Pins,
}

/// A revision that is to be saved.
pub(crate) struct NewWords {
    pub(crate) text: Text,
    pub(crate) hash: TextHash,
    pub(crate) pins: Pins,
    pub(crate) places: Vec<String>,
    written: WrittenBody,
    /// Body and pins, if they were encoded ahead; they are let go then.
    encoded: Option<EncodedBody>,
}

impl NewWords {
    /// Encodes body and pins ahead. Nothing can be compared with these words any more.
    pub(crate) fn encode(&mut self) {
        // What cannot be encoded fails again, and is told, when it is saved.
        if let Ok(encoded) = EncodedBody::of(&self.written, &self.pins) {
            self.text.body = Body::default();
            self.pins = Pins::new();
            self.written = WrittenBody::default();
            self.encoded = Some(encoded);
        }
    }

    /// Body and pins for the store.
    pub(crate) fn body(&mut self) -> Result<EncodedBody, StoreError> {
        match self.encoded.take() {
            Some(encoded) => Ok(encoded),
            None => EncodedBody::of(&self.written, &self.pins),
        }
    }
}

/// What comes of a draft.
pub(crate) struct Planned {
    /// The hash of what the draft itself says.
    pub(crate) own: TextHash,
    /// What is to be saved; none if the store says it already.
    pub(crate) words: Option<NewWords>,
}

/// Gives the blocks of a draft their identities.
pub(crate) fn identify_in(body: &mut Body, ground: &Ground<'_>) {
    let former = match ground.beginning {
        Beginning::Older(before) => Some(&before.text.body),
        Beginning::Newest | Beginning::Unknown => ground.newest.map(|newest| &newest.text.body),
    };
    match ground.source {
        Some(source) => align(ground.subject, body, former, &source.text.body),
        None => identify(ground.subject, body, former),
    }
}

/// What comes of a draft whose blocks have their identities.
pub(crate) fn plan(text: Text, mut of: Pins, ground: &Ground<'_>) -> Result<Planned, Vec<Conflict>> {
    let mut written = text.body.written();
    let own = text.hash_over(&written);
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
            written = merged.body.written();
            hash = merged.hash_over(&written);
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
    let pins = match ground.source {
        Some(Source { pins: source, .. }) => pins_of(
            &text,
            &of,
            &PinGround {
                newest: ground.newest,
                source,
                equivalences: ground.equivalences,
            },
        ),
        None => Pins::new(),
    };
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
            written,
            encoded: None,
        }),
    })
}
