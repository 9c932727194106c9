//! The directory of members: states by letter, organisations, former members.

use std::sync::Arc;

use content::Card;
use content::list::List;
use content::meta::{Form, Standing};
use content::route::list_path;
use minijinja::value::Value;

use crate::desk::Desk;
use crate::error::RenderError;
use crate::frame::Frame;
use crate::outcome::Outcome;
use crate::scope::Scope;
use crate::words::Filling;
use crate::world::Window;

pub(crate) fn page(desk: &Desk<'_>) -> Result<Outcome, RenderError> {
    let title = desk.text("site-members", &[])?;
    let path = |locale| list_path(&List::Members(locale), locale, None);
    let frame = Frame::new(path(desk.locale), "members", title.clone(), desk.versions_at(&path));
    let members = sorted(desk, desk.listed(&List::Members(desk.locale), Window::All)?);
    let former = sorted(desk, desk.listed(&List::Former(desk.locale), Window::All)?);
    let listed = u64::try_from(members.len()).unwrap_or(u64::MAX);
    let (organisations, states): (Vec<_>, Vec<_>) = members.into_iter().partition(|card| is_organisation(card));
    let scope = Scope::new()
        .with("title", title)
        .with_html("count", desk.member_count()?)
        .with(
            "listed",
            desk.text("member-listed", &[("count", Filling::Number(listed))])?,
        )
        .with_all("letters", letters(desk, &states)?)
        .with_all("organisations", views(desk, &organisations)?)
        .with_all("former", views(desk, &former)?);
    desk.page(frame, "members.html", ("list", scope.into_value()))
}

fn sorted(desk: &Desk<'_>, mut cards: Vec<Arc<Card>>) -> Vec<Arc<Card>> {
    cards.sort_by_cached_key(|card| (desk.formatter.sort_key(&card.title), card.subject.clone()));
    cards
}

fn is_organisation(card: &Card) -> bool {
    card.meta
        .membership
        .as_ref()
        .is_some_and(|membership| membership.form == Form::Organisation)
}

/// Members under the letters that they begin with.
fn letters(desk: &Desk<'_>, cards: &[Arc<Card>]) -> Result<Vec<Value>, RenderError> {
    let initial = |card: &Arc<Card>| desk.formatter.initial(&card.title);
    let groups = cards.chunk_by(|one, next| initial(one) == initial(next));
    let letters = groups.map(|group| {
        let letter = group.first().map(initial).unwrap_or_default();
        Ok(Scope::new()
            .with("letter", letter)
            .with_all("members", views(desk, group)?)
            .into_value())
    });
    letters.collect()
}

fn views(desk: &Desk<'_>, cards: &[Arc<Card>]) -> Result<Vec<Value>, RenderError> {
    let views = cards.iter().map(|card| {
        let standing = card.meta.membership.as_ref().map(|membership| membership.standing);
        let standing = match standing.filter(|standing| *standing != Standing::Full) {
            Some(standing) => desk.standing(standing)?,
            None => String::new(),
        };
        Ok(Scope::new()
            .with("link", desk.link_view(card))
            .with("standing", standing)
            .with("noted", !card.footnote.is_empty())
            .into_value())
    });
    views.collect()
}
