//! How long a story's page takes. Run it in release: `cargo test --release -p render speed -- --ignored --nocapture`.

use std::time::Instant;

use content::Route;

use crate::world::cast::{body, coalition, link, many_stories, paragraph, subject, words};
use crate::world::locale;
use content::{Content, Inline};

/// The slowest that the mean story page may be, in microseconds, on a slow machine in release.
const MEAN_MAX: u128 = 400;

#[test]
#[ignore = "measures; needs release and a quiet machine"]
fn speed() {
    let mut world = coalition().with(many_stories(2_000));
    for number in 0..2_000 {
        let mut blocks = vec![Content::Heading(2, words("What was said"))];
        blocks.extend((0..8).map(|_| paragraph(&"Words that a story is made of, with \"quotes\" & signs. ".repeat(6))));
        blocks.push(Content::Paragraph(vec![
            link("member/iraq", "Iraq"),
            Inline::Fact(subject("fact/members")),
        ]));
        world = world.with_body(&format!("story/s{number}"), "en", body(blocks));
    }
    let (mut bytes, rounds) = (0, 2_000);
    let routes: Vec<Route> = (0..rounds)
        .map(|number| Route::Entry(subject(&format!("story/s{number}")), locale("en")))
        .collect();
    for _ in 0..2 {
        let begun = Instant::now();
        bytes = routes.iter().map(|route| world.page(route).skeleton.len()).sum();
        let mean = begun.elapsed().as_micros() / rounds;
        println!(
            "{mean} µs a story page of {} bytes, {} reads",
            bytes / 2_000,
            world.render(&routes[1_000]).reads.len()
        );
        assert!(mean < MEAN_MAX, "{mean} µs");
    }
    assert!(bytes > 2_000 * 2_000);
}
