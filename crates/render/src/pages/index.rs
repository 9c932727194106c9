//! Short indexes that are shown whole: lines of effort, groups, campaigns, podcast series, tags.

use content::Card;
use content::list::List;
use content::meta::GroupForm;
use content::route::list_path;

use crate::desk::Desk;
use crate::error::RenderError;
use crate::frame::Frame;
use crate::outcome::Outcome;
use crate::scope::Scope;
use crate::world::Window;

/// All lines of effort in their order.
pub(crate) fn efforts(desk: &Desk<'_>) -> Result<Outcome, RenderError> {
    let list = List::Efforts(desk.locale);
    let items = desk.item_views(&desk.listed(&list, Window::All)?)?;
    index(
        desk,
        &list,
        "efforts",
        "site-efforts",
        "index.html",
        Scope::new().with_all("items", items),
    )
}

/// Groups under what they are: steering, working and focus groups, joint initiatives.
pub(crate) fn groups(desk: &Desk<'_>) -> Result<Outcome, RenderError> {
    let list = List::Groups(desk.locale);
    let cards = desk.listed(&list, Window::All)?;
    let mut kinds = Vec::new();
    for form in GroupForm::ALL {
        let form_of = |card: &Card| card.meta.group.as_ref().map(|group| group.form).unwrap_or_default();
        let own: Vec<_> = cards.iter().filter(|card| form_of(card) == form).cloned().collect();
        if !own.is_empty() {
            let kind = Scope::new()
                .with("name", form.as_str())
                .with("title", desk.group_forms(form)?)
                .with_all("items", desk.item_views(&own)?);
            kinds.push(kind.into_value());
        }
    }
    let scope = Scope::new().with_all("kinds", kinds);
    index(desk, &list, "groups", "site-groups", "groups.html", scope)
}

/// All campaigns, the newest first.
pub(crate) fn campaigns(desk: &Desk<'_>) -> Result<Outcome, RenderError> {
    let list = List::Campaigns(desk.locale);
    let items = desk.item_views(&desk.listed(&list, Window::All)?)?;
    let scope = Scope::new().with_all("items", items);
    index(desk, &list, "campaigns", "site-campaigns", "index.html", scope)
}

/// All podcast series in their order.
pub(crate) fn series(desk: &Desk<'_>) -> Result<Outcome, RenderError> {
    let list = List::Series(desk.locale);
    let items = desk.item_views(&desk.listed(&list, Window::All)?)?;
    let scope = Scope::new().with_all("items", items);
    index(desk, &list, "series", "site-series", "index.html", scope)
}

/// All tags that gather something, sorted as the language sorts.
pub(crate) fn tags(desk: &Desk<'_>) -> Result<Outcome, RenderError> {
    let list = List::Tags(desk.locale);
    let mut cards = Vec::new();
    for card in desk.listed(&list, Window::All)? {
        if desk.is_filled(&List::Tag(card.subject.clone(), desk.locale))? {
            cards.push(card);
        }
    }
    cards.sort_by_cached_key(|card| (desk.formatter.sort_key(&card.title), card.subject.clone()));
    let items = cards.iter().map(|card| desk.link_view(card)).collect();
    index(
        desk,
        &list,
        "tags",
        "site-tags",
        "tags.html",
        Scope::new().with_all("items", items),
    )
}

fn index(
    desk: &Desk<'_>,
    list: &List,
    section: &'static str,
    title: &str,
    template: &str,
    scope: Scope,
) -> Result<Outcome, RenderError> {
    let title = desk.text(title, &[])?;
    let path = |locale| list_path(&list.in_locale(locale), locale, None);
    let frame = Frame::new(path(desk.locale), section, title.clone(), desk.versions_at(&path));
    desk.page(frame, template, ("list", scope.with("title", title).into_value()))
}
