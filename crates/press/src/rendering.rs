//! Rendering many routes: on all cores where it pays, in the order in which they come out.

use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;

use content::Route;
use render::{Formatters, Outcome, Rendered};
use rusqlite::Connection;
use store::{Reader, Store};

use crate::error::PressError;
use crate::keys::Seen;
use crate::state;
use crate::world::{Notes, Surroundings};

/// Fewer routes than this are rendered on the spot.
const WORTH_THREADS: usize = 160;
/// So many routes are taken by a thread at a time.
const PORTION: usize = 32;
/// A portion with so many bytes of pictures and recordings is handed over before it is full: bounds memory.
const HEAVY: usize = 32 * 1024 * 1024;
/// So many finished portions wait for the one that lays them: bounds memory.
const WAITING: usize = 4;

/// A route, what it came to, and the bytes of a picture or file.
pub(crate) struct Rendition {
    pub(crate) route: Route,
    pub(crate) outcome: Outcome,
    /// What was read for it.
    pub(crate) seen: Seen,
    /// What of whom it shows, by the ids of [`crate::visible`].
    pub(crate) shows: Vec<u64>,
    pub(crate) bytes: Option<Vec<u8>>,
}

/// What rendering needs.
pub(crate) struct Presses<'a> {
    pub(crate) store: &'a Store,
    pub(crate) notes: &'a Path,
    pub(crate) surroundings: &'a Surroundings,
    pub(crate) formatters: &'a Formatters,
    /// Whether the routes were just taken from these notes, so that none need be looked for.
    pub(crate) all_stand: bool,
}

/// Renders routes and hands each to `lay`. All that was written to the notes before must be committed.
///
/// A few are read through `own`, the connection that writes: what SQLite keeps in memory for any other is void after
/// every change, and on a large site those pages may have to come from the disk again.
pub(crate) fn render_all(
    presses: &Presses<'_>,
    own: &Connection,
    routes: &[Route],
    lay: &mut dyn FnMut(Rendition) -> Result<(), PressError>,
) -> Result<(), PressError> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    if routes.len() < WORTH_THREADS || threads < 2 {
        return presses
            .store
            .read(|reader| render_some(presses, own, reader, routes, lay));
    }
    let (next, failed) = (AtomicUsize::new(0), AtomicBool::new(false));
    let (send, receive) = sync_channel::<Result<Vec<Rendition>, PressError>>(WAITING);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            let (send, next, failed) = (send.clone(), &next, &failed);
            scope.spawn(move || {
                if let Err(error) = work(presses, routes, next, failed, &mut |portion| {
                    send.send(Ok(portion)).is_ok()
                }) {
                    failed.store(true, Ordering::Relaxed);
                    // Nobody listens any more only if laying failed: that error is told instead.
                    let _ = send.send(Err(error));
                }
            });
        }
        drop(send);
        let outcome = receive
            .iter()
            .try_for_each(|portion| portion?.into_iter().try_for_each(&mut *lay));
        failed.store(true, Ordering::Relaxed);
        drop(receive);
        outcome
    })
}

/// One thread: takes portions until none is left, or until someone failed.
fn work(
    presses: &Presses<'_>,
    routes: &[Route],
    next: &AtomicUsize,
    failed: &AtomicBool,
    hand_over: &mut dyn FnMut(Vec<Rendition>) -> bool,
) -> Result<(), PressError> {
    let connection = state::open_reader(presses.notes)?;
    presses.store.read(|reader| {
        let world = Notes::new(&connection, reader, presses.surroundings);
        loop {
            let from = next.fetch_add(PORTION, Ordering::Relaxed);
            let portion = routes.get(from..routes.len().min(from + PORTION)).unwrap_or_default();
            if portion.is_empty() {
                return Ok(());
            }
            let mut done = Vec::with_capacity(portion.len());
            let mut weight = 0;
            for route in portion {
                let rendition = render_one(presses, &world, route)?;
                weight += rendition.bytes.as_ref().map_or(0, Vec::len);
                done.push(rendition);
                if failed.load(Ordering::Relaxed) || (weight > HEAVY && !hand_over(std::mem::take(&mut done))) {
                    return Ok(());
                }
                if weight > HEAVY {
                    weight = 0;
                }
            }
            if !hand_over(done) {
                return Ok(());
            }
        }
    })
}

fn render_some(
    presses: &Presses<'_>,
    connection: &Connection,
    reader: &mut Reader,
    routes: &[Route],
    lay: &mut dyn FnMut(Rendition) -> Result<(), PressError>,
) -> Result<(), PressError> {
    let world = Notes::new(connection, reader, presses.surroundings);
    routes
        .iter()
        .try_for_each(|route| lay(render_one(presses, &world, route)?))
}

fn render_one(presses: &Presses<'_>, world: &Notes<'_>, route: &Route) -> Result<Rendition, PressError> {
    let failed = |error: render::RenderError| PressError::Render(Box::new(route.clone()), error);
    let unreadable = |error: render::world::Unreadable| failed(error.into());
    let rendered = match presses.all_stand || world.has_route(route).map_err(unreadable)? {
        true => render::render(route, world, presses.formatters).map_err(failed)?,
        false => absent(),
    };
    let shows = world.visible_ids(&rendered.units).map_err(unreadable)?;
    let bytes = match &rendered.outcome {
        Outcome::Media { hash, .. } => world.media_bytes(hash)?,
        Outcome::Asset { name, .. } => presses
            .surroundings
            .ambient
            .theme
            .assets()
            .get(name)
            .map(|asset| asset.bytes.clone()),
        Outcome::Page(_) | Outcome::Absent => None,
    };
    Ok(Rendition {
        route: route.clone(),
        outcome: rendered.outcome,
        seen: Seen::of(&rendered.reads),
        shows,
        bytes,
    })
}

fn absent() -> Rendered {
    Rendered {
        outcome: Outcome::Absent,
        reads: Vec::new(),
        units: Vec::new(),
    }
}
