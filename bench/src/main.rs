//! `bench`, the program: what can be typed.

use std::path::PathBuf;
use std::process::ExitCode;

use bench_plenary::figures::{Row, note, print_table};
use bench_plenary::hugo::Comparison;
use bench_plenary::visible::Visibility;
use bench_plenary::{Failure, corpus, kill};
use clap::{Args, Parser, Subcommand};

/// Measures Plenary, beside Hugo where it is there.
#[derive(Debug, Parser)]
#[command(name = "bench", after_help = "Example: bench hugo --stories 1000 --pairs 3")]
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
    /// From files to a finished site, in turn with Hugo.
    Hugo {
        /// How many stories.
        #[arg(long, default_value_t = 10_000)]
        stories: usize,
        /// How often each side works.
        #[arg(long, default_value_t = 5)]
        pairs: usize,
        #[command(flatten)]
        place: Place,
    },
    /// Kill the program again and again while it imports and presses.
    Kill {
        /// How many times.
        #[arg(long, default_value_t = 200)]
        rounds: usize,
        /// Where chance begins: the same seed chooses the same victims and moments.
        #[arg(long, default_value_t = 1)]
        seed: u64,
        #[command(flatten)]
        place: Place,
    },
    /// From a commit to the first answer that shows it.
    Visible {
        /// How many stories.
        #[arg(long, default_value_t = 10_000)]
        stories: usize,
        /// How often each kind of change is done.
        #[arg(long, default_value_t = 12)]
        rounds: usize,
        /// Measure a site ten times as large too.
        #[arg(long)]
        grown: bool,
        #[command(flatten)]
        place: Place,
    },
}

#[derive(Debug, Args)]
struct Place {
    /// Where to work; the system's temporary folder otherwise. All of it is removed at the end.
    #[arg(long, value_name = "DIR")]
    work: Option<PathBuf>,
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(rows) => {
            if !rows.is_empty() {
                print_table(&rows);
            }
            ExitCode::SUCCESS
        }
        Err(failure) => {
            note(&format!("bench: {failure}"));
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<Vec<Row>, Failure> {
    match command {
        Command::Corpus { stories, out, posts } => corpus::write(stories, posts, &out).map(|_| Vec::new()),
        Command::Hugo { stories, pairs, place } => {
            let work = place.folder()?;
            Comparison {
                stories,
                pairs,
                work: work.path().to_owned(),
            }
            .run()
        }
        Command::Kill { rounds, seed, place } => Ok(kill::run(rounds, seed, place.folder()?.path())?.rows()),
        Command::Visible {
            stories,
            rounds,
            grown,
            place,
        } => {
            let work = place.folder()?;
            Visibility {
                stories,
                rounds,
                grown,
                work: work.path().to_owned(),
            }
            .run()
        }
    }
}

impl Place {
    fn folder(&self) -> Result<tempfile::TempDir, Failure> {
        let parent = self.work.clone().unwrap_or_else(std::env::temp_dir);
        tempfile::Builder::new()
            .prefix("bench")
            .tempdir_in(&parent)
            .map_err(|error| Failure::File(parent, error))
    }
}
