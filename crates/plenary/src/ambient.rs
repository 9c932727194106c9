//! Theme, messages and address, made ready for the press: those that come with the program, or a theme of one's own.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use language::{Catalogue, Locale};
use press::Ambient;
use render::Theme;
use serde::Deserialize;

use crate::embedded;
use crate::error::{Failure, file};

/// Makes everything ready that surrounds pages.
pub(crate) fn ambient(theme: Option<&Path>, base: &str) -> Result<Ambient, Failure> {
    Ok(Ambient {
        theme: Arc::new(compile(files_of(theme)?)?),
        catalogues: catalogues()?,
        base: base.to_owned(),
    })
}

/// The widths in which a theme asks for pictures.
pub(crate) fn picture_widths(theme: Option<&Path>) -> Result<Vec<u32>, Failure> {
    let Some(bytes) = files_of(theme)?.remove(SETTINGS) else {
        return Ok(Settings::default().pictures.widths);
    };
    let settings: Settings = toml::from_str(&String::from_utf8_lossy(&bytes))
        .map_err(|error| Failure::Theme(format!("{SETTINGS}: {}", error.message())))?;
    Ok(settings.pictures.widths)
}

/// The file in which a theme says what the program must know of it.
const SETTINGS: &str = "theme.toml";

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Settings {
    pictures: Pictures,
}

#[derive(Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Pictures {
    widths: Vec<u32>,
}

impl Default for Pictures {
    fn default() -> Pictures {
        Pictures {
            widths: vec![320, 640, 960, 1280],
        }
    }
}

fn files_of(theme: Option<&Path>) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    match theme {
        Some(folder) => read_folder(folder),
        None => Ok(embedded::theme()),
    }
}

/// Templates are `.html`, `.xml` and `.txt` files; all others are served as they are.
fn compile(files: BTreeMap<String, Vec<u8>>) -> Result<Theme, Failure> {
    let mut templates = BTreeMap::new();
    let mut assets = BTreeMap::new();
    for (name, bytes) in files {
        let is_template = [".html", ".xml", ".txt"].iter().any(|end| name.ends_with(end));
        match String::from_utf8(bytes) {
            Ok(source) if is_template => {
                templates.insert(name, source);
            }
            Ok(text) => {
                assets.insert(name, text.into_bytes());
            }
            Err(error) => {
                assets.insert(name, error.into_bytes());
            }
        }
    }
    Theme::compile(&templates, assets).map_err(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        Failure::Theme(lines.join("\n"))
    })
}

fn catalogues() -> Result<BTreeMap<Locale, Arc<Catalogue>>, Failure> {
    let mut catalogues = BTreeMap::new();
    for (name, bytes) in embedded::locales() {
        let Some(code) = name.strip_suffix(".ftl") else {
            continue;
        };
        let locale = Locale::parse(code).map_err(|error| Failure::Messages(error.to_string()))?;
        let source = String::from_utf8_lossy(&bytes);
        let catalogue = Catalogue::parse(locale, &name, &source).map_err(|problems| {
            let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
            Failure::Messages(lines.join("\n"))
        })?;
        catalogues.insert(locale, Arc::new(catalogue));
    }
    Ok(catalogues)
}

fn read_folder(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).map_err(file(folder))? {
        let entry = entry.map_err(file(folder))?;
        let path = entry.path();
        if path.is_file() {
            let bytes = std::fs::read(&path).map_err(file(&path))?;
            found.insert(entry.file_name().to_string_lossy().into_owned(), bytes);
        }
    }
    Ok(found)
}
