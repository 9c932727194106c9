//! What stands behind the question mark of an address: what is asked for, and which page of the answer.

use super::query::cleaned;

/// The last page that can be asked for.
const PAGE_MAX: usize = 10_000;

/// A question as it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Question {
    /// What is asked for, as it may be shown again; empty if nothing is.
    pub(crate) asked: String,
    /// Which page of the answer, from 1.
    pub(crate) page: usize,
}

impl Question {
    /// Reads the query of an address. Everything can be read: what is no letter becomes a replacement character.
    pub(crate) fn read(query: Option<&str>) -> Question {
        let mut question = Question {
            asked: String::new(),
            page: 1,
        };
        for field in query.unwrap_or_default().split('&') {
            match field.split_once('=') {
                Some(("q", value)) if question.asked.is_empty() => question.asked = cleaned(&decoded(value)),
                Some(("page", value)) => question.page = value.parse().unwrap_or(1).clamp(1, PAGE_MAX),
                _ => {}
            }
        }
        question
    }
}

/// The query of the address of a page of the answer.
pub(crate) fn query_of(asked: &str, page: usize) -> String {
    let mut query = String::from("?q=");
    for byte in asked.bytes() {
        match byte {
            b' ' => query.push('+'),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => query.push(char::from(byte)),
            byte => query.push_str(&format!("%{byte:02X}")),
        }
    }
    if page > 1 {
        query.push_str(&format!("&page={page}"));
    }
    query
}

fn decoded(value: &str) -> String {
    let mut out = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let byte = tail.get(..2).filter(|_| *first == b'%').and_then(byte_of);
        out.push(match (first, byte) {
            (_, Some(byte)) => byte,
            (b'+', None) => b' ',
            (first, None) => *first,
        });
        rest = byte.and_then(|_| tail.get(2..)).unwrap_or(tail);
    }
    String::from_utf8_lossy(&out).into_owned()
}

fn byte_of(digits: &[u8]) -> Option<u8> {
    let digit = |byte: &u8| char::from(*byte).to_digit(16);
    let value = digits.first().and_then(digit)? << 4 | digits.get(1).and_then(digit)?;
    u8::try_from(value).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn asked(query: &str) -> String {
        Question::read(Some(query)).asked
    }

    #[test]
    fn questions_are_read_as_forms_send_them() {
        assert_eq!(asked("q=rome+%22joint%20statement%22"), "rome \"joint statement\"");
        assert_eq!(asked("x=1&q=%D8%A8%D9%8A%D8%A7%D9%86&q=no"), "بيان");
        assert_eq!(Question::read(Some("q=a&page=3")).page, 3);
        for query in ["page=0", "page=-1", "page=x", "page=", ""] {
            assert_eq!(Question::read(Some(query)).page, 1, "{query}");
        }
        assert_eq!(Question::read(None).asked, "");
    }

    #[test]
    fn what_is_broken_is_read_as_well_as_it_can_be() {
        assert_eq!(asked("q=%"), "%");
        assert_eq!(asked("q=%4"), "%4");
        assert_eq!(asked("q=%zz%C3%28"), "%zz\u{fffd}(");
        assert_eq!(asked("q=%00%0d%0aset-cookie:%20a"), "set-cookie: a");
    }

    proptest! {
        #[test]
        fn an_address_leads_back_to_its_question(typed in any::<String>(), page in 1usize..100) {
            let asked = cleaned(&typed);
            let query = query_of(&asked, page);
            prop_assert!(query.is_ascii());
            prop_assert_eq!(Question::read(query.strip_prefix('?')), Question { asked, page });
        }

        #[test]
        fn survives_any_query(query in "[ -~]{0,80}") {
            Question::read(Some(&query));
        }
    }
}
