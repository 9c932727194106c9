//! One import within its transaction: subject by subject, judged against the store, and done as long as nothing is
//! wrong.

use std::collections::{BTreeMap, HashMap};

use content::file::{Parsed, Problem};
use content::media::MediaKind;
use content::{Noun, Record, Subject};
use language::Locale;
use serde_json::json;

use super::apply::apply;
use super::entry::{EntryPlan, plan_entry};
use super::files::Files;
use super::queue::{Job, in_order, jobs};
use super::reading::{Group, read_file, read_group};
use super::record;
use super::references::{elsewhere, of_post};
use super::report::{ImportItem, ImportReport, Refusal};
use super::scene::{Scene, Standing, Stored, TextStanding};
use super::{ImportOptions, Progress, Stage, Stop};
use crate::act::Act;
use crate::desk::Desk;
use crate::equivalences::equivalences;
use crate::error::EditorialError;
use crate::revise::Base;
use crate::roles::Object;

/// One import within its transaction.
pub(super) struct Run<'r, 'd, 'tx> {
    pub(super) desk: Desk<'d, 'tx>,
    pub(super) files: &'r Files<'r>,
    options: &'r ImportOptions,
    progress: &'r dyn Fn(Progress),
    /// Subjects that no file is about, and whether the store has them.
    pub(super) known: HashMap<Subject, bool>,
    /// Whose each address is by these files, and which file says so.
    pub(super) slugs: HashMap<(&'static str, String), (Subject, String)>,
    pub(super) refusal: Refusal,
    pub(super) report: ImportReport,
    done: usize,
}

/// What a thread makes of one subject's files.
enum Ready<'j> {
    Read(Box<Group>),
    /// A recording, which is read when its turn comes: only one is in memory at a time.
    Later(&'j Job),
    Planned(Box<EntryPlan>),
}

