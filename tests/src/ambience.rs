//! What surrounds all pages in a sequence: the repository's theme and messages, with a word changed now and then.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use language::{Catalogue, Locale};
use press::Ambient;
use render::Theme;

use crate::cast::locale;
use crate::chance::Chance;
use crate::failure::Failure;

/// Theme, messages and address as sources that can be changed.
#[derive(Debug, Clone)]
pub struct Ambience {
    templates: BTreeMap<String, String>,
    assets: BTreeMap<String, Vec<u8>>,
    messages: BTreeMap<Locale, String>,
    base: String,
    changes: usize,
    compiled: Ambient,
}

/// All locales that a site of a sequence may ever have; the last has English messages.
pub const LOCALES: [&str; 4] = ["en", "ar", "fr", "de"];
const BASES: [&str; 2] = ["https://coalition.example", "https://www.coalition.example"];

impl Ambience {
    /// Reads the repository's files.
    ///
    /// # Errors
    /// If one cannot be read or compiled.
    pub fn read() -> Result<Ambience, Failure> {
        let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
        let (mut templates, mut assets) = (BTreeMap::new(), BTreeMap::new());
        for file in std::fs::read_dir(root.join("themes/coalition")).map_err(Failure::ground)? {
            let path = file.map_err(Failure::ground)?.path();
            let Some(name) = path
                .file_name()
                .and_then(|name| name.to_str())
                .filter(|_| path.is_file())
            else {
                continue;
            };
            if name.ends_with(".html") {
                templates.insert(
                    name.to_owned(),
                    std::fs::read_to_string(&path).map_err(Failure::ground)?,
                );
            } else {
                assets.insert(name.to_owned(), std::fs::read(&path).map_err(Failure::ground)?);
            }
        }
        let mut messages = BTreeMap::new();
        for code in LOCALES {
            let file = if code == "de" { "en" } else { code };
            let text = std::fs::read_to_string(root.join(format!("locales/{file}.ftl"))).map_err(Failure::ground)?;
            messages.insert(locale(code)?, text);
        }
        let [base, _] = BASES.map(str::to_owned);
        let compiled = compile(&templates, &assets, &messages, &base)?;
        Ok(Ambience {
            templates,
            assets,
            messages,
            base,
            changes: 0,
            compiled,
        })
    }

    /// As the press takes it.
    pub fn ambient(&self) -> Ambient {
        self.compiled.clone()
    }

    /// Changes one template.
    ///
    /// # Errors
    /// If it does not compile.
    pub fn change_template(&mut self, chance: &mut Chance) -> Result<(), Failure> {
        const PLACE: &str = "class=\"";
        let able: Vec<String> = self
            .templates
            .iter()
            .filter(|(_, text)| text.contains(PLACE))
            .map(|(name, _)| name.clone())
            .collect();
        let change = self.next_change();
        if let Some(text) = chance.pick(&able).and_then(|name| self.templates.get_mut(name)) {
            *text = text.replacen(PLACE, &format!("{PLACE}v{change} "), 1);
        }
        self.recompile()
    }

    /// Changes the style sheet, and with it its address.
    ///
    /// # Errors
    /// If the theme does not compile.
    pub fn change_asset(&mut self) -> Result<(), Failure> {
        let change = self.next_change();
        for bytes in self.assets.values_mut() {
            bytes.extend(format!("/* {change} */").into_bytes());
        }
        self.recompile()
    }

    /// Changes one message of one locale.
    ///
    /// # Errors
    /// If it does not compile.
    pub fn change_message(&mut self, chance: &mut Chance) -> Result<(), Failure> {
        let change = self.next_change();
        let locales: Vec<Locale> = self.messages.keys().copied().collect();
        if let Some(text) = chance.pick(&locales).and_then(|locale| self.messages.get_mut(locale)) {
            let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
            let plain = |line: &str| line.contains(" = ") && !line.contains('{') && !line.starts_with(['#', ' ', '.']);
            let able: Vec<usize> = lines
                .iter()
                .enumerate()
                .filter(|(_, line)| plain(line))
                .map(|(at, _)| at)
                .collect();
            if let Some(line) = chance.pick(&able).and_then(|at| lines.get_mut(*at)) {
                line.push_str(&format!(" v{change}"));
            }
            *text = lines.join("\n") + "\n";
        }
        self.recompile()
    }

    /// Moves the site to its other address.
    ///
    /// # Errors
    /// If the theme does not compile.
    pub fn change_base(&mut self) -> Result<(), Failure> {
        let [one, other] = BASES;
        self.base = if self.base == one {
            other.to_owned()
        } else {
            one.to_owned()
        };
        self.recompile()
    }

    fn next_change(&mut self) -> usize {
        self.changes += 1;
        self.changes
    }

    fn recompile(&mut self) -> Result<(), Failure> {
        self.compiled = compile(&self.templates, &self.assets, &self.messages, &self.base)?;
        Ok(())
    }
}

fn compile(
    templates: &BTreeMap<String, String>,
    assets: &BTreeMap<String, Vec<u8>>,
    messages: &BTreeMap<Locale, String>,
    base: &str,
) -> Result<Ambient, Failure> {
    let theme =
        Theme::compile(templates, assets.clone()).map_err(|problems| Failure::ground(format!("{problems:?}")))?;
    let mut catalogues = BTreeMap::new();
    for (locale, text) in messages {
        let catalogue = Catalogue::parse(*locale, &format!("{locale}.ftl"), text);
        let catalogue = catalogue.map_err(|problems| Failure::ground(format!("{problems:?}")))?;
        catalogues.insert(*locale, Arc::new(catalogue));
    }
    Ok(Ambient {
        theme: Arc::new(theme),
        catalogues,
        base: base.to_owned(),
    })
}
