//! All from nothing: notes and edition are made anew from the store alone. Also the quick way when most has changed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use content::record::Site;
use content::{Context, Instant, List, Position, Projection, Route, Subject, project};
use edition::{Edition, Library};
use render::Formatters;
use rusqlite::Connection;
use store::{Reader, Store};

use crate::ambient::{Ambient, Prints};
use crate::answers::Answers;
use crate::cuts::begins_at;
use crate::error::{PressError, Within};
use crate::gather;
use crate::lists::{self, Row};
use crate::press::Stage;
use crate::rendering::{Presses, Rendition, render_all};
use crate::shelf::AllLists;
use crate::world::Surroundings;
use crate::{erase, lay, pages, state, subjects, visible};

/// So many records are read from the store at once.
const BATCH: usize = 500;
/// So many reads are sorted and written at once: bounds memory.
const INDEX_BATCH: usize = 4_000_000;

/// What notes say about where they stand.
#[derive(Debug, Clone)]
pub(crate) struct Standing {
    pub(crate) position: i64,
    pub(crate) context: Context,
    pub(crate) prints: Prints,
    pub(crate) as_of: Instant,
    pub(crate) assets: Vec<String>,
}

/// What a rebuild needs.
pub(crate) struct Rebuild<'a> {
    pub(crate) store: &'a Store,
    pub(crate) library: &'a Library,
    pub(crate) notes: &'a Path,
    pub(crate) ambient: &'a Ambient,
    pub(crate) formatters: &'a Formatters,
    pub(crate) now: Instant,
    pub(crate) progress: &'a dyn Fn(Stage, usize, usize),
}

/// What a rebuild made.
pub(crate) struct Rebuilt {
    pub(crate) edition: Edition,
    pub(crate) rendered: usize,
    /// The new notes, to be put in the place of the old ones.
    pub(crate) notes: PathBuf,
}

