//! Bytes that may be nowhere any more: when the public edition no longer names them, they are taken out of every edition
//! that is kept.

use std::collections::BTreeSet;

use content::Record;
use edition::{Hash, Library};
use rusqlite::Connection;

use crate::error::PressError;
use crate::state;

/// What is still to be erased: kept until it was done.
const NOTE: &str = "erase";

/// Notes what a record says must be nowhere.
pub(crate) fn note(connection: &Connection, record: &Record) -> Result<(), PressError> {
    let erased = record.erased();
    if erased.is_empty() {
        return Ok(());
    }
    let mut all: BTreeSet<String> = state::note(connection, NOTE)?.unwrap_or_default();
    all.extend(erased.into_iter().map(str::to_owned));
    state::set_note(connection, NOTE, &all)
}

/// Takes it out of all editions. If this is interrupted, the next run does it.
pub(crate) fn erase(connection: &Connection, library: &Library) -> Result<(), PressError> {
    let Some(all) = state::note::<BTreeSet<String>>(connection, NOTE)? else {
        return Ok(());
    };
    let hashes = all.iter().filter_map(|hash| hash.parse::<Hash>().ok()).collect();
    library.erase(&hashes)?;
    state::remove_note(connection, NOTE)
}
