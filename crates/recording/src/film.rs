//! Films and sound in MPEG-4 files (ISO 14496-12): boxes within boxes. What is not sound or pictures is blanked where it
//! stands, so that nothing moves and all offsets hold.

use std::ops::Range;

use crate::{Container, Recording, Refusal};

/// The most boxes that are looked at.
const BOXES_MAX: usize = 20_000;
/// How deep boxes lie within each other.
const DEPTH_MAX: usize = 8;
/// Boxes that hold boxes, as far as they lead to what is wanted or unwanted.
const HOLDERS: [&[u8; 4]; 9] = [
    b"moov", b"trak", b"mdia", b"minf", b"stbl", b"edts", b"moof", b"traf", b"mvex",
];
/// Boxes that people and programs write notes into: who, where, with what; and places that may hold old ones.
const NOTES: [&[u8; 4]; 5] = [b"udta", b"meta", b"uuid", b"free", b"skip"];
/// What a blanked box is called: space that nobody reads.
const FREE: &[u8; 4] = b"free";
/// Kinds of tracks that are taken: pictures, sound, words.
const TRACKS: [&[u8; 4]; 6] = [b"vide", b"soun", b"text", b"sbtl", b"subt", b"clcp"];
/// Pictures that telephones and browsers have played for many years: H.264.
const PLAYED: [&[u8; 4]; 2] = [b"avc1", b"avc3"];

pub(crate) fn take(mut bytes: Vec<u8>, container: Container) -> Result<Recording, Refusal> {
    if bytes.get(4..8) != Some(b"ftyp") {
        return Err(Refusal::Other(container.as_str()));
    }
    let mut walk = Walk {
        bytes: &bytes,
        container,
        boxes: 0,
        is_pictures: false,
        found: Found::default(),
    };
    let all = 0..bytes.len();
    walk.within(all, 0)?;
    let found = walk.found;
    let is_film = found.has_pictures;
    if is_film != (container == Container::Mp4) || !(is_film || found.has_sound) {
        return Err(Refusal::Other(container.as_str()));
    }
    for range in &found.blanks {
        if let Some(blank) = bytes.get_mut(range.clone()) {
            blank.fill(0);
        }
    }
    for at in &found.names {
        if let Some(name) = bytes.get_mut(*at..*at + 4) {
            name.copy_from_slice(FREE);
        }
    }
    Ok(Recording {
        duration: found.duration,
        width: found.width,
        height: found.height,
        bytes,
    })
}

/// What was found.
#[derive(Debug, Default)]
struct Found {
    duration: u64,
    width: u32,
    height: u32,
    has_pictures: bool,
    has_sound: bool,
    /// What becomes zero.
    blanks: Vec<Range<usize>>,
    /// Where boxes get another name.
    names: Vec<usize>,
}

struct Walk<'a> {
    bytes: &'a [u8],
    container: Container,
    boxes: usize,
    /// Whether the track that is looked at has pictures.
    is_pictures: bool,
    found: Found,
}

