//! The corpus as a site for Hugo, with layouts of the same shape as ours: home, stories with their neighbours and with
//! what is related, newest stories beside, lists by twenty, the index of tags, feeds, sitemaps with alternates.

use std::fmt::Write as _;
use std::path::Path;

use super::files::{effort_name, member_name, tag_key, tag_name};
use super::story::{Stories, Story, TAGS, Words, key, slug};
use super::words::{LOCALES, Tongue};
use super::{Folder, markdown};
use crate::failure::Failure;

/// The files of the site that hold no content, by path.
const FRAME: [(&str, &str); 14] = [
    ("hugo.toml", include_str!("../../hugo/hugo.toml")),
    ("layouts/baseof.html", include_str!("../../hugo/layouts/baseof.html")),
    ("layouts/home.html", include_str!("../../hugo/layouts/home.html")),
    (
        "layouts/home.atom.xml",
        include_str!("../../hugo/layouts/home.atom.xml"),
    ),
    ("layouts/page.html", include_str!("../../hugo/layouts/page.html")),
    ("layouts/section.html", include_str!("../../hugo/layouts/section.html")),
    ("layouts/term.html", include_str!("../../hugo/layouts/term.html")),
    (
        "layouts/taxonomy.html",
        include_str!("../../hugo/layouts/taxonomy.html"),
    ),
    (
        "layouts/_partials/cards.html",
        include_str!("../../hugo/layouts/_partials/cards.html"),
    ),
    (
        "layouts/_partials/newest.html",
        include_str!("../../hugo/layouts/_partials/newest.html"),
    ),
    (
        "layouts/_partials/turning.html",
        include_str!("../../hugo/layouts/_partials/turning.html"),
    ),
    (
        "layouts/_partials/places.html",
        include_str!("../../hugo/layouts/_partials/places.html"),
    ),
    (
        "layouts/_partials/menu.html",
        include_str!("../../hugo/layouts/_partials/menu.html"),
    ),
    ("static/style.css", include_str!("../../../themes/coalition/style.css")),
];

/// Writes the site.
pub(super) fn write(stories: &Stories, out: &Path) -> Result<(), Failure> {
    let mut folder = Folder::new(out)?;
    FRAME.iter().try_for_each(|(path, text)| folder.write(path, text))?;
    for tongue in LOCALES {
        let code = tongue.code();
        folder.write(&format!("i18n/{code}.toml"), &labels(tongue))?;
        let about = tongue.pick("About", "عن الموقع", "À propos");
        let home = tongue.pick("Newsroom", "غرفة الأخبار", "Salle de presse");
        let all = tongue.pick("Stories", "الأخبار", "Actualités");
        folder.write(
            &format!("content/{code}/_index.md"),
            &format!("+++\ntitle = \"{home}\"\n+++\n"),
        )?;
        folder.write(
            &format!("content/{code}/about.md"),
            &format!("+++\ntitle = \"{about}\"\n+++\n{home}\n"),
        )?;
        folder.write(
            &format!("content/{code}/stories/_index.md"),
            &format!("+++\ntitle = \"{all}\"\n+++\n"),
        )?;
        for tag in 0..TAGS {
            let path = format!("content/{code}/tags/{}/_index.md", tag_key(tag));
            folder.write(&path, &format!("+++\ntitle = \"{}\"\n+++\n", tag_name(tag, tongue)))?;
        }
    }
    for number in 0..stories.count() {
        let story = stories.story(number);
        for tongue in LOCALES {
            let path = format!("content/{}/stories/{}.md", tongue.code(), key(number));
            folder.write(&path, &page(&story, &stories.words(&story, tongue), tongue))?;
        }
    }
    Ok(())
}

fn page(story: &Story, words: &Words, tongue: Tongue) -> String {
    let mut file = String::with_capacity(10_000);
    let Words {
        title,
        summary,
        slug: own,
        dateline,
        ..
    } = words;
    let tags: Vec<String> = story.tags.iter().map(|tag| format!("\"{}\"", tag_key(*tag))).collect();
    // Writing into a string cannot fail.
    let _ = write!(
        file,
        "+++\ntitle = \"{title}\"\ndescription = \"{summary}\"\nslug = \"{own}\"\ndateline = \"{dateline}\"\ndate = {}\ntags = [{}]\n\
         member = \"{}\"\neffort = \"{}\"\n+++\n",
        story.at,
        tags.join(", "),
        member_name(story.member, tongue),
        effort_name(story.effort, tongue),
    );
    let root = tongue.pick("/en", "/ar", "/fr");
    file.push_str(&markdown::write(&words.blocks, &|number| {
        format!("{root}/stories/{}/", slug(number, tongue))
    }));
    file
}

fn labels(tongue: Tongue) -> String {
    let rows = [
        ("site", tongue.pick("Newsroom", "غرفة الأخبار", "Salle de presse")),
        (
            "skip",
            tongue.pick("Skip to content", "إلى المحتوى", "Aller au contenu"),
        ),
        ("stories", tongue.pick("Stories", "الأخبار", "Actualités")),
        ("tags", tongue.pick("Tags", "الوسوم", "Thèmes")),
        ("about", tongue.pick("About", "عن الموقع", "À propos")),
        (
            "newest",
            tongue.pick("Newest stories", "أحدث الأخبار", "Dernières actualités"),
        ),
        ("all", tongue.pick("All stories", "كل الأخبار", "Toutes les actualités")),
        ("related", tongue.pick("Related", "ذات صلة", "À lire aussi")),
        ("older", tongue.pick("Older", "أقدم", "Plus anciens")),
        ("newer", tongue.pick("Newer", "أحدث", "Plus récents")),
        ("languages", tongue.pick("Languages", "اللغات", "Langues")),
    ];
    rows.iter()
        .map(|(name, words)| format!("[{name}]\nother = \"{words}\"\n"))
        .collect()
}
