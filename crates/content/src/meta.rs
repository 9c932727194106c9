//! What all languages of an entry share: tags, members, efforts, dates, agency.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::subject::Subject;

/// The shared fields of an entry. Which of them a kind may have, the file format checks.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Meta {
    /// Tags, the most telling first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<Subject>,
    /// Members whom it is about or who speak in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<Subject>,
    /// Lines of effort that it belongs to; for a member, those that it co-leads.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub efforts: Vec<Subject>,
    /// The agency that a story is republished from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<Agency>,
    /// From when until when an announcement runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// What is particular to a member.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub membership: Option<Membership>,
    /// Place among its like (efforts, pages of the menu); smaller first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<i64>,
}

/// Where a republished story comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agency {
    /// Its name as it signs ("WAM").
    pub name: String,
    /// The address of the original.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Under which terms it may be shown ("excerpt, with attribution").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
}

/// The days that an announcement runs, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub until: Date,
}

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
