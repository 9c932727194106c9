//! Compressing an answer, once for each coding that somebody asks for.

use crate::encoding::Encoding;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::{self, Write};

/// Answers shorter than this gain nothing.
const MIN_BYTES: u64 = 256;
/// Brotli: a page costs one to three milliseconds and is a fifth smaller than with gzip. The next quality that gains
/// much, 10, takes ten times as long.
const BROTLI_QUALITY: u32 = 7;
/// Brotli for style sheets and scripts: they are few, every page needs them, and they stay what they are.
const BROTLI_QUALITY_LASTING: u32 = 11;
/// What is longer is compressed like a page: at the highest quality a megabyte would take seconds.
const LASTING_BYTES_MAX: usize = 256 << 10;
/// Smallest and largest window of Brotli as powers of two. A window larger than the answer costs memory for nothing; below
/// 17 the encoder uses another way of searching, which was measured to be fourteen times slower on a page.
const BROTLI_WINDOWS: std::ops::RangeInclusive<u32> = 17..=22;
const BUFFER_BYTES: usize = 16 << 10;
const GZIP_LEVEL: u32 = 6;

/// Whether an answer of this media type and length is worth compressing.
pub(crate) fn is_worth_it(content_type: &str, length: u64) -> bool {
    let essence = content_type
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    let text = essence.starts_with("text/")
        || essence.ends_with("json")
        || essence.ends_with("xml")
        || matches!(
            essence.as_str(),
            "application/javascript" | "application/wasm" | "font/ttf" | "font/otf" | "image/x-icon"
        );
    text && length >= MIN_BYTES
}

/// `bytes` of a media type in the coding.
pub(crate) fn encode(bytes: Vec<u8>, content_type: &str, encoding: Encoding) -> io::Result<Vec<u8>> {
    let out = Vec::with_capacity(bytes.len() / 3);
    match encoding {
        Encoding::Identity => Ok(bytes),
        Encoding::Gzip => {
            let mut gzip = GzEncoder::new(out, Compression::new(GZIP_LEVEL));
            gzip.write_all(&bytes)?;
            gzip.finish()
        }
        Encoding::Brotli => {
            let window =
                (usize::BITS - bytes.len().leading_zeros()).clamp(*BROTLI_WINDOWS.start(), *BROTLI_WINDOWS.end());
            let is_lasting = ["text/css", "text/javascript"]
                .iter()
                .any(|lasting| content_type.starts_with(lasting));
            let quality = match is_lasting && bytes.len() <= LASTING_BYTES_MAX {
                true => BROTLI_QUALITY_LASTING,
                false => BROTLI_QUALITY,
            };
            let mut brotli = brotli::CompressorWriter::new(out, BUFFER_BYTES, quality, window);
            brotli.write_all(&bytes)?;
            brotli.flush()?;
            Ok(brotli.into_inner())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn text_comes_back_from_each_coding() {
        let text = "اجتماع وزراء الخارجية — a statement, ".repeat(200).into_bytes();
        let brotli = encode(text.clone(), "text/html", Encoding::Brotli).unwrap();
        let gzip = encode(text.clone(), "text/html", Encoding::Gzip).unwrap();
        assert!(brotli.len() < text.len() / 10 && gzip.len() < text.len() / 10);
        let (mut from_brotli, mut from_gzip) = (Vec::new(), Vec::new());
        brotli::Decompressor::new(brotli.as_slice(), 4096)
            .read_to_end(&mut from_brotli)
            .unwrap();
        flate2::read::GzDecoder::new(gzip.as_slice())
            .read_to_end(&mut from_gzip)
            .unwrap();
        assert_eq!((from_brotli, from_gzip), (text.clone(), text));
    }

    #[test]
    fn only_text_of_some_length_is_compressed() {
        for text in [
            "text/html; charset=utf-8",
            "image/svg+xml",
            "application/feed+json",
            "Text/CSS",
        ] {
            assert!(is_worth_it(text, 256) && !is_worth_it(text, 255), "{text}");
        }
        for other in ["image/png", "font/woff2", "video/mp4", "application/zip", ""] {
            assert!(!is_worth_it(other, 100_000), "{other}");
        }
    }
}
