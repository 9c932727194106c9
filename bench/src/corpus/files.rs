//! The corpus as content files.

use std::fmt::Write as _;
use std::path::Path;

use super::story::{EFFORTS, MEMBERS, Stories, Story, TAGS, Words, key};
use super::words::{LOCALES, Tongue};
use super::{Folder, markdown};
use crate::chance::Chance;
use crate::failure::Failure;

/// Posts on each day on which there is a story.
const POSTS_A_DAY: usize = 12;

/// Writes all content files; gives their number.
pub(super) fn write(stories: &Stories, posts: usize, out: &Path) -> Result<usize, Failure> {
    let mut folder = Folder::new(out)?;
    folder.write("site.toml", SITE)?;
    for tag in 0..TAGS {
        folder.write(&format!("tags/{}.toml", tag_key(tag)), &tag_file(tag))?;
    }
    folder.write("facts/members.toml", &fact())?;
    for tongue in LOCALES {
        let code = tongue.code();
        (0..MEMBERS)
            .try_for_each(|at| folder.write(&format!("members/{}.{code}.md", member_key(at)), &member(at, tongue)))?;
        (0..EFFORTS)
            .try_for_each(|at| folder.write(&format!("efforts/{}.{code}.md", effort_key(at)), &effort(at, tongue)))?;
        folder.write(&format!("pages/home.{code}.md"), &home(tongue))?;
        folder.write(&format!("pages/about.{code}.md"), &about(tongue))?;
    }
    for number in 0..stories.count() {
        let story = stories.story(number);
        for tongue in LOCALES {
            folder.write(
                &story_path(number, tongue),
                &story_file(&story, &stories.words(&story, tongue), tongue, ""),
            )?;
        }
    }
    write_posts(stories, posts, &mut folder)?;
    Ok(folder.written)
}

/// Where the file of a story in a language stands.
pub fn story_path(number: usize, tongue: Tongue) -> String {
    format!("stories/{}.{}.md", key(number), tongue.code())
}

/// The file of a story in a language; `more` are further lines of its head.
pub fn story_file(story: &Story, words: &Words, tongue: Tongue, more: &str) -> String {
    let mut file = String::with_capacity(10_000);
    let Words {
        title,
        summary,
        slug,
        dateline,
        ..
    } = words;
    let at = story.at;
    // Writing into a string cannot fail.
    let _ = write!(
        file,
        "+++\ntitle = \"{title}\"\nsummary = \"{summary}\"\nslug = \"{slug}\"\ndateline = \"{dateline}\"\npublish = {at}\n{more}"
    );
    if tongue == Tongue::En {
        let tags: Vec<String> = story.tags.iter().map(|tag| format!("\"{}\"", tag_key(*tag))).collect();
        let (tags, member, effort) = (tags.join(", "), member_key(story.member), effort_key(story.effort));
        let _ = write!(
            file,
            "source = true\ntags = [{tags}]\nmembers = [\"{member}\"]\nefforts = [\"{effort}\"]\n"
        );
    }
    file.push_str("+++\n");
    file.push_str(&markdown::write(&words.blocks, &|number| {
        format!("story/{}", key(number))
    }));
    file
}

fn write_posts(stories: &Stories, posts: usize, folder: &mut Folder) -> Result<(), Failure> {
    let (mut day, mut written) = (String::new(), 0);
    for number in 0..stories.count() {
        let story = stories.story(number);
        let date = story.at.to_string().chars().take(10).collect::<String>();
        if date == day {
            continue;
        }
        for nth in 0..POSTS_A_DAY {
            if written == posts {
                return Ok(());
            }
            folder.write(&format!("posts/{date}-{nth:02}.toml"), &post(&story, nth, stories))?;
            written += 1;
        }
        day = date;
    }
    Ok(())
}

fn post(story: &Story, nth: usize, stories: &Stories) -> String {
    let mut chance = Chance::new(0x0070_6f73_7473, (story.number * POSTS_A_DAY + nth) as u64);
    let tongue = LOCALES.get(chance.below(LOCALES.len())).copied().unwrap_or(Tongue::En);
    let words = stories.words(story, tongue).summary;
    let member = chance.below(MEMBERS);
    let at = story.at + jiff::SignedDuration::from_mins(nth as i64 * 60);
    format!(
        "at = {at}\nlanguage = \"{}\"\nwords = \"\"\"{words} #{} 📷\"\"\"\naddress = \"https://social.example/{}/{nth}\"\n[speaker]\n\
         name = \"{}\"\nhandle = \"{}\"\nnetwork = \"Mastodon\"\nmember = \"{}\"\n",
        tongue.code(),
        tag_key(story.tags.first().copied().unwrap_or(0)).replace('-', ""),
        story.number,
        member_name(member, Tongue::En),
        member_key(member).replace('-', ""),
        member_key(member),
    )
}

