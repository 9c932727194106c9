//! A directory of editions: its one writer, its readers, and which edition is public.

use crate::cache::{NODE_CACHE_BYTES, NodeCache};
use crate::disk::{Disk, Durability};
use crate::error::During;
use crate::history::{EditionInfo, Event, History, MAX_NOTE_BYTES};
use crate::log::{self, Log, Position};
use crate::objects::Objects;
use crate::pack::Pack;
use crate::pack_writer::PackWriter;
use crate::{Draft, Edition, Error, Hash, Result};
use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

const LOCK_FILE: &str = "lock";
const LOG_FILE: &str = "log";
const PACKS_DIR: &str = "packs";
/// How often a reading process tries again when packs vanish under it because the writer replaced them.
const MAX_READ_ATTEMPTS: u32 = 5;

/// A directory of editions. Cheap to clone; all clones are the same library.
#[derive(Debug, Clone)]
pub struct Library {
    pub(crate) shared: Arc<Shared>,
}

impl Library {
    /// Opens the library in `dir` for writing, creating it when there is none. What a killed process left half-written
    /// is removed.
    ///
    /// # Errors
    /// [`Error::InUse`] when another process writes to it; [`Error::Damaged`] when it is not what was written.
    pub fn open(dir: &Path, durability: Durability) -> Result<Library> {
        let packs = dir.join(PACKS_DIR);
        fs::create_dir_all(&packs).during("create", &packs)?;
        let lock = lock(dir)?;
        let shared = Shared::new(dir, durability, Some(lock));
        {
            let (mut state, log) = (shared.state(), dir.join(LOG_FILE));
            if shared.follow(&mut state)? {
                state.log = Some(Log::open(&log, state.position, &shared.disk)?);
            } else {
                let (log, position) = Log::replace(&log, state.position, &History::new(1), &shared.disk)?;
                (state.log, state.position, state.history) = (Some(log), position, History::new(1));
            }
            shared.sweep(&state.history)?;
        }
        Ok(Library {
            shared: Arc::new(shared),
        })
    }

    /// Opens the library in `dir` for reading, also while another process writes to it. An empty directory is a library
    /// without editions.
    ///
    /// # Errors
    /// [`Error::Damaged`] when it is not what was written.
    pub fn open_read_only(dir: &Path) -> Result<Library> {
        let shared = Shared::new(dir, Durability::Relaxed, None);
        shared.follow(&mut shared.state())?;
        Ok(Library {
            shared: Arc::new(shared),
        })
    }

    /// Looks whether another process has committed or published; returns whether anything is new. Cheap when nothing
    /// is.
    /// The writer itself always knows, and gets `false`.
    ///
    /// # Errors
    /// As for [`Library::open_read_only`].
    pub fn refresh(&self) -> Result<bool> {
        let mut state = self.shared.state();
        if state.log.is_some() {
            Ok(false)
        } else {
            self.shared.follow(&mut state)
        }
    }

    /// The public edition.
    pub fn head(&self) -> Option<Edition> {
        let state = self.shared.state();
        state.history.head().map(|info| state.edition(info))
    }

    /// The newest edition, public or not.
    pub fn latest(&self) -> Option<Edition> {
        let state = self.shared.state();
        state.history.editions.last().map(|info| state.edition(info))
    }

    /// The edition of that number.
    pub fn edition(&self, number: u64) -> Option<Edition> {
        let state = self.shared.state();
        state.history.find(number).map(|info| state.edition(info))
    }

    /// All editions, oldest first.
    pub fn list(&self) -> Vec<EditionInfo> {
        self.shared.state().history.editions.clone()
    }

    /// Begins a draft of what shall differ from `base`, or of a first edition.
    pub fn draft(&self, base: Option<&Edition>) -> Draft {
        let mut state = self.shared.state();
        state.drafts += 1;
        Draft::new(
            OpenDraft {
                shared: self.shared.clone(),
            },
            base.map(|edition| edition.info().clone()),
            state.objects.clone(),
        )
    }

