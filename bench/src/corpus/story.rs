//! A story of the corpus: what all its texts share, and its words in one language. All of it follows from its number.

use std::ops::RangeInclusive;

use jiff::Timestamp;

use super::words::{SEGMENTS, Tongue};
use crate::chance::{Chance, Zipf};

/// Where all chance of the corpus begins.
pub(super) const SEED: u64 = 0x706c_656e_6172_7901;
/// How many members there are.
pub(super) const MEMBERS: usize = 85;
/// How many lines of effort there are.
pub(super) const EFFORTS: usize = 5;
/// How many tags there are: each of 20 fields from each of 10 sides.
pub(super) const TAGS: usize = 200;
/// The first instant: 1 January 2013, in seconds.
const BEGIN: i64 = 1_356_998_400;
/// Ten years, in seconds.
const SPAN: i64 = 3_652 * 86_400;
/// How many words a text has.
const LENGTH: RangeInclusive<usize> = 300..=900;

/// A piece of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// Sentences.
    Paragraph(Vec<Span>),
    /// A heading of the second level.
    Heading(String),
    /// Items with bullets.
    List(Vec<String>),
    /// Sentences that somebody else is supposed to have said.
    Quote(Vec<Span>),
}

/// A sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Span {
    /// As it is.
    Plain(String),
    /// In strong type.
    Strong(String),
    /// Stressed.
    Stress(String),
    /// Leads to another story, by its number.
    Story(String, usize),
    /// Leads to an address outside.
    Outside(String, String),
}

/// What all texts of a story share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Story {
    /// Its number, from 0, the oldest first.
    pub number: usize,
    /// When it was published.
    pub at: Timestamp,
    /// Its tags by number, the first one deciding what is related.
    pub tags: Vec<usize>,
    /// The member it is about.
    pub member: usize,
    /// The line of effort it belongs to.
    pub effort: usize,
    place: usize,
}

/// The words of a story in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The headline.
    pub title: String,
    /// The standfirst.
    pub summary: String,
    /// The last segment of the address.
    pub slug: String,
    /// The place at the head.
    pub dateline: &'static str,
    /// The body.
    pub blocks: Vec<Block>,
}

/// Makes the stories of a corpus of some size.
#[derive(Debug, Clone)]
pub struct Stories {
    count: usize,
    tags: Zipf,
}

