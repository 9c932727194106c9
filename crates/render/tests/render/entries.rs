//! Pages of entries: what a story, statement, announcement, member and effort show, and what is left when one is
//! withdrawn.

use content::Route;
use content::meta::{Agency, Release};
use content::record::{Record, Withdrawal};

use crate::world::cast::{self, coalition, edit, entry, instant, subject};
use crate::world::{Memory, locale};

fn en(name: &str) -> Route {
    Route::Entry(subject(name), locale("en"))
}

fn with_changed(world: Memory, name: &str, change: impl FnOnce(&mut content::record::Entry)) -> Memory {
    let Record::Entry(mut entry) = world.records[&subject(name)].clone() else {
        panic!("{name} is an entry")
    };
    change(&mut entry);
    world.with([Record::Entry(entry)])
}

fn withdrawn(world: Memory, name: &str, code: &str, notice: &str) -> Memory {
    with_changed(world, name, |entry| {
        let withdrawal = Withdrawal {
            at: instant(cast::NOW),
            actor: "editor".to_owned(),
            notice: notice.to_owned(),
        };
        entry.texts.get_mut(&locale(code)).unwrap().withdrawal = Some(withdrawal);
    })
}

#[test]
fn a_story_says_where_when_and_from_whom() {
    let html = coalition().html(&en("story/abu-dhabi"));
    assert!(html.contains(
        "<span class=\"dateline\">ABU DHABI</span> <time datetime=\"2022-11-24T09:00:00Z\">24 November 2022</time>"
    ));
    assert!(html.contains("<bdi>WAM</bdi>") && html.contains("(<bdi>excerpt</bdi>)"));
    assert!(html.contains("<a href=\"/en/members/iraq/\"><span aria-hidden=\"true\">🇮🇶</span> <bdi>Iraq</bdi></a>"));
    assert!(html.contains("href=\"/en/tags/meetings/\"") && html.contains("href=\"/en/efforts/finance/\""));
}

#[test]
fn a_story_knows_its_neighbours_and_looks_back_for_related_ones() {
    let html = coalition().html(&en("story/abu-dhabi"));
    assert!(html.contains("rel=\"prev\" href=\"/en/stories/ministers-met-in-rome/\""));
    assert!(html.contains("rel=\"next\" href=\"/en/stories/training-centre-opened/\""));
    let (_, related) = html.split_once("<section class=\"related\"").unwrap();
    let (related, _) = related.split_once("</section>").unwrap();
    assert!(related.contains("Ministers met in Rome"));
    assert!(!related.contains("Training centre opened"), "that one is newer");
    assert!(!related.contains("Group met in Abu Dhabi"));
}

#[test]
fn related_stories_fill_up_with_further_tags_and_never_repeat() {
    let story = |number: u8, tags: &[&str]| {
        let mut story = entry(
            &format!("story/x{number}"),
            &format!("2022-0{number}-01T00:00:00Z"),
            &[("en", &format!("X{number}"))],
        );
        story.meta.tags = tags.iter().map(|tag| subject(tag)).collect();
        Record::Entry(story)
    };
    let (one, two) = ("tag/meetings", "tag/mosul");
    let world = coalition().with([
        story(1, &[two]),
        story(2, &[two]),
        story(3, &[one, two]),
        story(4, &[two]),
        story(5, &[one, two]),
    ]);
    let html = world.html(&en("story/x5"));
    let (_, related) = html.split_once("<section class=\"related\"").unwrap();
    let order: Vec<usize> = ["X3", "Ministers met in Rome", "X4", "X2"]
        .map(|title| {
            related
                .find(&format!(">{title}</a>"))
                .unwrap_or_else(|| panic!("{title} is missing"))
        })
        .to_vec();
    assert!(order.is_sorted(), "{order:?}");
    assert_eq!(related.matches("<li class=\"card").count(), 4);
}

