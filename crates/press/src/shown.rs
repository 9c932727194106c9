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
pub(crate) fn save(connection: &Connection, skeleton: &edition::Hash, ids: &[u64], links: &[String]) -> Result<(), PressError> {
    let known = load(connection, skeleton)?;
    if known.as_ref().is_some_and(|known| ids.iter().all(|id| known.ids.contains(id))) {
        return Ok(());
    }
    let all: BTreeSet<u64> = known.into_iter().flat_map(|known| known.ids).chain(ids.iter().copied()).collect();
    let bytes: Vec<u8> = all.into_iter().flat_map(u64::to_le_bytes).collect();
    let sql = "INSERT INTO shown (skeleton, ids, links) VALUES (?1, ?2, ?3)
        ON CONFLICT (skeleton) DO UPDATE SET ids = excluded.ids";
    let mut statement = connection.prepare_cached(sql).within(PART)?;
    statement.execute(params![skeleton.0.as_slice(), bytes, links.join("\n")]).within(PART)?;
    Ok(())
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
        ids: ids.chunks_exact(8).filter_map(|bytes| bytes.try_into().map(u64::from_le_bytes).ok()).collect(),
        links: links.split('\n').filter(|link| !link.is_empty()).map(str::to_owned).collect(),
    }))
}
