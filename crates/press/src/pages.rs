//! What is laid where: routes, their paths and records, and the index from reads to pages.

use std::collections::BTreeSet;

use content::Route;
use edition::Record;
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};

use crate::error::{PressError, Within};
use crate::keys::{Seen, Touched};
use crate::state::signed;

const PART: &str = "pages";

/// What a route came to: a record at a path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Laid {
    /// Kept in a column of its own.
    #[serde(skip)]
    pub(crate) path: String,
    pub(crate) status: u16,
    pub(crate) content_type: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) skeleton: String,
    pub(crate) length: u32,
    pub(crate) fragments: Vec<(u32, String)>,
}

impl Laid {
    pub(crate) fn record(&self) -> Result<Record, PressError> {
        let skeleton = self
            .skeleton
            .parse()
            .map_err(|_| PressError::Damaged(PART, "a hash is none".to_owned()))?;
        let fragments = self.fragments.iter().map(|(at, name)| edition::Insert {
            at: *at,
            name: name.clone(),
        });
        let mut record = Record::plain(self.status, &self.content_type, skeleton, self.length);
        record.headers = self.headers.clone();
        record.fragments = fragments.collect();
        Ok(record)
    }
}

/// Keeps what a route came to; gives the path where it stood before.
pub(crate) fn save(
    connection: &Connection,
    route: &Route,
    laid: &Laid,
    seen: &Seen,
) -> Result<Option<String>, PressError> {
    let name = name_of(route)?;
    let before = known(connection, &name)?;
    let record = serde_json::to_string(laid).within(PART)?;
    let sql = "INSERT INTO page (route, path, record, reads) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (route) DO UPDATE SET path = excluded.path, record = excluded.record, reads = excluded.reads
        RETURNING id";
    let mut statement = connection.prepare_cached(sql).within(PART)?;
    let id: i64 = statement
        .query_row(params![name, laid.path, record, seen.to_bytes()], |row| row.get(0))
        .within(PART)?;
    let nothing = Seen::default();
    let former = before.as_ref().map_or(&nothing, |before| &before.seen);
    change_keys(connection, id, &former.keys, &seen.keys)?;
    Ok(before.map(|before| before.path))
}

/// Forgets a route at which nothing stands; but what was looked at to know that is kept, under no path.
pub(crate) fn save_absence(connection: &Connection, route: &Route, seen: &Seen) -> Result<Option<String>, PressError> {
    let empty = Laid {
        path: String::new(),
        status: 0,
        content_type: String::new(),
        headers: Vec::new(),
        skeleton: String::new(),
        length: 0,
        fragments: Vec::new(),
    };
    let before = save(connection, route, &empty, seen)?;
    Ok(before.filter(|path| !path.is_empty()))
}

/// What is kept of a route.
struct Known {
    path: String,
    seen: Seen,
}

