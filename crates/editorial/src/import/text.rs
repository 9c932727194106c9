//! Planning the import of one text: its words against those of the store, then what the public is to see of it.

use content::file::EntryFile;
use content::merge::Conflict;
use content::record::TextHistory;
use content::staleness::Equivalence;
use content::text::Pins;
use content::{Text, TextHash};
use language::Locale;

use super::entry::EntryPlan;
use super::publication::{self, PublicationPlan, Says};
use super::reading::field_problem;
use super::report::FileConflict;
use super::scene::{Scene, TextStanding};
use crate::equivalences::minor_changes;
use crate::words::{Beginning, Ground, NewWords, Planned, Source, identify_in, plan};

/// What is to be done for one text.
pub(super) struct TextPlan {
    pub(super) path: String,
    pub(super) locale: Locale,
    pub(super) slug: String,
    /// What is to be saved, if the words or pins have changed.
    pub(super) words: Option<NewWords>,
    /// What is declared minor along with it.
    pub(super) minor: Vec<Equivalence>,
    /// Former slugs that the store does not know.
    pub(super) former: Vec<String>,
    pub(super) publication: PublicationPlan,
    pub(super) notice: String,
    /// Whether readers need not be told of the change.
    pub(super) is_minor: bool,
    /// Whether shared fields have changed, which are told along with the source.
    pub(super) shared: bool,
}

impl EntryPlan {
    /// Plans one text; none if something is wrong with it, which is told.
    pub(super) fn plan_text(
        &mut self,
        scene: &Scene<'_>,
        path: String,
        mut file: EntryFile,
        source: Locale,
    ) -> Option<TextPlan> {
        let locale = file.locale;
        let planned = match self.plan_words(&mut file, source) {
            Ok(planned) => planned,
            Err(conflicts) => {
                self.tell_conflicts(scene, &path, &file, conflicts);
                return None;
            }
        };
        let publication = match self.plan_publication(scene, &file, &planned) {
            Ok(publication) => publication,
            Err((field, message, remedy)) => {
                self.problems
                    .push(field_problem(scene.files, &path, field, message, remedy));
                return None;
            }
        };
        let newest = self.text_standing(locale).and_then(|text| text.newest.as_ref());
        let slug = match (&planned.words, newest) {
            (Some(words), _) => words.text.slug.clone(),
            (None, newest) => newest?.text.slug.clone(),
        };
        let minor = match (newest, &planned.words) {
            (Some(newest), Some(words)) if locale == source && scene.minor => minor_changes(&newest.text, &words.text),
            _ => Vec::new(),
        };
        let known = |former: &String| {
            self.history(locale)
                .is_some_and(|history| history.old_slugs.contains(former))
        };
        let former = file
            .former
            .into_iter()
            .filter(|former| *former != slug && !known(former))
            .collect();
        let shared = locale == source && self.put.is_some();
        let changed = planned.words.as_ref().map_or(&[][..], |words| &words.places);
        let is_moved = !changed.is_empty() && changed.iter().all(|place| place == "slug");
        let notice = file.publication.notice;
        Some(TextPlan {
            path,
            locale,
            slug,
            words: planned.words,
            minor,
            former,
            publication,
            notice,
            is_minor: scene.minor || is_moved,
            shared,
        })
    }

    /// Compares the words of a file with those of the store. The marks of its blocks tell their identities then.
    fn plan_words(&self, file: &mut EntryFile, source: Locale) -> Result<Planned, Vec<Conflict>> {
        let standing = self.text_standing(file.locale);
        let is_source = file.locale == source;
        let source_text = self
            .source_text(source)
            .zip(self.source_pins.as_ref())
            .filter(|_| !is_source);
        let ground = Ground {
            subject: &self.subject,
            newest: standing.and_then(|text| text.newest.as_ref()),
            beginning: standing.map_or(&Beginning::Newest, |text| &text.beginning),
            source: source_text.map(|(text, pins)| Source { text, pins }),
            equivalences: &self.standing.equivalences,
        };
        let mut text = std::mem::take(&mut file.text);
        identify_in(&mut text.body, &ground);
        let mut of: Pins = file.of.iter().cloned().collect();
        for (block, mark) in text.body.blocks.iter().zip(&mut file.marks) {
            of.extend(mark.of.take().map(|hash| (block.id.0.clone(), hash)));
            mark.id = Some(block.id.0.clone());
        }
        plan(text, of, &ground)
    }

    fn plan_publication(
        &self,
        scene: &Scene<'_>,
        file: &EntryFile,
        planned: &Planned,
    ) -> Result<PublicationPlan, publication::Wrong> {
        let standing = self.text_standing(file.locale);
        let newest = standing
            .and_then(|text| text.newest.as_ref())
            .map(|newest| &newest.hash);
        let after: Option<&TextHash> = planned.words.as_ref().map(|words| &words.hash).or(newest);
        let is_older = standing.is_some_and(|text| matches!(text.beginning, Beginning::Older(_)));
        let says = Says {
            own: &planned.own,
            after: after.unwrap_or(&planned.own),
            is_older,
        };
        publication::plan(file, self.history(file.locale), &says, scene.now)
    }

    fn tell_conflicts(&mut self, scene: &Scene<'_>, path: &str, file: &EntryFile, conflicts: Vec<Conflict>) {
        for conflict in conflicts {
            let mark = file.marks.iter().find(|mark| mark.id.as_ref() == Some(&conflict.place));
            let line = mark.map(|mark| mark.line);
            let line = line.unwrap_or_else(|| field_problem(scene.files, path, &conflict.place, "", "").line);
            let subject = self.subject.clone();
            self.conflicts.push(FileConflict {
                file: path.to_owned(),
                line,
                subject,
                locale: file.locale,
                conflict,
            });
        }
    }

    /// The source as it will stand.
    pub(super) fn source_text(&self, source: Locale) -> Option<&Text> {
        let planned = self
            .texts
            .iter()
            .find(|text| text.locale == source)
            .and_then(|text| text.words.as_ref());
        let stored = || self.text_standing(source).and_then(|text| text.newest.as_ref());
        planned
            .map(|words| &words.text)
            .or_else(|| stored().map(|newest| &newest.text))
    }

    fn text_standing(&self, locale: Locale) -> Option<&TextStanding> {
        self.standing.texts.get(&locale)
    }

    /// What the store has of a text's publications.
    pub(super) fn history(&self, locale: Locale) -> Option<&TextHistory> {
        self.standing.entry.as_ref().and_then(|entry| entry.texts.get(&locale))
    }
}
