//! Progress of long work: a bar on a terminal, plain lines otherwise.

use std::io::IsTerminal;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::output;

/// How often a plain line is printed.
const LINE_EVERY: Duration = Duration::from_secs(2);

/// Progress of one piece of work after another.
pub(crate) struct Progress {
    bar: Option<ProgressBar>,
    last: Mutex<(Instant, String)>,
}

impl Progress {
    /// Shows progress on standard error.
    pub(crate) fn new() -> Progress {
        let bar = std::io::stderr().is_terminal().then(|| {
            let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr_with_hz(10));
            if let Ok(style) = ProgressStyle::with_template("{msg:14} {bar:32} {human_pos}/{human_len} {elapsed}") {
                bar.set_style(style);
            }
            bar
        });
        Progress {
            bar,
            last: Mutex::new((Instant::now(), String::new())),
        }
    }

    /// Tells how far a stage is; a total of 0 is not known yet.
    pub(crate) fn tell(&self, stage: &str, done: usize, total: usize) {
        let (done, total) = (u64::try_from(done).unwrap_or(0), u64::try_from(total).unwrap_or(0));
        if let Some(bar) = &self.bar {
            if bar.message() != stage {
                bar.set_message(stage.to_owned());
            }
            bar.set_length(total.max(done));
            bar.set_position(done);
            return;
        }
        let Ok(mut last) = self.last.lock() else { return };
        if last.0.elapsed() >= LINE_EVERY {
            let of = if total > 0 {
                format!(" of {total}")
            } else {
                String::new()
            };
            output::note(&format!("{stage}: {done}{of}"));
            *last = (Instant::now(), stage.to_owned());
        }
    }

    /// Takes the bar away.
    pub(crate) fn end(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
