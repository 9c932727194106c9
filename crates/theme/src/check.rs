//! What can be judged of a theme without rendering a page.

use crate::files::{FileMap, Files};
use crate::finding::Finding;
use crate::settings::Settings;
use crate::{css, messages, ready, words};

/// All that is found in a theme's files, sorted by file and line: what keeps it from being rendered (as
/// [`crate::ready()`] tells it), and what would make its pages worse for somebody.
pub fn check(files: &FileMap, built_in: &FileMap, program: &FileMap) -> Vec<Finding> {
    let mut findings = Vec::new();
    let sorted = Files::sort(files, &mut findings);
    ready::made(&sorted, built_in, program, &mut findings);
    messages::unused(&sorted, program, &mut findings);
    for (name, source) in &sorted.templates {
        words::judge(name, source, &mut findings);
    }
    let settings = Settings::parse(&sorted.settings).unwrap_or_default();
    css::judge(&sorted, &settings.contrast.pairs, &mut findings);
    findings.sort();
    findings.dedup();
    findings
}
