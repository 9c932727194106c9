//! An entry's page: a story, statement, announcement, plain page, member or effort; or the notice that it was
//! withdrawn.

use content::card::{Address, Standing, State};
use content::list::List;
use content::past::Past;
use content::{Card, Instant, Noun, Subject};
use language::Locale;

use crate::body::{self, Numbering};
use crate::desk::Desk;
use crate::error::RenderError;
use crate::frame::{Frame, section_name};
use crate::outcome::Outcome;
use crate::pages::{broadcast, campaign, errors, gathering, history, member, statement, story};
use crate::players::Player;
use crate::scope::Scope;
use crate::words::Filling;

pub(crate) fn page(desk: &Desk<'_>, subject: &Subject) -> Result<Outcome, RenderError> {
    match desk.world.state(subject, desk.locale)? {
        None => Ok(Outcome::Absent),
        Some(State {
            path,
            language,
            standing: Standing::Gone(notice),
        }) => {
            let address = Address { path, language };
            errors::withdrawn(desk, subject, &address, &notice)
        }
        Some(State {
            path,
            language,
            standing: Standing::Public { published, past, .. },
        }) => public(desk, subject, Address { path, language }, published, &past),
    }
}

fn public(
    desk: &Desk<'_>,
    subject: &Subject,
    own: Address,
    published: Instant,
    past: &Past,
) -> Result<Outcome, RenderError> {
    let (Some(card), Some(body)) = (desk.card(subject)?, desk.world.body(subject, desk.locale)?) else {
        return Ok(Outcome::Absent);
    };
    let mut frame = Frame::new(
        own.path.clone(),
        section_name(subject.noun()),
        card.title.clone(),
        desk.entry_versions(subject, &own)?,
    );
    frame.description.clone_from(&card.summary);
    frame.image = desk.preview_of(&card)?;
    frame.dated = subject.noun().is_news();
    frame.elsewhere = elsewhere(desk, subject, &own, &card)?;
    let player = desk.player(&card)?;
    let playing = player.as_ref().and_then(Player::address);
    let parts = body::parts(desk, &body, own.language, numbering(subject), playing)?;
    let scope = desk.with_date(shared(desk, &card)?.with_all("parts", parts), published);
    let scope = match player.as_ref().is_some_and(Player::is_seen) {
        // It stands in the player until that is started.
        true => scope,
        false => desk.with_picture(scope, &card)?,
    };
    let scope = match subject.noun().is_news() {
        true => scope.with_all("share", desk.share_views(&card.title, &card.path)?),
        false => scope,
    };
    let scope = match desk.untranslated(own.language)? {
        Some(notice) => scope.with("notice", notice),
        None => scope,
    };
    let scope = match past.is_empty() {
        true => scope,
        false => scope.with("past", history::past_view(desk, &card, past)?),
    };
    let (template, scope) = match subject.noun() {
        Noun::Story => ("story.html", story::neighbours(desk, scope, &card, published)?),
        Noun::Statement => {
            let scope = statement::statement(desk, scope, &card, published)?;
            let list = List::Statements(desk.locale);
            ("statement.html", story::beside(desk, scope, &list, &card, published)?)
        }
        Noun::Announcement => ("announcement.html", scope),
        Noun::Member => ("member.html", member::member(desk, scope, &card)?),
        Noun::Effort => ("effort.html", member::effort(desk, scope, subject)?),
        Noun::Group => ("group.html", gathering::group(desk, scope, &card)?),
        Noun::Meeting => ("meeting.html", gathering::meeting(desk, scope, &card)?),
        Noun::Campaign => ("campaign.html", campaign::campaign(desk, scope, &card)?),
        Noun::Series => ("series.html", broadcast::series(desk, scope, &card, &body)?),
        Noun::Episode => ("episode.html", broadcast::episode(desk, scope, &card, &body, player)?),
        Noun::Video => ("video.html", broadcast::video(desk, scope, &card, &body, player)?),
        _ => ("page.html", scope),
    };
    desk.page(frame, template, ("entry", scope.into_value()))
}

/// The paragraphs of a statement have numbers, so that they can be cited.
fn numbering(subject: &Subject) -> Numbering {
    match subject.noun() {
        Noun::Statement => Numbering::Paragraphs,
        _ => Numbering::None,
    }
}

/// What all kinds of entries show.
fn shared(desk: &Desk<'_>, card: &Card) -> Result<Scope, RenderError> {
    let scope = Scope::new()
        .with("title", card.title.as_str())
        .with_html("attributes", desk.attributes(card.language))
        .with("summary", card.summary.as_str())
        .with("dateline", card.dateline.as_str())
        .with_all("tags", desk.link_views(&card.meta.tags)?)
        .with_all("members", desk.link_views(&card.meta.members)?)
        .with_all("efforts", desk.link_views(&card.meta.efforts)?)
        .with_all("groups", desk.link_views(&card.meta.groups)?)
        .with_all("campaigns", desk.link_views(&card.meta.campaigns)?);
    Ok(match desk.period(card)? {
        Some(period) => scope.with("period", period),
        None => scope,
    })
}

/// Where the words stand first: at the agency that a story is republished from, or in the source's language.
fn elsewhere(desk: &Desk<'_>, subject: &Subject, own: &Address, card: &Card) -> Result<Option<String>, RenderError> {
    if let Some(original) = card.meta.agency.as_ref().and_then(|agency| agency.address.clone()) {
        return Ok(Some(original));
    }
    if own.language == desk.locale {
        return Ok(None);
    }
    let source = desk.world.address(subject, own.language)?;
    Ok(source.map(|source| desk.absolute(&source.path)))
}

impl Desk<'_> {
    /// What a reader is told where words are not in the page's language.
    pub(crate) fn untranslated(&self, language: Locale) -> Result<Option<String>, RenderError> {
        if language == self.locale {
            return Ok(None);
        }
        self.text(
            "story-untranslated",
            &[("language", Filling::Text(language.native_name()))],
        )
        .map(Some)
    }
}
