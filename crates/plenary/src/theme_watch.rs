//! Watching the folder of a theme: when one of its files changes, all are read again.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use press::{Press, PressError, Pressed};
use serve::EditionHandle;
use theme::{FileMap, Finding, Ready};

use crate::error::Failure;
use crate::{ambient, output, trouble};

/// The wait between two looks at the folder.
const LOOK: Duration = Duration::from_millis(200);
/// The wait after a change for the rest of what is being saved; then it must have come to rest.
const SETTLE: Duration = Duration::from_millis(60);

/// A theme as it was read after a change.
pub(crate) struct Read {
    /// Its files, so that lines can be shown.
    pub(crate) files: FileMap,
    /// The theme made ready, or all that is in the way.
    pub(crate) ready: Result<Ready, Vec<Finding>>,
}

/// When each file was changed, and how long it is.
type Stamps = BTreeMap<PathBuf, (Option<SystemTime>, u64)>;

/// Hands over the theme after each change of its files, on a thread of its own, until the program ends.
pub(crate) fn watch(folder: PathBuf, on_change: impl Fn(Read) + Send + 'static) {
    let mut seen = stamps(&folder);
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(LOOK);
            let mut now = stamps(&folder);
            if now == seen {
                continue;
            }
            loop {
                std::thread::sleep(SETTLE);
                let later = stamps(&folder);
                if later == now {
                    break;
                }
                now = later;
            }
            seen = now;
            on_change(read(&folder));
        }
    });
}

fn read(folder: &Path) -> Read {
    let files = ambient::files_of(Some(folder));
    match files {
        Ok(files) => Read {
            ready: ambient::of_files(&files),
            files,
        },
        Err(failure) => Read {
            ready: Err(vec![unreadable(folder, &failure)]),
            files: FileMap::new(),
        },
    }
}

fn unreadable(folder: &Path, failure: &Failure) -> Finding {
    Finding {
        file: folder.display().to_string(),
        line: 0,
        grade: theme::Grade::Error,
        rule: "file",
        what: failure.to_string(),
        remedy: "put the folder back, or stop and name another with --theme".to_owned(),
    }
}

/// What cannot be looked at now is as if it were not there: the next look tells.
fn stamps(folder: &Path) -> Stamps {
    let inner = [folder.to_owned(), folder.join(theme::FOLDER)];
    let paths = inner
        .iter()
        .flat_map(|folder| ambient::entries(folder).unwrap_or_default());
    let stamped = paths.filter(|(name, _)| theme::is_read(name)).filter_map(|(_, path)| {
        let about = std::fs::metadata(&path).ok()?;
        Some((path, (about.modified().ok(), about.len())))
    });
    stamped.collect()
}

/// The theme of a server that watches it, between the thread that looks and the thread that presses. Nothing happens to
/// a theme that nobody watches.
#[derive(Default)]
pub(crate) struct Watched {
    base: String,
    editions: EditionHandle,
    watching: bool,
    news: Arc<Mutex<News>>,
    /// The files of the theme that is being pressed and has not shown a page yet.
    taken: Option<FileMap>,
    /// Whether pages could not be rendered with it.
    failed: bool,
}

/// What was read last.
#[derive(Default)]
struct News {
    /// A theme that the press has not taken up yet.
    ready: Option<(FileMap, Ready)>,
    /// Whether it cannot be used.
    broken: bool,
}

impl Watched {
    /// Watches a folder.
    pub(crate) fn folder(folder: PathBuf, base: &str, editions: &EditionHandle) -> Watched {
        let news = Arc::new(Mutex::new(News::default()));
        // The theme that was read at the start may yet fail when it is rendered with.
        let taken = ambient::files_of(Some(&folder)).ok();
        let (slot, shown) = (Arc::clone(&news), editions.clone());
        watch(folder, move |Read { files, ready }| {
            let mut slot = slot.lock().unwrap_or_else(PoisonError::into_inner);
            slot.broken = ready.is_err();
            match ready {
                Ok(ready) => slot.ready = Some((files, ready)),
                Err(findings) => {
                    slot.ready = None;
                    tell(&shown, &findings, &files);
                }
            }
        });
        Watched {
            base: base.to_owned(),
            editions: editions.clone(),
            watching: true,
            news,
            taken,
            failed: false,
        }
    }

    /// How long the thread that presses may wait for something else; any time if nothing is watched.
    pub(crate) fn longest_wait(&self) -> Option<Duration> {
        self.watching.then_some(SETTLE)
    }

    /// Whether a theme lies ready for the press.
    pub(crate) fn has_news(&self) -> bool {
        self.news.lock().unwrap_or_else(PoisonError::into_inner).ready.is_some()
    }

    /// Lets the press use what was read since.
    pub(crate) fn put_into(&mut self, press: &mut Press) {
        let news = self.news.lock().unwrap_or_else(PoisonError::into_inner).ready.take();
        if let Some((files, ready)) = news {
            press.set_ambient(ambient::ambient(ready, &self.base));
            self.taken = Some(files);
        }
    }

    /// Tells a theme's author, once, that a page cannot be rendered; none then. Other errors are not for them.
    pub(crate) fn judge(&mut self, outcome: Result<Pressed, PressError>) -> Result<Option<Pressed>, PressError> {
        let finding = match &outcome {
            Err(PressError::Render(_, error)) if self.watching => Finding::of_rendering(error),
            _ => None,
        };
        let Some(finding) = finding else {
            return outcome.map(Some);
        };
        self.failed = true;
        if let Some(files) = self.taken.take() {
            tell(&self.editions, &[finding], &files);
        }
        Ok(None)
    }

    /// Ends the interruption, if there is one, after what was read has been pressed.
    pub(crate) fn pressed(&mut self, pressed: &Pressed, took: Duration) {
        let is_new = self.taken.take().is_some();
        if !is_new && !self.failed {
            return;
        }
        self.failed = false;
        let news = self.news.lock().unwrap_or_else(PoisonError::into_inner);
        if !news.broken && news.ready.is_none() {
            self.editions.interrupt(None);
        }
        let (pages, milliseconds) = (pressed.rendered, took.as_millis());
        if self.watching && pages > 0 {
            output::note(&format!(
                "The theme was taken up: {pages} pages made in {milliseconds} ms"
            ));
        }
    }
}

/// Shows findings in place of pages, and to the one who started the server.
fn tell(editions: &EditionHandle, findings: &[Finding], files: &FileMap) {
    editions.interrupt(Some(trouble::interruption(findings, files)));
    findings.iter().for_each(|finding| output::note(&finding.to_string()));
}
