//! From Fluent's syntax tree to a message made ready: references put in place, forms checked.

use std::collections::BTreeMap;

use fluent_syntax::ast::{self, Expression, InlineExpression, PatternElement};
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::catalogue::group_of;
use super::message::{Pattern, Piece, Selection, Variant, VariantKey};
use super::problem::{CatalogueFault, CatalogueProblem};
use super::source::Source;
use crate::plural::PluralCategory;

/// References that may lead on from one to the next.
const MAX_REFERENCE_DEPTH: usize = 8;

/// Bytes of words and names in one message, with its references in place.
const MAX_MESSAGE_BYTES: usize = 16 * 1024;

/// The texts of a language by key; a term's key begins with a hyphen.
pub(crate) type Texts<'s> = BTreeMap<String, Text<'s>>;

/// One text as it was parsed, and where its key stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Text<'s> {
    pub(crate) source: &'s Source<'s>,
    pub(crate) line: usize,
    pub(crate) pattern: &'s ast::Pattern<&'s str>,
}

/// Makes `text`, which stands under `key`, ready.
///
/// # Errors
/// The first problem of the message.
pub(crate) fn compile(texts: &Texts<'_>, key: &str, text: Text<'_>) -> Result<Pattern, CatalogueProblem> {
    let open = vec![key.to_owned()];
    let mut walk = Walk {
        source: text.source,
        texts,
        key,
        line: text.line,
        open,
        bytes_left: MAX_MESSAGE_BYTES,
    };
    walk.pattern(text.pattern)
        .map_err(|fault| walk.source.problem(walk.line, fault))
}

/// The way through one message.
struct Walk<'w> {
    /// The file in which the text stands that is being walked through.
    source: &'w Source<'w>,
    texts: &'w Texts<'w>,
    key: &'w str,
    /// The last line seen, where a fault is reported.
    line: usize,
    /// The keys whose texts are being put in place, outermost first.
    open: Vec<String>,
    bytes_left: usize,
}

impl Walk<'_> {
    fn pattern(&mut self, text: &ast::Pattern<&str>) -> Result<Pattern, CatalogueFault> {
        let mut pattern = Pattern::default();
        for element in &text.elements {
            match element {
                PatternElement::TextElement { value } => {
                    self.line = self.source.line_of(value);
                    self.words(&mut pattern, value)?;
                }
                PatternElement::Placeable { expression } => self.expression(&mut pattern, expression)?,
            }
        }
        Ok(pattern)
    }

    fn expression(&mut self, into: &mut Pattern, expression: &Expression<&str>) -> Result<(), CatalogueFault> {
        match expression {
            Expression::Inline(inline) => self.inline(into, inline),
            Expression::Select { selector, variants } => {
                let selection = self.selection(selector, variants)?;
                into.pieces.push(Piece::Selection(selection));
                Ok(())
            }
        }
    }

    fn inline(&mut self, into: &mut Pattern, inline: &InlineExpression<&str>) -> Result<(), CatalogueFault> {
        match inline {
            InlineExpression::StringLiteral { value } => self.words(into, &unescape_unicode_to_string(value)),
            InlineExpression::NumberLiteral { value } => self.words(into, value),
            InlineExpression::VariableReference { id } => {
                self.line = self.source.line_of(id.name);
                self.spend(id.name)?;
                into.pieces.push(Piece::Argument(id.name.to_owned()));
                Ok(())
            }
            InlineExpression::MessageReference { id, attribute: None } => self.reference(into, id.name, id.name),
            InlineExpression::TermReference {
                id,
                attribute: None,
                arguments: None,
            } => self.reference(into, id.name, &format!("-{}", id.name)),
            InlineExpression::Placeable { expression } => self.expression(into, expression),
            InlineExpression::FunctionReference { .. } => Err(self.form("a function")),
            InlineExpression::MessageReference { .. } => Err(self.form("an attribute of another message")),
            InlineExpression::TermReference { .. } => Err(self.form("a term with attribute or arguments")),
        }
    }

    /// Puts the text of another message or term in place of its name.
    fn reference(&mut self, into: &mut Pattern, name: &str, reference: &str) -> Result<(), CatalogueFault> {
        self.line = self.source.line_of(name);
        let (key, reference) = (self.key.to_owned(), reference.to_owned());
        let Some(text) = self.texts.get(&reference).copied() else {
            return Err(CatalogueFault::UnknownReference { key, reference });
        };
        if group_of(&reference) != group_of(&key) {
            return Err(CatalogueFault::ForeignReference { key, reference });
        }
        if self.open.len() > MAX_REFERENCE_DEPTH || self.open.contains(&reference) {
            return Err(CatalogueFault::Circle { key, reference });
        }
        self.open.push(reference);
        let from = std::mem::replace(&mut self.source, text.source);
        for piece in self.pattern(text.pattern)?.pieces {
            push(into, piece);
        }
        self.source = from;
        self.open.pop();
        Ok(())
    }

    fn selection(
        &mut self,
        selector: &InlineExpression<&str>,
        variants: &[ast::Variant<&str>],
    ) -> Result<Selection, CatalogueFault> {
        let InlineExpression::VariableReference { id } = selector else {
            return Err(self.form("a selector that is not an argument"));
        };
        self.line = self.source.line_of(id.name);
        self.spend(id.name)?;
        let mut selection = Selection {
            argument: id.name.to_owned(),
            variants: Vec::new(),
            otherwise: 0,
        };
        for (at, variant) in variants.iter().enumerate() {
            let key = self.variant_key(&variant.key)?;
            let pattern = self.pattern(&variant.value)?;
            if variant.default {
                selection.otherwise = at;
            }
            selection.variants.push(Variant { key, pattern });
        }
        Ok(selection)
    }

    fn variant_key(&mut self, key: &ast::VariantKey<&str>) -> Result<VariantKey, CatalogueFault> {
        match key {
            ast::VariantKey::Identifier { name } => {
                self.line = self.source.line_of(name);
                self.spend(name)?;
                let category = PluralCategory::parse(name).map(VariantKey::Category);
                Ok(category.unwrap_or_else(|| VariantKey::Word((*name).to_owned())))
            }
            ast::VariantKey::NumberLiteral { value } => {
                self.line = self.source.line_of(value);
                value
                    .parse()
                    .map(VariantKey::Number)
                    .map_err(|_| CatalogueFault::VariantNumber {
                        key: self.key.to_owned(),
                        number: (*value).to_owned(),
                    })
            }
        }
    }

    fn words(&mut self, into: &mut Pattern, words: &str) -> Result<(), CatalogueFault> {
        self.spend(words)?;
        push(into, Piece::Words(words.to_owned()));
        Ok(())
    }

    fn spend(&mut self, words: &str) -> Result<(), CatalogueFault> {
        let too_long = || CatalogueFault::TooLong {
            key: self.key.to_owned(),
            limit: MAX_MESSAGE_BYTES,
        };
        self.bytes_left = self.bytes_left.checked_sub(words.len()).ok_or_else(too_long)?;
        Ok(())
    }

    fn form(&self, form: &'static str) -> CatalogueFault {
        CatalogueFault::Form {
            key: self.key.to_owned(),
            form,
        }
    }
}

/// Adds a piece, joining words to words.
fn push(into: &mut Pattern, piece: Piece) {
    match (into.pieces.last_mut(), piece) {
        (Some(Piece::Words(before)), Piece::Words(words)) => before.push_str(&words),
        (_, Piece::Words(words)) if words.is_empty() => {}
        (_, piece) => into.pieces.push(piece),
    }
}
