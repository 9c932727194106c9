//! What all languages of an entry share: tags, members, efforts, dates, agency, and what is particular to its kind.

mod broadcast;
mod campaign;
mod gathering;
mod membership;
mod release;

pub use broadcast::{Episode, Video};
pub use campaign::{Campaign, HASHTAGS_MAX};
pub use gathering::{Group, GroupForm, Hours, Meeting};
pub use membership::{Form, Membership, Region, Standing};
pub use release::Release;

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
    /// Groups that it belongs to; of a meeting, whose it is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<Subject>,
    /// Campaigns that it is part of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub campaigns: Vec<Subject>,
    /// The picture at its head and in lists; of a video, what stands there until it plays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<Subject>,
    /// The agency that a story is republished from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<Agency>,
    /// From when until when an announcement or a campaign runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// What is particular to a member.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub membership: Option<Membership>,
    /// How a statement was released.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub release: Option<Box<Release>>,
    /// What is particular to a group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<Group>,
    /// What is particular to a meeting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<Box<Meeting>>,
    /// What is particular to a campaign.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub campaign: Option<Campaign>,
    /// What is particular to an episode.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub episode: Option<Box<Episode>>,
    /// What is particular to a video.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub video: Option<Box<Video>>,
    /// Place among its like (efforts, groups, pages of the menu); smaller first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<i64>,
    /// The member whose press office writes it; none if it is the coalition's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<Subject>,
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

impl Meta {
    /// All subjects that it refers to, with the field in which each stands.
    pub fn references(&self) -> Vec<(&'static str, &Subject)> {
        let mut found: Vec<(&'static str, &Subject)> = Vec::new();
        for (field, subjects) in [
            ("tags", &self.tags),
            ("members", &self.members),
            ("efforts", &self.efforts),
            ("groups", &self.groups),
            ("campaigns", &self.campaigns),
        ] {
            found.extend(subjects.iter().map(|subject| (field, subject)));
        }
        found.extend(self.picture.iter().map(|subject| ("picture", subject)));
        let associated = self
            .release
            .iter()
            .flat_map(|release| release.issued.iter().chain(&release.associated));
        found.extend(associated.map(|subject| ("release", subject)));
        let leads = self.group.iter().flat_map(|group| &group.leads);
        found.extend(leads.map(|subject| ("group", subject)));
        if let Some(meeting) = &self.meeting {
            let named = meeting.hosts.iter().chain(&meeting.outcome).chain(&meeting.documents);
            found.extend(named.map(|subject| ("meeting", subject)));
        }
        if let Some(episode) = &self.episode {
            let named = std::iter::once(&episode.series)
                .chain(episode.audio.values())
                .chain(episode.transcripts.values());
            found.extend(named.map(|subject| ("episode", subject)));
        }
        if let Some(video) = &self.video {
            let named = video.files.values().chain(video.captions.values());
            found.extend(named.map(|subject| ("video", subject)));
        }
        found.extend(self.owner.iter().map(|subject| ("owner", subject)));
        found
    }
}
