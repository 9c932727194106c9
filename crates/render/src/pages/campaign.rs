//! What a campaign's page has beside its words: its look, its news, and the posts that carry its hashtags.

use std::collections::BTreeMap;

use content::list::{List, Position};
use content::{Card, Subject, hashtags};
use minijinja::value::Value;

use crate::desk::Desk;
use crate::error::RenderError;
use crate::pages::EXCERPT;
use crate::scope::Scope;
use crate::world::Window;

/// How many posts a campaign shows.
const POSTS: usize = 12;

/// Adds palette, hashtags, news and posts.
pub(crate) fn campaign(desk: &Desk<'_>, scope: Scope, card: &Card) -> Result<Scope, RenderError> {
    let campaign = card.meta.campaign.clone().unwrap_or_default();
    let news = List::Campaign(card.subject.clone(), desk.locale);
    let words = campaign.hashtags.iter().map(|word| Value::from(word.as_str()));
    Ok(scope
        .with("palette", campaign.palette.as_deref().unwrap_or_default())
        .with_all("hashtags", words.collect())
        .with_all("posts", posts(desk, &campaign.hashtags, POSTS)?)
        .with_all("stories", desk.newest_views(&news, EXCERPT)?)
        .with("stories_href", desk.front(&news)))
}

/// The newest posts that carry any of the hashtags, each once.
pub(crate) fn posts(desk: &Desk<'_>, words: &[String], most: usize) -> Result<Vec<Value>, RenderError> {
    let mut found: BTreeMap<Position, Subject> = BTreeMap::new();
    for word in words {
        let list = List::Hashtag(hashtags::key(word));
        let range = desk.world.range(&list, Window::Newest(most))?;
        found.extend(range.items.into_iter().map(|item| (item.position, item.subject)));
    }
    let newest: Vec<Subject> = found.into_values().rev().take(most).collect();
    let cards = desk.cards(&newest)?;
    cards.iter().map(|card| desk.post_view(card)).collect()
}
