//! What becomes of good, odd, broken and hostile pictures.

#![cfg(test)]

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use picture::{Developed, Format, Refusal, develop};
use proptest::prelude::*;

const WIDTHS: [u32; 3] = [320, 640, 1280];

/// A river between two banks: smooth, with an edge, as drawn pictures are.
fn river(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| match y * 3 / height {
        0 => Rgb([200, 220, 240]),
        1 => Rgb([40, (90 + x % 100) as u8, 150]),
        _ => Rgb([190, 160, 110]),
    })
}

fn written(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.into().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn sizes(developed: &Developed) -> Vec<(u32, u32, Format)> {
    let renditions = developed.renditions.iter();
    renditions.map(|one| (one.width, one.height, one.format)).collect()
}

#[test]
fn a_picture_becomes_smaller_ones_in_two_formats() {
    let developed = develop(&written(river(1600, 900), ImageFormat::Png), &WIDTHS).unwrap();
    assert_eq!((developed.width, developed.height), (1600, 900));
    assert_eq!(
        sizes(&developed),
        [
            (320, 180, Format::WebP),
            (320, 180, Format::Jpeg),
            (640, 360, Format::WebP),
            (640, 360, Format::Jpeg),
            (1280, 720, Format::WebP),
            (1280, 720, Format::Jpeg),
        ]
    );
    for rendition in &developed.renditions {
        let again = image::load_from_memory(&rendition.bytes).unwrap();
        assert_eq!((again.width(), again.height()), (rendition.width, rendition.height));
        assert!(rendition.bytes.len() < 60_000, "{}", rendition.bytes.len());
    }
}

#[test]
fn a_small_picture_is_not_blown_up() {
    let developed = develop(&written(river(400, 300), ImageFormat::Jpeg), &WIDTHS).unwrap();
    let widths: Vec<u32> = developed.renditions.iter().map(|one| one.width).collect();
    assert_eq!(widths, [320, 320, 400, 400]);
}

#[test]
fn what_is_transparent_stays_so_and_is_white_where_that_cannot_be() {
    let clear = RgbaImage::from_pixel(64, 64, Rgba([0, 0, 0, 0]));
    let developed = develop(&written(clear, ImageFormat::Png), &[64]).unwrap();
    let pixel = |place: usize| {
        let bytes = &developed.renditions[place].bytes;
        image::load_from_memory(bytes).unwrap().into_rgba8().get_pixel(32, 32).0
    };
    assert_eq!(pixel(0)[3], 0);
    assert!(pixel(1)[..3].iter().all(|channel| *channel > 250));
}

/// A JPEG whose Exif (orientation 6: turned to the right, and a place) says that it lies on its side.
fn lying() -> Vec<u8> {
    let plain = written(river(90, 60), ImageFormat::Jpeg);
    let mut exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0".to_vec();
    exif.extend(b"GPS 33.3152 N 44.3661 E");
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    let mut bytes = plain[..2].to_vec();
    bytes.extend([0xff, 0xe1]);
    bytes.extend(length);
    bytes.extend(exif);
    bytes.extend(&plain[2..]);
    bytes
}

#[test]
fn it_stands_the_right_way_up_and_says_nothing_of_where_it_was_taken() {
    let developed = develop(&lying(), &[60]).unwrap();
    assert_eq!((developed.width, developed.height), (60, 90));
    for rendition in &developed.renditions {
        let holds = |word: &[u8]| rendition.bytes.windows(word.len()).any(|window| window == word);
        assert!(!holds(b"Exif") && !holds(b"GPS"));
    }
}

/// A small PNG whose head says, with a sum that is right, that both sides are so long.
fn png_that_says(side: u32) -> Vec<u8> {
    let mut bytes = written(river(4, 4), ImageFormat::Png);
    bytes[16..20].copy_from_slice(&side.to_be_bytes());
    bytes[20..24].copy_from_slice(&side.to_be_bytes());
    let sum = crc32fast::hash(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&sum.to_be_bytes());
    bytes
}

/// Two hundred files that are no pictures, or no longer, or want too much.
fn hostile() -> Vec<(String, Vec<u8>)> {
    let formats = [
        ("png", ImageFormat::Png),
        ("jpeg", ImageFormat::Jpeg),
        ("webp", ImageFormat::WebP),
        ("gif", ImageFormat::Gif),
    ];
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for (name, format) in formats {
        let whole = written(river(48, 32), format);
        for part in 0..24 {
            files.push((
                format!("{name} cut at {part}/24"),
                whole[..whole.len() * part / 24].to_vec(),
            ));
        }
        for place in 0..22 {
            let mut bent = whole.clone();
            let at = 12 + place * (whole.len() - 12) / 22;
            bent[at] ^= 0xff;
            files.push((format!("{name} bent at {at}"), bent));
        }
    }
    files.push(("png of 2 billion by 2 billion".to_owned(), png_that_says(0x7fff_ffff)));
    files.push(("png of 20,000 by 20,000".to_owned(), png_that_says(20_000)));
    let mut wide = written(river(4, 4), ImageFormat::Gif);
    wide[6..10].copy_from_slice(&[0xff, 0xff, 0xff, 0xff]);
    files.push(("gif of 65,535 by 65,535".to_owned(), wide));
    for (name, bytes) in [
        ("nothing", &b""[..]),
        ("one byte", b"\x89"),
        ("words", b"This is a picture of a bridge."),
        (
            "svg",
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
        ),
        ("html", b"<!doctype html><img src=x onerror=alert(1)>"),
        ("zip", b"PK\x03\x04\0\0\0\0"),
        ("pdf", b"%PDF-1.7\n"),
        ("tiff", b"II*\0\x08\0\0\0"),
        ("bmp", b"BM\x46\0\0\0\0\0\0\0"),
        ("icon", b"\0\0\x01\0\x01\0"),
        ("avif", b"\0\0\0\x20ftypavif"),
        ("only a png's beginning", b"\x89PNG\r\n\x1a\n"),
        ("only a jpeg's beginning", b"\xff\xd8\xff\xe0"),
    ] {
        files.push((name.to_owned(), bytes.to_vec()));
    }
    files
}

#[test]
fn a_jpeg_without_its_end_is_refused_wherever_it_was_cut() {
    let whole = written(river(640, 480), ImageFormat::Jpeg);
    for part in 1..100 {
        let cut = &whole[..whole.len() * part / 100];
        let refusal = develop(cut, &[32]).unwrap_err();
        assert!(matches!(refusal, Refusal::Damaged(_)), "at {part} %: {refusal}");
    }
    // With a thumbnail, which is a whole JPEG within the first segments, it is no more whole than without.
    let thumbnail = written(river(16, 12), ImageFormat::Jpeg);
    let length = u16::try_from(thumbnail.len() + 2).unwrap().to_be_bytes();
    let with_thumbnail = [&whole[..2], &[0xff, 0xe1], &length, &thumbnail, &whole[2..]].concat();
    develop(&with_thumbnail, &[32]).unwrap();
    let refusal = develop(&with_thumbnail[..with_thumbnail.len() - 9], &[32]).unwrap_err();
    assert!(refusal.to_string().contains("its end is missing"), "{refusal}");
}

#[test]
fn a_jpeg_with_something_after_its_end_is_a_picture() {
    let mut bytes = written(river(64, 48), ImageFormat::Jpeg);
    bytes.extend(written(river(16, 12), ImageFormat::Jpeg));
    bytes.extend(b"and what a camera likes to add");
    develop(&bytes, &[32]).unwrap();
}

#[test]
fn two_hundred_hostile_files_are_refused_with_a_reason_or_are_pictures_after_all() {
    let files = hostile();
    assert!(files.len() >= 200, "{}", files.len());
    let mut refused = 0;
    for (name, bytes) in files {
        match develop(&bytes, &[32]) {
            Ok(developed) => assert!(!developed.renditions.is_empty(), "{name}"),
            Err(refusal) => {
                refused += 1;
                assert!(refusal.to_string().contains("; "), "{name}: {refusal} names no remedy");
            }
        }
    }
    assert!(refused >= 100, "only {refused} were refused");
}

#[test]
fn a_picture_that_only_says_it_is_huge_takes_no_memory() {
    for (name, bytes) in hostile().into_iter().filter(|(name, _)| name.contains(" by ")) {
        let refusal = develop(&bytes, &[32]).unwrap_err();
        assert!(
            matches!(refusal, Refusal::Size(..) | Refusal::Memory),
            "{name}: {refusal}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if std::env::var_os("CI").is_some() { 2_000 } else { 300 }))]

    #[test]
    fn no_bytes_make_it_panic(
        head in prop_oneof![
            Just(&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..]), Just(&b"\xff\xd8\xff\xc0"[..]), Just(&b"GIF89a"[..]), Just(&b"RIFF\x40\0\0\0WEBPVP8 "[..]), Just(&b""[..]),
        ],
        tail in proptest::collection::vec(any::<u8>(), 0..300),
        widths in proptest::collection::vec(any::<u32>(), 0..4),
    ) {
        let bytes = [head, tail.as_slice()].concat();
        let _ = develop(&bytes, &widths.iter().map(|width| width % 64).collect::<Vec<_>>());
    }
}
