//! What is heard and seen: episodes of a series, and videos. The words (title, chapters, credits) are the texts'.

use std::collections::BTreeMap;

use language::Locale;
use serde::{Deserialize, Serialize};

use crate::subject::Subject;

/// What is particular to an episode. Without sound it is announced: it is coming.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Episode {
    /// The series that it belongs to.
    pub series: Subject,
    /// The season, if the series has seasons.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub season: Option<u32>,
    /// Its place in the season, from 1.
    pub number: u32,
    /// The sound, per language that is spoken.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub audio: BTreeMap<Locale, Subject>,
    /// What is said, as WebVTT, SubRip or plain text, per language that it is written in.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub transcripts: BTreeMap<Locale, Subject>,
}

/// What is particular to a video.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Video {
    /// The pictures and sound, per language that is spoken.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub files: BTreeMap<Locale, Subject>,
    /// Captions as WebVTT or SubRip, per language that they are written in.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub captions: BTreeMap<Locale, Subject>,
    /// Where it is shown, if we do not hold it ourselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}