impl Walk<'_> {
    fn within(&mut self, range: Range<usize>, depth: usize) -> Result<(), Refusal> {
        if depth > DEPTH_MAX {
            return Err(self.damaged("boxes lie too deep within each other"));
        }
        let mut at = range.start;
        // Some writers end a list of boxes with four zeros.
        while range.end.saturating_sub(at) >= 8 {
            self.boxes += 1;
            if self.boxes > BOXES_MAX {
                return Err(self.damaged("there are too many boxes in it"));
            }
            let (name, body) = self.head(at, range.end)?;
            let after = body.end;
            self.look(name, at + 4, body, depth)?;
            at = after;
        }
        Ok(())
    }

    /// The name of the box at a place, and where its content lies.
    fn head(&self, at: usize, end: usize) -> Result<([u8; 4], Range<usize>), Refusal> {
        let cut_off = || self.damaged("it is cut off");
        let size = self.number(at, 4).ok_or_else(cut_off)?;
        let name = self.name(at + 4).ok_or_else(cut_off)?;
        let (size, head) = match size {
            0 => (u64::try_from(end - at).unwrap_or(u64::MAX), 8),
            1 => (self.number(at + 8, 8).ok_or_else(cut_off)?, 16),
            size => (size, 8),
        };
        let after = usize::try_from(size).ok().and_then(|size| at.checked_add(size));
        match after.filter(|after| *after >= at + head && *after <= end) {
            Some(after) => Ok((name, at + head..after)),
            None => Err(cut_off()),
        }
    }

    fn look(&mut self, name: [u8; 4], name_at: usize, body: Range<usize>, depth: usize) -> Result<(), Refusal> {
        if NOTES.contains(&&name) {
            self.found.names.push(name_at);
            self.found.blanks.push(body);
            return Ok(());
        }
        if HOLDERS.contains(&&name) {
            return self.within(body, depth + 1);
        }
        match &name {
            b"mvhd" => self.movie(body.start),
            b"tkhd" => self.track(body.start),
            b"mdhd" => self.dates(body.start).map(|_| ()),
            b"hdlr" => self.handler(body),
            b"stsd" => self.encoding(body.start),
            _ => Ok(()),
        }
    }

    /// When it was made and changed is nobody's business. Gives whether times have eight bytes, and where they end.
    fn dates(&mut self, at: usize) -> Result<(usize, usize), Refusal> {
        let version = self.number(at, 1).ok_or_else(|| self.damaged("a head is cut off"))?;
        let width = if version == 1 { 8 } else { 4 };
        let after = at + 4 + 2 * width;
        self.found.blanks.push(at + 4..after);
        Ok((width, after))
    }

    fn movie(&mut self, at: usize) -> Result<(), Refusal> {
        let (width, at) = self.dates(at)?;
        let scale = self.number(at, 4).filter(|scale| *scale > 0);
        let length = self.number(at + 4, width);
        let (Some(scale), Some(length)) = (scale, length) else {
            return Err(self.damaged("its length is cut off"));
        };
        let unknown = if width == 8 { u64::MAX } else { u64::from(u32::MAX) };
        if length != unknown {
            let millis = u128::from(length) * 1_000 / u128::from(scale);
            self.found.duration = u64::try_from(millis).unwrap_or(u64::MAX);
        }
        Ok(())
    }

    /// The largest track is what is seen; it may stand on its side.
    fn track(&mut self, at: usize) -> Result<(), Refusal> {
        let (width, at) = self.dates(at)?;
        let matrix = at + 8 + width + 16;
        let numbers = [matrix, matrix + 16, matrix + 36, matrix + 40].map(|at| self.number(at, 4));
        let [Some(across), Some(down), Some(width), Some(height)] = numbers else {
            return Err(self.damaged("a track is cut off"));
        };
        let [width, height] = [width, height].map(|fixed| u32::try_from(fixed >> 16).unwrap_or(0));
        let (width, height) = if across == 0 && down == 0 {
            (height, width)
        } else {
            (width, height)
        };
        if u64::from(width) * u64::from(height) > u64::from(self.found.width) * u64::from(self.found.height) {
            (self.found.width, self.found.height) = (width, height);
        }
        Ok(())
    }

    /// What a track holds. The name that its maker gave it is blanked.
    fn handler(&mut self, body: Range<usize>) -> Result<(), Refusal> {
        let kind = self
            .name(body.start + 8)
            .ok_or_else(|| self.damaged("a track is cut off"))?;
        self.is_pictures = &kind == b"vide";
        match &kind {
            b"vide" => self.found.has_pictures = true,
            b"soun" => self.found.has_sound = true,
            // Within `minf` of QuickTime: how data is reached.
            b"url " | b"alis" => {}
            kind if TRACKS.contains(&kind) => {}
            kind => return Err(Refusal::Track(letters(*kind))),
        }
        let name = body.start.saturating_add(24).min(body.end)..body.end;
        self.found.blanks.push(name);
        Ok(())
    }

    /// How a track is encoded: what is said of it comes before (ISO 14496-12, 8.4).
    fn encoding(&mut self, at: usize) -> Result<(), Refusal> {
        let name = self.name(at + 12).ok_or_else(|| self.damaged("a track is cut off"))?;
        match self.is_pictures && !PLAYED.contains(&&name) {
            true => Err(Refusal::Codec(letters(name))),
            false => Ok(()),
        }
    }

    fn number(&self, at: usize, count: usize) -> Option<u64> {
        let bytes = self.bytes.get(at..at.checked_add(count)?)?;
        Some(bytes.iter().fold(0, |number, byte| (number << 8) | u64::from(*byte)))
    }

    fn name(&self, at: usize) -> Option<[u8; 4]> {
        self.bytes.get(at..at.checked_add(4)?)?.try_into().ok()
    }

    fn damaged(&self, why: &str) -> Refusal {
        Refusal::Damaged(self.container.as_str(), why.to_owned())
    }
}

/// A name of four bytes as far as it can be shown.
fn letters(name: [u8; 4]) -> String {
    name.iter()
        .map(|byte| {
            if byte.is_ascii_graphic() {
                char::from(*byte)
            } else {
                '?'
            }
        })
        .collect()
}
