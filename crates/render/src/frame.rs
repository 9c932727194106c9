//! The frame of a whole page: its head, the languages it can be had in, the strip; and the finished page.

use content::card::Address;
use content::list::List;
use content::route::{encode_path, feed_path, home_path, list_path, search_path};
use content::{Noun, Subject};
use language::Locale;
use minijinja::value::Value;

use crate::desk::Desk;
use crate::error::RenderError;
use crate::html;
use crate::outcome::{HTML, Outcome, Page};
use crate::scope::Scope;
use crate::skeleton;
use crate::words::Filling;

/// What the frame of a page needs to know of it.
pub(crate) struct Frame {
    /// Its path (decoded).
    pub(crate) path: String,
    /// Its status.
    pub(crate) status: u16,
    /// The part of the menu that it belongs to.
    pub(crate) section: &'static str,
    /// Its title, in plain words; empty for the site's name alone.
    pub(crate) title: String,
    /// What machines show of it; the site's description if empty.
    pub(crate) description: String,
    /// The address of the picture that stands for it where a link to it is shown.
    pub(crate) image: Option<String>,
    /// The page in each locale.
    pub(crate) versions: Vec<Version>,
    /// The address at which the same words stand first, if it is not this one.
    pub(crate) elsewhere: Option<String>,
    /// Whether it is news: it has a date and an end, and people pass it on.
    pub(crate) dated: bool,
    /// Whether search engines are asked to leave it out.
    pub(crate) unlisted: bool,
    /// Whether the page stands alone, without fragments.
    pub(crate) alone: bool,
}

/// A page in one locale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Version {
    pub(crate) locale: Locale,
    /// Where the reader of that locale is led: there, or to the nearest page above.
    pub(crate) path: String,
    /// Whether it is the same page in words of that locale.
    pub(crate) translated: bool,
}

impl Frame {
    /// A page that can be found.
    pub(crate) fn new(path: String, section: &'static str, title: String, versions: Vec<Version>) -> Frame {
        Frame {
            path,
            status: 200,
            section,
            title,
            description: String::new(),
            image: None,
            versions,
            elsewhere: None,
            dated: false,
            unlisted: false,
            alone: false,
        }
    }
}

