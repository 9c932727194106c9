//! How a statement was released.

use language::Locale;

use super::inline::{self, Inline};
use crate::file::fields::{Fields, LINE_MAX};
use crate::file::problem::Problems;
use crate::meta::Release;
use crate::subject::Noun;

pub(super) fn read(fields: &mut Fields<'_>, problems: &mut Problems) -> Option<Release> {
    let mut table = fields.table("release", problems)?;
    let issued = table.keys("issued", Noun::Member, problems);
    let associated = table.keys("associated", Noun::Member, problems);
    let zone = table.zone("zone", problems);
    let authentic = table.list("authentic", problems);
    let mut locales = Vec::new();
    for code in &authentic {
        match Locale::parse(code) {
            Ok(locale) => locales.push(locale),
            Err(error) => table.problem(
                "authentic",
                problems,
                error.to_string(),
                "write language codes: [\"en\", \"fr\"]",
            ),
        }
    }
    let reference = table.words("reference", LINE_MAX, problems);
    table.end(&["issued", "associated", "zone", "authentic", "reference"], problems);
    Some(Release {
        zone,
        authentic: locales,
        issued,
        associated,
        reference,
    })
}

pub(super) fn write(release: &Release) -> String {
    let authentic: Vec<String> = release.authentic.iter().map(|locale| locale.to_string()).collect();
    Inline::new()
        .maybe_text("zone", release.zone.as_deref())
        .maybe("authentic", inline::words(&authentic))
        .keys("issued", &release.issued)
        .keys("associated", &release.associated)
        .maybe_text("reference", release.reference.as_deref())
        .end()
}
