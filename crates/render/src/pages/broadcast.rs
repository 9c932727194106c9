//! What the pages of podcast series, their episodes and videos have beside their words.

use std::collections::BTreeMap;
use std::sync::Arc;

use content::body::Season;
use content::list::List;
use content::{Body, Card, Content, Subject};
use minijinja::value::Value;

use crate::desk::Desk;
use crate::error::RenderError;
use crate::players::Player;
use crate::scope::Scope;
use crate::transcripts::transcript;
use crate::words::Filling;
use crate::world::Window;

/// Adds a series' episodes, season by season.
pub(crate) fn series(desk: &Desk<'_>, scope: Scope, card: &Card, body: &Body) -> Result<Scope, RenderError> {
    Ok(scope.with_all("seasons", desk.seasons(&card.subject, body)?))
}

/// Adds an episode's series and number, and what can be heard and read of it; it may still be coming.
pub(crate) fn episode(
    desk: &Desk<'_>,
    scope: Scope,
    card: &Card,
    body: &Body,
    player: Option<Player>,
) -> Result<Scope, RenderError> {
    let Some(episode) = &card.meta.episode else {
        return Ok(scope.with("number", "").with("coming", true));
    };
    let series = desk.card(&episode.series)?;
    let spoken = player.as_ref().map(Player::language);
    let transcript = transcript(desk, card, body, [&episode.transcripts, &episode.audio], spoken)?;
    Ok(scope
        .with("number", desk.episode_number(episode.number)?)
        .with("series", series.map(|card| desk.link_view(&card)))
        .with("coming", player.is_none())
        .with("player", player.map(Player::into_value))
        .with("transcript", transcript))
}

/// Adds a video's player, or where it is shown, and what is said in it.
pub(crate) fn video(
    desk: &Desk<'_>,
    scope: Scope,
    card: &Card,
    body: &Body,
    player: Option<Player>,
) -> Result<Scope, RenderError> {
    let spoken = player.as_ref().filter(|player| player.is_seen()).map(Player::language);
    let transcript = match &card.meta.video {
        Some(video) => transcript(desk, card, body, [&video.captions, &video.files], spoken)?,
        None => None,
    };
    Ok(scope
        .with("player", player.map(Player::into_value))
        .with("transcript", transcript))
}

impl Desk<'_> {
    /// The episodes of a series under their seasons, in the order of their numbers.
    pub(crate) fn seasons(&self, series: &Subject, body: &Body) -> Result<Vec<Value>, RenderError> {
        let episodes = self.listed(&List::Episodes(series.clone(), self.locale), Window::All)?;
        let mut seasons: BTreeMap<u32, Vec<Arc<Card>>> = BTreeMap::new();
        for card in episodes {
            let season = card.meta.episode.as_ref().and_then(|episode| episode.season);
            seasons.entry(season.unwrap_or(0)).or_default().push(card);
        }
        let named = names(body);
        let views = seasons.iter().map(|(number, cards)| {
            let title = named.get(number).map(|season| crate::body::plain_words(&season.title));
            let title = match (title, number) {
                (Some(title), _) => title,
                (None, 0) => String::new(),
                (None, number) => self.text("series-season", &[("number", Filling::Number((*number).into()))])?,
            };
            let episodes: Result<Vec<Value>, RenderError> = cards.iter().map(|card| self.episode_view(card)).collect();
            Ok(Scope::new()
                .with("number", *number)
                .with("title", title)
                .with_all("episodes", episodes?)
                .into_value())
        });
        views.collect()
    }

    fn episode_view(&self, card: &Card) -> Result<Value, RenderError> {
        let episode = card.meta.episode.as_ref();
        let number = match episode {
            Some(episode) => self.episode_number(episode.number)?,
            None => String::new(),
        };
        let length = self.length_of(card)?;
        Ok(Scope::new()
            .with("link", self.link_view(card))
            .with("coming", length.is_none())
            .with("length", length)
            .with("number", number)
            .with("summary", card.summary.as_str())
            .with_html("attributes", self.attributes(card.language))
            .into_value())
    }

    fn episode_number(&self, number: u32) -> Result<String, RenderError> {
        self.text("series-episode", &[("number", Filling::Number(number.into()))])
    }
}

/// What the seasons of a series are called, by number.
fn names(body: &Body) -> BTreeMap<u32, &Season> {
    let seasons = body.blocks.iter().filter_map(|block| match &block.content {
        Content::Seasons(seasons) => Some(seasons),
        _ => None,
    });
    seasons.flatten().map(|season| (season.number, season)).collect()
}
