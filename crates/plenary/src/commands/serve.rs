//! `plenary serve`: one thread presses what changes, the others answer visitors from the edition.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use edition::Keep;
use press::{Press, Pressed, Stage};
use serve::{BoundServer, EditionHandle, ServeOptions, Server};
use store::Store;

use crate::arguments::Serve;
use crate::data::DataDirectory;
use crate::error::Failure;
use crate::progress::Progress;
use crate::theme_watch::Watched;
use crate::{clock, output, wake};

/// The longest wait before the change log and the lease are looked at again.
const SLOW_LOOK: Duration = Duration::from_secs(2);
/// The wait after an error before it is tried again.
const AFTER_ERROR: Duration = Duration::from_secs(5);
/// Old editions are collected after so many new ones.
const COLLECT_EVERY: u64 = 64;

pub(super) fn run(arguments: &Serve) -> Result<(), Failure> {
    let data = DataDirectory::find(&arguments.data.data)?.with_theme(arguments.theme.as_deref())?;
    let listen = arguments.listen.unwrap_or(data.configuration.listen);
    let binding = Binding::bind(listen, 0, data.configuration.address.as_deref())?;
    serve(&data, binding, arguments.watch_theme)
}

/// A port that is ours, before anything is answered there.
pub(super) struct Binding {
    server: BoundServer,
}

impl Binding {
    /// Takes a port, or one of the next.
    pub(super) fn bind(listen: SocketAddr, next_ports: u16, address: Option<&str>) -> Result<Binding, Failure> {
        let mut options = ServeOptions::new(listen);
        options.try_next_ports = next_ports;
        options.behind_https = address.is_some_and(|address| address.starts_with("https://"));
        Ok(Binding {
            server: Server::bind(options)?,
        })
    }
}

/// Presses and answers until someone interrupts; if wished, the theme is read again when its files change.
pub(super) fn serve(data: &DataDirectory, binding: Binding, watch_theme: bool) -> Result<(), Failure> {
    let listen = binding.server.local_addr();
    let base = data.base(listen);
    let store = data.store()?;
    let mut press = data.press(store.clone(), &base)?;
    let editions = EditionHandle::new();
    if let Some(head) = press.library().head() {
        editions.set(head);
    }
    let theme = match (watch_theme, data.theme()) {
        (false, _) => Watched::default(),
        (true, Some(folder)) => Watched::folder(folder, &base, &editions),
        (true, None) => return Err(Failure::NothingToWatch),
    };
    let waker = store.clone();
    wake::listen(&data.path, move || waker.wake())?;
    let stop = Arc::new(AtomicBool::new(false));
    let node = data.node()?;
    let keep = data.configuration.editions;
    let pressing = {
        let (editions, stop, store) = (editions.clone(), Arc::clone(&stop), store.clone());
        std::thread::Builder::new()
            .name("press".to_owned())
            .spawn(move || {
                let mut work = Work {
                    press: &mut press,
                    store,
                    editions,
                    node,
                    keep,
                    base,
                    theme,
                    told: false,
                };
                work.run(&stop);
            })
            .map_err(|error| Failure::System(format!("no thread for the press: {error}")))?
    };
    let answered = answer(binding.server, editions);
    stop.store(true, Ordering::SeqCst);
    store.wake();
    if pressing.join().is_err() {
        return Err(Failure::System("the press ended by a fault in the program".to_owned()));
    }
    answered
}

fn answer(server: BoundServer, editions: EditionHandle) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::System(format!("no threads for answering: {error}")))?;
    Ok(runtime.block_on(server.run(editions, interrupted()))?)
}

/// Ends when someone interrupts, or the system asks us to end.
async fn interrupted() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
            }
        }
        Err(_) => drop(tokio::signal::ctrl_c().await),
    }
}

/// The work of the thread that presses.
struct Work<'a> {
    press: &'a mut Press,
    store: Store,
    editions: EditionHandle,
    node: String,
    keep: crate::configuration::Editions,
    base: String,
    theme: Watched,
    told: bool,
}