impl Rebuild<'_> {
    /// Makes new notes beside the old ones and a new edition, not yet public.
    pub(crate) fn run(&self, note: &str) -> Result<Rebuilt, PressError> {
        let path = self.notes.with_extension("new");
        remove_notes(&path)?;
        let mut connection = state::open(&path)?;
        connection.pragma_update(None, "synchronous", "OFF").within("file")?;
        let answers = Answers::new(Arc::default());
        let (site, standing, lists) = (self.store).read(|reader| self.take_stock(&mut connection, reader, &answers))?;
        let routes = all_routes(&connection, &standing.context, &self.ambient.asset_names())?;
        let surroundings = Surroundings::new(self.ambient, &site, answers).with_lists(lists);
        let presses = Presses {
            store: self.store,
            notes: &path,
            surroundings: &surroundings,
            formatters: self.formatters,
            all_stand: true,
        };
        let edition = self.press_all(&mut connection, &presses, &routes, note)?;
        write_standing(&connection, &standing, &edition)?;
        connection.close().map_err(|(_, error)| error).within("file")?;
        Ok(Rebuilt {
            edition,
            rendered: routes.len(),
            notes: path,
        })
    }

    /// Projects everything, and writes projections and lists.
    fn take_stock(
        &self,
        connection: &mut Connection,
        reader: &mut Reader,
        answers: &Answers,
    ) -> Result<(Site, Standing, AllLists), PressError> {
        let position = reader.last_position()?;
        let site = gather::site(reader)?.unwrap_or_else(empty_site);
        let context = Context {
            locales: site.locales.clone(),
            missing: site.missing,
        };
        let transaction = connection.transaction().within("subjects")?;
        let mut lists: BTreeMap<List, Vec<Position>> = BTreeMap::new();
        let (mut after, mut done): (Option<Subject>, usize) = (None, 0);
        loop {
            let records = reader.records_after(after.as_ref(), BATCH)?;
            let Some(last) = records.last() else { break };
            after = Some(last.subject().clone());
            done += records.len();
            for record in &records {
                erase::note(&transaction, record)?;
                let projection = project(record, &context, self.now);
                if projection != Projection::default() {
                    subjects::append(&transaction, record.subject(), &projection)?;
                    let seen = visible::ids_of(record.subject(), &projection);
                    visible::note(&transaction, &BTreeSet::new(), &seen, next_number(self.library))?;
                    answers.foresee(record.subject(), &projection);
                    collect_lists(projection, &mut lists);
                }
            }
            (self.progress)(Stage::TakingStock, done, 0);
        }
        let lists = write_lists(&transaction, lists)?;
        transaction.commit().within("subjects")?;
        let (prints, assets) = (self.ambient.prints(&site), self.ambient.asset_names());
        let standing = Standing {
            position,
            context,
            prints,
            as_of: self.now,
            assets,
        };
        Ok((site, standing, lists))
    }

    fn press_all(
        &self,
        connection: &mut Connection,
        presses: &Presses<'_>,
        routes: &[Route],
        note: &str,
    ) -> Result<Edition, PressError> {
        let mut draft = self.library.draft(None);
        let transaction = connection.transaction().within("pages")?;
        let mut reads: Vec<(u64, i64)> = Vec::new();
        let mut done = 0;
        render_all(presses, &transaction, routes, &mut |rendition: Rendition| {
            done += 1;
            (self.progress)(Stage::Rendering, done, routes.len());
            let seen = &rendition.seen;
            let Some(laid) = lay::put(&transaction, &mut draft, &rendition)? else {
                pages::save_absence(&transaction, &rendition.route, seen)?;
                return Ok(());
            };
            draft.set(&laid.path, &laid.record()?)?;
            let page = pages::append(&transaction, &rendition.route, &laid, seen)?;
            reads.extend(seen.keys.iter().map(|key| (*key, page)));
            if reads.len() >= INDEX_BATCH {
                pages::index(&transaction, std::mem::take(&mut reads))?;
            }
            Ok(())
        })?;
        (self.progress)(Stage::Binding, routes.len(), routes.len());
        pages::index(&transaction, reads)?;
        lay::settle(
            &transaction,
            &mut draft,
            &pages::contested(&transaction)?.into_iter().collect(),
        )?;
        transaction.commit().within("pages")?;
        Ok(draft.commit(self.now.0, note)?)
    }
}

/// All routes there are, by what the notes know of subjects and lists.
pub(crate) fn all_routes(
    connection: &Connection,
    context: &Context,
    assets: &[String],
) -> Result<Vec<Route>, PressError> {
    let mut routes = Route::standing(&context.locales, assets);
    routes.extend(subjects::routes(connection)?);
    let mut lists = connection
        .prepare("SELECT name FROM list WHERE count > 0 ORDER BY id")
        .within("lists")?;
    let names = lists.query_map([], |row| row.get::<_, String>(0)).within("lists")?;
    for name in names {
        let list: List = serde_json::from_str(&name.within("lists")?).within("lists")?;
        if !list.is_standing() {
            routes.extend(Route::fronts(&list, &context.locales));
        }
        let mut than = None;
        while let Some(cut) = lists::next_cut(connection, list.id(), than)? {
            routes.extend(Route::of_list(&list, &context.locales, Some(cut)));
            than = Some(cut);
        }
    }
    Ok(routes)
}

/// The number that the next edition will have.
pub(crate) fn next_number(library: &Library) -> u64 {
    library.latest().map_or(1, |latest| latest.number() + 1)
}

/// Writes down where notes stand, and which edition says the same.
pub(crate) fn write_standing(
    connection: &Connection,
    standing: &Standing,
    edition: &Edition,
) -> Result<(), PressError> {
    note_standing(connection, standing)?;
    state::set_note(connection, "edition", &edition.number())
}

