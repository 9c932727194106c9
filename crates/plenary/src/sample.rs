//! The pages that a theme is judged on: those of the demonstration's texts, made with it in a folder that is removed
//! afterwards. Pictures stand in them by name and size alone.

use content::media::{Media, MediaFile, MediaKind};
use edition::Durability;
use editorial::{Actor, Developed, Files, ImportOptions, Refused, import};
use press::{Press, PressError, Stage};
use store::{Location, Store};
use theme::{FileMap, Finding, Pages};

use crate::error::{Failure, file};
use crate::{ambient, clock, embedded};

/// The address of the sample's pages.
const BASE: &str = "https://sample.example";
/// The size of its pictures.
const WIDTH: u32 = 1280;
const HEIGHT: u32 = 720;
/// How long its recordings play, in milliseconds.
const LENGTH: u64 = 60_000;

/// What was found on the sample's pages, and how many there are.
pub(crate) struct Judged {
    pub(crate) findings: Vec<Finding>,
    pub(crate) pages: usize,
}

/// Makes the sample's pages with a theme (its files as they are) and judges them.
pub(crate) fn judge(files: &FileMap, progress: &dyn Fn(&str, usize, usize)) -> Result<Judged, Failure> {
    let temporary = std::env::temp_dir();
    let folder = tempfile::Builder::new()
        .prefix("plenary-theme-")
        .tempdir()
        .map_err(file(&temporary))?;
    // Marks change nothing that could keep a theme from being made ready.
    let ready = ambient::of_files(&theme::marked(files)).map_err(Failure::Theme)?;
    let store = Store::open(&Location::parse(&format!(
        "sqlite:{}",
        folder.path().join("store.db").display()
    ))?)?;
    load(&store)?;
    let ambient = ambient::ambient(ready, BASE);
    let mut press = Press::open(&folder.path().join("press"), store, ambient, Durability::Relaxed)?;
    let told = |stage: Stage, done, total| progress(crate::commands::stage_name(stage), done, total);
    match press.catch_up(clock::now(), &told) {
        Ok(_) => {}
        Err(PressError::Render(route, error)) => return failed(PressError::Render(route, error)),
        Err(error) => return Err(error.into()),
    }
    let edition = press.library().head().ok_or(Failure::NothingPressed)?;
    let mut pages = Pages::new();
    for entry in edition.iter()? {
        let (path, record) = entry?;
        if record.content_type == render::HTML {
            let html = String::from_utf8_lossy(&edition.join(&record)?).into_owned();
            // Fragments are judged within the pages that show them.
            if html.contains("<html") {
                progress("judging", pages.count(), 0);
                pages.judge(&path, &html);
            }
        }
    }
    Ok(Judged {
        pages: pages.count(),
        findings: pages.findings(),
    })
}

/// A page that cannot be rendered is the theme's fault, or it is none of its author's.
fn failed(error: PressError) -> Result<Judged, Failure> {
    let PressError::Render(_, reason) = &error else {
        return Err(error.into());
    };
    match Finding::of_rendering(reason) {
        Some(finding) => Ok(Judged {
            findings: vec![finding],
            pages: 0,
        }),
        None => Err(error.into()),
    }
}

fn load(store: &Store) -> Result<(), Failure> {
    let files: Vec<(String, Vec<u8>)> = embedded::demo().into_iter().collect();
    let files = Files::from(files).developing(placeholder);
    let options = ImportOptions {
        dry_run: false,
        minor: false,
        now: clock::now(),
    };
    match import(store, &Actor::operator("theme check"), &files, &options, &|_| {}) {
        Ok(_) => Ok(()),
        Err(error) => Err(Failure::System(format!("the sample could not be made: {error}"))),
    }
}

/// A picture or recording that nobody looks at or listens to.
fn placeholder(media: &Media, original: &[u8]) -> Result<Developed, Refused> {
    let kinds: &[(&str, &str)] = match media.kind() {
        MediaKind::Picture => &[("image/webp", "webp"), ("image/jpeg", "jpg")],
        MediaKind::Film => &[("video/mp4", "mp4")],
        _ => &[("audio/mpeg", "mp3")],
    };
    let (width, height) = match media.kind() {
        MediaKind::Sound => (0, 0),
        _ => (WIDTH, HEIGHT),
    };
    let of_kind = |(content_type, ending): &(&str, &str)| {
        let bytes = [ending.as_bytes(), blake3::hash(original).as_bytes()].concat();
        let described = MediaFile {
            hash: blake3::hash(&bytes).to_hex().to_string(),
            content_type: (*content_type).to_owned(),
            ending: (*ending).to_owned(),
            width,
            height,
            bytes: u64::try_from(bytes.len()).unwrap_or_default(),
        };
        (described, bytes)
    };
    Ok(Developed {
        width,
        height,
        duration: (media.kind() != MediaKind::Picture).then_some(LENGTH),
        files: kinds.iter().map(of_kind).collect(),
    })
}
