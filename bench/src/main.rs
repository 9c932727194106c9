//! `bench`, the program: what can be typed.

use std::path::PathBuf;
use std::process::ExitCode;

use bench_plenary::{Failure, corpus};
use clap::{Parser, Subcommand};

#[derive(Debug, Parser)]
#[command(name = "bench", about = "Measures Plenary")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write a corpus of stories in three languages, as content files and as a site for Hugo.
    Corpus {
        /// How many stories.
        stories: usize,
        /// The folder to write to.
        out: PathBuf,
        /// How many posts at most.
        #[arg(long, default_value_t = corpus::POSTS)]
        posts: usize,
    },
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("bench: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<(), Failure> {
    match command {
        Command::Corpus { stories, out, posts } => corpus::write(stories, posts, &out).map(drop),
    }
}
