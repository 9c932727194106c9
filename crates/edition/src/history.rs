//! What the log tells: the editions, which of them is public, and which packs live.
//!
//! Encoding of an event: kind 1; then for 1 (edition) number 8, root 32, time 8, pages 8, bytes 8, note, whether it is
//! published 1, pack 32 (zero for
//! none); for 2 (publication) number 8; for 3 (the living packs from here on) count 2 and 32 for each.

use crate::Hash;
use crate::lay::Tally;
use crate::wire::{Malformed, Reader, put_count, put_text};

/// Longest note, in bytes; the rest is cut off.
pub(crate) const MAX_NOTE_BYTES: usize = 1024;

/// One edition as the library lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionInfo {
    /// Counted from 1; never used twice.
    pub number: u64,
    /// Root of the hash tree: equal exactly when the content is equal.
    pub root: Hash,
    /// When it was committed, in milliseconds since 1970 (UTC), as the committer said.
    pub at_ms: i64,
    /// Why it was made.
    pub note: String,
    /// Whether it is the edition that visitors get now.
    pub public: bool,
    /// Answers at ordinary paths: pages, assets, redirects, withdrawals.
    pub pages: u64,
    /// Bytes of all skeletons and fragments, equal ones counted each time.
    pub bytes: u64,
}

impl EditionInfo {
    pub(crate) fn tally(&self) -> Tally {
        Tally {
            pages: self.pages,
            bytes: self.bytes,
        }
    }
}

/// One record of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Event {
    /// An edition was committed, with its new objects in `pack`, and perhaps published at once.
    Edition { info: EditionInfo, pack: Option<Hash> },
    /// An edition became the public one.
    Publication(u64),
    /// These packs live from here on.
    Packs(Vec<Hash>),
}

impl Event {
    pub(crate) fn encode(&self) -> Vec<u8> {
        let mut out = Vec::new();
        match self {
            Event::Edition { info, pack } => {
                out.push(1);
                out.extend_from_slice(&info.number.to_le_bytes());
                out.extend_from_slice(&info.root.0);
                out.extend_from_slice(&info.at_ms.to_le_bytes());
                out.extend_from_slice(&info.pages.to_le_bytes());
                out.extend_from_slice(&info.bytes.to_le_bytes());
                put_text(&mut out, &info.note);
                out.push(u8::from(info.public));
                out.extend_from_slice(&pack.unwrap_or(Hash::ZERO).0);
            }
            Event::Publication(number) => {
                out.push(2);
                out.extend_from_slice(&number.to_le_bytes());
            }
            Event::Packs(packs) => {
                out.push(3);
                put_count(&mut out, packs.len());
                packs.iter().for_each(|pack| out.extend_from_slice(&pack.0));
            }
        }
        out
    }

    pub(crate) fn decode(bytes: &[u8]) -> Result<Event, Malformed> {
        let mut reader = Reader::new(bytes);
        let event = match reader.u8()? {
            1 => Event::edition(&mut reader)?,
            2 => Event::Publication(reader.u64()?),
            3 => {
                let count = reader.u16()?;
                Event::Packs((0..count).map(|_| reader.hash()).collect::<Result<_, _>>()?)
            }
            _ => return reader.bad("the log holds an event of a newer version"),
        };
        reader.end()?;
        Ok(event)
    }

    fn edition(reader: &mut Reader<'_>) -> Result<Event, Malformed> {
        let (number, root, at_ms) = (reader.u64()?, reader.hash()?, reader.i64()?);
        let (pages, bytes, note) = (reader.u64()?, reader.u64()?, reader.text()?.to_owned());
        let public = match reader.u8()? {
            0 => false,
            1 => true,
            _ => return reader.bad("a flag is neither 0 nor 1"),
        };
        let pack = Some(reader.hash()?).filter(|pack| !pack.is_zero());
        Ok(Event::Edition {
            info: EditionInfo {
                number,
                root,
                at_ms,
                note,
                public,
                pages,
                bytes,
            },
            pack,
        })
    }
}

/// All events of a log taken together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct History {
    pub(crate) next_number: u64,
    /// In order of number; exactly one of them, or none, is public.
    pub(crate) editions: Vec<EditionInfo>,
    pub(crate) packs: Vec<Hash>,
}

impl History {
    pub(crate) fn new(next_number: u64) -> History {
        History {
            next_number,
            editions: Vec::new(),
            packs: Vec::new(),
        }
    }

    pub(crate) fn apply(&mut self, event: Event) {
        match event {
            Event::Edition { info, pack } => {
                self.next_number = self.next_number.max(info.number.saturating_add(1));
                self.packs.extend(pack.filter(|pack| !self.packs.contains(pack)));
                let published = info.public.then_some(info.number);
                self.editions.push(info);
                published.into_iter().for_each(|number| self.publish(number));
            }
            Event::Publication(number) => self.publish(number),
            Event::Packs(packs) => self.packs = packs,
        }
    }

    pub(crate) fn head(&self) -> Option<&EditionInfo> {
        self.editions.iter().find(|info| info.public)
    }

    pub(crate) fn find(&self, number: u64) -> Option<&EditionInfo> {
        self.editions.iter().find(|info| info.number == number)
    }

    /// The shortest list of events that tells the same.
    pub(crate) fn events(&self) -> Vec<Event> {
        let editions = self.editions.iter().map(|info| Event::Edition {
            info: info.clone(),
            pack: None,
        });
        std::iter::once(Event::Packs(self.packs.clone()))
            .chain(editions)
            .collect()
    }

    fn publish(&mut self, number: u64) {
        if self.find(number).is_some() {
            self.editions
                .iter_mut()
                .for_each(|info| info.public = info.number == number);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    prop_compose! {
        fn editions()(
            number in 1u64..20, root in any::<[u8; 32]>(), at_ms in any::<i64>(), note in "[ -~ء-ي]{0,30}", public in any::<bool>(),
            pages in any::<u64>(), bytes in any::<u64>(), pack in any::<Option<u8>>(),
        ) -> Event {
            let info = EditionInfo { number, root: Hash(root), at_ms, note, public, pages, bytes };
            Event::Edition { info, pack: pack.map(|byte| Hash::of(&[byte])) }
        }
    }

    fn events() -> impl Strategy<Value = Event> {
        prop_oneof![
            4 => editions(),
            2 => (1u64..20).prop_map(Event::Publication),
            1 => prop::collection::vec(any::<[u8; 32]>().prop_map(Hash), 0..5).prop_map(Event::Packs),
        ]
    }

    proptest! {
        #[test]
        fn decodes_what_it_encoded(event in events()) {
            prop_assert_eq!(Event::decode(&event.encode()).unwrap(), event);
        }

        #[test]
        fn survives_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            if let Ok(event) = Event::decode(&bytes) {
                prop_assert_eq!(event.encode(), bytes);
            }
        }

        #[test]
        fn a_shortened_log_tells_the_same(events in prop::collection::vec(events(), 0..30)) {
            let mut history = History::new(1);
            events.into_iter().for_each(|event| history.apply(event));
            let mut again = History::new(history.next_number);
            history.events().into_iter().for_each(|event| again.apply(event));
            prop_assert_eq!(again, history);
        }
    }
}
