//! What came of the sequences: which acts and which kinds of pages were hit, and every difference that was found.

use std::collections::BTreeMap;
use std::fmt;

use press::Pressed;

use crate::acts::{KINDS, Kind};

/// What came of the sequences.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Sequences that were played.
    pub sequences: usize,
    /// How often the press ran.
    pub presses: usize,
    /// How often its edition was held against a clean one.
    pub comparisons: usize,
    /// How often an edition that was put back was looked at.
    pub put_back: usize,
    /// By kind of act.
    pub acts: BTreeMap<Kind, Acted>,
    /// By kind of page: how often one came, went or changed.
    pub pages: BTreeMap<String, usize>,
    /// What was not as it must be, with the seed that shows it again.
    pub findings: Vec<String>,
}

/// How often an act was done, and what the press did where it ran for that act alone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Acted {
    /// How often.
    pub done: usize,
    /// How often the press ran for it alone.
    pub alone: usize,
    /// Routes rendered then.
    pub rendered: usize,
    /// Paths that differed then.
    pub changed: usize,
}

impl Report {
    /// Notes that acts were done before the press ran once.
    pub fn note(&mut self, kinds: &[Kind], pressed: &Pressed) {
        self.presses += 1;
        for kind in kinds {
            self.acts.entry(*kind).or_default().done += 1;
        }
        if let [kind] = kinds {
            let acted = self.acts.entry(*kind).or_default();
            acted.alone += 1;
            acted.rendered += pressed.rendered;
            acted.changed += pressed.changed;
        }
    }

    /// Adds what came of other sequences.
    pub fn add(&mut self, other: Report) {
        self.sequences += other.sequences;
        self.presses += other.presses;
        self.comparisons += other.comparisons;
        self.put_back += other.put_back;
        for (kind, acted) in other.acts {
            let own = self.acts.entry(kind).or_default();
            own.done += acted.done;
            own.alone += acted.alone;
            own.rendered += acted.rendered;
            own.changed += acted.changed;
        }
        for (kind, count) in other.pages {
            *self.pages.entry(kind).or_default() += count;
        }
        self.findings.extend(other.findings);
    }

    /// Kinds of acts that were never done.
    pub fn missed(&self) -> Vec<Kind> {
        KINDS
            .into_iter()
            .map(|(kind, _)| kind)
            .filter(|kind| !self.acts.contains_key(kind))
            .collect()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:<16} {:>6}   {:>10} {:>10}", "act", "done", "rendered", "changed")?;
        for (kind, acted) in &self.acts {
            let mean = |sum: usize| sum.checked_div(acted.alone).unwrap_or(0);
            let (rendered, changed) = (mean(acted.rendered), mean(acted.changed));
            writeln!(
                f,
                "{:<16} {:>6}   {rendered:>10} {changed:>10}",
                kind.name(),
                acted.done
            )?;
        }
        writeln!(
            f,
            "(rendered and changed: the mean where the press ran for that act alone)"
        )?;
        for (kind, count) in &self.pages {
            writeln!(f, "{kind:<28} {count:>8}")?;
        }
        for finding in &self.findings {
            writeln!(f, "\n{finding}")?;
        }
        write!(
            f,
            "{} sequences, {} presses, {} held against a clean edition, {} put back: {} differences",
            self.sequences,
            self.presses,
            self.comparisons,
            self.put_back,
            self.findings.len()
        )
    }
}
