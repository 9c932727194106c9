//! The program while it runs: where it answers, what it answers, and its end.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use crate::program::{binary, words};

/// How long is waited for what should come soon, on a slow and busy machine.
pub(crate) const PATIENCE: Duration = Duration::from_secs(180);

/// A program that runs until it is interrupted.
pub(crate) struct Running {
    child: Child,
    lines: Receiver<String>,
}

impl Running {
    pub(crate) fn start(arguments: &[&str], temporary: &Path) -> Running {
        let mut command = Command::new(binary());
        command.args(arguments).env("TMPDIR", temporary).stdin(Stdio::null());
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        let (send, lines) = channel();
        std::thread::spawn(move || out.lines().map_while(Result::ok).try_for_each(|line| send.send(line)));
        Running { child, lines }
    }

    /// The home pages that it tells, by locale, as soon as they can be read.
    pub(crate) fn addresses(&self) -> BTreeMap<String, String> {
        let mut addresses = BTreeMap::new();
        loop {
            let line = self.lines.recv_timeout(PATIENCE).expect("it told no addresses");
            if line.contains("Ctrl-C") {
                return addresses;
            }
            if let Some((locale, address)) = line.trim().split_once(' ')
                && let Some(address) = address.trim().strip_prefix("http://")
            {
                addresses.insert(locale.to_owned(), address.to_owned());
            }
        }
    }

    pub(crate) fn interrupt(mut self) -> ExitStatus {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-INT", &id]).status().unwrap().success());
        self.child.wait().unwrap()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It has ended already unless a test failed.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Status and body of a page, by `host:port/path`.
pub(crate) fn get(address: &str) -> (u16, String) {
    let (head, body) = answer_of(address, "");
    let status = words(&head).split(' ').nth(1).unwrap().parse().unwrap();
    (status, words(&body))
}

/// Head and body of what is answered at an address, asked with a further header.
pub(crate) fn answer_of(address: &str, header: &str) -> (Vec<u8>, Vec<u8>) {
    let (host, path) = address.split_once('/').unwrap();
    let mut stream = TcpStream::connect(host).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    write!(
        stream,
        "GET /{path} HTTP/1.1\r\nhost: {host}\r\n{header}connection: close\r\n\r\n"
    )
    .unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let end = answer.windows(4).position(|window| window == b"\r\n\r\n").unwrap();
    let body = answer.split_off(end + 4);
    (answer, body)
}
