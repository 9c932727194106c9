//! The cast: a small coalition with some thirty entries in Arabic, English and French, not all translated; posts, tags,
//! facts, pictures and recordings; and so many short stories that lists are cut into pages.

use std::collections::BTreeMap;

use content::body::Dynamic;
use content::cues::{Cue, to_text, to_vtt};
use content::media::{About, Media, MediaFile, MediaKind};
use content::meta::{Agency, Episode, Form, Membership, Period, Standing, Video};
use content::record::{Fact, Missing, Post, Site, Tag, Voice};
use content::text::Pins;
use content::{Content, Instant, Meta, Noun, Subject, Text};
use editorial::{Base, Bytes, Desk, Draft, Publish};
use language::{Locale, PluralCategory};

use crate::chance::Chance;
use crate::failure::Failure;
use crate::marks::Marks;
use crate::words;

/// When every sequence begins.
pub const BEGINNING: &str = "2023-01-10T08:00:00Z";
/// A day in milliseconds.
pub const DAY: i64 = 86_400_000;
/// Stories that are there to fill lists.
const BRIEFS: usize = 26;
/// Posts on the wall.
const POSTS: usize = 26;

/// What writes the cast and what acts write with.
pub struct Pen<'p> {
    /// Draws.
    pub chance: &'p mut Chance,
    /// Marks all words.
    pub marks: &'p mut Marks,
}

/// The locale of a code that is known to be one.
///
/// # Errors
/// If it is none.
pub fn locale(code: &str) -> Result<Locale, Failure> {
    Locale::parse(code).map_err(Failure::ground)
}

/// A subject that is known to be one.
///
/// # Errors
/// If it is none.
pub fn subject(noun: Noun, key: &str) -> Result<Subject, Failure> {
    Subject::new(noun, key).map_err(Failure::ground)
}

/// Writes the whole cast at a desk.
///
/// # Errors
/// If an act is refused.
pub fn settle(desk: &mut Desk<'_, '_>, pen: &mut Pen<'_>) -> Result<(), Failure> {
    let [en, ar, fr] = [locale("en")?, locale("ar")?, locale("fr")?];
    desk.put_site(&site(&[en, ar, fr]))?;
    let mut all = Vec::new();
    for key in ["hall.png", "map.png", "talk.mp3", "film.mp4", "talk.vtt"] {
        let (media, bytes) = media(pen, key)?;
        desk.put_media(&media, &bytes)?;
        all.push(media.subject);
    }
    for (key, locales) in [
        ("finance", vec![en, ar, fr]),
        ("mosul", vec![en, ar]),
        ("women", vec![ar]),
        ("youth", vec![en]),
        ("raqqa", vec![fr]),
    ] {
        let names = locales
            .into_iter()
            .map(|locale| (locale, words::sentence(pen.chance, pen.marks, locale, 2)));
        let tag = Tag {
            subject: subject(Noun::Tag, key)?,
            names: names.collect(),
        };
        desk.put_tag(&tag)?;
        all.push(tag.subject);
    }
    for (key, value) in [("members", 6), ("families", 12_400), ("centres", 2)] {
        let fact = fact(pen, key, value, &[en, ar, fr], desk.now())?;
        desk.put_fact(&fact)?;
        all.push(fact.subject);
    }
    for (number, key) in ["iraq", "france", "norway", "jordan", "league", "treasury"]
        .into_iter()
        .enumerate()
    {
        all.push(subject(Noun::Member, key)?);
        let form = if number < 4 { Form::State } else { Form::Organisation };
        let standing = if number == 3 {
            Standing::Observer
        } else {
            Standing::Full
        };
        let membership = Membership {
            form,
            standing,
            flag: "🏳".to_owned(),
            joined: Some(Instant(DAY * 16_300).date()),
            ..Membership::default()
        };
        let meta = Meta {
            membership: Some(membership),
            ..Meta::default()
        };
        let translations = if number % 2 == 0 { vec![ar, fr] } else { vec![ar] };
        entry(
            desk,
            pen,
            &[],
            Part {
                noun: Noun::Member,
                key,
                source: en,
                translations,
                meta,
                days: 900,
            },
        )?;
    }
    for (number, key) in ["finance", "stabilisation", "communications"].into_iter().enumerate() {
        all.push(subject(Noun::Effort, key)?);
        let meta = Meta {
            order: i64::try_from(number).ok(),
            ..Meta::default()
        };
        let translations = if number == 0 { vec![ar, fr] } else { Vec::new() };
        entry(
            desk,
            pen,
            &[],
            Part {
                noun: Noun::Effort,
                key,
                source: en,
                translations,
                meta,
                days: 800,
            },
        )?;
    }
    posts(desk, pen, &[en, ar, fr])?;
    all.extend((0..POSTS).filter_map(|number| subject(Noun::Post, &format!("post-{number}")).ok()));
    dated(desk, pen, [en, ar, fr], &all)?;
    pages(desk, pen, [en, ar, fr], &all)
}

