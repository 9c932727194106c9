//! The log: one file to which every commit and publication is appended, and which decides what is public.
//!
//! Head: `PLENLOG` and version 1, generation 8, next edition number 8, check 8. Each record: `PLR1`, length 4, event,
//! check 8. A check is the first
//! eight bytes of the hash of what it covers. The generation grows when the file is replaced by a shorter one.

use crate::disk::Disk;
use crate::error::During;
use crate::history::{Event, History};
use crate::wire::{Malformed, Reader};
use crate::{Error, Hash, Result};
use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Read, Seek, SeekFrom};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

const HEAD_MARK: &[u8; 8] = b"PLENLOG\x01";
const HEAD_BYTES: u64 = 32;
const RECORD_MARK: &[u8; 4] = b"PLR1";

/// Where a reader stands in a log.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Position {
    generation: u64,
    end: u64,
}

/// Reads the log at `path` from where `history` was left at `position`, or from the start when it was replaced since.
/// `None` when there is no log;
/// otherwise whether anything was new.
pub(crate) fn read(path: &Path, history: &mut History, position: &mut Position) -> Result<Option<bool>> {
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(source) => {
            return Err(Error::Io {
                action: "open",
                path: path.to_path_buf(),
                source,
            });
        }
    };
    let mut head = Vec::new();
    file.by_ref()
        .take(HEAD_BYTES)
        .read_to_end(&mut head)
        .during("read", path)?;
    let damaged = |at: u64, what| Error::Damaged {
        path: path.to_path_buf(),
        offset: at,
        what,
    };
    let (generation, next_number) = decode_head(&head).map_err(|bad| damaged(bad.at as u64, bad.what))?;
    let replaced = generation != position.generation;
    if replaced {
        *history = History::new(next_number);
        *position = Position {
            generation,
            end: HEAD_BYTES,
        };
    }
    let mut tail = Vec::new();
    file.seek(SeekFrom::Start(position.end))
        .and_then(|_| file.read_to_end(&mut tail))
        .during("read", path)?;
    let mut rest = tail.as_slice();
    while let Some((event, behind)) = first_record(rest).map_err(|what| damaged(position.end, what))? {
        history.apply(event);
        position.end += (rest.len() - behind.len()) as u64;
        rest = behind;
    }
    Ok(Some(replaced || rest.len() < tail.len()))
}

/// The log as its one writer holds it.
#[derive(Debug)]
pub(crate) struct Log {
    path: PathBuf,
    file: File,
    position: Position,
    failed: bool,
}

impl Log {
    /// Opens the log for appending behind `position`; what a kill left there is cut off.
    pub(crate) fn open(path: &Path, position: Position, disk: &Disk) -> Result<Log> {
        let file = OpenOptions::new()
            .read(true)
            .write(true)
            .open(path)
            .during("open", path)?;
        if file.metadata().during("read", path)?.len() > position.end {
            tracing::warn!(path = %path.display(), end = position.end, "an unfinished commit is dropped");
            file.set_len(position.end).during("shorten", path)?;
            disk.sync_file(&file, path)?;
        }
        Ok(Log {
            path: path.to_path_buf(),
            file,
            position,
            failed: false,
        })
    }

    /// Writes a new log that tells `history`, and puts it in the place of the former one, if any, in one step.
    pub(crate) fn replace(path: &Path, position: Position, history: &History, disk: &Disk) -> Result<(Log, Position)> {
        let position = Position {
            generation: position.generation + 1,
            end: HEAD_BYTES,
        };
        let mut bytes = encode_head(position.generation, history.next_number);
        history
            .events()
            .iter()
            .for_each(|event| bytes.extend_from_slice(&encode_record(event)));
        let position = Position {
            end: bytes.len() as u64,
            ..position
        };
        let new = path.with_extension("part");
        fs::write(&new, &bytes).during("write", &new)?;
        let file = OpenOptions::new()
            .read(true)
            .write(true)
            .open(&new)
            .during("open", &new)?;
        disk.sync_file(&file, &new)?;
        disk.rename(&new, path)?;
        Ok((
            Log {
                path: path.to_path_buf(),
                file,
                position,
                failed: false,
            },
            position,
        ))
    }

