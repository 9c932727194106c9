//! Waking the process that presses from another one on the same machine: a datagram to a socket in the data directory.
//! If it is lost, the slow look at the change log finds the change all the same.

use std::os::unix::net::UnixDatagram;
use std::path::{Path, PathBuf};

use crate::error::{Failure, file};

fn socket(data: &Path) -> PathBuf {
    data.join("press.sock")
}

/// Wakes whoever listens; nobody may.
pub(crate) fn wake(data: &Path) {
    if let Ok(sender) = UnixDatagram::unbound() {
        let _ = sender.send_to(b"wake", socket(data));
    }
}

/// Calls `on_wake` whenever another process wakes us, on a thread of its own, until the program ends.
pub(crate) fn listen(data: &Path, on_wake: impl Fn() + Send + 'static) -> Result<(), Failure> {
    let path = socket(data);
    match std::fs::remove_file(&path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(Failure::File(path, error)),
        _ => {}
    }
    let receiver = match UnixDatagram::bind(&path) {
        Ok(receiver) => receiver,
        Err(error) if error.kind() == std::io::ErrorKind::InvalidInput => {
            // The path is longer than the system's sockets allow: the slow look has to do.
            tracing::warn!(
                "{} is too long a path for a socket; changes show a little later",
                path.display()
            );
            return Ok(());
        }
        Err(error) => return Err(file(&path)(error)),
    };
    std::thread::spawn(move || {
        let mut buffer = [0; 16];
        while receiver.recv(&mut buffer).is_ok() {
            on_wake();
        }
    });
    Ok(())
}
