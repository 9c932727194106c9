//! Killed at any moment, nothing acknowledged is lost and nothing half done is kept: rounds of `kill -9` while batches
//! are imported and pressed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Child, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant as Clock};

use content::{Noun, Record, Subject};
use edition::{Edition, Library};
use store::{Location, Store};

use crate::chance::Chance;
use crate::corpus::{self, Stories, key, story_file, story_path};
use crate::failure::{Failure, file};
use crate::figures::{Row, millis, note};
use crate::newsroom::Newsroom;
use crate::server::Server;

/// Stories of the site.
const STORIES: usize = 60;
/// Posts of the site.
const POSTS: usize = 60;
/// Stories that a batch changes.
const BATCH: usize = 20;
/// How long a server may take to its first answer, in milliseconds.
const START: f64 = 2_000.0;
/// How long it may take to take up what was left.
const PATIENCE: Duration = Duration::from_secs(30);
/// The pause between two looks.
const LOOK: Duration = Duration::from_millis(10);
/// A server is killed within so many milliseconds after an act.
const PRESS_MS: usize = 150;

/// What the rounds came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Survived {
    /// How many rounds.
    pub rounds: usize,
    /// Imports that told of success before anything was killed.
    pub acknowledged: usize,
    /// Imports that were killed and left nothing.
    pub absent: usize,
    /// Imports that were killed after their commit.
    pub kept: usize,
    /// Stories of which something acknowledged was missing.
    pub lost: usize,
    /// Imports of which only a part was there.
    pub torn: usize,
    /// Pages of public editions that could not be joined.
    pub unreadable: usize,
    /// Rounds after which the edition, caught up, was another than a clean one.
    pub stale: usize,
    /// The longest time from the start of a server to its first answer.
    pub slowest_start: Duration,
}

impl Survived {
    /// Whether all that was promised held.
    pub fn is_whole(&self) -> bool {
        self.lost + self.torn + self.unreadable + self.stale == 0
    }

    /// The table's rows.
    pub fn rows(&self) -> Vec<Row> {
        let none = |what: &str, count: usize| Row::at_most(format!("kill -9: {what}"), count as f64, 0.0, "");
        let fates = format!(
            "{} acknowledged, {} kept, {} absent",
            self.acknowledged, self.kept, self.absent
        );
        vec![
            Row::told("kill -9: rounds", format!("{}; imports: {fates}", self.rounds)),
            none("acknowledged acts lost", self.lost),
            none("imports torn", self.torn),
            none("pages that cannot be joined", self.unreadable),
            none("editions unlike a clean one", self.stale),
            Row::at_most(
                "kill -9: slowest start to the first answer",
                millis(self.slowest_start),
                START,
                "ms",
            ),
        ]
    }
}

/// Kills so many times, in a folder that is new or empty. The same seed chooses the same victims and moments.
///
/// # Errors
/// If a program cannot be run or does not come back; what does not hold is counted instead.
pub fn run(rounds: usize, seed: u64, work: &Path) -> Result<Survived, Failure> {
    let mut trial = Trial::prepare(seed, work)?;
    for round in 1..=rounds {
        trial.round(round)?;
        if round % 10 == 0 || round == rounds {
            note(&format!("round {round} of {rounds}: {:?}", trial.survived));
        }
    }
    Ok(trial.survived)
}

/// Who is killed while an import runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Victim {
    Import,
    Server,
    Both,
}

struct Trial {
    newsroom: Newsroom,
    clean: Newsroom,
    work: PathBuf,
    stories: Stories,
    chance: Chance,
    /// How long an import takes that nobody disturbs.
    usual: Duration,
    /// The batch that last changed a story, as far as is known.
    known: BTreeMap<usize, usize>,
    survived: Survived,
}

