//! Languages: locales, direction, plural forms, dates, numbers, lists, sorting, messages.
//!
//! All that a language decides about a page is decided here, from the Unicode Common Locale Data
//! Repository (CLDR, <https://cldr.unicode.org>) as ICU4X carries it, and from the message files in
//! `locales/`. The crate is pure: no storage, no network, no clock.

mod collation;
mod conventions;
mod dates;
mod direction;
mod formatter;
mod locale;
mod messages;
mod native_names;
mod numbers;
mod plural;

pub use direction::Direction;
pub use formatter::Formatter;
pub use locale::{Locale, LocaleError};
pub use messages::{ArgumentValue, Arguments, Catalogue, CatalogueFault, CatalogueProblem, Catalogues, group_of};
pub use plural::{PluralCategory, plural_categories, plural_category};
