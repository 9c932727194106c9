//! The directory of members: states by letter, organisations, former members.

use std::sync::Arc;

use content::Card;
use content::list::List;
use content::meta::{Form, Region, Standing};
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
        .with_all("regions", regions(desk, &states)?)
        .with_all("groups", groups(desk)?)
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

/// States under the parts of the world that they are listed under, if the coalition says which.
fn regions(desk: &Desk<'_>, cards: &[Arc<Card>]) -> Result<Vec<Value>, RenderError> {
    let region_of = |card: &Card| card.meta.membership.as_ref().and_then(|membership| membership.region);
    let mut regions = Vec::new();
    for region in Region::ALL {
        let own: Vec<Arc<Card>> = cards
            .iter()
            .filter(|card| region_of(card) == Some(region))
            .cloned()
            .collect();
        if !own.is_empty() {
            let view = Scope::new()
                .with("name", region.as_str())
                .with("title", desk.region(region)?)
                .with_all("members", views(desk, &own)?);
            regions.push(view.into_value());
        }
    }
    Ok(regions)
}

/// Groups with the members that lead them.
fn groups(desk: &Desk<'_>) -> Result<Vec<Value>, RenderError> {
    let groups = desk.listed(&List::Groups(desk.locale), Window::All)?;
    let views = groups.iter().map(|card| {
        let leads = card.meta.group.as_ref().map_or(&[][..], |group| &group.leads);
        Ok(Scope::new()
            .with("link", desk.link_view(card))
            .with_all("leads", desk.link_views(leads)?)
            .into_value())
    });
    views.collect()
}

impl Desk<'_> {
    fn region(&self, region: Region) -> Result<String, RenderError> {
        let key = match region {
            Region::Africa => "member-africa",
            Region::Americas => "member-americas",
            Region::AsiaPacific => "member-asia-pacific",
            Region::Europe => "member-europe",
            Region::MiddleEast => "member-middle-east",
        };
        self.text(key, &[])
    }
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