/// Stories, statements and announcements.
fn dated(
    desk: &mut Desk<'_, '_>,
    pen: &mut Pen<'_>,
    [en, ar, fr]: [Locale; 3],
    all: &[Subject],
) -> Result<(), Failure> {
    let sources = [en, ar, en, fr];
    for number in 0..12_usize {
        let source = sources.get(number % 4).copied().unwrap_or(en);
        let translations = [en, ar, fr]
            .into_iter()
            .filter(|locale| *locale != source)
            .take(number % 3)
            .collect();
        let mut meta = relations(pen, all);
        if number % 6 == 5 {
            let address = Some("https://agency.example/1".to_owned());
            meta.agency = Some(Agency {
                name: "WAM".to_owned(),
                address,
                licence: None,
            });
        }
        let days = pen.chance.between(1, 1_200);
        let key = &format!("story-{number}");
        entry(
            desk,
            pen,
            all,
            Part {
                noun: Noun::Story,
                key,
                source,
                translations,
                meta,
                days,
            },
        )?;
    }
    for number in 0..BRIEFS {
        let meta = relations(pen, all);
        let days = pen.chance.between(1, 500);
        let key = &format!("brief-{number}");
        entry(
            desk,
            pen,
            &[],
            Part {
                noun: Noun::Story,
                key,
                source: en,
                translations: Vec::new(),
                meta,
                days,
            },
        )?;
    }
    for number in 0..4_usize {
        let meta = relations(pen, all);
        let days = pen.chance.between(1, 700);
        let translations = if number < 2 { vec![fr] } else { Vec::new() };
        let key = &format!("statement-{number}");
        entry(
            desk,
            pen,
            all,
            Part {
                noun: Noun::Statement,
                key,
                source: en,
                translations,
                meta,
                days,
            },
        )?;
    }
    for number in 0..2 {
        let now = desk.now().0;
        let period = Period {
            from: Instant(now + DAY * (number * 40 - 10)).date(),
            until: Instant(now + DAY * (number * 40 + 10)).date(),
        };
        let meta = Meta {
            period: Some(period),
            ..relations(pen, all)
        };
        let key = &format!("call-{number}");
        entry(
            desk,
            pen,
            all,
            Part {
                noun: Noun::Announcement,
                key,
                source: en,
                translations: vec![ar],
                meta,
                days: 20,
            },
        )?;
    }
    Ok(())
}

