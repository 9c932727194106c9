//! `plenary press`: bring the edition up to date, and write it as a folder.

use std::time::{Duration, Instant};

use edition::Edition;
use serde::Serialize;

use crate::arguments::Press as Arguments;
use crate::commands::serve::stage_name;
use crate::data::DataDirectory;
use crate::error::{Failure, file};
use crate::progress::Progress;
use crate::{clock, output};

/// How long another process may take to press what changed, in seconds.
const PATIENCE: u64 = 120;

/// What was made.
#[derive(Debug, Serialize)]
struct Report {
    edition: u64,
    pages: u64,
    rendered: usize,
    press_seconds: f64,
    files: usize,
    bytes: u64,
    write_seconds: f64,
}

pub(super) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let data = DataDirectory::find(&arguments.data.data)?.with_theme(arguments.theme.as_deref())?;
    if let Some(output) = &arguments.output {
        std::fs::create_dir_all(output).map_err(file(output))?;
        if std::fs::read_dir(output).map_err(file(output))?.next().is_some() {
            return Err(Failure::NotEmpty(output.clone()));
        }
    }
    let progress = Progress::new();
    let began = Instant::now();
    let made = make(&data, arguments.rebuild, &progress);
    progress.end();
    let (edition, rendered) = made?;
    let press_seconds = began.elapsed().as_secs_f64();
    let began = Instant::now();
    let written = match &arguments.output {
        Some(output) => press::write_folder(&edition, output, &|done, total| progress.tell("writing", done, total)),
        None => Ok(press::Written::default()),
    };
    progress.end();
    let written = written?;
    let report = Report {
        edition: edition.number(),
        pages: edition.info().pages,
        rendered,
        press_seconds,
        files: written.pages,
        bytes: written.bytes,
        write_seconds: began.elapsed().as_secs_f64(),
    };
    tell(&report, arguments, written.gone);
    Ok(())
}

/// The public edition, up to date: made here, or by the process that works on this directory.
fn make(data: &DataDirectory, rebuild: bool, progress: &Progress) -> Result<(Edition, usize), Failure> {
    let store = data.store()?;
    let base = data.base(data.configuration.listen);
    let mut press = match data.press(store.clone(), &base) {
        Err(Failure::Press(press::PressError::Edition(edition::Error::InUse { .. }))) if !rebuild => {
            return wait_for_other(data, &store).map(|edition| (edition, 0));
        }
        other => other?,
    };
    let stages = |stage, done, total| progress.tell(stage_name(stage), done, total);
    let pressed = match rebuild {
        true => press.rebuild(clock::now(), &stages)?,
        false => press.catch_up(clock::now(), &stages)?,
    };
    Ok((press.library().head().ok_or(Failure::NothingPressed)?, pressed.rendered))
}

/// Waits until the process that presses here has pressed what stands in the store now.
fn wait_for_other(data: &DataDirectory, store: &store::Store) -> Result<Edition, Failure> {
    let wanted = store.read(|reader| reader.last_position())?;
    data.wake();
    let end = Instant::now() + Duration::from_secs(PATIENCE);
    loop {
        if data.pressed_position()? >= wanted {
            return data.editions()?.head().ok_or(Failure::NothingPressed);
        }
        if Instant::now() >= end {
            return Err(Failure::NotPressed(PATIENCE));
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn tell(report: &Report, arguments: &Arguments, gone: usize) {
    if arguments.json {
        return output::json(report);
    }
    output::line(&format!(
        "Edition {}: {} pages, {} rendered in {:.2} seconds",
        report.edition, report.pages, report.rendered, report.press_seconds
    ));
    if let Some(folder) = &arguments.output {
        let per_second = |seconds: f64| format!("{seconds:.2} seconds");
        output::line(&format!(
            "{}: {} files, {} bytes, {}",
            folder.display(),
            report.files,
            report.bytes,
            per_second(report.write_seconds)
        ));
        if gone > 0 {
            output::line(&format!(
                "{gone} withdrawn pages have no file: a plain web server answers 404 for them, not 410"
            ));
        }
    }
}
