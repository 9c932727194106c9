//! The press: opened on a store and a folder, it brings the public edition up to what the store says.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use content::record::Site;
use content::{Context, Instant, Route};
use edition::{Durability, Edition, Library};
use language::Locale;
use render::Formatters;
use rusqlite::Connection;
use store::{DecisionKind, Lease, Reader, Store};

use crate::ambient::{Ambient, differences};
use crate::answers::{Answers, Names};
use crate::apply::{Moment, apply};
use crate::error::{PressError, Within};
use crate::gather::{self, News};
use crate::put_back::put_back;
use crate::rebuild::{
    Rebuild, Standing, all_routes, next_number, note_standing, read_standing, remove_notes, write_standing,
};
use crate::rendering::{Presses, Rendition, render_all};
use crate::world::Surroundings;
use crate::{erase, lay, pages, state, subjects, visible};

/// If more than one subject in so many changed, all is made anew: cheaper than comparing.
const ANEW_SHARE: usize = 3;
/// Fewer changed subjects than this are always compared.
const ANEW_MIN: usize = 500;
/// The lease by which one process presses.
const LEASE: &str = "press";
/// For how long the lease is taken, in milliseconds.
const LEASE_MS: i64 = 15_000;
/// The note on what was put back, for as long as it would be the same again.
const HELD: &str = "held";
/// Changes with what templates are given: pages rendered by a program of another form are made anew.
const FORM: u32 = 5;

/// What the press is doing, for those who wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Reading what there is.
    TakingStock,
    /// Rendering pages.
    Rendering,
    /// Writing indexes and the edition.
    Binding,
}

/// What one run came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pressed {
    /// The number of the public edition.
    pub edition: u64,
    /// Whether a new edition became public.
    pub flipped: bool,
    /// Routes that were rendered.
    pub rendered: usize,
    /// Paths at which something came, went or changed.
    pub changed: usize,
    /// Waits for the disk.
    pub fsyncs: u64,
    /// The position of the change log up to which all is public.
    pub position: i64,
    /// Whether an old edition was put back and nobody has resumed yet.
    pub held: bool,
}

/// The press.
pub struct Press {
    store: Store,
    library: Library,
    connection: Connection,
    path: PathBuf,
    ambient: Ambient,
    formatters: Formatters,
    /// Of which locales, as in which regions, the formatters are.
    formats: (Vec<Locale>, BTreeMap<Locale, Locale>),
    lease: Option<Lease>,
    names: Arc<Names>,
}

impl Press {
    /// Opens the press on a folder for its notes and editions.
    ///
    /// # Errors
    /// If the folder cannot be used, or another process presses there.
    pub fn open(folder: &Path, store: Store, ambient: Ambient, durability: Durability) -> Result<Press, PressError> {
        let file = |error| PressError::File(folder.display().to_string(), error);
        std::fs::create_dir_all(folder).map_err(file)?;
        let library = Library::open(&folder.join("editions"), durability)?;
        let path = folder.join("press.db");
        let connection = state::open(&path)?;
        state::defer_upkeep(&connection)?;
        Ok(Press {
            store,
            library,
            connection,
            path,
            ambient,
            formatters: Formatters::default(),
            formats: Default::default(),
            lease: None,
            names: Arc::default(),
        })
    }

    /// The editions.
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// Uses another theme, other messages or another address from now on.
    pub fn set_ambient(&mut self, ambient: Ambient) {
        self.ambient = ambient;
    }

    /// Takes or renews the lease: true if this process is the one that presses.
    ///
    /// # Errors
    /// What the store meets.
    pub fn hold_lease(&mut self, holder: &str, now: Instant) -> Result<bool, PressError> {
        self.lease = self.store.acquire_lease(LEASE, holder, LEASE_MS, now)?;
        Ok(self.lease.is_some())
    }

    /// Gives the lease back, so that another process need not wait.
    ///
    /// # Errors
    /// What the store meets.
    pub fn release_lease(&mut self) -> Result<(), PressError> {
        if let Some(lease) = self.lease.take() {
            self.store.release_lease(LEASE, lease)?;
        }
        Ok(())
    }

    /// The editions that must be kept whatever their age: the one that the notes build on, and the one put back.
    ///
    /// # Errors
    /// If notes or store cannot be read.
    pub fn pins(&self) -> Result<Vec<u64>, PressError> {
        let today = read_standing(&self.connection)?.map(|(_, edition)| edition);
        let decision = self.store.read(|reader| reader.latest_decision())?;
        let back = decision.and_then(|decision| match decision.kind {
            DecisionKind::Rollback { edition } => Some(edition),
            DecisionKind::Resume => None,
        });
        Ok(today.into_iter().chain(back).collect())
    }

