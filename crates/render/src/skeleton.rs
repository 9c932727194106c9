//! Skeletons: a rendered page with the places of its fragments cut out, and the links that it holds.

use content::route::Fragment;
use language::Locale;

use crate::error::RenderError;

/// Stands before and after a fragment's name in rendered HTML. Escaping leaves it out of all foreign text, so only a
/// template's `fragment(…)` can bring it in.
const MARK: char = '\u{1}';

/// The bytes of a page and where which fragments are inserted.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Skeleton {
    pub(crate) bytes: Vec<u8>,
    pub(crate) fragments: Vec<(u32, String)>,
}

/// What a template writes at a fragment's place.
pub(crate) fn mark(fragment: Fragment) -> String {
    format!("{MARK}{}{MARK}", fragment.as_str())
}

/// Cuts a rendered page at its fragments' places.
pub(crate) fn cut(path: &str, html: &str, locale: Locale) -> Result<Skeleton, RenderError> {
    let mut skeleton = Skeleton {
        bytes: Vec::with_capacity(html.len()),
        fragments: Vec::new(),
    };
    for (number, part) in html.split(MARK).enumerate() {
        let fragment = Fragment::ALL
            .into_iter()
            .find(|fragment| number % 2 == 1 && fragment.as_str() == part);
        match fragment {
            None => skeleton.bytes.extend_from_slice(part.as_bytes()),
            Some(fragment) => {
                let at = u32::try_from(skeleton.bytes.len()).map_err(|_| RenderError::TooLong(path.to_owned()))?;
                skeleton.fragments.push((at, fragment.name(locale)));
            }
        }
    }
    Ok(skeleton)
}

/// The paths of this site that a page's `href` and `src` and a sitemap's `<loc>` lead to: decoded, without query and fragment, sorted, once.
pub(crate) fn internal_links(html: &[u8], addresses: &[&str]) -> Vec<String> {
    let mut links: Vec<String> = locations(html)
        .filter_map(|value| internal_path(value, addresses))
        .collect();
    let mut rest = html;
    while let Some(at) = rest.iter().position(|byte| *byte == b'=') {
        let (before, tail) = rest.split_at(at);
        rest = tail.get(1..).unwrap_or_default();
        if ![&b" href"[..], b" src", b" poster"]
            .iter()
            .any(|name| before.ends_with(name))
        {
            continue;
        }
        let quoted = rest
            .strip_prefix(b"\"")
            .and_then(|value| value.split(|byte| *byte == b'"').next());
        links.extend(quoted.and_then(|value| internal_path(value, addresses)));
    }
    links.sort_unstable();
    links.dedup();
    links
}

/// What stands in `<loc>`; in HTML there is none.
fn locations(xml: &[u8]) -> impl Iterator<Item = &[u8]> {
    let elements = xml
        .split(|byte| *byte == b'<')
        .filter_map(|element| element.strip_prefix(b"loc>"));
    elements.filter(|location| !location.is_empty())
}

fn internal_path(link: &[u8], addresses: &[&str]) -> Option<String> {
    let after = |address: &&str| {
        link.strip_prefix(address.as_bytes())
            .filter(|path| path.starts_with(b"/"))
    };
    let path = addresses.iter().filter(|address| !address.is_empty()).find_map(after);
    let path = path.unwrap_or(link);
    let path = path.split(|byte| matches!(byte, b'?' | b'#')).next()?;
    let is_path = path.starts_with(b"/") && !path.starts_with(b"//");
    if is_path {
        String::from_utf8(percent_decoded(path)).ok()
    } else {
        None
    }
}

fn percent_decoded(path: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(path.len());
    let mut rest = path;
    while let Some((first, tail)) = rest.split_first() {
        let hex = tail
            .get(..2)
            .filter(|_| *first == b'%')
            .and_then(|digits| std::str::from_utf8(digits).ok());
        let byte = hex.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        out.push(byte.unwrap_or(*first));
        rest = byte.and_then(|_| tail.get(2..)).unwrap_or(tail);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fragments_are_cut_out_at_their_places() {
        let locale = Locale::parse("ar").unwrap();
        let html = format!("<body>{}أ{}</body>", mark(Fragment::Masthead), mark(Fragment::Footer));
        let skeleton = cut("/", &html, locale).unwrap();
        assert_eq!(skeleton.bytes, "<body>أ</body>".as_bytes());
        assert_eq!(
            skeleton.fragments,
            [(6, "~masthead/ar".to_owned()), (8, "~footer/ar".to_owned())]
        );
    }

    #[test]
    fn a_sitemap_leads_to_what_it_names() {
        let xml =
            b"<urlset><url><loc>https://c.example/ar/%D8%A3/</loc></url><loc>https://other.example/</loc></urlset>";
        assert_eq!(
            internal_links(xml, &["https://old.example", "https://c.example"]),
            ["/ar/أ/"]
        );
    }

    #[test]
    fn links_of_the_site_are_found_and_others_left() {
        let html =
            b"<a href=\"/ar/%D8%A3/?x#y\">a=b</a><img src=\"/media/a.png\"><link href=\"https://c.example/en/\">\
                     <a href=\"https://other.example/\"><a href=\"#main\"><a href=\"//evil/\"><a data-href=\"/no/\">";
        assert_eq!(
            internal_links(html, &["https://c.example"]),
            ["/ar/أ/", "/en/", "/media/a.png"]
        );
    }
}
