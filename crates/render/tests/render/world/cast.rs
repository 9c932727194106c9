//! The cast: a small coalition of invented offices and places, in three languages.

use std::collections::BTreeMap;

use content::body::{Dynamic, Season};
use content::media::{About, Media, MediaFile};
use content::meta::{Agency, Campaign, Episode, Form, Group, GroupForm, Hours, Meeting, Membership, Period};
use content::record::{Entry, Fact, Missing, Post, Publication, Record, RevisionHead, Site, Tag, TextHistory, Voice};
use content::{Block, BlockId, Body, Content, Inline, Instant, Meta, Subject, Target, Text};
use language::PluralCategory;

use super::{Memory, locale};

pub(crate) const NOW: &str = "2023-01-10T00:00:00Z";

pub(crate) fn subject(text: &str) -> Subject {
    text.parse().unwrap()
}

pub(crate) fn instant(text: &str) -> Instant {
    text.parse().unwrap()
}

pub(crate) fn site() -> Site {
    let words = |words: [&str; 3]| {
        ["en", "ar", "fr"]
            .map(locale)
            .into_iter()
            .zip(words.map(str::to_owned))
            .collect()
    };
    Site {
        locales: ["en", "ar", "fr"].map(locale).to_vec(),
        names: words(["Sample Coalition", "تحالف النموذج", "Coalition Exemple"]),
        descriptions: words([
            "What members do together.",
            "ما يفعله الأعضاء معًا.",
            "Ce que font les membres.",
        ]),
        missing: Missing::Show,
        strips: words(["A demonstration.", "عرض تجريبي.", "Une démonstration."]),
        formats: BTreeMap::new(),
        contact: None,
        indexed: true,
    }
}

/// An entry with its first language as the source; titles also make slugs, summaries and words.
pub(crate) fn entry(name: &str, at: &str, titles: &[(&str, &str)]) -> Entry {
    let texts = titles.iter().map(|(code, title)| (locale(code), history(title, at)));
    Entry {
        subject: subject(name),
        source: locale(titles[0].0),
        meta: Meta::default(),
        texts: texts.collect(),
    }
}

pub(crate) fn history(title: &str, at: &str) -> TextHistory {
    let text = Text {
        title: title.to_owned(),
        summary: format!("{title}: summary."),
        slug: title.to_lowercase().replace(' ', "-"),
        ..Text::default()
    };
    let revision = RevisionHead {
        number: 1,
        hash: text.hash(),
        text,
        at: instant(at),
        actor: "editor".to_owned(),
        origin: "files".to_owned(),
    };
    let publication = Publication {
        revision: 1,
        from: instant(at),
        until: None,
        date: instant(at),
        ..Publication::default()
    };
    TextHistory {
        revisions: [(1, revision)].into(),
        publications: vec![publication],
        ..TextHistory::default()
    }
}

/// Changes the newest text of an entry in one language.
pub(crate) fn edit(entry: &mut Entry, code: &str, change: impl FnOnce(&mut Text)) {
    let history = entry.texts.get_mut(&locale(code)).unwrap();
    change(&mut history.revisions.get_mut(&1).unwrap().text);
}

pub(crate) fn tag(name: &str, names: &[(&str, &str)]) -> Record {
    let names = names.iter().map(|(code, name)| (locale(code), (*name).to_owned()));
    Record::Tag(Tag {
        subject: subject(name),
        names: names.collect(),
    })
}

