//! The layout of the database, as a list of versions that only ever grows.
//!
//! Portable SQL: `BIGINT`, `TEXT`, `BYTEA`. The token `{key}` is the type of what is compared and ordered by its bytes,
//! `{without_rowid}` lets SQLite keep a table within its primary key. Instants are milliseconds since 1970 in UTC.
//! No table has an index beyond its primary key but where a question needs one.

use crate::audit_chain;
use crate::engine::{Connection, Engine};
use crate::error::StoreError;
use crate::statement::Statement;

/// One version: its statements, and what is worked out afterwards.
struct Migration {
    statements: &'static [&'static str],
    then: Option<Then>,
}

/// Works out what statements cannot.
type Then = fn(&mut Connection) -> Result<(), StoreError>;

/// The versions: the first has the number 1.
const MIGRATIONS: &[Migration] = &[
    Migration {
        statements: FIRST,
        then: None,
    },
    Migration {
        statements: CORRECTIONS,
        then: None,
    },
    Migration {
        statements: AUDIT_CHAIN,
        then: Some(audit_chain::chain_all),
    },
];

/// The chain of the audit log, and where it ends.
const AUDIT_CHAIN: &[&str] = &[
    "ALTER TABLE audit ADD COLUMN chain TEXT NOT NULL DEFAULT ''",
    "CREATE TABLE audit_end (name {key} NOT NULL PRIMARY KEY, position BIGINT NOT NULL, chain TEXT NOT NULL) {without_rowid}",
];

/// What a publication corrects, and whether readers need not be told.
const CORRECTIONS: &[&str] = &[
    "ALTER TABLE publication ADD COLUMN note TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE publication ADD COLUMN minor BIGINT NOT NULL DEFAULT 0",
];

const FIRST: &[&str] = &[
    // `source` is the source locale of an entry, and null for all else; `data` is the meta of an entry, and the record
    // of all else; `deleted` says since when it is.
    "CREATE TABLE subject (subject {key} NOT NULL PRIMARY KEY, source TEXT, deleted BIGINT, data TEXT NOT NULL) {without_rowid}",
    // What lists need of a revision: `text` has no body.
    "CREATE TABLE revision (
        subject {key} NOT NULL REFERENCES subject, locale {key} NOT NULL, number BIGINT NOT NULL, hash TEXT NOT NULL,
        origin TEXT NOT NULL, actor TEXT NOT NULL, at BIGINT NOT NULL, note TEXT NOT NULL, minor BIGINT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (subject, locale, number)
    ) {without_rowid}",
    // What only the page itself needs: kept apart, so that lists do not read past it.
    "CREATE TABLE body (
        subject {key} NOT NULL, locale {key} NOT NULL, number BIGINT NOT NULL, body TEXT NOT NULL, pins TEXT NOT NULL,
        PRIMARY KEY (subject, locale, number)
    )",
    "CREATE TABLE publication (
        subject {key} NOT NULL, locale {key} NOT NULL, begins BIGINT NOT NULL, ends BIGINT, revision BIGINT NOT NULL,
        shown BIGINT NOT NULL, actor TEXT NOT NULL, at BIGINT NOT NULL,
        PRIMARY KEY (subject, locale, begins),
        FOREIGN KEY (subject, locale, revision) REFERENCES revision
    ) {without_rowid}",
    "CREATE TABLE withdrawal (
        subject {key} NOT NULL REFERENCES subject, locale {key} NOT NULL, at BIGINT NOT NULL, actor TEXT NOT NULL,
        notice TEXT NOT NULL, lifted_at BIGINT, lifted_by TEXT,
        PRIMARY KEY (subject, locale, at)
    ) {without_rowid}",
    "CREATE TABLE former_slug (
        subject {key} NOT NULL REFERENCES subject, locale {key} NOT NULL, slug {key} NOT NULL,
        PRIMARY KEY (subject, locale, slug)
    ) {without_rowid}",
    "CREATE TABLE address (
        collection {key} NOT NULL, slug {key} NOT NULL, subject {key} NOT NULL,
        PRIMARY KEY (collection, slug)
    ) {without_rowid}",
    "CREATE INDEX address_of_subject ON address (subject)",
    "CREATE TABLE equivalence (
        subject {key} NOT NULL REFERENCES subject, block {key} NOT NULL, from_hash {key} NOT NULL,
        to_hash {key} NOT NULL, actor TEXT NOT NULL, at BIGINT NOT NULL,
        PRIMARY KEY (subject, block, from_hash, to_hash)
    ) {without_rowid}",
    "CREATE TABLE media (hash {key} NOT NULL PRIMARY KEY, content_type TEXT NOT NULL, bytes BYTEA NOT NULL)",
    "CREATE TABLE change (
        position BIGINT NOT NULL PRIMARY KEY, at BIGINT NOT NULL, subject TEXT NOT NULL, act TEXT NOT NULL, actor TEXT NOT NULL
    ) {without_rowid}",
    "CREATE TABLE audit (
        position BIGINT NOT NULL PRIMARY KEY, at BIGINT NOT NULL, actor TEXT NOT NULL, act TEXT NOT NULL, subject TEXT,
        detail TEXT NOT NULL
    ) {without_rowid}",
    "CREATE TABLE decision (
        number BIGINT NOT NULL PRIMARY KEY, at BIGINT NOT NULL, actor TEXT NOT NULL, kind TEXT NOT NULL, edition BIGINT
    ) {without_rowid}",
    "CREATE TABLE lease (
        name {key} NOT NULL PRIMARY KEY, holder TEXT NOT NULL, token BIGINT NOT NULL, expires BIGINT NOT NULL
    ) {without_rowid}",
];

