//! Running a program and measuring it by what the system tells of it in `/proc`: time on the clock and on the
//! processor, and the most memory it had at once.

use std::fs::File;
use std::io::{Read, Seek};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::failure::{Failure, file};

/// How often one looks whether the program has ended.
const LOOK: Duration = Duration::from_millis(2);
/// Memory is looked at each so many looks.
const MEMORY_LOOKS: u32 = 10;
/// Ticks of the system's clock for processor time, in milliseconds: Linux tells 100 to the second.
const TICK_MS: u64 = 10;
/// So much of what a failed program said is told.
const TOLD_MAX: usize = 2_000;

/// What a program cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cost {
    /// From its start to its end.
    pub wall: Duration,
    /// Processor time of its own.
    pub user: Duration,
    /// Processor time that the system spent for it.
    pub system: Duration,
    /// The most memory it had at once, in KiB.
    pub peak_kib: u64,
}

impl Cost {
    /// Processor time altogether.
    pub fn processor(&self) -> Duration {
        self.user + self.system
    }

    /// One program after the other: times add up, the larger memory counts.
    pub fn then(self, next: Cost) -> Cost {
        Cost {
            wall: self.wall + next.wall,
            user: self.user + next.user,
            system: self.system + next.system,
            peak_kib: self.peak_kib.max(next.peak_kib),
        }
    }
}

/// Runs a program to its end; gives its cost and what it printed.
///
/// # Errors
/// If it cannot be started, or ends with another code than 0.
pub fn measured(command: &mut Command) -> Result<(Cost, String), Failure> {
    let name = command.get_program().to_string_lossy().into_owned();
    let failed = |error: std::io::Error| Failure::Program {
        program: name.clone(),
        told: error.to_string(),
    };
    let (mut out, mut err) = (scratch()?, scratch()?);
    let pipes = (out.try_clone().map_err(failed)?, err.try_clone().map_err(failed)?);
    command.stdin(Stdio::null()).stdout(pipes.0).stderr(pipes.1);
    let begin = Instant::now();
    let mut child = command.spawn().map_err(failed)?;
    let process = Path::new("/proc").join(child.id().to_string());
    let mut cost = Cost::default();
    let mut looks = 0;
    // A program that has ended keeps its times until it is waited for.
    while let Some((ended, user, system)) = times(&process) {
        (cost.user, cost.system) = (user, system);
        if ended {
            break;
        }
        if looks % MEMORY_LOOKS == 0 {
            cost.peak_kib = peak(&process).unwrap_or(0).max(cost.peak_kib);
        }
        looks += 1;
        std::thread::sleep(LOOK);
    }
    cost.wall = begin.elapsed();
    let status = child.wait().map_err(failed)?;
    if status.success() {
        return Ok((cost, text_of(&mut out)));
    }
    let told = text_of(&mut err);
    let tail = told.len().saturating_sub(TOLD_MAX);
    let told = told.get(tail..).unwrap_or(&told).trim().to_owned();
    Err(Failure::Program {
        program: name,
        told: format!("{status}: {told}"),
    })
}

/// Where a program is: named by a variable, beside this one, or found by the system.
pub fn find(variable: &str, name: &str) -> Option<PathBuf> {
    if let Some(path) = std::env::var_os(variable) {
        return Some(path.into());
    }
    // Tests stand one folder deeper than programs.
    let own = std::env::current_exe().unwrap_or_default();
    let beside = own.ancestors().skip(1).take(2).map(|folder| folder.join(name));
    let paths = std::env::var_os("PATH").unwrap_or_default();
    let on_path = std::env::split_paths(&paths).map(|folder| folder.join(name));
    beside.chain(on_path).find(|path| path.is_file())
}

/// Lets all that was written reach the disk, so that it costs nobody else's time.
pub fn settle() {
    // Without the program `sync` figures are a little less steady, and no more.
    let _ = Command::new("sync").status();
}

/// The system's load over the last minute, as it tells it.
pub fn load() -> String {
    let told = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    told.split(' ').next().unwrap_or_default().to_owned()
}

fn scratch() -> Result<File, Failure> {
    tempfile::tempfile().map_err(file(&std::env::temp_dir()))
}

fn text_of(file: &mut File) -> String {
    let mut bytes = Vec::new();
    let read = file.rewind().and_then(|()| file.read_to_end(&mut bytes));
    read.map(|_| String::from_utf8_lossy(&bytes).into_owned())
        .unwrap_or_default()
}

/// Whether a process has ended, and its user and system time; see proc_pid_stat(5).
fn times(process: &Path) -> Option<(bool, Duration, Duration)> {
    let stat = std::fs::read_to_string(process.join("stat")).ok()?;
    let (_, fields) = stat.rsplit_once(')')?;
    let fields: Vec<&str> = fields.split_whitespace().collect();
    // Own times, and those of children that it has waited for.
    let ticks = |own: usize, children: usize| {
        let one = |at: usize| fields.get(at).and_then(|field| field.parse::<u64>().ok());
        Some(Duration::from_millis((one(own)? + one(children)?) * TICK_MS))
    };
    Some((fields.first() == Some(&"Z"), ticks(11, 13)?, ticks(12, 14)?))
}

/// The most memory that a process had at once, in KiB; see proc_pid_status(5).
fn peak(process: &Path) -> Option<u64> {
    let status = std::fs::read_to_string(process.join("status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches("kB").trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn a_program_is_measured_while_it_works() {
        let (cost, told) = measured(&mut shell(
            "i=0; while [ $i -lt 100000 ]; do i=$((i+1)); done; echo done $i",
        ))
        .unwrap();
        assert_eq!(told, "done 100000\n");
        assert!(cost.processor() >= Duration::from_millis(20), "{cost:?}");
        assert!(cost.wall >= cost.user / 2);
        assert!(cost.peak_kib > 200, "{cost:?}");
    }

    #[test]
    fn a_program_that_fails_is_told_with_its_words() {
        let failure = measured(&mut shell("echo why >&2; exit 3")).unwrap_err().to_string();
        assert!(failure.contains("why") && failure.contains('3'), "{failure}");
        assert!(measured(&mut Command::new("no-such-program-anywhere")).is_err());
    }

    #[test]
    fn costs_add_up_and_the_larger_memory_counts() {
        let second = Duration::from_secs(1);
        let one = Cost {
            wall: second,
            user: second,
            system: second,
            peak_kib: 7,
        };
        let both = one.then(Cost { peak_kib: 9, ..one });
        assert_eq!(
            (both.wall, both.processor(), both.peak_kib),
            (2 * second, 4 * second, 9)
        );
    }
}
