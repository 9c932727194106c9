//! Whose words a skeleton shows and where it leads: needed when an old edition is put back, since what was withdrawn
//! must not come back with it.

use content::Subject;
use content::text::hash64_of;
use language::Locale;
use rusqlite::{Connection, OptionalExtension, params};

use crate::error::{PressError, Within};
use crate::keys::is_shared;

const PART: &str = "shown";

/// What is known of a skeleton.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Shown {
    /// Subjects in locales, as [`unit_id`]s.
    pub(crate) units: Vec<u64>,
    /// Paths that it links to.
    pub(crate) links: Vec<String>,
}

/// 64 bits for a subject in a locale.
pub(crate) fn unit_id(subject: &Subject, locale: Option<Locale>) -> u64 {
    match locale.filter(|_| !is_shared(subject.noun())) {
        Some(locale) => hash64_of(&("unit", subject.as_str(), locale.as_str())),
        None => hash64_of(&("unit", subject.as_str())),
    }
}

/// Keeps what is known of a skeleton.
pub(crate) fn save(
    connection: &Connection,
    skeleton: &edition::Hash,
    units: &[(Subject, Locale)],
    links: &[String],
) -> Result<(), PressError> {
    let ids = units.iter().map(|(subject, locale)| unit_id(subject, Some(*locale)));
    let units: Vec<u8> = ids.flat_map(u64::to_le_bytes).collect();
    let sql = "INSERT OR IGNORE INTO shown (skeleton, units, links) VALUES (?1, ?2, ?3)";
    let mut statement = connection.prepare_cached(sql).within(PART)?;
    statement.execute(params![skeleton.0.as_slice(), units, links.join("\n")]).within(PART)?;
    Ok(())
}

/// What is known of a skeleton; none if it was pressed before these notes began.
pub(crate) fn load(connection: &Connection, skeleton: &edition::Hash) -> Result<Option<Shown>, PressError> {
    let sql = "SELECT units, links FROM shown WHERE skeleton = ?1";
    let mut statement = connection.prepare_cached(sql).within(PART)?;
    let row: Option<(Vec<u8>, String)> = statement
        .query_row([skeleton.0.as_slice()], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()
        .within(PART)?;
    Ok(row.map(|(units, links)| Shown {
        units: units.chunks_exact(8).filter_map(|bytes| bytes.try_into().map(u64::from_le_bytes).ok()).collect(),
        links: links.split('\n').filter(|link| !link.is_empty()).map(str::to_owned).collect(),
    }))
}
