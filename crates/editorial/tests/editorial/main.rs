//! What editors do, on a real store: acts at a desk, folders of files taken in and written out.

mod acts;
mod addresses;
mod cast;
mod conflicts;
mod demo;
mod folders;
mod import;
mod logs;
mod problems;
mod publication;
mod round_trip;
mod translations;
