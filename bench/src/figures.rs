//! Figures: medians, and the table that says what was measured, what is wanted, and whether it was met.

use std::io::Write;
use std::time::Duration;

/// What was found of one thing that is wanted.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What was measured.
    pub what: String,
    /// What came of it.
    pub figure: String,
    /// What is wanted; empty if it is told for knowledge alone.
    pub wanted: String,
    /// Whether it was met; none if nothing is wanted or nothing was measured.
    pub met: Option<bool>,
}

impl Row {
    /// A figure for knowledge alone.
    pub fn told(what: impl Into<String>, figure: impl Into<String>) -> Row {
        Row {
            what: what.into(),
            figure: figure.into(),
            wanted: String::new(),
            met: None,
        }
    }

    /// A figure that should not be larger than another.
    pub fn at_most(what: impl Into<String>, value: f64, limit: f64, unit: &str) -> Row {
        let (figure, wanted) = (
            format!("{} {unit}", short(value)),
            format!("at most {} {unit}", short(limit)),
        );
        Row {
            what: what.into(),
            figure,
            wanted,
            met: Some(value <= limit),
        }
    }

    /// A figure that should not be smaller than another.
    pub fn at_least(what: impl Into<String>, value: f64, limit: f64, unit: &str) -> Row {
        let (figure, wanted) = (
            format!("{} {unit}", short(value)),
            format!("at least {} {unit}", short(limit)),
        );
        Row {
            what: what.into(),
            figure,
            wanted,
            met: Some(value >= limit),
        }
    }

    /// Something that could not be measured, and why.
    pub fn unmeasured(what: impl Into<String>, why: impl Into<String>) -> Row {
        Row {
            what: what.into(),
            figure: format!("not measured: {}", why.into()),
            wanted: String::new(),
            met: None,
        }
    }
}

/// The middle one of several values; of an even number the mean of the two in the middle. 0 if there is none.
pub fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = |place: usize| sorted.get(place).copied().unwrap_or(0.0);
    match sorted.len() {
        0 => 0.0,
        odd if odd % 2 == 1 => at(odd / 2),
        even => f64::midpoint(at(even / 2 - 1), at(even / 2)),
    }
}

/// The value that so many in a hundred do not pass, by nearest rank. 0 if there is none.
pub fn percentile(values: &[f64], share: usize) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let rank = (sorted.len() * share).div_ceil(100).max(1);
    sorted.get(rank - 1).copied().unwrap_or(0.0)
}

/// A duration in milliseconds.
pub fn millis(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1_000.0
}

/// A figure with three digits that mean something.
pub fn short(value: f64) -> String {
    match value.abs() {
        0.0 => "0".to_owned(),
        small if small < 10.0 => format!("{value:.2}"),
        middle if middle < 100.0 => format!("{value:.1}"),
        _ => format!("{value:.0}"),
    }
}

/// Prints a line of a result. Who closed the pipe does not want to read it.
pub fn print(line: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{line}");
}

/// Prints a line for those who wait.
pub fn note(line: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}

/// Prints rows as a table in Markdown.
pub fn print_table(rows: &[Row]) {
    print("| what | figure | wanted | met |");
    print("| --- | --- | --- | --- |");
    for Row {
        what,
        figure,
        wanted,
        met,
    } in rows
    {
        let met = match met {
            Some(true) => "yes",
            Some(false) => "**no**",
            None => "",
        };
        print(&format!("| {what} | {figure} | {wanted} | {met} |"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_is_the_middle() {
        assert_eq!(median(&[3.0, 1.0, 2.0]), 2.0);
        assert_eq!(median(&[4.0, 1.0, 2.0, 3.0]), 2.5);
        assert_eq!(median(&[]), 0.0);
    }

    #[test]
    fn percentiles_are_values_that_were_measured() {
        let values: Vec<f64> = (1..=20).map(f64::from).collect();
        assert_eq!(percentile(&values, 95), 19.0);
        assert_eq!(percentile(&values, 100), 20.0);
        assert_eq!(percentile(&[7.0], 95), 7.0);
        assert_eq!(percentile(&[], 95), 0.0);
    }

    #[test]
    fn a_limit_counts_as_met() {
        assert_eq!(Row::at_most("x", 1.15, 1.15, "").met, Some(true));
        assert_eq!(Row::at_most("x", 1.16, 1.15, "").met, Some(false));
        assert_eq!(Row::at_least("x", 2.9, 3.0, "").met, Some(false));
        assert_eq!(Row::unmeasured("x", "no y").met, None);
    }
}
