//! Looking at a picture's first bytes: its type and size. Pixels are not decoded here.

use super::media::bare;
use super::problem::Problems;
use crate::media::Media;
use crate::subject::Subject;

/// The largest width or height, in pixels.
const SIDE_MAX: u32 = 20_000;

pub(super) fn read(subject: &Subject, bytes: &[u8], problems: &mut Problems) -> Option<Media> {
    let Some((content_type, endings, width, height)) = look(bytes) else {
        problems.at(
            0,
            "",
            "this is not a PNG, JPEG, WebP or GIF picture, or it is damaged",
            "save it again in one of these formats",
        );
        return None;
    };
    let ending = subject.key().rsplit_once('.').map_or("", |(_, ending)| ending);
    if !endings.contains(&ending) {
        let message = format!("the picture is {content_type}, but its name ends in {ending:?}");
        problems.at(
            0,
            "",
            message,
            format!("name it with .{}", endings.first().unwrap_or(&"")),
        );
    }
    if width == 0 || height == 0 || width > SIDE_MAX || height > SIDE_MAX {
        problems.at(
            0,
            "",
            format!("the picture is {width} × {height} pixels"),
            format!("keep both sides between 1 and {SIDE_MAX}"),
        );
    }
    Some(Media {
        width,
        height,
        ..bare(subject, content_type, bytes)
    })
}

type Look = (&'static str, &'static [&'static str], u32, u32);

fn look(bytes: &[u8]) -> Option<Look> {
    png(bytes)
        .or_else(|| gif(bytes))
        .or_else(|| webp(bytes))
        .or_else(|| jpeg(bytes))
}

/// PNG (W3C Recommendation, third edition): signature, then the IHDR chunk with width and height.
fn png(bytes: &[u8]) -> Option<Look> {
    bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    (bytes.get(12..16)? == b"IHDR").then_some(())?;
    Some(("image/png", &["png"], big(bytes, 16, 4)?, big(bytes, 20, 4)?))
}

/// GIF 87a and 89a: the logical screen's size follows the signature, least byte first.
fn gif(bytes: &[u8]) -> Option<Look> {
    matches!(bytes.get(..6)?, b"GIF87a" | b"GIF89a").then_some(())?;
    Some(("image/gif", &["gif"], little(bytes, 6, 2)?, little(bytes, 8, 2)?))
}

/// WebP (RFC 9649): a RIFF container whose first chunk is VP8X, VP8L or VP8.
fn webp(bytes: &[u8]) -> Option<Look> {
    (bytes.get(..4)? == b"RIFF" && bytes.get(8..12)? == b"WEBP").then_some(())?;
    let (width, height) = match bytes.get(12..16)? {
        b"VP8X" => (little(bytes, 24, 3)? + 1, little(bytes, 27, 3)? + 1),
        b"VP8L" => {
            let bits = little(bytes, 21, 4)?;
            ((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1)
        }
        b"VP8 " => (little(bytes, 26, 2)? & 0x3fff, little(bytes, 28, 2)? & 0x3fff),
        _ => return None,
    };
    Some(("image/webp", &["webp"], width, height))
}

/// JPEG (ITU-T T.81): segments up to the frame header (SOF0 to SOF15 but for DHT, JPG, DAC).
fn jpeg(bytes: &[u8]) -> Option<Look> {
    bytes.strip_prefix(b"\xff\xd8\xff")?;
    let mut at = 2;
    loop {
        let marker = *bytes.get(at + 1)?;
        if *bytes.get(at)? != 0xff {
            return None;
        }
        match marker {
            0xff => at += 1,
            0x01 | 0xd0..=0xd8 => at += 2,
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                return Some((
                    "image/jpeg",
                    &["jpg", "jpeg"],
                    big(bytes, at + 7, 2)?,
                    big(bytes, at + 5, 2)?,
                ));
            }
            0xd9 | 0xda => return None,
            _ => at += 2 + usize::try_from(big(bytes, at + 2, 2)?).ok()?.max(2),
        }
    }
}

fn big(bytes: &[u8], at: usize, count: usize) -> Option<u32> {
    Some(
        bytes
            .get(at..at + count)?
            .iter()
            .fold(0, |number, byte| (number << 8) | u32::from(*byte)),
    )
}

fn little(bytes: &[u8], at: usize, count: usize) -> Option<u32> {
    Some(
        bytes
            .get(at..at + count)?
            .iter()
            .rev()
            .fold(0, |number, byte| (number << 8) | u32::from(*byte)),
    )
}
