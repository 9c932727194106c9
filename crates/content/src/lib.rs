//! What a coalition publishes: entries, texts, blocks, members, facts, posts; the files they are written in; and the
//! pure rules over them. Nothing here knows storage, HTTP or a clock.
//!
//! Read in this order: [`subject`] (what has an identity), [`record`] (what is known about it), [`text`] and [`body`]
//! (words in one language), [`projection`] (what the public may see of it at an instant), [`list`] and [`route`]
//! (where it is seen), [`file`] (how people hand it in).

pub mod body;
pub mod card;
pub mod cues;
pub mod difference;
pub mod file;
pub mod hashtags;
pub mod instant;
pub mod list;
pub mod matching;
pub mod media;
pub mod merge;
pub mod meta;
pub mod past;
pub mod projection;
pub mod record;
pub mod route;
pub mod sanitise;
pub mod staleness;
pub mod subject;
pub mod text;
pub mod zone;

pub use body::{Block, BlockId, Body, Content, Inline, Target};
pub use card::{Address, Card};
pub use instant::Instant;
pub use list::{List, Position};
pub use meta::Meta;
pub use projection::{Context, Projection, project};
pub use record::Record;
pub use route::Route;
pub use subject::{Noun, Subject};
pub use text::{Text, TextHash};
