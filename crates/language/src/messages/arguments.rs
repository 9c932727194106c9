//! The values that a message is filled with.

/// One value of a message's `{ $argument }`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ArgumentValue {
    /// Words, taken as they are.
    Text(String),
    /// A whole number: written in the locale's digits and groups, and selecting its plural form.
    Number(u64),
    /// A whole number as someone else has written it, say by a region's conventions.
    Written(u64, String),
}

/// The values of one message's arguments, by name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Arguments {
    values: Vec<(String, ArgumentValue)>,
}

impl Arguments {
    /// No values yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds words under `name`; the last value given under a name stands.
    #[must_use]
    pub fn text(self, name: impl Into<String>, words: impl Into<String>) -> Self {
        self.with(name, ArgumentValue::Text(words.into()))
    }

    /// Adds a whole number under `name`; the last value given under a name stands.
    #[must_use]
    pub fn number(self, name: impl Into<String>, number: u64) -> Self {
        self.with(name, ArgumentValue::Number(number))
    }

    /// Adds a whole number under `name` in a form of one's own; the last value given under a name stands.
    #[must_use]
    pub fn written(self, name: impl Into<String>, number: u64, form: impl Into<String>) -> Self {
        self.with(name, ArgumentValue::Written(number, form.into()))
    }

    /// Adds a value under `name`; the last value given under a name stands.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: ArgumentValue) -> Self {
        self.values.push((name.into(), value));
        self
    }

    pub(crate) fn get(&self, name: &str) -> Option<&ArgumentValue> {
        self.values
            .iter()
            .rev()
            .find(|(given, _)| given == name)
            .map(|(_, value)| value)
    }
}
