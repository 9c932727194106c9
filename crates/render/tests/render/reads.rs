//! Reads are honest: whatever happens, a page that comes out otherwise than before has read something that changed.

use std::collections::BTreeSet;

use content::record::{Record, Withdrawal};
use content::{Instant, Route};
use proptest::prelude::*;

use crate::everything::dead_links;
use crate::world::cast::{self, coalition, edit, instant, many_stories, members_fact, paragraph, post, subject};
use crate::world::{Memory, locale};

/// Something that happens to the site.
#[derive(Debug, Clone)]
enum Act {
    Publish { at: u8, tag: bool, translated: bool },
    Retitle(u8),
    Translate(u8),
    Withdraw(u8),
    Rewrite(u8),
    Count(u64),
    Say(u8),
    Unsay,
    Rename,
    Leave,
    Wait(u8),
    Hide,
}

const ENTRIES: [&str; 9] = [
    "story/abu-dhabi",
    "story/rome",
    "story/training",
    "announcement/africa",
    "member/iraq",
    "effort/finance",
    "page/about",
    "page/home",
    "statement/june",
];

fn acts() -> impl Strategy<Value = Act> {
    prop_oneof![
        (any::<u8>(), any::<bool>(), any::<bool>()).prop_map(|(at, tag, translated)| Act::Publish {
            at,
            tag,
            translated
        }),
        any::<u8>().prop_map(Act::Retitle),
        any::<u8>().prop_map(Act::Translate),
        any::<u8>().prop_map(Act::Withdraw),
        any::<u8>().prop_map(Act::Rewrite),
        (0_u64..200).prop_map(Act::Count),
        any::<u8>().prop_map(Act::Say),
        Just(Act::Unsay),
        Just(Act::Rename),
        Just(Act::Leave),
        any::<u8>().prop_map(Act::Wait),
        Just(Act::Hide),
    ]
}

fn days_after(start: &str, days: u8) -> Instant {
    Instant(instant(start).0 + i64::from(days) * 86_400_000)
}

fn happen(world: Memory, act: &Act) -> Memory {
    let pick = |number: u8| subject(ENTRIES[usize::from(number) % ENTRIES.len()]);
    let changed = |world: Memory, number: u8, change: &dyn Fn(&mut content::record::Entry)| {
        let mut record = world.records[&pick(number)].clone();
        if let Record::Entry(entry) = &mut record {
            change(entry);
        }
        world.with([record])
    };
    match act {
        Act::Publish { at, tag, translated } => {
            let at = days_after("2022-05-01T00:00:00Z", *at).to_string();
            let titles = [("en", "Late story"), ("ar", "خبر متأخر")];
            let mut story = cast::entry("story/late", &at, &titles[..if *translated { 2 } else { 1 }]);
            story.meta.tags = if *tag {
                vec![subject("tag/meetings")]
            } else {
                Vec::new()
            };
            world.with([Record::Entry(story)])
        }
        Act::Retitle(number) => changed(world, *number, &|entry| {
            edit(entry, "en", |text| text.title.push_str(" again"))
        }),
        Act::Translate(number) => changed(world, *number, &|entry| {
            entry
                .texts
                .insert(locale("fr"), cast::history("Nouvelle", "2022-12-01T00:00:00Z"));
        }),
        Act::Withdraw(number) => changed(world, *number, &|entry| {
            let withdrawal = Withdrawal {
                at: instant(cast::NOW),
                actor: "editor".to_owned(),
                notice: "Wrong.".to_owned(),
            };
            entry.texts.get_mut(&locale("en")).unwrap().withdrawal = Some(withdrawal);
        }),
        Act::Rewrite(number) => {
            let name = ENTRIES[usize::from(*number) % ENTRIES.len()];
            world.with_body(name, "en", cast::body(vec![paragraph("Other words.")]))
        }
        Act::Count(value) => world.with([members_fact(*value)]),
        Act::Say(at) => {
            let at = days_after("2022-05-01T00:00:00Z", *at).to_string();
            world.with([Record::Post(post("post/new", &at, "fr", "Bonjour @tous"))])
        }
        Act::Unsay => {
            let mut gone = post("post/jit", "2022-12-30T12:00:00Z", "en", "");
            let removal = Withdrawal {
                at: instant(cast::NOW),
                actor: "editor".to_owned(),
                notice: String::new(),
            };
            gone.removed = Some(removal);
            world.with([Record::Post(gone)])
        }
        Act::Rename => world.with([cast::tag("tag/meetings", &[("en", "Gatherings")])]),
        Act::Leave => changed(world, 4, &|entry| {
            let membership = entry.meta.membership.get_or_insert_default();
            membership.left = Some("2022-12-31".parse().unwrap());
        }),
        Act::Wait(days) => {
            let mut world = world;
            world.now = days_after(cast::NOW, *days);
            world.derive();
            world
        }
        Act::Hide => {
            let mut world = world;
            world.site.missing = content::record::Missing::Hide;
            world.derive();
            world
        }
    }
}