#[test]
fn a_republished_story_stands_first_at_its_agency() {
    let world = with_changed(coalition(), "story/abu-dhabi", |entry| {
        let address = Some("https://wam.example/1".to_owned());
        entry.meta.agency = Some(Agency {
            name: "WAM".to_owned(),
            address,
            licence: None,
        });
    });
    let html = world.html(&en("story/abu-dhabi"));
    assert!(html.contains("<link rel=\"canonical\" href=\"https://wam.example/1\">"));
    assert!(html.contains("<a href=\"https://wam.example/1\" rel=\"noopener\">Read the original</a>"));
    assert!(!html.contains("<link rel=\"alternate\" hreflang"));
}

#[test]
fn a_link_that_is_passed_on_can_be_shown_with_title_and_picture() {
    let world = with_changed(coalition(), "story/abu-dhabi", |entry| {
        entry.meta.picture = Some(subject("media/bridge.png"));
    });
    let html = world.html(&en("story/abu-dhabi"));
    let image = "<meta property=\"og:image\" content=\"https://coalition.example/media/bridge-640jpgffffff.jpg\">";
    assert!(html.contains("<meta property=\"og:type\" content=\"article\">"));
    assert!(
        html.contains("<meta property=\"og:title\" content=\"Group met in Abu Dhabi\">"),
        "{html}"
    );
    assert!(html.contains(image), "{html}");
    let html = coalition().html(&en("story/rome"));
    assert!(html.contains("og:title") && !html.contains("og:image"));
}

#[test]
fn an_announcement_says_its_period_with_years() {
    let html = coalition().html(&en("announcement/africa"));
    assert!(html.contains("From 2 December 2021 until 31 December 2023"));
    let html = coalition().html(&Route::Entry(subject("announcement/africa"), locale("ar")));
    assert!(html.contains("من 2 ديسمبر 2021 إلى 31 ديسمبر 2023"));
}

#[test]
fn a_member_shows_its_official_name_standing_stories_and_posts() {
    let world = with_changed(coalition(), "member/iraq", |entry| {
        edit(entry, "en", |text| text.footnote = "A note.".to_owned());
        let membership = entry.meta.membership.as_mut().unwrap();
        membership.joined = Some("2014-09-10".parse().unwrap());
        membership.links = [("Ministry".to_owned(), "https://mofa.example/".to_owned())].into();
    });
    let links = world.links(&en("member/iraq"));
    let html = world.html(&en("member/iraq"));
    for words in [
        "Republic of Iraq",
        "A note.",
        "Full member",
        "State",
        "10 September 2014",
        "Group met in Abu Dhabi",
        "#InFocus",
    ] {
        assert!(html.contains(words), "{words}");
    }
    assert!(
        html.contains("<a href=\"https://mofa.example/\" rel=\"noopener\"><bdi dir=\"ltr\">mofa.example</bdi></a>")
    );
    for link in ["/en/stories/by/iraq/", "/en/wall/iraq/", "/en/efforts/finance/"] {
        assert!(links.contains(&link.to_owned()), "{link}");
    }
}

#[test]
fn a_member_of_whom_nothing_was_published_links_to_no_list() {
    let links = coalition().links(&en("member/niger"));
    assert!(
        !links
            .iter()
            .any(|link| link.contains("/by/") || link.contains("/wall/niger"))
    );
}

#[test]
fn an_effort_shows_what_was_published_on_it() {
    let links = coalition().links(&en("effort/finance"));
    assert!(links.contains(&"/en/stories/on/finance/".to_owned()));
    assert!(links.contains(&"/en/stories/group-met-in-abu-dhabi/".to_owned()));
}

#[test]
fn a_withdrawn_story_leaves_its_notice_and_the_way_back() {
    let world = withdrawn(coalition(), "story/abu-dhabi", "en", "It was <wrong>.");
    let page = world.page(&en("story/abu-dhabi"));
    let html = String::from_utf8(page.skeleton.clone()).unwrap();
    assert_eq!(
        (page.status, page.path.as_str()),
        (410, "/en/stories/group-met-in-abu-dhabi/")
    );
    assert!(html.contains("<p class=\"notice\">It was &lt;wrong&gt;.</p>"));
    assert!(html.contains("href=\"/en/stories/\">Continue from here"));
    assert!(html.contains("noindex") && !html.contains("rel=\"canonical\""));
    assert!(!html.contains("Group met in Abu Dhabi"));
}

