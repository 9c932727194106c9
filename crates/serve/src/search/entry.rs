//! What is found: an entry as its page tells of it, by the marks that the theme sets (`data-search`).

use super::markup::{Piece, Tag, pieces, resolved};

/// The mark of an element that is read.
const MARK: &str = "data-search";
/// The most words of one body that are looked into, in bytes.
const BODY_BYTES_MAX: usize = 256 << 10;
/// Elements that do not part words.
const INLINE: [&str; 14] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "i", "mark", "span", "strong", "sup", "time",
];
/// Elements without an end.
const VOID: [&str; 6] = ["br", "hr", "img", "input", "link", "meta"];

/// An entry in one locale.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Entry {
    pub(crate) title: String,
    pub(crate) standfirst: String,
    /// `lang` and `dir`, where the words are in another language than the page.
    pub(crate) language: Option<(String, String)>,
    /// The part of the site that it belongs to.
    pub(crate) kind: String,
    /// Its day in words.
    pub(crate) date: String,
    /// Its instant in a form that sorts.
    pub(crate) moment: u64,
    /// The body, where its words are looked into.
    pub(crate) body: Vec<Paragraph>,
}

/// A part of a body that can be linked to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Paragraph {
    pub(crate) anchor: String,
    pub(crate) words: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Title,
    Standfirst,
    Date,
    Body,
}

impl Entry {
    /// Reads a page's skeleton; nothing if it has no title that is marked.
    pub(crate) fn read(html: &str) -> Option<Entry> {
        if !html.contains(MARK) {
            return None;
        }
        let mut reader = Reader::default();
        for piece in pieces(html) {
            reader.take(&piece);
        }
        let mut entry = reader.entry;
        entry.title = one_line(&entry.title);
        entry.standfirst = one_line(&entry.standfirst);
        entry.date = one_line(&entry.date);
        for paragraph in &mut entry.body {
            paragraph.words = one_line(&paragraph.words);
        }
        entry.body.retain(|paragraph| !paragraph.words.is_empty());
        (!entry.title.is_empty()).then_some(entry)
    }
}

#[derive(Debug, Default)]
struct Reader<'h> {
    entry: Entry,
    /// What is read now, within which element, and how many of that name are open.
    reading: Option<(Field, &'h str, usize)>,
    /// The number of a paragraph, or the mark of a note: not of the text.
    is_in_mark: bool,
    /// Whether the day stands here in words.
    is_in_time: bool,
    body_bytes: usize,
}

impl<'h> Reader<'h> {
    fn take(&mut self, piece: &Piece<'h>) {
        match piece {
            Piece::Text(text) => self.words(text),
            Piece::Open(tag) => self.open(*tag),
            Piece::Close(name) => self.close(name),
        }
    }

    fn open(&mut self, tag: Tag<'h>) {
        if tag.name.eq_ignore_ascii_case("body") {
            self.entry.kind = tag.attribute("data-section").unwrap_or_default();
        }
        match &mut self.reading {
            None => self.begin(tag),
            Some((field, name, depth)) => {
                if tag.name.eq_ignore_ascii_case(name) {
                    *depth += 1;
                }
                let anchor = tag.attribute("id").filter(|_| *field == Field::Body);
                let leads_within = tag.attribute("href").is_some_and(|href| href.starts_with('#'));
                self.is_in_mark |= leads_within && tag.name.eq_ignore_ascii_case("a");
                if *field == Field::Date && tag.name.eq_ignore_ascii_case("time") && self.entry.moment == 0 {
                    self.entry.moment = moment(&tag.attribute("datetime").unwrap_or_default());
                    self.is_in_time = self.entry.date.is_empty();
                }
                if let Some(anchor) = anchor {
                    self.entry.body.push(Paragraph {
                        anchor,
                        words: String::new(),
                    });
                }
                self.part(tag.name);
            }
        }
    }

    /// Begins to read an element if it is marked.
    fn begin(&mut self, tag: Tag<'h>) {
        let Some(mark) = tag.attribute(MARK) else {
            return;
        };
        let field = match mark.as_str() {
            "title" => Field::Title,
            "standfirst" => Field::Standfirst,
            "date" => Field::Date,
            "body" => Field::Body,
            _ => return,
        };
        let is_again = match field {
            Field::Title => !self.entry.title.is_empty(),
            Field::Standfirst => !self.entry.standfirst.is_empty(),
            Field::Date => self.entry.moment != 0,
            Field::Body => !self.entry.body.is_empty(),
        };
        if is_again || VOID.iter().any(|void| tag.name.eq_ignore_ascii_case(void)) {
            return;
        }
        match field {
            Field::Title => {
                let language = tag.attribute("lang").filter(|language| is_code(language));
                self.entry.language = language.map(|language| {
                    let is_rtl = tag.attribute("dir").is_some_and(|direction| direction == "rtl");
                    (language, if is_rtl { "rtl" } else { "ltr" }.to_owned())
                });
            }
            Field::Date => {
                self.entry.date = tag.attribute("data-date").unwrap_or_default();
            }
            Field::Body => self.entry.body.push(Paragraph::default()),
            Field::Standfirst => {}
        }
        self.reading = Some((field, tag.name, 1));
    }

