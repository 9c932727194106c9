//! Putting a question to an index: which entries have all that is needed, the best first.

use super::index::{BODY, BREAK, Index, Indexed, STANDFIRST, TITLE};
use super::query::{Part, Query, Wanted};
use std::cmp::Reverse;

/// The most words that a beginning stands for.
const BEGINNING_WORDS_MAX: usize = 2048;

/// What was found.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Found {
    /// Numbers of entries, the best first.
    pub(crate) entries: Vec<usize>,
    /// The needed words and phrases that stand nowhere, as they were typed.
    pub(crate) nowhere: Vec<String>,
}

/// The entries in which all needed parts of a question stand: those with more of them in their title first, then in
/// their standfirst; the newer first among equals.
pub(crate) fn find(index: &Index, query: &Query) -> Found {
    let mut found = Found::default();
    // What each entry has earned so far; none where it lacks something.
    let mut worth: Vec<Option<u32>> = vec![Some(0); index.places()];
    for part in &query.parts {
        let fields = standing(index, part);
        if part.needed && fields.iter().all(|fields| *fields == 0) {
            found.nowhere.push(part.shown.clone());
        }
        for (worth, fields) in worth.iter_mut().zip(&fields) {
            *worth = match (*worth, *fields) {
                (Some(_), 0) if part.needed => None,
                (worth, fields) => worth.map(|worth| worth + u32::from(best(fields))),
            };
        }
    }
    if query.parts.is_empty() || !found.nowhere.is_empty() {
        return found;
    }
    let having = worth.iter().enumerate().filter_map(|(number, worth)| {
        let entry = index.entry(number)?;
        worth.map(|worth| (Reverse(worth), Reverse(entry.entry.moment), &entry.path, number))
    });
    let mut having: Vec<_> = having.collect();
    having.sort_unstable();
    found.entries = having.into_iter().map(|(.., number)| number).collect();
    found
}

/// The fields of each entry in which a part of the question stands.
fn standing(index: &Index, part: &Part) -> Vec<u8> {
    let mut fields = vec![0; index.places()];
    let mut mark = |word: u32| {
        for (entry, at) in index.having(word) {
            if let Some(fields) = fields.get_mut(entry) {
                *fields |= at;
            }
        }
    };
    match &part.wanted {
        Wanted::Word { forms } => forms.iter().filter_map(|form| index.word(form)).for_each(mark),
        Wanted::Beginning { forms } => {
            forms.iter().filter_map(|form| index.word(form)).for_each(&mut mark);
            let beginning = forms.first().map_or("", String::as_str);
            index.beginning(beginning, BEGINNING_WORDS_MAX).for_each(mark);
        }
        Wanted::Phrase { words } => phrase(index, words, &mut fields),
    }
    fields
}

fn phrase(index: &Index, words: &[String], fields: &mut [u8]) {
    let numbers: Option<Vec<u32>> = words.iter().map(|word| index.word(word)).collect();
    let Some(numbers) = numbers else { return };
    let rarest = numbers.iter().min_by_key(|word| index.having(**word).count());
    for (number, _) in rarest.into_iter().flat_map(|word| index.having(*word)) {
        if let (Some(entry), Some(fields)) = (index.entry(number), fields.get_mut(number)) {
            *fields = fields_with(entry, &numbers);
        }
    }
}

/// The fields of an entry in which words stand in this order.
fn fields_with(entry: &Indexed, words: &[u32]) -> u8 {
    let runs = entry.order.split(|word| *word == BREAK);
    let fields = [TITLE, STANDFIRST].into_iter().chain(std::iter::repeat(BODY));
    runs.zip(fields)
        .filter(|(run, _)| run.windows(words.len().max(1)).any(|window| window == words))
        .fold(0, |fields, (_, field)| fields | field)
}

/// The best of some fields: each is worth more than the next.
fn best(fields: u8) -> u8 {
    [TITLE, STANDFIRST, BODY]
        .into_iter()
        .find(|field| fields & field != 0)
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::entry::{Entry, Paragraph};

    fn index() -> Index {
        let mut index = Index::default();
        let mut put = |path: &str, title: &str, standfirst: &str, moment: u64, body: &[&str]| {
            let body = body.iter().map(|words| Paragraph {
                anchor: "b-1".to_owned(),
                words: (*words).to_owned(),
            });
            let entry = Entry {
                title: title.to_owned(),
                standfirst: standfirst.to_owned(),
                moment,
                body: body.collect(),
                ..Entry::default()
            };
            index.put(path, entry);
        };
        put("a", "Rome", "Ministers met", 3, &[]);
        put(
            "b",
            "Ministers in Rome",
            "",
            1,
            &["We condemn", "the attack in the strongest terms"],
        );
        put("c", "Ministers in Paris", "after Rome", 2, &["We condemn the attack"]);
        put("d", "بيان وزراء الخارجية", "اجتماع روما", 4, &[]);
        put("e", "Déclaration sur l’accord", "Les réseaux", 5, &[]);
        index
    }

    fn paths(question: &str) -> Vec<String> {
        let index = index();
        let found = find(&index, &Query::read(question, &["the".to_owned()].into()).unwrap());
        let path = |number: usize| index.entry(number).unwrap().path.to_string();
        found.entries.into_iter().map(path).collect()
    }

    #[test]
    fn titles_come_first_and_the_newer_among_equals() {
        assert_eq!(paths("rome"), ["a", "b", "c"]);
        assert_eq!(paths("ministers rome"), ["b", "a", "c"]);
        assert_eq!(paths("ministers"), ["c", "b", "a"]);
    }

    #[test]
    fn all_words_are_needed_and_the_last_may_be_begun() {
        assert_eq!(paths("ministers par"), ["c"]);
        assert_eq!(paths("par ministers"), Vec::<String>::new());
        assert_eq!(paths("minister"), ["c", "b", "a"]);
        assert_eq!(paths("the ministers paris"), ["c"]);
    }

    #[test]
    fn each_language_is_met_half_way() {
        assert_eq!(paths("الوزراء"), ["d"]);
        assert_eq!(paths("إجتماع خارجيه"), ["d"]);
        assert_eq!(paths("declaration l'accord"), ["e"]);
        assert_eq!(paths("accord réseau"), ["e"]);
    }

    #[test]
    fn a_phrase_stands_as_it_is_and_in_one_paragraph() {
        assert_eq!(paths("\"condemn the attack\""), ["c"]);
        assert_eq!(paths("“strongest terms”"), ["b"]);
        assert_eq!(paths("\"strongest term\""), Vec::<String>::new());
        assert_eq!(paths("\"ministers in\" rome"), ["b", "c"]);
    }

    #[test]
    fn what_stands_nowhere_is_told() {
        let index = index();
        let nowhere = |question: &str| find(&index, &Query::read(question, &Default::default()).unwrap()).nowhere;
        assert_eq!(nowhere("Rome Oslo \"in Rome now\""), ["Oslo", "in Rome now"]);
        assert_eq!(nowhere("paris declaration"), Vec::<String>::new());
        assert_eq!(
            find(&Index::default(), &Query::read("x", &Default::default()).unwrap()).nowhere,
            ["x"]
        );
    }
}
