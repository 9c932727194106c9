//! What is judged in style sheets: faults, directions, features newer than the browsers of 2019, contrast.

mod color;
mod contrast;
mod direction;
mod novelty;
mod sheet;

use crate::files::Files;
use crate::finding::Finding;
use crate::words::{foreign, is_foreign};
use sheet::Sheet;

/// Judges all style sheets of a theme; `pairs` are texts and grounds with their least contrast.
pub(crate) fn judge(files: &Files, pairs: &[(String, String, f64)], findings: &mut Vec<Finding>) {
    let mut sheets = Vec::new();
    for (name, source) in files.sheets() {
        let sheet = Sheet::parse(source);
        let faults = sheet.faults.iter();
        findings.extend(faults.map(|(line, what, remedy)| Finding::error((name, *line), "css", what.clone(), *remedy)));
        foreign_addresses(name, source, findings);
        direction::judge(name, &sheet, findings);
        novelty::judge(name, &sheet, findings);
        sheets.push((name, sheet));
    }
    contrast::judge(&sheets, &files.settings, pairs, findings);
}

fn foreign_addresses(name: &str, source: &str, findings: &mut Vec<Finding>) {
    for (number, line) in source.lines().enumerate() {
        let urls = line.split("url(").skip(1).filter_map(|rest| rest.split(')').next());
        let imports = line.split("@import").skip(1);
        let mut addresses = urls
            .chain(imports)
            .map(|address| address.trim().trim_matches(['"', '\'', ';']));
        if let Some(address) = addresses.find(|address| is_foreign(address)) {
            findings.push(foreign((name, number + 1), address));
        }
    }
}
