//! A world in memory: records projected as the press projects them, lists kept in order, every answer with its read.

pub(crate) mod cast;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use content::card::{Address, Card, State};
use content::list::{List, Position, REACH, begins_chunk};
use content::past::Version;
use content::projection::{Context, Unit, project};
use content::record::{Record, Site};
use content::{Body, Instant, Subject};
use language::{Catalogue, Locale};
use render::world::{Answer, Item, Range, Read, Said, SiteView, Unreadable, Window};
use render::{Formatters, Outcome, Page, Rendered, Template, Theme, World};

/// What all tests render with.
pub(crate) static THEME: LazyLock<Theme> = LazyLock::new(theme);
pub(crate) static FORMATTERS: LazyLock<Formatters> = LazyLock::new(|| Formatters::new(&["en", "ar", "fr"].map(locale)));
static CATALOGUES: LazyLock<BTreeMap<Locale, Arc<Catalogue>>> = LazyLock::new(catalogues);

/// The address of the site.
pub(crate) const BASE: &str = "https://coalition.example";

pub(crate) fn locale(code: &str) -> Locale {
    Locale::parse(code).unwrap()
}

pub(crate) fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// The files of the theme by name.
pub(crate) fn theme_files() -> BTreeMap<String, String> {
    let files = std::fs::read_dir(root().join("themes/coalition")).unwrap();
    let files = files
        .map(|file| file.unwrap())
        .filter(|file| file.file_type().unwrap().is_file());
    files
        .map(|file| {
            (
                file.file_name().into_string().unwrap(),
                std::fs::read_to_string(file.path()).unwrap(),
            )
        })
        .collect()
}

fn theme() -> Theme {
    let (templates, assets): (BTreeMap<_, _>, BTreeMap<_, _>) =
        theme_files().into_iter().partition(|(name, _)| name.ends_with(".html"));
    let assets = assets
        .into_iter()
        .map(|(name, text)| (name, text.into_bytes()))
        .collect();
    Theme::compile(&templates, assets).unwrap()
}

fn catalogues() -> BTreeMap<Locale, Arc<Catalogue>> {
    let read = |code: &str| {
        let name = format!("locales/{code}.ftl");
        let text = std::fs::read_to_string(root().join(&name)).unwrap();
        (
            locale(code),
            Arc::new(Catalogue::parse(locale(code), &name, &text).unwrap()),
        )
    };
    ["en", "ar", "fr"].map(read).into_iter().collect()
}

/// Everything that is known, as of one instant.
#[derive(Clone)]
pub(crate) struct Memory {
    pub(crate) now: Instant,
    pub(crate) site: Site,
    pub(crate) records: BTreeMap<Subject, Record>,
    pub(crate) bodies: BTreeMap<(Subject, Locale), Arc<Body>>,
    /// The bodies of versions that were public, by the numbers of their revisions.
    pub(crate) former_bodies: BTreeMap<(Subject, Locale, i64), Arc<Body>>,
    view: Arc<SiteView>,
    units: BTreeMap<(Subject, Option<Locale>), Known>,
    lists: BTreeMap<List, Vec<Item>>,
}

/// What can be seen of a subject, with its card ready to be handed out.
#[derive(Clone)]
struct Known {
    unit: Unit,
    card: Option<Arc<Card>>,
}

impl Memory {
    pub(crate) fn new(site: Site, now: &str) -> Memory {
        Memory {
            now: now.parse().unwrap(),
            view: view(&site),
            site,
            records: BTreeMap::new(),
            bodies: BTreeMap::new(),
            former_bodies: BTreeMap::new(),
            units: BTreeMap::new(),
            lists: BTreeMap::new(),
        }
    }

    /// Adds or replaces records, and brings everything derived up to date.
    pub(crate) fn with(mut self, records: impl IntoIterator<Item = Record>) -> Memory {
        self.records
            .extend(records.into_iter().map(|record| (record.subject().clone(), record)));
        self.derive();
        self
    }

