//! `plenary audit`: the record of who did what, and the proof that it is whole.

use serde::Serialize;
use store::{ChainEnd, ChainFault};

use crate::arguments::{AuditCommand, AuditList, AuditVerify};
use crate::data::DataDirectory;
use crate::error::Failure;
use crate::output;
use crate::progress::Progress;

/// Rows that are read at once.
const ROWS_AT_ONCE: usize = 1_000;

/// What was found, for machines.
#[derive(Debug, Serialize)]
struct Found {
    whole: bool,
    rows: u64,
    /// The last row and its hash, to be written down elsewhere.
    end: String,
    /// What is wrong, if anything is.
    fault: Option<String>,
}

/// A row, for machines.
#[derive(Debug, Serialize)]
struct Listed {
    position: i64,
    at: String,
    actor: String,
    act: String,
    subject: Option<String>,
    detail: serde_json::Value,
}

pub(super) fn run(command: &AuditCommand) -> Result<(), Failure> {
    match command {
        AuditCommand::Verify(arguments) => verify(arguments),
        AuditCommand::List(arguments) => list(arguments),
    }
}

fn verify(arguments: &AuditVerify) -> Result<(), Failure> {
    let known = arguments.known.as_deref().map(parse_known).transpose()?;
    let store = DataDirectory::find(&arguments.data.data)?.store()?;
    let progress = Progress::new();
    let tell = |rows: u64| progress.tell("verifying", usize::try_from(rows).unwrap_or(usize::MAX), 0);
    let verdict = store.read(|reader| reader.verify_audit(known.as_ref(), &tell))?;
    progress.end();
    let found = Found {
        whole: verdict.fault.is_none(),
        rows: verdict.rows,
        end: format!("{}:{}", verdict.end.position, verdict.end.hash),
        fault: verdict.fault.map(words),
    };
    match (arguments.json, &found.fault) {
        (true, _) => output::json(&found),
        (false, None) => {
            output::line(&format!("The audit log is whole: {} rows.", found.rows));
            output::line(
                "To find later that it was made anew, write this down elsewhere, and give it back as --known:",
            );
            output::line(&format!("  {}", found.end));
        }
        (false, Some(fault)) => {
            output::note(&format!("The audit log is not whole, from row {} on.", found.rows + 1));
            output::note(&format!(
                "{fault}; compare with a backup, and find out who could write to the database."
            ));
        }
    }
    match found.whole {
        true => Ok(()),
        false => Err(Failure::Told),
    }
}

/// `POSITION:HASH`, as it was printed.
fn parse_known(words: &str) -> Result<ChainEnd, Failure> {
    let wrong = || {
        let message = "--known is written POSITION:HASH, as `plenary audit verify` printed it";
        Failure::Usage(format!("{words:?} is no end of a log; {message}"))
    };
    let (position, hash) = words.split_once(':').ok_or_else(wrong)?;
    let is_hash = hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    let position: i64 = position.parse().map_err(|_| wrong())?;
    match is_hash && position > 0 {
        true => Ok(ChainEnd {
            position,
            hash: hash.to_ascii_lowercase(),
        }),
        false => Err(wrong()),
    }
}

fn words(fault: ChainFault) -> String {
    match fault {
        ChainFault::Missing(position) => format!("row {position} is missing"),
        ChainFault::Changed(position) => format!("row {position} was changed, or is not where it was"),
        ChainFault::Beyond(position) => format!("row {position} stands behind the end that was noted"),
        ChainFault::Unlike(position) => format!("row {position} is not the one that was written down"),
    }
}

fn list(arguments: &AuditList) -> Result<(), Failure> {
    let store = DataDirectory::find(&arguments.data.data)?.store()?;
    let mut position = arguments.after;
    loop {
        let rows = store.read(|reader| reader.audit_after(position, ROWS_AT_ONCE))?;
        let Some((last, _)) = rows.last() else {
            return Ok(());
        };
        position = *last;
        for (number, row) in rows {
            let listed = Listed {
                position: number,
                at: row.at.to_string(),
                actor: row.actor,
                act: row.act,
                subject: row.subject.map(|subject| subject.to_string()),
                detail: row.detail,
            };
            tell(&listed, arguments);
        }
    }
}

/// One row, unless it is about something else than what was asked for.
fn tell(row: &Listed, arguments: &AuditList) {
    let is = |wanted: &Option<String>, given: &str| wanted.as_deref().is_none_or(|wanted| wanted == given);
    let subject = row.subject.as_deref().unwrap_or_default();
    if !is(&arguments.actor, &row.actor) || !is(&arguments.act, &row.act) || !is(&arguments.subject, subject) {
        return;
    }
    if arguments.json {
        output::json_line(row);
        return;
    }
    output::line(&format!(
        "{:6}  {}  {}  {}  {subject}",
        row.position, row.at, row.actor, row.act
    ));
}