/// "85 members", in every form that three languages need.
pub(crate) fn members_fact(value: u64) -> Record {
    use PluralCategory::{Few, Many, One, Other, Two, Zero};
    let forms = |forms: &[(PluralCategory, &str)]| -> BTreeMap<PluralCategory, String> {
        forms
            .iter()
            .map(|(category, words)| (*category, (*words).to_owned()))
            .collect()
    };
    let ar = [
        (Zero, "لا أعضاء"),
        (One, "عضو واحد"),
        (Two, "عضوان"),
        (Few, "# أعضاء"),
        (Many, "# عضوًا"),
        (Other, "# عضو"),
    ];
    let nouns = [
        (locale("en"), forms(&[(One, "# member"), (Other, "# members")])),
        (locale("ar"), forms(&ar)),
        (
            locale("fr"),
            forms(&[(One, "# membre"), (Many, "# de membres"), (Other, "# membres")]),
        ),
    ];
    let as_of = "2023-01-01".parse().unwrap();
    Record::Fact(Fact {
        subject: subject("fact/members"),
        value,
        as_of,
        nouns: nouns.into(),
    })
}

pub(crate) fn member(name: &str, titles: &[(&str, &str)], form: Form, flag: &str) -> Entry {
    let mut member = entry(name, "2020-01-01T00:00:00Z", titles);
    member.meta.membership = Some(Membership {
        form,
        flag: flag.to_owned(),
        ..Membership::default()
    });
    member
}

pub(crate) fn post(name: &str, at: &str, code: &str, words: &str) -> Post {
    Post {
        subject: subject(name),
        at: instant(at),
        language: locale(code),
        speaker: voice("Sample Press Office", "samplepress"),
        passed_on_by: None,
        words: words.to_owned(),
        part: None,
        quotes: None,
        address: Some("https://social.example/1".to_owned()),
        removed: None,
    }
}

pub(crate) fn voice(name: &str, handle: &str) -> Voice {
    Voice {
        name: name.to_owned(),
        handle: handle.to_owned(),
        network: "Sample Network".to_owned(),
        member: None,
    }
}

pub(crate) fn words(text: &str) -> Vec<Inline> {
    vec![Inline::Text(text.to_owned())]
}

pub(crate) fn link(to: &str, text: &str) -> Inline {
    Inline::Link(Target::Subject(subject(to)), words(text))
}

pub(crate) fn body(contents: Vec<Content>) -> Body {
    let blocks = contents.into_iter().enumerate();
    Body {
        blocks: blocks
            .map(|(number, content)| Block {
                id: BlockId(format!("block{number}")),
                content,
            })
            .collect(),
    }
}

pub(crate) fn paragraph(text: &str) -> Content {
    Content::Paragraph(words(text))
}

