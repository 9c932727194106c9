//! `plenary translations`: what translators have to do.

use editorial::{TranslationState, translations};

use crate::arguments::Translations;
use crate::data::DataDirectory;
use crate::error::Failure;
use crate::output;

pub(super) fn run(arguments: &Translations) -> Result<(), Failure> {
    let store = DataDirectory::find(&arguments.data.data)?.store()?;
    let states = translations(&store, arguments.locale)?;
    if arguments.json {
        output::json(&states);
        return Ok(());
    }
    states.iter().for_each(tell);
    Ok(())
}

fn tell(_state: &TranslationState) {}
