//! `plenary history`: what a text has said in public since it was last withdrawn or held back, version by version.

use content::past::{Kind, Version};
use content::projection::versions;
use content::record::Record;
use serde::Serialize;

use crate::arguments::History;
use crate::data::DataDirectory;
use crate::error::Failure;
use crate::{clock, output};

/// A public version.
#[derive(Debug, Serialize)]
struct Told {
    version: usize,
    revision: i64,
    from: String,
    kind: Kind,
    note: String,
    title: String,
}

pub(super) fn run(arguments: &History) -> Result<(), Failure> {
    let store = DataDirectory::find(&arguments.data.data)?.store()?;
    let subject = &arguments.subject;
    let record = store.read(|reader| reader.record(subject))?;
    let Some(Record::Entry(entry)) = record else {
        return Err(Failure::Usage(format!(
            "there is no entry {subject}; an entry is named like story/rome-2021"
        )));
    };
    let told: Vec<Told> = versions(&entry, arguments.locale, clock::now())
        .into_iter()
        .map(told)
        .collect();
    if arguments.json {
        output::json(&told);
        return Ok(());
    }
    if told.is_empty() {
        output::line(&format!("{subject} is not public in {}", arguments.locale));
    }
    for version in &told {
        let kind = match version.kind {
            Kind::First => "published",
            Kind::Corrected => "corrected",
            Kind::Updated => "updated",
            Kind::Minor => "small change",
        };
        let note = if version.note.is_empty() {
            String::new()
        } else {
            format!(": {}", version.note)
        };
        output::line(&format!("{:3}  {}  {kind}{note}", version.version, version.from));
    }
    Ok(())
}

fn told(version: Version) -> Told {
    Told {
        version: version.number,
        revision: version.revision,
        from: version.from.to_string(),
        kind: version.kind,
        note: version.note,
        title: version.lines.map(|lines| lines.title).unwrap_or_default(),
    }
}