#[test]
fn links_to_a_withdrawn_story_become_plain_words() {
    let linking = cast::body(vec![content::Content::Paragraph(vec![cast::link(
        "story/abu-dhabi",
        "the meeting",
    )])]);
    let world = coalition().with_body("story/rome", "en", linking);
    assert!(
        world
            .html(&en("story/rome"))
            .contains("<a href=\"/en/stories/group-met-in-abu-dhabi/\">the meeting</a>")
    );
    let world = withdrawn(world, "story/abu-dhabi", "en", "");
    assert!(
        world
            .html(&en("story/rome"))
            .contains("<p id=\"b-block0\">the meeting</p>")
    );
}

#[test]
fn a_former_slug_leads_to_the_present_one_also_in_arabic() {
    let world = with_changed(coalition(), "story/abu-dhabi", |entry| {
        entry.texts.get_mut(&locale("ar")).unwrap().old_slugs = vec!["قديم".to_owned()];
    });
    let page = world.page(&Route::Redirect(
        subject("story/abu-dhabi"),
        locale("ar"),
        "قديم".to_owned(),
    ));
    assert_eq!((page.status, page.path.as_str()), (301, "/ar/stories/قديم/"));
    let location = &page.headers.iter().find(|(name, _)| name == "location").unwrap().1;
    assert_eq!(
        location,
        "/ar/stories/%D8%A7%D8%AC%D8%AA%D9%85%D8%A7%D8%B9-%D8%A7%D9%84%D9%85%D8%AC%D9%85%D9%88%D8%B9%D8%A9/"
    );
}

#[test]
fn a_former_slug_of_a_withdrawn_story_says_so() {
    let world = withdrawn(coalition(), "story/abu-dhabi", "en", "Wrong.");
    let page = world.page(&Route::Redirect(
        subject("story/abu-dhabi"),
        locale("en"),
        "older".to_owned(),
    ));
    assert_eq!((page.status, page.path.as_str()), (410, "/en/stories/older/"));
}

#[test]
fn nothing_stands_where_nothing_was_published() {
    let rendered = coalition().render(&en("story/unknown"));
    assert_eq!(rendered.outcome, render::Outcome::Absent);
    assert!(
        rendered
            .reads
            .contains(&render::world::Read::State(subject("story/unknown"), locale("en")))
    );
    assert!(rendered.units.is_empty());
}

#[test]
fn the_units_of_a_page_are_what_it_shows() {
    let units = coalition().render(&en("story/rome")).units;
    let shows = |key: &str| {
        units
            .iter()
            .any(|unit| unit.subject == subject(key) && unit.locale == locale("en"))
    };
    assert!(shows("story/rome"));
    assert!(shows("story/abu-dhabi"), "its title stands below as the newer one");
    assert!(!shows("story/training"));
}

#[test]
fn hostile_titles_are_harmless_everywhere() {
    let hostile = "</title><script>alert(\"1\")</script>";
    let world = with_changed(coalition(), "story/training", |entry| {
        edit(entry, "en", |text| {
            text.title = hostile.to_owned();
            text.summary = hostile.to_owned();
            text.dateline = hostile.to_owned();
        });
    });
    for route in world.routes() {
        if let render::Outcome::Page(page) = world.render(&route).outcome {
            let text = String::from_utf8(page.skeleton).unwrap();
            assert!(!text.contains("<script>") && !text.contains("alert(\""), "{route:?}");
        }
    }
}

