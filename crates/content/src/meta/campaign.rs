//! Campaigns: their look, and the hashtags by which posts join them.

use serde::{Deserialize, Serialize};

/// The most hashtags that a campaign gathers.
pub const HASHTAGS_MAX: usize = 8;

/// What is particular to a campaign; it runs for the entry's period.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Campaign {
    /// Which of the theme's palettes it wears; one that the theme does not have looks like none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub palette: Option<String>,
    /// Posts with one of these belong to it; without the sign before them, as they are written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hashtags: Vec<String>,
}
