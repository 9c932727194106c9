//! Places that the site fills: the running announcement, newest stories, the wall, efforts, members, the campaign, the
//! podcast, newest videos.

use content::body::Dynamic;
use content::list::List;
use content::route::{encode_path, list_path};
use minijinja::value::Value;

use crate::desk::Desk;
use crate::error::RenderError;
use crate::scope::Scope;
use crate::world::Window;

/// How many stories a place shows.
const STORIES: usize = 6;
/// How many posts a place shows.
const POSTS: usize = 6;
/// How many videos a place shows.
const VIDEOS: usize = 5;
/// How much a place shows of a campaign.
const NEWS: usize = 4;

impl Desk<'_> {
    /// A place as templates take it; none if it has nothing to show.
    pub(crate) fn place(&self, place: Dynamic) -> Result<Option<Value>, RenderError> {
        let scope = Scope::new().with("place", place.as_str());
        let items = match place {
            Dynamic::Announcement => self.newest_views(&List::Running(self.locale), 1)?,
            Dynamic::Stories => self.newest_views(&List::Stories(self.locale), STORIES)?,
            Dynamic::Wall => self.posts(&List::Wall, Window::Newest(POSTS))?,
            Dynamic::Efforts => self.item_views(&self.listed(&List::Efforts(self.locale), Window::All)?)?,
            Dynamic::Members => {
                let scope = scope
                    .with_html("count", self.member_count()?)
                    .with("more", self.front(&List::Members(self.locale)));
                return Ok(Some(scope.into_value()));
            }
            Dynamic::Campaign => return self.campaign_place(scope),
            Dynamic::Podcast => return self.podcast_place(scope),
            Dynamic::Videos => self.newest_views(&List::Videos(self.locale), VIDEOS)?,
        };
        if items.is_empty() {
            return Ok(None);
        }
        let all = match place {
            Dynamic::Announcement => List::Announcements(self.locale),
            Dynamic::Stories => List::Stories(self.locale),
            Dynamic::Efforts => List::Efforts(self.locale),
            Dynamic::Videos => List::Videos(self.locale),
            _ => List::Wall,
        };
        Ok(Some(
            scope
                .with_all("items", items)
                .with("more", self.front(&all))
                .into_value(),
        ))
    }

    /// The newest campaign whose period runs, with what is new in it.
    fn campaign_place(&self, scope: Scope) -> Result<Option<Value>, RenderError> {
        let running = self.listed(&List::Active(self.locale), Window::Newest(1))?;
        let Some(card) = running.first() else { return Ok(None) };
        let campaign = card.meta.campaign.clone().unwrap_or_default();
        let news = List::Campaign(card.subject.clone(), self.locale);
        let scope = scope
            .with("link", self.link_view(card))
            .with("summary", card.summary.as_str())
            .with_html("attributes", self.attributes(card.language))
            .with("palette", campaign.palette.as_deref().unwrap_or_default())
            .with_all("items", self.newest_views(&news, NEWS)?)
            .with("more", encode_path(&card.path));
        Ok(Some(self.with_picture(scope, card)?.into_value()))
    }

    /// The first podcast series with its episodes.
    fn podcast_place(&self, scope: Scope) -> Result<Option<Value>, RenderError> {
        let series = self.listed(&List::Series(self.locale), Window::All)?;
        let Some(card) = series.first() else { return Ok(None) };
        let body = self.world.body(&card.subject, self.locale)?;
        let seasons = match &body {
            Some(body) => self.seasons(&card.subject, body)?,
            None => Vec::new(),
        };
        let scope = scope
            .with("link", self.link_view(card))
            .with("summary", card.summary.as_str())
            .with_html("attributes", self.attributes(card.language))
            .with_all("seasons", seasons)
            .with("more", self.front(&List::Series(self.locale)));
        Ok(Some(scope.into_value()))
    }

    /// The posts of a part of a list as views.
    pub(crate) fn posts(&self, list: &List, window: Window) -> Result<Vec<Value>, RenderError> {
        self.listed(list, window)?
            .iter()
            .map(|card| self.post_view(card))
            .collect()
    }

    /// The address of a list's front page in this locale, as it is written into a link.
    pub(crate) fn front(&self, list: &List) -> String {
        content::route::encode_path(&list_path(list, self.locale, None))
    }
}
