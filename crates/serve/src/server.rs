//! Binding a port, accepting connections up to a bound, and stopping without cutting answers short.

use crate::answer::Answerer;
use crate::options::{Limits, ServeOptions};
use crate::search::{Searcher, follow};
use crate::{EditionHandle, connection};
use std::io::{self, ErrorKind};
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};

/// Files that the rest of the program may need while all connections are open.
const SPARE_FILES: usize = 256;
/// Pause after the system could not hand over a connection, for lack of files or memory.
const ACCEPT_PAUSE: Duration = Duration::from_millis(100);

/// Result of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why the server cannot serve.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No port could be taken.
    #[error(
        "cannot listen on {address} (ports tried: {tried}): {source}. Choose another port, or end what listens there"
    )]
    Bind {
        /// The first address tried.
        address: SocketAddr,
        /// How many ports were tried.
        tried: u32,
        /// Why the last one failed.
        source: io::Error,
    },
    /// The port was taken but cannot be used.
    #[error("cannot serve on {address}: {source}")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// Why.
        source: io::Error,
    },
}

/// The way to a [`BoundServer`].
#[derive(Debug)]
pub struct Server;

impl Server {
    /// Takes the port, or one of the following ones. Connections wait in the system's queue until [`BoundServer::run`].
    ///
    /// # Errors
    /// [`Error::Bind`] when no port is free or allowed.
    pub fn bind(options: ServeOptions) -> Result<BoundServer> {
        let mut tried = 0;
        loop {
            let port = u32::from(options.listen.port()) + tried;
            let address = SocketAddr::new(options.listen.ip(), u16::try_from(port).unwrap_or(u16::MAX));
            tried += 1;
            match listen(address) {
                Ok((listener, address)) => {
                    return Ok(BoundServer {
                        listener,
                        address,
                        options,
                    });
                }
                Err(error) if error.kind() == ErrorKind::AddrInUse && tried <= u32::from(options.try_next_ports) => {}
                Err(source) => {
                    return Err(Error::Bind {
                        address: options.listen,
                        tried,
                        source,
                    });
                }
            }
        }
    }
}

/// A server that has its port.
#[derive(Debug)]
pub struct BoundServer {
    listener: TcpListener,
    address: SocketAddr,
    options: ServeOptions,
}

impl BoundServer {
    /// The address on which it listens.
    pub fn local_addr(&self) -> SocketAddr {
        self.address
    }

    /// Answers visitors from `editions` until `shutdown` is ready; then open answers get their time to end.
    ///
    /// # Errors
    /// [`Error::Listen`] when the port cannot be used.
    pub async fn run(self, editions: EditionHandle, shutdown: impl Future<Output = ()>) -> Result<()> {
        let address = self.address;
        let listener =
            tokio::net::TcpListener::from_std(self.listener).map_err(|source| Error::Listen { address, source })?;
        let limits = self.options.limits.clone();
        let max = bounded_by_files(limits.max_connections);
        let slots = Arc::new(Semaphore::new(max));
        let searcher = Arc::new(Searcher::new());
        let _following = follow(editions.clone(), Arc::clone(&searcher));
        let answerer = Arc::new(Answerer::new(editions, searcher, &limits, self.options.behind_https));
        let (stop, stopping) = watch::channel(false);
        tokio::select! {
            () = accept_all(&listener, &slots, &answerer, &limits, &stopping) => {}
            () = shutdown => {}
        }
        drop(listener);
        // Nobody listens when no connection is open.
        let _ = stop.send(true);
        let all = slots.acquire_many(u32::try_from(max).unwrap_or(u32::MAX));
        if tokio::time::timeout(limits.grace, all).await.is_err() {
            tracing::warn!("some answers were cut short: their visitors took too long");
        }
        Ok(())
    }
}

fn listen(address: SocketAddr) -> io::Result<(TcpListener, SocketAddr)> {
    let listener = TcpListener::bind(address)?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    Ok((listener, address))
}

async fn accept_all(
    listener: &tokio::net::TcpListener,
    slots: &Arc<Semaphore>,
    answerer: &Arc<Answerer>,
    limits: &Limits,
    stopping: &watch::Receiver<bool>,
) {
    // The semaphore is never closed.
    while let Ok(slot) = slots.clone().acquire_owned().await {
        match listener.accept().await {
            Ok((stream, _)) => open(stream, slot, answerer.clone(), limits.clone(), stopping.clone()),
            Err(error) if is_of_one_connection(&error) => {}
            Err(error) => {
                tracing::warn!(%error, "connections cannot be accepted for the moment");
                tokio::time::sleep(ACCEPT_PAUSE).await;
            }
        }
    }
}

fn open(
    stream: TcpStream,
    slot: OwnedSemaphorePermit,
    answerer: Arc<Answerer>,
    limits: Limits,
    stopping: watch::Receiver<bool>,
) {
    tokio::spawn(async move {
        connection::serve(stream, answerer, &limits, stopping).await;
        drop(slot);
    });
}

fn is_of_one_connection(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::ConnectionAborted
            | ErrorKind::ConnectionReset
            | ErrorKind::ConnectionRefused
            | ErrorKind::Interrupted
    )
}

/// The wanted number of connections, or fewer when the process may not open as many files and keep some for itself.
fn bounded_by_files(wanted: usize) -> usize {
    let allowed = std::fs::read_to_string("/proc/self/limits")
        .ok()
        .and_then(|limits| open_files(&limits));
    let bound = allowed.map_or(wanted, |files| wanted.min(files.saturating_sub(SPARE_FILES)));
    bound.clamp(1, Semaphore::MAX_PERMITS)
}

/// The soft limit of open files in the form of Linux' `/proc/self/limits`.
fn open_files(limits: &str) -> Option<usize> {
    let line = limits.lines().find_map(|line| line.strip_prefix("Max open files"))?;
    line.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_limit_of_open_files() {
        let limits = "Limit                     Soft Limit           Hard Limit           Units     \n\
                      Max open files            1024                 524288               files     \n";
        assert_eq!(open_files(limits), Some(1024));
        assert_eq!(open_files("Max open files   unlimited   unlimited   files"), None);
        assert_eq!(bounded_by_files(1), 1);
    }
}
