//! Values for templates: maps of few, ready-made values under fixed names.

use std::sync::Arc;

use minijinja::value::{Enumerator, Object, Value};

/// A map whose names are known when the program is built; looking one up compares a handful of short names.
#[derive(Debug, Default)]
pub(crate) struct Scope(Vec<(&'static str, Value)>);

impl Scope {
    pub(crate) fn new() -> Scope {
        Scope(Vec::with_capacity(16))
    }

    /// Adds a value.
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<Value>) -> Scope {
        self.0.push((name, value.into()));
        self
    }

    /// Adds markup, which templates do not escape.
    pub(crate) fn with_html(self, name: &'static str, markup: String) -> Scope {
        self.with(name, Value::from_safe_string(markup))
    }

    /// Adds a list.
    pub(crate) fn with_all(self, name: &'static str, values: Vec<Value>) -> Scope {
        self.with(name, values)
    }

    pub(crate) fn into_value(self) -> Value {
        Value::from_object(self)
    }
}

impl Object for Scope {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        self.get_value_by_str(key.as_str()?)
    }

    fn get_value_by_str(self: &Arc<Self>, key: &str) -> Option<Value> {
        self.0
            .iter()
            .find(|(name, _)| *name == key)
            .map(|(_, value)| value.clone())
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Values(self.0.iter().map(|(name, _)| Value::from(*name)).collect())
    }
}
