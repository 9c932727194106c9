//! Everything that is done to what the coalition publishes, one file per act: its permission, its rule, its audit row
//! and its row in the change log, in one transaction.
//!
//! A [`Desk`] is one [`Actor`] at work within one transaction of the store; the acts are its methods:
//!
//! ```no_run
//! # use editorial::{Actor, Desk, EditorialError};
//! # fn example(store: &store::Store, now: content::Instant, story: &content::Subject) -> Result<(), EditorialError> {
//! let actor = Actor::operator("Ada");
//! store.write(|tx| Desk::new(tx, &actor, now).withdraw(story, None, "It was wrong."))
//! # }
//! ```
//!
//! [`import()`] takes in a folder of files, all or nothing; [`export()`] writes one; [`translations()`] tells what
//! translators have to do.

mod act;
mod declare_minor;
mod delete;
mod desk;
mod differences;
mod equivalences;
mod error;
mod explain;
mod export;
mod import;
mod permit;
mod pins;
mod publish;
mod put_entry;
mod put_fact;
mod put_media;
mod put_post;
mod put_record;
mod put_site;
mod put_tag;
mod remove_media;
mod remove_post;
mod resume;
mod revise;
mod roles;
mod roll_back;
mod slugs;
mod translations;
mod withdraw;
mod words;

pub use act::Act;
pub use desk::{Desk, Outcome};
pub use error::EditorialError;
pub use export::{Writing, export};
pub use import::{
    Developed, FileConflict, Files, ImportError, ImportItem, ImportOptions, ImportReport, Progress, Refusal, Refused,
    Stage, import,
};
pub use permit::{Actor, Permit, permit};
pub use publish::Publish;
pub use put_media::Bytes;
pub use revise::{Base, Draft, FILES, Revised};
pub use roles::{Kind, Object, Reach, Role};
pub use translations::{LagDetail, TranslationStanding, TranslationState, translations};