impl Trial {
    fn prepare(seed: u64, work: &Path) -> Result<Trial, Failure> {
        let corpus = corpus::write_content(STORIES, POSTS, work)?;
        let newsroom = Newsroom::new(&work.join("data"))?;
        newsroom.init()?;
        newsroom.set_address()?;
        let usual = newsroom.import(&corpus.content)?.wall;
        newsroom.press(false)?;
        let clean = newsroom.beside(&work.join("clean"))?;
        Ok(Trial {
            newsroom,
            clean,
            work: work.to_owned(),
            stories: corpus.stories,
            chance: Chance::new(seed, 9),
            usual,
            known: BTreeMap::new(),
            survived: Survived::default(),
        })
    }

    fn round(&mut self, round: usize) -> Result<(), Failure> {
        let server = Server::start(&self.newsroom)?;
        self.survived.slowest_start = self.survived.slowest_start.max(server.start);
        let (folder, numbers) = self.batch(round)?;
        let acknowledged = self.import_and_kill(server, &folder)?;
        self.judge_store(round, &numbers, acknowledged)?;
        self.survived.unreadable += unreadable(&head(&self.newsroom)?)?;
        let server = Server::start(&self.newsroom)?;
        self.survived.slowest_start = self.survived.slowest_start.max(server.start);
        self.clean.press(true)?;
        self.survived.stale += usize::from(!self.catches_up()?);
        server.kill();
        self.survived.rounds += 1;
        std::fs::remove_dir_all(&folder).map_err(file(&folder))
    }

    /// Writes files that change some stories in a way by which the batch is known.
    fn batch(&mut self, round: usize) -> Result<(PathBuf, Vec<usize>), Failure> {
        let folder = self.work.join("batch");
        let first = self.chance.below(STORIES);
        let numbers: Vec<usize> = (0..BATCH).map(|nth| (first + nth) % STORIES).collect();
        let write = |path: String, text: String| {
            let path = folder.join(path);
            std::fs::create_dir_all(path.parent().unwrap_or(&folder)).map_err(file(&path))?;
            std::fs::write(&path, text).map_err(file(&path))
        };
        for number in &numbers {
            let story = self.stories.story(*number);
            for tongue in corpus::LOCALES {
                let mut words = self.stories.words(&story, tongue);
                words.title = title(round);
                write(story_path(*number, tongue), story_file(&story, &words, tongue, ""))?;
            }
        }
        Ok((folder, numbers))
    }

    /// Imports a batch and kills in the middle of it; all are dead afterwards. Says whether success was told.
    fn import_and_kill(&mut self, server: Server, folder: &Path) -> Result<bool, Failure> {
        let victim = [Victim::Import, Victim::Server, Victim::Both]
            .get(self.chance.below(3))
            .copied();
        let victim = victim.unwrap_or(Victim::Both);
        let moment = self.moment(self.usual);
        let mut command = self.newsroom.command(&["content", "import"]);
        command
            .arg(folder)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let failed = |error: std::io::Error| Failure::Program {
            program: "plenary content import".to_owned(),
            told: error.to_string(),
        };
        let begin = Clock::now();
        let mut import = command.spawn().map_err(failed)?;
        thread::sleep(moment);
        let status = match victim {
            Victim::Import => kill(&mut import).map_err(failed)?,
            Victim::Server => import.wait().map_err(failed)?,
            Victim::Both => {
                server.kill();
                return Ok(kill(&mut import).map_err(failed)?.success());
            }
        };
        if victim == Victim::Server {
            self.usual = begin.elapsed();
        }
        let pause = self.moment(Duration::from_millis(PRESS_MS as u64));
        thread::sleep(pause);
        server.kill();
        match (victim, status.success()) {
            (Victim::Server, false) => Err(Failure::Broken("an import failed that nobody killed".to_owned())),
            (_, success) => Ok(success),
        }
    }

    /// A moment within a time, or a little after it.
    fn moment(&mut self, within: Duration) -> Duration {
        let micros = usize::try_from(within.as_micros()).unwrap_or(0);
        Duration::from_micros(self.chance.below(micros * 5 / 4 + 1) as u64)
    }