    pub(crate) fn with_body(mut self, subject: &str, code: &str, body: Body) -> Memory {
        self.bodies
            .insert((subject.parse().unwrap(), locale(code)), Arc::new(body));
        self
    }

    pub(crate) fn derive(&mut self) {
        let context = Context {
            locales: self.site.locales.clone(),
            missing: self.site.missing,
        };
        self.view = view(&self.site);
        self.units.clear();
        self.lists.clear();
        for (subject, record) in &self.records {
            for unit in project(record, &context, self.now).units {
                for (list, position) in &unit.lists {
                    let item = Item {
                        subject: subject.clone(),
                        position: *position,
                    };
                    self.lists.entry(list.clone()).or_default().push(item);
                }
                let card = unit.card.clone().map(Arc::new);
                self.units.insert((subject.clone(), unit.locale), Known { unit, card });
            }
        }
        for items in self.lists.values_mut() {
            items.sort_by(|one, next| next.position.cmp(&one.position).then(one.subject.cmp(&next.subject)));
            items.dedup();
        }
        let public = self.list(&List::Public);
        let begins: Vec<Position> = boundaries(public)
            .into_iter()
            .filter(|place| place.begins_part())
            .collect();
        let parts = public
            .iter()
            .filter(|item| begins.contains(&item.position))
            .cloned()
            .collect();
        self.lists.insert(List::Parts, parts);
    }

    /// All routes of the site as it is.
    pub(crate) fn routes(&self) -> Vec<content::Route> {
        let assets: Vec<String> = THEME.assets().keys().cloned().collect();
        let mut routes = content::Route::standing(&self.site.locales, &assets);
        for known in self.units.values() {
            routes.extend(known.unit.routes.iter().cloned());
        }
        for (list, items) in &self.lists {
            routes.extend(content::Route::fronts(list, &self.site.locales));
            if list.is_paged() {
                for position in boundaries(items) {
                    routes.extend(content::Route::of_list(list, &self.site.locales, Some(position)));
                }
            }
        }
        routes.sort();
        routes.dedup();
        routes
    }

    /// Renders a route; a failure is the test's.
    pub(crate) fn render(&self, route: &content::Route) -> Rendered {
        render::render(route, self, &FORMATTERS).unwrap_or_else(|error| panic!("{route:?}: {error}"))
    }

    /// The page at a route.
    /// The paths of the site that the page at a route leads to.
    pub(crate) fn links(&self, route: &content::Route) -> Vec<String> {
        let page = self.page(route);
        render::links(&page.content_type, &page.skeleton, &[BASE])
    }

    pub(crate) fn page(&self, route: &content::Route) -> Page {
        match self.render(route).outcome {
            Outcome::Page(page) => page,
            other => panic!("{route:?} is no page but {other:?}"),
        }
    }

    /// The text of the page at a route.
    pub(crate) fn html(&self, route: &content::Route) -> String {
        String::from_utf8(self.page(route).skeleton).unwrap()
    }

    /// Whether what a read covers differs in another world.
    pub(crate) fn differs(&self, other: &Memory, read: &Read) -> bool {
        let within = |memory: &Memory, list: &List, from: Instant, to: Instant| {
            let items = memory
                .list(list)
                .iter()
                .filter(|item| from <= item.position.at && item.position.at <= to);
            items.cloned().collect::<Vec<_>>()
        };
        match read {
            Read::Card(subject, locale) => {
                self.unit(subject, *locale).map(|unit| &unit.card)
                    != other.unit(subject, *locale).map(|unit| &unit.card)
            }
            Read::Address(subject, locale) => {
                self.unit(subject, *locale).map(Unit::address) != other.unit(subject, *locale).map(Unit::address)
            }
            Read::State(subject, locale) => {
                self.unit(subject, *locale).map(|unit| &unit.state)
                    != other.unit(subject, *locale).map(|unit| &unit.state)
                    || self.public_body(subject, *locale) != other.public_body(subject, *locale)
            }
            Read::Version(subject, locale, number) => {
                self.version(subject, *locale, *number) != other.version(subject, *locale, *number)
            }
            Read::Range(list, from, to) => within(self, list, *from, *to) != within(other, list, *from, *to),
            Read::Filled(list) => self.list(list).is_empty() != other.list(list).is_empty(),
            Read::Site => self.site != other.site,
            Read::Template(_) | Read::Messages(..) => false,
        }
    }

