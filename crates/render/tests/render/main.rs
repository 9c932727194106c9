//! What pages show, tested from outside, in a world in memory.

mod everything;
mod world;