impl<'r, 'd, 'tx> Run<'r, 'd, 'tx> {
    pub(super) fn new(
        desk: Desk<'d, 'tx>,
        files: &'r Files<'r>,
        options: &'r ImportOptions,
        progress: &'r dyn Fn(Progress),
    ) -> Result<Run<'r, 'd, 'tx>, EditorialError> {
        desk.permit(Act::Import, &Object::SITE)?;
        let report = ImportReport {
            dry_run: options.dry_run,
            files: files.paths().len(),
            created: 0,
            changed: 0,
            unchanged: 0,
            seconds: 0.0,
            items: Vec::new(),
            warnings: Vec::new(),
        };
        Ok(Run {
            desk,
            files,
            options,
            progress,
            known: HashMap::new(),
            slugs: HashMap::new(),
            refusal: Refusal::default(),
            report,
            done: 0,
        })
    }

    /// Does it all.
    pub(super) fn run(mut self) -> Result<ImportReport, Stop> {
        let jobs = jobs(self.files.paths(), &mut self.refusal.problems);
        let scene = self.scene(&jobs)?;
        let work = |job| {
            if is_recording(job) {
                return Ready::Later(job);
            }
            let mut group = read_group(scene.files, job);
            if let Some(medium) = group.medium.as_mut().filter(|_| !scene.stored.may_have(&job.subject)) {
                medium.develop(scene.files);
            }
            if job.subject.noun().is_entry() && !scene.stored.may_have(&job.subject) {
                Ready::Planned(Box::new(plan_entry(&scene, group, Standing::default())))
            } else {
                Ready::Read(Box::new(group))
            }
        };
        in_order(&jobs, work, |ready| self.take(&scene, ready))?;
        if !self.refusal.is_empty() {
            self.refusal.problems.sort();
            self.refusal
                .conflicts
                .sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
            return Err(Stop::Refused(self.refusal));
        }
        let report = self.report;
        if report.created + report.changed > 0 {
            let permit = self.desk.permit(Act::Import, &Object::SITE)?;
            let detail = json!({
                "files": report.files, "created": report.created, "changed": report.changed, "unchanged": report.unchanged,
            });
            self.desk.audit(&permit, None, detail);
        }
        Ok(report)
    }

    fn scene(&mut self, jobs: &[Job]) -> Result<Scene<'r>, EditorialError> {
        let subjects = jobs.iter().map(|job| job.subject.clone()).collect();
        let locales = self.locales(jobs)?;
        let stored = Stored::look(self.desk.reader(), self.files.paths().len())?;
        Ok(Scene {
            files: self.files,
            subjects,
            stored,
            locales,
            now: self.options.now,
            minor: self.options.minor,
        })
    }

    /// The site's locales by its file or by the store; none if the file is broken, which its own problems tell.
    fn locales(&mut self, jobs: &[Job]) -> Result<Option<Vec<Locale>>, EditorialError> {
        let site = Subject::site();
        if let Some(path) = jobs
            .iter()
            .find(|job| job.subject == site)
            .and_then(|job| job.paths.first())
        {
            return Ok(match read_file(self.files, path) {
                Ok(Parsed::Record(record)) => locales_of(&record),
                _ => None,
            });
        }
        let stored = self.desk.reader().record(&site)?;
        let locales = stored.as_ref().and_then(locales_of);
        if locales.is_none() {
            let message = "the site has no settings";
            let remedy = "add site.toml with locales = [\"en\", \"ar\", \"fr\"] and [name]";
            self.refusal
                .problems
                .push(Problem::whole_file("site.toml", message, remedy));
        }
        Ok(locales)
    }

    fn take(&mut self, scene: &Scene<'_>, ready: Ready<'_>) -> Result<(), Stop> {
        self.done += match ready {
            Ready::Planned(plan) => self.take_entry(scene, *plan)?,
            Ready::Read(group) => self.take_group(scene, *group)?,
            Ready::Later(job) => self.take_group(scene, read_group(scene.files, job))?,
        };
        (self.progress)(Progress {
            stage: Stage::Reading,
            done: self.done,
            total: self.report.files,
        });
        Ok(())
    }

    fn take_group(&mut self, scene: &Scene<'_>, mut group: Group) -> Result<usize, Stop> {
        let former = match scene.stored.may_have(&group.subject) {
            true => self.desk.reader().record(&group.subject)?,
            false => None,
        };
        let files = group.files;
        if let Some(Record::Deleted(deleted)) = &former {
            let paths = group
                .texts
                .iter()
                .map(|(path, _)| path)
                .chain(group.other.iter().map(|(path, _)| path))
                .chain(group.medium.iter().flat_map(|medium| medium.paths()));
            let message = format!("{} was deleted on {}", group.subject, deleted.at);
            let told =
                paths.map(|path| Problem::whole_file(path, message.clone(), "remove the file, or give it another key"));
            self.refusal.problems.extend(told);
            self.refusal.problems.append(&mut group.problems);
        } else if group.subject.noun().is_entry() {
            let standing = self.standing(&group, former)?;
            self.take_entry(scene, plan_entry(scene, group, standing))?;
        } else {
            let is_whole = group.problems.is_empty();
            self.refusal.problems.append(&mut group.problems);
            if let Some(medium) = group.medium.filter(|_| is_whole) {
                self.take_media(scene, *medium, former.as_ref())?;
            }
            if let Some((path, parsed)) = group.other {
                self.take_record(scene, &path, parsed, former.as_ref())?;
            }
        }
        Ok(files)
    }

    /// What the store has of an entry, as far as its files touch it.
    fn standing(&mut self, group: &Group, former: Option<Record>) -> Result<Standing, EditorialError> {
        let Some(Record::Entry(entry)) = former else {
            return Ok(Standing::default());
        };
        let subject = &group.subject;
        let mut texts = BTreeMap::new();
        let bases = group.texts.iter().map(|(_, file)| {
            let base = file.revision.clone().map_or(Base::Files, Base::Revision);
            (file.locale, base)
        });
        let source = [(entry.source, Base::Newest)];
        for (locale, base) in source.into_iter().chain(bases) {
            let newest = self.desk.reader().newest_revision(subject, locale)?;
            let beginning = self.desk.beginning(subject, locale, &base, newest.as_ref())?;
            texts.insert(locale, TextStanding { newest, beginning });
        }
        let equivalences = equivalences(self.desk.reader(), subject)?;
        Ok(Standing {
            entry: Some(entry),
            texts,
            equivalences,
        })
    }

    fn take_entry(&mut self, scene: &Scene<'_>, mut plan: EntryPlan) -> Result<usize, Stop> {
        let files = plan.files;
        self.refusal.problems.append(&mut plan.problems);
        self.refusal.conflicts.append(&mut plan.conflicts);
        for reference in std::mem::take(&mut plan.references) {
            self.check_reference(scene, &reference)?;
        }
        self.check_slugs(scene, &plan)?;
        if self.refusal.is_empty() {
            apply(&mut self.desk, plan, &mut self.report)?;
        }
        Ok(files)
    }

    fn take_record(
        &mut self,
        scene: &Scene<'_>,
        path: &str,
        mut parsed: Parsed,
        former: Option<&Record>,
    ) -> Result<(), Stop> {
        if let Parsed::Record(record) = &mut parsed
            && let Record::Post(post) = record.as_mut()
        {
            self.refusal
                .problems
                .extend(record::check_post(self.files, path, post, former));
            for reference in elsewhere(path, of_post(post), &scene.subjects) {
                self.check_reference(scene, &reference)?;
            }
        }
        if self.refusal.is_empty() {
            let outcome = record::put(&mut self.desk, &parsed)?;
            let subject = match &parsed {
                Parsed::Record(record) => record.subject().clone(),
                Parsed::Media(media, _) => media.subject.clone(),
                Parsed::About(subject, _) => subject.clone(),
                Parsed::Entry(entry) => entry.subject.clone(),
            };
            self.report.add(ImportItem {
                subject,
                locale: None,
                outcome,
                places: Vec::new(),
            });
        }
        Ok(())
    }
}

/// Whether it is a recording by its name.
fn is_recording(job: &Job) -> bool {
    let kind = MediaKind::of_name(job.subject.key()).map(|(kind, _)| kind);
    job.subject.noun() == Noun::Media && matches!(kind, Some(MediaKind::Sound | MediaKind::Film))
}

fn locales_of(record: &Record) -> Option<Vec<Locale>> {
    match record {
        Record::Site(site) => Some(site.locales.clone()),
        _ => None,
    }
}