    /// Holds what the store says against what it must say.
    fn judge_store(&mut self, round: usize, numbers: &[usize], acknowledged: bool) -> Result<(), Failure> {
        let found = self.titles()?;
        let texts = numbers.len() * corpus::LOCALES.len();
        let is_new = |number: &usize| found.get(number).map_or(0, |titles| count(titles, &title(round)));
        let changed: usize = numbers.iter().map(is_new).sum();
        match (acknowledged, changed) {
            (true, changed) => {
                self.survived.acknowledged += 1;
                self.survived.lost += texts - changed;
            }
            (false, 0) => self.survived.absent += 1,
            (false, changed) if changed == texts => self.survived.kept += 1,
            (false, _) => self.survived.torn += 1,
        }
        if changed > 0 {
            self.known.extend(numbers.iter().map(|number| (*number, round)));
        }
        for (number, last) in &self.known {
            let whole = found
                .get(number)
                .is_some_and(|titles| count(titles, &title(*last)) == titles.len());
            self.survived.lost += usize::from(!whole);
        }
        Ok(())
    }

    /// The titles of each story's newest revisions.
    fn titles(&self) -> Result<BTreeMap<usize, Vec<String>>, Failure> {
        let location = Location::parse(&format!("sqlite:{}", self.newsroom.data.join("store.db").display()))?;
        let store = Store::open(&location)?;
        let mut titles = BTreeMap::new();
        for number in 0..STORIES {
            let Ok(subject) = Subject::new(Noun::Story, &key(number)) else {
                continue;
            };
            let Some(Record::Entry(entry)) = store.read(|reader| reader.record(&subject))? else {
                continue;
            };
            let newest = entry
                .texts
                .values()
                .filter_map(|text| text.revisions.values().next_back());
            titles.insert(number, newest.map(|revision| revision.text.title.clone()).collect());
        }
        Ok(titles)
    }

    /// Waits until the public edition is what a clean press has made.
    fn catches_up(&self) -> Result<bool, Failure> {
        let (wanted, begin) = (head(&self.clean)?.root(), Clock::now());
        while begin.elapsed() < PATIENCE {
            if head(&self.newsroom)?.root() == wanted {
                return Ok(true);
            }
            thread::sleep(LOOK);
        }
        Ok(false)
    }
}

fn title(round: usize) -> String {
    format!("Batch {round:05}")
}

fn count(titles: &[String], wanted: &str) -> usize {
    titles.iter().filter(|title| *title == wanted).count()
}

fn kill(child: &mut Child) -> Result<ExitStatus, std::io::Error> {
    // It may have ended by itself; then its own status counts.
    let _ = child.kill();
    child.wait()
}

/// The public edition of a newsroom.
fn head(newsroom: &Newsroom) -> Result<Edition, Failure> {
    let library = Library::open_read_only(&newsroom.data.join("press").join("editions"))?;
    library
        .head()
        .ok_or_else(|| Failure::Broken("there is no public edition".to_owned()))
}

/// How many pages of an edition cannot be joined.
fn unreadable(edition: &Edition) -> Result<usize, Failure> {
    let mut broken = 0;
    for entry in edition.iter()? {
        let (path, record) = entry?;
        if let Err(error) = edition.join(&record) {
            note(&format!("{path}: {error}"));
            broken += 1;
        }
    }
    Ok(broken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_does_not_hold_is_told() {
        let mut survived = Survived {
            rounds: 3,
            ..Survived::default()
        };
        assert!(survived.is_whole());
        assert!(survived.rows().iter().all(|row| row.met != Some(false)));
        survived.torn = 1;
        assert!(!survived.is_whole());
        assert_eq!(survived.rows().iter().filter(|row| row.met == Some(false)).count(), 1);
    }
}
