//! A small newsroom: a store of its own, an operator, and a folder of files in three languages.

use std::collections::BTreeMap;

use content::media::{Media, MediaFile, MediaKind};
use content::record::{Entry, Record};
use content::{Context, Instant, Noun, Projection, Route, Subject, project};
use editorial::{
    Actor, Desk, Developed, EditorialError, Files, ImportError, ImportOptions, ImportReport, Refusal, Refused, export,
    import,
};
use language::Locale;
use store::{Durability, Location, Store};
use tempfile::TempDir;

/// When everything begins.
pub(crate) const NOW: Instant = Instant(1_700_000_000_000);
pub(crate) const HOUR: i64 = 3_600_000;

/// A newsroom with its own store.
pub(crate) struct Newsroom {
    pub(crate) store: Store,
    pub(crate) actor: Actor,
    pub(crate) now: Instant,
    _folder: TempDir,
}

/// Files by path.
pub(crate) type Folder = BTreeMap<String, Vec<u8>>;

impl Newsroom {
    /// One with an empty store.
    pub(crate) fn empty() -> Newsroom {
        let folder = tempfile::tempdir().unwrap();
        let place = format!("sqlite:{}", folder.path().join("store.db").display());
        let store = Store::open_with(&Location::parse(&place).unwrap(), Durability::Relaxed).unwrap();
        Newsroom {
            store,
            actor: Actor::operator("Ada"),
            now: NOW,
            _folder: folder,
        }
    }

    /// One that has taken in the whole cast.
    pub(crate) fn with_cast() -> Newsroom {
        let newsroom = Newsroom::empty();
        newsroom.import(&folder());
        newsroom
    }

    pub(crate) fn try_import(
        &self,
        folder: &Folder,
        change: impl FnOnce(&mut ImportOptions),
    ) -> Result<ImportReport, Refusal> {
        let mut options = ImportOptions {
            dry_run: false,
            minor: false,
            now: self.now,
        };
        change(&mut options);
        let files: Vec<(String, Vec<u8>)> = folder.clone().into_iter().collect();
        let files = Files::from(files).developing(developed);
        match import(&self.store, &self.actor, &files, &options, &|_| {}) {
            Ok(report) => Ok(report),
            Err(ImportError::Refused(refusal)) => Err(refusal),
            Err(error) => panic!("{error}"),
        }
    }

    pub(crate) fn import(&self, folder: &Folder) -> ImportReport {
        self.try_import(folder, |_| {})
            .unwrap_or_else(|refusal| panic!("{refusal:#?}"))
    }

    pub(crate) fn refused(&self, folder: &Folder) -> Refusal {
        let before = self.export();
        let refusal = self
            .try_import(folder, |_| {})
            .expect_err("the import should be refused");
        assert_eq!(self.export(), before, "a refused import leaves the store as it was");
        refusal
    }

    pub(crate) fn export(&self) -> Folder {
        let mut folder = Folder::new();
        let mut write = |path: &str, bytes: &[u8]| {
            assert!(
                folder.insert(path.to_owned(), bytes.to_vec()).is_none(),
                "{path} was written twice"
            );
            Ok(())
        };
        let written = export(&self.store, &mut write, &|_| {}).unwrap();
        assert_eq!(written, folder.len());
        folder
    }

    /// Works at a desk, in one transaction.
    pub(crate) fn act<T>(
        &self,
        work: impl FnOnce(&mut Desk<'_, '_>) -> Result<T, EditorialError>,
    ) -> Result<T, EditorialError> {
        self.store.write(|tx| work(&mut Desk::new(tx, &self.actor, self.now)))
    }

    pub(crate) fn record(&self, key: &str) -> Option<Record> {
        self.store.read(|reader| reader.record(&subject(key))).unwrap()
    }

    pub(crate) fn entry(&self, key: &str) -> Entry {
        match self.record(key) {
            Some(Record::Entry(entry)) => entry,
            other => panic!("{other:?}"),
        }
    }

    /// The newest revision of a text.
    pub(crate) fn newest(&self, key: &str, code: &str) -> store::Revision {
        self.store
            .read(|reader| reader.newest_revision(&subject(key), locale(code)))
            .unwrap()
            .unwrap()
    }

    /// How many rows the change log and the audit log have.
    pub(crate) fn logged(&self) -> (usize, usize) {
        let changes = self
            .store
            .read(|reader| reader.changes_after(0, usize::MAX))
            .unwrap()
            .len();
        let audits = self
            .store
            .read(|reader| reader.audit_after(0, usize::MAX))
            .unwrap()
            .len();
        (changes, audits)
    }