fn unread_changes(before: &Memory, after: &Memory) -> Vec<Route> {
    let routes: BTreeSet<Route> = before.routes().into_iter().chain(after.routes()).collect();
    let stale = routes.into_iter().filter(|route| {
        let rendered = before.render(route);
        rendered.outcome != after.render(route).outcome
            && !rendered.reads.iter().any(|read| before.differs(after, read))
    });
    stale.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_page_that_changes_has_read_what_changed(first in acts(), second in acts()) {
        let before = happen(coalition(), &first);
        let after = happen(before.clone(), &second);
        prop_assert_eq!(unread_changes(&before, &after), Vec::<Route>::new());
    }

    #[test]
    fn no_link_is_dead_whatever_happens(first in acts(), second in acts()) {
        let world = happen(happen(coalition(), &first), &second);
        prop_assert_eq!(dead_links(&world).0, Vec::<(String, String)>::new());
    }
}

#[test]
fn the_same_world_gives_the_same_pages() {
    let world = coalition();
    for route in world.routes() {
        assert_eq!(world.render(&route), world.render(&route), "{route:?}");
    }
}

#[test]
fn a_new_story_leaves_old_stories_alone() {
    let before = coalition().with(many_stories(80));
    let mut story = cast::entry(
        "story/new",
        "2023-01-09T00:00:00Z",
        &[("en", "Newest"), ("ar", "الأحدث")],
    );
    story.meta.tags = vec![subject("tag/mosul"), subject("tag/meetings")];
    let after = before.clone().with([Record::Entry(story)]);
    let touched: Vec<Route> = before
        .routes()
        .into_iter()
        .filter(|route| matches!(route, Route::Entry(..)))
        .filter(|route| {
            before
                .render(route)
                .reads
                .iter()
                .any(|read| before.differs(&after, read))
        })
        .collect();
    // Only the one that was newest until now, in each of three languages, and no other.
    let newest = subject("story/training");
    assert!(
        touched
            .iter()
            .all(|route| matches!(route, Route::Entry(subject, _) if *subject == newest)),
        "{touched:?}"
    );
    assert_eq!(touched.len(), 3);
}

#[test]
fn chunks_are_left_alone_by_a_new_story() {
    let before = coalition().with(many_stories(120));
    let story = cast::entry("story/new", "2023-01-09T00:00:00Z", &[("en", "Newest")]);
    let after = before.clone().with([Record::Entry(story)]);
    let differ = |route: &Route| before.render(route).outcome != after.render(route).outcome;
    let chunks = before
        .routes()
        .into_iter()
        .filter(|route| matches!(route, Route::List(_, _, Some(_))));
    let (changed, kept): (Vec<Route>, Vec<Route>) = chunks.partition(differ);
    assert!(kept.len() > 10 && changed.is_empty(), "{changed:?}");
}

#[test]
fn a_fragment_is_not_read_by_its_pages() {
    let world = coalition();
    let story = world.render(&Route::Entry(subject("story/rome"), locale("en")));
    let Some(page) = (match &story.outcome {
        render::Outcome::Page(page) => Some(page),
        _ => None,
    }) else {
        panic!("a story is a page");
    };
    let names: Vec<&str> = page.fragments.iter().map(|(_, name)| name.as_str()).collect();
    assert_eq!(names, ["~masthead/en", "~newest/en", "~footer/en"]);
    let template = |name: &str| render::world::Read::Template(name.to_owned());
    assert!(story.reads.contains(&template("story.html")));
    assert!(!story.reads.contains(&template("masthead.html")));
}
