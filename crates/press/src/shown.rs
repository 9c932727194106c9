//! Whose words a skeleton shows and where it leads: needed when an old edition is put back, since what was withdrawn
//! must not come back with it.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension, params};

use crate::error::{PressError, Within};

const PART: &str = "shown";

/// What is known of a skeleton.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Shown {
    /// What of whom it shows, by the ids of [`crate::visible`].
    pub(crate) ids: Vec<u64>,
    /// Paths that it links to.
    pub(crate) links: Vec<String>,
}

/// Keeps what is known of a skeleton. The same bytes may show several things (one picture under two names): all count.
pub(crate) fn save(
    connection: &Connection,
    skeleton: &edition::Hash,
    ids: &[u64],
    links: &[String],
) -> Result<(), PressError> {
    if insert(connection, skeleton, ids, links)? {
        return Ok(());
    }
    let known = load(connection, skeleton)?.unwrap_or_default();
    if ids.iter().all(|id| known.ids.contains(id)) {
        return Ok(());
    }
    let all: BTreeSet<u64> = known.ids.into_iter().chain(ids.iter().copied()).collect();
    let sql = "UPDATE shown SET ids = ?2 WHERE skeleton = ?1";
    let mut statement = connection.prepare_cached(sql).within(PART)?;
    statement
        .execute(params![skeleton.0.as_slice(), bytes_of(all.into_iter())])
        .within(PART)?;
    Ok(())
}

/// Keeps a skeleton that is not known; says whether it was not.
fn insert(
    connection: &Connection,
    skeleton: &edition::Hash,
    ids: &[u64],
    links: &[String],
) -> Result<bool, PressError> {
    let sql = "INSERT OR IGNORE INTO shown (skeleton, ids, links) VALUES (?1, ?2, ?3)";
    let mut statement = connection.prepare_cached(sql).within(PART)?;
    let values = params![skeleton.0.as_slice(), bytes_of(ids.iter().copied()), links.join("\n")];
    Ok(statement.execute(values).within(PART)? > 0)
}

fn bytes_of(ids: impl Iterator<Item = u64>) -> Vec<u8> {
    ids.flat_map(u64::to_le_bytes).collect()
}

/// What is known of a skeleton; none if it was pressed before these notes began.
pub(crate) fn load(connection: &Connection, skeleton: &edition::Hash) -> Result<Option<Shown>, PressError> {
    let sql = "SELECT ids, links FROM shown WHERE skeleton = ?1";
    let mut statement = connection.prepare_cached(sql).within(PART)?;
    let row: Option<(Vec<u8>, String)> = statement
        .query_row([skeleton.0.as_slice()], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()
        .within(PART)?;
    Ok(row.map(|(ids, links)| Shown {
        ids: ids
            .chunks_exact(8)
            .filter_map(|bytes| bytes.try_into().map(u64::from_le_bytes).ok())
            .collect(),
        links: links
            .split('\n')
            .filter(|link| !link.is_empty())
            .map(str::to_owned)
            .collect(),
    }))
}