/// Writes down where notes stand, while the edition does not yet say the same.
pub(crate) fn note_standing(connection: &Connection, standing: &Standing) -> Result<(), PressError> {
    state::set_note(connection, "position", &standing.position)?;
    state::set_note(connection, "context", &standing.context)?;
    state::set_note(connection, "prints", &standing.prints.iter().collect::<Vec<_>>())?;
    state::set_note(connection, "as_of", &standing.as_of)?;
    state::set_note(connection, "assets", &standing.assets)
}

/// Reads where notes stand; none if nothing was pressed with them.
pub(crate) fn read_standing(connection: &Connection) -> Result<Option<(Standing, u64)>, PressError> {
    let Some(position) = state::note(connection, "position")? else {
        return Ok(None);
    };
    let Some(context) = state::note(connection, "context")? else {
        return Ok(None);
    };
    let Some(edition) = state::note(connection, "edition")? else {
        return Ok(None);
    };
    let prints: Vec<(u64, u64)> = state::note(connection, "prints")?.unwrap_or_default();
    let standing = Standing {
        position,
        context,
        prints: prints.into_iter().collect(),
        as_of: state::note(connection, "as_of")?.unwrap_or_default(),
        assets: state::note(connection, "assets")?.unwrap_or_default(),
    };
    Ok(Some((standing, edition)))
}

/// Removes notes and what SQLite keeps beside them.
pub(crate) fn remove_notes(path: &Path) -> Result<(), PressError> {
    for end in ["", "-wal", "-shm", "-journal"] {
        let mut name = path.as_os_str().to_owned();
        name.push(end);
        match std::fs::remove_file(&name) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(PressError::File(name.to_string_lossy().into_owned(), error));
            }
            _ => {}
        }
    }
    Ok(())
}

fn empty_site() -> Site {
    Site {
        locales: Vec::new(),
        names: BTreeMap::new(),
        descriptions: BTreeMap::new(),
        missing: Default::default(),
        strips: BTreeMap::new(),
        formats: BTreeMap::new(),
        contact: None,
        indexed: false,
    }
}

fn collect_lists(projection: Projection, lists: &mut BTreeMap<List, Vec<Position>>) {
    for (list, position) in projection.units.into_iter().flat_map(|unit| unit.lists) {
        lists.entry(list).or_default().push(position);
    }
}

/// Writes all lists at once, each in order, with its cuts; gives them too.
fn write_lists(connection: &Connection, lists: BTreeMap<List, Vec<Position>>) -> Result<AllLists, PressError> {
    let mut all = AllLists::default();
    let mut lists: Vec<(List, Vec<Position>)> = lists.into_iter().collect();
    lists.sort_by_key(|(list, _)| state::signed(list.id()));
    for (list, mut positions) in lists {
        positions.sort_unstable();
        positions.dedup();
        positions.reverse();
        let mut rows: Vec<Row> = positions
            .iter()
            .map(|position| Row {
                position: *position,
                cut: false,
            })
            .collect();
        if list.is_paged() {
            let cuts: Vec<bool> = (0..rows.len()).map(|place| begins_at(&rows, place)).collect();
            rows.iter_mut().zip(cuts).for_each(|(row, cut)| row.cut = cut);
        }
        if list == List::Public {
            let begins = rows.iter().filter(|row| row.cut && row.position.begins_part());
            let parts = begins.map(|row| Row { cut: false, ..*row }).collect();
            write_list(connection, &List::Parts, parts, &mut all)?;
        }
        write_list(connection, &list, rows, &mut all)?;
    }
    Ok(all)
}

fn write_list(connection: &Connection, list: &List, rows: Vec<Row>, all: &mut AllLists) -> Result<(), PressError> {
    for row in rows.iter().rev() {
        lists::insert(connection, list.id(), row.position, row.cut)?;
    }
    lists::set_count(connection, list, u64::try_from(rows.len()).unwrap_or(u64::MAX))?;
    all.add(list.id(), rows);
    Ok(())
}
