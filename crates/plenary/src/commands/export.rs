//! `plenary content export`.

use editorial::export;
use serde::Serialize;

use crate::arguments::Export;
use crate::data::DataDirectory;
use crate::error::{Failure, file};
use crate::output;
use crate::progress::Progress;

/// What was written.
#[derive(Debug, Serialize)]
struct Exported {
    files: usize,
    bytes: u64,
}

pub(super) fn run(arguments: &Export) -> Result<(), Failure> {
    let data = DataDirectory::find(&arguments.data.data)?;
    let store = data.store()?;
    let out = &arguments.out;
    std::fs::create_dir_all(out).map_err(file(out))?;
    if std::fs::read_dir(out).map_err(file(out))?.next().is_some() {
        return Err(Failure::NotEmpty(out.clone()));
    }
    let progress = Progress::new();
    let mut exported = Exported { files: 0, bytes: 0 };
    let mut write = |path: &str, bytes: &[u8]| {
        let path = out.join(path);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        exported.files += 1;
        exported.bytes += u64::try_from(bytes.len()).unwrap_or(0);
        std::fs::write(path, bytes)
    };
    let outcome = export(&store, &mut write, &|step| super::import::show(&progress, step));
    progress.end();
    outcome?;
    if arguments.json {
        output::json(&exported);
    } else {
        output::line(&format!("{} files, {} bytes", exported.files, exported.bytes));
    }
    Ok(())
}
