//! What must not stand in a template: words of a language, scripts and styles within the page, addresses of others.

use crate::finding::Finding;
use crate::marks::{Piece, Tag, pieces};

/// Attributes that are read aloud or shown.
const SPOKEN: [&str; 6] = [
    "alt",
    "aria-label",
    "aria-description",
    "aria-roledescription",
    "placeholder",
    "title",
];
/// Attributes by which a browser loads something.
const LOADING: [&str; 7] = ["src", "srcset", "poster", "data", "action", "formaction", "background"];

/// Judges a template's source.
pub(crate) fn judge(name: &str, source: &str, findings: &mut Vec<Finding>) {
    for (line, piece) in pieces(source) {
        match piece {
            Piece::Text(text) => words((name, line), &text, "", findings),
            Piece::Tag(tag) => judge_tag((name, line), &tag, findings),
        }
    }
}

fn judge_tag(place: (&str, usize), tag: &Tag, findings: &mut Vec<Finding>) {
    if tag.name == "style" || tag.name == "script" && tag.attribute("src").is_none() {
        findings.push(refused(place, &format!("a <{}> stands within the page", tag.name)));
    }
    for (name, value) in &tag.attributes {
        if SPOKEN.contains(&name.as_str()) {
            words(place, value, name, findings);
        }
        if name == "style" || name.starts_with("on") && name.len() > 2 {
            findings.push(refused(
                place,
                &format!("the attribute {name} stands in <{}>", tag.name),
            ));
        }
        let loads = LOADING.contains(&name.as_str()) || name == "href" && tag.name != "a";
        if loads && is_foreign(value) {
            findings.push(foreign(place, value));
        }
    }
}

fn words((name, line): (&str, usize), text: &str, attribute: &str, findings: &mut Vec<Finding>) {
    let bare = without_entities(text);
    if !bare.chars().any(char::is_alphabetic) {
        return;
    }
    let line = line
        + bare
            .lines()
            .take_while(|line| !line.chars().any(char::is_alphabetic))
            .count();
    let shown: Vec<&str> = bare.split_whitespace().take(6).collect();
    let shown = shown.join(" ");
    let what = match attribute {
        "" => format!("the words {shown:?} stand in the template"),
        _ => format!("the words {shown:?} stand in the attribute {attribute}"),
    };
    let remedy = "put them into locales/CODE.ftl of each language and write {{ t(\"group-name\") }}";
    findings.push(Finding::error((name, line), "words", what, remedy));
}

/// A text with spaces in place of `&nbsp;` and the like.
fn without_entities(text: &str) -> String {
    let mut bare = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        bare.push_str(before);
        let end = after.find(';').filter(|end| {
            let name = after.get(..*end).unwrap_or_default();
            name.len() < 12 && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#')
        });
        rest = end.and_then(|end| after.get(end + 1..)).unwrap_or(after);
    }
    bare + rest
}

/// Whether an address leads to another origin: `https://…` or `//…`.
pub(crate) fn is_foreign(address: &str) -> bool {
    let address = address.trim_start();
    let scheme = ["http:", "https:", "ftp:", "ws:", "wss:"].iter().any(|scheme| {
        address
            .get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    scheme || address.starts_with("//")
}

/// Something that is loaded from another origin.
pub(crate) fn foreign(place: (&str, usize), address: &str) -> Finding {
    let shown: String = address.chars().take(60).collect();
    Finding::error(
        place,
        "foreign",
        format!(
            "{shown:?} would be loaded from another origin; the server forbids it, and so does the promise to visitors"
        ),
        "put the file into the theme and name it with {{ asset(\"…\") }}",
    )
}

fn refused(place: (&str, usize), what: &str) -> Finding {
    let what = format!("{what}, which the site's content security policy refuses");
    Finding::error(place, "inline", what, "move it into style.css or script.js")
}
