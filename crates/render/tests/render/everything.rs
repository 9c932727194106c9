//! Every route of a coalition renders, and leads nowhere but to other routes.

use std::collections::BTreeSet;

use crate::world::cast::{coalition, many_stories};
use render::Outcome;

#[test]
fn every_internal_link_leads_somewhere() {
    let world = coalition().with(many_stories(60));
    let mut paths = BTreeSet::new();
    let mut links = BTreeSet::new();
    for route in world.routes() {
        let rendered = world.render(&route);
        match rendered.outcome {
            Outcome::Page(page) => {
                paths.insert(page.path.clone());
                links.extend(rendered.links.into_iter().map(|link| (link, page.path.clone())));
            }
            Outcome::Media { path, .. } | Outcome::Asset { path, .. } => drop(paths.insert(path)),
            Outcome::Absent => {}
        }
    }
    let dead: Vec<_> = links.iter().filter(|(link, _)| !paths.contains(link)).collect();
    assert!(dead.is_empty(), "{dead:#?}");
    assert!(paths.len() > 200, "{}", paths.len());
}
