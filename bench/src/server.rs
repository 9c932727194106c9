//! `plenary serve` as a process of its own, and what it tells of its work.

use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::failure::Failure;
use crate::http::Visitor;
use crate::newsroom::Newsroom;

/// How long a server may take until it answers.
const PATIENCE: Duration = Duration::from_secs(120);
/// How often one asks whether it does.
const LOOK: Duration = Duration::from_millis(5);

/// What one press came to, as the server tells it.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Pressed {
    /// The public edition.
    pub edition: u64,
    /// Pages rendered.
    pub rendered: u64,
    /// Paths that changed.
    pub changed: u64,
    /// Waits for the disk.
    pub fsyncs: u64,
    /// How long it took.
    pub milliseconds: f64,
}

/// A running server. It is killed when this is dropped.
#[derive(Debug)]
pub struct Server {
    child: Child,
    address: SocketAddr,
    told: Arc<Mutex<Vec<Pressed>>>,
    /// From its start to its first answer.
    pub start: Duration,
}

impl Server {
    /// Starts the server on a free port of this machine and waits for its first answer.
    ///
    /// # Errors
    /// If it does not answer in time.
    pub fn start(newsroom: &Newsroom) -> Result<Server, Failure> {
        let failed = |error: std::io::Error| Failure::Program {
            program: "plenary serve".to_owned(),
            told: error.to_string(),
        };
        let address = free_address().map_err(failed)?;
        let mut command = Command::new(&newsroom.program);
        command
            .args(["serve", "--data"])
            .arg(&newsroom.data)
            .arg("--listen")
            .arg(address.to_string());
        command.env("PLENARY_LOG", "info").env("NO_COLOR", "1");
        command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped());
        let begin = Instant::now();
        let mut child = command.spawn().map_err(failed)?;
        let told = Arc::new(Mutex::new(Vec::new()));
        if let Some(words) = child.stderr.take() {
            let told = Arc::clone(&told);
            thread::spawn(move || listen(BufReader::new(words), &told));
        }
        let mut server = Server {
            child,
            address,
            told,
            start: Duration::ZERO,
        };
        server.wait_for_answer(begin)?;
        Ok(server)
    }

    /// Someone who visits it.
    pub fn visitor(&self) -> Visitor {
        Visitor::new(self.address)
    }

    /// What was pressed since it started.
    pub fn pressed(&self) -> Vec<Pressed> {
        self.told.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Kills it at once (SIGKILL).
    pub fn kill(mut self) {
        self.end();
    }

    fn end(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    fn wait_for_answer(&mut self, begin: Instant) -> Result<(), Failure> {
        loop {
            let answer = self.visitor().get("/en/");
            self.start = begin.elapsed();
            match answer {
                Ok(answer) if answer.status == 200 => return Ok(()),
                _ if self.start > PATIENCE => {
                    return Err(Failure::Broken("`plenary serve` does not answer".to_owned()));
                }
                _ => thread::sleep(LOOK),
            }
            if let Ok(Some(status)) = self.child.try_wait() {
                return Err(Failure::Broken(format!("`plenary serve` ended by itself: {status}")));
            }
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.end();
    }
}

fn free_address() -> Result<SocketAddr, std::io::Error> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()
}

fn listen(words: impl BufRead, told: &Mutex<Vec<Pressed>>) {
    for line in words.lines().map_while(Result::ok) {
        if let Some(pressed) = parse(&line) {
            told.lock().unwrap_or_else(PoisonError::into_inner).push(pressed);
        }
    }
}

/// Reads a line such as `… INFO pressed edition=3 rendered=7 changed=6 fsyncs=3 milliseconds=12.5`.
fn parse(line: &str) -> Option<Pressed> {
    let (_, fields) = line.split_once(" pressed ")?;
    let field = |name: &str| {
        fields
            .split(' ')
            .find_map(|field| field.strip_prefix(name)?.strip_prefix('='))
    };
    let number = |name: &str| field(name).and_then(|value| value.parse().ok());
    Some(Pressed {
        edition: number("edition")?,
        rendered: number("rendered")?,
        changed: number("changed")?,
        fsyncs: number("fsyncs")?,
        milliseconds: field("milliseconds")?.parse().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_server_tells_is_understood() {
        let line = "2026-01-01T00:00:00Z  INFO pressed edition=3 rendered=7 changed=6 fsyncs=4 milliseconds=12.5";
        let pressed = Pressed {
            edition: 3,
            rendered: 7,
            changed: 6,
            fsyncs: 4,
            milliseconds: 12.5,
        };
        assert_eq!(parse(line), Some(pressed));
        assert_eq!(parse("rendering: 5 of 9"), None);
        assert_eq!(parse("x INFO pressed edition=3"), None);
    }
}