    pub(crate) fn unit(&self, subject: &Subject, locale: Locale) -> Option<&Unit> {
        self.known(subject, locale).map(|known| &known.unit)
    }

    fn known(&self, subject: &Subject, locale: Locale) -> Option<&Known> {
        self.units
            .get(&(subject.clone(), Some(locale)))
            .or_else(|| self.units.get(&(subject.clone(), None)))
    }

    fn list(&self, list: &List) -> &[Item] {
        self.lists.get(list).map_or(&[], Vec::as_slice)
    }

    fn version(&self, subject: &Subject, locale: Locale, number: usize) -> Option<(Version, Arc<Body>)> {
        let state = self.unit(subject, locale)?.state.as_ref()?;
        let version = state
            .compared()
            .iter()
            .find(|version| version.number == number)?
            .clone();
        let key = (subject.clone(), state.language, version.revision);
        let former = self.former_bodies.get(&key).cloned();
        Some((version, former.or_else(|| self.public_body(subject, locale))?))
    }

    fn public_body(&self, subject: &Subject, locale: Locale) -> Option<Arc<Body>> {
        let card = self.unit(subject, locale)?.card.as_ref()?;
        Some(
            self.bodies
                .get(&(subject.clone(), card.language))
                .cloned()
                .unwrap_or_default(),
        )
    }
}

impl World for Memory {
    fn card(&self, subject: &Subject, locale: Locale) -> Result<Answer<Option<Arc<Card>>>, Unreadable> {
        let value = self.known(subject, locale).and_then(|known| known.card.clone());
        Ok(Answer {
            value,
            read: Read::Card(subject.clone(), locale),
        })
    }

    fn address(&self, subject: &Subject, locale: Locale) -> Result<Answer<Option<Address>>, Unreadable> {
        let value = self.unit(subject, locale).and_then(Unit::address);
        Ok(Answer {
            value,
            read: Read::Address(subject.clone(), locale),
        })
    }

    fn state(&self, subject: &Subject, locale: Locale) -> Result<Answer<Option<State>>, Unreadable> {
        let value = self.unit(subject, locale).and_then(|unit| unit.state.clone());
        Ok(Answer {
            value,
            read: Read::State(subject.clone(), locale),
        })
    }

    fn body(
        &self,
        subject: &Subject,
        locale: Locale,
        number: Option<usize>,
    ) -> Result<Answer<Option<Said>>, Unreadable> {
        let said = |body, version| Said { body, version };
        Ok(match number {
            None => Answer {
                value: self.public_body(subject, locale).map(|body| said(body, None)),
                read: Read::State(subject.clone(), locale),
            },
            Some(number) => Answer {
                value: self
                    .version(subject, locale, number)
                    .map(|(version, body)| said(body, Some(version))),
                read: Read::Version(subject.clone(), locale, number),
            },
        })
    }

    fn range(&self, list: &List, window: Window) -> Result<Answer<Range>, Unreadable> {
        let (value, from, to) = cut(self.list(list), window);
        let read = match window {
            Window::Filled => Read::Filled(list.clone()),
            _ => Read::Range(list.clone(), from, to),
        };
        Ok(Answer { value, read })
    }

    fn site(&self) -> Result<Answer<Arc<SiteView>>, Unreadable> {
        Ok(Answer {
            value: Arc::clone(&self.view),
            read: Read::Site,
        })
    }

    fn template(&self, name: &str) -> Result<Answer<Option<Arc<Template>>>, Unreadable> {
        Ok(Answer {
            value: THEME.template(name),
            read: Read::Template(name.to_owned()),
        })
    }