    /// Makes a committed edition the public one, durably.
    ///
    /// # Errors
    /// [`Error::NoEdition`], [`Error::ReadOnly`], and when writing fails.
    pub fn publish(&self, number: u64) -> Result<Edition> {
        let _writing = self.shared.writing();
        let mut state = self.shared.state();
        state.history.find(number).ok_or(Error::NoEdition { number })?;
        self.shared.append(&mut state, Event::Publication(number))?;
        let info = state.history.find(number).ok_or(Error::NoEdition { number })?;
        Ok(state.edition(info))
    }

    /// How often this process has waited for the disk on behalf of the library.
    pub fn fsyncs(&self) -> u64 {
        self.shared.disk.fsyncs()
    }

    /// How many packs hold the library's objects.
    pub fn packs(&self) -> usize {
        self.shared.state().history.packs.len()
    }

    /// Where the library lies.
    pub fn dir(&self) -> &Path {
        &self.shared.dir
    }
}

/// What the clones of a library and its drafts share.
#[derive(Debug)]
pub(crate) struct Shared {
    dir: PathBuf,
    disk: Disk,
    state: Mutex<State>,
    /// Held through a commit, a consolidation or a collection, so that these follow each other; `state` is held only
    /// for moments.
    writing: Mutex<()>,
    labels: AtomicU64,
    _lock: Option<File>,
}

#[derive(Debug)]
pub(crate) struct State {
    pub(crate) history: History,
    pub(crate) objects: Objects,
    pub(crate) drafts: usize,
    position: Position,
    /// Present in the writer only.
    log: Option<Log>,
}

impl State {
    fn edition(&self, info: &EditionInfo) -> Edition {
        Edition::new(info.clone(), self.objects.clone())
    }
}

impl Shared {
    fn new(dir: &Path, durability: Durability, lock: Option<File>) -> Shared {
        let objects = Objects::new(Vec::new(), Arc::new(NodeCache::new(NODE_CACHE_BYTES)));
        let state = State {
            history: History::new(1),
            objects,
            drafts: 0,
            position: Position::default(),
            log: None,
        };
        Shared {
            dir: dir.to_path_buf(),
            disk: Disk::new(durability),
            state: Mutex::new(state),
            writing: Mutex::new(()),
            labels: AtomicU64::new(0),
            _lock: lock,
        }
    }

