//! `plenary demo`: a coalition's site with content made from public facts, from nothing to its first visitor.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use editorial::{Files, ImportOptions, import};

use crate::arguments::Demo;
use crate::commands::serve::{Binding, serve};
use crate::configuration;
use crate::data::DataDirectory;
use crate::error::{Failure, file};
use crate::progress::Progress;
use crate::{clock, embedded, output};

/// Ports after the wished one that are tried.
const NEXT_PORTS: u16 = 100;

pub(super) fn run(demo: &Demo) -> Result<(), Failure> {
    let temporary = match demo.data {
        Some(_) => None,
        None => Some(
            tempfile::Builder::new()
                .prefix("plenary-demo-")
                .tempdir()
                .map_err(file(&std::env::temp_dir()))?,
        ),
    };
    let path = demo
        .data
        .clone()
        .or_else(|| temporary.as_ref().map(|folder| folder.path().to_owned()))
        .unwrap_or_default();
    if !path.join(configuration::FILE).is_file() {
        super::init::make(&path, "sqlite", demo.listen)?;
    }
    let kept = if temporary.is_some() {
        "temporary, removed at the end"
    } else {
        "kept"
    };
    output::line(&format!("Data: {} ({kept})", path.display()));
    let data = DataDirectory::find(&path)?.with_theme(demo.theme.as_deref())?;
    let listen: SocketAddr = demo.listen.unwrap_or(data.configuration.listen);
    let binding = Binding::bind(listen, NEXT_PORTS, data.configuration.address.as_deref())?;
    load(&data)?;
    serve(&data, binding, demo.theme.is_some())
}

/// Loads the demo's content; what is there already stays as it is. A text of it is corrected afterwards, as texts are,
/// so that there is a correction to be seen.
fn load(data: &DataDirectory) -> Result<(), Failure> {
    let (mut files, corrections) = (embedded::demo(), embedded::demo_corrections());
    if data.store()?.read(|reader| reader.all_subjects())?.is_empty() {
        take_in(data, files)?;
        take_in(data, corrections)
    } else {
        files.extend(corrections);
        take_in(data, files)
    }
}

fn take_in(data: &DataDirectory, files: BTreeMap<String, Vec<u8>>) -> Result<(), Failure> {
    let progress = Progress::new();
    let actor = editorial::Actor::operator("demo");
    let options = ImportOptions {
        dry_run: false,
        minor: false,
        now: clock::now(),
    };
    let files: Vec<(String, Vec<u8>)> = files.into_iter().collect();
    let files = Files::from(files).developing(data.developer()?);
    let outcome = import(&data.store()?, &actor, &files, &options, &|step| {
        super::import::show(&progress, step)
    });
    progress.end();
    match outcome {
        Ok(_) => Ok(()),
        refused => super::import::tell(refused, false),
    }
}