    /// The next instant at which something changes by itself.
    ///
    /// # Errors
    /// If the notes cannot be read.
    pub fn next_due(&self) -> Result<Option<Instant>, PressError> {
        subjects::next_due(&self.connection)
    }

    /// The edition that says what the store says, as of the latest run; public unless an old one was put back.
    ///
    /// # Errors
    /// If the notes cannot be read.
    pub fn today(&self) -> Result<Option<Edition>, PressError> {
        let standing = read_standing(&self.connection)?;
        Ok(standing.and_then(|(_, number)| self.library.edition(number)))
    }

    /// Brings the public edition up to what the store says as of `now`.
    ///
    /// # Errors
    /// [`PressError`]; what was public stays, and the next run takes up what was left.
    pub fn catch_up(&mut self, now: Instant, progress: &dyn Fn(Stage, usize, usize)) -> Result<Pressed, PressError> {
        self.counted(|press| {
            let standing = read_standing(&press.connection)?;
            let base = standing.as_ref().and_then(|(_, number)| press.library.edition(*number));
            match (standing, base) {
                (Some((standing, _)), Some(base)) if press.form_fits()? => press.follow(standing, base, now, progress),
                _ => press.anew(now, progress),
            }
        })
    }

    /// Makes everything anew, as if nothing had been pressed before.
    ///
    /// # Errors
    /// As [`Press::catch_up`].
    pub fn rebuild(&mut self, now: Instant, progress: &dyn Fn(Stage, usize, usize)) -> Result<Pressed, PressError> {
        self.counted(|press| press.anew(now, progress))
    }

    /// Does what can wait until visitors have what was pressed: moves the notes from SQLite's log to their place.
    ///
    /// # Errors
    /// If the notes cannot be written.
    pub fn rest(&mut self) -> Result<(), PressError> {
        state::upkeep(&self.connection)
    }

    /// A run, with what it came to for those who wait and for those who visit.
    fn counted(&mut self, run: impl FnOnce(&mut Press) -> Result<Pressed, PressError>) -> Result<Pressed, PressError> {
        let (fsyncs, former) = (self.library.fsyncs(), self.library.head().map(|head| head.root()));
        let pressed = run(self)?;
        erase::erase(&self.connection, &self.library)?;
        let flipped = self.library.head().map(|head| head.root()) != former;
        Ok(Pressed {
            fsyncs: self.library.fsyncs() - fsyncs,
            flipped,
            ..pressed
        })
    }

    fn form_fits(&self) -> Result<bool, PressError> {
        Ok(state::note::<String>(&self.connection, "form")? == Some(form()))
    }

    fn anew(&mut self, now: Instant, progress: &dyn Fn(Stage, usize, usize)) -> Result<Pressed, PressError> {
        let former = read_standing(&self.connection)?.map(|(standing, _)| standing);
        let position = former.as_ref().map_or(i64::MAX, |standing| standing.position);
        let news = self
            .store
            .read(|reader| gather::gather(&self.connection, reader, position, now))?;
        if let Some(site) = &news.site {
            self.use_formats(site);
        }
        let rebuild = Rebuild {
            store: &self.store,
            library: &self.library,
            notes: &self.path,
            ambient: &self.ambient,
            formatters: &self.formatters,
            now,
            progress,
        };
        let rebuilt = rebuild.run("made anew")?;
        self.replace_notes(&rebuilt.notes, former.as_ref(), &news, &rebuilt.edition)?;
        state::set_note(&self.connection, "form", &form())?;
        let mut pressed = self.flip(&rebuilt.edition, news.decision.as_ref(), now)?;
        pressed.rendered = rebuilt.rendered;
        pressed.changed = rebuilt.rendered;
        pressed.position = state::note(&self.connection, "position")?.unwrap_or_default();
        Ok(pressed)
    }

    /// What a skeleton shows is kept for as long as an edition may hold it, and so is since when it could be seen: taken
    /// over into the new notes, but for what was dark in between.
    fn replace_notes(
        &mut self,
        new: &Path,
        former: Option<&Standing>,
        news: &News,
        edition: &Edition,
    ) -> Result<(), PressError> {
        let fresh = state::open(new)?;
        let old = self.path.to_string_lossy().into_owned();
        fresh.execute("ATTACH DATABASE ?1 AS former", [&old]).within("shown")?;
        fresh
            .execute("INSERT OR IGNORE INTO main.shown SELECT * FROM former.shown", [])
            .within("shown")?;
        visible::take_over(&fresh)?;
        if let Some(former) = former {
            self.store
                .read(|reader| begin_again((&self.connection, &fresh), reader, news, former.as_of, edition))?;
        }
        fresh.execute("DETACH DATABASE former", []).within("shown")?;
        fresh.pragma_update(None, "wal_checkpoint", "TRUNCATE").within("file")?;
        drop(fresh);
        // Nothing may hold the old file open while it is replaced.
        self.connection = Connection::open_in_memory().within("file")?;
        remove_notes(&self.path)?;
        std::fs::rename(new, &self.path).map_err(|error| PressError::File(self.path.display().to_string(), error))?;
        self.connection = state::open(&self.path)?;
        state::defer_upkeep(&self.connection)?;
        Ok(())
    }

