//! From a commit to the first answer that shows it: acts are done by this process, pressed and answered by another.

use std::collections::BTreeMap;
use std::os::unix::net::UnixDatagram;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant as Clock};

use content::Instant;
use edition::Library;
use editorial::{Actor, Files, ImportOptions, import};
use jiff::Timestamp;
use store::{Location, Store};

use crate::acts::{Act, Kind, Place, act};
use crate::chance::Chance;
use crate::corpus;
use crate::failure::{Failure, file};
use crate::figures::{Row, median, millis, note, percentile, short};
use crate::http::{Visitor, encoded};
use crate::newsroom::Newsroom;
use crate::process::load;
use crate::server::{Pressed, Server};

/// All pages of a story of which only the body changes, in milliseconds.
const BODY: f64 = 50.0;
/// All pages that a title, a new or a withdrawn story changes, in milliseconds.
const LISTED: f64 = 100.0;
/// These times may be so much longer on a site ten times as large.
const GROWTH: f64 = 1.5;
/// The larger site has so many times the stories.
const LARGER: usize = 10;
/// The pause between two looks at the pages.
const LOOK: Duration = Duration::from_micros(300);
/// How long one looks before a change counts as lost.
const PATIENCE: Duration = Duration::from_secs(30);
/// The pause after each act: what it left to do is none of the next one's business.
const PAUSE: Duration = Duration::from_millis(250);
/// When nothing may be stale any more.
const SETTLED: Duration = Duration::from_secs(1);
/// So many pages are compared with those of a clean press.
const SAMPLE: usize = 100;
/// The share of measurements that must keep the limit.
const SHARE: usize = 95;

/// What is measured.
#[derive(Debug, Clone)]
pub struct Visibility {
    /// How many stories.
    pub stories: usize,
    /// How often each kind of change is done.
    pub rounds: usize,
    /// Whether a site ten times as large is measured too.
    pub grown: bool,
    /// Where to work.
    pub work: PathBuf,
}

/// Times in milliseconds by change and page, and what was pressed for each change.
#[derive(Debug, Default)]
struct Seen {
    times: BTreeMap<(Kind, Place), Vec<f64>>,
    commits: BTreeMap<Kind, Vec<f64>>,
    presses: BTreeMap<Kind, Vec<Pressed>>,
    stale: usize,
    same_root: bool,
}

impl Visibility {
    /// Measures and gives the table's rows.
    ///
    /// # Errors
    /// If a program fails, a change never shows, or a file cannot be written.
    pub fn run(&self) -> Result<Vec<Row>, Failure> {
        let seen = self.measure(self.stories, &self.work.join("site"))?;
        let mut rows = rows_of(&seen, self.stories, 1.0);
        if self.grown {
            let larger = self.measure(self.stories * LARGER, &self.work.join("larger"))?;
            rows.extend(rows_of(&larger, self.stories * LARGER, GROWTH));
            rows.extend(growth(&seen, &larger));
        }
        Ok(rows)
    }

    fn measure(&self, stories: usize, folder: &Path) -> Result<Seen, Failure> {
        let corpus = corpus::write_content(stories, corpus::POSTS, folder)?;
        let newsroom = Newsroom::new(&folder.join("data"))?;
        newsroom.init()?;
        newsroom.set_address()?;
        newsroom.import(&corpus.content)?;
        let (_, pages) = newsroom.press(false)?;
        note(&format!("{pages} pages are pressed; load {}", load()));
        let server = Server::start(&newsroom)?;
        let desk = Desk::open(&newsroom)?;
        let mut seen = Seen::default();
        for round in 0..self.rounds {
            for kind in Kind::ALL {
                desk.do_and_watch(&act(&corpus.stories, kind, round, now()), kind, &server, &mut seen)?;
            }
            note(&format!("round {} of {}; load {}", round + 1, self.rounds, load()));
        }
        thread::sleep(SETTLED);
        compare(&newsroom, &server, folder, &mut seen)?;
        Ok(seen)
    }
}

/// Where acts are done, as any other process would do them.
struct Desk {
    store: Store,
    actor: Actor,
    socket: PathBuf,
}

impl Desk {
    fn open(newsroom: &Newsroom) -> Result<Desk, Failure> {
        let location = Location::parse(&format!("sqlite:{}", newsroom.data.join("store.db").display()))?;
        Ok(Desk {
            store: Store::open(&location)?,
            actor: Actor::operator("bench".to_owned()),
            socket: newsroom.data.join("press.sock"),
        })
    }

    fn do_and_watch(&self, act: &Act, kind: Kind, server: &Server, seen: &mut Seen) -> Result<(), Failure> {
        let pressed = server.pressed().len();
        let files = Files::from(act.files.clone());
        let options = ImportOptions {
            dry_run: false,
            minor: false,
            now: now(),
        };
        let mut visitor = server.visitor();
        for sign in &act.signs {
            if sign.is_seen(&visitor.get(&sign.path)?) {
                return Err(Failure::Broken(format!(
                    "{} shows {} before it is done",
                    sign.path,
                    kind.name()
                )));
            }
        }
        let begin = Clock::now();
        import(&self.store, &self.actor, &files, &options, &|_| ())?;
        let committed = Clock::now();
        self.wake()?;
        watch(act, kind, &mut visitor, committed, &mut seen.times)?;
        thread::sleep(PAUSE);
        seen.commits.entry(kind).or_default().push(millis(committed - begin));
        seen.presses
            .entry(kind)
            .or_default()
            .push(sum(server.pressed().get(pressed..).unwrap_or_default()));
        Ok(())
    }

