//! Where the server listens and the limits that keep it answering.

use std::net::SocketAddr;
use std::time::Duration;

/// Where and how to serve.
#[derive(Debug, Clone)]
pub struct ServeOptions {
    /// Address to listen on; port 0 lets the system choose.
    pub listen: SocketAddr,
    /// How many following ports to try when the port is taken.
    pub try_next_ports: u16,
    /// Whether visitors reach the server through TLS: then answers tell browsers to stay with it.
    pub behind_https: bool,
    /// Limits.
    pub limits: Limits,
}

impl ServeOptions {
    /// Serves on `listen` alone, with default limits.
    pub fn new(listen: SocketAddr) -> ServeOptions {
        ServeOptions {
            listen,
            try_next_ports: 0,
            behind_https: false,
            limits: Limits::default(),
        }
    }
}

/// What one server spends on its visitors at most.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Open connections; further ones wait in the system's queue. Fewer are taken when the process may not open as many
    /// files.
    pub max_connections: usize,
    /// Bytes of a request's first line and headers together.
    pub max_header_bytes: usize,
    /// Time for sending a request's headers, counted from the moment at which the connection is free: also the time
    /// that an idle connection is kept.
    pub header_timeout: Duration,
    /// A visitor who takes none of an answer for so long is cut off.
    pub stall_timeout: Duration,
    /// Time for open answers when the server stops.
    pub grace: Duration,
    /// Answers that are read, joined or compressed at the same time; others wait.
    pub max_preparations: usize,
    /// Bytes of joined and compressed answers kept in memory.
    pub max_body_bytes: usize,
    /// Records of the current edition kept in memory.
    pub max_pages: usize,
}

/// Default of [`Limits::max_connections`].
const MAX_CONNECTIONS: usize = 4096;
/// Default of [`Limits::max_header_bytes`].
const MAX_HEADER_BYTES: usize = 16 << 10;
/// Default of [`Limits::header_timeout`].
const HEADER_TIMEOUT: Duration = Duration::from_secs(15);
/// Default of [`Limits::stall_timeout`].
const STALL_TIMEOUT: Duration = Duration::from_secs(30);
/// Default of [`Limits::grace`].
const GRACE: Duration = Duration::from_secs(10);
/// Default of [`Limits::max_body_bytes`].
const MAX_BODY_BYTES: usize = 64 << 20;
/// Default of [`Limits::max_pages`].
const MAX_PAGES: usize = 8192;

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            max_connections: MAX_CONNECTIONS,
            max_header_bytes: MAX_HEADER_BYTES,
            header_timeout: HEADER_TIMEOUT,
            stall_timeout: STALL_TIMEOUT,
            grace: GRACE,
            max_preparations: 2 * std::thread::available_parallelism().map_or(1, usize::from),
            max_body_bytes: MAX_BODY_BYTES,
            max_pages: MAX_PAGES,
        }
    }
}
