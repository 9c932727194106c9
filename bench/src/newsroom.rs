//! A data directory with the program at work on it: made, filled, pressed, each step a process of its own.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::failure::{Failure, file};
use crate::process::{Cost, find, measured};

/// The program and a data directory.
#[derive(Debug, Clone)]
pub struct Newsroom {
    /// The program.
    pub program: PathBuf,
    /// The data directory.
    pub data: PathBuf,
}

impl Newsroom {
    /// A newsroom in a directory that need not be there yet.
    ///
    /// # Errors
    /// If there is no program.
    pub fn new(data: &Path) -> Result<Newsroom, Failure> {
        let missing = || {
            let told = "the program `plenary` is neither beside `bench` nor found otherwise; build it with `cargo build --release`, or name it in PLENARY";
            Failure::Missing(told.to_owned())
        };
        Ok(Newsroom {
            program: find("PLENARY", "plenary").ok_or_else(missing)?,
            data: data.to_owned(),
        })
    }

    /// `plenary init`.
    ///
    /// # Errors
    /// If the program fails.
    pub fn init(&self) -> Result<Cost, Failure> {
        let mut command = Command::new(&self.program);
        measured(command.arg("init").arg(&self.data)).map(|(cost, _)| cost)
    }

    /// Gives the site an address that does not hang on the port, so that two of the same store are alike.
    ///
    /// # Errors
    /// If the settings cannot be written.
    pub fn set_address(&self) -> Result<(), Failure> {
        let path = self.data.join("plenary.toml");
        std::fs::write(&path, "database = \"sqlite\"\naddress = \"http://newsroom.example\"\n").map_err(file(&path))
    }

    /// Another data directory on the same store, with editions of its own.
    ///
    /// # Errors
    /// If it cannot be made.
    pub fn beside(&self, data: &Path) -> Result<Newsroom, Failure> {
        std::fs::create_dir_all(data).map_err(file(data))?;
        let other = Newsroom {
            program: self.program.clone(),
            data: data.to_owned(),
        };
        let link = data.join("store.db");
        std::os::unix::fs::symlink(self.data.join("store.db"), &link).map_err(file(&link))?;
        other.set_address()?;
        Ok(other)
    }

    /// `plenary content import`.
    ///
    /// # Errors
    /// If the program fails.
    pub fn import(&self, folder: &Path) -> Result<Cost, Failure> {
        measured(self.command(&["content", "import"]).arg(folder)).map(|(cost, _)| cost)
    }

    /// `plenary content export`.
    ///
    /// # Errors
    /// If the program fails.
    pub fn export(&self, folder: &Path) -> Result<Cost, Failure> {
        measured(self.command(&["content", "export"]).arg(folder)).map(|(cost, _)| cost)
    }

    /// `plenary press`; gives the number of pages too.
    ///
    /// # Errors
    /// If the program fails.
    pub fn press(&self, rebuild: bool) -> Result<(Cost, u64), Failure> {
        let mut command = self.command(&["press"]);
        if rebuild {
            command.arg("--rebuild");
        }
        let (cost, told) = measured(&mut command)?;
        let report: Value = serde_json::from_str(&told).unwrap_or_default();
        let pages = report.get("pages").and_then(Value::as_u64);
        pages
            .map(|pages| (cost, pages))
            .ok_or_else(|| Failure::Broken(format!("`plenary press` told no pages: {told}")))
    }

    /// A command of the program on the directory, with its report as JSON.
    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command.args(words).arg("--data").arg(&self.data).arg("--json");
        command
    }
}
