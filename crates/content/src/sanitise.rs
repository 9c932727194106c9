//! The sanitiser: what foreign text may not carry into the store. Markup never gets this far: bodies are blocks and
//! runs, not HTML; what is left are characters that deceive and addresses that act.

/// A character that nobody typed on purpose or that makes text read otherwise than it is written: control characters,
/// overrides of direction (Unicode UAX #9: LRE, RLE, PDF, LRO, RLO), tags and non-characters. Marks and isolates of
/// direction (LRM, RLM, FSI, PDI …) and joiners are words' own business.
pub fn hidden_character(text: &str) -> Option<char> {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(may_be_hidden) {
        let mut characters = rest.get(at..)?.chars();
        let character = characters.next()?;
        if is_hidden(character) {
            return Some(character);
        }
        rest = characters.as_str();
    }
    None
}

/// Whether a hidden character may begin with this byte; never true of those that follow the first. One look at each
/// byte is enough for nearly all text.
fn may_be_hidden(byte: u8) -> bool {
    matches!(byte, 0..=8 | 0xb..=0x1f | 0x7f | 0xc2 | 0xe2 | 0xef..)
}

fn is_hidden(character: char) -> bool {
    matches!(character,
        '\u{0}'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{202a}'..='\u{202e}'
        | '\u{e0001}' | '\u{fff0}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}' | '\u{feff}')
}

/// Foreign words without hidden characters; line ends become `\n`.
pub fn clean_words(words: &str) -> String {
    let unified = words
        .replace("\r\n", "\n")
        .replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    unified.chars().filter(|character| !is_hidden(*character)).collect()
}

/// Whether something is an absolute `https:` or `http:` address that means one thing to every reader of it: no spaces,
/// control characters, backslashes or credentials.
pub fn is_web_address(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else {
        return false;
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let plain = |character: char| !character.is_whitespace() && !character.is_control() && !is_hidden(character);
    text.chars()
        .all(|character| plain(character) && !matches!(character, '\\' | '<' | '>' | '"' | '`'))
        && !authority.is_empty()
        && !authority.starts_with([':', '.', '-'])
        && !authority.contains('@')
}

/// Whether something is a `mailto:` address with one recipient.
pub fn is_mail_address(text: &str) -> bool {
    text.strip_prefix("mailto:").is_some_and(|rest| {
        let plain = |character: char| character.is_ascii_graphic() && !matches!(character, '<' | '>' | '"' | '\\');
        rest.split('@').filter(|part| !part.is_empty()).count() == 2 && rest.chars().all(plain)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_that_lead_somewhere_pass() {
        for good in [
            "https://example.org/a?b=c#d",
            "http://xn--mgbh0fb.example/",
            "https://قطر.example/خبر",
        ] {
            assert!(is_web_address(good), "{good}");
        }
        for bad in [
            "javascript:alert(1)",
            "https://",
            "https:///x",
            "https://user@example.org/",
            "https://a b/",
            "https://example.org\\@evil.example",
            "data:text/html,x",
            "//example.org",
            "https://exa\u{202e}mple.org",
        ] {
            assert!(!is_web_address(bad), "{bad}");
        }
    }

    #[test]
    fn every_hidden_character_is_found_and_no_other() {
        for character in '\0'..=char::MAX {
            let text = format!("é{character}ب");
            assert_eq!(hidden_character(&text), is_hidden(character).then_some(character));
        }
    }

    #[test]
    fn text_that_reads_otherwise_than_it_is_written_is_found() {
        assert_eq!(hidden_character("user\u{202e}txt.exe"), Some('\u{202e}'));
        assert_eq!(hidden_character("قال\u{200f} الوزير"), None);
        assert_eq!(clean_words("a\r\nb\u{0}\u{202e}c"), "a\nbc");
    }

    #[test]
    fn mail_has_one_recipient() {
        assert!(is_mail_address("mailto:press@example.org"));
        assert!(!is_mail_address("mailto:a@b@c") && !is_mail_address("mailto:") && !is_mail_address("mailto:a b@c.d"));
    }
}
