//! Pictures and recordings are looked at in a process of their own, which is this program once more: whatever a hostile
//! file does there, it does not do it where the data is. The process gets the file on its standard input and answers on its standard
//! output with one line of JSON and the bytes of all files.

use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};

use content::media::{Media, MediaFile, MediaKind};
use editorial::{Developed, Refused};
use serde::{Deserialize, Serialize};

/// The most that one picture may become, in bytes; a recording may become so much more than it was.
const ANSWER_MAX: usize = 64 * 1024 * 1024;

/// The first line of the answer.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Head {
    /// What was made; the bytes follow in the same order.
    Developed {
        /// In pixels, the right way up; 0 of what is not seen.
        width: u32,
        /// The same.
        height: u32,
        /// In milliseconds, of what plays.
        duration: Option<u64>,
        /// The smallest first.
        files: Vec<HeadFile>,
    },
    /// Why nothing was made; what to do follows after a semicolon.
    Refused(String),
}

/// One file that was made.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct HeadFile {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) content_type: String,
    pub(crate) ending: String,
    pub(crate) bytes: usize,
}

/// Makes of a picture what the public is given, in these widths; or of a recording.
pub(crate) fn develop(media: &Media, original: &[u8], widths: &[u32]) -> Result<Developed, Refused> {
    let is_picture = media.kind() == MediaKind::Picture;
    let (what, smaller) = match is_picture {
        true => ("picture", "make it smaller and save it as JPEG"),
        false => ("recording", "save it again from the original, as MP3 or MP4"),
    };
    let arguments = match is_picture {
        true => {
            let widths: Vec<String> = widths.iter().map(u32::to_string).collect();
            ["--widths".to_owned(), widths.join(",")]
        }
        false => ["--recording".to_owned(), ending_of(media).to_owned()],
    };
    let answer = ask(original, &arguments).map_err(|error| Refused {
        message: format!("the {what} could not be looked at: {error}"),
        remedy: format!("try again; if that does not help, {smaller}"),
    })?;
    let head = answer
        .iter()
        .position(|byte| *byte == b'\n')
        .and_then(|end| answer.split_at_checked(end));
    let parsed = head.and_then(|(head, rest)| Some((serde_json::from_slice(head).ok()?, rest.get(1..)?)));
    match parsed {
        Some((
            Head::Developed {
                width,
                height,
                duration,
                files,
            },
            bytes,
        )) => Ok(Developed {
            width,
            height,
            duration,
            files: split(files, bytes),
        }),
        Some((Head::Refused(reason), _)) => {
            let (message, remedy) = reason.rsplit_once("; ").unwrap_or((&reason, "save it again"));
            Err(Refused {
                message: message.to_owned(),
                remedy: remedy.to_owned(),
            })
        }
        None => Err(Refused {
            message: format!("the {what} takes more time or memory than one may"),
            remedy: smaller.to_owned(),
        }),
    }
}

fn ending_of(media: &Media) -> &str {
    media.subject.key().rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// The answer of the process; empty if it was stopped.
fn ask(original: &[u8], arguments: &[String]) -> std::io::Result<Vec<u8>> {
    let mut child = Command::new(std::env::current_exe()?)
        .arg("develop-media")
        .args(arguments)
        .env_clear()
        .current_dir("/")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let answer = talk(&mut child, original);
    // It may still write if the answer was too long; mostly it has ended, and then there is nothing to stop.
    drop(child.kill());
    child.wait()?;
    answer
}

fn talk(child: &mut Child, original: &[u8]) -> std::io::Result<Vec<u8>> {
    let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
    let mut answer = Vec::new();
    std::thread::scope(|scope| {
        scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(original)));
        match stdout {
            Some(stdout) => {
                let most = u64::try_from(original.len() + ANSWER_MAX).unwrap_or(u64::MAX);
                stdout.take(most).read_to_end(&mut answer)
            }
            None => Ok(0),
        }
    })?;
    Ok(answer)
}

fn split(files: Vec<HeadFile>, bytes: &[u8]) -> Vec<(MediaFile, Vec<u8>)> {
    let mut rest = bytes;
    let mut found = Vec::with_capacity(files.len());
    for file in files {
        let Some((own, after)) = rest.split_at_checked(file.bytes) else {
            break;
        };
        rest = after;
        let described = MediaFile {
            hash: blake3::hash(own).to_hex().to_string(),
            content_type: file.content_type,
            ending: file.ending,
            width: file.width,
            height: file.height,
            bytes: u64::try_from(own.len()).unwrap_or(u64::MAX),
        };
        found.push((described, own.to_vec()));
    }
    found
}
