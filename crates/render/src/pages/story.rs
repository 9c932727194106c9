//! What a story has beside its words: the agency, the stories before and after it, and related ones.

use std::collections::BTreeSet;

use content::list::{List, Position};
use content::sanitise::is_web_address;
use content::{Card, Instant, Subject};
use minijinja::value::Value;

use crate::desk::Desk;
use crate::error::RenderError;
use crate::scope::Scope;
use crate::world::Window;

/// How many related entries are shown.
const RELATED: usize = 4;

/// Adds agency, neighbours and related entries.
pub(crate) fn neighbours(desk: &Desk<'_>, scope: Scope, card: &Card, published: Instant) -> Result<Scope, RenderError> {
    let scope = beside(desk, agency(scope, card), &List::Stories(desk.locale), card, published)?;
    let position = Position::new(published, &card.subject);
    Ok(scope.with_all("related", related(desk, card, position)?))
}

/// Adds the entries before and after one in a list.
pub(crate) fn beside(
    desk: &Desk<'_>,
    scope: Scope,
    list: &List,
    card: &Card,
    published: Instant,
) -> Result<Scope, RenderError> {
    let position = Position::new(published, &card.subject);
    let next = |window| -> Result<Option<Value>, RenderError> {
        Ok(desk.listed(list, window)?.first().map(|card| desk.link_view(card)))
    };
    Ok(scope
        .with("older", next(Window::Before(position, 1))?)
        .with("newer", next(Window::After(position, 1))?))
}

fn agency(scope: Scope, card: &Card) -> Scope {
    let Some(agency) = &card.meta.agency else { return scope };
    let view = Scope::new()
        .with("name", agency.name.as_str())
        .with(
            "address",
            agency.address.as_deref().filter(|address| is_web_address(address)),
        )
        .with("licence", agency.licence.as_deref());
    scope.with("agency", view.into_value())
}

/// Entries older than this one that share its first tag, then its further tags: a new story leaves old pages alone.
fn related(desk: &Desk<'_>, card: &Card, position: Position) -> Result<Vec<Value>, RenderError> {
    let mut found: Vec<Subject> = Vec::new();
    let mut seen = BTreeSet::from([card.subject.clone()]);
    for tag in &card.meta.tags {
        let missing = RELATED.saturating_sub(found.len());
        if missing == 0 {
            break;
        }
        // As many again as were found: those may be among them.
        let window = Window::Before(position, missing + found.len());
        let range = desk.world.range(&List::Tag(tag.clone(), desk.locale), window)?;
        let fresh = range
            .items
            .into_iter()
            .map(|item| item.subject)
            .filter(|subject| seen.insert(subject.clone()));
        found.extend(fresh.take(missing));
    }
    desk.item_views(&desk.cards(&found)?)
}
