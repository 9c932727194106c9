//! A data directory: its configuration, its store, and the folder of the press.

use std::path::{Path, PathBuf};

use content::media::Media;
use edition::{Durability, Library};
use editorial::{Developed, Refused};
use press::Press;
use store::{Location, Store};

use crate::configuration::Configuration;
use crate::error::{Failure, file};
use crate::{ambient, developing, wake};

/// A data directory that was found.
#[derive(Debug, Clone)]
pub(crate) struct DataDirectory {
    /// Where it is.
    pub(crate) path: PathBuf,
    /// What its `plenary.toml` says.
    pub(crate) configuration: Configuration,
}

impl DataDirectory {
    /// Finds a data directory.
    pub(crate) fn find(path: &Path) -> Result<DataDirectory, Failure> {
        Ok(DataDirectory {
            path: path.to_owned(),
            configuration: Configuration::read(path)?,
        })
    }

    /// The same with another theme than `plenary.toml` names, if one is given.
    pub(crate) fn with_theme(mut self, theme: Option<&Path>) -> Result<DataDirectory, Failure> {
        if let Some(theme) = theme {
            self.configuration.theme = Some(std::path::absolute(theme).map_err(file(theme))?);
        }
        Ok(self)
    }

    /// Opens its store.
    pub(crate) fn store(&self) -> Result<Store, Failure> {
        let database = &self.configuration.database;
        let location = match database.as_str() {
            "sqlite" => Location::parse(&format!("sqlite:{}", self.path.join("store.db").display()))?,
            address => Location::parse(address)?,
        };
        Ok(Store::open(&location)?)
    }

    /// The folder of the press.
    fn press_folder(&self) -> PathBuf {
        self.path.join("press")
    }

    /// The folder of the theme, if it is not the one that comes with the program.
    pub(crate) fn theme(&self) -> Option<PathBuf> {
        self.configuration.theme.as_ref().map(|theme| self.path.join(theme))
    }

    /// Makes pictures and recordings into what the public is given, pictures in the widths that the theme asks for.
    pub(crate) fn developer(
        &self,
    ) -> Result<impl Fn(&Media, &[u8]) -> Result<Developed, Refused> + Sync + use<>, Failure> {
        let widths = ambient::picture_widths(self.theme().as_deref())?;
        Ok(move |media: &Media, original: &[u8]| developing::develop(media, original, &widths))
    }

    /// Opens the press; an error of [`edition::Error::InUse`] kind if another process has it.
    pub(crate) fn press(&self, store: Store, base: &str) -> Result<Press, Failure> {
        let ambient = ambient::ambient(ambient::ready(self.theme().as_deref())?, base);
        Ok(Press::open(&self.press_folder(), store, ambient, Durability::Full)?)
    }

    /// Opens the editions for reading, beside a process that makes them.
    pub(crate) fn editions(&self) -> Result<Library, Failure> {
        let folder = self.press_folder().join("editions");
        if !folder.is_dir() {
            return Err(Failure::NothingPressed);
        }
        Ok(Library::open_read_only(&folder)?)
    }

    /// The position of the change log up to which the process that presses here has pressed.
    pub(crate) fn pressed_position(&self) -> Result<i64, Failure> {
        Ok(press::pressed_position(&self.press_folder())?)
    }

    /// Under which address visitors reach the site, if it is served at `listen`.
    pub(crate) fn base(&self, listen: std::net::SocketAddr) -> String {
        self.configuration
            .address
            .clone()
            .unwrap_or_else(|| format!("http://{listen}"))
    }

    /// Wakes the process that presses here, if one runs.
    pub(crate) fn wake(&self) {
        wake::wake(&self.path);
    }

    /// The name of this directory among those that share a store: made once, then kept.
    pub(crate) fn node(&self) -> Result<String, Failure> {
        let path = self.path.join("node");
        match std::fs::read_to_string(&path) {
            Ok(name) if !name.trim().is_empty() => return Ok(name.trim().to_owned()),
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(Failure::File(path, error)),
            _ => {}
        }
        let seed = format!("{} {} {}", self.path.display(), std::process::id(), crate::clock::now());
        let name = format!("node-{:012x}", content::text::hash64(seed.as_bytes()) >> 16);
        std::fs::write(&path, &name).map_err(file(&path))?;
        Ok(name)
    }
}
