//! Pictures on their way through the program: in as files, out in several widths, refused where they are hostile, and
//! removed from everything that is kept. The binary must have been built before, as for `demo.rs`.

#![cfg(test)]

mod coalition;
mod program;

use std::io::Cursor;
use std::path::PathBuf;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

use coalition::{Coalition, files_of, is_within};
use program::json;

/// A river between two banks.
fn river(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let picture = RgbImage::from_fn(width, height, |x, y| match y * 3 / height {
        0 => Rgb([200, 220, 240]),
        1 => Rgb([40, (90 + x % 100) as u8, 150]),
        _ => Rgb([190, 160, 110]),
    });
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(picture).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

const STORY: &str = "+++\ntitle = \"A bridge is open\"\nslug = \"bridge\"\nsource = true\npicture = \"bridge.jpg\"\n\
    publish = 2023-01-10T08:00:00Z\n+++\nIt stands.\n\n![Seen from the bank](media/bridge.jpg \"In the evening\")\n";
const ABOUT: &str =
    "credit = \"Sample Press Office\"\nfocal = [20, 90]\n\n[description]\nen = \"A bridge\"\nar = \"جسر\"\n";

fn with_a_bridge() -> Coalition {
    let coalition = Coalition::new();
    coalition.write("media/bridge.jpg", &river(1500, 800, ImageFormat::Jpeg));
    coalition.write("media/bridge.jpg.toml", ABOUT.as_bytes());
    coalition.write("stories/bridge.en.md", STORY.as_bytes());
    coalition.import();
    coalition
}

#[test]
fn a_picture_is_given_in_every_width_and_in_two_formats_and_the_original_is_not() {
    let coalition = with_a_bridge();
    let site = coalition.pressed("site");
    let page = std::fs::read_to_string(site.join("en/stories/bridge/index.html")).unwrap();
    assert_eq!(page.matches("<picture>").count(), 2);
    for part in [
        "alt=\"A bridge\"",
        "alt=\"Seen from the bank\"",
        "In the evening",
        "focal-x2 focal-y9",
        "width=\"1500\"",
    ] {
        assert!(page.contains(part), "{part}");
    }
    let files = files_of(&site.join("media"));
    assert_eq!(files.len(), 8, "{files:?}");
    for name in &files {
        assert!(page.contains(&format!("/media/{name}")), "{name}");
        let picture = image::open(site.join("media").join(name)).unwrap();
        assert!(
            [320, 640, 960, 1280].contains(&picture.width()),
            "{name}: {}",
            picture.width()
        );
    }
    let again = coalition.import();
    assert!(again.contains(" 0 new, 0 changed"), "{again}");
}

#[test]
fn a_removed_picture_is_in_no_page_no_store_and_no_edition() {
    let coalition = with_a_bridge();
    let before = coalition.pressed("before");
    let file = files_of(&before.join("media"))
        .into_iter()
        .find(|name| name.ends_with(".jpg"))
        .unwrap();
    let bytes = std::fs::read(before.join("media").join(file)).unwrap();
    let data = PathBuf::from(coalition.data());
    assert!(is_within(&data, &bytes[100..140]));
    let removed = json(&[
        "media",
        "remove",
        "bridge.jpg",
        "--data",
        &coalition.data(),
        "--reason",
        "Consent withdrawn",
        "--json",
    ]);
    assert_eq!(removed["outcome"], "changed");
    let after = coalition.pressed("after");
    assert!(files_of(&after.join("media")).is_empty());
    let page = std::fs::read_to_string(after.join("en/stories/bridge/index.html")).unwrap();
    assert!(!page.contains("<picture>"));
    let editions = json(&["edition", "list", "--data", &coalition.data(), "--json"]);
    assert_eq!(editions.as_array().unwrap().len(), 2, "the old edition is still kept");
    assert!(!is_within(&data.join("press"), &bytes[100..140]));
    assert!(
        coalition
            .refused()
            .contains("media/bridge.jpg: this picture was removed on")
    );
}

#[test]
fn hostile_pictures_are_each_told_with_the_reason_and_nothing_is_taken() {
    let coalition = Coalition::new();
    let kinds = [
        ("png", ImageFormat::Png),
        ("jpg", ImageFormat::Jpeg),
        ("webp", ImageFormat::WebP),
        ("gif", ImageFormat::Gif),
    ];
    for (ending, format) in kinds {
        let whole = river(48, 32, format);
        for part in 1..10 {
            coalition.write(&format!("media/cut-{part}.{ending}"), &whole[..whole.len() * part / 20]);
        }
    }
    for (name, bytes) in [
        ("words.png", &b"This is a picture of a bridge."[..]),
        (
            "script.jpg",
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
        ),
        ("zip.webp", b"PK\x03\x04\0\0\0\0"),
        ("nothing.gif", b""),
    ] {
        coalition.write(&format!("media/{name}"), bytes);
    }
    let told = coalition.refused();
    for name in files_of(&coalition.content().join("media")) {
        let line = told.lines().find(|line| line.starts_with(&format!("media/{name}:")));
        let line = line.unwrap_or_else(|| panic!("{name} is not told:\n{told}"));
        assert!(line.contains("; "), "{line} says no remedy");
    }
    assert!(files_of(&coalition.pressed("site").join("media")).is_empty());
}
