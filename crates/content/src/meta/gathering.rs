//! Groups and their meetings.

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use crate::subject::Subject;

/// What is particular to a group; who takes part are the entry's members.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Group {
    /// What it is.
    #[serde(default)]
    pub form: GroupForm,
    /// The members that lead it together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leads: Vec<Subject>,
}

/// What a group is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum GroupForm {
    /// It steers the whole.
    Steering,
    /// It works on a line of effort.
    #[default]
    Working,
    /// It looks at a part of the world.
    Focus,
    /// Some members do something together.
    Initiative,
}

impl GroupForm {
    /// All, in the order in which they are listed.
    pub const ALL: [GroupForm; 4] = [
        GroupForm::Steering,
        GroupForm::Working,
        GroupForm::Focus,
        GroupForm::Initiative,
    ];

    /// Its name in files and messages.
    pub fn as_str(self) -> &'static str {
        match self {
            GroupForm::Steering => "steering",
            GroupForm::Working => "working",
            GroupForm::Focus => "focus",
            GroupForm::Initiative => "initiative",
        }
    }
}

/// What is particular to a meeting; whose it is are the entry's groups, who took part its members. The place is the
/// text's dateline, the chair one of its credits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// The first day, where it is held.
    pub from: Date,
    /// The last day, if it is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// From when until when on the clock, if that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Hours>,
    /// The members that host it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hosts: Vec<Subject>,
    /// The statement or story that tells what came of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Subject>,
    /// Papers to take away.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<Subject>,
}

/// When a meeting opens on its first day and closes on its last, on the clocks of a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    /// When it opens.
    pub opens: Time,
    /// When it closes.
    pub closes: Time,
    /// The place whose clocks they are, by its name in the IANA time zone database (`Asia/Dubai`).
    pub zone: String,
}

impl Meeting {
    /// The last day.
    pub fn last_day(&self) -> Date {
        self.until.unwrap_or(self.from)
    }
}