fn known(connection: &Connection, name: &str) -> Result<Option<Known>, PressError> {
    let mut statement = connection
        .prepare_cached("SELECT path, reads FROM page WHERE route = ?1")
        .within(PART)?;
    let row: Option<(String, Vec<u8>)> = statement
        .query_row([name], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()
        .within(PART)?;
    row.map(|(path, reads)| {
        Ok(Known {
            path,
            seen: decode(&reads)?,
        })
    })
    .transpose()
}

/// Brings the index from one set of keys of a page to another, both sorted: most of what a page reads it has read before.
fn change_keys(connection: &Connection, page: i64, before: &[u64], after: &[u64]) -> Result<(), PressError> {
    let is_in = |keys: &[u64], key: &u64| keys.binary_search(key).is_ok();
    let mut remove = connection
        .prepare_cached("DELETE FROM seen WHERE key = ?1 AND page = ?2")
        .within(PART)?;
    for key in before.iter().filter(|key| !is_in(after, key)) {
        remove.execute(params![signed(*key), page]).within(PART)?;
    }
    let mut add = connection
        .prepare_cached("INSERT OR IGNORE INTO seen (key, page) VALUES (?1, ?2)")
        .within(PART)?;
    for key in after.iter().filter(|key| !is_in(before, key)) {
        add.execute(params![signed(*key), page]).within(PART)?;
    }
    Ok(())
}

/// Adds a page to empty notes without its keys; gives its row for [`index`].
pub(crate) fn append(connection: &Connection, route: &Route, laid: &Laid, seen: &Seen) -> Result<i64, PressError> {
    let record = serde_json::to_string(laid).within(PART)?;
    let sql = "INSERT INTO page (route, path, record, reads) VALUES (?1, ?2, ?3, ?4)";
    let mut statement = connection.prepare_cached(sql).within(PART)?;
    statement
        .execute(params![name_of(route)?, laid.path, record, seen.to_bytes()])
        .within(PART)?;
    Ok(connection.last_insert_rowid())
}

/// Fills the index from reads to pages; pairs in order go in fastest.
pub(crate) fn index(connection: &Connection, mut pairs: Vec<(u64, i64)>) -> Result<(), PressError> {
    // In the order of the database, whose integers are signed.
    pairs.sort_unstable_by_key(|(key, page)| (signed(*key), *page));
    let mut add = connection
        .prepare_cached("INSERT OR IGNORE INTO seen (key, page) VALUES (?1, ?2)")
        .within(PART)?;
    for (key, page) in pairs {
        add.execute(params![signed(key), page]).within(PART)?;
    }
    Ok(())
}

/// The routes of all pages that have seen what was touched.
pub(crate) fn touched(connection: &Connection, touched: &Touched) -> Result<BTreeSet<Route>, PressError> {
    let mut find = connection
        .prepare_cached("SELECT page.route, page.reads FROM seen JOIN page ON page.id = seen.page WHERE seen.key = ?1")
        .within(PART)?;
    let mut routes = BTreeSet::new();
    for key in touched.lookups() {
        let mut rows = find.query([signed(key)]).within(PART)?;
        while let Some(row) = rows.next().within(PART)? {
            let reads: Vec<u8> = row.get(1).within(PART)?;
            if touched.touches(&decode(&reads)?) {
                let name: String = row.get(0).within(PART)?;
                routes.insert(serde_json::from_str(&name).within(PART)?);
            }
        }
    }
    Ok(routes)
}

/// What stands at a path: of several routes that claim it the first in order, an entry before a redirect.
pub(crate) fn at_path(connection: &Connection, path: &str) -> Result<Option<Laid>, PressError> {
    let mut statement = connection
        .prepare_cached("SELECT route, record FROM page WHERE path = ?1")
        .within(PART)?;
    let mut rows = statement.query([path]).within(PART)?;
    let mut best: Option<(Route, String)> = None;
    while let Some(row) = rows.next().within(PART)? {
        let name: String = row.get(0).within(PART)?;
        let route: Route = serde_json::from_str(&name).within(PART)?;
        let record: String = row.get(1).within(PART)?;
        if best.as_ref().is_none_or(|(other, _)| rank(&route) < rank(other)) {
            best = Some((route, record));
        }
    }
    let Some((_, record)) = best else { return Ok(None) };
    let mut laid: Laid = serde_json::from_str(&record).within(PART)?;
    path.clone_into(&mut laid.path);
    Ok(Some(laid))
}

fn rank(route: &Route) -> (bool, &Route) {
    (matches!(route, Route::Redirect(..)), route)
}

/// Paths that several routes claim.
pub(crate) fn contested(connection: &Connection) -> Result<Vec<String>, PressError> {
    let sql = "SELECT path FROM page WHERE path <> '' GROUP BY path HAVING count(*) > 1";
    let mut statement = connection.prepare(sql).within(PART)?;
    let rows = statement.query_map([], |row| row.get(0)).within(PART)?;
    rows.collect::<Result<Vec<String>, _>>().within(PART)
}

/// Notes routes that are still to be rendered.
pub(crate) fn add_dirty(connection: &Connection, routes: &BTreeSet<Route>) -> Result<(), PressError> {
    let mut add = connection
        .prepare_cached("INSERT OR IGNORE INTO dirty (route) VALUES (?1)")
        .within(PART)?;
    for route in routes {
        add.execute([name_of(route)?]).within(PART)?;
    }
    Ok(())
}

/// The routes that are still to be rendered.
pub(crate) fn dirty(connection: &Connection) -> Result<Vec<Route>, PressError> {
    let mut statement = connection.prepare_cached("SELECT route FROM dirty").within(PART)?;
    let rows = statement.query_map([], |row| row.get::<_, String>(0)).within(PART)?;
    rows.map(|name| serde_json::from_str(&name.within(PART)?).within(PART))
        .collect()
}

/// Nothing is left to be rendered.
pub(crate) fn clear_dirty(connection: &Connection) -> Result<(), PressError> {
    connection
        .prepare_cached("DELETE FROM dirty")
        .within(PART)?
        .execute([])
        .within(PART)?;
    Ok(())
}

fn name_of(route: &Route) -> Result<String, PressError> {
    serde_json::to_string(route).within(PART)
}

fn decode(reads: &[u8]) -> Result<Seen, PressError> {
    Seen::from_bytes(reads).ok_or_else(|| PressError::Damaged(PART, "reads cannot be decoded".to_owned()))
}
