//! What the pages of groups and meetings have beside their words.

use content::Card;
use content::list::List;
use content::meta::{GroupForm, Meeting};
use content::route::{calendar_path, encode_path};

use crate::desk::Desk;
use crate::error::RenderError;
use crate::pages::EXCERPT;
use crate::scope::Scope;
use crate::words::Filling;

/// Adds what a group is, who leads it, its newest meetings and news.
pub(crate) fn group(desk: &Desk<'_>, scope: Scope, card: &Card) -> Result<Scope, RenderError> {
    let group = card.meta.group.clone().unwrap_or_default();
    let meetings = List::MeetingsOf(card.subject.clone(), desk.locale);
    let news = List::Group(card.subject.clone(), desk.locale);
    Ok(scope
        .with("form", desk.group_form(group.form)?)
        .with_all("leads", desk.link_views(&group.leads)?)
        .with_all("meetings", desk.newest_views(&meetings, EXCERPT)?)
        .with("meetings_href", desk.front(&meetings))
        .with_all("stories", desk.newest_views(&news, EXCERPT)?)
        .with("stories_href", desk.front(&news)))
}

/// Adds when a meeting is held, its hosts, and what came of it.
pub(crate) fn meeting(desk: &Desk<'_>, scope: Scope, card: &Card) -> Result<Scope, RenderError> {
    let Some(meeting) = &card.meta.meeting else {
        return Ok(scope);
    };
    let outcome = match &meeting.outcome {
        Some(outcome) => desk.card(outcome)?,
        None => None,
    };
    Ok(scope
        .with("days", desk.days(meeting)?)
        .with("first_day", meeting.from.to_string())
        .with("hours", desk.hours(meeting)?)
        .with_all("hosts", desk.link_views(&meeting.hosts)?)
        .with_all("documents", desk.document_views(&meeting.documents)?)
        .with("calendar", encode_path(&calendar_path(&card.path)))
        .with("outcome", outcome.map(|card| desk.link_view(&card))))
}

impl Desk<'_> {
    /// What a group is, in words.
    pub(crate) fn group_form(&self, form: GroupForm) -> Result<String, RenderError> {
        let key = match form {
            GroupForm::Steering => "group-steering",
            GroupForm::Working => "group-working",
            GroupForm::Focus => "group-focus",
            GroupForm::Initiative => "group-initiative",
        };
        self.text(key, &[])
    }

    /// What several groups of a kind are called together.
    pub(crate) fn group_forms(&self, form: GroupForm) -> Result<String, RenderError> {
        let key = match form {
            GroupForm::Steering => "group-steering-all",
            GroupForm::Working => "group-working-all",
            GroupForm::Focus => "group-focus-all",
            GroupForm::Initiative => "group-initiative-all",
        };
        self.text(key, &[])
    }

    /// The day or days of a meeting in words.
    pub(crate) fn days(&self, meeting: &Meeting) -> Result<String, RenderError> {
        let from = self.formatter.date(meeting.from);
        match meeting.until {
            None => Ok(from),
            Some(until) => {
                let until = self.formatter.date(until);
                let fillings = [("from", Filling::Text(&from)), ("until", Filling::Text(&until))];
                self.text("meeting-days", &fillings)
            }
        }
    }

    /// From when until when on the clocks of which place; nothing if that is not known.
    fn hours(&self, meeting: &Meeting) -> Result<Option<String>, RenderError> {
        let Some(hours) = &meeting.hours else {
            return Ok(None);
        };
        let clock = |time: jiff::civil::Time| {
            let minutes = u32::try_from(time.hour()).unwrap_or(0) * 60 + u32::try_from(time.minute()).unwrap_or(0);
            self.clock(minutes)
        };
        let (opens, closes) = (clock(hours.opens), clock(hours.closes));
        let fillings = [
            ("opens", Filling::Text(&opens)),
            ("closes", Filling::Text(&closes)),
            ("zone", Filling::Text(&hours.zone)),
        ];
        self.text("meeting-hours", &fillings).map(Some)
    }
}
