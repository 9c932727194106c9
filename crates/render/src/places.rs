//! Places that the site fills: the running announcement, newest stories, the wall, efforts, members, and quiet places
//! for what is being prepared.

use content::body::Dynamic;
use content::list::List;
use content::route::list_path;
use minijinja::value::Value;

use crate::desk::Desk;
use crate::error::RenderError;
use crate::scope::Scope;
use crate::world::Window;

/// How many stories a place shows.
const STORIES: usize = 6;
/// How many posts a place shows.
const POSTS: usize = 6;

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
            Dynamic::Campaign | Dynamic::Podcast | Dynamic::Videos => return Ok(Some(scope.into_value())),
        };
        if items.is_empty() {
            return Ok(None);
        }
        let all = match place {
            Dynamic::Announcement => List::Announcements(self.locale),
            Dynamic::Stories => List::Stories(self.locale),
            Dynamic::Efforts => List::Efforts(self.locale),
            _ => List::Wall,
        };
        Ok(Some(
            scope
                .with_all("items", items)
                .with("more", self.front(&all))
                .into_value(),
        ))
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
