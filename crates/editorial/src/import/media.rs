//! Importing a picture, recording or document: the file itself, what stands beside it, and what the store has of it.

use content::cues::{self, Form};
use content::file::Problem;
use content::media::{About, Media, MediaFile, MediaKind};
use content::{Record, Subject};

use super::Stop;
use super::files::{Developed, Files, Refused};
use super::references::{ReferencePlace, elsewhere};
use super::report::ImportItem;
use super::run::Run;
use super::scene::Scene;
use crate::put_media::Bytes;

/// More than this a minute of sound is dear for those who listen by telephone, in bits per second.
const THRIFTY: u64 = 48_000;

/// What the files of an import say of a picture, recording or document.
pub(super) struct Medium {
    pub(super) subject: Subject,
    /// The thing itself, with its path and bytes.
    pub(super) file: Option<(String, Media, Vec<u8>)>,
    /// What stands beside it, with its path.
    pub(super) about: Option<(String, About)>,
    /// What became of it, if that was found out ahead.
    pub(super) developed: Option<Result<Developed, Refused>>,
}

impl Medium {
    /// The paths of its files.
    pub(super) fn paths(&self) -> impl Iterator<Item = &String> {
        let file = self.file.iter().map(|(path, ..)| path);
        file.chain(self.about.iter().map(|(path, _)| path))
    }

    /// Makes what the public is given of it, apart from what the store has.
    pub(super) fn develop(&mut self, files: &Files<'_>) {
        self.developed = self
            .file
            .as_ref()
            .map(|(_, media, bytes)| developed(files, media, bytes));
    }
}

impl Run<'_, '_, '_> {
    /// Takes in a picture, recording or document, or tells what is wrong with it.
    pub(super) fn take_media(
        &mut self,
        scene: &Scene<'_>,
        medium: Medium,
        former: Option<&Record>,
    ) -> Result<(), Stop> {
        let former = match former {
            Some(Record::Media(former)) => Some(former),
            _ => None,
        };
        if let Some(problem) = was_removed(&medium, former) {
            self.refusal.problems.push(problem);
            return Ok(());
        }
        let (mut media, bytes) = match self.files_of(&medium, former) {
            Ok(found) => found,
            Err(problem) => {
                self.refusal.problems.push(problem);
                return Ok(());
            }
        };
        match &medium.about {
            Some((path, about)) => {
                media.about.clone_from(about);
                let owner = about.owner.iter().map(|owner| (owner, ReferencePlace::Field("owner")));
                for reference in elsewhere(path, owner, &scene.subjects) {
                    self.check_reference(scene, &reference)?;
                }
            }
            None => media.about = former.map(|former| former.about.clone()).unwrap_or_default(),
        }
        if let Some((path, _, bytes)) = &medium.file {
            self.report.warnings.extend(warnings(path, &media, bytes));
        }
        if self.refusal.is_empty() {
            let outcome = self.desk.put_media(&media, &bytes)?;
            self.report.add(ImportItem {
                subject: medium.subject,
                locale: None,
                outcome,
                places: Vec::new(),
            });
        }
        Ok(())
    }

    /// The picture with all its files, and the bytes that the store does not have yet.
    fn files_of(&self, medium: &Medium, former: Option<&Media>) -> Result<(Media, Vec<Bytes>), Problem> {
        let Some((path, media, original)) = &medium.file else {
            let path = medium.about.as_ref().map_or("", |(path, _)| path.as_str());
            let message = format!(
                "there is no {}, neither in these files nor in the store",
                medium.subject
            );
            let remedy = "add the file to which this belongs, or correct the name";
            return former
                .map(|former| (former.clone(), Vec::new()))
                .ok_or_else(|| Problem::whole_file(path, message, remedy));
        };
        if let Some(former) = former.filter(|former| former.hash == media.hash) {
            return Ok((former.clone(), Vec::new()));
        }
        let developed = match &medium.developed {
            Some(developed) => developed.clone(),
            None => developed(self.files, media, original),
        };
        let developed = developed.map_err(|Refused { message, remedy }| Problem::whole_file(path, message, &remedy))?;
        let mut media = media.clone();
        (media.width, media.height) = (developed.width, developed.height);
        media.duration = developed.duration.or(media.duration);
        let mut bytes = vec![(media.hash.clone(), media.content_type.clone(), original.clone())];
        for (file, made) in developed.files {
            bytes.push((file.hash.clone(), file.content_type.clone(), made));
            media.files.push(file);
        }
        Ok((media, bytes))
    }
}

fn was_removed(medium: &Medium, former: Option<&Media>) -> Option<Problem> {
    let removal = former?.removed.as_ref()?;
    let path = medium.paths().next()?;
    let (what, at) = (name(former?.kind()), removal.at);
    let message = format!("this {what} was removed on {at} by {}", removal.actor);
    Some(Problem::whole_file(
        path,
        message,
        "remove the file, or give another one another name",
    ))
}

fn name(kind: MediaKind) -> &'static str {
    match kind {
        MediaKind::Picture => "picture",
        MediaKind::Sound | MediaKind::Film => "recording",
        MediaKind::Words => "text",
        MediaKind::Document => "document",
    }
}

/// What the public is given. Words have been read already, and documents stay as they are; all else is looked at where
/// no harm can be done.
fn developed(files: &Files<'_>, media: &Media, bytes: &[u8]) -> Result<Developed, Refused> {
    let made = |made: Vec<(MediaFile, Vec<u8>)>| Developed {
        width: 0,
        height: 0,
        duration: None,
        files: made,
    };
    match media.kind() {
        MediaKind::Words => Ok(made(words(media))),
        MediaKind::Document => {
            let file = MediaFile::of(bytes, &media.content_type, "pdf");
            Ok(made(vec![(file, bytes.to_vec())]))
        }
        MediaKind::Picture | MediaKind::Sound | MediaKind::Film => files.develop(media, bytes),
    }
}

/// Captions for players, if there are times, and the words as plain text.
fn words(media: &Media) -> Vec<(MediaFile, Vec<u8>)> {
    let has_times = media.duration.is_some();
    let captions = has_times.then(|| (cues::to_vtt(&media.cues), "text/vtt; charset=utf-8", "vtt"));
    let text = (cues::to_text(&media.cues), "text/plain; charset=utf-8", "txt");
    captions
        .into_iter()
        .chain([text])
        .map(|(text, content_type, ending)| {
            let bytes = text.into_bytes();
            (MediaFile::of(&bytes, content_type, ending), bytes)
        })
        .collect()
}

/// What is taken all the same, and might be better.
fn warnings(path: &str, media: &Media, bytes: &[u8]) -> Vec<Problem> {
    match media.kind() {
        MediaKind::Sound => {
            let dear = media.bits_per_second().filter(|bits| *bits > THRIFTY);
            let told = dear.map(|bits| {
                let message = format!(
                    "it takes {} kbit/s; those who listen by telephone pay for it",
                    bits / 1_000
                );
                let remedy = format!("save speech with {} kbit/s and one channel", THRIFTY / 1_000);
                Problem::whole_file(path, message, remedy)
            });
            told.into_iter().collect()
        }
        MediaKind::Words => {
            let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
            let form = Form::of_ending(ending).unwrap_or(Form::Plain);
            let reading = cues::read(form, &String::from_utf8_lossy(bytes)).unwrap_or_default();
            let told = reading.warnings.into_iter().map(|fault| Problem {
                line: fault.line,
                ..Problem::whole_file(path, fault.message, fault.remedy)
            });
            told.collect()
        }
        MediaKind::Picture | MediaKind::Film | MediaKind::Document => Vec::new(),
    }
}
