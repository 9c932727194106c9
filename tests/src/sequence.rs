//! One sequence: the cast takes the stage, acts are drawn, the press runs now and then, and what it laid is looked at.

use edition::Edition;
use press::Pressed;

use crate::acts::Kind;
use crate::ambience::Ambience;
use crate::chance::Chance;
use crate::engine::Engine;
use crate::failure::Failure;
use crate::links::Joined;
use crate::marks::{slugs_in, words_in};
use crate::places::kind_of;
use crate::report::Report;
use crate::scene::{Scene, folder, open_press};
use crate::sight::{Allowed, Sight};

/// At least so many acts are done in a sequence.
pub const ACTS: usize = 20;

/// What a sequence is about.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// What chance begins with.
    pub seed: u64,
    /// How an act is drawn.
    pub draw: fn(&mut Chance) -> Kind,
    /// Whether each edition is held against a clean one.
    pub compare: bool,
}

/// Plays one sequence to its end, or up to what is not as it must be.
///
/// # Errors
/// Whatever is wrong, with the acts up to it.
pub fn play(engine: &Engine, plan: &Plan, ambience: &Ambience) -> (Report, Option<String>) {
    let mut report = Report {
        sequences: 1,
        ..Report::default()
    };
    let mut trace = Vec::new();
    let outcome =
        Course::begin(engine, plan, ambience).and_then(|mut course| course.run(plan, &mut report, &mut trace));
    let finding = outcome.err().map(|failure| {
        format!(
            "{} on {}: PLENARY_SEED={}\n  after {}",
            failure,
            engine.name(),
            plan.seed,
            trace.join(", ")
        )
    });
    report.findings.extend(finding.clone());
    (report, finding)
}

struct Course {
    scene: Scene,
    sight: Sight,
    former: Option<Edition>,
}

impl Course {
    fn begin(engine: &Engine, plan: &Plan, ambience: &Ambience) -> Result<Course, Failure> {
        Ok(Course {
            scene: Scene::set(engine, plan.seed, ambience)?,
            sight: Sight::default(),
            former: None,
        })
    }

    fn run(&mut self, plan: &Plan, report: &mut Report, trace: &mut Vec<String>) -> Result<(), Failure> {
        self.press(plan, &[], report)?;
        let wanted = ACTS + self.scene.chance.below(ACTS / 2);
        let (mut done, mut open) = (0, Vec::new());
        while done < wanted {
            let kind = (plan.draw)(&mut self.scene.chance);
            if !is_time(kind) {
                self.go_by(10);
            }
            if !kind.perform(&mut self.scene)? {
                continue;
            }
            self.scene.look()?;
            done += 1;
            open.push(kind);
            trace.push(format!("{kind:?} at {}", self.scene.now));
            if !self.scene.chance.one_in(3) {
                if !is_time(kind) && self.scene.chance.one_in(2) {
                    self.go_by(3);
                }
                self.press(plan, &open, report)?;
                open.clear();
            }
        }
        self.press(plan, &open, report)
    }

    fn go_by(&mut self, minutes: i64) {
        let time = self.scene.chance.between(1, minutes * 60_000);
        self.scene.now.0 += time;
    }

    /// Lets the press run and looks at what it laid.
    fn press(&mut self, plan: &Plan, acts: &[Kind], report: &mut Report) -> Result<(), Failure> {
        let pressed = self.scene.press.catch_up(self.scene.now, &|_, _, _| ())?;
        report.note(acts, &pressed);
        let due = self.scene.press.next_due()?;
        if due.is_some_and(|due| due <= self.scene.now) {
            return Err(Failure::Found(format!(
                "a timer of {due:?} is still due at {}",
                self.scene.now
            )));
        }
        let allowed = self.sight.look(&mut self.scene)?;
        let public = self
            .scene
            .press
            .library()
            .head()
            .ok_or_else(|| Failure::Found("nothing is public".to_owned()))?;
        let today = self
            .scene
            .press
            .today()?
            .ok_or_else(|| Failure::Found("there is no edition of today".to_owned()))?;
        self.look_at_public(&public, &today, &pressed, &allowed, report)?;
        if plan.compare {
            report.comparisons += 1;
            self.compare(&today)?;
        }
        if let Some(former) = &self.former {
            for change in edition::diff(former, &today)? {
                let path = change?.0;
                if let Some(record) = today.get(&path)?.or(former.get(&path)?) {
                    *report.pages.entry(kind_of(&path, &record)).or_default() += 1;
                }
            }
        }
        self.former = Some(today);
        Ok(())
    }

