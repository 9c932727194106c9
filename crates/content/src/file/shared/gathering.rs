//! What is particular to groups and meetings.

use super::inline::{self, Inline};
use crate::file::fields::Fields;
use crate::file::media::Purpose;
use crate::file::problem::Problems;
use crate::meta::{Group, GroupForm, Hours, Meeting};
use crate::subject::{Noun, Subject};

/// The longest meeting, in days; a longer one is a mistyped year.
const DAYS_MAX: i32 = 60;

pub(super) fn read_group(fields: &mut Fields<'_>, problems: &mut Problems) -> Option<Group> {
    let mut table = fields.table("group", problems)?;
    let forms = GroupForm::ALL.map(|form| (form.as_str(), form));
    let group = Group {
        form: table.choice("form", &forms, problems).unwrap_or_default(),
        leads: table.keys("leads", Noun::Member, problems),
    };
    table.end(&["form", "leads"], problems);
    Some(group)
}

pub(super) fn write_group(group: &Group) -> String {
    Inline::new()
        .text("form", group.form.as_str())
        .keys("leads", &group.leads)
        .end()
}

pub(super) fn read_meeting(fields: &mut Fields<'_>, problems: &mut Problems) -> Option<Meeting> {
    let mut table = fields.table("meeting", problems)?;
    let from = table.needed_date("from", "write meeting = { from = 2022-11-24 }", problems);
    let until = table.date("until", problems);
    let hours = hours(&mut table, problems);
    let hosts = table.keys("hosts", Noun::Member, problems);
    let outcome = outcome(&mut table, problems);
    let documents = table.keys("documents", Noun::Media, problems);
    for (message, remedy) in documents.iter().filter_map(|file| Purpose::Document.objection(file)) {
        table.problem("documents", problems, message, remedy);
    }
    if let (Some(from), Some(until)) = (from, until) {
        let days = (until - from).get_days();
        if days < 0 {
            table.problem(
                "until",
                problems,
                "it ends before it begins",
                "put until on or after from",
            );
        } else if days > DAYS_MAX {
            let message = format!("it lasts {days} days, more than {DAYS_MAX}");
            table.problem("until", problems, message, "check the year");
        }
    }
    table.end(
        &[
            "from",
            "until",
            "opens",
            "closes",
            "zone",
            "hosts",
            "outcome",
            "documents",
        ],
        problems,
    );
    Some(Meeting {
        from: from?,
        until: until.filter(|until| Some(*until) != from),
        hours,
        hosts,
        outcome,
        documents,
    })
}

/// The hours stand together or not at all: a time without its zone says nothing.
fn hours(table: &mut Fields<'_>, problems: &mut Problems) -> Option<Hours> {
    let names = ["opens", "closes", "zone"];
    let given = names.iter().filter(|name| table.has(name)).count();
    if (1..names.len()).contains(&given)
        && let Some(missing) = names.iter().find(|name| !table.has(name))
    {
        let remedy = "write opens = 10:00:00, closes = 17:00:00, zone = \"Asia/Dubai\", or none of them";
        table.problem(missing, problems, "it is missing", remedy);
    }
    let (opens, closes) = (table.time("opens", problems), table.time("closes", problems));
    let zone = table.zone("zone", problems);
    Some(Hours {
        opens: opens?,
        closes: closes?,
        zone: zone?,
    })
}

fn outcome(table: &mut Fields<'_>, problems: &mut Problems) -> Option<Subject> {
    let subject = table.subject("outcome", problems)?;
    if !matches!(subject.noun(), Noun::Statement | Noun::Story) {
        let message = format!("{subject} is neither a statement nor a story");
        table.problem("outcome", problems, message, "write outcome = \"statement/KEY\"");
    }
    Some(subject)
}

pub(super) fn write_meeting(meeting: &Meeting) -> String {
    let hours = meeting.hours.as_ref();
    Inline::new()
        .raw("from", meeting.from)
        .maybe("until", meeting.until)
        .maybe("opens", hours.map(|hours| hours.opens))
        .maybe("closes", hours.map(|hours| hours.closes))
        .maybe_text("zone", hours.map(|hours| hours.zone.as_str()))
        .keys("hosts", &meeting.hosts)
        .maybe(
            "outcome",
            meeting.outcome.as_ref().map(|outcome| inline::quote(outcome.as_str())),
        )
        .keys("documents", &meeting.documents)
        .end()
}
