//! Where a sequence's store lies: a file, or a database of its own in a PostgreSQL server.

use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use postgres::{Client, NoTls};
use store::{Durability, Location, Store};

use crate::failure::Failure;

/// The variable that names a PostgreSQL server for tests.
pub const POSTGRES: &str = "PLENARY_TEST_POSTGRES";

/// What keeps the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Engine {
    /// A file.
    Sqlite,
    /// A server, by the location of a database in which others may be created.
    Postgres(String),
}

/// A store of its own, gone when this is dropped.
#[derive(Debug)]
pub struct OwnStore {
    /// The store.
    pub store: Store,
    _database: Option<Database>,
}

impl Engine {
    /// The server that the environment names.
    pub fn postgres() -> Option<Engine> {
        std::env::var(POSTGRES)
            .ok()
            .filter(|location| !location.is_empty())
            .map(Engine::Postgres)
    }

    /// Its name.
    pub fn name(&self) -> &'static str {
        match self {
            Engine::Sqlite => "SQLite",
            Engine::Postgres(_) => "PostgreSQL",
        }
    }

    /// Makes an empty store; a file lies in `folder`.
    ///
    /// # Errors
    /// If it cannot be made.
    pub fn new_store(&self, folder: &Path) -> Result<OwnStore, Failure> {
        let (location, database) = match self {
            Engine::Sqlite => (format!("sqlite:{}", folder.join("store.db").display()), None),
            Engine::Postgres(server) => {
                let database = Database::create(server)?;
                (database.location(), Some(database))
            }
        };
        let store = Store::open_with(&Location::parse(&location)?, Durability::Relaxed)?;
        Ok(OwnStore {
            store,
            _database: database,
        })
    }
}

#[derive(Debug)]
struct Database {
    server: String,
    name: String,
}

impl Database {
    fn create(server: &str) -> Result<Database, Failure> {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        let name = format!(
            "journey_{}_{}",
            std::process::id(),
            COUNT.fetch_add(1, Ordering::Relaxed)
        );
        let mut client = Client::connect(server, NoTls).map_err(Failure::ground)?;
        client
            .batch_execute(&format!("CREATE DATABASE {name}"))
            .map_err(Failure::ground)?;
        Ok(Database {
            server: server.to_owned(),
            name,
        })
    }

    fn location(&self) -> String {
        let (address, options) = self.server.split_once('?').unwrap_or((&self.server, ""));
        let host = address.rsplit_once('/').map_or(address, |(host, _)| host);
        let mark = if options.is_empty() { "" } else { "?" };
        format!("{host}/{}{mark}{options}", self.name)
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        // The connections of the store may still be closing.
        if let Ok(mut client) = Client::connect(&self.server, NoTls) {
            let _ = client.batch_execute(&format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name));
        }
    }
}
