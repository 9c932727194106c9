//! Why a recording is not taken.

use crate::SIDE_MAX;

/// Why a recording is not taken: what is wrong with it, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It is not what its name says.
    #[error("this is no {0} recording; name it as what it is, or save it as {0}")]
    Other(&'static str),
    /// It begins well and goes wrong.
    #[error("the {0} recording is damaged ({1}); save it again from the original")]
    Damaged(&'static str, String),
    /// How long it plays is not told or beyond belief.
    #[error(
        "the {0} recording does not say how long it plays, or plays longer than a day; save it again, not in fragments"
    )]
    Length(&'static str),
    /// Its sides are too long.
    #[error("the film is {0} × {1} pixels; make it between 1 and {SIDE_MAX} pixels wide and high")]
    Size(u32, u32),
    /// Browsers of some years cannot play it.
    #[error("the film's pictures are encoded as {0:?}, which not every telephone plays; save it with H.264")]
    Codec(String),
    /// There is something in it that may tell where and by whom it was made, and cannot be taken out.
    #[error("there is a track in it that is neither sound nor pictures ({0:?}); save it again with these alone")]
    Track(String),
    /// What was written into it cannot be taken out.
    #[error("what an editor wrote into the {0} recording cannot be taken out; save it again without tags")]
    Tagged(&'static str),
}
