//! `plenary develop-media`: one picture or recording, from the standard input to the standard output, in a process that
//! holds nothing else and may take neither much memory nor much time. See [`crate::developing`], which starts it.

use std::io::{Read, Write, stdin, stdout};

use content::media::MediaKind;
use recording::Container;
use rlimit::Resource;

use crate::arguments::DevelopMedia;
use crate::developing::{Head, HeadFile};
use crate::error::Failure;

/// The most memory that may be mapped, in bytes: decoding has a limit of its own, of which this is the wall.
const MEMORY_MAX: u64 = 4 * 1024 * 1024 * 1024;
/// The most time that it may compute, in seconds.
const SECONDS_MAX: u64 = 60;

/// What is answered: the first line, and the files behind it.
type Answer = (Head, Vec<Vec<u8>>);

pub(super) fn run(arguments: &DevelopMedia) -> Result<(), Failure> {
    let failed = |error: std::io::Error| Failure::Picture(error.to_string());
    rlimit::setrlimit(Resource::AS, MEMORY_MAX, MEMORY_MAX).map_err(failed)?;
    rlimit::setrlimit(Resource::CPU, SECONDS_MAX, SECONDS_MAX).map_err(failed)?;
    rlimit::setrlimit(Resource::FSIZE, 0, 0).map_err(failed)?;
    let mut bytes = Vec::new();
    stdin().lock().read_to_end(&mut bytes).map_err(failed)?;
    let (head, files) = match &arguments.recording {
        Some(ending) => recording(bytes, ending),
        None => picture(&bytes, &arguments.widths),
    };
    let mut out = stdout().lock();
    let head = serde_json::to_vec(&head).map_err(|error| Failure::Picture(error.to_string()))?;
    out.write_all(&head).map_err(failed)?;
    out.write_all(b"\n").map_err(failed)?;
    for file in files {
        out.write_all(&file).map_err(failed)?;
    }
    out.flush().map_err(failed)
}

fn picture(bytes: &[u8], widths: &[u32]) -> Answer {
    let developed = match picture::develop(bytes, widths) {
        Ok(developed) => developed,
        Err(refusal) => return (Head::Refused(refusal.to_string()), Vec::new()),
    };
    let files = developed.renditions.iter().map(|rendition| HeadFile {
        width: rendition.width,
        height: rendition.height,
        content_type: rendition.format.content_type().to_owned(),
        ending: rendition.format.ending().to_owned(),
        bytes: rendition.bytes.len(),
    });
    let head = Head::Developed {
        width: developed.width,
        height: developed.height,
        duration: None,
        files: files.collect(),
    };
    let files = developed.renditions.into_iter().map(|rendition| rendition.bytes);
    (head, files.collect())
}

fn recording(bytes: Vec<u8>, ending: &str) -> Answer {
    let container = Container::of_ending(ending);
    let taken = container.map(|container| recording::take(bytes, container));
    let taken = match taken {
        Some(Ok(taken)) => taken,
        Some(Err(refusal)) => return (Head::Refused(refusal.to_string()), Vec::new()),
        None => {
            let reason = format!("no recording ends in {ending:?}; name it as what it is");
            return (Head::Refused(reason), Vec::new());
        }
    };
    let content_type = MediaKind::of_name(&format!(".{ending}")).map_or("", |(_, content_type)| content_type);
    let head = Head::Developed {
        width: taken.width,
        height: taken.height,
        duration: Some(taken.duration),
        files: vec![HeadFile {
            width: taken.width,
            height: taken.height,
            content_type: content_type.to_owned(),
            ending: ending.to_owned(),
            bytes: taken.bytes.len(),
        }],
    };
    (head, vec![taken.bytes])
}