/// The coalition as most tests find it.
pub(crate) fn coalition() -> Memory {
    let mut abu_dhabi = entry(
        "story/abu-dhabi",
        "2022-11-24T09:00:00Z",
        &[
            ("en", "Group met in Abu Dhabi"),
            ("ar", "اجتماع المجموعة"),
            ("fr", "Le groupe réuni"),
        ],
    );
    abu_dhabi.meta.tags = vec![subject("tag/meetings"), subject("tag/mosul")];
    abu_dhabi.meta.members = vec![subject("member/iraq")];
    abu_dhabi.meta.efforts = vec![subject("effort/finance")];
    abu_dhabi.meta.agency = Some(Agency {
        name: "WAM".to_owned(),
        address: None,
        licence: Some("excerpt".to_owned()),
    });
    edit(&mut abu_dhabi, "en", |text| text.dateline = "ABU DHABI".to_owned());
    let mut rome = entry(
        "story/rome",
        "2021-06-28T16:00:00Z",
        &[("en", "Ministers met in Rome"), ("fr", "Les ministres à Rome")],
    );
    rome.meta.tags = vec![subject("tag/meetings")];
    let mut training = entry(
        "story/training",
        "2023-01-05T08:00:00Z",
        &[("en", "Training centre opened")],
    );
    training.meta.tags = vec![subject("tag/mosul")];
    let mut africa = entry(
        "announcement/africa",
        "2021-12-02T10:00:00Z",
        &[("en", "Africa Focus Group"), ("ar", "مجموعة أفريقيا")],
    );
    africa.meta.period = Some(Period {
        from: "2021-12-02".parse().unwrap(),
        until: "2023-12-31".parse().unwrap(),
    });
    let mut iraq = member(
        "member/iraq",
        &[("en", "Iraq"), ("ar", "العراق"), ("fr", "Irak")],
        Form::State,
        "🇮🇶",
    );
    iraq.meta.efforts = vec![subject("effort/finance")];
    edit(&mut iraq, "en", |text| text.official = "Republic of Iraq".to_owned());
    let mut focus = entry(
        "group/africa",
        "2021-12-02T10:00:00Z",
        &[
            ("en", "Africa Group"),
            ("ar", "مجموعة التركيز"),
            ("fr", "Groupe Afrique"),
        ],
    );
    focus.meta.group = Some(Group {
        form: GroupForm::Focus,
        leads: vec![subject("member/niger")],
    });
    let mut meeting = entry(
        "meeting/brussels",
        "2021-12-03T10:00:00Z",
        &[("en", "Group in Brussels"), ("ar", "المجموعة في بروكسل")],
    );
    meeting.meta.groups = vec![subject("group/africa")];
    meeting.meta.meeting = Some(Box::new(Meeting {
        from: "2021-12-02".parse().unwrap(),
        until: Some("2021-12-03".parse().unwrap()),
        hours: Some(Hours {
            opens: "10:00:00".parse().unwrap(),
            closes: "17:30:00".parse().unwrap(),
            zone: "Europe/Brussels".to_owned(),
        }),
        hosts: vec![subject("member/iraq")],
        outcome: Some(subject("story/rome")),
        documents: vec![],
    }));
    edit(&mut meeting, "en", |text| text.dateline = "BRUSSELS".to_owned());
    let mut campaign = entry(
        "campaign/learns",
        "2022-10-01T10:00:00Z",
        &[("en", "This Generation"), ("ar", "هذا الجيل")],
    );
    campaign.meta.campaign = Some(Campaign {
        palette: Some("river".to_owned()),
        hashtags: vec!["InFocus".to_owned()],
    });
    let mut series = entry(
        "series/terror",
        "2023-01-01T10:00:00Z",
        &[("en", "Taking Apart"), ("ar", "تفكيك")],
    );
    series.meta.order = Some(1);
    let episodes = [2_u32, 1].map(|number| {
        let title = format!("Episode of the lake {number}");
        let mut episode = entry(
            &format!("episode/lake-{number}"),
            "2023-01-02T10:00:00Z",
            &[("en", &title)],
        );
        episode.meta.episode = Some(Box::new(Episode {
            series: subject("series/terror"),
            season: Some(1),
            number,
            audio: BTreeMap::new(),
            transcripts: BTreeMap::new(),
        }));
        episode
    });
    let mut video = entry("video/fans", "2023-01-04T10:00:00Z", &[("en", "Fans in Basra")]);
    video.meta.campaigns = vec![subject("campaign/learns")];
    let mut posts = vec![
        post(
            "post/jit",
            "2022-12-30T12:00:00Z",
            "en",
            "Sweden 🇸🇪 and France 🇫🇷 #InFocus",
        ),
        post("post/arabic", "2022-12-31T12:00:00Z", "ar", "اجتمع الأعضاء #التحالف"),
    ];
    posts[0].speaker.member = Some(subject("member/iraq"));
    let records = [abu_dhabi, rome, training, africa, iraq]
        .into_iter()
        .chain([focus, meeting, campaign, series, video])
        .chain(episodes)
        .chain([
            member(
                "member/niger",
                &[("en", "Niger"), ("ar", "النيجر"), ("fr", "Niger")],
                Form::State,
                "🇳🇪",
            ),
            member(
                "member/league",
                &[("en", "Sample League"), ("ar", "الجامعة"), ("fr", "Ligue")],
                Form::Organisation,
                "",
            ),
            entry(
                "effort/finance",
                "2020-01-01T00:00:00Z",
                &[("en", "Finance"), ("ar", "التمويل"), ("fr", "Financement")],
            ),
            entry(
                "page/about",
                "2020-01-01T00:00:00Z",
                &[("en", "About us"), ("ar", "من نحن"), ("fr", "Qui sommes-nous")],
            ),
            entry(
                "page/home",
                "2020-01-01T00:00:00Z",
                &[("en", "Together"), ("ar", "معًا"), ("fr", "Ensemble")],
            ),
            entry(
                "statement/june",
                "2022-06-01T10:00:00Z",
                &[("en", "Joint statement"), ("ar", "بيان مشترك"), ("fr", "Déclaration")],
            ),
        ])
        .map(Record::Entry)
        .chain(posts.into_iter().map(Record::Post))
        .chain([
            tag(
                "tag/meetings",
                &[("en", "Meetings"), ("ar", "اجتماعات"), ("fr", "Réunions")],
            ),
            tag("tag/mosul", &[("en", "Mosul"), ("ar", "الموصل"), ("fr", "Mossoul")]),
            tag("tag/empty", &[("en", "Nothing yet")]),
            members_fact(85),
            Record::Media(Media {
                subject: subject("media/bridge.png"),
                hash: "0".repeat(64),
                content_type: "image/png".to_owned(),
                width: 640,
                height: 480,
                duration: None,
                cues: Vec::new(),
                files: [("webp", 320), ("jpg", 320), ("webp", 640), ("jpg", 640)]
                    .map(|(ending, width)| picture_file(ending, width))
                    .to_vec(),
                about: About {
                    descriptions: [(locale("en"), "A bridge over the river".to_owned())].into(),
                    credit: "Sample Press Office".to_owned(),
                    licence: "CC0-1.0".to_owned(),
                    focal: Some((50, 38)),
                    ..About::default()
                },
                removed: None,
            }),
        ])
        .collect::<Vec<_>>();
    let home = |text: &str| {
        let fact = Content::Paragraph(vec![
            Inline::Fact(subject("fact/members")),
            Inline::Text(format!(" {text}")),
        ]);
        let places = Dynamic::ALL.map(Content::Dynamic);
        body(std::iter::once(fact).chain(places).collect())
    };
    let story = body(vec![
        Content::Paragraph(vec![link("member/iraq", "Iraq"), Inline::Text(" hosted.".to_owned())]),
        paragraph("More words."),
    ]);
    Memory::new(site(), NOW)
        .with(records)
        .with_body("page/home", "en", home("stand together."))
        .with_body("page/home", "ar", home("معًا."))
        .with_body("page/home", "fr", home("ensemble."))
        .with_body("story/abu-dhabi", "en", story.clone())
        .with_body("story/rome", "en", story)
        .with_body(
            "series/terror",
            "en",
            body(vec![Content::Seasons(vec![Season {
                number: 1,
                title: words("The Lake Edition"),
            }])]),
        )
        .with_body("story/abu-dhabi", "ar", body(vec![paragraph("استضاف العراق الاجتماع.")]))
}

/// Many stories, three a day, so that lists have chunks.
pub(crate) fn many_stories(count: usize) -> Vec<Record> {
    let stories = (0..count).map(|number| {
        let at = Instant(instant("2020-01-01T08:00:00Z").0 + (number as i64) * 28_800_000);
        let title = format!("Story {number}");
        let mut story = entry(
            &format!("story/s{number}"),
            &at.to_string(),
            &[("en", &title), ("ar", &title)],
        );
        story.meta.tags = vec![subject("tag/mosul")];
        Record::Entry(story)
    });
    stories.collect()
}

/// A file of the picture of the bridge: its hash begins with its width.
fn picture_file(ending: &str, width: u32) -> MediaFile {
    let content_type = if ending == "webp" { "image/webp" } else { "image/jpeg" };
    MediaFile {
        hash: format!("{width}{ending:f<61}"),
        content_type: content_type.to_owned(),
        ending: ending.to_owned(),
        width,
        height: width * 3 / 4,
        bytes: u64::from(width) * 50,
    }
}