    fn close(&mut self, closed: &str) {
        if closed.eq_ignore_ascii_case("a") {
            self.is_in_mark = false;
        } else if closed.eq_ignore_ascii_case("time") {
            self.is_in_time = false;
        }
        self.part(closed);
        if let Some((_, name, depth)) = &mut self.reading
            && closed.eq_ignore_ascii_case(name)
        {
            *depth -= 1;
            if *depth == 0 {
                self.reading = None;
            }
        }
    }

    /// Words before and after an element that is no part of a line are apart.
    fn part(&mut self, name: &str) {
        if !INLINE.iter().any(|inline| name.eq_ignore_ascii_case(inline)) {
            self.words(" ");
        }
    }

    fn words(&mut self, text: &str) {
        if self.is_in_mark {
            return;
        }
        let into = match self.reading {
            None => return,
            Some((Field::Title, ..)) => &mut self.entry.title,
            Some((Field::Standfirst, ..)) => &mut self.entry.standfirst,
            Some((Field::Date, ..)) if self.is_in_time => &mut self.entry.date,
            Some((Field::Date, ..)) => return,
            Some((Field::Body, ..)) => {
                self.body_bytes += text.len();
                match self.entry.body.last_mut() {
                    Some(paragraph) if self.body_bytes <= BODY_BYTES_MAX => &mut paragraph.words,
                    _ => return,
                }
            }
        };
        into.push_str(&resolved(text));
    }
}

fn one_line(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether something can be a language's code; it is written into an attribute.
fn is_code(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// The digits of a day or instant as ISO 8601 writes them, down to seconds; 0 if there are none.
fn moment(text: &str) -> u64 {
    let digits = text.chars().filter_map(|letter| letter.to_digit(10)).map(u64::from);
    let (number, count) = digits
        .take(14)
        .fold((0, 0), |(number, count), digit| (number * 10 + digit, count + 1));
    if count == 0 { 0 } else { number * 10_u64.pow(14 - count) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const STATEMENT: &str = "<!doctype html><title>no</title><body data-section=\"statements\">\
        <h1 data-search=\"title\" lang=\"ar\" dir=\"rtl\">بيان <bdi>A &amp; B</bdi></h1>\
        <dd data-search=\"date\" data-date=\"28 June 2021\"><time datetime=\"2021-06-28T18:00:00Z\">18:00</time></dd>\
        <p data-search=\"standfirst\">What\n was <em>agr</em>eed</p><div data-search=\"body\">\
        <p id=\"b-k1\"><a class=\"anchor\" href=\"#b-k1\">1</a> The ministers<br>met <div>in</div> Rome.</p>\
        <ul id=\"b-k2\"><li>One</li><li>Two <a href=\"/en/\">three</a></li></ul></div><p>After</p>";

    #[test]
    fn an_entry_is_read_from_what_is_marked() {
        let entry = Entry::read(STATEMENT).unwrap();
        assert_eq!(
            (entry.title.as_str(), entry.standfirst.as_str()),
            ("بيان A & B", "What was agreed")
        );
        assert_eq!(entry.language, Some(("ar".to_owned(), "rtl".to_owned())));
        assert_eq!(
            (entry.kind.as_str(), entry.date.as_str()),
            ("statements", "28 June 2021")
        );
        assert_eq!(entry.moment, 20_210_628_180_000);
        let body: Vec<(&str, &str)> = entry
            .body
            .iter()
            .map(|paragraph| (paragraph.anchor.as_str(), paragraph.words.as_str()))
            .collect();
        assert_eq!(
            body,
            [("b-k1", "The ministers met in Rome."), ("b-k2", "One Two three")]
        );
    }

    #[test]
    fn the_day_is_told_as_the_page_tells_it() {
        let html = "<h1 data-search=\"title\">x</h1><p data-search=\"date\"><b>ROME</b> <time datetime=\"2021-06-28\">\
                    28 June</time> and <time datetime=\"2022-01-01\">then</time></p>";
        let entry = Entry::read(html).unwrap();
        assert_eq!((entry.date.as_str(), entry.moment), ("28 June", 20_210_628_000_000));
    }

    #[test]
    fn a_page_without_marks_is_none() {
        assert_eq!(Entry::read("<h1>Stories</h1>"), None);
        assert_eq!(Entry::read("<p data-search=\"standfirst\">x</p>"), None);
    }

    #[test]
    fn days_and_instants_sort_together() {
        let moments = ["2021-06-28", "2021-06-28T18:00:00Z", "2021-06-29"].map(moment);
        assert!(moments.is_sorted() && moments[0] < moments[1]);
        assert_eq!(moment("soon"), 0);
    }

    proptest! {
        #[test]
        fn survives_a_page_that_is_damaged(cut in 0usize..700, put in "(<p|</div>|<a href=\"#|>|\"|&|data-search=\"body\"){0,4}") {
            let at = STATEMENT.char_indices().map(|(at, _)| at).nth(cut).unwrap_or(STATEMENT.len());
            let (before, after) = STATEMENT.split_at(at);
            let _ = Entry::read(before);
            let _ = Entry::read(&format!("{before}{put}{after}"));
        }
    }
}
