//! Whose words the bytes of a skeleton show: of every page that an edition may still hold, so that an old one can be put
//! back without what must not return.

use std::collections::BTreeSet;

use edition::Hash;
use rusqlite::{Connection, OptionalExtension, params};

use crate::error::{PressError, Within};
use crate::state::signed;

const PART: &str = "shown";

/// Keeps what of whom a skeleton shows, by the ids of [`crate::visible`]. The same bytes may show several things (one
/// picture under two names): all count.
pub(crate) fn save(connection: &Connection, skeleton: &Hash, ids: &[u64]) -> Result<(), PressError> {
    let sql = "INSERT OR IGNORE INTO shown (skeleton, ids) VALUES (?1, ?2)";
    let mut statement = connection.prepare_cached(sql).within(PART)?;
    let values = params![key(skeleton), bytes_of(ids.iter().copied())];
    if statement.execute(values).within(PART)? > 0 {
        return Ok(());
    }
    let known = load(connection, skeleton)?.unwrap_or_default();
    if ids.iter().all(|id| known.contains(id)) {
        return Ok(());
    }
    let all: BTreeSet<u64> = known.into_iter().chain(ids.iter().copied()).collect();
    let sql = "UPDATE shown SET ids = ?2 WHERE skeleton = ?1";
    let mut statement = connection.prepare_cached(sql).within(PART)?;
    statement
        .execute(params![key(skeleton), bytes_of(all.into_iter())])
        .within(PART)?;
    Ok(())
}

/// What a skeleton shows; none if it was pressed before these notes began.
pub(crate) fn load(connection: &Connection, skeleton: &Hash) -> Result<Option<Vec<u64>>, PressError> {
    let sql = "SELECT ids FROM shown WHERE skeleton = ?1";
    let mut statement = connection.prepare_cached(sql).within(PART)?;
    let ids: Option<Vec<u8>> = statement
        .query_row([key(skeleton)], |row| row.get(0))
        .optional()
        .within(PART)?;
    Ok(ids.map(|ids| {
        let numbers = ids.chunks_exact(8).filter_map(|bytes| bytes.try_into().ok());
        numbers.map(u64::from_le_bytes).collect()
    }))
}

/// The first 64 bits of a hash. Two skeletons that share them count as one, which shows what either shows: too much may
/// be kept from coming back then, never too little.
fn key(skeleton: &Hash) -> i64 {
    let first = skeleton.0.iter().take(8);
    signed(first.fold(0, |number, byte| (number << 8) | u64::from(*byte)))
}

fn bytes_of(ids: impl Iterator<Item = u64>) -> Vec<u8> {
    ids.flat_map(u64::to_le_bytes).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_bytes_show_all_that_they_were_laid_for() {
        let folder = tempfile::tempdir().unwrap();
        let connection = crate::state::open(&folder.path().join("press.db")).unwrap();
        let (one, other) = (Hash::of(b"one"), Hash::of(b"other"));
        save(&connection, &one, &[3, 1]).unwrap();
        save(&connection, &one, &[2, 3]).unwrap();
        assert_eq!(load(&connection, &one).unwrap(), Some(vec![1, 2, 3]));
        assert_eq!(load(&connection, &other).unwrap(), None);
    }
}
