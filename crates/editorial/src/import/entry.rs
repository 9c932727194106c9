//! Planning the import of one entry: its files against each other and against what the store has. Nothing is written
//! here, and nothing is asked: where the store is empty, threads plan ahead.

use std::collections::{BTreeMap, BTreeSet};

use content::file::{EntryFile, Problem};
use content::record::Entry;
use content::staleness::Equivalence;
use content::text::Pins;
use content::{Instant, Meta, Noun, Subject, Text};
use language::Locale;
use store::Revision;

use super::files::Files;
use super::publication::{self, PublicationPlan, Says};
use super::reading::{Group, field_problem};
use super::references::{self, Reference};
use super::report::FileConflict;
use super::source::source_of;
use crate::equivalences::minor_changes;
use crate::revise::{Beginning, Ground, NewWords, Planned, identify_in, plan as plan_words};

/// What all plans of an import hang on.
pub(super) struct Scene<'a> {
    pub(super) files: &'a Files<'a>,
    /// The subjects that the files are about.
    pub(super) subjects: BTreeSet<Subject>,
    /// The site's locales, where they are known.
    pub(super) locales: Option<Vec<Locale>>,
    pub(super) now: Instant,
    pub(super) minor: bool,
}

/// What the store has of an entry.
#[derive(Default)]
pub(super) struct Standing {
    pub(super) entry: Option<Entry>,
    /// The texts that the files are about, and the source.
    pub(super) texts: BTreeMap<Locale, TextStanding>,
    pub(super) equivalences: Vec<Equivalence>,
}

