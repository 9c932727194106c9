//! One file per command.

mod audit;
mod demo;
mod develop;
mod edition;
mod export;
mod history;
mod import;
mod init;
mod media;
mod press;
mod serve;
mod theme;
mod translations;

pub(crate) use serve::stage_name;

use crate::arguments::{Arguments, Command, ContentCommand, ThemeCommand};
use crate::error::Failure;

/// Does what was typed.
pub(crate) fn run(arguments: Arguments) -> Result<(), Failure> {
    match arguments.command {
        Command::Demo(demo) => demo::run(&demo),
        Command::Init(init) => init::run(&init),
        Command::Serve(serve) => serve::run(&serve),
        Command::Content(ContentCommand::Import(import)) => import::run(&import),
        Command::Content(ContentCommand::Export(export)) => export::run(&export),
        Command::Press(press) => press::run(&press),
        Command::Edition(command) => edition::run(&command),
        Command::Translations(translations) => translations::run(&translations),
        Command::History(history) => history::run(&history),
        Command::Audit(command) => audit::run(&command),
        Command::Media(command) => media::run(&command),
        Command::DevelopMedia(develop) => develop::run(&develop),
        Command::Theme(ThemeCommand::New(new)) => theme::new(&new),
        Command::Theme(ThemeCommand::Check(check)) => theme::check(&check),
    }
}

/// Who acts, if nobody says otherwise: the user of the system.
fn actor(given: Option<&str>) -> editorial::Actor {
    let name = given
        .map(str::to_owned)
        .or_else(|| std::env::var("USER").ok())
        .filter(|name| !name.trim().is_empty());
    editorial::Actor::operator(name.unwrap_or_else(|| "operator".to_owned()))
}
