//! Lists as windows look at them: in the notes, or in memory while all pages are made from nothing, when each list is
//! looked at from every page that stands in it.

use std::collections::HashMap;

use content::Position;
use rusqlite::Connection;

use crate::error::PressError;
use crate::lists::{self, Row};

/// What can be asked of lists, each by its id. Newest first means from the highest position to the lowest.
pub(crate) trait Shelf {
    /// Items older than a place, the newest first; all of the list from its newest end if there is no place.
    fn older(&self, list: u64, than: Option<Position>, limit: usize) -> Result<Vec<Row>, PressError>;
    /// Items newer than a place, the nearest first.
    fn newer(&self, list: u64, than: Position, limit: usize) -> Result<Vec<Row>, PressError>;
    /// The first beginning of a chunk older than a place; of the whole list if there is no place.
    fn next_cut(&self, list: u64, than: Option<Position>) -> Result<Option<Position>, PressError>;
    /// The first beginning of a chunk newer than a place.
    fn previous_cut(&self, list: u64, than: Position) -> Result<Option<Position>, PressError>;
    /// Whether an item stands at a place, and whether a chunk begins there.
    fn at(&self, list: u64, position: Position) -> Result<Option<bool>, PressError>;
    /// How many items a list has.
    fn count(&self, list: u64) -> Result<u64, PressError>;
}

impl Shelf for Connection {
    fn older(&self, list: u64, than: Option<Position>, limit: usize) -> Result<Vec<Row>, PressError> {
        lists::older(self, list, than, limit)
    }

    fn newer(&self, list: u64, than: Position, limit: usize) -> Result<Vec<Row>, PressError> {
        lists::newer(self, list, than, limit)
    }

    fn next_cut(&self, list: u64, than: Option<Position>) -> Result<Option<Position>, PressError> {
        lists::next_cut(self, list, than)
    }

    fn previous_cut(&self, list: u64, than: Position) -> Result<Option<Position>, PressError> {
        lists::previous_cut(self, list, than)
    }

    fn at(&self, list: u64, position: Position) -> Result<Option<bool>, PressError> {
        lists::at(self, list, position)
    }

    fn count(&self, list: u64) -> Result<u64, PressError> {
        lists::count(self, list)
    }
}

/// All lists in memory, of 24 bytes an item.
#[derive(Debug, Default)]
pub(crate) struct AllLists(HashMap<u64, Vec<Row>>);

impl AllLists {
    /// Adds a list by its id; its rows are sorted, newest first.
    pub(crate) fn add(&mut self, list: u64, rows: Vec<Row>) {
        self.0.insert(list, rows);
    }

    fn rows(&self, list: u64) -> &[Row] {
        self.0.get(&list).map(Vec::as_slice).unwrap_or_default()
    }

    /// The rows newer than a place, and those older than it.
    fn around(&self, list: u64, place: Option<Position>) -> (&[Row], &[Row]) {
        let rows = self.rows(list);
        let Some(place) = place else { return (&[], rows) };
        let newer = rows.partition_point(|row| row.position > place);
        let older = rows.partition_point(|row| row.position >= place);
        let part = |range| rows.get(range).unwrap_or_default();
        (part(0..newer), part(older..rows.len()))
    }
}

impl Shelf for AllLists {
    fn older(&self, list: u64, than: Option<Position>, limit: usize) -> Result<Vec<Row>, PressError> {
        let (_, older) = self.around(list, than);
        Ok(older.iter().take(limit).copied().collect())
    }

    fn newer(&self, list: u64, than: Position, limit: usize) -> Result<Vec<Row>, PressError> {
        let (newer, _) = self.around(list, Some(than));
        Ok(newer.iter().rev().take(limit).copied().collect())
    }

    fn next_cut(&self, list: u64, than: Option<Position>) -> Result<Option<Position>, PressError> {
        let (_, older) = self.around(list, than);
        Ok(older.iter().find(|row| row.cut).map(|row| row.position))
    }

    fn previous_cut(&self, list: u64, than: Position) -> Result<Option<Position>, PressError> {
        let (newer, _) = self.around(list, Some(than));
        Ok(newer.iter().rev().find(|row| row.cut).map(|row| row.position))
    }

    fn at(&self, list: u64, position: Position) -> Result<Option<bool>, PressError> {
        let rows = self.rows(list);
        let found = rows.binary_search_by(|row| position.cmp(&row.position)).ok();
        Ok(found.and_then(|place| rows.get(place)).map(|row| row.cut))
    }

    fn count(&self, list: u64) -> Result<u64, PressError> {
        Ok(u64::try_from(self.rows(list).len()).unwrap_or(u64::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use content::{Instant, List};
    use language::Locale;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn memory_answers_as_the_notes_do(
            places in prop::collection::btree_set((0i64..8, 0u64..4), 0..20),
            asked in (0i64..8, 0u64..4),
            limit in 0usize..6,
        ) {
            let folder = tempfile::tempdir().unwrap();
            let notes = crate::state::open(&folder.path().join("press.db")).unwrap();
            let list = List::Stories(Locale::parse("en").unwrap());
            let id = list.id();
            let place = |(at, tie): &(i64, u64)| Position { at: Instant(*at), tie: *tie };
            let rows: Vec<Row> = places
                .iter()
                .rev()
                .map(|key| Row { position: place(key), cut: key.1 == 1 })
                .collect();
            for row in &rows {
                lists::insert(&notes, id, row.position, row.cut).unwrap();
            }
            lists::set_count(&notes, &list, rows.len() as u64).unwrap();
            let mut memory = AllLists::default();
            memory.add(id, rows);
            let asked = place(&asked);
            for than in [None, Some(asked)] {
                prop_assert_eq!(memory.older(id, than, limit).unwrap(), notes.older(id, than, limit).unwrap());
                prop_assert_eq!(memory.next_cut(id, than).unwrap(), notes.next_cut(id, than).unwrap());
            }
            prop_assert_eq!(memory.newer(id, asked, limit).unwrap(), notes.newer(id, asked, limit).unwrap());
            prop_assert_eq!(memory.previous_cut(id, asked).unwrap(), notes.previous_cut(id, asked).unwrap());
            prop_assert_eq!(memory.at(id, asked).unwrap(), notes.at(id, asked).unwrap());
            prop_assert_eq!(memory.count(id).unwrap(), notes.count(id).unwrap());
        }
    }
}
