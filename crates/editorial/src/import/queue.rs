//! Files in the order of their work, and the threads that read them ahead.

use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use content::file::{Problem, place_of};
use content::{Noun, Subject};
use language::Locale;

/// Files that are handed to a thread at once.
const BATCH_FILES: usize = 12;
/// Batches that each thread may be ahead.
const BATCHES_AHEAD: usize = 2;

/// The files of one subject, which are judged together.
#[derive(Debug)]
pub(super) struct Job {
    pub(super) subject: Subject,
    pub(super) paths: Vec<String>,
}

/// All files by subject: what others refer to first. Files that have no place are told.
pub(super) fn jobs(paths: &[String], problems: &mut Vec<Problem>) -> Vec<Job> {
    let mut texts: BTreeMap<(usize, Subject, Option<Locale>, bool), &String> = BTreeMap::new();
    for path in paths {
        match place_of(path) {
            Ok(place) => {
                let key = (rank(place.subject.noun()), place.subject, place.locale, place.beside);
                if let Some(other) = texts.insert(key, path) {
                    let message = format!("{other} holds the same text");
                    problems.push(Problem::whole_file(path, message, "keep one of the two files"));
                }
            }
            Err(problem) => problems.push(problem),
        }
    }
    let mut jobs: Vec<Job> = Vec::new();
    for ((_, subject, ..), path) in texts {
        match jobs.last_mut().filter(|job| job.subject == subject) {
            Some(job) => job.paths.push(path.clone()),
            None => jobs.push(Job {
                subject,
                paths: vec![path.clone()],
            }),
        }
    }
    jobs
}

fn rank(noun: Noun) -> usize {
    Noun::ALL
        .iter()
        .position(|other| *other == noun)
        .unwrap_or(Noun::ALL.len())
}

/// Does the work of all jobs on all cores, and hands the results on in the jobs' order on this thread.
///
/// # Errors
/// The first error of `take`; what is not done by then is left.
pub(super) fn in_order<'j, T: Send, E>(
    jobs: &'j [Job],
    work: impl Fn(&'j Job) -> T + Sync,
    mut take: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E> {
    let batches = batches(jobs);
    let threads = thread::available_parallelism()
        .map_or(1, usize::from)
        .min(batches.len());
    thread::scope(|scope| {
        let mut results: Vec<Receiver<Vec<T>>> = Vec::new();
        for own in 0..threads {
            let (sender, receiver) = sync_channel(BATCHES_AHEAD);
            let mine: Vec<&'j [Job]> = batches.iter().copied().skip(own).step_by(threads).collect();
            let work = &work;
            scope.spawn(move || run(&mine, work, &sender));
            results.push(receiver);
        }
        for place in 0..batches.len() {
            let next = results
                .get(place % threads.max(1))
                .and_then(|receiver| receiver.recv().ok());
            for result in next.unwrap_or_default() {
                take(result)?;
            }
        }
        Ok(())
    })
}

/// Works until nobody wants the results any more.
fn run<'j, T>(batches: &[&'j [Job]], work: &impl Fn(&'j Job) -> T, results: &SyncSender<Vec<T>>) {
    for batch in batches {
        if results.send(batch.iter().map(work).collect()).is_err() {
            return;
        }
    }
}

fn batches(jobs: &[Job]) -> Vec<&[Job]> {
    let mut batches = Vec::new();
    let mut rest = jobs;
    while !rest.is_empty() {
        let mut files = 0;
        let fits = |job: &&Job| {
            files += job.paths.len();
            files <= BATCH_FILES
        };
        let count = rest.iter().take_while(fits).count().max(1);
        let (batch, after) = rest.split_at(count);
        batches.push(batch);
        rest = after;
    }
    batches
}