    /// What the public sees at an instant.
    pub(crate) fn seen(&self, key: &str, at: Instant) -> Projection {
        let Some(Record::Site(site)) = self.record("site/settings") else {
            panic!("the cast has settings")
        };
        let context = Context {
            locales: site.locales,
            missing: site.missing,
        };
        project(&self.record(key).unwrap(), &context, at)
    }

    /// The title that the public sees of an entry in a locale, if it sees any.
    pub(crate) fn title(&self, key: &str, code: &str, at: Instant) -> Option<String> {
        let units = self.seen(key, at).units;
        let unit = units.into_iter().find(|unit| unit.locale == Some(locale(code)))?;
        Some(unit.card?.title)
    }

    /// The former slugs that lead to an entry in a locale.
    pub(crate) fn redirects(&self, key: &str, code: &str, at: Instant) -> Vec<String> {
        let units = self.seen(key, at).units;
        let routes = units
            .into_iter()
            .filter(|unit| unit.locale == Some(locale(code)))
            .flat_map(|unit| unit.routes);
        let slugs = routes.filter_map(|route| match route {
            Route::Redirect(_, _, slug) => Some(slug),
            _ => None,
        });
        slugs.collect()
    }
}

pub(crate) fn subject(key: &str) -> Subject {
    key.parse().unwrap()
}

pub(crate) fn locale(code: &str) -> Locale {
    Locale::parse(code).unwrap()
}

/// An instant some hours after the beginning.
pub(crate) fn hours(count: i64) -> Instant {
    Instant(NOW.0 + count * HOUR)
}

pub(crate) const ROME_EN: &str = r#"+++
title = "Ministers met in Rome"
summary = "Eighty-three members agreed on what comes next."
slug = "rome-2021"
source = true
publish = 2021-06-28T16:00:00Z
tags = ["ministers"]
members = ["italy"]
efforts = ["finance"]
+++
The ministers of the coalition met in Rome on Monday.

They reviewed the work of stabilisation and pledged new funds for schools and water.

## What comes next

The communiqué will be published tomorrow with {fact/members}. See [Italy](member/italy).

![A bridge over the river](media/bridge.png)
"#;

pub(crate) const ROME_AR: &str = r#"+++
title = "اجتمع الوزراء في روما"
summary = "اتفق ثلاثة وثمانون عضوًا على ما يلي."
slug = "اجتماع-روما"
publish = 2021-06-28T17:00:00Z
+++
اجتمع وزراء التحالف في روما يوم الاثنين.

استعرضوا أعمال تحقيق الاستقرار وتعهدوا بأموال جديدة.

## ما يأتي بعد ذلك

سيُنشر البيان غدًا.

![جسر فوق النهر](media/bridge.png)
"#;

pub(crate) const ROME_FR: &str = r#"+++
title = "Les ministres se sont réunis à Rome"
summary = "Quatre-vingt-trois membres se sont mis d’accord."
slug = "reunion-rome"
publish = 2021-06-28T18:00:00Z
+++
Les ministres de la coalition se sont réunis à Rome lundi.

Ils ont passé en revue la stabilisation et promis de nouveaux fonds.

## La suite

Le communiqué sera publié demain.

![Un pont sur le fleuve](media/bridge.png)
"#;

/// All files of the cast.
pub(crate) fn folder() -> Folder {
    let mut folder = Folder::new();
    let mut put = |path: &str, text: &str| folder.insert(path.to_owned(), text.as_bytes().to_vec());
    put(
        "site.toml",
        "locales = [\"en\", \"ar\", \"fr\"]\n[name]\nen = \"Coalition\"\nar = \"التحالف\"\nfr = \"Coalition\"\n",
    );
    put("tags/ministers.toml", "[name]\nen = \"Ministers\"\n");
    put(
        "facts/members.toml",
        "value = 85\nas_of = 2023-01-01\n[noun.en]\none = \"# member\"\nother = \"# members\"\n",
    );
    put(
        "efforts/finance.en.md",
        "+++\ntitle = \"Finance\"\nslug = \"finance\"\npublish = 2014-12-03T00:00:00Z\norder = 1\n+++\nMoney.\n",
    );
    for (key, name) in [("italy", "Italy"), ("niger", "Niger")] {
        let file = format!(
            "+++\ntitle = \"{name}\"\nslug = \"{key}\"\npublish = 2014-09-10T00:00:00Z\nefforts = [\"finance\"]\nmembership = {{ joined = 2014-09-10 }}\n+++\n"
        );
        put(&format!("members/{key}.en.md"), &file);
    }
    put("stories/rome-2021.en.md", ROME_EN);
    put("stories/rome-2021.ar.md", ROME_AR);
    put("stories/rome-2021.fr.md", ROME_FR);
    put(
        "stories/draft.en.md",
        "+++\ntitle = \"A draft\"\nslug = \"draft\"\n+++\nNot yet.\n",
    );
    put(
        "announcements/group.en.md",
        "+++\ntitle = \"A group\"\nslug = \"group\"\npublish = 2021-12-02T00:00:00Z\nperiod = { from = 2021-12-02, until = 2023-12-31 }\n+++\nIt begins.\n",
    );
    put(
        "pages/home.en.md",
        "+++\ntitle = \"Welcome\"\npublish = 2014-09-10T00:00:00Z\n+++\n{stories}\n\n{post/jit}\n",
    );
    put(
        "posts/jit.toml",
        "at = 2022-12-30T12:00:00Z\nlanguage = \"en\"\nwords = \"\"\"Good news\\nfrom all\"\"\"\n[speaker]\nname = \"Press Office\"\nmember = \"italy\"\n",
    );
    folder.insert("media/bridge.png".to_owned(), png(4, 3));
    folder
}

