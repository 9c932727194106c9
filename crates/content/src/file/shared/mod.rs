//! The fields that all languages of an entry share: which kinds have them, how they are read and written.

mod agency;
mod broadcast;
mod campaign;
mod gathering;
mod inline;
mod member;
mod release;

use super::fields::Fields;
use super::media::Purpose;
use super::problem::Problems;
use crate::meta::{Meta, Period};
use crate::subject::{Noun, Subject};
use inline::Inline;

pub(super) use inline::quote;

/// The most tags, members or others that an entry refers to in one field.
const REFERENCES_MAX: usize = 200;

/// A shared field: its name, who has it, and whether an entry gives it.
struct Field {
    name: &'static str,
    has: fn(Noun) -> bool,
    is_given: fn(&Meta) -> bool,
}

/// All shared fields, in the order in which they are written.
const FIELDS: [Field; 17] = [
    field("tags", Noun::is_news, |meta| !meta.tags.is_empty()),
    field(
        "members",
        |noun| noun.is_news() || noun == Noun::Group,
        |meta| !meta.members.is_empty(),
    ),
    field(
        "efforts",
        |noun| !matches!(noun, Noun::Page | Noun::Effort | Noun::Series),
        |meta| !meta.efforts.is_empty(),
    ),
    field(
        "groups",
        |noun| noun.is_news() || noun == Noun::Campaign,
        |meta| !meta.groups.is_empty(),
    ),
    field("campaigns", Noun::is_news, |meta| !meta.campaigns.is_empty()),
    field("picture", |noun| noun != Noun::Member, |meta| meta.picture.is_some()),
    field("agency", |noun| noun == Noun::Story, |meta| meta.agency.is_some()),
    field(
        "period",
        |noun| matches!(noun, Noun::Announcement | Noun::Campaign),
        |meta| meta.period.is_some(),
    ),
    field(
        "membership",
        |noun| noun == Noun::Member,
        |meta| meta.membership.is_some(),
    ),
    field("release", |noun| noun == Noun::Statement, |meta| meta.release.is_some()),
    field("group", |noun| noun == Noun::Group, |meta| meta.group.is_some()),
    field("meeting", |noun| noun == Noun::Meeting, |meta| meta.meeting.is_some()),
    field(
        "campaign",
        |noun| noun == Noun::Campaign,
        |meta| meta.campaign.is_some(),
    ),
    field("episode", |noun| noun == Noun::Episode, |meta| meta.episode.is_some()),
    field("video", |noun| noun == Noun::Video, |meta| meta.video.is_some()),
    field("order", is_ordered, |meta| meta.order.is_some()),
    field("owner", |noun| noun != Noun::Member, |meta| meta.owner.is_some()),
];

const fn field(name: &'static str, has: fn(Noun) -> bool, is_given: fn(&Meta) -> bool) -> Field {
    Field { name, has, is_given }
}

fn is_ordered(noun: Noun) -> bool {
    matches!(
        noun,
        Noun::Page | Noun::Effort | Noun::Member | Noun::Group | Noun::Series
    )
}

/// The names of all shared fields.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    FIELDS.iter().map(|field| field.name)
}

/// The names of the shared fields that an entry gives.
pub fn given(meta: &Meta) -> Vec<&'static str> {
    let given = FIELDS.iter().filter(|field| (field.is_given)(meta));
    given.map(|field| field.name).collect()
}

/// The shared fields, if a file has any of them.
pub(super) fn read(noun: Noun, fields: &mut Fields<'_>, problems: &mut Problems) -> Option<Meta> {
    let given: Vec<&Field> = FIELDS.iter().filter(|field| fields.has(field.name)).collect();
    if given.is_empty() {
        return None;
    }
    for field in given.iter().filter(|field| !(field.has)(noun)) {
        let message = format!("a {} has no {}", noun.as_str(), field.name);
        let remedy = "remove it, or see docs/content-files.md for what has it";
        fields.problem(field.name, problems, message, remedy);
    }
    Some(Meta {
        tags: references("tags", Noun::Tag, fields, problems),
        members: references("members", Noun::Member, fields, problems),
        efforts: references("efforts", Noun::Effort, fields, problems),
        groups: references("groups", Noun::Group, fields, problems),
        campaigns: references("campaigns", Noun::Campaign, fields, problems),
        picture: picture(fields, problems),
        agency: agency::read(fields, problems),
        period: period(fields, problems),
        membership: member::read(fields, problems),
        release: release::read(fields, problems).map(Box::new),
        group: gathering::read_group(fields, problems),
        meeting: gathering::read_meeting(fields, problems).map(Box::new),
        campaign: campaign::read(fields, problems),
        episode: broadcast::read_episode(fields, problems).map(Box::new),
        video: broadcast::read_video(fields, problems).map(Box::new),
        order: fields.number("order", problems),
        owner: fields.key("owner", Noun::Member, problems),
    })
}

