//! Cards as templates take them: links with names, items of lists.

use std::sync::Arc;

use content::list::List;
use content::route::encode_path;
use content::{Card, Instant, Noun, Subject};
use minijinja::value::Value;

use crate::desk::Desk;
use crate::error::RenderError;
use crate::frame::section_name;
use crate::scope::Scope;
use crate::words::Filling;
use crate::world::Window;

/// How many members the item of a list names.
const MEMBERS: usize = 2;

impl Desk<'_> {
    /// A name that leads to its page: `href`, `title`, `attributes`, and `flag` for members.
    pub(crate) fn link_view(&self, card: &Card) -> Value {
        let flag = card
            .meta
            .membership
            .as_ref()
            .map_or("", |membership| membership.flag.as_str());
        self.link_scope(card).with("flag", flag).into_value()
    }

    fn link_scope(&self, card: &Card) -> Scope {
        Scope::new()
            .with("href", encode_path(&card.path))
            .with("title", card.title.as_str())
            .with_html("attributes", self.attributes(card.language))
    }

    /// An item of a list: its link, date, place, standfirst; for news whose it is, for announcements when they run.
    pub(crate) fn item_view(&self, card: &Card) -> Result<Value, RenderError> {
        let scope = self
            .link_scope(card)
            .with("kind", section_name(card.subject.noun()))
            .with("summary", card.summary.as_str())
            .with("dateline", card.dateline.as_str());
        let scope = match (&card.meta.meeting, card.published) {
            (Some(meeting), _) => scope
                .with("date", self.days(meeting)?)
                .with("datetime", meeting.from.to_string()),
            (None, Some(at)) if card.subject.noun().is_news() => self.with_date(scope, at),
            _ => scope,
        };
        let scope = match card.subject.noun() {
            Noun::Story | Noun::Statement => {
                let named = card.meta.members.get(..card.meta.members.len().min(MEMBERS));
                scope.with_all("members", self.link_views(named.unwrap_or_default())?)
            }
            _ => scope,
        };
        let scope = self.with_picture(scope, card)?;
        let scope = match card.subject.noun() {
            Noun::Video => {
                let is_elsewhere = card.meta.video.as_ref().is_some_and(|video| video.address.is_some());
                match self.length_of(card)? {
                    None if !is_elsewhere => scope.with("absent", self.text("player-none", &[])?),
                    length => scope.with("length", length),
                }
            }
            Noun::Episode => {
                let length = self.length_of(card)?;
                scope.with("coming", length.is_none()).with("length", length)
            }
            _ => scope,
        };
        Ok(match self.period(card)? {
            Some(period) => scope.with("period", period).into_value(),
            None => scope.into_value(),
        })
    }

    /// Items of a list.
    pub(crate) fn item_views(&self, cards: &[Arc<Card>]) -> Result<Vec<Value>, RenderError> {
        cards.iter().map(|card| self.item_view(card)).collect()
    }

    /// Adds an instant for people (`date`) and for machines (`datetime`).
    pub(crate) fn with_date(&self, scope: Scope, at: Instant) -> Scope {
        scope.with("date", self.date(at)).with("datetime", at.to_string())
    }

    /// From when until when an announcement runs: always with its years.
    pub(crate) fn period(&self, card: &Card) -> Result<Option<String>, RenderError> {
        let Some(period) = card.meta.period else {
            return Ok(None);
        };
        let (from, until) = (self.formatter.date(period.from), self.formatter.date(period.until));
        let fillings = [("from", Filling::Text(&from)), ("until", Filling::Text(&until))];
        self.text("announcement-period", &fillings).map(Some)
    }

    /// Links to subjects, without those that are not public; tags are taken to have a page, as what is shown has them.
    pub(crate) fn link_views(&self, subjects: &[Subject]) -> Result<Vec<Value>, RenderError> {
        Ok(self.cards(subjects)?.iter().map(|card| self.link_view(card)).collect())
    }

    /// The newest items of a list as views.
    pub(crate) fn newest_views(&self, list: &List, count: usize) -> Result<Vec<Value>, RenderError> {
        self.item_views(&self.listed(list, Window::Newest(count))?)
    }
}