impl Desk<'_> {
    /// An entry in each locale; `own` is its address in this one.
    pub(crate) fn entry_versions(&self, subject: &Subject, own: &Address) -> Result<Vec<Version>, RenderError> {
        let versions = self.site.site.locales.iter().map(|locale| {
            let there = if *locale == self.locale {
                Some(own.clone())
            } else {
                self.world.address(subject, *locale)?
            };
            Ok(match there {
                Some(there) => Version {
                    locale: *locale,
                    path: there.path,
                    translated: there.language == *locale,
                },
                None => Version {
                    locale: *locale,
                    path: section_path(subject.noun(), *locale),
                    translated: false,
                },
            })
        });
        versions.collect()
    }

    /// A list's front page in each locale; where nothing stands in it, the page above.
    pub(crate) fn list_versions(
        &self,
        list: &List,
        above: &dyn Fn(Locale) -> String,
    ) -> Result<Vec<Version>, RenderError> {
        let versions = self.site.site.locales.iter().map(|locale| {
            let there = list.in_locale(*locale);
            let exists = list.is_standing() || *locale == self.locale || self.has_front(&there, *locale)?;
            let path = if exists {
                list_path(&there, *locale, None)
            } else {
                above(*locale)
            };
            Ok(Version {
                locale: *locale,
                path,
                translated: exists,
            })
        });
        versions.collect()
    }

    /// Whether a list has a front page in a locale: something stands in it, and what it is named after is public there.
    fn has_front(&self, list: &List, locale: Locale) -> Result<bool, RenderError> {
        let named = match list.named_after() {
            Some(subject) => self.world.address(subject, locale)?.is_some(),
            None => true,
        };
        Ok(named && self.is_filled(list)?)
    }

    /// A page that is there in every locale.
    pub(crate) fn versions_at(&self, path: &dyn Fn(Locale) -> String) -> Vec<Version> {
        let locales = self.site.site.locales.iter();
        locales
            .map(|locale| Version {
                locale: *locale,
                path: path(*locale),
                translated: true,
            })
            .collect()
    }

    /// A whole page from a template and one value under a name.
    pub(crate) fn page(
        &self,
        frame: Frame,
        template: &str,
        content: (&'static str, Value),
    ) -> Result<Outcome, RenderError> {
        let page = self.frame_value(&frame)?;
        let html = self.template(template, page, content)?;
        let cut = skeleton::cut(&frame.path, &html, self.locale)?;
        Ok(Outcome::Page(Page {
            path: frame.path,
            status: frame.status,
            content_type: HTML.to_owned(),
            headers: vec![("content-language".to_owned(), self.locale.to_string())],
            skeleton: cut.bytes,
            fragments: cut.fragments,
        }))
    }

    fn frame_value(&self, frame: &Frame) -> Result<Value, RenderError> {
        let settings = &self.site.site;
        let (name_language, name) = self.setting(&settings.names).unwrap_or((self.locale, ""));
        let title = match frame.title.as_str() {
            "" => name.to_owned(),
            title => self.text(
                "site-title",
                &[("title", Filling::Text(title)), ("site", Filling::Text(name))],
            )?,
        };
        let described = self.setting(&settings.descriptions).map_or("", |(_, words)| words);
        let description = if frame.description.is_empty() {
            described
        } else {
            &frame.description
        };
        let unlisted = frame.unlisted || !settings.indexed || frame.status != 200;
        let canonical = frame.elsewhere.clone().unwrap_or_else(|| self.absolute(&frame.path));
        let scope = Scope::new()
            .with("locale", self.locale.as_str())
            .with("direction", self.locale.direction().as_str())
            .with("title", title)
            .with("heading", if frame.title.is_empty() { name } else { &frame.title })
            .with("description", description)
            .with("image", frame.image.as_deref())
            .with("dated", frame.dated)
            .with(
                "canonical",
                if frame.status == 200 {
                    Value::from(canonical)
                } else {
                    Value::from(())
                },
            )
            .with_all("alternates", self.alternates(frame))
            .with_all("languages", self.languages(frame))
            .with("unlisted", unlisted)
            .with("section", frame.section)
            .with("alone", frame.alone)
            .with("home", home_path(self.locale))
            .with("feed", feed_path(self.locale))
            .with("search", search_path(self.locale))
            .with("script", self.site.assets.get("script.js").map(String::as_str))
            .with("icon", self.site.assets.get("icon.svg").map(String::as_str))
            .with(
                "stylesheet",
                self.site.assets.get("style.css").map_or("", String::as_str),
            )
            .with("name", name)
            .with_html("name_attributes", self.attributes(name_language));
        let scope = match self.setting(&settings.strips) {
            Some((language, strip)) => scope
                .with("strip", strip)
                .with_html("strip_attributes", self.attributes(language)),
            None => scope,
        };
        Ok(scope.into_value())
    }

    /// True translations only: a page that shows another language's words is none, and neither is one whose words
    /// stand first elsewhere.
    fn alternates(&self, frame: &Frame) -> Vec<Value> {
        let translated: Vec<&Version> = frame.versions.iter().filter(|version| version.translated).collect();
        let is_one = translated
            .iter()
            .any(|version| version.locale == self.locale && version.path == frame.path);
        if translated.len() < 2 || !is_one || frame.elsewhere.is_some() || frame.status != 200 {
            return Vec::new();
        }
        let default = translated
            .iter()
            .find(|version| version.locale == self.default_locale())
            .or(translated.first());
        let named = translated
            .iter()
            .map(|version| (version.locale.as_str(), &version.path));
        let all = named.chain(default.map(|version| ("x-default", &version.path)));
        all.map(|(code, path)| {
            Scope::new()
                .with("code", code)
                .with("href", self.absolute(path))
                .into_value()
        })
        .collect()
    }

    fn languages(&self, frame: &Frame) -> Vec<Value> {
        let versions = frame.versions.iter().filter(|_| frame.versions.len() > 1);
        let languages = versions.map(|version| {
            Scope::new()
                .with("code", version.locale.as_str())
                .with("name", version.locale.native_name())
                .with_html("attributes", html::language_attributes(version.locale, self.locale))
                .with("href", encode_path(&version.path))
                .with("current", version.locale == self.locale)
                .into_value()
        });
        languages.collect()
    }
}

/// The front page of the section that a noun's entries belong to.
pub(crate) fn section_path(noun: Noun, locale: Locale) -> String {
    let list = match noun {
        Noun::Story => List::Stories(locale),
        Noun::Statement => List::Statements(locale),
        Noun::Announcement => List::Announcements(locale),
        Noun::Member => List::Members(locale),
        Noun::Effort => List::Efforts(locale),
        Noun::Group => List::Groups(locale),
        Noun::Meeting => List::Meetings(locale),
        Noun::Campaign => List::Campaigns(locale),
        Noun::Series | Noun::Episode => List::Series(locale),
        Noun::Video => List::Videos(locale),
        Noun::Tag => List::Tags(locale),
        Noun::Post => List::Wall,
        Noun::Page | Noun::Fact | Noun::Media | Noun::Site => return home_path(locale),
    };
    list_path(&list, locale, None)
}

/// The name of a noun's section in menus and templates.
pub(crate) fn section_name(noun: Noun) -> &'static str {
    match noun {
        Noun::Post => "wall",
        Noun::Episode => "series",
        noun => noun.collection(),
    }
}
