//! The theme's files: style sheets, pictures, fonts, with addresses that change with their bytes.

use std::collections::BTreeMap;

use content::text::hash64;

use crate::style_sheet;
use crate::templates::TemplateProblem;

/// What the program must know of a theme: read where pictures come in, and not served.
const SETTINGS: &str = "theme.toml";

/// A file of the theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Its address: `/assets/NAME-HASH12.EXT`, never another file's.
    pub path: String,
    /// Its media type.
    pub content_type: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What may stand in a theme, by the end of the name.
const CONTENT_TYPES: [(&str, &str); 9] = [
    ("js", "text/javascript; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("webp", "image/webp"),
    ("ico", "image/x-icon"),
    ("woff2", "font/woff2"),
    ("txt", "text/plain; charset=utf-8"),
];

impl Asset {
    /// Takes files by name; those of an unknown kind are problems. Style sheets come last: the files that they name
    /// have their addresses then.
    pub(crate) fn all(
        files: BTreeMap<String, Vec<u8>>,
        problems: &mut Vec<TemplateProblem>,
    ) -> BTreeMap<String, Asset> {
        let mut assets = BTreeMap::new();
        let (sheets, others): (Vec<_>, Vec<_>) = files
            .into_iter()
            .filter(|(name, _)| name != SETTINGS)
            .partition(|(name, _)| name.ends_with(".css"));
        for (name, bytes) in others.into_iter().chain(sheets) {
            let bytes = match name.ends_with(".css") {
                true => style_sheet::ready(&name, bytes, &assets, problems),
                false => bytes,
            };
            match Asset::new(&name, bytes) {
                Some(asset) => drop(assets.insert(name, asset)),
                None => problems.push(TemplateProblem {
                    template: name,
                    line: 0,
                    problem: refusal(),
                }),
            }
        }
        assets
    }

    /// The media type of a theme's file, by the end of its name; none if no such file may stand in a theme.
    pub fn content_type_of(name: &str) -> Option<&'static str> {
        let (_, end) = name.rsplit_once('.')?;
        let (_, content_type) = CONTENT_TYPES.into_iter().find(|(known, _)| *known == end)?;
        Some(content_type)
    }

    fn new(name: &str, bytes: Vec<u8>) -> Option<Asset> {
        let (stem, end) = name.rsplit_once('.')?;
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'_');
        if stem.is_empty() || !stem.bytes().all(plain) {
            return None;
        }
        let content_type = Asset::content_type_of(name)?;
        // 48 bits, as twelve digits: two versions of one file would have to collide, not any two files.
        let short = hash64(&bytes) >> 16;
        Some(Asset {
            path: format!("/assets/{stem}-{short:012x}.{end}"),
            content_type,
            bytes,
        })
    }
}

fn refusal() -> String {
    let ends: Vec<&str> = CONTENT_TYPES.iter().map(|(end, _)| *end).collect();
    format!(
        "a theme's file is named with a-z, 0-9, - and _, and ends in one of {}",
        ends.join(", ")
    )
}
