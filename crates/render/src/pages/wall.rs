//! The wall: the posts of all members, or of one, page by page.

use content::list::{List, Position};

use crate::desk::Desk;
use crate::error::RenderError;
use crate::outcome::Outcome;
use crate::pages::list::{heading, paged, turning};

pub(crate) fn page(desk: &Desk<'_>, list: &List, chunk: Option<Position>) -> Result<Outcome, RenderError> {
    let Some((range, frame)) = paged(desk, list, chunk)? else {
        return Ok(Outcome::Absent);
    };
    let cards = desk.cards(range.items.iter().map(|item| &item.subject))?;
    let posts = cards
        .iter()
        .map(|card| desk.post_view(card))
        .collect::<Result<_, _>>()?;
    let scope = turning(desk, heading(desk, list)?.with_all("items", posts), list, chunk, &range);
    desk.page(frame, "wall.html", ("list", scope.into_value()))
}