impl Work<'_> {
    fn run(&mut self, stop: &AtomicBool) {
        let mut listener = self.store.listener();
        let mut collected_at = 0;
        while !stop.load(Ordering::SeqCst) {
            let wait = match self.step() {
                Ok(Some(pressed)) => {
                    if pressed.edition >= collected_at + COLLECT_EVERY {
                        self.collect();
                        collected_at = pressed.edition;
                    }
                    self.until_next_timer()
                }
                Ok(None) => SLOW_LOOK,
                Err(error) => {
                    tracing::error!("{error}");
                    AFTER_ERROR
                }
            };
            if let Err(error) = self.wait(&mut listener, wait) {
                tracing::error!("{error}");
                std::thread::sleep(AFTER_ERROR.min(wait));
            }
        }
        if let Err(error) = self.press.release_lease() {
            tracing::warn!("{error}");
        }
    }

    /// Waits for changes of content, and of a theme that is watched.
    fn wait(&self, listener: &mut store::Listener, wait: Duration) -> Result<(), store::StoreError> {
        let end = Instant::now() + wait;
        loop {
            let rest = end.saturating_duration_since(Instant::now());
            let portion = self.theme.longest_wait().map_or(rest, |longest| rest.min(longest));
            if listener.wait(portion)? || portion == rest || self.theme.has_news() {
                return Ok(());
            }
        }
    }

    /// Presses what changed, if it is ours to press.
    fn step(&mut self) -> Result<Option<Pressed>, press::PressError> {
        if !self.press.hold_lease(&self.node, clock::now())? {
            self.show_head();
            return Ok(None);
        }
        let progress = Progress::new();
        let begin = Instant::now();
        self.theme.put_into(self.press);
        let outcome = self.press.catch_up(clock::now(), &|stage, done, total| {
            progress.tell(stage_name(stage), done, total)
        });
        progress.end();
        let outcome = self.theme.judge(outcome);
        let Some(pressed) = outcome? else { return Ok(None) };
        self.show_head();
        self.theme.pressed(&pressed, begin.elapsed());
        if pressed.rendered > 0 || pressed.flipped {
            let milliseconds = begin.elapsed().as_secs_f64() * 1_000.0;
            let Pressed {
                edition,
                rendered,
                changed,
                fsyncs,
                ..
            } = pressed;
            tracing::info!(edition, rendered, changed, fsyncs, milliseconds, "pressed");
            self.press.rest()?;
        }
        Ok(Some(pressed))
    }

    fn show_head(&mut self) {
        let Some(head) = self.press.library().head() else {
            return;
        };
        let is_new = self
            .editions
            .current()
            .is_none_or(|current| current.number() != head.number());
        if is_new {
            self.editions.set(head.clone());
        }
        if !self.told {
            self.told = true;
            self.tell_addresses(&head);
        }
    }

    /// Prints where the site can be read, as soon as it can.
    fn tell_addresses(&self, head: &edition::Edition) {
        let Ok(site) = head.site() else { return };
        output::line(&format!("{} pages are ready:", head.info().pages));
        for locale in &site.locales {
            output::line(&format!("  {:3} {}{}", locale.code, self.base, locale.home));
        }
        output::line("Stop with Ctrl-C.");
    }

    fn until_next_timer(&self) -> Duration {
        let next = self.press.next_due().ok().flatten();
        let millis = next.map_or(u64::MAX, |instant| {
            u64::try_from((instant.0 - clock::now().0).max(0)).unwrap_or(0)
        });
        SLOW_LOOK.min(Duration::from_millis(millis))
    }

    fn collect(&self) {
        let days = i64::from(self.keep.days) * 86_400_000;
        let keep = Keep {
            number: self.keep.keep,
            newer_than_ms: clock::now().0 - days,
            pins: self.press.pins().unwrap_or_default(),
        };
        let library = self.press.library();
        if let Err(error) = library
            .collect(&keep)
            .map(drop)
            .and_then(|()| library.consolidate().map(drop))
        {
            tracing::warn!("old editions could not be collected: {error}");
        }
    }
}

/// What a stage is called while one waits.
pub(crate) fn stage_name(stage: Stage) -> &'static str {
    match stage {
        Stage::TakingStock => "taking stock",
        Stage::Rendering => "rendering",
        Stage::Binding => "binding",
    }
}
