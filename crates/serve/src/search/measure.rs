//! What searching costs, told on demand: `cargo test --release -p serve measure -- --ignored --nocapture`.

use super::entry::{Entry, Paragraph};
use super::page::SearchPage;
use super::question::Question;
use crate::search::index::Index;
use std::time::Instant;

const ENTRIES: u64 = 10_000;
const PAGE: &str = "<template data-search><!--search:page--><!--search:found--><!--search:=count--><!--search:result-->\
    <!--search:=title--><!--search:=words--><!--/search:result--><!--/search:found--><!--/search:page--></template>\
    <!--search:still--><!--/search:still-->";

/// Numbers that look like chance.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }

    /// A word: few are frequent, many are rare.
    fn word(&mut self) -> String {
        let rank = self.below(200).pow(2) / (1 + self.below(40));
        let letters = b"etaoinshrdlucmfwypvbgk";
        let mut word = String::new();
        let mut rest = rank + 20;
        while rest > 0 || word.len() < 3 {
            word.push(char::from(letters[(rest % 22) as usize]));
            rest /= 22;
        }
        word
    }

    fn words(&mut self, count: u64) -> String {
        (0..count).map(|_| self.word()).collect::<Vec<_>>().join(" ")
    }
}

fn memory() -> usize {
    let statm = std::fs::read_to_string("/proc/self/statm").unwrap();
    statm.split(' ').nth(1).unwrap().parse::<usize>().unwrap() * 4096
}

#[test]
#[ignore = "it measures"]
fn measure() {
    let mut chance = Chance(1);
    let (before, begin, mut bytes) = (memory(), Instant::now(), 0);
    let mut index = Index::default();
    for number in 0..ENTRIES {
        let is_statement = number.is_multiple_of(10);
        let body = (0..if is_statement { 12 } else { 0 }).map(|paragraph| Paragraph {
            anchor: format!("b-{paragraph}"),
            words: chance.words(50),
        });
        let body: Vec<Paragraph> = body.collect();
        let entry = Entry {
            title: chance.words(9),
            standfirst: chance.words(24),
            kind: "stories".to_owned(),
            date: "28 June 2021".to_owned(),
            moment: chance.below(1 << 40),
            language: None,
            body,
        };
        bytes += entry.title.len() + entry.standfirst.len();
        bytes += entry.body.iter().map(|paragraph| paragraph.words.len()).sum::<usize>();
        index.put(&format!("/en/stories/{number}-of-the-measured/"), entry);
    }
    index.shrink();
    let built = begin.elapsed();
    let held = memory() - before;
    println!(
        "{} entries of {bytes} bytes: {built:?}, {held} bytes held, {} each",
        index.len(),
        held / index.len()
    );
    let page = SearchPage::read(PAGE.to_owned()).unwrap();
    let mut times = Vec::new();
    for round in 0..300 {
        let asked = match round % 3 {
            0 => chance.words(1),
            1 => chance.words(3),
            _ => format!("\"{}\" {}", chance.words(2), chance.words(1)),
        };
        let begin = Instant::now();
        page.answer(Some(&index), &Question { asked, page: 1 });
        times.push(begin.elapsed());
    }
    for asked in ["et", &"et ".repeat(24), "\"eta eta\""] {
        let begin = Instant::now();
        let asked = asked.trim().to_owned();
        page.answer(Some(&index), &Question { asked, page: 1 });
        times.push(begin.elapsed());
    }
    times.sort();
    println!(
        "questions: median {:?}, worst {:?}",
        times[times.len() / 2],
        times.last().unwrap()
    );
    let begin = Instant::now();
    index.remove("/en/stories/50-of-the-measured/");
    println!("one taken away: {:?}", begin.elapsed());
}
