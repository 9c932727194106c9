//! Other forms under which a word that is asked for may stand: a simple plural, the Arabic article and what is joined to
//! a word's beginning. The index holds words as they are written, so that the wording of a quotation stays exact.

/// What may be joined to the beginning of an Arabic word: the article, "and", and prepositions with the article.
const BEGINNINGS: [&str; 6] = ["", "ال", "و", "وال", "لل", "بال"];
/// How many letters must be left when something is taken away.
const LEFT: usize = 3;

/// The forms under which a folded word is found; itself first.
pub(crate) fn forms(word: &str) -> Vec<String> {
    let mut forms = vec![word.to_owned()];
    if word.chars().all(|letter| letter.is_ascii_alphabetic()) {
        plurals(word, &mut forms);
    } else if word.chars().all(|letter| matches!(letter, 'ء'..='ي')) {
        beginnings(word, &mut forms);
    }
    let mut seen = std::collections::BTreeSet::new();
    forms.retain(|form| seen.insert(form.clone()));
    forms
}

/// English and French: `members` and `member`, `countries` and `country`, `réseaux` and `réseau`.
fn plurals(word: &str, forms: &mut Vec<String>) {
    let mut without = |end: &str, instead: &str| {
        if let Some(rest) = word.strip_suffix(end).filter(|rest| rest.len() >= LEFT) {
            forms.push(format!("{rest}{instead}"));
        }
    };
    if word.ends_with("ss") {
        forms.push(format!("{word}es"));
        return;
    }
    without("ies", "y");
    without("es", "");
    without("s", "");
    without("ux", "u");
    if word.len() < LEFT || word.ends_with('s') {
        return;
    }
    forms.push(format!("{word}s"));
    if word.ends_with(['x', 'z', 'h']) {
        forms.push(format!("{word}es"));
    }
    if word.ends_with('u') {
        forms.push(format!("{word}x"));
    }
    if let Some(rest) = word.strip_suffix('y') {
        forms.push(format!("{rest}ies"));
    }
}

fn beginnings(word: &str, forms: &mut Vec<String>) {
    for taken in BEGINNINGS {
        let Some(stem) = word.strip_prefix(taken) else {
            continue;
        };
        if stem.chars().count() >= LEFT {
            forms.extend(BEGINNINGS.iter().map(|beginning| format!("{beginning}{stem}")));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words that stand for each other, and for none of the others.
    const FAMILIES: [&[&str]; 8] = [
        &["member", "members"],
        &["country", "countries"],
        &["church", "churches"],
        &["reseau", "reseaux"],
        &["progress"],
        &["وزراء", "الوزراء", "والوزراء", "للوزراء", "بالوزراء"],
        &["بيان", "البيان", "وبيان"],
        &["في"],
    ];

    #[test]
    fn a_word_is_found_by_each_of_its_forms() {
        for family in FAMILIES {
            for asked in family {
                let found = forms(asked);
                assert_eq!(found[0], *asked);
                for other in FAMILIES.into_iter().flatten() {
                    let same = family.contains(other);
                    assert_eq!(found.iter().any(|form| form == other), same, "{asked} {other}");
                }
            }
        }
    }

    #[test]
    fn numbers_and_single_letters_have_no_other_form() {
        for word in ["2022", "s", "eu", "g7"] {
            assert_eq!(forms(word), [word]);
        }
    }
}
