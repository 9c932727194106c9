//! Why a picture is not taken.

use crate::{PIXELS_MAX, SIDE_MAX};

/// Why a picture is not taken: what is wrong with it, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The first bytes are of no kind that is known.
    #[error("this is not a PNG, JPEG, WebP or GIF picture; save it again in one of these formats")]
    Unknown,
    /// It begins well and goes wrong.
    #[error("the picture is damaged ({0}); save it again from the original")]
    Damaged(String),
    /// Its sides are too long.
    #[error(
        "the picture is {0} × {1} pixels; keep both sides between 1 and {SIDE_MAX}, and at most {PIXELS_MAX} pixels in all"
    )]
    Size(u32, u32),
    /// Decoding would take too much.
    #[error("the picture needs more memory than one may take; make it smaller")]
    Memory,
    /// It cannot be written again.
    #[error("the picture cannot be written as {0}; save it again in another format")]
    Unwritable(&'static str),
}
