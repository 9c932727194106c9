//! What kind of page stands at a path: told from outside, by the path's form and the status.

use edition::Record;

/// The kind of page at a path, with its status where that is not 200.
pub fn kind_of(path: &str, record: &Record) -> String {
    let kind = match path.strip_prefix('~') {
        Some(inner) => format!("~{}", inner.split('/').next().unwrap_or_default()),
        None => ordinary(path).to_owned(),
    };
    match record.status {
        200 => kind,
        status => format!("{kind} {status}"),
    }
}

fn ordinary(path: &str) -> &'static str {
    let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
    match segments.as_slice() {
        ["sitemap.xml"] => "sitemap index",
        ["sitemap-sections.xml"] => "sitemap of sections",
        ["robots.txt"] => "robots",
        [one] if one.starts_with("sitemap-") => "part of the sitemap",
        ["media", _] => "media",
        ["assets", _] => "asset",
        [_] => "home",
        [_, "feed.xml"] => "feed",
        [.., "history"] => "history",
        [.., "history", _] => "difference",
        [.., "older", _] => "chunk of a list",
        [_, "stories"] => "stories",
        [_, "stories", year] if year.bytes().all(|byte| byte.is_ascii_digit()) => "stories of a year",
        [_, "stories", "by", _] => "entries of a member",
        [_, "stories", "on", _] => "entries of an effort",
        [_, "stories", _] => "story",
        [_, "statements"] => "statements",
        [_, "statements", _] => "statement",
        [_, "announcements"] => "announcements",
        [_, "announcements", _] => "announcement",
        [_, "members"] => "members",
        [_, "members", _] => "member",
        [_, "efforts"] => "efforts",
        [_, "efforts", _] => "effort",
        [_, "tags"] => "tags",
        [_, "tags", _] => "entries with a tag",
        [_, "wall"] => "wall",
        [_, "wall", _] => "wall of a member",
        [_, "posts", _] => "post",
        [_, _] => "page",
        _ => "other",
    }
}
