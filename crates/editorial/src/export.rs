//! Writing all that the store has as files, in the form in which they are taken in.

use std::io;

use content::file::entry::FilePublication;
use content::file::export::{EntryExport, write_about, write_entry, write_fact, write_post, write_site, write_tag};
use content::file::{path_beside, path_of};
use content::media::Media;
use content::record::{Entry, Record, TextHistory};
use content::{Noun, Subject};
use language::Locale;
use store::{Reader, Store};

use crate::equivalences::{equivalences, settled};
use crate::error::EditorialError;
use crate::import::{Progress, Stage};

/// Records that are read at once.
const RECORDS_AT_ONCE: usize = 500;

/// Where the files of an export go: path, relative to the content folder, and bytes.
pub type Writing<'a> = &'a mut dyn FnMut(&str, &[u8]) -> io::Result<()>;

/// Writes everything that is not deleted, in a fixed order, and gives the number of files. What is taken in from these
/// files into an empty store is written from there as the same bytes.
///
/// A text is written as its last publication has it: what is still a draft beside it stays in the store, because a file
/// says of one text only whether it is public.
///
/// # Errors
/// [`EditorialError::Write`] if a file could not be written; [`EditorialError::NoBytes`] for media without any;
/// those of the store.
pub fn export(store: &Store, write: Writing<'_>, progress: &dyn Fn(Progress)) -> Result<usize, EditorialError> {
    store.read(|reader| {
        let mut total = 0;
        for noun in Noun::ALL {
            total += usize::try_from(reader.count(noun)?).unwrap_or(0);
        }
        let mut export = Export {
            reader,
            write,
            files: 0,
        };
        let (mut done, mut after): (usize, Option<Subject>) = (0, None);
        loop {
            let records = export.reader.records_after(after.as_ref(), RECORDS_AT_ONCE)?;
            let Some(last) = records.last() else {
                return Ok(export.files);
            };
            after = Some(last.subject().clone());
            for record in &records {
                export.record(record)?;
                done += usize::from(!matches!(record, Record::Deleted(_)));
                progress(Progress {
                    stage: Stage::Writing,
                    done,
                    total,
                });
            }
        }
    })
}

struct Export<'e> {
    reader: &'e mut Reader,
    write: Writing<'e>,
    files: usize,
}

impl Export<'_> {
    fn record(&mut self, record: &Record) -> Result<(), EditorialError> {
        let file = match record {
            Record::Entry(entry) => return self.entry(entry),
            Record::Media(media) => return self.media(media),
            Record::Deleted(_) => return Ok(()),
            Record::Tag(tag) => write_tag(tag),
            Record::Fact(fact) => write_fact(fact),
            Record::Post(post) => write_post(post),
            Record::Site(site) => write_site(site),
        };
        self.file(&path_of(record.subject(), None), file.as_bytes())
    }

    fn entry(&mut self, entry: &Entry) -> Result<(), EditorialError> {
        let declared = equivalences(self.reader, &entry.subject)?;
        for (locale, history) in &entry.texts {
            let Some(number) = revision_of(history) else { continue };
            let Some(revision) = self.reader.revision(&entry.subject, *locale, number)? else {
                continue;
            };
            let is_source = *locale == entry.source;
            let pins = (!is_source).then(|| settled(&revision.pins, &declared));
            let former: Vec<String> = history
                .old_slugs
                .iter()
                .filter(|slug| **slug != revision.text.slug)
                .cloned()
                .collect();
            let file = write_entry(&EntryExport {
                text: &revision.text,
                source: is_source,
                pins: pins.as_ref(),
                revision: &revision.hash,
                publication: publication_of(history),
                former: &former,
                meta: is_source.then_some(&entry.meta),
            });
            self.text(entry, *locale, &file)?;
        }
        Ok(())
    }

    fn text(&mut self, entry: &Entry, locale: Locale, file: &str) -> Result<(), EditorialError> {
        self.file(&path_of(&entry.subject, Some(locale)), file.as_bytes())
    }

    fn media(&mut self, media: &Media) -> Result<(), EditorialError> {
        if media.removed.is_some() {
            return Ok(());
        }
        if !media.about.is_empty() {
            self.file(&path_beside(&media.subject), write_about(&media.about).as_bytes())?;
        }
        let no_bytes = || EditorialError::NoBytes {
            subject: media.subject.clone(),
        };
        let bytes = self.reader.media_bytes(&media.hash)?.ok_or_else(no_bytes)?;
        self.file(&path_of(&media.subject, None), &bytes)
    }

    fn file(&mut self, path: &str, bytes: &[u8]) -> Result<(), EditorialError> {
        self.files += 1;
        (self.write)(path, bytes).map_err(|reason| EditorialError::Write {
            path: path.to_owned(),
            reason,
        })
    }
}

/// The revision that stands for a text: the last one that is or will be public, unless nothing is public any more.
fn revision_of(history: &TextHistory) -> Option<i64> {
    let newest = history.newest()?;
    let Some(last) = history.publications.last() else {
        return Some(newest.number);
    };
    let had_run_out = last.until.is_some_and(|until| until <= newest.at);
    let says_the_same = history
        .revisions
        .get(&last.revision)
        .is_some_and(|revision| revision.hash == newest.hash);
    Some(if had_run_out || says_the_same {
        newest.number
    } else {
        last.revision
    })
}

fn publication_of(history: &TextHistory) -> FilePublication {
    let last = history.publications.last();
    FilePublication {
        from: last.map(|last| last.from),
        until: last.and_then(|last| last.until),
        correction: last.map(|last| last.note.clone()).unwrap_or_default(),
        date: last.filter(|last| last.date != last.from).map(|last| last.date),
        withdrawn: history.withdrawal.as_ref().map(|withdrawal| withdrawal.at),
        notice: history
            .withdrawal
            .as_ref()
            .map(|withdrawal| withdrawal.notice.clone())
            .unwrap_or_default(),
    }
}
