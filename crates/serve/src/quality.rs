//! Lists with preferences, as `Accept-Encoding` and `Accept-Language` hold them (RFC 9110, 12.4.2 and 5.6.1).

/// Items looked at; who sends more gets an answer by the first ones.
const MAX_ITEMS: usize = 32;

/// Preference in thousandths; 0 means "not acceptable".
pub(crate) type Quality = u16;
/// Preference of an item without one.
pub(crate) const FULL: Quality = 1000;

/// The items of a list with their preferences, in the order of the list. An item whose preference cannot be read is
/// left out.
pub(crate) fn items(list: &str) -> impl Iterator<Item = (&str, Quality)> {
    list.split(',').take(MAX_ITEMS).filter_map(|item| {
        let mut parts = item.split(';').map(str::trim);
        let name = parts.next().filter(|name| !name.is_empty())?;
        let weight = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
        Some((name, weight.map_or(Some(FULL), quality)?))
    })
}

/// `0`, `1`, or up to three decimals.
fn quality(text: &str) -> Option<Quality> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    if decimals.len() > 3 || !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let thousandths: Quality = format!("{decimals:0<3}").parse().ok()?;
    match whole {
        "0" => Some(thousandths),
        "1" if thousandths == 0 => Some(FULL),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_preferences_to_three_decimals() {
        let read: Vec<_> =
            items("ar, en;q=0.8 , fr ; Q=0.25,de;q=0,it;q=1.000,, ;q=1,es;q=2,pt;q=0.1234,nl;q=x").collect();
        assert_eq!(read, [("ar", 1000), ("en", 800), ("fr", 250), ("de", 0), ("it", 1000)]);
    }

    #[test]
    fn looks_at_a_bounded_number_of_items() {
        assert_eq!(items(&"gzip,".repeat(10_000)).count(), MAX_ITEMS);
    }

    proptest! {
        #[test]
        fn survives_any_text(list in "\\PC*") {
            prop_assert!(items(&list).all(|(_, quality)| quality <= FULL));
        }

        #[test]
        fn survives_any_list(list in "([a-z*-]{0,4}(;q=[0-9.]{0,6})?[ ,;=]?){0,12}") {
            prop_assert!(items(&list).all(|(name, quality)| !name.is_empty() && quality <= FULL));
        }
    }
}
