//! Sound as MP3 and Ogg: how long it plays, and its tags taken out.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use lofty::config::{ParseOptions, WriteOptions};
use lofty::file::{AudioFile, FileType};
use lofty::probe::Probe;
use lofty::tag::TagType;

use crate::{Container, Recording, Refusal};

/// A file may hold one tag behind another; more than so many are nobody's honest work.
const TAGS_MAX: usize = 4;
/// The first bytes of an ID3v2 tag, which stands at the head (id3.org, ID3v2.4, section 3.1).
const ID3V2: &[u8] = b"ID3";
/// The first bytes of an ID3v1 tag, the last 128 bytes.
const ID3V1: &[u8] = b"TAG";
/// The first bytes of head and foot of an APE tag, 32 bytes each.
const APE: &[u8] = b"APETAGEX";

pub(crate) fn take(bytes: Vec<u8>, container: Container) -> Result<Recording, Refusal> {
    let duration = duration(&bytes, container)?;
    let bytes = without_tags(bytes, container)?;
    // What was taken out must not have been sound.
    if self::duration(&bytes, container)?.abs_diff(duration) > duration / 20 + 100 {
        return Err(Refusal::Tagged(container.as_str()));
    }
    Ok(Recording {
        duration,
        width: 0,
        height: 0,
        bytes,
    })
}

fn duration(bytes: &[u8], container: Container) -> Result<u64, Refusal> {
    let name = container.as_str();
    let damaged = |error: &dyn std::fmt::Display| Refusal::Damaged(name, one_line(error));
    let options = ParseOptions::new().read_tags(false).read_cover_art(false);
    let probe = Probe::new(Cursor::new(bytes)).guess_file_type();
    let probe = probe.map_err(|error| damaged(&error))?.options(options);
    let is_what_it_says = match probe.file_type() {
        Some(FileType::Mpeg) => container == Container::Mp3,
        Some(FileType::Opus | FileType::Vorbis) => container == Container::Ogg,
        _ => false,
    };
    if !is_what_it_says {
        return Err(Refusal::Other(name));
    }
    let file = unless_it_panics(container, || probe.read())?.map_err(|error| damaged(&error))?;
    Ok(u64::try_from(file.properties().duration().as_millis()).unwrap_or(u64::MAX))
}

fn without_tags(bytes: Vec<u8>, container: Container) -> Result<Vec<u8>, Refusal> {
    let kinds: &[TagType] = match container {
        Container::Ogg => &[TagType::VorbisComments],
        _ => &[TagType::Id3v2, TagType::Ape, TagType::Id3v1],
    };
    let mut file = Cursor::new(bytes);
    for _ in 0..TAGS_MAX {
        if container == Container::Mp3 && !is_tagged(file.get_ref()) {
            return Ok(file.into_inner());
        }
        for kind in kinds {
            file.set_position(0);
            unless_it_panics(container, || kind.remove_from(&mut file, WriteOptions::default()))?
                .map_err(|_| Refusal::Tagged(container.as_str()))?;
        }
        if container == Container::Ogg {
            return Ok(file.into_inner());
        }
    }
    match is_tagged(file.get_ref()) {
        true => Err(Refusal::Tagged(container.as_str())),
        false => Ok(file.into_inner()),
    }
}

/// Whether an MP3 begins or ends with a tag.
fn is_tagged(bytes: &[u8]) -> bool {
    let last = |count: usize| bytes.get(bytes.len().saturating_sub(count)..).unwrap_or_default();
    bytes.starts_with(ID3V2) || bytes.starts_with(APE) || last(128).starts_with(ID3V1) || last(32).starts_with(APE)
}

/// The library multiplies and divides what a file says without looking; whoever makes it stumble so handed in a damaged
/// file. (The manifest has its sums checked in release builds too: there they would come out wrong instead.)
fn unless_it_panics<T>(container: Container, act: impl FnOnce() -> T) -> Result<T, Refusal> {
    let damaged = |_| Refusal::Damaged(container.as_str(), "it tells of itself what cannot be".to_owned());
    catch_unwind(AssertUnwindSafe(act)).map_err(damaged)
}

/// An error of the library in one line that does not end a sentence.
fn one_line(error: &dyn std::fmt::Display) -> String {
    error.to_string().replace(['\n', ';'], ",")
}