/// What a kind cannot do without: the field, what is wrong without it, and what to write.
pub fn lacking(noun: Noun, meta: &Meta) -> Option<(&'static str, &'static str, &'static str)> {
    match noun {
        Noun::Announcement if meta.period.is_none() => Some((
            "period",
            "an announcement says from when until when it runs",
            "write period = { from = 2021-12-02, until = 2022-12-02 }",
        )),
        Noun::Meeting if meta.meeting.is_none() => Some((
            "meeting",
            "a meeting says on which day it is held",
            "write meeting = { from = 2022-11-24 }",
        )),
        Noun::Episode if meta.episode.is_none() => Some((
            "episode",
            "an episode says of which series it is",
            "write episode = { series = \"KEY\", number = 1 }",
        )),
        _ => None,
    }
}

/// The lines of a file's head that say what is shared: name and value.
pub(super) fn write(meta: &Meta) -> Vec<(&'static str, String)> {
    let mut lines: Vec<(&'static str, Option<String>)> = [
        ("tags", &meta.tags),
        ("members", &meta.members),
        ("efforts", &meta.efforts),
        ("groups", &meta.groups),
        ("campaigns", &meta.campaigns),
    ]
    .into_iter()
    .map(|(name, subjects)| (name, inline::keys(subjects)))
    .collect();
    lines.extend([
        (
            "picture",
            meta.picture.as_ref().map(|picture| inline::quote(picture.key())),
        ),
        ("agency", meta.agency.as_ref().map(agency::write)),
        ("period", meta.period.as_ref().map(write_period)),
        ("membership", meta.membership.as_ref().map(member::write)),
        ("release", meta.release.as_deref().map(release::write)),
        ("group", meta.group.as_ref().map(gathering::write_group)),
        ("meeting", meta.meeting.as_deref().map(gathering::write_meeting)),
        ("campaign", meta.campaign.as_ref().map(campaign::write)),
        ("episode", meta.episode.as_deref().map(broadcast::write_episode)),
        ("video", meta.video.as_deref().map(broadcast::write_video)),
        ("order", meta.order.map(|order| order.to_string())),
        ("owner", meta.owner.as_ref().map(|owner| inline::quote(owner.key()))),
    ]);
    lines
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .collect()
}

fn references(name: &str, noun: Noun, fields: &mut Fields<'_>, problems: &mut Problems) -> Vec<Subject> {
    let keys = fields.keys(name, noun, problems);
    if keys.len() > REFERENCES_MAX {
        fields.problem(
            name,
            problems,
            format!("there are more than {REFERENCES_MAX}"),
            "name fewer",
        );
    }
    keys
}

fn picture(fields: &mut Fields<'_>, problems: &mut Problems) -> Option<Subject> {
    let picture = fields.key("picture", Noun::Media, problems)?;
    if let Some((message, remedy)) = Purpose::Picture.objection(&picture) {
        fields.problem("picture", problems, message, remedy);
    }
    Some(picture)
}

fn period(fields: &mut Fields<'_>, problems: &mut Problems) -> Option<Period> {
    let mut table = fields.table("period", problems)?;
    let remedy = "write period = { from = 2021-12-02, until = 2022-12-02 }";
    let (from, until) = (
        table.needed_date("from", remedy, problems),
        table.needed_date("until", remedy, problems),
    );
    table.end(&["from", "until"], problems);
    let period = Period {
        from: from?,
        until: until?,
    };
    if period.until < period.from {
        fields.problem(
            "period",
            problems,
            "it ends before it begins",
            "put until on or after from",
        );
    }
    Some(period)
}

fn write_period(period: &Period) -> String {
    Inline::new().raw("from", period.from).raw("until", period.until).end()
}
