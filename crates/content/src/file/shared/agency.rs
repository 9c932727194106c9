//! The agency that a story is republished from.

use super::inline::Inline;
use crate::file::fields::{Fields, LINE_MAX};
use crate::file::problem::Problems;
use crate::meta::Agency;

pub(super) fn read(fields: &mut Fields<'_>, problems: &mut Problems) -> Option<Agency> {
    let mut table = fields.table("agency", problems)?;
    let agency = Agency {
        name: table.needed("name", LINE_MAX, problems),
        address: table.address("address", problems),
        licence: table.words("licence", LINE_MAX, problems),
    };
    table.end(&["name", "address", "licence"], problems);
    Some(agency)
}

pub(super) fn write(agency: &Agency) -> String {
    Inline::new()
        .text("name", &agency.name)
        .maybe_text("address", agency.address.as_deref())
        .maybe_text("licence", agency.licence.as_deref())
        .end()
}
