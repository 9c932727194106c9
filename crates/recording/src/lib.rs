//! Recordings as they are handed in, made into the ones that pages name: how long they play, how large they are seen, and
//! without what an editor or a telephone wrote into them. A pure function of bytes, meant to run in a process of its own:
//! it reads what strangers made.

mod film;
mod refusal;
mod sound;

pub use refusal::Refusal;

/// The longest recording, in milliseconds: a day.
pub const DURATION_MAX: u64 = 24 * 3_600 * 1_000;
/// The largest width or height, in pixels.
pub const SIDE_MAX: u32 = 8_192;

/// A recording as the public is given it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recording {
    /// How long it plays, in milliseconds.
    pub duration: u64,
    /// Its width in pixels, the right way up; 0 if it is only heard.
    pub width: u32,
    /// Its height in pixels, the right way up; 0 if it is only heard.
    pub height: u32,
    /// Its bytes without what was written into it beside sound and pictures.
    pub bytes: Vec<u8>,
}

/// What a recording is by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Container {
    /// MPEG audio, layer 3 (ISO 11172-3).
    Mp3,
    /// Opus or Vorbis in Ogg (RFC 3533, RFC 7845).
    Ogg,
    /// Sound in an MPEG-4 file.
    M4a,
    /// A film in an MPEG-4 file.
    Mp4,
}

impl Container {
    /// What an ending of a name stands for.
    #[must_use]
    pub fn of_ending(ending: &str) -> Option<Container> {
        match ending {
            "mp3" => Some(Container::Mp3),
            "ogg" | "oga" | "opus" => Some(Container::Ogg),
            "m4a" => Some(Container::M4a),
            "mp4" => Some(Container::Mp4),
            _ => None,
        }
    }

    /// Its name for people.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Container::Mp3 => "MP3",
            Container::Ogg => "Ogg",
            Container::M4a => "M4A",
            Container::Mp4 => "MP4",
        }
    }
}

/// Looks at a recording and takes out what is not to be public.
///
/// # Errors
/// [`Refusal`], for whatever bytes.
pub fn take(bytes: Vec<u8>, container: Container) -> Result<Recording, Refusal> {
    let recording = match container {
        Container::Mp3 | Container::Ogg => sound::take(bytes, container)?,
        Container::M4a | Container::Mp4 => film::take(bytes, container)?,
    };
    if recording.duration == 0 || recording.duration > DURATION_MAX {
        return Err(Refusal::Length(container.as_str()));
    }
    let is_seen = recording.width > 0 && recording.height > 0;
    if recording.width > SIDE_MAX || recording.height > SIDE_MAX || is_seen != (container == Container::Mp4) {
        return Err(Refusal::Size(recording.width, recording.height));
    }
    Ok(recording)
}
