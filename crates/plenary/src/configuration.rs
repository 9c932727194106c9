//! `plenary.toml`: what an operator sets. Read once, passed down.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::error::{Failure, file};

/// The name of the file.
pub(crate) const FILE: &str = "plenary.toml";
/// Where is listened if nobody says otherwise.
const LISTEN: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 8080);

/// What stands in `plenary.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Configuration {
    /// `sqlite` (a file in the data directory) or the address of a PostgreSQL database.
    pub(crate) database: String,
    /// Where to answer visitors.
    pub(crate) listen: SocketAddr,
    /// Under which address visitors reach the site; that of `listen` if it is not set.
    pub(crate) address: Option<String>,
    /// A folder with a theme of one's own.
    pub(crate) theme: Option<PathBuf>,
    /// How long editions are kept.
    pub(crate) editions: Editions,
}

/// How long editions are kept: as long as either says.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Editions {
    /// So many of the newest.
    pub(crate) keep: usize,
    /// All that are not older than so many days.
    pub(crate) days: u32,
}

impl Default for Configuration {
    fn default() -> Self {
        Configuration {
            database: "sqlite".to_owned(),
            listen: LISTEN,
            address: None,
            theme: None,
            editions: Editions::default(),
        }
    }
}

impl Default for Editions {
    fn default() -> Self {
        Editions { keep: 100, days: 7 }
    }
}

impl Configuration {
    /// Reads the configuration of a data directory.
    pub(crate) fn read(data: &Path) -> Result<Configuration, Failure> {
        let path = data.join(FILE);
        let source = match std::fs::read_to_string(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Err(Failure::NoData(data.to_owned())),
            other => other.map_err(file(&path))?,
        };
        let configuration: Configuration = toml::from_str(&source).map_err(|error| {
            let before = error.span().and_then(|span| source.get(..span.start)).unwrap_or("");
            let line = 1 + before.matches('\n').count();
            Failure::Configuration {
                file: path.clone(),
                line,
                message: error.message().trim().replace('\n', ", "),
            }
        })?;
        configuration.check(&path, &source)?;
        Ok(configuration)
    }

    fn check(&self, path: &Path, source: &str) -> Result<(), Failure> {
        let Some(address) = &self.address else { return Ok(()) };
        let authority = address
            .strip_prefix("https://")
            .or_else(|| address.strip_prefix("http://"))
            .unwrap_or("");
        if authority.is_empty() || authority.contains(['/', '?', '#', '@', ' ']) {
            let line = 1 + source
                .lines()
                .position(|line| line.trim_start().starts_with("address"))
                .unwrap_or(0);
            let message = "address: write scheme and host alone, such as https://coalition.example".to_owned();
            return Err(Failure::Configuration {
                file: path.to_owned(),
                line,
                message,
            });
        }
        Ok(())
    }
}

/// The commented file that `init` writes.
pub(crate) fn commented(database: &str, listen: Option<SocketAddr>) -> String {
    let listen = listen.unwrap_or(LISTEN);
    let quoted = toml::Value::String(database.to_owned());
    format!(
        "# The settings of this data directory. What is commented out is the default.
# What the coalition is called and which languages it speaks is content: see `plenary content export`.

# Where content is kept: \"sqlite\", a file in this directory, or \"postgres://user:password@host/name\".
database = {quoted}

# Where to answer visitors.
listen = \"{listen}\"

# The address under which visitors reach the site, without a slash at the end. Links in feeds and sitemaps
# and the canonical addresses of pages begin with it. Without it, the address above is used.
# address = \"https://coalition.example\"

# A folder with a theme of your own instead of the one that comes with the program.
# theme = \"theme\"

[editions]
# An edition is kept as long as it is among the newest so many, or not older than so many days.
# keep = 100
# days = 7
"
    )
}
