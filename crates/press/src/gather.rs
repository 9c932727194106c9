//! What happened since the press last looked: changes in the log, timers that are due, a decision of a person.

use std::collections::BTreeSet;

use content::record::{Record, Site};
use content::{Instant, Subject};
use rusqlite::Connection;
use store::{Decision, Reader};

use crate::error::PressError;
use crate::subjects;

/// So many changes are taken at once.
const BATCH: usize = 10_000;

/// The names that the change log has for acts which leave nothing to look back at; see `editorial::Act`.
const DELETING: [&str; 2] = ["delete", "remove-post"];

/// What is to be done.
#[derive(Debug, Clone)]
pub(crate) struct News {
    /// Subjects to be projected again.
    pub(crate) subjects: Vec<Subject>,
    /// Those of them that were deleted or removed since, even if they live again.
    pub(crate) deleted: BTreeSet<Subject>,
    /// The position up to which the change log was read.
    pub(crate) position: i64,
    /// The settings as they are now; none if nobody made any.
    pub(crate) site: Option<Site>,
    /// The latest decision on editions.
    pub(crate) decision: Option<Decision>,
}

/// Looks at the log after a position and at the timers.
pub(crate) fn gather(
    connection: &Connection,
    reader: &mut Reader,
    after: i64,
    now: Instant,
) -> Result<News, PressError> {
    let mut subjects: BTreeSet<Subject> = subjects::due(connection, now)?.into_iter().collect();
    let mut deleted = BTreeSet::new();
    let mut position = after;
    loop {
        let changes = reader.changes_after(position, BATCH)?;
        let Some(last) = changes.last() else { break };
        position = last.position;
        for change in changes {
            if DELETING.contains(&change.act.as_str()) {
                deleted.insert(change.subject.clone());
            }
            subjects.insert(change.subject);
        }
    }
    let decision = reader.latest_decision()?;
    Ok(News {
        subjects: subjects.into_iter().collect(),
        deleted,
        position,
        site: site(reader)?,
        decision,
    })
}

/// The settings of the site.
pub(crate) fn site(reader: &mut Reader) -> Result<Option<Site>, PressError> {
    Ok(match reader.record(&Subject::site())? {
        Some(Record::Site(site)) => Some(site),
        _ => None,
    })
}
