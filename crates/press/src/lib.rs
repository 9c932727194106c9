//! The press: follows the change log, keeps the world that pages read, fires timers, and lays editions.
//!
//! Read in this order: [`Press`] (what happens when something changed), `gather` (which subjects changed), `apply`
//! (what that makes dirty), `world` (what pages read), `rendering` (many routes at once), `lay` (pages into an edition),
//! `rebuild` (all of it from nothing), `put_back` (an old edition without what must not return), `erase` (bytes that may be
//! nowhere).

mod ambient;
mod answers;
mod apply;
mod cuts;
mod erase;
mod error;
mod folder;
mod gather;
mod keys;
mod lay;
mod lists;
mod pages;
mod press;
mod put_back;
mod rebuild;
mod rendering;
mod shelf;
mod shown;
mod state;
mod subjects;
mod visible;
mod windows;
mod world;

pub use ambient::Ambient;
pub use error::PressError;
pub use folder::{Written, write_folder};
pub use press::{Press, Pressed, Stage, pressed_position};
