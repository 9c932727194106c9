//! The first line of a quotation that says what it is: `[!box] Title`.

use super::inline::trim;
use crate::body::Inline;

/// The name that a paragraph begins with, and what follows it.
pub(super) fn marked(paragraph: &[Inline]) -> Option<(String, Vec<Inline>)> {
    let Some((Inline::Text(first), rest)) = paragraph.split_first() else {
        return None;
    };
    let (name, after) = first.strip_prefix("[!")?.split_once(']')?;
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    is_name.then(|| {
        let after = Inline::Text(after.trim_start().to_owned());
        let after = Some(after).filter(|after| *after != Inline::Text(String::new()));
        (name.to_owned(), after.into_iter().chain(rest.iter().cloned()).collect())
    })
}

/// The title as far as the first end of a line, and the words that follow it.
pub(super) fn title_of(runs: Vec<Inline>) -> (Vec<Inline>, Vec<Inline>) {
    let (mut title, mut beginning) = match runs.iter().position(|run| *run == Inline::Break) {
        Some(end) => {
            let beginning = runs.get(end + 1..).unwrap_or_default().to_vec();
            (runs.into_iter().take(end).collect(), beginning)
        }
        None => (runs, Vec::new()),
    };
    trim(&mut title);
    trim(&mut beginning);
    (title, beginning)
}