    fn use_formats(&mut self, site: &Site) {
        let formats = (site.locales.clone(), site.formats.clone());
        if self.formats != formats {
            self.formatters = Formatters::of_site(site);
            self.formats = formats;
        }
    }

    /// Takes up what changed since the notes were written.
    fn follow(
        &mut self,
        standing: Standing,
        base: Edition,
        now: Instant,
        progress: &dyn Fn(Stage, usize, usize),
    ) -> Result<Pressed, PressError> {
        let now = now.max(standing.as_of);
        let news = self
            .store
            .read(|reader| gather::gather(&self.connection, reader, standing.position, now))?;
        let Some(site) = news.site.clone() else {
            return self.anew(now, progress);
        };
        let many = news.subjects.len() > ANEW_MIN;
        if many && news.subjects.len() * ANEW_SHARE > subjects::count(&self.connection)? {
            return self.anew(now, progress);
        }
        self.use_formats(&site);
        let standing = self.take_up(&standing, &news, &site, now)?;
        let dirty = pages::dirty(&self.connection)?;
        if dirty.is_empty() {
            state::set_note(&self.connection, "position", &news.position)?;
            let mut pressed = self.flip(&base, news.decision.as_ref(), now)?;
            pressed.position = news.position;
            return Ok(pressed);
        }
        let (edition, changed) = self.lay_dirty(&dirty, &base, &site, &standing, progress, news.decision.as_ref())?;
        let mut pressed = self.flip(&edition, news.decision.as_ref(), now)?;
        pressed.rendered = dirty.len();
        pressed.changed = changed;
        pressed.position = news.position;
        Ok(pressed)
    }

    /// Projects what changed and notes, in one transaction, which routes are to be rendered because of it.
    fn take_up(&mut self, before: &Standing, news: &News, site: &Site, now: Instant) -> Result<Standing, PressError> {
        let context = Context {
            locales: site.locales.clone(),
            missing: site.missing,
        };
        let prints = self.ambient.prints(site);
        let transaction = self.connection.transaction().within("subjects")?;
        let changed = if context == before.context {
            news.subjects.clone()
        } else {
            all_subjects(&transaction, news)?
        };
        let moment = Moment {
            context: &context,
            now,
            since: before.as_of,
            deleted: &news.deleted,
            edition: next_number(&self.library),
        };
        let mut outcome = self
            .store
            .read(|reader| apply(&transaction, reader, &changed, &moment))?;
        outcome.touched.extend(differences(&before.prints, &prints));
        outcome.touched.tidy();
        let mut dirty = pages::touched(&transaction, &outcome.touched)?;
        dirty.extend(outcome.routes);
        let assets = self.ambient.asset_names();
        if context.locales != before.context.locales || assets != before.assets {
            // What a locale no longer has, or what the theme no longer has, read the settings.
            dirty.extend(all_routes(&transaction, &context, &assets)?);
        }
        if !changed.is_empty() {
            state::remove_note(&transaction, HELD)?;
        }
        pages::add_dirty(&transaction, &dirty)?;
        let standing = Standing {
            position: news.position,
            context,
            prints,
            as_of: now,
            assets,
        };
        note_standing(&transaction, &standing)?;
        transaction.commit().within("subjects")?;
        Ok(standing)
    }

    /// Renders what is dirty and lays it over the former edition. The edition is durable before the notes say so.
    fn lay_dirty(
        &mut self,
        dirty: &[Route],
        base: &Edition,
        site: &Site,
        standing: &Standing,
        progress: &dyn Fn(Stage, usize, usize),
        decision: Option<&store::Decision>,
    ) -> Result<(Edition, usize), PressError> {
        let surroundings = Surroundings::new(&self.ambient, site, Answers::new(Arc::clone(&self.names)));
        let presses = Presses {
            store: &self.store,
            notes: &self.path,
            surroundings: &surroundings,
            formatters: &self.formatters,
            all_stand: false,
        };
        let mut draft = self.library.draft(Some(base));
        let transaction = self.connection.transaction().within("pages")?;
        let mut paths = BTreeSet::new();
        let mut done = 0;
        render_all(&presses, &transaction, dirty, &mut |rendition: Rendition| {
            done += 1;
            progress(Stage::Rendering, done, dirty.len());
            lay::note(&transaction, &mut draft, &rendition, &mut paths)
        })?;
        let changed = lay::settle(&transaction, &mut draft, &paths)?;
        pages::clear_dirty(&transaction)?;
        keep_lease(&self.store, &mut self.lease, standing.as_of)?;
        let edition = match changed {
            0 => base.clone(),
            _ if is_held(decision) => draft.commit(standing.as_of.0, "pressed, not shown")?,
            _ => draft.commit_and_publish(standing.as_of.0, &format!("{changed} changed"))?,
        };
        write_standing(&transaction, standing, &edition)?;
        transaction.commit().within("pages")?;
        Ok((edition, changed))
    }

