//! Plenary, the program: the command line, configuration and wiring of everything else.
//!
//! `arguments` says what can be typed; each command has a file of its own in `commands`.

mod ambient;
mod arguments;
mod clock;
mod commands;
mod configuration;
mod data;
mod developing;
mod embedded;
mod error;
mod output;
mod progress;
mod sample;
mod theme_watch;
mod trouble;
mod wake;

use std::process::ExitCode;

use clap::Parser;

use crate::arguments::Arguments;
use crate::error::Failure;

/// Rendering allocates small strings on all cores at once; the system's allocator spent a quarter of a press on that.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Exit code of a problem that was told.
const PROBLEM: u8 = 1;
/// Exit code of a command that was typed wrongly.
const USAGE: u8 = 2;

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let code = if error.use_stderr() { USAGE } else { 0 };
            // If even this cannot be printed there is nobody to tell.
            let _ = error.print();
            return ExitCode::from(code);
        }
    };
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_target(false)
        .with_max_level(told())
        .init();
    match commands::run(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Told) => ExitCode::from(PROBLEM),
        Err(Failure::Usage(message)) => {
            output::problem(&message);
            ExitCode::from(USAGE)
        }
        Err(failure) => {
            output::problem(&failure.to_string());
            ExitCode::from(PROBLEM)
        }
    }
}

/// From which level on events are told: warnings, unless PLENARY_LOG asks for more or less.
fn told() -> tracing::Level {
    let wanted = std::env::var("PLENARY_LOG").ok().and_then(|level| level.parse().ok());
    wanted.unwrap_or(tracing::Level::WARN)
}
