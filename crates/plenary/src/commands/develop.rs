//! `plenary develop-picture`: one picture, from the standard input to the standard output, in a process that holds
//! nothing else and may take neither much memory nor much time. See [`crate::developing`], which starts it.

use std::io::{Read, Write, stdin, stdout};

use picture::{Developed, develop};
use rlimit::Resource;

use crate::arguments::DevelopPicture;
use crate::developing::{Head, HeadFile};
use crate::error::Failure;

/// The most memory that may be mapped, in bytes: decoding has a limit of its own, of which this is the wall.
const MEMORY_MAX: u64 = 4 * 1024 * 1024 * 1024;
/// The most time that it may compute, in seconds.
const SECONDS_MAX: u64 = 60;

pub(super) fn run(arguments: &DevelopPicture) -> Result<(), Failure> {
    let failed = |error: std::io::Error| Failure::Picture(error.to_string());
    rlimit::setrlimit(Resource::AS, MEMORY_MAX, MEMORY_MAX).map_err(failed)?;
    rlimit::setrlimit(Resource::CPU, SECONDS_MAX, SECONDS_MAX).map_err(failed)?;
    rlimit::setrlimit(Resource::FSIZE, 0, 0).map_err(failed)?;
    let mut bytes = Vec::new();
    stdin().lock().read_to_end(&mut bytes).map_err(failed)?;
    let outcome = develop(&bytes, &arguments.widths);
    let (head, files) = match &outcome {
        Ok(developed) => (head(developed), developed.renditions.as_slice()),
        Err(refusal) => (Head::Refused(refusal.to_string()), &[][..]),
    };
    let mut out = stdout().lock();
    let head = serde_json::to_vec(&head).map_err(|error| Failure::Picture(error.to_string()))?;
    out.write_all(&head).map_err(failed)?;
    out.write_all(b"\n").map_err(failed)?;
    for file in files {
        out.write_all(&file.bytes).map_err(failed)?;
    }
    out.flush().map_err(failed)
}

fn head(developed: &Developed) -> Head {
    let files = developed.renditions.iter().map(|rendition| HeadFile {
        width: rendition.width,
        height: rendition.height,
        content_type: rendition.format.content_type().to_owned(),
        ending: rendition.format.ending().to_owned(),
        bytes: rendition.bytes.len(),
    });
    Head::Developed {
        width: developed.width,
        height: developed.height,
        files: files.collect(),
    }
}