    /// Makes public what should be: the edition of today, or an old one that a person put back.
    fn flip(
        &mut self,
        today: &Edition,
        decision: Option<&store::Decision>,
        now: Instant,
    ) -> Result<Pressed, PressError> {
        keep_lease(&self.store, &mut self.lease, now)?;
        let public = match decision.map(|decision| (decision.number, decision.kind)) {
            Some((decision, DecisionKind::Rollback { edition })) => self.hold(decision, edition, today, now)?,
            _ => today.clone(),
        };
        if self.library.head().is_none_or(|head| head.number() != public.number()) {
            self.library.publish(public.number())?;
        }
        Ok(Pressed {
            edition: public.number(),
            held: is_held(decision),
            ..Pressed::default()
        })
    }

    /// The old edition without what must not come back; made again only when anything has changed since.
    fn hold(&self, decision: i64, number: u64, today: &Edition, now: Instant) -> Result<Edition, PressError> {
        let made: Option<(i64, String, u64)> = state::note(&self.connection, HELD)?;
        let made = made.filter(|(of, root, _)| *of == decision && *root == today.root().to_string());
        if let Some(edition) = made.and_then(|(_, _, made)| self.library.edition(made)) {
            return Ok(edition);
        }
        let Some(old) = self.library.edition(number) else {
            tracing::error!(
                number,
                "the edition to be put back is no longer kept; today's stays public"
            );
            return Ok(today.clone());
        };
        let draft = put_back(&self.connection, &self.library, &old, today)?;
        let made = draft.commit(now.0, &format!("edition {number} put back"))?;
        let made = self
            .library
            .head()
            .filter(|head| head.root() == made.root())
            .unwrap_or(made);
        state::set_note(
            &self.connection,
            HELD,
            &(decision, today.root().to_string(), made.number()),
        )?;
        Ok(made)
    }
}

/// Lets all that the old notes know, that changed since an instant and was dark in between, count from an edition on.
fn begin_again(
    (old, fresh): (&Connection, &Connection),
    reader: &mut Reader,
    news: &News,
    since: Instant,
    edition: &Edition,
) -> Result<(), PressError> {
    for subject in &news.subjects {
        if subjects::name(old, subject.tie())?.is_none() {
            continue;
        }
        let projection = subjects::load(fresh, subject)?;
        let broken = match reader.record(subject)? {
            _ if news.deleted.contains(subject) => visible::ids_of(subject, &projection),
            Some(record) => visible::broken(&record, &projection, since, Instant(edition.info().at_ms)),
            None => BTreeSet::new(),
        };
        visible::begin_again(fresh, &broken, edition.number())?;
    }
    Ok(())
}

/// Whoever lost the lease must not make anything public any more.
fn keep_lease(store: &Store, lease: &mut Option<Lease>, now: Instant) -> Result<(), PressError> {
    match *lease {
        Some(held) if !store.renew_lease(LEASE, held, LEASE_MS, now)? => {
            *lease = None;
            Err(PressError::LeaseLost)
        }
        _ => Ok(()),
    }
}

/// The position of the change log up to which all is public, as the process that presses in a folder has noted.
///
/// # Errors
/// If its notes cannot be read.
pub fn pressed_position(folder: &Path) -> Result<i64, PressError> {
    let connection = state::open_reader(&folder.join("press.db"))?;
    Ok(state::note(&connection, "position")?.unwrap_or_default())
}

fn is_held(decision: Option<&store::Decision>) -> bool {
    matches!(
        decision.map(|decision| decision.kind),
        Some(DecisionKind::Rollback { .. })
    )
}

fn all_subjects(connection: &Connection, news: &News) -> Result<Vec<content::Subject>, PressError> {
    let mut all: BTreeSet<content::Subject> = subjects::all(connection)?.into_iter().collect();
    all.extend(news.subjects.iter().cloned());
    Ok(all.into_iter().collect())
}

fn form() -> String {
    format!("{} {FORM}", env!("CARGO_PKG_VERSION"))
}
