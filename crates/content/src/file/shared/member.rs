//! A member's part in the coalition.

use super::inline::Inline;
use crate::file::fields::Fields;
use crate::file::problem::Problems;
use crate::meta::{Form, Membership, Region, Standing};

const KNOWN: [&str; 8] = ["joined", "left", "standing", "form", "flag", "region", "press", "links"];

pub(super) fn read(fields: &mut Fields<'_>, problems: &mut Problems) -> Option<Membership> {
    let mut table = fields.table("membership", problems)?;
    let standings = [
        ("full", Standing::Full),
        ("observer", Standing::Observer),
        ("partner", Standing::Partner),
    ];
    let forms = [("state", Form::State), ("organisation", Form::Organisation)];
    let regions = Region::ALL.map(|region| (region.as_str(), region));
    let mut membership = Membership {
        joined: table.date("joined", problems),
        left: table.date("left", problems),
        standing: table.choice("standing", &standings, problems).unwrap_or_default(),
        form: table.choice("form", &forms, problems).unwrap_or_default(),
        flag: table.words("flag", 16, problems).unwrap_or_default(),
        region: table.choice("region", &regions, problems),
        press: table.contact("press", problems),
        links: Default::default(),
    };
    if let Some(mut links) = table.table("links", problems) {
        for name in links.names() {
            if let Some(address) = links.address(&name, problems) {
                membership.links.insert(name, address);
            }
        }
    }
    if let (Some(joined), Some(left)) = (membership.joined, membership.left)
        && left <= joined
    {
        table.problem("left", problems, "it does not lie after joined", "check both days");
    }
    table.end(&KNOWN, problems);
    Some(membership)
}

pub(super) fn write(membership: &Membership) -> String {
    let standing = match membership.standing {
        Standing::Full => None,
        Standing::Observer => Some("observer"),
        Standing::Partner => Some("partner"),
    };
    let form = (membership.form == Form::Organisation).then_some("organisation");
    let flag = Some(membership.flag.as_str()).filter(|flag| !flag.is_empty());
    let links = membership.links.iter().fold(Inline::new(), |table, (name, address)| {
        table.text(&super::inline::quote(name), address)
    });
    Inline::new()
        .maybe("joined", membership.joined)
        .maybe("left", membership.left)
        .maybe_text("standing", standing)
        .maybe_text("form", form)
        .maybe_text("flag", flag)
        .maybe_text("region", membership.region.map(Region::as_str))
        .maybe_text("press", membership.press.as_deref())
        .maybe("links", (!membership.links.is_empty()).then(|| links.end()))
        .end()
}
