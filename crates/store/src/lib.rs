//! Keeps all that the newsroom does, in SQLite or PostgreSQL: subjects, texts and their revisions, publications,
//! addresses, media bytes, the change log that drives everything derived, and the audit log.
//!
//! A [`Store`] is opened on a [`Location`]. Everything happens within [`Store::write`], one transaction with a [`Tx`], or
//! [`Store::read`], one consistent snapshot with a [`Reader`]. There is one SQL text for both engines, a file per noun;
//! what truly differs stands in one file per engine. All calls block, and so does dropping a store:
//! an asynchronous program does both on a thread where blocking is allowed.

mod addresses;
mod audit;
mod audit_chain;
mod bodies;
mod changes;
mod decisions;
mod engine;
mod equivalences;
mod error;
mod json;
mod leases;
mod listener;
mod location;
mod media;
mod migrations;
mod places;
mod publications;
mod reader;
mod records;
mod revisions;
mod slugs;
mod statement;
mod store;
mod subjects;
mod tx;
mod withdrawals;

pub use audit::AuditRow;
pub use audit_chain::{ChainEnd, ChainFault, ChainVerdict};
pub use bodies::EncodedBody;
pub use changes::Change;
pub use decisions::{Decision, DecisionKind};
pub use equivalences::Equivalence;
pub use error::StoreError;
pub use leases::Lease;
pub use listener::Listener;
pub use location::Location;
pub use reader::Reader;
pub use revisions::{NewRevision, Revision};
pub use store::{Durability, Store};
pub use tx::Tx;
