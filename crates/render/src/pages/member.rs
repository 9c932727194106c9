//! What the pages of members and of lines of effort have beside their words.

use content::list::List;
use content::meta::{Form, Membership, Standing};
use content::sanitise::is_web_address;
use content::{Card, Subject};
use minijinja::value::Value;

use crate::desk::Desk;
use crate::error::RenderError;
use crate::pages::EXCERPT;
use crate::post_words::shown_address;
use crate::scope::Scope;
use crate::world::Window;

/// Adds a member's names, standing, dates, links, newest stories and newest posts.
pub(crate) fn member(desk: &Desk<'_>, scope: Scope, card: &Card) -> Result<Scope, RenderError> {
    let stories = List::Member(card.subject.clone(), desk.locale);
    let voice = List::Voice(card.subject.clone());
    let led = desk.listed(&List::Led(card.subject.clone(), desk.locale), Window::All)?;
    let led: Vec<Value> = led.iter().map(|card| desk.link_view(card)).collect();
    let scope = scope
        .with_all("led", led)
        .with("official", card.official.as_str())
        .with("footnote", card.footnote.as_str())
        .with_all("stories", desk.newest_views(&stories, EXCERPT)?)
        .with("stories_href", desk.front(&stories))
        .with_all("posts", desk.posts(&voice, Window::Newest(EXCERPT))?)
        .with("posts_href", desk.front(&voice));
    // Whoever says nothing of its standing is a full member, and a state.
    let membership = card.meta.membership.clone().unwrap_or_default();
    with_membership(desk, scope, &membership)
}

fn with_membership(desk: &Desk<'_>, scope: Scope, membership: &Membership) -> Result<Scope, RenderError> {
    let date = |day: Option<jiff::civil::Date>| {
        let view = |day| {
            Scope::new()
                .with("date", desk.formatter.date(day))
                .with("datetime", day.to_string())
        };
        day.map(|day| view(day).into_value())
    };
    let links = membership.links.iter().filter(|(_, address)| is_web_address(address));
    let links = links.map(|(name, address)| {
        let scope = Scope::new()
            .with("name", name.as_str())
            .with("address", address.as_str());
        scope.with("shown", shown_address(address)).into_value()
    });
    let scope = scope
        .with("flag", membership.flag.as_str())
        .with("standing", desk.standing(membership.standing)?)
        .with("form", desk.form(membership.form)?)
        .with("press", membership.press.as_deref())
        .with("joined", date(membership.joined))
        .with("left", date(membership.left));
    Ok(scope.with_all("links", links.collect::<Vec<Value>>()))
}

/// Adds an effort's newest entries.
pub(crate) fn effort(desk: &Desk<'_>, scope: Scope, effort: &Subject) -> Result<Scope, RenderError> {
    let stories = List::Effort(effort.clone(), desk.locale);
    let items = desk.newest_views(&stories, EXCERPT)?;
    Ok(scope
        .with_all("stories", items)
        .with("stories_href", desk.front(&stories)))
}

impl Desk<'_> {
    /// How a member stands in the coalition, in words.
    pub(crate) fn standing(&self, standing: Standing) -> Result<String, RenderError> {
        let key = match standing {
            Standing::Full => "member-full",
            Standing::Observer => "member-observer",
            Standing::Partner => "member-partner",
        };
        self.text(key, &[])
    }

    fn form(&self, form: Form) -> Result<String, RenderError> {
        let key = match form {
            Form::State => "member-state",
            Form::Organisation => "member-organisation",
        };
        self.text(key, &[])
    }
}