#[test]
fn the_paragraphs_of_a_statement_have_numbers_that_lead_to_them_in_every_language() {
    let words = |texts: [&str; 2]| cast::body(texts.map(cast::paragraph).to_vec());
    let world = coalition()
        .with_body("statement/june", "en", words(["One.", "Two."]))
        .with_body("statement/june", "ar", words(["أولًا.", "ثانيًا."]));
    for code in ["en", "ar"] {
        let html = world.html(&Route::Entry(subject("statement/june"), locale(code)));
        assert!(
            html.contains("<p id=\"b-block1\"><a class=\"anchor\" href=\"#b-block1\""),
            "{html}"
        );
    }
    let html = world.html(&en("statement/june"));
    assert!(html.contains("aria-label=\"Paragraph 2\">2</a> Two."));
}

#[test]
fn a_statement_says_by_which_clocks_it_was_released_and_which_text_counts() {
    let world = with_changed(coalition(), "statement/june", |entry| {
        entry.meta.release = Some(Box::new(Release {
            zone: Some("Asia/Baghdad".to_owned()),
            authentic: vec![locale("fr")],
            issued: vec![subject("member/iraq")],
            associated: vec![subject("member/niger")],
            reference: Some("2022/7".to_owned()),
        }));
    });
    let html = world.html(&en("statement/june"));
    assert!(
        html.contains("1 June 2022, 13:00 (Asia/Baghdad, UTC+03:00); 1 June 2022, 10:00 UTC"),
        "{html}"
    );
    assert!(
        html.contains("Authentic are the texts in: <a href=\"/fr/statements/déclaration/\"")
            || html.contains("/fr/statements/d%C3%A9claration/")
    );
    assert!(html.contains("<bdi>2022/7</bdi>"));
    let (_, issuers) = html.split_once("<h2 id=\"issuers\">Issued by</h2>").unwrap();
    assert!(issuers.contains("<bdi>Iraq</bdi>"));
    let (_, associated) = html.split_once("<h2 id=\"associated\">").unwrap();
    assert!(associated.contains("<bdi>Niger</bdi>"));
    let french = world.html(&Route::Entry(subject("statement/june"), locale("fr")));
    assert!(french.contains("Texte faisant foi") && !french.contains("Ceci est une traduction"));
}

#[test]
fn a_statement_can_be_taken_away_as_plain_text() {
    let body = cast::body(vec![cast::paragraph("One & two."), cast::paragraph("Three.")]);
    let world = coalition().with_body("statement/june", "en", body);
    let page = world.page(&Route::Plain(subject("statement/june"), locale("en")));
    assert_eq!(page.path, "/en/statements/joint-statement.txt");
    let text = String::from_utf8(page.skeleton).unwrap();
    assert!(
        text.starts_with("Joint statement\n\n1 June 2022, 10:00 UTC\n"),
        "{text}"
    );
    assert!(text.contains("1. One & two.\n\n2. Three.\n"));
    assert!(text.trim_end().ends_with("/en/statements/joint-statement/"));
}

#[test]
fn what_is_news_can_be_passed_on_by_plain_links() {
    let html = coalition().html(&en("story/rome"));
    assert!(html.contains("href=\"https://wa.me/?text=Ministers%20met%20in%20Rome%20https%3A%2F%2F"));
    assert!(html.contains("href=\"https://t.me/share/url?url=https%3A%2F%2F"));
    assert!(html.contains("href=\"mailto:?subject=Ministers%20met%20in%20Rome&amp;body=https%3A%2F%2F"));
    assert!(!coalition().html(&en("page/about")).contains("wa.me"));
}

#[test]
fn a_statement_says_how_it_is_cited() {
    let html = coalition().html(&en("statement/june"));
    assert!(
        html.contains("<bdi>Sample Coalition, “Joint statement”, 1 June 2022</bdi>"),
        "{html}"
    );
    assert!(html.contains("/en/statements/joint-statement/</bdi>"));
    assert!(html.contains("data-cite=\"Sample Coalition, “Joint statement”, 1 June 2022\""));
    let french = coalition().html(&Route::Entry(subject("statement/june"), locale("fr")));
    assert!(french.contains("Coalition Exemple, «"));
}
