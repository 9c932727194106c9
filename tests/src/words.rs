//! Words by chance: sentences in several languages, each with a mark; blocks and whole texts made of them.

use content::body::{Chapter, Dynamic, Item, ItemList};
use content::{Block, BlockId, Body, Content, Inline, Noun, Subject, Target, Text};
use language::Locale;

use crate::chance::Chance;
use crate::marks::Marks;

const ENGLISH: [&str; 16] = [
    "the",
    "coalition",
    "met",
    "in",
    "a",
    "hall",
    "of",
    "the",
    "city",
    "and",
    "agreed",
    "on",
    "further",
    "support",
    "for",
    "families",
];
const ARABIC: [&str; 12] = [
    "اجتمع",
    "التحالف",
    "في",
    "المدينة",
    "واتفق",
    "على",
    "دعم",
    "الأسر",
    "العائدة",
    "إلى",
    "بيوتها",
    "اليوم",
];
const FRENCH: [&str; 12] = [
    "la",
    "coalition",
    "s’est",
    "réunie",
    "dans",
    "la",
    "ville",
    "pour",
    "soutenir",
    "les",
    "familles",
    "<&>",
];

/// Words with a mark.
pub fn sentence(chance: &mut Chance, marks: &mut Marks, locale: Locale, most: usize) -> String {
    let known: &[&str] = match locale.language() {
        "ar" => &ARABIC,
        "fr" => &FRENCH,
        _ => &ENGLISH,
    };
    let mut words: Vec<String> = (0..=chance.below(most))
        .filter_map(|_| chance.pick(known))
        .map(|word| (*word).to_owned())
        .collect();
    let place = chance.below(words.len() + 1);
    words.insert(place, marks.word());
    words.join(" ")
}

/// A text with so many blocks; what they refer to is among `subjects`.
pub fn text(chance: &mut Chance, marks: &mut Marks, locale: Locale, subjects: &[Subject], blocks: usize) -> Text {
    let contents: Vec<Content> = (0..blocks).map(|_| block(chance, marks, locale, subjects)).collect();
    Text {
        title: sentence(chance, marks, locale, 5),
        summary: if chance.one_in(4) {
            String::new()
        } else {
            sentence(chance, marks, locale, 10)
        },
        slug: marks.slug(),
        body: body(contents),
        ..Text::default()
    }
}

/// A body of blocks that have no identity yet.
pub fn body(contents: Vec<Content>) -> Body {
    Body {
        blocks: contents.into_iter().map(nameless).collect(),
    }
}

/// A block without an identity.
pub fn nameless(content: Content) -> Block {
    Block {
        id: BlockId(String::new()),
        content,
    }
}

/// A block of any kind.
pub fn block(chance: &mut Chance, marks: &mut Marks, locale: Locale, subjects: &[Subject]) -> Content {
    let of = |chance: &mut Chance, noun: Noun| {
        let all: Vec<&Subject> = subjects.iter().filter(|subject| subject.noun() == noun).collect();
        chance.pick(&all).map(|subject| (*subject).clone())
    };
    let mut run = |chance: &mut Chance| run(chance, marks, locale, subjects);
    match chance.below(14) {
        0 => Content::Heading(2, run(chance)),
        1 => Content::List(list(chance, &mut run)),
        2 => Content::Quote(vec![run(chance), run(chance)]),
        3 => match of(chance, Noun::Media) {
            Some(media) => Content::Figure {
                media,
                description: "picture".to_owned(),
                caption: run(chance),
            },
            None => Content::Rule,
        },
        4 => Content::Table(vec![vec![run(chance), run(chance)], vec![run(chance), run(chance)]]),
        5 => of(chance, Noun::Post).map_or(Content::Rule, Content::Post),
        6 => chance
            .pick(&Dynamic::ALL)
            .map_or(Content::Rule, |place| Content::Dynamic(*place)),
        7 => match of(chance, Noun::Video).or_else(|| of(chance, Noun::Episode)) {
            Some(recording) => Content::Recording(recording),
            None => Content::Rule,
        },
        8 => Content::Chapters(vec![
            Chapter {
                at: 0,
                title: run(chance),
            },
            Chapter {
                at: 2,
                title: run(chance),
            },
        ]),
        _ => Content::Paragraph(run(chance)),
    }
}

fn list(chance: &mut Chance, run: &mut dyn FnMut(&mut Chance) -> Vec<Inline>) -> ItemList {
    let below = Some(ItemList {
        from: None,
        items: vec![Item {
            words: run(chance),
            below: None,
        }],
    });
    let first = Item {
        words: run(chance),
        below: below.filter(|_| chance.one_in(2)),
    };
    let from = if chance.one_in(2) { Some(3) } else { None };
    ItemList {
        from,
        items: vec![
            first,
            Item {
                words: run(chance),
                below: None,
            },
        ],
    }
}

/// A run of words with what may stand in it: links to anything, facts, words of another language.
pub fn run(chance: &mut Chance, marks: &mut Marks, locale: Locale, subjects: &[Subject]) -> Vec<Inline> {
    let plain = Inline::Text(sentence(chance, marks, locale, 8));
    let inner = |words: String| vec![Inline::Text(words)];
    let more = match chance.below(8) {
        0 => Some(Inline::Strong(inner(sentence(chance, marks, locale, 2)))),
        1 => Some(Inline::Foreign(locale, inner(sentence(chance, marks, locale, 2)))),
        2 | 3 => chance
            .pick(subjects)
            .cloned()
            .map(|subject| Inline::Link(Target::Subject(subject), inner(sentence(chance, marks, locale, 2)))),
        4 => {
            let facts: Vec<&Subject> = subjects.iter().filter(|subject| subject.noun() == Noun::Fact).collect();
            chance.pick(&facts).map(|fact| Inline::Fact((*fact).clone()))
        }
        5 => Some(Inline::Link(
            Target::Address("https://other.example/page".to_owned()),
            inner("elsewhere".to_owned()),
        )),
        _ => None,
    };
    std::iter::once(plain)
        .chain(
            more.map(|more| [Inline::Text(" ".to_owned()), more])
                .into_iter()
                .flatten(),
        )
        .collect()
}
