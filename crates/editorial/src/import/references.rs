//! What files refer to: tags, members, efforts, facts, posts, pictures, entries.

use std::collections::HashSet;

use content::file::{EntryFile, Problem};
use content::record::{Post, Voice};
use content::{Noun, Subject};

use super::files::Files;
use super::reading::field_problem;

/// One reference of a file.
#[derive(Debug, Clone)]
pub(super) struct Reference {
    pub(super) path: String,
    pub(super) to: Subject,
    pub(super) place: ReferencePlace,
}

/// Where a reference stands.
#[derive(Debug, Clone)]
pub(super) enum ReferencePlace {
    Line(usize),
    Field(&'static str),
}

/// All references of an entry's file.
pub(super) fn of_entry(file: &EntryFile) -> impl Iterator<Item = (&Subject, ReferencePlace)> {
    let shared = file.meta.iter().flat_map(content::Meta::references);
    let shared = shared.map(|(field, to)| (to, ReferencePlace::Field(field)));
    let blocks = file.text.body.blocks.iter().zip(&file.marks);
    let named = blocks.flat_map(|(block, mark)| {
        block
            .content
            .subjects()
            .into_iter()
            .map(move |to| (to, ReferencePlace::Line(mark.line)))
    });
    shared.chain(named)
}

/// All references of a post.
pub(super) fn of_post(post: &Post) -> impl Iterator<Item = (&Subject, ReferencePlace)> {
    let quoted = post.quotes.as_ref().map(|quoted| &quoted.speaker);
    let voices: [Option<&Voice>; 3] = [Some(&post.speaker), post.passed_on_by.as_ref(), quoted];
    let members = voices.into_iter().flatten().filter_map(|voice| voice.member.as_ref());
    members.map(|to| (to, ReferencePlace::Field("member")))
}

/// Those of a file's references that lead to what no file of the import is about.
pub(super) fn elsewhere<'a>(
    path: &str,
    references: impl Iterator<Item = (&'a Subject, ReferencePlace)>,
    subjects: &HashSet<Subject>,
) -> Vec<Reference> {
    let outside = references.filter(|(to, _)| !subjects.contains(*to));
    outside
        .map(|(to, place)| Reference {
            path: path.to_owned(),
            to: to.clone(),
            place,
        })
        .collect()
}

impl Reference {
    /// That it leads nowhere.
    pub(super) fn problem(&self, files: &Files<'_>) -> Problem {
        let message = format!("there is no {}, neither in these files nor in the store", self.to);
        let ending = match self.to.noun() {
            Noun::Media => "",
            noun if noun.is_entry() => ".LOCALE.md",
            _ => ".toml",
        };
        let remedy = format!(
            "correct the key, or add {}/{}{ending}",
            self.to.noun().collection(),
            self.to.key()
        );
        match self.place {
            ReferencePlace::Line(line) => Problem {
                file: self.path.clone(),
                line,
                field: String::new(),
                message,
                remedy,
            },
            ReferencePlace::Field(field) => field_problem(files, &self.path, field, message, remedy),
        }
    }
}