/// The beginning of a PNG picture: signature and header, which is all that is looked at.
pub(crate) fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.extend([8, 2, 0, 0, 0]);
    bytes
}

/// Replaces words in a file of a folder; they must be there.
pub(crate) fn edit(folder: &mut Folder, path: &str, from: &str, to: &str) {
    let file = folder.get_mut(path).unwrap_or_else(|| panic!("{path} is not there"));
    let text = String::from_utf8(file.clone()).unwrap();
    assert!(text.contains(from), "{path} does not say {from:?}:\n{text}");
    *file = text.replacen(from, to, 1).into_bytes();
}

/// The text of a file.
pub(crate) fn text<'a>(folder: &'a Folder, path: &str) -> &'a str {
    std::str::from_utf8(folder.get(path).unwrap_or_else(|| panic!("{path} is not there"))).unwrap()
}

/// Nouns of the cast that the store has, with how many of each.
pub(crate) fn counts(newsroom: &Newsroom) -> Vec<(Noun, u64)> {
    let count = |noun| (noun, newsroom.store.read(|reader| reader.count(noun)).unwrap());
    Noun::ALL
        .into_iter()
        .map(count)
        .filter(|(_, count)| *count > 0)
        .collect()
}

/// What the public is given of a picture of the cast: one file, the first bytes of the original. A picture that is wider
/// than 100 pixels is refused, as far as it is a PNG.
pub(crate) fn developed(media: &Media, original: &[u8]) -> Result<Developed, Refused> {
    if matches!(media.kind(), MediaKind::Sound | MediaKind::Film) {
        return recorded(media, original);
    }
    let side = |at: usize| {
        original[at..at + 4]
            .iter()
            .fold(0, |sum, byte| (sum << 8) | u32::from(*byte))
    };
    let is_png = original.starts_with(b"\x89PNG");
    let (width, height) = if is_png { (side(16), side(20)) } else { (16, 9) };
    if width > 100 {
        return Err(Refused {
            message: format!("it is {width} pixels wide"),
            remedy: "make it smaller".to_owned(),
        });
    }
    let bytes = original[..24].to_vec();
    let file = MediaFile {
        hash: blake3_of(&bytes),
        content_type: "image/webp".to_owned(),
        ending: "webp".to_owned(),
        width,
        height,
        bytes: 24,
    };
    Ok(Developed {
        width,
        height,
        duration: None,
        files: vec![(file, bytes)],
    })
}

/// What the public is given of a recording of the cast: all behind the word that stands for its notes. Each plays a
/// second.
fn recorded(media: &Media, original: &[u8]) -> Result<Developed, Refused> {
    if original.starts_with(b"nobody") {
        return Err(Refused {
            message: "this is no recording".to_owned(),
            remedy: "record it again".to_owned(),
        });
    }
    let sound = original.strip_prefix(b"notes ").unwrap_or(original);
    let file = MediaFile {
        hash: blake3_of(sound),
        ..MediaFile::of(sound, &media.content_type, "mp3")
    };
    Ok(Developed {
        width: 0,
        height: 0,
        duration: Some(1_000),
        files: vec![(file, sound.to_vec())],
    })
}

/// A stand-in that differs where the bytes do.
fn blake3_of(bytes: &[u8]) -> String {
    format!("{:016x}", content::text::hash64(bytes)).repeat(4)
}
