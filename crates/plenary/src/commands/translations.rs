//! `plenary translations`: what translators have to do, with the source's old and new words side by side.

use content::staleness::LagKind;
use editorial::{LagDetail, TranslationStanding, TranslationState, translations};

use crate::arguments::Translations;
use crate::data::DataDirectory;
use crate::error::Failure;
use crate::output;

/// So many characters of a block stand in one of the two columns.
const COLUMN: usize = 46;

pub(super) fn run(arguments: &Translations) -> Result<(), Failure> {
    let store = DataDirectory::find(&arguments.data.data)?.store()?;
    let states = translations(&store, arguments.locale)?;
    if arguments.json {
        output::json(&states);
        return Ok(());
    }
    states.iter().for_each(tell);
    let count = |is: fn(&TranslationStanding) -> bool| states.iter().filter(|state| is(&state.state)).count();
    output::line(&format!(
        "{} current, {} stale, {} missing",
        count(|state| matches!(state, TranslationStanding::Current)),
        count(|state| matches!(state, TranslationStanding::Stale(_))),
        count(|state| matches!(state, TranslationStanding::Missing)),
    ));
    Ok(())
}

fn tell(state: &TranslationState) {
    match &state.state {
        TranslationStanding::Current => {}
        TranslationStanding::Missing => output::line(&format!("missing  {} {}", state.subject, state.locale)),
        TranslationStanding::Stale(lags) => {
            output::line(&format!("stale    {} {}", state.subject, state.locale));
            lags.iter().for_each(tell_lag);
        }
    }
}

fn tell_lag(lag: &LagDetail) {
    let what = match lag.kind {
        LagKind::Stale { .. } => "the source was changed",
        LagKind::Missing => "the source has this, the translation does not",
        LagKind::Extra => "the source no longer has this",
    };
    output::line(&format!("  {}: {what}", lag.block));
    let before = columns(lag.before.as_deref().unwrap_or("—"));
    let now = columns(lag.now.as_deref().unwrap_or("—"));
    output::line(&format!("    {:COLUMN$}  {}", "when it was translated", "now"));
    for row in 0..before.len().max(now.len()) {
        let cell = |column: &[String]| column.get(row).cloned().unwrap_or_default();
        let both = format!("    {:COLUMN$}  {}", cell(&before), cell(&now));
        output::line(both.trim_end());
    }
}

/// Words broken into lines that fit a column.
fn columns(words: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in words.split_whitespace() {
        let room = lines
            .last()
            .map_or(0, |line| COLUMN.saturating_sub(line.chars().count()));
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if word.chars().count() < room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