fn pages(
    desk: &mut Desk<'_, '_>,
    pen: &mut Pen<'_>,
    [en, ar, fr]: [Locale; 3],
    all: &[Subject],
) -> Result<(), Failure> {
    for (number, key) in ["about", "contact", "legal"].into_iter().enumerate() {
        let meta = Meta {
            order: i64::try_from(number).ok(),
            ..Meta::default()
        };
        let translations = if number == 1 { Vec::new() } else { vec![ar, fr] };
        entry(
            desk,
            pen,
            all,
            Part {
                noun: Noun::Page,
                key,
                source: en,
                translations,
                meta,
                days: 1_000,
            },
        )?;
    }
    let home = subject(Noun::Page, content::route::HOME_KEY)?;
    desk.put_entry(&home, en, &Meta::default())?;
    let places = [
        Dynamic::Announcement,
        Dynamic::Stories,
        Dynamic::Wall,
        Dynamic::Efforts,
        Dynamic::Members,
    ];
    for locale in [en, ar] {
        let mut text = words::text(pen.chance, pen.marks, locale, all, 1);
        text.body
            .blocks
            .extend(places.map(|place| words::nameless(Content::Dynamic(place))));
        publish(desk, &home, locale, text, Instant(desk.now().0 - 1_000 * DAY))?;
    }
    Ok(())
}

/// One of the cast: an entry with a text in its source and in further locales, public for so many days.
struct Part<'a> {
    noun: Noun,
    key: &'a str,
    source: Locale,
    translations: Vec<Locale>,
    meta: Meta,
    days: i64,
}

/// Writes an entry; what its words refer to is among `all`.
fn entry(desk: &mut Desk<'_, '_>, pen: &mut Pen<'_>, all: &[Subject], part: Part<'_>) -> Result<(), Failure> {
    let subject = subject(part.noun, part.key)?;
    desk.put_entry(&subject, part.source, &part.meta)?;
    let from = Instant(desk.now().0 - part.days * DAY);
    let blocks = if all.is_empty() { 1 } else { 4 };
    for locale in std::iter::once(part.source).chain(part.translations) {
        let text = words::text(pen.chance, pen.marks, locale, all, blocks);
        publish(desk, &subject, locale, text, from)?;
    }
    Ok(())
}

fn publish(
    desk: &mut Desk<'_, '_>,
    subject: &Subject,
    locale: Locale,
    text: Text,
    from: Instant,
) -> Result<(), Failure> {
    // As if imported: what comes from files later is brought together with what was done at the desk meanwhile.
    let origin = editorial::FILES.to_owned();
    let revision = desk
        .revise(Draft {
            origin,
            ..draft(subject, locale, text)
        })?
        .revision;
    let subject = subject.clone();
    Ok(desk.publish(&Publish {
        subject,
        locale,
        revision,
        from,
        until: None,
        date: None,
        keep_current: true,
        note: String::new(),
        minor: false,
    })?)
}

/// A draft made from the newest revision.
pub fn draft(subject: &Subject, locale: Locale, text: Text) -> Draft {
    Draft {
        subject: subject.clone(),
        locale,
        text,
        of: Pins::new(),
        base: Base::Newest,
        origin: "journey".to_owned(),
        note: String::new(),
        minor: false,
    }
}

/// Tags, members and efforts by chance.
pub fn relations(pen: &mut Pen<'_>, all: &[Subject]) -> Meta {
    let of = |noun: Noun| {
        all.iter()
            .filter(|subject| subject.noun() == noun)
            .cloned()
            .collect::<Vec<_>>()
    };
    Meta {
        tags: pen.chance.some(&of(Noun::Tag), 3),
        members: pen.chance.some(&of(Noun::Member), 2),
        efforts: pen.chance.some(&of(Noun::Effort), 1),
        ..Meta::default()
    }
}

fn posts(desk: &mut Desk<'_, '_>, pen: &mut Pen<'_>, locales: &[Locale]) -> Result<(), Failure> {
    for number in 0..POSTS {
        let at = Instant(desk.now().0 - pen.chance.between(1, 300) * DAY);
        desk.put_post(&post(pen, &format!("post-{number}"), at, locales)?)?;
    }
    Ok(())
}

