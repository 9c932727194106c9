//! Laying what was rendered into a draft of an edition, and noting what it read.

use std::collections::BTreeSet;

use edition::{Draft, Hash};
use render::{Asset, Outcome};
use rusqlite::Connection;

use crate::error::PressError;
use crate::pages::{self, Laid};
use crate::rendering::Rendition;
use crate::shown;

/// Puts the bytes of a rendition into the draft and says what is to stand where; none if nothing stands there.
pub(crate) fn put(
    connection: &Connection,
    draft: &mut Draft,
    rendition: &Rendition,
) -> Result<Option<Laid>, PressError> {
    let laid = match &rendition.outcome {
        Outcome::Absent => return Ok(None),
        Outcome::Page(page) => Laid {
            path: page.path.clone(),
            status: page.status,
            content_type: page.content_type.clone(),
            headers: page.headers.clone(),
            skeleton: draft.put(&page.skeleton)?.to_string(),
            length: length(&page.skeleton),
            fragments: page.fragments.clone(),
        },
        Outcome::Media { path, content_type, .. } => match &rendition.bytes {
            Some(bytes) => file(draft, path, content_type, bytes)?,
            None => return Ok(None),
        },
        Outcome::Asset { path, .. } => match (&rendition.bytes, Asset::content_type_of(path)) {
            (Some(bytes), Some(content_type)) => file(draft, path, content_type, bytes)?,
            _ => return Ok(None),
        },
    };
    let hash: Hash = laid.record()?.skeleton;
    shown::save(connection, &hash, &rendition.shows)?;
    Ok(Some(laid))
}

fn file(draft: &mut Draft, path: &str, content_type: &str, bytes: &[u8]) -> Result<Laid, PressError> {
    Ok(Laid {
        path: path.to_owned(),
        status: 200,
        content_type: content_type.to_owned(),
        headers: Vec::new(),
        skeleton: draft.put(bytes)?.to_string(),
        length: length(bytes),
        fragments: Vec::new(),
    })
}

fn length(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.len()).unwrap_or(u32::MAX)
}

/// Notes a rendition; the paths at which something may now be different are added.
pub(crate) fn note(
    connection: &Connection,
    draft: &mut Draft,
    rendition: &Rendition,
    paths: &mut BTreeSet<String>,
) -> Result<(), PressError> {
    let seen = &rendition.seen;
    let before = match put(connection, draft, rendition)? {
        Some(laid) => {
            paths.insert(laid.path.clone());
            pages::save(connection, &rendition.route, &laid, seen)?
        }
        None => pages::save_absence(connection, &rendition.route, seen)?,
    };
    paths.extend(before.filter(|path| !path.is_empty()));
    Ok(())
}

/// Brings paths of the draft to what the notes say; gives how many differ from before.
pub(crate) fn settle(
    connection: &Connection,
    draft: &mut Draft,
    paths: &BTreeSet<String>,
) -> Result<usize, PressError> {
    let mut changed = 0;
    for path in paths {
        let before = draft.get(path)?;
        let now = pages::at_path(connection, path)?
            .map(|laid| laid.record())
            .transpose()?;
        if before == now {
            continue;
        }
        changed += 1;
        match now {
            Some(record) => draft.set(path, &record)?,
            None => draft.remove(path)?,
        }
    }
    Ok(changed)
}