const VERSIONS: &str = "CREATE TABLE IF NOT EXISTS migration (version BIGINT NOT NULL PRIMARY KEY)";

static VERSION: Statement = Statement::new(
    "asking for the layout",
    "SELECT COALESCE(MAX(version), 0) FROM migration",
);

static ADD_VERSION: Statement = Statement::new("recording the layout", "INSERT INTO migration (version) VALUES ($1)");

/// Brings a store's layout up to date; one that already is, is only read.
pub(crate) fn apply(engine: &Engine) -> Result<(), StoreError> {
    let known = i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX);
    // The question fails on a new store, which has no such table yet.
    let found = engine.connect(true)?.first(&VERSION, &[], |row| row.int(0));
    if let Ok(Some(found)) = found
        && found == known
    {
        return Ok(());
    }
    engine.writing(|reader| {
        let outcome = migrate(&mut reader.connection, engine, known);
        if outcome.is_err() {
            reader.connection.rollback();
        }
        outcome
    })?
}

fn migrate(connection: &mut Connection, engine: &Engine, known: i64) -> Result<(), StoreError> {
    connection.lock_layout()?;
    connection.define(VERSIONS)?;
    let found = connection.first(&VERSION, &[], |row| row.int(0))?.unwrap_or(0);
    if found > known {
        return Err(StoreError::NewerSchema {
            location: engine.location().to_string(),
            found,
            known,
        });
    }
    for (version, migration) in (1..).zip(MIGRATIONS).filter(|(version, _)| *version > found) {
        for statement in migration.statements {
            connection.define(statement)?;
        }
        if let Some(then) = migration.then {
            then(connection)?;
        }
        connection.execute(&ADD_VERSION, &[i64::into(version)])?;
    }
    connection.commit()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_layout_uses_portable_types_only() {
        for statement in MIGRATIONS.iter().flat_map(|migration| migration.statements) {
            for foreign in [
                "INTEGER",
                "BLOB",
                "SERIAL",
                "JSON",
                "BOOLEAN",
                "TIMESTAMP",
                "AUTOINCREMENT",
            ] {
                assert!(!statement.contains(foreign), "{foreign} in {statement}");
            }
        }
    }
}
