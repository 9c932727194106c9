//! What can be seen now, and since which edition without a break: an old edition that is put back may show nothing that
//! has been dark since, even if something of the same name can be seen again.

use std::collections::BTreeSet;

use content::text::hash64_of_words;
use content::{Instant, Projection, Record, Subject};
use language::Locale;
use rusqlite::{Connection, OptionalExtension, params};

use crate::error::{PressError, Within};
use crate::keys::is_shared;
use crate::state::signed;

const PART: &str = "visible";

/// Stands for a subject's place in a locale.
pub(crate) fn place_id(subject: &Subject, locale: Option<Locale>) -> u64 {
    match locale.filter(|_| !is_shared(subject.noun())) {
        Some(locale) => hash64_of_words(&["place", subject.as_str(), locale.as_str()]),
        None => hash64_of_words(&["place", subject.as_str()]),
    }
}

/// Stands for a subject's words in a language, in whichever locales they are shown.
pub(crate) fn words_id(subject: &Subject, language: Locale) -> u64 {
    hash64_of_words(&["words", subject.as_str(), language.as_str()])
}

/// All that can be seen of a subject.
pub(crate) fn ids_of(subject: &Subject, projection: &Projection) -> BTreeSet<u64> {
    let cards = projection
        .units
        .iter()
        .filter_map(|unit| Some((unit.locale, unit.card.as_ref()?)));
    cards
        .flat_map(|(locale, card)| [place_id(subject, locale), words_id(subject, card.language)])
        .collect()
}

/// Notes what appeared with the edition that is made next, and what went dark.
pub(crate) fn note(
    connection: &Connection,
    before: &BTreeSet<u64>,
    after: &BTreeSet<u64>,
    edition: u64,
) -> Result<(), PressError> {
    let since = i64::try_from(edition).unwrap_or(i64::MAX);
    for id in before.difference(after) {
        connection
            .prepare_cached("DELETE FROM visible WHERE id = ?1")
            .within(PART)?
            .execute([signed(*id)])
            .within(PART)?;
    }
    for id in after.difference(before) {
        let sql = "INSERT OR IGNORE INTO visible (id, since) VALUES (?1, ?2)";
        connection
            .prepare_cached(sql)
            .within(PART)?
            .execute(params![signed(*id), since])
            .within(PART)?;
    }
    Ok(())
}

/// What of a record can be seen now and could at an earlier instant, but was dark in between.
pub(crate) fn broken(record: &Record, projection: &Projection, since: Instant, until: Instant) -> BTreeSet<u64> {
    let Record::Entry(entry) = record else {
        return BTreeSet::new();
    };
    let (dark, mut seen) = (entry.dark_between(since, until), ids_of(&entry.subject, projection));
    if !dark.contains(&entry.source) {
        let own = |locale: &Locale| {
            [
                place_id(&entry.subject, Some(*locale)),
                words_id(&entry.subject, *locale),
            ]
        };
        let own: BTreeSet<u64> = dark.iter().flat_map(own).collect();
        seen.retain(|id| own.contains(id));
    }
    seen
}

/// Notes that what can be seen was dark in between, though nobody saw that: it counts from the edition that is made next.
pub(crate) fn begin_again(connection: &Connection, ids: &BTreeSet<u64>, edition: u64) -> Result<(), PressError> {
    let nothing = BTreeSet::new();
    note(connection, ids, &nothing, edition)?;
    note(connection, &nothing, ids, edition)
}

/// Whether something can be seen now and has been all the time since an edition.
pub(crate) fn is_unbroken(connection: &Connection, id: u64, edition: u64) -> Result<bool, PressError> {
    let mut statement = connection
        .prepare_cached("SELECT since FROM visible WHERE id = ?1")
        .within(PART)?;
    let since: Option<i64> = statement
        .query_row([signed(id)], |row| row.get(0))
        .optional()
        .within(PART)?;
    Ok(since
        .and_then(|since| u64::try_from(since).ok())
        .is_some_and(|since| since <= edition))
}

/// Takes over since when things could be seen from former notes, attached as `former`.
pub(crate) fn take_over(connection: &Connection) -> Result<(), PressError> {
    let sql = "UPDATE main.visible SET since = (SELECT since FROM former.visible AS other WHERE other.id = visible.id)
        WHERE id IN (SELECT id FROM former.visible)";
    connection.execute(sql, []).within(PART)?;
    Ok(())
}
