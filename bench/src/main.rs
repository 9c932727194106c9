//! `bench`, the program: what can be typed.

use std::path::PathBuf;
use std::process::ExitCode;

use bench_plenary::figures::{Row, note, print_table};
use bench_plenary::hugo::Comparison;
use bench_plenary::process::load;
use bench_plenary::visible::Visibility;
use bench_plenary::{Failure, corpus, equality, kill, roundtrip};
use clap::{Args, Parser, Subcommand};

/// Exit code where something wanted was not met, or nothing could be measured.
const UNMET: u8 = 1;

/// Measures Plenary, beside Hugo where it is there.
#[derive(Debug, Parser)]
#[command(name = "bench", after_help = "Example: bench hugo --stories 1000 --pairs 3")]
struct Arguments {
    /// Where to work; the system's temporary folder otherwise. All of it is removed at the end.
    #[arg(long, global = true, value_name = "DIR")]
    work: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write a corpus of stories in three languages, as content files and as a site for Hugo.
    Corpus(Corpus),
    /// From files to a finished site, in turn with Hugo.
    Hugo(Hugo),
    /// From a commit to the first answer that shows it.
    Visible(Visible),
    /// Kill the program again and again while it imports and presses.
    Kill(Kill),
    /// Export, import and export again: the same files.
    Roundtrip(Roundtrip),
    /// Random acts: editions made step by step equal those made from nothing.
    Equality(Equality),
    /// All of these at their usual sizes, in one table.
    All,
}

#[derive(Debug, Args)]
struct Corpus {
    /// How many stories.
    stories: usize,
    /// The folder to write to.
    out: PathBuf,
    /// How many posts at most.
    #[arg(long, default_value_t = corpus::POSTS)]
    posts: usize,
}

#[derive(Debug, Args)]
struct Hugo {
    /// How many stories.
    #[arg(long, default_value_t = 10_000)]
    stories: usize,
    /// How often each side works.
    #[arg(long, default_value_t = 5)]
    pairs: usize,
}

#[derive(Debug, Args)]
struct Visible {
    /// How many stories.
    #[arg(long, default_value_t = 10_000)]
    stories: usize,
    /// How often each kind of change is done.
    #[arg(long, default_value_t = 40)]
    rounds: usize,
    /// Measure a site ten times as large too.
    #[arg(long)]
    grown: bool,
}

#[derive(Debug, Args)]
struct Kill {
    /// How many times.
    #[arg(long, default_value_t = 200)]
    rounds: usize,
    /// Where chance begins: the same seed chooses the same victims and moments.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

#[derive(Debug, Args)]
struct Roundtrip {
    /// How many stories.
    #[arg(long, default_value_t = 10_000)]
    stories: usize,
}

#[derive(Debug, Args)]
struct Equality {
    /// How many sequences of acts.
    #[arg(long, default_value_t = 1_000)]
    sequences: usize,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments.command, arguments.work) {
        Ok(rows) if rows.is_empty() => ExitCode::SUCCESS,
        Ok(rows) => {
            print_table(&rows);
            let unmet = rows.iter().any(|row| row.met == Some(false));
            if unmet {
                ExitCode::from(UNMET)
            } else {
                ExitCode::SUCCESS
            }
        }
        Err(failure) => {
            note(&format!("bench: {failure}"));
            ExitCode::from(UNMET)
        }
    }
}

fn run(command: &Command, work: Option<PathBuf>) -> Result<Vec<Row>, Failure> {
    if let Command::Corpus(Corpus { stories, out, posts }) = command {
        return corpus::write(*stories, *posts, out).map(|_| Vec::new());
    }
    let parent = work.unwrap_or_else(std::env::temp_dir);
    let made = std::fs::create_dir_all(&parent);
    let folder = made.and_then(|()| tempfile::Builder::new().prefix("bench").tempdir_in(&parent));
    let folder = folder.map_err(|error| Failure::File(parent, error))?;
    let work = folder.path().to_owned();
    match command {
        Command::Corpus(_) => Ok(Vec::new()),
        Command::Hugo(Hugo { stories, pairs }) => Comparison {
            stories: *stories,
            pairs: *pairs,
            work,
        }
        .run(),
        Command::Visible(Visible { stories, rounds, grown }) => Visibility {
            stories: *stories,
            rounds: *rounds,
            grown: *grown,
            work,
        }
        .run(),
        Command::Kill(Kill { rounds, seed }) => Ok(kill::run(*rounds, *seed, &work)?.rows()),
        Command::Roundtrip(Roundtrip { stories }) => roundtrip::run(*stories, &work),
        Command::Equality(Equality { sequences }) => equality::run(*sequences),
        Command::All => all(&parent_of(&work)),
    }
}

/// Everything at its usual size, one after the other; each cleans up before the next begins.
fn all(parent: &std::path::Path) -> Result<Vec<Row>, Failure> {
    let commands = [
        Command::Hugo(Hugo {
            stories: 10_000,
            pairs: 5,
        }),
        Command::Visible(Visible {
            stories: 10_000,
            rounds: 40,
            grown: true,
        }),
        Command::Kill(Kill { rounds: 200, seed: 1 }),
        Command::Roundtrip(Roundtrip { stories: 10_000 }),
        Command::Equality(Equality { sequences: 1_000 }),
    ];
    let mut rows = vec![Row::told("the system's load at the beginning", load())];
    for command in commands {
        rows.extend(run(&command, Some(parent.to_owned()))?);
    }
    rows.push(Row::told("the system's load at the end", load()));
    Ok(rows)
}

fn parent_of(folder: &std::path::Path) -> PathBuf {
    folder.parent().map(PathBuf::from).unwrap_or_default()
}
