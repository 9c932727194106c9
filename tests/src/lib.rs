//! Journeys: the whole program from outside. A small [`cast`] of entries, [`acts`] drawn by chance, and the driver that
//! plays sequences of them: [`equality`] holds what the press lays step by step against what it lays from nothing,
//! and [`rollback`] holds old editions that are put back against what may no longer be seen.

pub mod acts;
pub mod ambience;
pub mod cast;
pub mod chance;
pub mod engine;
pub mod equality;
pub mod failure;
pub mod links;
pub mod marks;
pub mod places;
pub mod report;
pub mod rollback;
pub mod scene;
pub mod sequence;
pub mod sight;
pub mod words;