    /// Appends a record and waits for the disk. After a failure nothing more is appended, since what lies on the disk
    /// is not known.
    pub(crate) fn append(&mut self, event: &Event, disk: &Disk) -> Result<Position> {
        if self.failed {
            return Err(Error::Stopped {
                path: self.path.clone(),
            });
        }
        self.failed = true;
        let record = encode_record(event);
        self.file
            .write_all_at(&record, self.position.end)
            .during("append to", &self.path)?;
        disk.sync_file(&self.file, &self.path)?;
        self.position.end += record.len() as u64;
        self.failed = false;
        Ok(self.position)
    }
}

fn encode_head(generation: u64, next_number: u64) -> Vec<u8> {
    let mut out = HEAD_MARK.to_vec();
    out.extend_from_slice(&generation.to_le_bytes());
    out.extend_from_slice(&next_number.to_le_bytes());
    checked(out)
}

fn decode_head(bytes: &[u8]) -> Result<(u64, u64), Malformed> {
    let mut reader = Reader::new(bytes);
    reader.expect(HEAD_MARK, "this is not a log of version 1")?;
    let head = (reader.u64()?, reader.u64()?);
    let covered = bytes.get(..reader.at()).unwrap_or_default();
    if reader.u64()? == Hash::of(covered).prefix() {
        Ok(head)
    } else {
        reader.bad("the log's head does not have its checksum")
    }
}

fn encode_record(event: &Event) -> Vec<u8> {
    let event = event.encode();
    let mut out = RECORD_MARK.to_vec();
    out.extend_from_slice(&u32::try_from(event.len()).unwrap_or(u32::MAX).to_le_bytes());
    out.extend_from_slice(&event);
    checked(out)
}

fn checked(mut bytes: Vec<u8>) -> Vec<u8> {
    let check = Hash::of(&bytes).prefix();
    bytes.extend_from_slice(&check.to_le_bytes());
    bytes
}

/// The first record of `bytes` and what stands behind it. `None` when nothing or a torn record is there; an error when
/// whole records stand behind an unreadable one.
fn first_record(bytes: &[u8]) -> Result<Option<(Event, &[u8])>, &'static str> {
    if let Some((event, behind)) = whole_record(bytes) {
        let event = Event::decode(event).map_err(|bad| bad.what)?;
        return Ok(Some((event, behind)));
    }
    let later = bytes
        .windows(RECORD_MARK.len())
        .enumerate()
        .skip(1)
        .filter(|(_, mark)| mark == RECORD_MARK);
    for (at, _) in later {
        if bytes.get(at..).and_then(whole_record).is_some() {
            return Err("a record of the log is unreadable, and whole ones stand behind it");
        }
    }
    Ok(None)
}

/// The event of a record with a right checksum at the front of `bytes`, and what stands behind it.
fn whole_record(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut reader = Reader::new(bytes);
    reader.expect(RECORD_MARK, "").ok()?;
    let length = reader.u32().ok()?;
    let event = reader.take(usize::try_from(length).ok()?).ok()?;
    let covered = bytes.get(..reader.at())?;
    let check = reader.u64().ok()?;
    (check == Hash::of(covered).prefix()).then(|| (event, bytes.get(reader.at()..).unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_torn_record_is_no_record(number in any::<u64>(), cut in any::<prop::sample::Index>()) {
            let record = encode_record(&Event::Publication(number));
            prop_assert_eq!(first_record(&record).unwrap().unwrap().0, Event::Publication(number));
            let torn = &record[..cut.index(record.len())];
            prop_assert!(first_record(torn).unwrap().is_none());
        }

        #[test]
        fn a_damaged_record_before_a_whole_one_is_told(bit in any::<prop::sample::Index>()) {
            let mut records = encode_record(&Event::Publication(1));
            let bit = bit.index(records.len() * 8);
            records[bit / 8] ^= 1 << (bit % 8);
            records.extend(encode_record(&Event::Publication(2)));
            prop_assert!(first_record(&records).is_err());
        }

        #[test]
        fn survives_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            prop_assert!(!matches!(first_record(&bytes), Ok(Some(_))));
            prop_assert!(decode_head(&bytes).is_err());
        }
    }
}
