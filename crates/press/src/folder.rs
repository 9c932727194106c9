//! An edition as a folder of files that any web server can serve.

use std::path::{Path, PathBuf};

use edition::Edition;

use crate::error::PressError;

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Written {
    /// Files.
    pub pages: usize,
    /// Their bytes.
    pub bytes: u64,
    /// Withdrawn pages, for which a plain web server answers 404: they have no file.
    pub gone: usize,
}

/// Writes every page of an edition: `/en/` as `en/index.html`, redirects as small pages, the 404 page of the default
/// locale as `404.html`.
///
/// # Errors
/// If the edition cannot be read or a file cannot be written.
pub fn write_folder(edition: &Edition, folder: &Path, progress: &dyn Fn(usize, usize)) -> Result<Written, PressError> {
    let mut written = Written::default();
    let total = usize::try_from(edition.info().pages).unwrap_or(usize::MAX);
    for entry in edition.iter()? {
        let (path, record) = entry?;
        if path.starts_with('~') {
            continue;
        }
        if record.status == 410 {
            written.gone += 1;
            continue;
        }
        let bytes = edition.join(&record)?;
        write(&folder.join(file_name(&path)), &bytes)?;
        written.pages += 1;
        written.bytes += u64::try_from(bytes.len()).unwrap_or(0);
        progress(written.pages + written.gone, total);
    }
    write_site_files(edition, folder, &mut written)?;
    Ok(written)
}

/// What a server of ours would answer by itself: the way from `/` to a language, and what is not there.
fn write_site_files(edition: &Edition, folder: &Path, written: &mut Written) -> Result<(), PressError> {
    let site = edition.site()?;
    let Some(default) = site.locale(&site.default) else {
        return Ok(());
    };
    for (path, name) in [(&default.home, "index.html"), (&default.not_found, "404.html")] {
        if let Some(record) = edition.get(path)? {
            let bytes = edition.join(&record)?;
            write(&folder.join(name), &bytes)?;
            written.pages += 1;
            written.bytes += u64::try_from(bytes.len()).unwrap_or(0);
        }
    }
    Ok(())
}

fn file_name(path: &str) -> PathBuf {
    let relative = path.trim_start_matches('/');
    if relative.is_empty() || relative.ends_with('/') {
        PathBuf::from(format!("{relative}index.html"))
    } else {
        relative.into()
    }
}

fn write(file: &Path, bytes: &[u8]) -> Result<(), PressError> {
    let told = |error| PressError::File(file.display().to_string(), error);
    match std::fs::write(file, bytes) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            file.parent().map_or(Ok(()), std::fs::create_dir_all).map_err(told)?;
            std::fs::write(file, bytes).map_err(told)
        }
        outcome => outcome.map_err(told),
    }
}