/// The key of a tag.
pub(super) fn tag_key(tag: usize) -> String {
    let (field, side) = (tag % 20, tag / 20 % 10);
    let word = |words: &[&str], at: usize| words.get(at).copied().unwrap_or_default().replace('’', "");
    format!(
        "{}-{}",
        word(&Tongue::En.fields(), field),
        word(&Tongue::En.sides(), side)
    )
}

/// The name of a tag.
pub(super) fn tag_name(tag: usize, tongue: Tongue) -> String {
    let field = tongue.fields().get(tag % 20).copied().unwrap_or_default();
    let side = tongue.sides().get(tag / 20 % 10).copied().unwrap_or_default();
    format!("{field}: {side}")
}

fn tag_file(tag: usize) -> String {
    let names = LOCALES.map(|tongue| format!("{} = \"{}\"\n", tongue.code(), tag_name(tag, tongue)));
    format!("[name]\n{}", names.concat())
}

pub(super) fn member_key(member: usize) -> String {
    format!("member-{:02}", member + 1)
}

pub(super) fn member_name(member: usize, tongue: Tongue) -> String {
    format!("{} {:02}", tongue.pick("Member", "العضو", "Membre"), member + 1)
}

pub(super) fn effort_key(effort: usize) -> String {
    format!("effort-{}", effort + 1)
}

pub(super) fn effort_name(effort: usize, tongue: Tongue) -> String {
    format!("{} {}", tongue.pick("Effort", "المسار", "Axe"), effort + 1)
}

fn member(at: usize, tongue: Tongue) -> String {
    let shared = match tongue {
        Tongue::En => "source = true\nmembership = { standing = \"full\", form = \"state\", joined = 2012-06-01 }\n",
        _ => "",
    };
    let (name, key) = (member_name(at, tongue), member_key(at));
    let words = tongue.pick(
        "Works with all others.",
        "يعمل مع الآخرين جميعًا.",
        "Travaille avec tous les autres.",
    );
    format!("+++\ntitle = \"{name}\"\nslug = \"{key}\"\npublish = 2012-06-01T00:00:00Z\n{shared}+++\n{words}\n")
}

fn effort(at: usize, tongue: Tongue) -> String {
    let shared = if tongue == Tongue::En {
        format!("source = true\norder = {}\n", at + 1)
    } else {
        String::new()
    };
    let (name, key) = (effort_name(at, tongue), effort_key(at));
    let words = tongue.pick(
        "One of five lines of effort.",
        "أحد خمسة مسارات عمل.",
        "L’un des cinq axes d’effort.",
    );
    format!("+++\ntitle = \"{name}\"\nslug = \"{key}\"\npublish = 2012-06-01T00:00:00Z\n{shared}+++\n{words}\n")
}

fn home(tongue: Tongue) -> String {
    let title = tongue.pick("Newsroom", "غرفة الأخبار", "Salle de presse");
    let shared = if tongue == Tongue::En {
        "source = true\norder = 1\n"
    } else {
        ""
    };
    format!(
        "+++\ntitle = \"{title}\"\npublish = 2012-06-01T00:00:00Z\n{shared}+++\n{{stories}}\n\n{{efforts}}\n\n{{wall}}\n"
    )
}

fn about(tongue: Tongue) -> String {
    let title = tongue.pick("About", "عن الموقع", "À propos");
    let words = tongue.pick(
        "A newsroom of {fact/members}.",
        "غرفة أخبار، {fact/members}.",
        "Une salle de presse, {fact/members}.",
    );
    let shared = if tongue == Tongue::En {
        "source = true\norder = 2\n"
    } else {
        ""
    };
    format!("+++\ntitle = \"{title}\"\nslug = \"about\"\npublish = 2012-06-01T00:00:00Z\n{shared}+++\n{words}\n")
}

fn fact() -> String {
    format!(
        "value = {MEMBERS}\nas_of = 2012-06-01\n[noun.en]\none = \"# member\"\nother = \"# members\"\n[noun.ar]\nzero = \"لا أعضاء\"\n\
         one = \"عضو واحد\"\ntwo = \"عضوان\"\nfew = \"# أعضاء\"\nmany = \"# عضوًا\"\nother = \"# عضو\"\n[noun.fr]\none = \"# membre\"\n\
         many = \"# de membres\"\nother = \"# membres\"\n"
    )
}

const SITE: &str = "locales = [\"en\", \"ar\", \"fr\"]\nmissing = \"show\"\nindexed = true\n[name]\nen = \"Newsroom\"\nar = \"غرفة الأخبار\"\n\
    fr = \"Salle de presse\"\n[description]\nen = \"A newsroom built for measuring.\"\nar = \"غرفة أخبار للقياس.\"\n\
    fr = \"Une salle de presse pour mesurer.\"\n";
