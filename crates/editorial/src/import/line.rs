//! On which line of a file a field stands.

/// The line of a field in a TOML file or in the head of an entry's file, from 1; 0 if it is not there.
pub(super) fn line_of(source: &str, field: &str) -> usize {
    let names = |line: &str| {
        let line = line.trim_start().trim_start_matches('[');
        let rest = line.strip_prefix(field);
        rest.is_some_and(|rest| rest.trim_start().starts_with(['=', ']', '.']))
    };
    let has_head = source.trim_start_matches('\u{feff}').starts_with("+++");
    for (place, line) in source.lines().enumerate() {
        if place > 0 && has_head && line.trim_end() == "+++" {
            return 0;
        }
        if names(line) {
            return place + 1;
        }
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "+++\ntitle = \"a\"\ntitles = 1\n[of]\nsummary = \"b\"\n+++\nslug = no field\n";

    #[test]
    fn finds_fields_and_tables_of_the_head_only() {
        assert_eq!(
            [line_of(FILE, "title"), line_of(FILE, "titles"), line_of(FILE, "of")],
            [2, 3, 4]
        );
        assert_eq!(line_of(FILE, "slug"), 0);
        assert_eq!(line_of("at = 1\n[quotes.speaker]\n", "quotes"), 2);
    }
}
