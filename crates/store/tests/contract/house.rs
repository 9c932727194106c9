//! Houses: a file or a schema of its own for each test, gone at its end.

use std::io::Write;
use std::path::PathBuf;
use std::process;
use std::sync::Once;
use std::sync::atomic::{AtomicU32, Ordering};

use postgres::NoTls;
use store::{Durability, Location, Store};
use tempfile::TempDir;

/// Where a test's store lives.
pub(crate) enum House {
    Sqlite { folder: TempDir },
    Postgres { server: String, schema: String },
}

impl House {
    pub(crate) fn on_sqlite() -> House {
        House::Sqlite {
            folder: TempDir::new().unwrap(),
        }
    }

    /// None, said plainly once, where no server is named.
    pub(crate) fn on_postgres() -> Option<House> {
        static SAID: Once = Once::new();
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let Ok(server) = std::env::var("PLENARY_TEST_POSTGRES") else {
            SAID.call_once(|| {
                // Written to the stream itself: the test harness swallows what is printed.
                let said = "PostgreSQL tests: not run, because PLENARY_TEST_POSTGRES names no server; \
                            run tests/postgres.sh cargo test -p store\n";
                std::io::stderr().write_all(said.as_bytes()).unwrap();
            });
            return None;
        };
        let schema = format!("plenary_{}_{}", process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let mut client = postgres::Client::connect(&server, NoTls).unwrap();
        client.batch_execute(&format!("CREATE SCHEMA {schema}")).unwrap();
        Some(House::Postgres { server, schema })
    }

    /// A store on it, as one process opens it; each call is another process.
    pub(crate) fn open(&self) -> Store {
        self.try_open().unwrap()
    }

    pub(crate) fn try_open(&self) -> Result<Store, store::StoreError> {
        Store::open_with(&Location::parse(&self.location()).unwrap(), Durability::Relaxed)
    }

    pub(crate) fn location(&self) -> String {
        match self {
            House::Sqlite { .. } => format!("sqlite:{}", self.file().display()),
            House::Postgres { server, schema } => {
                let mark = if server.contains('?') { '&' } else { '?' };
                format!("{server}{mark}options=-c%20search_path%3D{schema}")
            }
        }
    }

    /// Does to the database what no store would.
    pub(crate) fn tamper(&self, sql: &str) {
        match self {
            House::Sqlite { .. } => rusqlite::Connection::open(self.file())
                .unwrap()
                .execute_batch(sql)
                .unwrap(),
            House::Postgres { .. } => {
                postgres::Client::connect(&self.location(), NoTls)
                    .unwrap()
                    .batch_execute(sql)
                    .unwrap();
            }
        }
    }

    fn file(&self) -> PathBuf {
        match self {
            House::Sqlite { folder } => folder.path().join("store.db"),
            House::Postgres { .. } => PathBuf::new(),
        }
    }
}

impl Drop for House {
    fn drop(&mut self) {
        if let House::Postgres { server, schema } = self {
            let mut client = postgres::Client::connect(server, NoTls).unwrap();
            client.batch_execute(&format!("DROP SCHEMA {schema} CASCADE")).unwrap();
        }
    }
}

/// The address of another database of the same server.
pub(crate) fn with_database(server: &str, database: &str) -> String {
    let (address, options) = server
        .split_once('?')
        .map_or((server, ""), |(address, options)| (address, options));
    let (host, _) = address.rsplit_once('/').unwrap();
    let mark = if options.is_empty() { "" } else { "?" };
    format!("{host}/{database}{mark}{options}")
}
