//! The path of a request in its normal form, or a refusal. Every page has one address, and no path leads out of the
//! edition.

use edition::MAX_PATH_BYTES;

/// What a request's path turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Address {
    /// A decoded path, as editions hold them.
    Path(String),
    /// The same page's normal address, decoded: to be redirected to.
    Elsewhere(String),
}

/// Why a path is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// It cannot be an address of anything.
    Malformed,
    /// It is longer than any path of an edition.
    TooLong,
}

impl Address {
    /// Decodes a path as it came. Percent signs stand before two digits, the bytes are UTF-8 without control
    /// characters, backslashes or hidden slashes, and no segment is `.` or `..`.
    pub(crate) fn parse(raw: &str) -> Result<Address, Refusal> {
        let path = decode(raw).ok_or(Refusal::Malformed)?;
        let bad_segment = path.split('/').any(|segment| matches!(segment, "." | ".."));
        if !path.starts_with('/') || bad_segment || path.chars().any(|c| c.is_control() || c == '\\') {
            return Err(Refusal::Malformed);
        }
        if path.len() > MAX_PATH_BYTES {
            return Err(Refusal::TooLong);
        }
        Ok(if path.contains("//") {
            Address::Elsewhere(single_slashes(&path))
        } else {
            Address::Path(path)
        })
    }
}

/// A decoded path as it stands in a header: everything but unreserved characters and slashes in percent form. It never
/// begins with two slashes, which would name a host.
pub(crate) fn encode(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in single_slashes(path).bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

fn decode(raw: &str) -> Option<String> {
    let mut bytes = raw.bytes();
    let mut out = Vec::with_capacity(raw.len());
    while let Some(byte) = bytes.next() {
        let decoded = if byte == b'%' {
            digit(bytes.next()?)? << 4 | digit(bytes.next()?)?
        } else {
            byte
        };
        if decoded == b'/' && byte == b'%' {
            return None;
        }
        out.push(decoded);
    }
    String::from_utf8(out).ok()
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

fn single_slashes(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for c in path.chars() {
        if c != '/' || !out.ends_with('/') {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn decodes_addresses_in_any_script() {
        for (raw, path) in [
            ("/", "/"),
            ("/ar/%D8%A7%D8%AC/", "/ar/اج/"),
            ("/en/a%20b", "/en/a b"),
            ("/%61..b/~c", "/a..b/~c"),
        ] {
            assert_eq!(Address::parse(raw), Ok(Address::Path(path.to_owned())), "{raw}");
        }
    }

    #[test]
    fn redirects_doubled_slashes_within_the_site() {
        assert_eq!(
            Address::parse("//evil.example//x"),
            Ok(Address::Elsewhere("/evil.example/x".to_owned()))
        );
        assert_eq!(encode("//evil.example"), "/evil.example");
    }

    #[test]
    fn refuses_what_leads_out_or_hides_something() {
        for raw in [
            "",
            "*",
            "en/",
            "/../x",
            "/a/%2e%2E/x",
            "/.",
            "/a%2fb",
            "/%00",
            "/%0a",
            "/%",
            "/%4",
            "/%zz",
            "/%ff",
            "/a\\b",
            "/a%5Cb",
        ] {
            assert_eq!(Address::parse(raw), Err(Refusal::Malformed), "{raw:?}");
        }
        assert_eq!(
            Address::parse(&format!("/{}", "a".repeat(MAX_PATH_BYTES))),
            Err(Refusal::TooLong)
        );
    }

    proptest! {
        #[test]
        fn survives_any_text(raw in "\\PC*") {
            let _ = Address::parse(&raw);
        }

        #[test]
        fn survives_any_escapes(raw in "/([a-z/.~]|%[0-9a-fA-F]{1,2}|%2[eEfF]){0,20}") {
            if let Ok(Address::Path(path)) = Address::parse(&raw) {
                prop_assert!(path.starts_with('/') && !path.contains("//") && !path.contains("/../") && !path.ends_with("/.."));
                prop_assert_eq!(Address::parse(&encode(&path)), Ok(Address::Path(path)));
            }
        }
    }
}