/// A post by a member or somebody else, in one of these languages or in Turkish.
///
/// # Errors
/// If its key is none.
pub fn post(pen: &mut Pen<'_>, key: &str, at: Instant, locales: &[Locale]) -> Result<Post, Failure> {
    let language = pen.chance.pick(locales).copied().unwrap_or(locale("tr")?);
    let language = if pen.chance.one_in(6) { locale("tr")? } else { language };
    let voice = |pen: &mut Pen<'_>| -> Result<Voice, Failure> {
        let member = pen
            .chance
            .pick(&["iraq", "france", "norway"])
            .map(|key| subject(Noun::Member, key))
            .transpose()?;
        let member = member.filter(|_| !pen.chance.one_in(3));
        Ok(Voice {
            name: pen.marks.word(),
            handle: "ministry".to_owned(),
            network: "network".to_owned(),
            member,
        })
    };
    let speaker = voice(pen)?;
    let passed_on_by = if pen.chance.one_in(4) { Some(voice(pen)?) } else { None };
    Ok(Post {
        subject: subject(Noun::Post, key)?,
        at,
        language,
        speaker,
        passed_on_by,
        words: words::sentence(pen.chance, pen.marks, language, 12),
        part: None,
        quotes: None,
        address: None,
        removed: None,
    })
}

/// The settings of a site in these locales.
pub fn site(locales: &[Locale]) -> Site {
    let named = |words: &str| {
        locales
            .iter()
            .map(|locale| (*locale, format!("{words} ({locale})")))
            .collect()
    };
    Site {
        locales: locales.to_vec(),
        names: named("Coalition"),
        descriptions: named("A coalition of some"),
        missing: Missing::Show,
        strips: BTreeMap::new(),
        formats: BTreeMap::new(),
        contact: None,
        indexed: true,
    }
}

/// A fact with a noun in each of these locales.
///
/// # Errors
/// If its key is none.
pub fn fact(pen: &mut Pen<'_>, key: &str, value: u64, locales: &[Locale], now: Instant) -> Result<Fact, Failure> {
    let noun = |pen: &mut Pen<'_>| {
        let forms = [PluralCategory::One, PluralCategory::Few, PluralCategory::Other];
        forms
            .into_iter()
            .map(|form| (form, format!("# {}", pen.marks.word())))
            .collect()
    };
    let nouns = locales.iter().map(|locale| (*locale, noun(pen))).collect();
    Ok(Fact {
        subject: subject(Noun::Fact, key)?,
        value,
        as_of: now.date(),
        nouns,
    })
}

/// How names of media end.
pub const ENDINGS: [&str; 5] = ["png", "png", "mp3", "mp4", "vtt"];

/// A picture, recording or captions of no matter what, with all bytes.
///
/// # Errors
/// If its key is none.
pub fn media(pen: &mut Pen<'_>, key: &str) -> Result<(Media, Vec<Bytes>), Failure> {
    let bytes = format!("medium {}", pen.chance.below(40)).into_bytes();
    let hash = edition::Hash::of(&bytes).to_string();
    let width = u32::try_from(pen.chance.between(100, 900)).unwrap_or(100);
    let smaller = format!("smaller {}", pen.chance.below(40)).into_bytes();
    let kind = MediaKind::of_name(key).map_or(MediaKind::Picture, |(kind, _)| kind);
    let cues = match kind {
        MediaKind::Words => cues(pen)?,
        _ => Vec::new(),
    };
    let made = match kind {
        MediaKind::Picture => vec![("webp", smaller), ("jpeg", bytes.clone())],
        MediaKind::Sound => vec![("mp3", smaller)],
        MediaKind::Film => vec![("mp4", smaller)],
        MediaKind::Words | MediaKind::Document => {
            vec![
                ("vtt", to_vtt(&cues).into_bytes()),
                ("txt", to_text(&cues).into_bytes()),
            ]
        }
    };
    let file = |ending: &str, bytes: &[u8]| MediaFile {
        hash: edition::Hash::of(bytes).to_string(),
        content_type: match kind {
            MediaKind::Picture => format!("image/{ending}"),
            MediaKind::Sound => "audio/mpeg".to_owned(),
            MediaKind::Film => "video/mp4".to_owned(),
            MediaKind::Words | MediaKind::Document => "text/plain; charset=utf-8".to_owned(),
        },
        ending: ending.to_owned(),
        width,
        height: 100,
        bytes: u64::try_from(bytes.len()).unwrap_or(0),
    };
    let files = made.iter().map(|(ending, bytes)| file(ending, bytes)).collect();
    let plays = matches!(kind, MediaKind::Sound | MediaKind::Film);
    let duration = u64::try_from(pen.chance.between(900, 4_000_000)).ok().filter(|_| plays);
    let days = pen.chance.between(1, 60);
    let beginning: Option<Instant> = BEGINNING.parse().ok();
    let last_day = beginning.map(|beginning| Instant(beginning.0 + days * DAY).date());
    let media = Media {
        subject: subject(Noun::Media, key)?,
        hash: hash.clone(),
        content_type: "image/png".to_owned(),
        width,
        height: 100,
        duration,
        cues,
        files,
        about: About {
            credit: format!("Hand {}", pen.chance.below(9)),
            until: last_day.filter(|_| pen.chance.one_in(4)),
            ..About::default()
        },
        removed: None,
    };
    let made = made
        .into_iter()
        .map(|(_, bytes)| (edition::Hash::of(&bytes).to_string(), bytes));
    let kept = std::iter::once((hash, bytes)).chain(made);
    let kept = kept.map(|(hash, bytes)| (hash, "application/octet-stream".to_owned(), bytes));
    Ok((media, kept.collect()))
}

