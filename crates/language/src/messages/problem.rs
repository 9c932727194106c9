//! What can be wrong with a message file, where, and what to do about it.

use std::fmt;

use crate::locale::Locale;
use crate::plural::PluralCategory;

/// One fault of a message file and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogueProblem {
    /// The file, as its reader named it.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub fault: CatalogueFault,
}

impl CatalogueProblem {
    /// What is wrong, in words.
    #[must_use]
    pub fn what(&self) -> String {
        self.fault.to_string()
    }

    /// What to do about it.
    #[must_use]
    pub fn remedy(&self) -> &'static str {
        self.fault.remedy()
    }
}

impl fmt::Display for CatalogueProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}; {}", self.file, self.line, self.fault, self.remedy())
    }
}

impl std::error::Error for CatalogueProblem {}

/// What can be wrong with a message file by itself, or beside those of the other languages.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CatalogueFault {
    /// The file is larger than any catalogue needs to be.
    #[error("the file holds {bytes} bytes, more than {limit}")]
    TooLarge {
        /// Its size.
        bytes: usize,
        /// The most that is read.
        limit: usize,
    },
    /// A message has more braces and parentheses than any message needs.
    #[error("a message opens more than {limit} braces and parentheses")]
    TooComplex {
        /// The most that is read.
        limit: usize,
    },
    /// Fluent's grammar is broken.
    #[error("this is not Fluent: {0}")]
    Syntax(String),
    /// A key does not say its group.
    #[error("the key {0} names no group")]
    NoGroup(String),
    /// A key stands twice.
    #[error("the key {0} stands a second time")]
    Duplicate(String),
    /// A message has no text of its own.
    #[error("the message {0} has no text")]
    NoText(String),
    /// A message has attributes.
    #[error("the message {0} has attributes")]
    Attribute(String),
    /// A placeable or selector is of a form that messages do not use.
    #[error("the message {key} uses {form}")]
    Form {
        /// The message.
        key: String,
        /// Which form.
        form: &'static str,
    },
    /// A variant's number is not whole.
    #[error("the message {key} has a variant for {number}, which is not a whole number")]
    VariantNumber {
        /// The message.
        key: String,
        /// The number as written.
        number: String,
    },
    /// A reference leads nowhere.
    #[error("the message {key} refers to {reference}, which is not in this file")]
    UnknownReference {
        /// The message.
        key: String,
        /// What it refers to.
        reference: String,
    },
    /// A reference leads to another group.
    #[error("the message {key} refers to {reference}, which is of another group")]
    ForeignReference {
        /// The message.
        key: String,
        /// What it refers to.
        reference: String,
    },
    /// References go round in a circle, or lead too far.
    #[error("the message {key} refers to itself, or through too many others, by way of {reference}")]
    Circle {
        /// The message.
        key: String,
        /// Where the following of references stopped.
        reference: String,
    },
    /// A message is too long once its references are in place.
    #[error("the message {key} is longer than {limit} bytes")]
    TooLong {
        /// The message.
        key: String,
        /// The most that a message may hold.
        limit: usize,
    },
    /// Another language has a message that this one lacks.
    #[error("the message {key} is missing; it stands in {stands_in}")]
    Missing {
        /// The message.
        key: String,
        /// File and line in which it stands.
        stands_in: String,
    },
    /// A message uses other arguments than in another language.
    #[error("the message {key} uses the arguments [{uses}], but {elsewhere}")]
    Arguments {
        /// The message.
        key: String,
        /// The names it uses here.
        uses: String,
        /// The names it uses in another file, and which file: `[count] in en.ftl`.
        elsewhere: String,
    },
    /// A selection by number lacks a plural form of the language.
    #[error("the message {key} selects by ${argument} without the form [{category}], which {locale} needs")]
    PluralForm {
        /// The message.
        key: String,
        /// The number that selects.
        argument: String,
        /// The form that is missing.
        category: PluralCategory,
        /// The language of the file.
        locale: Locale,
    },
    /// Another language selects plural forms where this one, which has several, does not.
    #[error("the message {key} does not select by ${argument}, though it does in {other}")]
    NoPlural {
        /// The message.
        key: String,
        /// The number by which another language selects.
        argument: String,
        /// The file with which it was compared.
        other: String,
    },
}

impl CatalogueFault {
    /// What to do about it.
    #[must_use]
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "look whether this is a message file at all",
            Self::TooComplex { .. } => "divide the message into several",
            Self::Syntax(_) => "write \"key = text\", indent the lines that follow, and close every brace",
            Self::NoGroup(_) => "name it group-rest, as in list-older",
            Self::Duplicate(_) => "delete one of the two or give it another key",
            Self::NoText(_) => "write a text after the equals sign",
            Self::Attribute(_) => "make each attribute a message of its own",
            Self::Form { .. } => "use text, { $argument }, { $argument -> … }, { \"literal\" } or { other-message }",
            Self::VariantNumber { .. } => "write a number without sign and fraction, or a plural form",
            Self::UnknownReference { .. } => "correct the name or add the message",
            Self::ForeignReference { .. } => "repeat the text in this group: a page reads whole groups",
            Self::Circle { .. } => "write one of them out in words",
            Self::TooLong { .. } => "shorten it: long texts are pages, not messages",
            Self::Missing { .. } => "translate it into this file, or delete it from all files",
            Self::Arguments { .. } => "use the same arguments in every language",
            Self::PluralForm { .. } => "add a variant for this form",
            Self::NoPlural { .. } => "select by it here as well, with every form of this language",
        }
    }
}
