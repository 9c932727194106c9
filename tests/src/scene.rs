//! The scene: a store, a press, a clock that advances, and everything that acts may touch.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use content::record::{Entry, Site};
use content::{Instant, Noun, Record, Subject};
use editorial::{Actor, Desk, EditorialError, Files, ImportError, ImportOptions};
use language::Locale;
use press::Press;
use store::StoreError;
use tempfile::TempDir;

use crate::ambience::Ambience;
use crate::cast::{self, Pen};
use crate::chance::Chance;
use crate::engine::{Engine, OwnStore};
use crate::failure::Failure;
use crate::marks::Marks;

/// All that acts may touch.
pub struct Scene {
    /// The store.
    pub own: OwnStore,
    /// The press under test.
    pub press: Press,
    /// Draws.
    pub chance: Chance,
    /// Marks all words.
    pub marks: Marks,
    /// What time it is.
    pub now: Instant,
    /// Theme, messages, address.
    pub ambience: Ambience,
    /// All records, as of the latest [`Scene::look`].
    pub records: Vec<Record>,
    /// Texts that were taken back since the press last looked; without a locale: all of the subject.
    pub taken_back: BTreeSet<(Subject, Option<Locale>)>,
    /// Whether an old edition is put back.
    pub held: bool,
    actor: Actor,
    fresh: usize,
    folder: TempDir,
}

/// A folder in memory where there is one.
///
/// # Errors
/// If none can be made.
pub fn folder() -> Result<TempDir, Failure> {
    let memory = Path::new("/dev/shm");
    let builder = tempfile::Builder::new().prefix("plenary-journey-").tempdir_in(memory);
    builder.or_else(|_| tempfile::tempdir()).map_err(Failure::ground)
}

/// Opens a press that need not survive a loss of power.
///
/// # Errors
/// What the press meets.
pub fn open_press(folder: &Path, own: &OwnStore, ambience: &Ambience) -> Result<Press, Failure> {
    Ok(Press::open(
        folder,
        own.store.clone(),
        ambience.ambient(),
        edition::Durability::Relaxed,
    )?)
}

impl Scene {
    /// Sets the scene with the whole cast.
    ///
    /// # Errors
    /// If that fails.
    pub fn set(engine: &Engine, seed: u64, ambience: &Ambience) -> Result<Scene, Failure> {
        let folder = folder()?;
        let own = engine.new_store(folder.path())?;
        let press = open_press(&folder.path().join("press"), &own, ambience)?;
        let mut scene = Scene {
            own,
            press,
            chance: Chance::new(seed),
            marks: Marks::default(),
            now: cast::BEGINNING.parse().map_err(Failure::ground)?,
            ambience: ambience.clone(),
            records: Vec::new(),
            taken_back: BTreeSet::new(),
            held: false,
            actor: Actor::operator("Journey"),
            fresh: 0,
            folder,
        };
        scene
            .at_desk(cast::settle)?
            .ok_or_else(|| Failure::ground("the cast was refused"))?;
        scene.look()?;
        Ok(scene)
    }

    /// Acts at a desk in one transaction; none if the act is refused, as it may well be.
    ///
    /// # Errors
    /// What is no refusal.
    pub fn at_desk<T>(
        &mut self,
        act: impl FnOnce(&mut Desk<'_, '_>, &mut Pen<'_>) -> Result<T, Failure>,
    ) -> Result<Option<T>, Failure> {
        let mut pen = Pen {
            chance: &mut self.chance,
            marks: &mut self.marks,
        };
        let (actor, now) = (&self.actor, self.now);
        match self.own.store.write(|tx| act(&mut Desk::new(tx, actor, now), &mut pen)) {
            Ok(value) => Ok(Some(value)),
            Err(Failure::Desk(error)) if is_refusal(&error) => Ok(None),
            Err(failure) => Err(failure),
        }
    }

    /// Takes in one file; false if it is refused.
    ///
    /// # Errors
    /// What is no refusal.
    pub fn import(&mut self, path: &str, text: String) -> Result<bool, Failure> {
        let files = Files::new(vec![path.to_owned()], move |_| Ok(text.clone().into_bytes()));
        let options = ImportOptions {
            dry_run: false,
            minor: false,
            now: self.now,
        };
        match editorial::import(&self.own.store, &self.actor, &files, &options, &|_| ()) {
            Ok(_) => Ok(true),
            Err(ImportError::Refused(_)) => Ok(false),
            Err(ImportError::Editorial(error)) => Err(Failure::Desk(error)),
        }
    }

    /// Draws and marks.
    pub fn pen(&mut self) -> Pen<'_> {
        Pen {
            chance: &mut self.chance,
            marks: &mut self.marks,
        }
    }

    /// Reads all records again.
    ///
    /// # Errors
    /// What the store meets.
    pub fn look(&mut self) -> Result<(), Failure> {
        self.records = self
            .own
            .store
            .read(|reader| reader.records_after(None, usize::MAX >> 1))?;
        Ok(())
    }

    /// The settings.
    ///
    /// # Errors
    /// If there are none.
    pub fn site(&self) -> Result<Site, Failure> {
        let site = self.records.iter().find_map(|record| match record {
            Record::Site(site) => Some(site.clone()),
            _ => None,
        });
        site.ok_or_else(|| Failure::ground("the site has no settings"))
    }

    /// All subjects, deleted ones included: what is written may refer to anything.
    pub fn subjects(&self) -> Vec<Subject> {
        self.records
            .iter()
            .map(|record| record.subject().clone())
            .filter(|subject| subject.noun() != Noun::Site)
            .collect()
    }

    /// One of the entries that `fits`.
    pub fn an_entry(&mut self, fits: impl Fn(&Entry) -> bool) -> Option<Entry> {
        self.one(|record| match record {
            Record::Entry(entry) if fits(entry) => Some(entry.clone()),
            _ => None,
        })
    }

    /// One of what is found among all records.
    pub fn one<T>(&mut self, find: impl Fn(&Record) -> Option<T>) -> Option<T> {
        let mut found: Vec<T> = self.records.iter().filter_map(find).collect();
        let place = self.chance.below(found.len());
        if found.is_empty() {
            None
        } else {
            Some(found.swap_remove(place))
        }
    }

    /// A key that nothing had before.
    pub fn fresh_key(&mut self) -> String {
        self.fresh += 1;
        format!("fresh-{}", self.fresh)
    }

    /// Closes the press and opens it again, as a restart of the program does.
    ///
    /// # Errors
    /// What the press meets.
    pub fn restart(&mut self) -> Result<(), Failure> {
        // The library is locked by its one writer, which must go before the next one comes.
        let elsewhere = self.folder.path().join("elsewhere");
        self.press = open_press(&elsewhere, &self.own, &self.ambience)?;
        self.press = open_press(&self.press_folder(), &self.own, &self.ambience)?;
        std::fs::remove_dir_all(elsewhere).map_err(Failure::ground)
    }

    /// Where the press under test lies.
    pub fn press_folder(&self) -> PathBuf {
        self.folder.path().join("press")
    }
}

/// Whether a person would be told that this cannot be done now, and nothing is wrong.
fn is_refusal(error: &EditorialError) -> bool {
    match error {
        EditorialError::Store(error) => matches!(error, StoreError::AddressTaken { .. }),
        EditorialError::Conflicts { .. } => false,
        _ => true,
    }
}
