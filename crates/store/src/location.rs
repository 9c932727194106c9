//! Where a store is: a file for SQLite, or the address of a PostgreSQL database.

use std::fmt;
use std::path::PathBuf;

use ::postgres::config::{Config, Host, SslMode};

use crate::error::StoreError;

/// Where a store is. Printing it never shows a password.
#[derive(Clone)]
pub struct Location(pub(crate) Place);

#[derive(Clone)]
pub(crate) enum Place {
    Sqlite(PathBuf),
    Postgres(Box<Config>),
}

impl Location {
    /// Reads `sqlite:PATH` or `postgres://user:password@host:port/database`.
    ///
    /// # Errors
    /// [`StoreError::Location`] if it is neither, or asks for encryption, which this program does not speak with
    /// PostgreSQL: use a local socket or an encrypted tunnel.
    pub fn parse(text: &str) -> Result<Location, StoreError> {
        if let Some(path) = text.strip_prefix("sqlite:") {
            return sqlite(path);
        }
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return postgres(text);
        }
        let scheme = text.split(':').next().unwrap_or_default();
        Err(StoreError::Location {
            reason: format!("a location of the store cannot begin with {scheme:?}"),
        })
    }
}

fn sqlite(path: &str) -> Result<Location, StoreError> {
    if path.is_empty() || path.starts_with(':') {
        return Err(StoreError::Location {
            reason: format!("sqlite:{path} does not name a file"),
        });
    }
    Ok(Location(Place::Sqlite(PathBuf::from(path))))
}

fn postgres(text: &str) -> Result<Location, StoreError> {
    let config: Config = text.parse().map_err(|error: ::postgres::Error| StoreError::Location {
        // The message names the part at fault; the text, which holds a password, is not repeated.
        reason: format!("the PostgreSQL location is not well formed ({error})"),
    })?;
    if !matches!(config.get_ssl_mode(), SslMode::Disable | SslMode::Prefer) {
        let reason = "this program does not encrypt its way to PostgreSQL, and sslmode asks for it: use a local socket \
                      or a tunnel and leave sslmode out";
        return Err(StoreError::Location {
            reason: reason.to_owned(),
        });
    }
    Ok(Location(Place::Postgres(Box::new(config))))
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Place::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
            Place::Postgres(config) => {
                let host = match config.get_hosts().first() {
                    Some(Host::Tcp(name)) => name.clone(),
                    Some(Host::Unix(folder)) => folder.display().to_string(),
                    None => String::new(),
                };
                let port = config
                    .get_ports()
                    .first()
                    .map_or(String::new(), |port| format!(":{port}"));
                write!(f, "postgres://{host}{port}/{}", config.get_dbname().unwrap_or_default())
            }
        }
    }
}

impl fmt::Debug for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Location({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_where_but_never_the_password() {
        let location = Location::parse("postgres://editor:s3cret@db.example:5433/plenary").unwrap();
        assert_eq!(location.to_string(), "postgres://db.example:5433/plenary");
        assert!(!format!("{location:?}").contains("s3cret"));
        assert_eq!(
            Location::parse("sqlite:data/plenary.db").unwrap().to_string(),
            "sqlite:data/plenary.db"
        );
    }

    #[test]
    fn refuses_what_names_no_store_and_says_what_to_write() {
        for text in [
            "",
            "plenary.db",
            "mysql://x",
            "sqlite:",
            "sqlite::memory:",
            "postgres://a@b:port/c",
        ] {
            let error = Location::parse(text).unwrap_err();
            assert!(error.to_string().contains("sqlite:PATH"), "{text}: {error}");
        }
    }

    #[test]
    fn refuses_to_pretend_that_it_encrypts() {
        let error = Location::parse("postgres://a:s3cret@b/c?sslmode=require")
            .unwrap_err()
            .to_string();
        assert!(error.contains("tunnel") && !error.contains("s3cret"), "{error}");
    }
}
