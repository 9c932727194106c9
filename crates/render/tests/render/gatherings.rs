//! Pages of groups, meetings, campaigns, podcast series, episodes and videos, and the lists they stand in.

use content::{List, Route};

use crate::world::cast::{coalition, subject};
use crate::world::locale;

fn entry(name: &str, code: &str) -> String {
    coalition().html(&Route::Entry(subject(name), locale(code)))
}

fn list(list: List, code: &str) -> String {
    coalition().html(&Route::List(list, locale(code), None))
}

#[test]
fn a_group_says_what_it_is_and_who_leads_it() {
    let html = entry("group/africa", "en");
    assert!(html.contains("<p class=\"meta\">Focus group</p>"));
    let (_, leads) = html.split_once("<h2 id=\"leads\">Co-leads</h2>").unwrap();
    assert!(leads.contains("<bdi>Niger</bdi>"));
    assert!(html.contains("Group in Brussels") && html.contains("href=\"/en/meetings/of/africa/\""));
    assert!(entry("group/africa", "ar").contains("مجموعة تركيز"));
}

#[test]
fn groups_stand_under_what_they_are() {
    let html = list(List::Groups(locale("en")), "en");
    let (_, focus) = html.split_once("<h2 id=\"kind-focus\">Focus groups</h2>").unwrap();
    assert!(focus.contains("Africa Group"));
    assert!(!html.contains("kind-steering"));
}

#[test]
fn a_member_says_which_groups_it_leads() {
    let html = entry("member/niger", "en");
    let (_, led) = html.split_once("<h2 id=\"leads-groups\">").unwrap();
    assert!(led.contains("Africa Group"));
    assert!(!entry("member/iraq", "en").contains("leads-groups"));
}

#[test]
fn a_meeting_says_when_where_with_whom_and_what_came_of_it() {
    let html = entry("meeting/brussels", "en");
    assert!(html.contains("<time datetime=\"2021-12-02\">2 December 2021 to 3 December 2021</time>"));
    assert!(html.contains("<dd>10:00 to 17:30 (Europe/Brussels)</dd>"));
    assert!(html.contains("<dt>Place</dt><dd>BRUSSELS</dd>"));
    assert!(
        html.contains(
            "<dt>Outcome</dt><dd><a href=\"/en/stories/ministers-met-in-rome/\">Ministers met in Rome</a></dd>"
        )
    );
    let (_, hosts) = html.split_once("<h2 id=\"hosts\">Hosted by</h2>").unwrap();
    assert!(hosts.contains("<bdi>Iraq</bdi>"));
}

#[test]
fn a_meeting_stands_where_its_group_and_its_hosts_do() {
    for listed in [
        List::Meetings(locale("en")),
        List::MeetingsOf(subject("group/africa"), locale("en")),
        List::Member(subject("member/iraq"), locale("en")),
    ] {
        assert!(list(listed.clone(), "en").contains("Group in Brussels"), "{listed:?}");
    }
}

#[test]
fn a_campaign_gathers_news_and_posts_by_their_hashtags() {
    let html = entry("campaign/learns", "en");
    assert!(html.contains("<bdi class=\"hashtag\">#InFocus</bdi>"));
    assert!(html.contains("Fans in Basra"));
    assert!(html.contains("Sweden 🇸🇪 and France") && !html.contains("اجتمع الأعضاء"));
}

#[test]
fn episodes_stand_in_their_order_under_what_the_season_is_called() {
    let html = entry("series/terror", "en");
    let (_, season) = html.split_once("<h3>The Lake Edition</h3>").unwrap();
    assert!(season.find("Episode of the lake 1") < season.find("Episode of the lake 2"));
    assert!(season.contains("Coming soon"));
}

#[test]
fn an_episode_leads_to_its_series_and_says_that_it_is_coming() {
    let html = entry("episode/lake-1", "en");
    assert!(html.contains(
        "<a href=\"/en/series/taking-apart/\">Taking Apart</a> · Episode 1 <span class=\"part\">Coming soon</span>"
    ));
}

#[test]
fn stories_can_be_found_by_month_and_statements_by_year() {
    let year = list(List::Year(2022, locale("en")), "en");
    assert!(year.contains("<a href=\"/en/stories/2022/#month-11\">November 2022</a>"));
    let (_, november) = year.split_once("<h2 id=\"month-11\">November 2022</h2>").unwrap();
    let (november, _) = november.split_once("</section>").unwrap();
    assert!(november.contains("Group met in Abu Dhabi"));
    assert!(november.contains("<span class=\"of\"><bdi>Iraq</bdi></span>"));
    let statements = list(List::Statements(locale("ar")), "ar");
    assert!(statements.contains("<a href=\"/ar/statements/2022/\">2022</a>"));
    let html = list(List::StatementYear(2022, locale("en")), "en");
    assert!(html.contains("Statements of 2022") && html.contains("Joint statement"));
}

#[test]
fn a_meeting_can_be_put_into_a_calendar() {
    let page = coalition().page(&Route::Calendar(subject("meeting/brussels"), locale("en")));
    assert_eq!(page.path, "/en/meetings/group-in-brussels.ics");
    let text = String::from_utf8(page.skeleton).unwrap();
    for line in [
        "DTSTART:20211202T090000Z\r\n",
        "DTEND:20211203T163000Z\r\n",
        "SUMMARY;LANGUAGE=en:Group in Brussels\r\n",
        "LOCATION;LANGUAGE=en:BRUSSELS\r\n",
        "DTSTAMP:20211203T100000Z\r\n",
    ] {
        assert!(text.contains(line), "{line}{text}");
    }
    assert!(entry("meeting/brussels", "en").contains("href=\"/en/meetings/group-in-brussels.ics\""));
}
