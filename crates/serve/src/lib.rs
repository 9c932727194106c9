//! HTTP from an edition: what a visitor asks for, negotiated, cached, compressed and guarded.
//!
//! [`Server::bind`] takes a port, [`BoundServer::run`] answers from whatever [`EditionHandle`] holds at that moment, so
//! that a new edition needs
//! no restart. The crate reads editions and nothing else: no database, no secrets, no way out. It sets no cookie and
//! writes no log of visitors.

mod address;
mod answer;
mod bodies;
mod bounded;
mod cache;
mod compress;
mod conditions;
mod connection;
mod encoding;
mod handle;
mod locale;
mod options;
mod page;
mod payload;
mod plain;
mod quality;
mod range;
mod route;
mod search;
mod searching;
mod security;
mod server;
mod stall;

pub use handle::{EditionHandle, Interruption};
pub use options::{Limits, ServeOptions};
pub use server::{BoundServer, Error, Result, Server};
