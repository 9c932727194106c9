//! Importing a picture: the file itself, what stands beside it, and what the store has of it.

use content::file::Problem;
use content::media::{About, Media};
use content::{Record, Subject};

use super::Stop;
use super::files::{Developed, Files, Refused};
use super::report::ImportItem;
use super::run::Run;
use crate::put_media::Bytes;

/// What the files of an import say of a picture.
pub(super) struct Picture {
    pub(super) subject: Subject,
    /// The picture, with its path and bytes.
    pub(super) file: Option<(String, Media, Vec<u8>)>,
    /// What stands beside it, with its path.
    pub(super) about: Option<(String, About)>,
    /// What became of it, if that was found out ahead.
    pub(super) developed: Option<Result<Developed, Refused>>,
}

impl Picture {
    /// The paths of its files.
    pub(super) fn paths(&self) -> impl Iterator<Item = &String> {
        let file = self.file.iter().map(|(path, ..)| path);
        file.chain(self.about.iter().map(|(path, _)| path))
    }

    /// Makes what the public is given of it, apart from what the store has.
    pub(super) fn develop(&mut self, files: &Files<'_>) {
        self.developed = self.file.as_ref().map(|(_, _, bytes)| files.develop(bytes));
    }
}

impl Run<'_, '_, '_> {
    /// Takes in a picture, or tells what is wrong with it.
    pub(super) fn take_picture(&mut self, picture: Picture, former: Option<&Record>) -> Result<(), Stop> {
        let former = match former {
            Some(Record::Media(former)) => Some(former),
            _ => None,
        };
        if let Some(problem) = was_removed(&picture, former) {
            self.refusal.problems.push(problem);
            return Ok(());
        }
        let (mut media, bytes) = match self.files_of(&picture, former) {
            Ok(found) => found,
            Err(problem) => {
                self.refusal.problems.push(problem);
                return Ok(());
            }
        };
        match picture.about {
            Some((_, about)) => media.about = about,
            None => media.about = former.map(|former| former.about.clone()).unwrap_or_default(),
        }
        if self.refusal.is_empty() {
            let outcome = self.desk.put_media(&media, &bytes)?;
            self.report.add(ImportItem {
                subject: picture.subject,
                locale: None,
                outcome,
                places: Vec::new(),
            });
        }
        Ok(())
    }

    /// The picture with all its files, and the bytes that the store does not have yet.
    fn files_of(&self, picture: &Picture, former: Option<&Media>) -> Result<(Media, Vec<Bytes>), Problem> {
        let Some((path, media, original)) = &picture.file else {
            let path = picture.about.as_ref().map_or("", |(path, _)| path.as_str());
            let message = format!(
                "there is no {}, neither in these files nor in the store",
                picture.subject
            );
            let remedy = "add the picture to which this belongs, or correct the name";
            return former
                .map(|former| (former.clone(), Vec::new()))
                .ok_or_else(|| Problem::whole_file(path, message, remedy));
        };
        if let Some(former) = former.filter(|former| former.hash == media.hash) {
            return Ok((former.clone(), Vec::new()));
        }
        let developed = match &picture.developed {
            Some(developed) => developed.clone(),
            None => self.files.develop(original),
        };
        let developed = developed.map_err(|Refused { message, remedy }| Problem::whole_file(path, message, &remedy))?;
        let mut media = media.clone();
        (media.width, media.height) = (developed.width, developed.height);
        let mut bytes = vec![(media.hash.clone(), media.content_type.clone(), original.clone())];
        for (file, made) in developed.files {
            bytes.push((file.hash.clone(), file.content_type.clone(), made));
            media.files.push(file);
        }
        Ok((media, bytes))
    }
}

fn was_removed(picture: &Picture, former: Option<&Media>) -> Option<Problem> {
    let removal = former?.removed.as_ref()?;
    let path = picture.paths().next()?;
    let message = format!("this picture was removed on {} by {}", removal.at, removal.actor);
    Some(Problem::whole_file(
        path,
        message,
        "remove the file, or give another picture another name",
    ))
}
