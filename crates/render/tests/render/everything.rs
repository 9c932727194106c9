//! Every route of a coalition renders, and leads nowhere but to other routes.

use std::collections::BTreeSet;

use render::Outcome;

use crate::world::cast::{coalition, many_stories};
use crate::world::{BASE, Memory};

/// Links of pages to paths at which nothing stands, each with its page; and how many paths there are.
pub(crate) fn dead_links(world: &Memory) -> (Vec<(String, String)>, usize) {
    let mut paths = BTreeSet::new();
    let mut links = Vec::new();
    for route in world.routes() {
        let rendered = world.render(&route);
        match rendered.outcome {
            Outcome::Page(page) => {
                let found = render::links(&page.content_type, &page.skeleton, &[BASE]);
                links.extend(found.into_iter().map(|link| (link, page.path.clone())));
                paths.insert(page.path);
            }
            Outcome::Media { path, .. } | Outcome::Asset { path, .. } => drop(paths.insert(path)),
            Outcome::Absent => {}
        }
    }
    links.retain(|(link, _)| !paths.contains(link));
    (links, paths.len())
}

#[test]
fn every_internal_link_leads_somewhere() {
    let (dead, paths) = dead_links(&coalition().with(many_stories(60)));
    assert!(dead.is_empty(), "{dead:#?}");
    assert!(paths > 200, "{paths}");
}
