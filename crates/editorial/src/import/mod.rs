//! The act of importing files: all of them are read and judged, against each other and against the store, and either
//! all is done or nothing, with everything told that is wrong.

mod apply;
mod entry;
mod files;
mod line;
mod media;
mod neighbours;
mod publication;
mod queue;
mod reading;
mod record;
mod references;
mod report;
mod run;
mod scene;
mod source;
mod text;

use std::time::Instant as Clock;

use content::Instant;
use store::{Store, StoreError};

pub use files::{Developed, Files, Refused};
pub use report::{FileConflict, ImportItem, ImportReport, Refusal};

use crate::desk::Desk;
use crate::error::EditorialError;
use crate::permit::Actor;
use run::Run;

/// How an import is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImportOptions {
    /// Nothing is written; the report says what would be.
    pub dry_run: bool,
    /// Changes of source texts leave their translations current.
    pub minor: bool,
    /// The instant at which it happens.
    pub now: Instant,
}

/// How far a long work is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// What is being done.
    pub stage: Stage,
    /// How many files are done.
    pub done: usize,
    /// How many there are; while that is not known, as many as are done.
    pub total: usize,
}

/// What is being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Files are read, judged and taken in.
    Reading,
    /// All of it is kept.
    Saving,
    /// Files are written.
    Writing,
}

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// Files are wrong, or have come apart from the store.
    #[error("nothing was imported: {} problems, {} conflicts; mend the files and import again", .0.problems.len(), .0.conflicts.len())]
    Refused(Refusal),
    /// An act failed.
    #[error(transparent)]
    Editorial(#[from] EditorialError),
}

/// Takes in files, all or nothing. What stands in the store just so already is left as it is.
///
/// # Errors
/// [`ImportError::Refused`] with all problems and conflicts; [`ImportError::Editorial`] if the actor may not do it or the
/// store fails. Nothing was written then.
pub fn import(
    store: &Store,
    actor: &Actor,
    files: &Files<'_>,
    options: &ImportOptions,
    progress: &dyn Fn(Progress),
) -> Result<ImportReport, ImportError> {
    let begin = Clock::now();
    let outcome = store.write(|tx| {
        let report = Run::new(Desk::new(tx, actor, options.now), files, options, progress)?.run()?;
        progress(Progress {
            stage: Stage::Saving,
            done: report.files,
            total: report.files,
        });
        if options.dry_run {
            Err(Stop::Dry(report))
        } else {
            Ok(report)
        }
    });
    match outcome {
        Ok(mut report) | Err(Stop::Dry(mut report)) => {
            report.seconds = begin.elapsed().as_secs_f64();
            Ok(report)
        }
        Err(Stop::Refused(refusal)) => Err(ImportError::Refused(refusal)),
        Err(Stop::Failed(error)) => Err(ImportError::Editorial(error)),
    }
}

/// Why the transaction is not kept.
enum Stop {
    /// It was a dry run.
    Dry(ImportReport),
    Refused(Refusal),
    Failed(EditorialError),
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Stop {
        Stop::Failed(error.into())
    }
}

impl From<EditorialError> for Stop {
    fn from(error: EditorialError) -> Stop {
        Stop::Failed(error)
    }
}
