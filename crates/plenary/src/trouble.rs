//! The page that tells the author of a theme what is wrong with it: each problem with its file, its line, the lines
//! around it, and what to do.

use std::fmt::Write;

use serve::Interruption;
use theme::{FileMap, Finding};

/// Lines shown before and after the one that is meant.
const AROUND: usize = 3;
/// Letters of a line that are shown.
const LINE_MAX: usize = 240;
/// Problems that are shown; more are counted.
const SHOWN_MAX: usize = 50;
/// Seconds after which the page looks again whether the theme was mended.
const AGAIN: u32 = 2;

/// What visitors of a watched server are told while its theme cannot be used.
pub(crate) fn interruption(findings: &[Finding], files: &FileMap) -> Interruption {
    let mut page = String::new();
    let count = match findings.len() {
        1 => "1 problem in the theme".to_owned(),
        count => format!("{count} problems in the theme"),
    };
    let _ = write!(
        page,
        "<!doctype html>\n<html lang=\"en\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta http-equiv=\"refresh\" content=\"{AGAIN}\">\n\
         <title>{count}</title>\n<link rel=\"stylesheet\" href=\"{}\">\n</head>\n<body>\n<main>\n<h1>{count}</h1>\n\
         <p>The site shows its pages again as soon as this is mended and saved.</p>\n",
        Interruption::STYLE
    );
    for finding in findings.iter().take(SHOWN_MAX) {
        section(&mut page, finding, files);
    }
    if let Some(more) = findings.len().checked_sub(SHOWN_MAX).filter(|more| *more > 0) {
        let _ = writeln!(
            page,
            "<p>And {more} more: <code>plenary theme check FOLDER</code> lists all.</p>"
        );
    }
    page.push_str(
        "<p class=\"quiet\">Only a server that watches its theme shows this page. The edition that was public stays as it \
         is.</p>\n</main>\n</body>\n</html>\n",
    );
    Interruption {
        page,
        style: include_str!("trouble.css").to_owned(),
    }
}

fn section(page: &mut String, finding: &Finding, files: &FileMap) {
    let line = match finding.line {
        0 => String::new(),
        line => format!(":{line}"),
    };
    let _ = writeln!(page, "<section>\n<h2>{}{line}</h2>", escaped(&finding.file));
    let _ = writeln!(page, "<p>{}.</p>", escaped(&finding.what));
    let _ = writeln!(page, "<p class=\"remedy\">{}.</p>", escaped(&capital(&finding.remedy)));
    if let Some(bytes) = files.get(&finding.file).filter(|_| finding.line > 0) {
        lines(page, &String::from_utf8_lossy(bytes), finding.line);
    }
    page.push_str("</section>\n");
}

/// The line that is meant, and those around it.
fn lines(page: &mut String, source: &str, meant: usize) {
    page.push_str("<pre>");
    let first = meant.saturating_sub(AROUND).max(1);
    let around = source.lines().enumerate().map(|(at, line)| (at + 1, line));
    for (number, line) in around
        .skip(first - 1)
        .take_while(|(number, _)| *number <= meant + AROUND)
    {
        let shown: String = line.chars().take(LINE_MAX).collect();
        let name = if number == meant { "mark" } else { "span" };
        let _ = write!(page, "<{name}>{number:>4}  {}</{name}>", escaped(&shown));
    }
    page.push_str("</pre>\n");
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_is_shown_with_its_line_and_those_around_and_nothing_of_it_is_markup() {
        let source: String = (1..=9).map(|number| format!("<b>{number}</b>\n")).collect();
        let files = FileMap::from([("a.html".to_owned(), source.into_bytes())]);
        let finding = Finding {
            file: "a.html".to_owned(),
            line: 5,
            grade: theme::Grade::Error,
            rule: "template",
            what: "it says <script>".to_owned(),
            remedy: "say nothing".to_owned(),
        };
        let page = interruption(&[finding.clone(), Finding { line: 0, ..finding }], &files).page;
        assert!(page.contains("<h1>2 problems in the theme</h1>"), "{page}");
        assert!(
            page.contains("<h2>a.html:5</h2>") && page.contains("<h2>a.html</h2>"),
            "{page}"
        );
        assert!(page.contains("<mark>   5  &lt;b&gt;5&lt;/b&gt;</mark>"), "{page}");
        assert!(
            page.contains("&lt;b&gt;2&lt;") && page.contains("&lt;b&gt;8&lt;"),
            "{page}"
        );
        assert!(
            !page.contains("&lt;b&gt;1&lt;") && !page.contains("&lt;b&gt;9&lt;"),
            "{page}"
        );
        assert!(
            page.contains("it says &lt;script&gt;.") && page.contains("Say nothing."),
            "{page}"
        );
    }
}
