//! Reading WebVTT and SubRip: blocks of times and words. What a person would still understand is read with a warning;
//! what would lose or misplace words is told with its line.

use super::markup::voices;
use super::{CUE_MAX, CUES_MAX, Cue, Fault, Form, Reading, TOLD_MAX, time};

/// What stands between the two times of a cue.
const ARROW: &str = "-->";

pub(super) fn read(form: Form, source: &str, faults: &mut Vec<Fault>) -> Reading {
    let unified = source.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<&str> = unified.lines().collect();
    let mut reader = Reader {
        form,
        lines: &lines,
        at: 0,
        reading: Reading::default(),
        last: None,
    };
    if form == Form::Vtt && !reader.signature() {
        faults.push(Fault::new(
            1,
            "it does not begin with WEBVTT",
            "write WEBVTT into its first line, or name it .srt if it is SubRip",
        ));
        return reader.reading;
    }
    while let Some(line) = reader.line() {
        if let Err(fault) = reader.block(line) {
            faults.push(fault);
            if faults.len() == TOLD_MAX {
                break;
            }
        }
    }
    let mut reading = reader.reading;
    // By their beginning, and those that begin together in the order in which they were written.
    reading.cues.sort_by_key(|cue| cue.span.map(|(from, _)| from));
    reading
}

struct Reader<'a> {
    form: Form,
    lines: &'a [&'a str],
    /// How many lines have been taken.
    at: usize,
    reading: Reading,
    /// When the cue before began.
    last: Option<u64>,
}

impl<'a> Reader<'a> {
    fn line(&self) -> Option<&'a str> {
        self.lines.get(self.at).copied()
    }

    /// Takes the first line of WebVTT and what may stand below it.
    fn signature(&mut self) -> bool {
        let signed = self.line().and_then(|line| line.strip_prefix("WEBVTT"));
        let is_signed = signed.is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']));
        self.at += 1;
        while is_signed && self.line().is_some_and(|line| !is_blank(line) && !line.contains(ARROW)) {
            self.at += 1;
        }
        is_signed
    }

    /// Takes what begins at a line.
    fn block(&mut self, line: &'a str) -> Result<(), Fault> {
        if is_blank(line) {
            self.at += 1;
            return Ok(());
        }
        if line.contains(ARROW) {
            return self.cue(line);
        }
        let word = line.split([' ', '\t', ':']).next().unwrap_or_default();
        if self.form == Form::Vtt && ["NOTE", "STYLE", "REGION"].contains(&word) {
            if word != "NOTE" {
                self.warn(
                    format!("{word} is left out: the site has a look of its own"),
                    "nothing has to be done",
                );
            }
            while self.line().is_some_and(|line| !is_blank(line)) {
                self.at += 1;
            }
            return Ok(());
        }
        if self.lines.get(self.at + 1).is_some_and(|next| next.contains(ARROW)) || is_number(line) {
            // The name or number of a cue.
            self.at += 1;
            return Ok(());
        }
        self.stray()
    }

    /// Words without a time: an empty line within a cue cut them off from it.
    fn stray(&mut self) -> Result<(), Fault> {
        let line = self.at + 1;
        let (payload, is_short) = self.payload();
        if !is_short {
            return Err(too_long(line));
        }
        let Some(cue) = self.reading.cues.last_mut() else {
            return Err(Fault::new(
                line,
                "there are words before the first time",
                "write a time above them, FROM --> UNTIL, or remove them",
            ));
        };
        for (_, words) in voices(&payload, self.form) {
            cue.words.push('\n');
            cue.words.push_str(&words);
        }
        if cue.words.chars().count() > CUE_MAX {
            return Err(too_long(line));
        }
        let message = "these words have no time of their own and were put to the cue before".to_owned();
        self.warn_at(line, message, "remove the empty line above them, or give them a time");
        Ok(())
    }

    fn cue(&mut self, line: &str) -> Result<(), Fault> {
        let number = self.at + 1;
        self.at += 1;
        let (payload, is_short) = self.payload();
        let span = span(line).ok_or_else(|| {
            Fault::new(
                number,
                format!("{:?} is no time", excerpt(line)),
                "write 00:01:02.500 --> 00:01:04.000",
            )
        })?;
        if span.1 <= span.0 {
            return Err(Fault::new(
                number,
                "it ends before it begins",
                "write the later time behind the arrow",
            ));
        }
        if !is_short {
            return Err(too_long(number));
        }
        if self.reading.cues.len() >= CUES_MAX {
            self.at = self.lines.len();
            let message = format!("there are more than {CUES_MAX} cues");
            return Err(Fault::new(number, message, "divide the recording"));
        }
        if self.last.is_some_and(|last| span.0 < last) {
            let message = "it begins before the one above it and was put into its place".to_owned();
            self.warn_at(number, message, "check the times");
        }
        self.last = Some(span.0);
        let parts = voices(&payload, self.form);
        if parts.iter().map(|(_, words)| words.chars().count()).sum::<usize>() > CUE_MAX {
            return Err(too_long(number));
        }
        if parts.is_empty() {
            self.warn_at(
                number,
                "it has no words and was left out".to_owned(),
                "write some, or remove it",
            );
        }
        self.reading.cues.extend(parts.into_iter().map(|(speaker, words)| Cue {
            span: Some(span),
            speaker,
            words,
        }));
        Ok(())
    }

    /// Takes the lines up to the next empty one or the next time, and says whether they are few enough.
    fn payload(&mut self) -> (String, bool) {
        let mut taken: Vec<&str> = Vec::new();
        while let Some(line) = self.line().filter(|line| !is_blank(line)) {
            if line.contains(ARROW) {
                // The empty line was forgotten; what stands right above a time may be its number.
                if taken.last().is_some_and(|last| is_number(last)) {
                    taken.pop();
                }
                break;
            }
            taken.push(line);
            self.at += 1;
        }
        let payload = taken.join("\n");
        // Markup is longer than what it marks, within limits.
        let is_short = payload.len() <= CUE_MAX * 20;
        if is_short {
            (payload, true)
        } else {
            (String::new(), false)
        }
    }

    fn warn(&mut self, message: String, remedy: &'static str) {
        self.warn_at(self.at + 1, message, remedy);
    }

    fn warn_at(&mut self, line: usize, message: String, remedy: &'static str) {
        if self.reading.warnings.len() < TOLD_MAX {
            self.reading.warnings.push(Fault::new(line, message, remedy));
        }
    }
}

/// The two times of a line; what stands behind them (where a caption is placed) is left out.
fn span(line: &str) -> Option<(u64, u64)> {
    let (from, rest) = line.split_once(ARROW)?;
    let until = rest.split_whitespace().next()?;
    Some((time::parse(from.trim())?, time::parse(until)?))
}

fn too_long(line: usize) -> Fault {
    Fault::new(
        line,
        format!("a cue has more than {CUE_MAX} characters"),
        "divide it into several with times of their own",
    )
}

fn is_blank(line: &str) -> bool {
    line.trim().is_empty()
}

fn is_number(line: &str) -> bool {
    let digits = line.trim();
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn excerpt(line: &str) -> String {
    line.chars().take(60).collect()
}
