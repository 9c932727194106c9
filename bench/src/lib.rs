//! The bench: how fast the program is, beside another on the same work and in the same run, and whether it keeps its
//! promises when it is killed.

pub mod acts;
pub mod chance;
pub mod corpus;
pub mod equality;
mod failure;
pub mod figures;
pub mod http;
pub mod hugo;
pub mod kill;
pub mod newsroom;
pub mod process;
pub mod roundtrip;
pub mod server;
pub mod visible;

pub use failure::Failure;
