//! Importing what is neither entry nor media: settings, tags, facts, posts.

use content::Record;
use content::file::{Parsed, Problem};
use content::record::Post;

use super::files::Files;
use super::reading::field_problem;
use crate::desk::{Desk, Outcome};
use crate::error::EditorialError;

/// A removal that a file does not know of was made by moderators since: it is never undone by an older file.
pub(super) fn check_post(files: &Files<'_>, path: &str, post: &mut Post, former: Option<&Record>) -> Option<Problem> {
    let Some(Record::Post(Post {
        removed: Some(stored), ..
    })) = former
    else {
        return None;
    };
    match &mut post.removed {
        Some(removed) if removed.at == stored.at && removed.notice == stored.notice => {
            removed.actor.clone_from(&stored.actor);
            None
        }
        Some(_) => None,
        None => {
            let message = format!(
                "this post was removed on {} by {}, and the file does not say so",
                stored.at, stored.actor
            );
            let remedy = format!("add removed = {}", stored.at);
            Some(field_problem(files, path, "removed", message, remedy))
        }
    }
}

/// Puts a record in its place.
pub(super) fn put(desk: &mut Desk<'_, '_>, parsed: &Parsed) -> Result<Outcome, EditorialError> {
    match parsed {
        Parsed::Record(record) => match record.as_ref() {
            Record::Tag(tag) => desk.put_tag(tag),
            Record::Fact(fact) => desk.put_fact(fact),
            Record::Post(post) => desk.put_post(post),
            Record::Site(site) => desk.put_site(site),
            Record::Media(_) | Record::Entry(_) | Record::Deleted(_) => Ok(Outcome::Unchanged),
        },
        Parsed::Entry(_) | Parsed::Media(..) | Parsed::About(..) => Ok(Outcome::Unchanged),
    }
}
