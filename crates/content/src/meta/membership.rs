//! A member's part in the coalition.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A member's standing and its dates.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Membership {
    /// The day on which it joined, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joined: Option<Date>,
    /// The first day on which it is no longer a member.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left: Option<Date>,
    /// Full member, observer or partner.
    #[serde(default)]
    pub standing: Standing,
    /// State or organisation.
    #[serde(default)]
    pub form: Form,
    /// Its flag as emoji; organisations may have none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub flag: String,
    /// The part of the world that it is listed under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Region>,
    /// The address of its press office.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub press: Option<String>,
    /// Its official addresses, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub links: BTreeMap<String, String>,
}

/// How a member stands in the coalition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// A member with all rights.
    #[default]
    Full,
    /// Present without a voice.
    Observer,
    /// Works along without being a member.
    Partner,
}

/// What a member is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// A state.
    #[default]
    State,
    /// An organisation of states.
    Organisation,
}

/// Parts of the world under which a directory lists states. Which belongs where the coalition decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Region {
    /// Africa.
    Africa,
    /// North, Central and South America.
    Americas,
    /// Asia and the Pacific.
    AsiaPacific,
    /// Europe.
    Europe,
    /// The Middle East and North Africa.
    MiddleEast,
}

impl Region {
    /// All, in the order of their names here.
    pub const ALL: [Region; 5] = [
        Region::Africa,
        Region::Americas,
        Region::AsiaPacific,
        Region::Europe,
        Region::MiddleEast,
    ];

    /// Its name in files and messages.
    pub fn as_str(self) -> &'static str {
        match self {
            Region::Africa => "africa",
            Region::Americas => "americas",
            Region::AsiaPacific => "asia-pacific",
            Region::Europe => "europe",
            Region::MiddleEast => "middle-east",
        }
    }
}