/// What the store has of a text.
pub(super) struct TextStanding {
    pub(super) newest: Option<Revision>,
    /// The revision that the file was made from.
    pub(super) beginning: Beginning,
}

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
}

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
    /// Whether shared fields have changed, which are told along with the source.
    pub(super) shared: bool,
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
        let elsewhere = references::of_entry(path, file).filter(|reference| !scene.subjects.contains(&reference.to));
        self.references.extend(elsewhere);
    }

    fn plan_texts(&mut self, scene: &Scene<'_>, source: Locale, texts: Vec<(String, EntryFile)>) {
        let files = scene.files;
        let is_public = texts
            .iter()
            .find(|(_, file)| file.locale == source)
            .map(|(_, file)| file.publication.from.is_some());
        let source_public = is_public.unwrap_or_else(|| {
            self.standing
                .entry
                .as_ref()
                .and_then(|entry| entry.texts.get(&source))
                .is_some_and(|text| !text.publications.is_empty())
        });
        for (path, mut file) in texts {
            if file.locale == source {
                let meta = file.meta.take().unwrap_or_default();
                if self.subject.noun() == Noun::Announcement && meta.period.is_none() {
                    let remedy = "write period = { from = 2021-12-02, until = 2022-12-02 }";
                    let message = "an announcement says from when until when it runs";
                    self.problems
                        .push(field_problem(files, &path, "period", message, remedy));
                }
                let stands = |entry: &Entry| entry.source == source && entry.meta == meta;
                if !self.standing.entry.as_ref().is_some_and(stands) {
                    self.put = Some((source, meta));
                }
            } else {
                self.check_translation(scene, &path, &file, source, source_public);
            }
            if let Some(text) = self.plan_text(scene, path, file, source) {
                self.texts.push(text);
            }
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

    fn plan_text(&mut self, scene: &Scene<'_>, path: String, file: EntryFile, source: Locale) -> Option<TextPlan> {
        let locale = file.locale;
        let is_source = locale == source;
        let Planned { own, words } = match self.plan_words(&file, source) {
            Ok(planned) => planned,
            Err(conflicts) => {
                let tell = |conflict| self.conflict(scene.files, &path, &file, conflict);
                let told: Vec<FileConflict> = conflicts.into_iter().map(tell).collect();
                self.conflicts.extend(told);
                return None;
            }
        };
        let standing = self.standing.texts.get(&locale);
        let newest = standing.and_then(|text| text.newest.as_ref());
        let minor = match (newest, &words) {
            (Some(newest), Some(words)) if is_source && scene.minor => minor_changes(&newest.text, &words.text),
            _ => Vec::new(),
        };
        let history = self.standing.entry.as_ref().and_then(|entry| entry.texts.get(&locale));
        let after = words
            .as_ref()
            .map(|words| &words.hash)
            .or(newest.map(|newest| &newest.hash))?;
        let is_older = standing.is_some_and(|text| matches!(text.beginning, Beginning::Older(_)));
        let says = Says {
            own: &own,
            after,
            is_older,
        };
        let publication = match publication::plan(&file, history, &says, scene.now) {
            Ok(publication) => publication,
            Err((field, message, remedy)) => {
                self.problems
                    .push(field_problem(scene.files, &path, field, message, remedy));
                return None;
            }
        };
        let slug = words
            .as_ref()
            .map(|words| &words.text.slug)
            .or(newest.map(|newest| &newest.text.slug))?
            .clone();
        let known = |former: &String| history.is_some_and(|history| history.old_slugs.contains(former));
        let former = file
            .former
            .into_iter()
            .filter(|former| *former != slug && !known(former))
            .collect();
        self.standing.equivalences.extend(minor.iter().cloned());
        let (notice, shared) = (file.publication.notice, is_source && self.put.is_some());
        Some(TextPlan {
            path,
            locale,
            slug,
            words,
            minor,
            former,
            publication,
            notice,
            shared,
        })
    }

    fn plan_words(&self, file: &EntryFile, source: Locale) -> Result<Planned, Vec<content::merge::Conflict>> {
        let standing = self.standing.texts.get(&file.locale);
        let source_text = if file.locale == source {
            None
        } else {
            self.source_text(source)
        };
        let ground = Ground {
            subject: &self.subject,
            newest: standing.and_then(|text| text.newest.as_ref()),
            beginning: standing.map_or(&Beginning::Newest, |text| &text.beginning),
            source: source_text,
            equivalences: &self.standing.equivalences,
        };
        let mut text = file.text.clone();
        identify_in(&mut text.body, &ground);
        let marks = text.body.blocks.iter().zip(&file.marks);
        let of = marks.filter_map(|(block, mark)| Some((block.id.0.clone(), mark.of.clone()?)));
        let of: Pins = of.chain(file.of.iter().cloned()).collect();
        plan_words(text, of, &ground)
    }

    /// The source as it will stand.
    fn source_text(&self, source: Locale) -> Option<&Text> {
        let planned = self
            .texts
            .iter()
            .find(|text| text.locale == source)
            .and_then(|text| text.words.as_ref());
        let stored = || self.standing.texts.get(&source).and_then(|text| text.newest.as_ref());
        planned
            .map(|words| &words.text)
            .or_else(|| stored().map(|newest| &newest.text))
    }

    fn conflict(
        &self,
        files: &Files<'_>,
        path: &str,
        file: &EntryFile,
        conflict: content::merge::Conflict,
    ) -> FileConflict {
        let mark = file.marks.iter().find(|mark| mark.id.as_ref() == Some(&conflict.place));
        let line = mark.map(|mark| mark.line);
        let line = line.unwrap_or_else(|| field_problem(files, path, &conflict.place, "", "").line);
        FileConflict {
            file: path.to_owned(),
            line,
            subject: self.subject.clone(),
            locale: file.locale,
            conflict,
        }
    }
}

/// The names of the shared fields that a file gives.
fn given_fields(meta: &Meta) -> Vec<&'static str> {
    let given = [
        ("tags", !meta.tags.is_empty()),
        ("members", !meta.members.is_empty()),
        ("efforts", !meta.efforts.is_empty()),
        ("agency", meta.agency.is_some()),
        ("period", meta.period.is_some()),
        ("membership", meta.membership.is_some()),
        ("order", meta.order.is_some()),
    ];
    given
        .into_iter()
        .filter(|(_, given)| *given)
        .map(|(name, _)| name)
        .collect()
}