/// What two people say, marked like all words.
fn cues(pen: &mut Pen<'_>) -> Result<Vec<Cue>, Failure> {
    let locale = locale("en")?;
    let cue = |number: u64| Cue {
        span: Some((number * 1_000, number * 1_000 + 900)),
        speaker: format!("Voice {}", number % 2),
        words: words::sentence(pen.chance, pen.marks, locale, 3),
    };
    Ok((0..4).map(cue).collect())
}

/// Gives a video or an episode files that chance picks; other kinds of entries have none.
pub fn recordings(pen: &mut Pen<'_>, noun: Noun, all: &[Subject], meta: &mut Meta) {
    let files = |pen: &mut Pen<'_>, ending: &str| -> BTreeMap<Locale, Subject> {
        let fitting: Vec<&Subject> = all
            .iter()
            .filter(|subject| subject.noun() == Noun::Media && subject.key().ends_with(ending))
            .collect();
        let locales = ["en", "ar", "fr"]
            .into_iter()
            .filter_map(|code| Locale::parse(code).ok());
        let chosen = locales.filter_map(|locale| {
            let file = pen.chance.pick(&fitting).map(|file| (*file).clone())?;
            pen.chance.one_in(2).then_some((locale, file))
        });
        chosen.collect()
    };
    match noun {
        Noun::Video => {
            meta.video = Some(Box::new(Video {
                files: files(pen, ".mp4"),
                captions: files(pen, ".vtt"),
                address: Some("https://films.example/1".to_owned()).filter(|_| pen.chance.one_in(2)),
            }));
        }
        Noun::Episode => {
            let series: Vec<&Subject> = all.iter().filter(|subject| subject.noun() == Noun::Series).collect();
            let Some(series) = pen.chance.pick(&series).map(|series| (*series).clone()) else {
                return;
            };
            meta.episode = Some(Box::new(Episode {
                series,
                season: u32::try_from(pen.chance.below(2)).ok(),
                number: u32::try_from(pen.chance.below(5)).unwrap_or(1),
                audio: files(pen, ".mp3"),
                transcripts: files(pen, ".vtt"),
            }));
        }
        _ => {}
    }
    let pictures: Vec<&Subject> = all
        .iter()
        .filter(|subject| subject.noun() == Noun::Media && subject.key().ends_with(".png"))
        .collect();
    if noun == Noun::Video {
        meta.picture = pen.chance.pick(&pictures).map(|picture| (*picture).clone());
    }
}
