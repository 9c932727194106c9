//! Internal links of an edition: every one must lead to something in it.

use std::collections::{BTreeMap, BTreeSet};

use edition::{Edition, Record};

use crate::failure::Failure;

/// The pages of an edition, joined.
pub struct Joined {
    /// Record and bytes by path.
    pub pages: BTreeMap<String, (Record, Vec<u8>)>,
}

impl Joined {
    /// Joins every page of an edition.
    ///
    /// # Errors
    /// If one cannot be joined.
    pub fn of(edition: &Edition) -> Result<Joined, Failure> {
        let mut pages = BTreeMap::new();
        for entry in edition.iter()? {
            let (path, record) = entry?;
            let bytes = edition.join(&record)?;
            pages.insert(path, (record, bytes));
        }
        Ok(Joined { pages })
    }

    /// Each link that leads nowhere, with the page that it stands on.
    pub fn dead_links(&self) -> Vec<(String, String)> {
        let bases = self.bases();
        let mut known: BTreeSet<Vec<u8>> = BTreeSet::new();
        let mut dead = Vec::new();
        for (path, (record, bytes)) in &self.pages {
            let location = record.headers.iter().filter(|(name, _)| name == "location");
            let all = location
                .map(|(_, value)| value.clone().into_bytes())
                .chain(links_in(bytes));
            for link in all {
                if known.contains(&link) {
                    continue;
                }
                match internal(&link, &bases) {
                    Some(target) if !self.pages.contains_key(&target) => dead.push((path.clone(), target)),
                    _ => drop(known.insert(link)),
                }
            }
        }
        dead
    }

    /// The addresses that the site calls its own in robots.txt.
    fn bases(&self) -> Vec<String> {
        let robots = self
            .pages
            .get("/robots.txt")
            .map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned());
        let line = robots
            .as_deref()
            .and_then(|text| text.lines().find_map(|line| line.strip_prefix("Sitemap: ")));
        line.and_then(|address| address.strip_suffix("/sitemap.xml"))
            .map(str::to_owned)
            .into_iter()
            .collect()
    }
}

/// What stands in `href`, `src`, `poster` and `<loc>`.
fn links_in(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    for (opening, end) in [
        (&b" href=\""[..], b'"'),
        (b" src=\"", b'"'),
        (b" poster=\"", b'"'),
        (b"<loc>", b'<'),
    ] {
        let mut rest = bytes;
        while let Some(at) = position(rest, opening) {
            rest = rest.get(at + opening.len()..).unwrap_or_default();
            found.push(rest.split(|byte| *byte == end).next().unwrap_or_default().to_vec());
        }
    }
    found
}

fn position(text: &[u8], wanted: &[u8]) -> Option<usize> {
    let first = wanted.first()?;
    let mut from = 0;
    loop {
        let at = from + text.get(from..)?.iter().position(|byte| byte == first)?;
        if text.get(at..).is_some_and(|tail| tail.starts_with(wanted)) {
            return Some(at);
        }
        from = at + 1;
    }
}

/// The path that a link leads to within the site, decoded.
fn internal(link: &[u8], bases: &[String]) -> Option<String> {
    let link = String::from_utf8_lossy(link).replace("&amp;", "&");
    let path = bases
        .iter()
        .find_map(|base| link.strip_prefix(base.as_str()))
        .unwrap_or(&link);
    let path = path.split(['?', '#']).next().unwrap_or_default();
    if !path.starts_with('/') || path.starts_with("//") {
        return None;
    }
    let mut bytes = Vec::new();
    let mut parts = path.split('%');
    bytes.extend(parts.next().unwrap_or_default().bytes());
    for part in parts {
        let (digits, tail) = part.split_at_checked(2).unwrap_or((part, ""));
        bytes.extend(u8::from_str_radix(digits, 16).ok());
        bytes.extend(tail.bytes());
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_found_in_pages_and_in_sitemaps() {
        let page =
            b"<a href=\"/en/\">x</a><img src=\"/media/a.png\"><loc>https://c.example/ar/</loc><a data-href=\"/no/\">";
        let bases = ["https://c.example".to_owned()];
        let found: Vec<String> = links_in(page)
            .iter()
            .filter_map(|link| internal(link, &bases))
            .collect();
        assert_eq!(found, ["/en/", "/media/a.png", "/ar/"]);
        assert_eq!(internal("/ar/%D8%A3/?q#b".as_bytes(), &[]).as_deref(), Some("/ar/أ/"));
        assert_eq!(internal(b"https://other.example/", &[]), None);
    }
}
