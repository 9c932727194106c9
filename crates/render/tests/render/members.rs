//! The directory of members: sorted as each language sorts, with an honest count.

use content::meta::{Form, Region, Standing};
use content::record::Record;
use content::{List, Route};

use crate::world::cast::{coalition, edit, member, subject};
use crate::world::{Memory, locale};

fn directory(world: &Memory, code: &str) -> String {
    world.html(&Route::List(List::Members(locale(code)), locale(code), None))
}

fn order(html: &str, names: &[&str]) -> Vec<usize> {
    names
        .iter()
        .map(|name| {
            html.find(&format!("<bdi>{name}</bdi>"))
                .unwrap_or_else(|| panic!("{name} is missing"))
        })
        .collect()
}

#[test]
fn states_stand_under_their_letters_and_organisations_apart() {
    let html = directory(&coalition(), "en");
    assert!(html.contains("<h3 class=\"letter\">I</h3>") && html.contains("<h3 class=\"letter\">N</h3>"));
    let states = html.find("id=\"states\"").unwrap();
    let organisations = html.find("id=\"organisations\"").unwrap();
    let league = html.find("Sample League").unwrap();
    assert!(states < organisations && organisations < league);
    assert!(!html.contains("id=\"former\""));
}

#[test]
fn each_language_sorts_by_its_own_rules() {
    let world = coalition().with(
        [
            member(
                "member/egypt",
                &[("en", "Egypt"), ("ar", "مصر"), ("fr", "Égypte")],
                Form::State,
                "",
            ),
            member(
                "member/estonia",
                &[("en", "Estonia"), ("ar", "إستونيا"), ("fr", "Estonie")],
                Form::State,
                "",
            ),
            member(
                "member/spain",
                &[("en", "Spain"), ("ar", "إسبانيا"), ("fr", "Espagne")],
                Form::State,
                "",
            ),
        ]
        .map(Record::Entry),
    );
    let french = directory(&world, "fr");
    assert!(order(&french, &["Égypte", "Espagne", "Estonie", "Irak"]).is_sorted());
    assert_eq!(french.matches("<h3 class=\"letter\">E</h3>").count(), 1);
    assert!(
        order(
            &directory(&world, "en"),
            &["Egypt", "Estonia", "Iraq", "Niger", "Spain"]
        )
        .is_sorted()
    );
    assert!(order(&directory(&world, "ar"), &["إسبانيا", "إستونيا", "العراق", "مصر"]).is_sorted());
}

#[test]
fn it_says_how_many_there_are_and_how_many_are_listed() {
    let html = directory(&coalition(), "ar");
    assert!(html.contains("<span class=\"fact\"><bdi>85</bdi> عضوًا</span>"));
    assert!(html.contains("يرد في هذه القائمة 3 أعضاء."));
}

#[test]
fn former_members_and_other_standings_are_told_apart() {
    let mut left = member("member/left", &[("en", "Sample State")], Form::State, "");
    left.meta.membership.as_mut().unwrap().left = Some("2022-01-01".parse().unwrap());
    let mut observer = member("member/observer", &[("en", "Watchers")], Form::Organisation, "");
    observer.meta.membership.as_mut().unwrap().standing = Standing::Observer;
    edit(&mut observer, "en", |text| {
        text.footnote = "Without prejudice.".to_owned()
    });
    let html = directory(&coalition().with([left, observer].map(Record::Entry)), "en");
    assert!(html.find("id=\"former\"").unwrap() < html.find("Sample State").unwrap());
    assert!(html.contains(
        "<bdi>Watchers</bdi><span aria-hidden=\"true\">*</span></a> <span class=\"standing\">Observer</span>"
    ));
}

#[test]
fn states_stand_under_their_part_of_the_world_and_groups_with_those_who_lead_them() {
    let mut world = coalition();
    let Some(Record::Entry(mut niger)) = world.records.get(&subject("member/niger")).cloned() else {
        panic!("Niger is a member")
    };
    niger.meta.membership.as_mut().unwrap().region = Some(Region::Africa);
    world = world.with([Record::Entry(niger)]);
    let html = world.html(&Route::List(List::Members(locale("fr")), locale("fr"), None));
    let (_, regions) = html.split_once("<h2 id=\"regions\">Par région</h2>").unwrap();
    let (_, africa) = regions.split_once("<h3>Afrique</h3>").unwrap();
    assert!(africa.contains("<bdi>Niger</bdi>"));
    let (_, groups) = html.split_once("<h2 id=\"groups\">").unwrap();
    assert!(groups.contains("Groupe Afrique") && groups.contains("<bdi>Niger</bdi>"));
}
