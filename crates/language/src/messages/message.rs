//! A message made ready: formatting it, and asking what it needs.

use std::collections::BTreeSet;

use super::arguments::{ArgumentValue, Arguments};
use crate::numbers::Numbers;
use crate::plural::{PluralCategory, Plurals};

/// The pieces of a text, in order; neighbouring words are one piece.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Pattern {
    pub(crate) pieces: Vec<Piece>,
}

/// One piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Words.
    Words(String),
    /// The value of an argument.
    Argument(String),
    /// One of several texts, by the value of an argument.
    Selection(Selection),
}

/// Several texts, one of which an argument's value chooses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Selection {
    pub(crate) argument: String,
    pub(crate) variants: Vec<Variant>,
    /// Which variant is chosen when no key fits.
    pub(crate) otherwise: usize,
}

/// One text of a selection and the key that chooses it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Variant {
    pub(crate) key: VariantKey,
    pub(crate) pattern: Pattern,
}

/// What a variant answers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum VariantKey {
    /// Exactly this number.
    Number(u64),
    /// All numbers of this plural form, or this word.
    Category(PluralCategory),
    /// This word.
    Word(String),
}

/// What formatting a message needs to know of the locale.
#[derive(Debug)]
pub(crate) struct Speech {
    pub(crate) plurals: Plurals,
    pub(crate) numbers: Numbers,
}

impl Pattern {
    /// The words, when the text consists of nothing else.
    pub(crate) fn plain(&self) -> Option<&str> {
        match self.pieces.as_slice() {
            [] => Some(""),
            [Piece::Words(words)] => Some(words),
            _ => None,
        }
    }

    /// Writes the text. An argument that was not given stands as its name in braces, as Fluent has it.
    pub(crate) fn write(&self, out: &mut String, arguments: &Arguments, speech: &Speech) {
        for piece in &self.pieces {
            match piece {
                Piece::Words(words) => out.push_str(words),
                Piece::Argument(name) => match arguments.get(name) {
                    Some(ArgumentValue::Text(words) | ArgumentValue::Written(_, words)) => out.push_str(words),
                    Some(ArgumentValue::Number(number)) => out.push_str(&speech.numbers.format(*number)),
                    None => out.extend(["{$", name, "}"]),
                },
                Piece::Selection(selection) => {
                    if let Some(variant) = selection.choose(arguments, speech) {
                        variant.pattern.write(out, arguments, speech);
                    }
                }
            }
        }
    }

    /// The names of all arguments that the text uses, in any of its variants.
    pub(crate) fn arguments(&self) -> BTreeSet<&str> {
        let mut names = BTreeSet::new();
        self.visit(&mut |piece| match piece {
            Piece::Argument(name) | Piece::Selection(Selection { argument: name, .. }) => {
                names.insert(name.as_str());
            }
            Piece::Words(_) => {}
        });
        names
    }

    /// All selections by plural form, nested ones too.
    pub(crate) fn plural_selections(&self) -> Vec<&Selection> {
        let mut found = Vec::new();
        self.visit(&mut |piece| match piece {
            Piece::Selection(selection) if selection.is_plural() => found.push(selection),
            _ => {}
        });
        found
    }

    fn visit<'p>(&'p self, see: &mut impl FnMut(&'p Piece)) {
        for piece in &self.pieces {
            see(piece);
            if let Piece::Selection(selection) = piece {
                selection.variants.iter().for_each(|variant| variant.pattern.visit(see));
            }
        }
    }
}

impl Selection {
    /// Whether the keys are plural forms and numbers only, one form at least.
    fn is_plural(&self) -> bool {
        let by_word = self
            .variants
            .iter()
            .any(|variant| matches!(variant.key, VariantKey::Word(_)));
        let by_form = self
            .variants
            .iter()
            .any(|variant| matches!(variant.key, VariantKey::Category(_)));
        by_form && !by_word
    }

    /// Whether some variant speaks for every number of `category` that the rules are known to give it.
    pub(crate) fn covers(&self, category: PluralCategory, plurals: &Plurals) -> bool {
        let has = |key: VariantKey| self.variants.iter().any(|variant| variant.key == key);
        has(VariantKey::Category(category))
            || plurals
                .numbers_in(category)
                .all(|number| has(VariantKey::Number(number)))
    }

    /// The first variant that answers to the value, as Fluent has it.
    fn choose(&self, arguments: &Arguments, speech: &Speech) -> Option<&Variant> {
        let chosen = match arguments.get(&self.argument) {
            Some(ArgumentValue::Number(number) | ArgumentValue::Written(number, _)) => {
                let category = speech.plurals.category(*number);
                self.variants
                    .iter()
                    .find(|variant| variant.key.answers_to_number(*number, category))
            }
            Some(ArgumentValue::Text(word)) => self.variants.iter().find(|variant| variant.key.answers_to_word(word)),
            None => None,
        };
        chosen.or_else(|| self.variants.get(self.otherwise))
    }
}

impl VariantKey {
    fn answers_to_number(&self, number: u64, category: PluralCategory) -> bool {
        match self {
            Self::Number(exact) => *exact == number,
            Self::Category(form) => *form == category,
            Self::Word(_) => false,
        }
    }

    fn answers_to_word(&self, word: &str) -> bool {
        match self {
            Self::Number(_) => false,
            Self::Category(form) => form.as_str() == word,
            Self::Word(key) => key == word,
        }
    }
}
