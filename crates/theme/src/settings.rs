//! `theme.toml`: what the program must know of a theme.

use serde::Deserialize;

use crate::files::{FileMap, SETTINGS};
use crate::finding::Finding;

/// The widths in which pictures are made if a theme names none.
const WIDTHS: [u32; 4] = [320, 640, 960, 1280];
/// The most widths, and the widest: each is a file per picture.
const WIDTHS_MAX: usize = 12;
const WIDEST: u32 = 4096;

/// What stands in `theme.toml`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Settings {
    pub(crate) pictures: Pictures,
    pub(crate) contrast: Contrast,
}

/// `[pictures]`
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Pictures {
    /// In pixels.
    pub(crate) widths: Vec<u32>,
}

/// `[contrast]`
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Contrast {
    /// What is read, what it stands on, and the least ratio between them.
    pub(crate) pairs: Vec<(String, String, f64)>,
}

impl Default for Pictures {
    fn default() -> Pictures {
        Pictures {
            widths: WIDTHS.to_vec(),
        }
    }
}

/// The widths in pixels in which a theme (its files) asks for pictures, whatever else may be wrong with it.
///
/// # Errors
/// What is wrong in `theme.toml`.
pub fn widths(files: &FileMap) -> Result<Vec<u32>, Finding> {
    let source = files
        .get(SETTINGS)
        .map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    Ok(Settings::parse(&source.unwrap_or_default())?.pictures.widths)
}

impl Settings {
    /// Reads the file; an empty one says nothing.
    pub(crate) fn parse(source: &str) -> Result<Settings, Finding> {
        let settings: Settings = toml::from_str(source).map_err(|error| {
            let before = error.span().and_then(|span| source.get(..span.start)).unwrap_or("");
            let line = 1 + before.matches('\n').count();
            let message = error.message().trim().replace('\n', ", ");
            wrong(line, message)
        })?;
        let widths = &settings.pictures.widths;
        let fits = |width: &u32| (1..=WIDEST).contains(width);
        if widths.is_empty() || widths.len() > WIDTHS_MAX || !widths.iter().all(fits) {
            let what = format!("[pictures] widths: name 1 to {WIDTHS_MAX} widths from 1 to {WIDEST} pixels");
            return Err(wrong(line_of(source, "widths"), what));
        }
        let bad = |(_, _, ratio): &&(String, String, f64)| !(1.0..=21.0).contains(ratio);
        if let Some((text, ground, ratio)) = settings.contrast.pairs.iter().find(bad) {
            let what =
                format!("[contrast] pairs: {text} on {ground} is to have a ratio of {ratio}, but there are 1 to 21");
            return Err(wrong(line_of(source, text), what));
        }
        Ok(settings)
    }
}

/// The first line in which a word stands.
pub(crate) fn line_of(source: &str, word: &str) -> usize {
    1 + source.lines().position(|line| line.contains(word)).unwrap_or_default()
}

fn wrong(line: usize, what: String) -> Finding {
    let remedy = "correct theme.toml; docs/theme-guide.md says what may stand in it";
    Finding::error((SETTINGS, line), "settings", what, remedy)
}