    fn messages(&self, locale: Locale, group: &str) -> Result<Answer<Option<Arc<Catalogue>>>, Unreadable> {
        let read = Read::Messages(locale, group.to_owned());
        Ok(Answer {
            value: CATALOGUES.get(&locale).cloned(),
            read,
        })
    }
}

fn view(site: &Site) -> Arc<SiteView> {
    let assets = THEME.asset_paths();
    Arc::new(SiteView {
        site: site.clone(),
        base: BASE.to_owned(),
        assets,
    })
}

/// A part of a list and the interval that was looked at.
fn cut(items: &[Item], window: Window) -> (Range, Instant, Instant) {
    let plain = |items: &[Item]| Range {
        items: items.to_vec(),
        ..Range::default()
    };
    let older = |at: Position| items.partition_point(|item| item.position >= at);
    let newer = |at: Position| items.partition_point(|item| item.position > at);
    let at = |place: usize| items.get(place).map(|item| item.position.at);
    match window {
        Window::Newest(count) => {
            let end = count.min(items.len());
            (
                plain(&items[..end]),
                if end < count {
                    Instant::BEGINNING
                } else {
                    at(end - 1).unwrap_or(Instant::BEGINNING)
                },
                Instant::END,
            )
        }
        Window::Before(position, count) => {
            let from = older(position);
            let end = (from + count).min(items.len());
            let lo = if end - from < count {
                Instant::BEGINNING
            } else {
                at(end - 1).unwrap_or(Instant::BEGINNING)
            };
            (plain(&items[from..end]), lo, position.at)
        }
        Window::After(position, count) => {
            let end = newer(position);
            let from = end.saturating_sub(count);
            let hi = if end - from < count {
                Instant::END
            } else {
                at(from).unwrap_or(Instant::END)
            };
            (plain(&items[from..end]), position.at, hi)
        }
        Window::All => (plain(items), Instant::BEGINNING, Instant::END),
        Window::Filled => {
            let found = Range {
                filled: !items.is_empty(),
                ..Range::default()
            };
            (found, Instant::BEGINNING, Instant::END)
        }
        Window::Front => {
            let starts = boundaries(items);
            let end = starts.first().map_or(items.len(), |start| newer(*start));
            let lo = at(end + REACH)
                .filter(|_| !starts.is_empty())
                .unwrap_or(Instant::BEGINNING);
            let range = Range {
                items: items[..end].to_vec(),
                older: starts.first().copied(),
                ..Range::default()
            };
            (range, lo, Instant::END)
        }
        Window::Holding(position) => {
            let starts = boundaries(items);
            let range = Range {
                newer: starts.into_iter().rev().find(|start| *start >= position),
                ..Range::default()
            };
            (range, Instant::BEGINNING, Instant::END)
        }
        Window::Chunk(position) => {
            let starts = boundaries(items);
            let Some(number) = starts.iter().position(|start| *start == position) else {
                return (Range::default(), Instant::BEGINNING, Instant::END);
            };
            let from = newer(position);
            let end = starts.get(number + 1).map_or(items.len(), |start| newer(*start));
            let range = Range {
                items: items[from..end].to_vec(),
                filled: false,
                older: starts.get(number + 1).copied(),
                newer: number.checked_sub(1).and_then(|number| starts.get(number).copied()),
            };
            (range, Instant::BEGINNING, Instant::END)
        }
    }
}

fn boundaries(items: &[Item]) -> Vec<Position> {
    let tie = |item: &Item| item.position.tie;
    let starts = items.iter().enumerate().filter(|(place, item)| {
        let newer: Vec<u64> = items[..*place].iter().rev().take(REACH).map(tie).collect();
        let older: Vec<u64> = items[place + 1..].iter().take(REACH).map(tie).collect();
        begins_chunk(&newer, tie(item), &older)
    });
    starts.map(|(_, item)| item.position).collect()
}