    /// What the program sends to the process that presses.
    fn wake(&self) -> Result<(), Failure> {
        let sent = UnixDatagram::unbound().and_then(|sender| sender.send_to(b"wake", &self.socket));
        sent.map(drop).map_err(file(&self.socket))
    }
}

/// Asks for the pages in turn until all show the change.
fn watch(
    act: &Act,
    kind: Kind,
    visitor: &mut Visitor,
    begin: Clock,
    times: &mut BTreeMap<(Kind, Place), Vec<f64>>,
) -> Result<(), Failure> {
    let mut open: Vec<_> = act.signs.iter().collect();
    while !open.is_empty() {
        let mut still = Vec::new();
        for sign in open {
            if sign.is_seen(&visitor.get(&sign.path)?) {
                times
                    .entry((kind, sign.place))
                    .or_default()
                    .push(millis(begin.elapsed()));
            } else if begin.elapsed() > PATIENCE {
                return Err(Failure::Broken(format!("{}: {} never shows", sign.path, kind.name())));
            } else {
                still.push(sign);
            }
        }
        open = still;
        thread::sleep(LOOK);
    }
    Ok(())
}

fn sum(presses: &[Pressed]) -> Pressed {
    presses.iter().fold(Pressed::default(), |sum, next| Pressed {
        edition: next.edition,
        rendered: sum.rendered + next.rendered,
        changed: sum.changed + next.changed,
        fsyncs: sum.fsyncs + next.fsyncs,
        milliseconds: sum.milliseconds + next.milliseconds,
    })
}

/// Compares what is answered with what a clean press of the same store makes elsewhere.
fn compare(newsroom: &Newsroom, server: &Server, folder: &Path, seen: &mut Seen) -> Result<(), Failure> {
    let clean = newsroom.beside(&folder.join("clean"))?;
    clean.press(true)?;
    let head = |newsroom: &Newsroom| {
        let library = Library::open_read_only(&newsroom.data.join("press").join("editions"))?;
        library
            .head()
            .ok_or_else(|| Failure::Broken("nothing was pressed".to_owned()))
    };
    let (ours, theirs) = (head(newsroom)?, head(&clean)?);
    seen.same_root = ours.root() == theirs.root();
    let mut pages = Vec::new();
    for entry in theirs.iter()? {
        let (path, record) = entry?;
        if !path.starts_with('~') && record.status < 400 {
            pages.push((path, record));
        }
    }
    let mut chance = Chance::new(1, pages.len() as u64);
    let mut visitor = server.visitor();
    for _ in 0..SAMPLE {
        let Some((path, record)) = pages.get(chance.below(pages.len())) else {
            break;
        };
        let answer = visitor.get(&encoded(path))?;
        if answer.status != record.status || answer.body != theirs.join(record)? {
            note(&format!("stale: {path}"));
            seen.stale += 1;
        }
    }
    Ok(())
}

/// The rows of one site; `share` is how much of the limits it may take.
fn rows_of(seen: &Seen, stories: usize, share: f64) -> Vec<Row> {
    let mut rows = Vec::new();
    for ((kind, place), times) in &seen.times {
        let limit = share * if *kind == Kind::Body { BODY } else { LISTED };
        let (middle, most) = (median(times), percentile(times, 100));
        let high = percentile(times, SHARE);
        rows.push(Row {
            what: format!(
                "{stories} stories, {}: {}, median, {SHARE} in 100, max",
                kind.name(),
                place.name()
            ),
            figure: format!("{}, {}, {} ms", short(middle), short(high), short(most)),
            wanted: format!("{SHARE} in 100 at most {} ms", short(limit)),
            met: Some(high <= limit),
        });
    }
    for (kind, presses) in &seen.presses {
        let of = |pick: fn(&Pressed) -> f64| short(median(&presses.iter().map(pick).collect::<Vec<_>>()));
        let pages = of(|pressed| pressed.rendered as f64);
        let (fsyncs, time) = (of(|pressed| pressed.fsyncs as f64), of(|pressed| pressed.milliseconds));
        let commit = short(median(seen.commits.get(kind).map_or(&[], Vec::as_slice)));
        rows.push(Row::told(
            format!("{stories} stories, {}: press", kind.name()),
            format!("{pages} pages rendered, {fsyncs} waits for the disk, {time} ms; the act itself {commit} ms"),
        ));
    }
    rows.push(Row::at_most(
        format!("{stories} stories: stale pages of {SAMPLE}"),
        seen.stale as f64,
        0.0,
        "pages",
    ));
    rows.push(Row {
        what: format!("{stories} stories: the edition equals a clean one"),
        figure: if seen.same_root { "yes" } else { "no" }.to_owned(),
        wanted: "yes".to_owned(),
        met: Some(seen.same_root),
    });
    rows
}

fn growth(seen: &Seen, larger: &Seen) -> Vec<Row> {
    let ratio = |(key, times): (&(Kind, Place), &Vec<f64>)| {
        let grown = larger.times.get(key)?;
        let what = format!(
            "ten times the stories, {}: {}, median over median",
            key.0.name(),
            key.1.name()
        );
        Some(Row::at_most(what, median(grown) / median(times), GROWTH, "times"))
    };
    seen.times.iter().filter_map(ratio).collect()
}

fn now() -> Instant {
    Instant(Timestamp::now().as_millisecond())
}
