//! Whether a JPEG goes on to its end: the decoder fills up with grey what was cut off, and nobody would be told.

/// Start of image, of a scan, end of image (ITU-T T.81, table B.1).
const SOI: u8 = 0xd8;
const SOS: u8 = 0xda;
const EOI: u8 = 0xd9;

/// Whether the end of the image is marked, behind all its scans. What comes after the mark is nobody's business: some
/// cameras put a second picture there; and a thumbnail's own mark lies within a segment, which is leapt over.
pub(crate) fn is_whole_jpeg(bytes: &[u8]) -> bool {
    let mut at = 0;
    while let Some((marker, after)) = next_marker(bytes, at) {
        at = match marker {
            EOI => return true,
            // These stand alone: the start, restarts, TEM.
            SOI | 0xd0..=0xd7 | 0x01 => after,
            _ => match segment_length(bytes, after) {
                Some(length) => after + length,
                None => return false,
            },
        };
        if marker == SOS {
            at = end_of_scan(bytes, at);
        }
    }
    false
}

/// The marker that stands here or after, and what follows it. Decoders leap over stray bytes between segments, and so
/// does this; any number of 0xff may come before a marker.
fn next_marker(bytes: &[u8], from: usize) -> Option<(u8, usize)> {
    let start = from + bytes.get(from..)?.iter().position(|byte| *byte == 0xff)?;
    let code = start + bytes.get(start..)?.iter().position(|byte| *byte != 0xff)?;
    Some((*bytes.get(code)?, code + 1))
}

/// How long a segment says it is, its two bytes of length among them.
fn segment_length(bytes: &[u8], at: usize) -> Option<usize> {
    let length: [u8; 2] = bytes.get(at..at + 2)?.try_into().ok()?;
    Some(usize::from(u16::from_be_bytes(length)).max(2))
}

/// Where the marker stands that ends the scan's data, in which 0xff is followed by 0 or is a restart.
fn end_of_scan(bytes: &[u8], from: usize) -> usize {
    let data = bytes.get(from..).unwrap_or_default();
    let is_end = |pair: &[u8]| matches!(pair, [0xff, next] if !matches!(next, 0 | 0xd0..=0xd7 | 0xff));
    data.windows(2)
        .position(is_end)
        .map_or(bytes.len(), |offset| from + offset)
}
