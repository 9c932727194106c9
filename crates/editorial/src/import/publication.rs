//! What a file says about being public, against what the store has: what is to be done, or what is wrong.

use content::file::EntryFile;
use content::record::{Publication, RevisionHead, TextHistory, Withdrawal};
use content::{Instant, TextHash};

/// What is to be done so that the public sees what the file says.
#[derive(Debug, Default, PartialEq)]
pub(super) struct PublicationPlan {
    /// A new publication.
    pub(super) publish: Option<Wanted>,
    /// A withdrawal, from an instant on.
    pub(super) withdraw: Option<Instant>,
    /// A withdrawal that was planned is called off.
    pub(super) call_off: bool,
    /// What the newest publication corrects, if that is said otherwise than before.
    pub(super) explain: Option<String>,
}

/// A publication that a file asks for.
#[derive(Debug, PartialEq)]
pub(super) struct Wanted {
    pub(super) from: Instant,
    pub(super) until: Option<Instant>,
    pub(super) date: Instant,
    pub(super) keep_current: bool,
    pub(super) note: String,
}

/// What is wrong: field, message, remedy.
pub(super) type Wrong = (&'static str, String, String);

/// What a file's text says.
pub(super) struct Says<'a> {
    /// By the file alone.
    pub(super) own: &'a TextHash,
    /// After it was brought together with what the store has.
    pub(super) after: &'a TextHash,
    /// Whether the file was made from an older revision than the newest.
    pub(super) is_older: bool,
}

/// Compares a file with the history of its text.
pub(super) fn plan(
    file: &EntryFile,
    history: Option<&TextHistory>,
    says: &Says<'_>,
    now: Instant,
) -> Result<PublicationPlan, Wrong> {
    let Some(from) = file.publication.from else {
        return match history.and_then(|history| history.publications.last()) {
            Some(last) => Err(unpublished(last.from)),
            None => Ok(PublicationPlan::default()),
        };
    };
    let until = file.publication.until;
    let date = file.publication.date.unwrap_or(from);
    let mut plan = PublicationPlan::default();
    let withdrawal = history.and_then(|history| history.withdrawal.as_ref());
    let lifts = match (file.publication.withdrawn, withdrawal) {
        (Some(at), stored) => {
            let stands = stored.is_some_and(|stored| stored.at == at && stored.notice == file.publication.notice);
            plan.withdraw = (!stands).then_some(at);
            false
        }
        (None, Some(stored)) if from > stored.at => true,
        (None, Some(stored)) if stored.at > now => {
            plan.call_off = true;
            false
        }
        (None, Some(stored)) => return Err(withdrawn(stored)),
        (None, None) => false,
    };
    let last = history.and_then(|history| Some((history, history.publications.last()?)));
    let note = fresh_note(file, history);
    let stands = last.is_some_and(|(history, last)| {
        let has_run_out = until.is_some_and(|until| until <= now) && last.until == until;
        let public = public_words(history, last);
        let began = last.from == from || (last.from <= now && from <= now);
        has_run_out
            || ((public == Some(says.after) || public == Some(says.own))
                && last.date == date
                && last.until == until
                && began)
    });
    if !stands || lifts {
        if let Some(until) = until.filter(|until| last.is_some() && *until <= now) {
            return Err(ran_out(until));
        }
        if let Some(draft) = history.filter(|_| says.is_older).and_then(draft_beside) {
            return Err(drafted(draft));
        }
        if let Some(until) = history.and_then(|history| held_until(history, from, now)) {
            return Err(held(until));
        }
        let planned = last.is_some_and(|(_, last)| last.from == from && from > now);
        plan.publish = Some(Wanted {
            from,
            until,
            date,
            keep_current: planned,
            note: note.to_owned(),
        });
        // Publishing lifts a withdrawal: what stands is put again.
        plan.withdraw = file
            .publication
            .withdrawn
            .filter(|_| withdrawal.is_some())
            .or(plan.withdraw);
    } else if let Some(history) = history.filter(|_| !note.is_empty()) {
        if history.publications.iter().all(|seen| seen.note.is_empty()) && history.publications.len() < 2 {
            return Err(nothing_corrected());
        }
        plan.explain = Some(note.to_owned());
    }
    Ok(plan)
}

/// What the file says was corrected, unless a publication bears that note already: it belongs to that one.
fn fresh_note<'f>(file: &'f EntryFile, history: Option<&TextHistory>) -> &'f str {
    let note = file.publication.correction.as_str();
    let is_known = history.is_some_and(|history| history.publications.iter().any(|seen| seen.note == note));
    if is_known { "" } else { note }
}

fn nothing_corrected() -> Wrong {
    (
        "correction",
        "nothing was corrected: the words are those that were public from the beginning".to_owned(),
        "change the words in the same import, or remove it".to_owned(),
    )
}

fn public_words<'a>(history: &'a TextHistory, publication: &Publication) -> Option<&'a TextHash> {
    history
        .revisions
        .get(&publication.revision)
        .map(|revision| &revision.hash)
}

/// The newest revision, if the last publication does not show it.
fn draft_beside(history: &TextHistory) -> Option<&RevisionHead> {
    let public = history.publications.last().and_then(|last| public_words(history, last));
    history.newest().filter(|newest| public != Some(&newest.hash))
}

/// Until when the store holds back a text that was public before, if the file comes from the time before that.
fn held_until(history: &TextHistory, from: Instant, now: Instant) -> Option<Instant> {
    let [.., before, last] = history.publications.as_slice() else {
        return None;
    };
    let since = before.until.unwrap_or(now).min(now);
    (last.from > now && from <= since).then_some(last.from)
}

fn held(until: Instant) -> Wrong {
    let message = format!("the store holds this text back until {until}, and the file would let it out at once");
    (
        "publish",
        message,
        format!("write publish = {until}, or the later instant from which it is to be public"),
    )
}

fn drafted(draft: &RevisionHead) -> Wrong {
    let message = format!(
        "the store has a draft of this text, saved by {} on {}, which this import would make public",
        draft.actor, draft.at
    );
    (
        "publish",
        message,
        "publish the draft first, or export the text anew and change that".to_owned(),
    )
}

fn unpublished(from: Instant) -> Wrong {
    let message = format!("the store has this text public from {from}, and the file does not publish it");
    let remedy = format!("write publish = {from}; to take the text back, add withdrawn = INSTANT");
    ("publish", message, remedy)
}

fn ran_out(until: Instant) -> Wrong {
    let message =
        format!("the text is to be public only until {until}, which is past, and its history cannot be changed");
    (
        "until",
        message,
        "put until later; to take the text back, add withdrawn = INSTANT".to_owned(),
    )
}

fn withdrawn(stored: &Withdrawal) -> Wrong {
    let at = stored.at;
    let message = format!(
        "this text was withdrawn on {at} by {}, and the file does not say so",
        stored.actor
    );
    let remedy = format!("add withdrawn = {at}; to make it public again, put publish after that instant");
    ("publish", message, remedy)
}
