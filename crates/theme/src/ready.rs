//! A theme made ready for rendering, or all that is in the way.

use std::collections::{BTreeMap, BTreeSet};

use language::Catalogue;
use render::Theme;

use crate::files::{FileMap, Files};
use crate::finding::{Finding, lacking};
use crate::messages;
use crate::settings::Settings;

/// A theme that can be rendered with.
#[derive(Debug)]
pub struct Ready {
    /// Templates and files.
    pub theme: Theme,
    /// The messages of each language, with the theme's over the program's.
    pub catalogues: Vec<Catalogue>,
}

/// Makes a theme ready. `built_in` are the files of the theme that comes with the program, which tell what templates the
/// program asks for; `messages` are the program's (`CODE.ftl` to text).
///
/// # Errors
/// All that keeps the theme from being rendered, sorted by file and line.
pub fn ready(files: &FileMap, built_in: &FileMap, messages: &FileMap) -> Result<Ready, Vec<Finding>> {
    let mut findings = Vec::new();
    let ready = made(&Files::sort(files, &mut findings), built_in, messages, &mut findings);
    findings.sort();
    findings.dedup();
    ready.filter(|_| findings.is_empty()).ok_or(findings)
}

/// As [`ready`], of files that were sorted.
pub(crate) fn made(files: &Files, built_in: &FileMap, program: &FileMap, findings: &mut Vec<Finding>) -> Option<Ready> {
    findings.extend(Settings::parse(&files.settings).err());
    let catalogues = messages::laid(files, program, findings);
    messages::missing(files, &catalogues, findings);
    let lacks = |name: &&String| !files.templates.contains_key(*name);
    findings.extend(asked_for(built_in).iter().filter(lacks).map(|name| lacking(name)));
    let theme = Theme::compile(&files.templates, files.assets.clone());
    let theme = theme
        .map_err(|problems| findings.extend(problems.into_iter().map(Finding::from)))
        .ok()?;
    Some(Ready { theme, catalogues })
}

/// The templates that the program asks for by name: those of the built-in theme that no other of its templates uses.
fn asked_for(built_in: &FileMap) -> BTreeSet<String> {
    let files = Files::sort(built_in, &mut Vec::new());
    let used: BTreeSet<String> = render::named_templates(&files.templates).into_iter().collect();
    let templates: BTreeMap<String, String> = files.templates;
    templates.into_keys().filter(|name| !used.contains(name)).collect()
}
