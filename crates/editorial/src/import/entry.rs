//! Planning the import of one entry: its files against each other and against what the store has. Nothing is written
//! here, and nothing is asked: where the store is empty, threads plan ahead.

use content::file::{EntryFile, Problem, given_fields, lacking};
use content::record::Entry;
use content::text::Pins;
use content::{Meta, Subject, Text};
use language::Locale;

use super::files::Files;
use super::reading::{Group, field_problem};
use super::references::{self, Reference};
use super::report::FileConflict;
use super::scene::{Scene, Standing};
use super::source::source_of;
use super::text::TextPlan;
use crate::words::NewWords;

/// What is to be done for one entry, and what keeps it from being done.
pub(super) struct EntryPlan {
    pub(super) subject: Subject,
    pub(super) files: usize,
    /// Source and shared fields, if they are new or have changed.
    pub(super) put: Option<(Locale, Meta)>,
    /// The source first.
    pub(super) texts: Vec<TextPlan>,
    pub(super) standing: Standing,
    pub(super) problems: Vec<Problem>,
    pub(super) conflicts: Vec<FileConflict>,
    /// References to what no file of this import is about.
    pub(super) references: Vec<Reference>,
    /// What a translation made from the source as it will stand is pinned to.
    pub(super) source_pins: Option<Pins>,
}

/// Plans the import of one entry.
pub(super) fn plan_entry(scene: &Scene<'_>, group: Group, standing: Standing) -> EntryPlan {
    let mut plan = EntryPlan {
        subject: group.subject,
        files: group.files,
        put: None,
        texts: Vec::new(),
        standing,
        problems: group.problems,
        conflicts: Vec::new(),
        references: Vec::new(),
        source_pins: None,
    };
    let is_whole = plan.problems.is_empty();
    let mut texts = group.texts;
    for (path, file) in &texts {
        plan.check_alone(scene, path, file);
    }
    if !is_whole {
        // What the broken files would have said of the others, nobody knows.
        return plan;
    }
    match source_of(&texts, plan.standing.entry.as_ref()) {
        Ok(source) => {
            texts.sort_by_key(|(_, file)| (file.locale != source, file.locale));
            plan.plan_texts(scene, source, texts);
        }
        Err(wrong) => plan.problems.extend(
            wrong
                .into_iter()
                .map(|(path, message, remedy)| field_problem(scene.files, path, "source", message, remedy)),
        ),
    }
    plan.texts
        .iter_mut()
        .filter_map(|text| text.words.as_mut())
        .for_each(NewWords::encode);
    plan
}

impl EntryPlan {
    /// What can be said of a file without the others.
    fn check_alone(&mut self, scene: &Scene<'_>, path: &str, file: &EntryFile) {
        let locale = file.locale;
        if scene.locales.as_ref().is_some_and(|locales| !locales.contains(&locale)) {
            let message = format!("the site has no locale {locale}");
            let remedy = format!("add {locale} to the locales in site.toml, or remove the file");
            self.problems.push(Problem::whole_file(path, message, remedy));
        }
        self.references
            .extend(references::elsewhere(path, references::of_entry(file), &scene.subjects));
    }

    fn plan_texts(&mut self, scene: &Scene<'_>, source: Locale, texts: Vec<(String, EntryFile)>) {
        let files = scene.files;
        let is_public = texts
            .iter()
            .find(|(_, file)| file.locale == source)
            .map(|(_, file)| file.publication.from.is_some());
        let stored = |plan: &EntryPlan| plan.history(source).is_some_and(|text| !text.publications.is_empty());
        let source_public = is_public.unwrap_or_else(|| stored(self));
        for (path, mut file) in texts {
            let is_source = file.locale == source;
            if is_source {
                self.plan_shared(files, &path, source, file.meta.take().unwrap_or_default());
            } else {
                self.check_translation(scene, &path, &file, source, source_public);
                if self.source_pins.is_none() {
                    self.source_pins = self.source_text(source).map(Text::pins);
                }
            }
            if let Some(text) = self.plan_text(scene, path, file, source) {
                self.standing.equivalences.extend(text.minor.iter().cloned());
                self.texts.push(text);
            }
        }
    }

    /// Plans what all languages share.
    fn plan_shared(&mut self, files: &Files<'_>, path: &str, source: Locale, meta: Meta) {
        if let Some((field, message, remedy)) = lacking(self.subject.noun(), &meta) {
            self.problems.push(field_problem(files, path, field, message, remedy));
        }
        let stands = |entry: &Entry| entry.source == source && entry.meta == meta;
        if !self.standing.entry.as_ref().is_some_and(stands) {
            self.put = Some((source, meta));
        }
    }

    fn check_translation(
        &mut self,
        scene: &Scene<'_>,
        path: &str,
        file: &EntryFile,
        source: Locale,
        source_public: bool,
    ) {
        let files = scene.files;
        if let Some(meta) = &file.meta {
            let remedy = format!("remove it here; it stands in the file of the source, which is in {source}");
            for field in given_fields(meta) {
                let message = "this field is shared by all languages";
                self.problems
                    .push(field_problem(files, path, field, message, remedy.clone()));
            }
        }
        if file.publication.from.is_some() && !source_public {
            let message =
                format!("the source in {source} is not public, and a translation is public only along with it");
            let remedy = "publish the source too, or remove publish here";
            self.problems
                .push(field_problem(files, path, "publish", message, remedy));
        }
    }
}