impl Stories {
    /// The stories of a corpus of so many.
    pub fn new(count: usize) -> Stories {
        Stories {
            count,
            tags: Zipf::new(TAGS),
        }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// A story by its number; numbers beyond the last one give newer stories.
    pub fn story(&self, number: usize) -> Story {
        let mut chance = Chance::new(SEED, number as u64);
        let count = i64::try_from(self.count.max(1)).unwrap_or(i64::MAX);
        let at = BEGIN + SPAN / count * i64::try_from(number).unwrap_or(0);
        let mut tags = Vec::new();
        let wanted = chance.within(2..=4);
        while tags.len() < wanted {
            let tag = self.tags.draw(&mut chance);
            if !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        Story {
            number,
            at: Timestamp::from_second(at).unwrap_or_default(),
            tags,
            member: chance.below(MEMBERS),
            effort: chance.below(EFFORTS),
            place: chance.below(Tongue::En.places().len()),
        }
    }

    /// The words of a story in a language.
    pub fn words(&self, story: &Story, tongue: Tongue) -> Words {
        let purpose = (story.number as u64) << 2 | (1 + tongue as u64);
        let mut writer = Writer {
            chance: Chance::new(SEED, purpose),
            tongue,
            stories: self.count,
            written: 0,
        };
        Words {
            title: capital(&writer.run(4..=9)),
            summary: writer.sentence(12..=22),
            slug: slug(story.number, tongue),
            dateline: tongue.places().get(story.place).copied().unwrap_or_default(),
            blocks: writer.body(),
        }
    }
}

/// The key of a story's files.
pub fn key(number: usize) -> String {
    format!("s{number:06}")
}

/// The last segment of a story's address in a language.
pub fn slug(number: usize, tongue: Tongue) -> String {
    let mut chance = Chance::new(SEED ^ 0x51_06, number as u64);
    let mut segment = || match tongue {
        Tongue::Ar => Tongue::Ar
            .fields()
            .get(chance.below(20))
            .copied()
            .unwrap_or_default()
            .replace('ِ', ""),
        _ => chance.one_of(&SEGMENTS).unwrap_or_default().to_owned(),
    };
    let (one, other) = (segment(), segment());
    format!("{one}-{other}-{number:06}")
}

/// Writes one text.
struct Writer {
    chance: Chance,
    tongue: Tongue,
    stories: usize,
    written: usize,
}

impl Writer {
    fn body(&mut self) -> Vec<Block> {
        let wanted = self.chance.within(LENGTH);
        self.written = 0;
        let quote_at = self.chance.within(2..=4);
        let mut blocks = vec![Block::Paragraph(self.sentences())];
        let mut quoted = false;
        // A heading brings its paragraph along, so the place of the quotation may be stepped over.
        while self.written < wanted || !quoted {
            if !quoted && blocks.len() >= quote_at {
                quoted = true;
                blocks.push(Block::Quote(self.sentences()));
                continue;
            }
            match self.chance.below(10) {
                0 | 1 => {
                    blocks.push(Block::Heading(capital(&self.run(2..=6))));
                    blocks.push(Block::Paragraph(self.sentences()));
                }
                2 => {
                    let items = self.chance.within(3..=6);
                    blocks.push(Block::List((0..items).map(|_| capital(&self.run(4..=10))).collect()));
                }
                _ => blocks.push(Block::Paragraph(self.sentences())),
            }
        }
        blocks
    }

    fn sentences(&mut self) -> Vec<Span> {
        (0..self.chance.within(3..=6)).map(|_| self.span()).collect()
    }

    fn span(&mut self) -> Span {
        let words = self.sentence(7..=18);
        match self.chance.below(100) {
            0..10 => Span::Strong(words),
            10..18 => Span::Stress(words),
            18..28 => Span::Story(words, self.chance.below(self.stories)),
            28..33 => {
                let segment = self.chance.one_of(&SEGMENTS).unwrap_or_default();
                Span::Outside(
                    words,
                    format!("https://partner.example/{segment}?page={}", self.chance.below(10_000)),
                )
            }
            _ => Span::Plain(words),
        }
    }

    fn sentence(&mut self, length: RangeInclusive<usize>) -> String {
        let mut words = self.run(length);
        if words.len() > 60 && self.chance.percent(50) {
            let comma = self.tongue.pick(", ", "، ", ", ");
            let middle = words
                .char_indices()
                .map(|(at, _)| at)
                .nth(words.chars().count() / 2)
                .unwrap_or(0);
            if let Some(space) = words
                .get(middle..)
                .and_then(|rest| rest.find(' '))
                .map(|at| middle + at)
            {
                words.replace_range(space..=space, comma);
            }
        }
        capital(&words) + "."
    }

    /// Some words in a row.
    fn run(&mut self, length: RangeInclusive<usize>) -> String {
        let count = self.chance.within(length);
        self.written += count;
        let vocabulary = self.tongue.words();
        let mut run = String::with_capacity(count * 8);
        for _ in 0..count {
            if !run.is_empty() {
                run.push(' ');
            }
            run.push_str(
                vocabulary
                    .get(self.chance.rank(vocabulary.len()))
                    .copied()
                    .unwrap_or_default(),
            );
        }
        run
    }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::words::LOCALES;

    fn words_of(blocks: &[Block]) -> usize {
        let spans = |spans: &[Span]| spans.iter().map(|span| words_in(text_of(span))).sum::<usize>();
        blocks
            .iter()
            .map(|block| match block {
                Block::Paragraph(inner) | Block::Quote(inner) => spans(inner),
                Block::Heading(text) => words_in(text),
                Block::List(items) => items.iter().map(|item| words_in(item)).sum(),
            })
            .sum()
    }

    fn text_of(span: &Span) -> &str {
        match span {
            Span::Plain(text) | Span::Strong(text) | Span::Stress(text) => text,
            Span::Story(text, _) | Span::Outside(text, _) => text,
        }
    }

    fn words_in(text: &str) -> usize {
        text.split_whitespace().count()
    }

    #[test]
    fn a_story_is_the_same_whenever_it_is_made() {
        let (one, other) = (Stories::new(50), Stories::new(50));
        for number in [0, 17, 49] {
            assert_eq!(one.story(number), other.story(number));
            let story = one.story(number);
            assert_eq!(one.words(&story, Tongue::Ar), other.words(&story, Tongue::Ar));
        }
    }

    #[test]
    fn texts_have_the_promised_shape() {
        let stories = Stories::new(100);
        for number in 0..100 {
            let story = stories.story(number);
            assert!((2..=4).contains(&story.tags.len()));
            for tongue in LOCALES {
                let blocks = stories.words(&story, tongue).blocks;
                let quotes = blocks.iter().filter(|block| matches!(block, Block::Quote(_))).count();
                let words = words_of(&blocks);
                assert_eq!(quotes, 1, "{number}");
                assert!((300..1_100).contains(&words), "{words}");
                assert!((4..=24).contains(&blocks.len()), "{}", blocks.len());
            }
        }
    }

    #[test]
    fn stories_follow_each_other_over_ten_years() {
        let stories = Stories::new(1_000);
        let dates: Vec<Timestamp> = (0..1_000).map(|number| stories.story(number).at).collect();
        assert!(dates.is_sorted_by(|one, next| one < next));
        assert_eq!(dates[0].to_string(), "2013-01-01T00:00:00Z");
        assert!(dates[999].to_string().starts_with("2022-12-"));
    }

    #[test]
    fn addresses_are_never_the_same_twice() {
        for tongue in LOCALES {
            let slugs: std::collections::BTreeSet<String> = (0..500).map(|number| slug(number, tongue)).collect();
            assert_eq!(slugs.len(), 500);
        }
    }
}
