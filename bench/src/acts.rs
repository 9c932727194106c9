//! The changes whose way to the visitors is measured, and on which pages they must show.

use content::Instant;

use crate::corpus::{Block, LOCALES, Span, Stories, Tongue, slug, story_file, story_path};
use crate::http::Answer;

/// A kind of change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The body of a story in the middle of the archive.
    Body,
    /// The title of the newest story.
    Title,
    /// A new story, in all languages.
    New,
    /// A story taken back, in all languages.
    Withdrawn,
}

impl Kind {
    /// All kinds, in the order in which a round does them: what is new in it is withdrawn in it.
    pub const ALL: [Kind; 4] = [Kind::Body, Kind::Title, Kind::New, Kind::Withdrawn];

    /// What it is called in the table.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Body => "body of a middle story",
            Kind::Title => "title of the newest story",
            Kind::New => "a new story",
            Kind::Withdrawn => "a story withdrawn",
        }
    }
}

/// A kind of page on which a change shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The story itself.
    Own,
    /// The home page.
    Home,
    /// The front page of all stories.
    List,
    /// The feed.
    Feed,
    /// The page of another story, by what stands beside it.
    Beside,
}

impl Place {
    /// What it is called in the table.
    pub fn name(self) -> &'static str {
        match self {
            Place::Own => "own page",
            Place::Home => "home",
            Place::List => "list",
            Place::Feed => "feed",
            Place::Beside => "beside another story",
        }
    }
}

/// A change: files to be taken in together, and where it shows.
#[derive(Debug, Clone)]
pub struct Act {
    /// Files by path.
    pub files: Vec<(String, Vec<u8>)>,
    /// The pages and what they must show.
    pub signs: Vec<Sign>,
}

/// A page, and by what one sees there that the change is public.
#[derive(Debug, Clone)]
pub struct Sign {
    /// The kind of page.
    pub place: Place,
    /// Its path.
    pub path: String,
    /// Words that only the change brings.
    words: String,
    /// Whether the words must be there, or be gone.
    there: bool,
    status: u16,
}

impl Sign {
    /// Whether an answer shows the change.
    pub fn is_seen(&self, answer: &Answer) -> bool {
        answer.status == self.status && answer.holds(&self.words) == self.there
    }
}

/// The change of a kind in a round, counted from 0.
pub fn act(stories: &Stories, kind: Kind, round: usize, now: Instant) -> Act {
    let count = stories.count();
    let words = mark(
        match kind {
            Kind::Withdrawn => Kind::New,
            other => other,
        },
        round,
    );
    match kind {
        Kind::Body => {
            let number = (count / 2 + round * 7) % count.max(1);
            Act {
                files: vec![with_body(stories, number, &words)],
                signs: vec![own(number, &words, true, 200)],
            }
        }
        Kind::Title => {
            let number = count.saturating_sub(1);
            Act {
                files: vec![titled(stories, number, Tongue::En, &words, "")],
                signs: everywhere(stories, number, &words, true),
            }
        }
        Kind::New => {
            let number = count + round;
            let files = LOCALES.map(|tongue| titled(stories, number, tongue, &words, ""));
            Act {
                files: files.to_vec(),
                signs: everywhere(stories, number, &words, true),
            }
        }
        Kind::Withdrawn => {
            let number = count + round;
            let more = format!("withdrawn = {now}\n");
            let files = LOCALES.map(|tongue| titled(stories, number, tongue, &words, &more));
            let mut signs = everywhere(stories, number, &words, false);
            signs.retain(|sign| sign.place != Place::Own);
            signs.push(own(number, &words, false, 410));
            Act {
                files: files.to_vec(),
                signs,
            }
        }
    }
}

/// Words that no text has.
fn mark(kind: Kind, round: usize) -> String {
    format!("Mark{kind:?}{round:03}x")
}

fn with_body(stories: &Stories, number: usize, mark: &str) -> (String, Vec<u8>) {
    let story = stories.story(number);
    let mut words = stories.words(&story, Tongue::En);
    words
        .blocks
        .push(Block::Paragraph(vec![Span::Plain(format!("{mark} was added."))]));
    (
        story_path(number, Tongue::En),
        story_file(&story, &words, Tongue::En, "").into_bytes(),
    )
}

fn titled(stories: &Stories, number: usize, tongue: Tongue, mark: &str, more: &str) -> (String, Vec<u8>) {
    let story = stories.story(number);
    let mut words = stories.words(&story, tongue);
    words.title = format!("{mark} {}", words.title);
    (
        story_path(number, tongue),
        story_file(&story, &words, tongue, more).into_bytes(),
    )
}

fn own(number: usize, words: &str, there: bool, status: u16) -> Sign {
    let path = format!("/en/stories/{}/", slug(number, Tongue::En));
    Sign {
        place: Place::Own,
        path,
        words: words.to_owned(),
        there,
        status,
    }
}

/// The signs of a story among the newest.
fn everywhere(stories: &Stories, number: usize, words: &str, there: bool) -> Vec<Sign> {
    let other = format!("/en/stories/{}/", slug(stories.count() / 3, Tongue::En));
    let places = [
        (Place::Home, "/en/".to_owned()),
        (Place::List, "/en/stories/".to_owned()),
        (Place::Feed, "/en/feed.xml".to_owned()),
        (Place::Beside, other),
    ];
    let sign = |(place, path)| Sign {
        place,
        path,
        words: words.to_owned(),
        there,
        status: 200,
    };
    let mut signs: Vec<Sign> = places.into_iter().map(sign).collect();
    signs.push(own(number, words, there, 200));
    signs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(status: u16, body: &str) -> Answer {
        Answer {
            status,
            body: body.as_bytes().to_vec(),
        }
    }

    #[test]
    fn a_new_story_shows_on_five_pages_and_its_withdrawal_on_the_same() {
        let stories = Stories::new(30);
        let new = act(&stories, Kind::New, 2, Instant(0));
        let gone = act(&stories, Kind::Withdrawn, 2, Instant(0));
        assert_eq!((new.files.len(), new.signs.len(), gone.signs.len()), (3, 5, 5));
        for sign in &gone.signs {
            let other = new.signs.iter().find(|other| other.place == sign.place).unwrap();
            assert_eq!(other.path, sign.path);
            assert!(other.is_seen(&answer(200, "… MarkNew002x …")));
            assert!(!sign.is_seen(&answer(200, "… MarkNew002x …")));
            let status = if sign.place == Place::Own { 410 } else { 200 };
            assert!(sign.is_seen(&answer(status, "…")));
        }
    }

    #[test]
    fn a_page_of_the_round_before_is_no_sign() {
        let stories = Stories::new(30);
        let sign = act(&stories, Kind::Title, 1, Instant(0)).signs[0].clone();
        assert!(!sign.is_seen(&answer(200, "MarkTitle000x")));
        assert!(sign.is_seen(&answer(200, "MarkTitle001x")));
    }
}
