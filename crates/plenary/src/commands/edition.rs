//! `plenary edition`: looking at editions, putting an old one back, resuming.

use edition::{Change, EditionInfo};
use editorial::{Desk, EditorialError};
use serde::Serialize;

use crate::arguments::{EditionCommand, EditionDiff, EditionList, EditionOne, EditionResume, EditionRollback};
use crate::data::DataDirectory;
use crate::error::Failure;
use crate::{clock, output};

pub(super) fn run(command: &EditionCommand) -> Result<(), Failure> {
    match command {
        EditionCommand::List(arguments) => list(arguments),
        EditionCommand::Show(arguments) => show(arguments),
        EditionCommand::Diff(arguments) => diff(arguments),
        EditionCommand::Rollback(arguments) => roll_back(arguments),
        EditionCommand::Resume(arguments) => resume(arguments),
    }
}

/// An edition in a list.
#[derive(Debug, Serialize)]
struct Listed {
    number: u64,
    at: String,
    public: bool,
    pages: u64,
    bytes: u64,
    root: String,
    note: String,
}

impl From<EditionInfo> for Listed {
    fn from(info: EditionInfo) -> Listed {
        Listed {
            number: info.number,
            at: content::Instant(info.at_ms).to_string(),
            public: info.public,
            pages: info.pages,
            bytes: info.bytes,
            root: info.root.to_string(),
            note: info.note,
        }
    }
}

fn list(arguments: &EditionList) -> Result<(), Failure> {
    let editions = DataDirectory::find(&arguments.data.data)?.editions()?;
    let listed: Vec<Listed> = editions.list().into_iter().map(Listed::from).collect();
    if arguments.json {
        output::json(&listed);
        return Ok(());
    }
    for edition in listed {
        let public = if edition.public { "public" } else { "" };
        output::line(&format!(
            "{:>6}  {:24}  {public:6}  {:>7} pages  {}  {}",
            edition.number,
            edition.at,
            edition.pages,
            edition.root.get(..12).unwrap_or_default(),
            edition.note
        ));
    }
    Ok(())
}

/// A path of an edition.
#[derive(Debug, Serialize)]
struct Path {
    path: String,
    status: u16,
    content_type: String,
}

fn show(arguments: &EditionOne) -> Result<(), Failure> {
    let editions = DataDirectory::find(&arguments.data.data)?.editions()?;
    let edition = editions
        .edition(arguments.number)
        .ok_or(Failure::NoEdition(arguments.number))?;
    let mut paths = Vec::new();
    for entry in edition.iter()? {
        let (path, record) = entry?;
        paths.push(Path {
            path,
            status: record.status,
            content_type: record.content_type,
        });
    }
    paths.sort_by(|a, b| a.path.cmp(&b.path));
    if arguments.json {
        output::json(&paths);
        return Ok(());
    }
    let info = edition.info();
    output::line(&format!(
        "Edition {} of {}: {}",
        info.number,
        content::Instant(info.at_ms),
        info.note
    ));
    paths
        .iter()
        .for_each(|path| output::line(&format!("{}  {}", path.status, path.path)));
    Ok(())
}

/// A path in which two editions differ.
#[derive(Debug, Serialize)]
struct Difference {
    path: String,
    change: &'static str,
}

fn diff(arguments: &EditionDiff) -> Result<(), Failure> {
    let editions = DataDirectory::find(&arguments.data.data)?.editions()?;
    let find = |number| editions.edition(number).ok_or(Failure::NoEdition(number));
    let (from, to) = (find(arguments.from)?, find(arguments.to)?);
    let mut differences = Vec::new();
    for change in edition::diff(&from, &to)? {
        let (path, change) = change?;
        let change = match change {
            Change::Added => "added",
            Change::Removed => "removed",
            Change::Changed => "changed",
        };
        differences.push(Difference { path, change });
    }
    differences.sort_by(|a, b| a.path.cmp(&b.path));
    if arguments.json {
        output::json(&differences);
    } else {
        differences
            .iter()
            .for_each(|difference| output::line(&format!("{:8} {}", difference.change, difference.path)));
    }
    Ok(())
}

/// A decision that was recorded.
#[derive(Debug, Serialize)]
struct Decided {
    decision: i64,
    actor: String,
}

fn roll_back(arguments: &EditionRollback) -> Result<(), Failure> {
    let data = DataDirectory::find(&arguments.data.data)?;
    data.editions()?
        .edition(arguments.number)
        .ok_or(Failure::NoEdition(arguments.number))?;
    let actor = super::actor(arguments.actor.as_deref());
    let decision = decide(&data, |desk| desk.roll_back(arguments.number), &actor)?;
    tell(
        arguments.json,
        decision,
        &actor,
        &format!(
            "Edition {} is put back; the press waits. Resume with `plenary edition resume`.",
            arguments.number
        ),
    );
    Ok(())
}

fn resume(arguments: &EditionResume) -> Result<(), Failure> {
    let data = DataDirectory::find(&arguments.data.data)?;
    let actor = super::actor(arguments.actor.as_deref());
    let decision = decide(&data, |desk| desk.resume(), &actor)?;
    tell(arguments.json, decision, &actor, "The press goes on.");
    Ok(())
}

fn decide(
    data: &DataDirectory,
    act: impl FnOnce(&mut Desk<'_, '_>) -> Result<i64, EditorialError>,
    actor: &editorial::Actor,
) -> Result<i64, Failure> {
    let decision = data.store()?.write(|tx| act(&mut Desk::new(tx, actor, clock::now())))?;
    data.wake();
    Ok(decision)
}

fn tell(json: bool, decision: i64, actor: &editorial::Actor, words: &str) {
    if json {
        output::json(&Decided {
            decision,
            actor: actor.name.clone(),
        });
    } else {
        output::line(words);
    }
}
