//! The names of the acts, as logs and permissions know them.

use serde::Serialize;

/// Everything that a person or a part of the program can do to what the coalition publishes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Act {
    /// Takes in a folder of files.
    Import,
    /// Creates an entry, or changes what its languages share.
    PutEntry,
    /// Saves a new revision of a text.
    Revise,
    /// Makes a revision public, now or later.
    Publish,
    /// Says what a correction corrects.
    Explain,
    /// Takes texts back.
    Withdraw,
    /// Deletes a subject for good.
    Delete,
    /// Creates or changes a tag.
    PutTag,
    /// Creates or changes a fact.
    PutFact,
    /// Creates or changes a post.
    PutPost,
    /// Takes a post off the wall.
    RemovePost,
    /// Creates or changes a picture, recording or document.
    PutMedia,
    /// Removes a picture, recording or document for good.
    RemoveMedia,
    /// Changes the settings of the site.
    PutSite,
    /// Declares that the newest change of a source text leaves its translations current.
    DeclareMinor,
    /// Puts an old edition back; the press waits.
    RollBack,
    /// Lets the press go on.
    Resume,
}

impl Act {
    /// All of them, for tables.
    pub const ALL: [Act; 17] = [
        Act::Import,
        Act::PutEntry,
        Act::Revise,
        Act::Publish,
        Act::Explain,
        Act::Withdraw,
        Act::Delete,
        Act::PutTag,
        Act::PutFact,
        Act::PutPost,
        Act::RemovePost,
        Act::PutMedia,
        Act::RemoveMedia,
        Act::PutSite,
        Act::DeclareMinor,
        Act::RollBack,
        Act::Resume,
    ];

    /// Its name in the change log and the audit log.
    pub fn as_str(self) -> &'static str {
        match self {
            Act::Import => "import",
            Act::PutEntry => "put-entry",
            Act::Revise => "revise",
            Act::Publish => "publish",
            Act::Explain => "explain",
            Act::Withdraw => "withdraw",
            Act::Delete => "delete",
            Act::PutTag => "put-tag",
            Act::PutFact => "put-fact",
            Act::PutPost => "put-post",
            Act::RemovePost => "remove-post",
            Act::PutMedia => "put-media",
            Act::RemoveMedia => "remove-media",
            Act::PutSite => "put-site",
            Act::DeclareMinor => "declare-minor",
            Act::RollBack => "roll-back",
            Act::Resume => "resume",
        }
    }
}
