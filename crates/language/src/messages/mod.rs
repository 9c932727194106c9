//! The words of the program in every language, from the Fluent files in `locales/`.
//!
//! Fluent's grammar (<https://projectfluent.org>, Syntax 1.0) is read by its own parser; of it the
//! messages use text, `{ $arguments }`, selections on an argument, literals, and references within a group. They
//! are compiled once, with references put in place, so that formatting is a walk without locks or look-ups.
mod arguments;
mod catalogue;
mod catalogues;
mod compile;
mod fingerprint;
mod message;
mod parity;
mod problem;
mod source;

pub use arguments::{ArgumentValue, Arguments};
pub use catalogue::{Catalogue, group_of};
pub use catalogues::Catalogues;
pub use problem::{CatalogueFault, CatalogueProblem};
