//! Minor changes as the rules of staleness want them: in the order in which they were declared.

use content::staleness::{Equivalence, settle};
use content::text::Pins;
use content::{Subject, Text};
use store::{Reader, StoreError};

/// The minor changes of an entry, in the order in which they were declared.
pub(crate) fn equivalences(reader: &mut Reader, subject: &Subject) -> Result<Vec<Equivalence>, StoreError> {
    reader.minor_changes(subject)
}

/// What a change of a source text would be declared as, if it was minor: every place that both texts have.
pub(crate) fn minor_changes(before: &Text, after: &Text) -> Vec<Equivalence> {
    let (before, after) = (before.pins(), after.pins());
    let changed = before.into_iter().filter_map(|(block, from)| {
        let to = after.get(&block).filter(|to| **to != from)?.clone();
        Some(Equivalence { block, from, to })
    });
    changed.collect()
}

/// Pins as they stand after all minor changes.
pub(crate) fn settled(pins: &Pins, equivalences: &[Equivalence]) -> Pins {
    pins.iter()
        .map(|(block, hash)| (block.clone(), settle(hash, block, equivalences)))
        .collect()
}
