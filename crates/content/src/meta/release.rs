//! How a statement was released: by whom, by which clocks, in which languages it counts.

use language::Locale;
use serde::{Deserialize, Serialize};

use crate::subject::Subject;

/// How a statement was released.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Release {
    /// The place by whose clocks its instant is told beside UTC, by its name in the IANA time zone database.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// The languages whose words count in law; none said: the source's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub authentic: Vec<Locale>,
    /// The members that issued it, if it was not all of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub issued: Vec<Subject>,
    /// Members that associated themselves with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub associated: Vec<Subject>,
    /// The number under which it is filed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
}