    pub(crate) fn disk(&self) -> &Disk {
        &self.disk
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn writing(&self) -> MutexGuard<'_, ()> {
        self.writing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn packs_dir(&self) -> PathBuf {
        self.dir.join(PACKS_DIR)
    }

    /// A new pack file, in the writer only.
    pub(crate) fn begin_pack(&self) -> Result<PackWriter> {
        self.check_writable(&self.state())?;
        PackWriter::create(&self.packs_dir(), self.labels.fetch_add(1, Ordering::Relaxed))
    }

    /// A draft may build on editions only that are still listed.
    pub(crate) fn check_base(&self, base: Option<&EditionInfo>) -> Result<()> {
        let (state, Some(base)) = (self.state(), base) else {
            return Ok(());
        };
        let listed = state
            .history
            .find(base.number)
            .is_some_and(|info| info.root == base.root);
        if listed {
            Ok(())
        } else {
            Err(Error::NoEdition { number: base.number })
        }
    }

    /// Appends an edition whose pack is on disk; its number is given here.
    pub(crate) fn append_edition(&self, mut info: EditionInfo, pack: Option<Arc<Pack>>) -> Result<Edition> {
        let mut state = self.state();
        info.number = state.history.next_number;
        info.note.truncate(info.note.floor_char_boundary(MAX_NOTE_BYTES));
        let event = Event::Edition {
            info: info.clone(),
            pack: pack.as_ref().map(|pack| pack.name),
        };
        self.append(&mut state, event)?;
        if let Some(pack) = pack {
            state.objects = state.objects.with(pack);
        }
        Ok(state.edition(&info))
    }

    fn append(&self, state: &mut State, event: Event) -> Result<()> {
        let Some(log) = state.log.as_mut() else {
            return self.check_writable(state);
        };
        state.position = log.append(&event, &self.disk)?;
        state.history.apply(event);
        Ok(())
    }

    /// Makes `history`, whose packs are those of `objects`, the content of the log in one step; then removes packs that
    /// no longer live.
    pub(crate) fn replace_history(&self, state: &mut State, history: History, objects: Objects) -> Result<()> {
        self.check_writable(state)?;
        let (log, position) = Log::replace(&self.dir.join(LOG_FILE), state.position, &history, &self.disk)?;
        let former = std::mem::replace(&mut state.history, history);
        (state.log, state.position, state.objects) = (Some(log), position, objects);
        for pack in former.packs.iter().filter(|pack| !state.history.packs.contains(pack)) {
            let path = Pack::path(&self.packs_dir(), pack);
            if let Err(error) = fs::remove_file(&path) {
                tracing::warn!(path = %path.display(), %error, "a pack that is no longer needed stays until the next start");
            }
        }
        Ok(())
    }

    fn check_writable(&self, state: &State) -> Result<()> {
        if state.log.is_some() {
            Ok(())
        } else {
            Err(Error::ReadOnly { dir: self.dir.clone() })
        }
    }

    /// Reads what is new in the log and opens new packs; returns whether there was anything.
    fn follow(&self, state: &mut State) -> Result<bool> {
        let mut attempt = 1;
        loop {
            let (mut history, mut position) = (state.history.clone(), state.position);
            match log::read(&self.dir.join(LOG_FILE), &mut history, &mut position)? {
                None | Some(false) => return Ok(false),
                Some(true) => {}
            }
            match self.open_packs(&history.packs, &state.objects) {
                Ok(objects) => {
                    (state.history, state.position, state.objects) = (history, position, objects);
                    return Ok(true);
                }
                Err(Error::Damaged { .. }) if self._lock.is_none() && attempt < MAX_READ_ATTEMPTS => attempt += 1,
                Err(error) => return Err(error),
            }
        }
    }

    fn open_packs(&self, names: &[Hash], known: &Objects) -> Result<Objects> {
        let dir = self.packs_dir();
        let open = |name: &Hash| match known.packs().iter().find(|pack| pack.name == *name) {
            Some(pack) => Ok(pack.clone()),
            None => Pack::open(&dir, *name).map(Arc::new).map_err(missing_is_damage),
        };
        let packs = names.iter().rev().map(open).collect::<Result<_>>()?;
        Ok(Objects::new(packs, known.cache().clone()))
    }

    /// Removes what a killed process left: packs that the log does not name, and unfinished files.
    fn sweep(&self, history: &History) -> Result<()> {
        let dir = self.packs_dir();
        for file in fs::read_dir(&dir).during("list", &dir)? {
            let path = file.during("list", &dir)?.path();
            let name = path.file_name().and_then(|name| name.to_str()).and_then(Pack::name_of);
            if !name.is_some_and(|name| history.packs.contains(&name)) {
                tracing::info!(path = %path.display(), "removing what an unfinished commit left");
                fs::remove_file(&path).during("remove", &path)?;
            }
        }
        Ok(())
    }
}

/// Counts an open draft until it is dropped.
#[derive(Debug)]
pub(crate) struct OpenDraft {
    shared: Arc<Shared>,
}

impl OpenDraft {
    pub(crate) fn shared(&self) -> &Arc<Shared> {
        &self.shared
    }
}

impl Drop for OpenDraft {
    fn drop(&mut self) {
        let mut state = self.shared.state();
        state.drafts = state.drafts.saturating_sub(1);
    }
}

fn lock(dir: &Path) -> Result<File> {
    let path = dir.join(LOCK_FILE);
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&path)
        .during("create", &path)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(Error::InUse { dir: dir.to_path_buf() }),
        Err(TryLockError::Error(source)) => Err(Error::Io {
            action: "lock",
            path,
            source,
        }),
    }
}

fn missing_is_damage(error: Error) -> Error {
    match error {
        Error::Io { path, source, .. } if source.kind() == ErrorKind::NotFound => Error::Damaged {
            path,
            offset: 0,
            what: "the log names this pack, but it is missing",
        },
        other => other,
    }
}
