//! Pictures as they are handed in, made into the ones that pages name: several widths, WebP and JPEG, the right way up,
//! without what a camera wrote into them. A pure function of bytes, meant to run in a process of its own: it decodes what
//! strangers made.

mod develop;
mod encode;
mod refusal;
mod whole;

pub use develop::{Developed, Format, Rendition, develop};
pub use refusal::Refusal;

/// The largest width or height that is decoded, in pixels.
pub const SIDE_MAX: u32 = 20_000;
/// The most pixels that are decoded: a photograph of a good camera.
pub const PIXELS_MAX: u64 = 80_000_000;
/// The most memory that decoding may take, in bytes.
pub const MEMORY_MAX: u64 = 768 * 1024 * 1024;
/// The most widths that are made of one picture.
pub const WIDTHS_MAX: usize = 8;
