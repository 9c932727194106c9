//! `plenary media`: removing a picture, recording or document for good.

use content::{Noun, Subject};
use editorial::{Desk, Outcome};
use serde::Serialize;

use crate::arguments::{MediaCommand, RemoveMedia};
use crate::data::DataDirectory;
use crate::error::Failure;
use crate::{clock, output};

pub(super) fn run(command: &MediaCommand) -> Result<(), Failure> {
    match command {
        MediaCommand::Remove(arguments) => remove(arguments),
    }
}

/// What came of it.
#[derive(Debug, Serialize)]
struct Removed {
    subject: Subject,
    outcome: Outcome,
}

fn remove(arguments: &RemoveMedia) -> Result<(), Failure> {
    let data = DataDirectory::find(&arguments.data.data)?;
    let subject = Subject::new(Noun::Media, &arguments.name).map_err(|error| Failure::Usage(error.to_string()))?;
    let actor = super::actor(arguments.actor.as_deref());
    let outcome = data
        .store()?
        .write(|tx| Desk::new(tx, &actor, clock::now()).remove_media(&subject, &arguments.reason))?;
    data.wake();
    match (arguments.json, outcome) {
        (true, outcome) => output::json(&Removed { subject, outcome }),
        (false, Outcome::Unchanged) => output::line(&format!("{subject} was removed before")),
        (false, _) => output::line(&format!(
            "{subject} is removed; pages and kept editions lose it with the next press"
        )),
    }
    Ok(())
}