    fn look_at_public(
        &self,
        public: &Edition,
        today: &Edition,
        pressed: &Pressed,
        allowed: &Allowed,
        report: &mut Report,
    ) -> Result<(), Failure> {
        if pressed.held != self.scene.held {
            return Err(Failure::Found(format!(
                "the press says held: {}, and it is not so",
                pressed.held
            )));
        }
        if !pressed.held && public.root() != today.root() {
            return Err(Failure::Found("what is public is not the edition of today".to_owned()));
        }
        look_at(today, &allowed.now, &allowed.hidden_slugs, "today's")?;
        if pressed.held {
            report.put_back += 1;
            look_at(
                public,
                &allowed.put_back,
                &allowed.hidden_slugs,
                "the edition put back:",
            )?;
        }
        Ok(())
    }

    /// Presses everything from nothing and compares.
    fn compare(&self, today: &Edition) -> Result<(), Failure> {
        let folder = folder()?;
        let mut clean = open_press(folder.path(), &self.scene.own, &self.scene.ambience)?;
        clean.catch_up(self.scene.now, &|_, _, _| ())?;
        let clean = clean
            .today()?
            .ok_or_else(|| Failure::Found("there is no clean edition".to_owned()))?;
        if clean.root() == today.root() {
            return Ok(());
        }
        let mut told = Vec::new();
        for change in edition::diff(today, &clean)? {
            let (path, change) = change?;
            told.push(format!(
                "  {change:?} in the clean one: {path}{}",
                first_difference(today, &clean, &path)?
            ));
        }
        told.truncate(12);
        Err(Failure::Found(format!("DIFFERENCE\n{}", told.join("\n"))))
    }
}

fn is_time(kind: Kind) -> bool {
    matches!(kind, Kind::Wait | Kind::WaitForTimer)
}

/// Looks at every joined page of an edition: words, slugs, links, languages.
fn look_at(
    edition: &Edition,
    words: &std::collections::BTreeSet<u32>,
    slugs: &std::collections::BTreeSet<u32>,
    which: &str,
) -> Result<(), Failure> {
    let joined = Joined::of(edition)?;
    for (path, (record, bytes)) in &joined.pages {
        if let Some(mark) = words_in(bytes).into_iter().find(|mark| !words.contains(mark)) {
            let shown = String::from_utf8_lossy(bytes);
            let around = shown
                .split(&format!("zqx{mark}e"))
                .next()
                .map(|before| before.chars().rev().take(80).collect::<Vec<_>>());
            let around: String = around.unwrap_or_default().into_iter().rev().collect();
            return Err(Failure::Found(format!(
                "LEAK {which} {path} ({}) shows word {mark} behind {around:?}",
                record.status
            )));
        }
        let told = slugs_in(bytes)
            .into_iter()
            .chain(slugs_in(path.as_bytes()))
            .find(|mark| slugs.contains(mark));
        if let Some(mark) = told {
            return Err(Failure::Found(format!(
                "LEAK {which} {path} tells slug {mark}, which was never public"
            )));
        }
    }
    if let Some((page, target)) = joined.dead_links().first() {
        return Err(Failure::Found(format!("DEAD LINK {which} {page} leads to {target}")));
    }
    let site = edition.site()?;
    for locale in &site.locales {
        for path in [&locale.home, &locale.not_found, &locale.gone] {
            if !joined.pages.contains_key(path) {
                return Err(Failure::Found(format!(
                    "NO PAGE {which} {path}, which the table of locales names"
                )));
            }
        }
    }
    Ok(())
}

/// Where the joined bytes of a path begin to differ.
fn first_difference(one: &Edition, other: &Edition, path: &str) -> Result<String, Failure> {
    let (Some(first), Some(second)) = (one.get(path)?, other.get(path)?) else {
        return Ok(String::new());
    };
    if first.status != second.status || first.headers != second.headers {
        return Ok(format!(
            ": {} {:?} and {} {:?}",
            first.status, first.headers, second.status, second.headers
        ));
    }
    let (first, second) = (one.join(&first)?, other.join(&second)?);
    let at = first
        .iter()
        .zip(&second)
        .position(|(one, other)| one != other)
        .unwrap_or(first.len().min(second.len()));
    let around = |bytes: &[u8]| {
        String::from_utf8_lossy(
            bytes
                .get(at.saturating_sub(60)..(at + 60).min(bytes.len()))
                .unwrap_or_default(),
        )
        .into_owned()
    };
    Ok(format!(
        "\n    at {at}: {:?}\n    clean: {:?}",
        around(&first),
        around(&second)
    ))
}
