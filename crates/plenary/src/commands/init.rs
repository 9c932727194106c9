//! `plenary init`: the data directory of an empty coalition.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::Path;

use content::record::{Missing, Site};
use editorial::{Desk, EditorialError};
use language::Locale;

use crate::arguments::Init;
use crate::configuration::{self, Configuration};
use crate::data::DataDirectory;
use crate::error::{Failure, file};
use crate::{clock, output};

pub(super) fn run(init: &Init) -> Result<(), Failure> {
    let locales = distinct(&init.locales)?;
    make(&init.dir, &init.database, None)?;
    let data = DataDirectory::find(&init.dir)?;
    let made = found(&data, &init.name, &locales);
    if made.is_err() {
        // A directory that cannot reach its database would only be in the way of the next try.
        let _ = std::fs::remove_file(init.dir.join(configuration::FILE));
    }
    made?;
    output::line(&format!("{} is ready.", init.dir.display()));
    output::line(&format!("  settings: {}", init.dir.join(configuration::FILE).display()));
    output::line(&format!(
        "  content:  plenary content import --data {} PATH",
        init.dir.display()
    ));
    output::line(&format!("  serve:    plenary serve --data {}", init.dir.display()));
    Ok(())
}

/// Makes an empty data directory with its configuration.
pub(super) fn make(dir: &Path, database: &str, listen: Option<SocketAddr>) -> Result<(), Failure> {
    std::fs::create_dir_all(dir).map_err(file(dir))?;
    if std::fs::read_dir(dir).map_err(file(dir))?.next().is_some() {
        return Err(Failure::NotEmpty(dir.to_owned()));
    }
    if database != "sqlite" {
        store::Location::parse(database)?;
    }
    let path = dir.join(configuration::FILE);
    std::fs::write(&path, configuration::commented(database, listen)).map_err(file(&path))?;
    Configuration::read(dir).map(drop)
}

/// Founds the coalition: its name and languages.
fn found(data: &DataDirectory, name: &str, locales: &[Locale]) -> Result<(), Failure> {
    let site = Site {
        locales: locales.to_vec(),
        names: locales.iter().map(|locale| (*locale, name.to_owned())).collect(),
        descriptions: BTreeMap::new(),
        missing: Missing::Show,
        strips: BTreeMap::new(),
        formats: BTreeMap::new(),
        contact: None,
        indexed: true,
    };
    let actor = super::actor(None);
    let outcome = data
        .store()?
        .write(|tx| Desk::new(tx, &actor, clock::now()).put_site(&site).map(drop));
    outcome.map_err(|error: EditorialError| error.into())
}

fn distinct(locales: &[Locale]) -> Result<Vec<Locale>, Failure> {
    let mut seen = Vec::new();
    for locale in locales {
        if seen.contains(locale) {
            return Err(Failure::Usage(format!("--locales names {locale} twice")));
        }
        seen.push(*locale);
    }
    Ok(seen)
}
