//! Pictures: what stands beside them, what they become, and how they go.

use content::Record;
use content::media::Media;
use editorial::{EditorialError, Outcome};

use crate::cast::{Newsroom, hours, png, subject};

const ABOUT: &str = "credit = \"Sample Press Office\"\nlicence = \"CC0-1.0\"\nfocal = [50, 38]\nconsent = \"file 12\"\nuntil = 2099-12-31\n\n[description]\nar = \"جسر فوق النهر\"\nen = \"A bridge over the river\"\n";

fn bridge(newsroom: &Newsroom) -> Media {
    match newsroom.record("media/bridge.png") {
        Some(Record::Media(media)) => media,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_the_public_is_given_is_made_once_and_kept_with_the_original() {
    let newsroom = Newsroom::with_cast();
    let media = bridge(&newsroom);
    assert_eq!((media.width, media.height, media.files.len()), (4, 3, 1));
    let kept = |hash: &str| newsroom.store.read(|reader| reader.media_bytes(hash)).unwrap();
    assert_eq!(kept(&media.hash), Some(png(4, 3)));
    assert_eq!(kept(&media.files[0].hash), Some(png(4, 3)[..24].to_vec()));
}

#[test]
fn what_is_said_of_a_picture_stands_beside_it_and_comes_back_out() {
    let newsroom = Newsroom::with_cast();
    let mut beside = crate::cast::Folder::new();
    beside.insert("media/bridge.png.toml".to_owned(), ABOUT.as_bytes().to_vec());
    assert_eq!(newsroom.import(&beside).changed, 1);
    let media = bridge(&newsroom);
    assert_eq!(media.about.focal, Some((50, 38)));
    assert_eq!(media.files.len(), 1, "the files stay");
    assert_eq!(newsroom.export()["media/bridge.png.toml"], ABOUT.as_bytes());
    assert_eq!(newsroom.import(&newsroom.export()).changed, 0);
}

#[test]
fn what_stands_beside_no_picture_is_told() {
    let newsroom = Newsroom::with_cast();
    let mut beside = crate::cast::Folder::new();
    beside.insert("media/lost.png.toml".to_owned(), ABOUT.as_bytes().to_vec());
    let refusal = newsroom.refused(&beside);
    assert_eq!(refusal.problems[0].file, "media/lost.png.toml");
    assert!(refusal.problems[0].message.contains("there is no media/lost.png"));
}

#[test]
fn a_picture_that_cannot_be_made_smaller_is_refused_with_the_reason() {
    let newsroom = Newsroom::with_cast();
    let mut folder = crate::cast::Folder::new();
    folder.insert("media/wide.png".to_owned(), png(2000, 3));
    let problem = &newsroom.refused(&folder).problems[0];
    assert_eq!(
        (problem.file.as_str(), problem.message.as_str()),
        ("media/wide.png", "it is 2000 pixels wide")
    );
}

#[test]
fn a_picture_is_shown_until_the_last_day_that_was_agreed() {
    let newsroom = Newsroom::with_cast();
    let last_day = ABOUT.replace("2099-12-31", &newsroom.now.date().to_string());
    let mut beside = crate::cast::Folder::new();
    beside.insert("media/bridge.png.toml".to_owned(), last_day.into_bytes());
    newsroom.import(&beside);
    let today = newsroom.seen("media/bridge.png", hours(0));
    assert!(today.units[0].card.is_some() && today.until.is_some());
    let later = newsroom.seen("media/bridge.png", hours(48));
    assert_eq!(
        (later.units[0].card.clone(), later.units[0].routes.len(), later.until),
        (None, 0, None)
    );
}

#[test]
fn a_removed_picture_is_gone_with_all_its_bytes_and_does_not_come_back() {
    let newsroom = Newsroom::with_cast();
    let media = bridge(&newsroom);
    let name = subject("media/bridge.png");
    let removed = newsroom
        .act(|desk| desk.remove_media(&name, "Consent withdrawn"))
        .unwrap();
    assert_eq!(removed, Outcome::Changed);
    for hash in media.hashes() {
        assert_eq!(newsroom.store.read(|reader| reader.media_bytes(hash)).unwrap(), None);
    }
    let record = Record::Media(bridge(&newsroom));
    assert_eq!(record.erased().len(), 2);
    assert_eq!(newsroom.seen("media/bridge.png", hours(1)).units[0].card, None);
    assert!(!newsroom.export().contains_key("media/bridge.png"));
    let again = newsroom
        .act(|desk| desk.remove_media(&name, "Consent withdrawn"))
        .unwrap();
    assert_eq!(again, Outcome::Unchanged);
    let mut folder = crate::cast::Folder::new();
    folder.insert("media/bridge.png".to_owned(), png(4, 3));
    assert!(newsroom.refused(&folder).problems[0].message.contains("was removed on"));
}

#[test]
fn bytes_that_another_picture_has_too_stay() {
    let newsroom = Newsroom::with_cast();
    let mut folder = crate::cast::Folder::new();
    folder.insert("media/same.png".to_owned(), png(4, 3));
    newsroom.import(&folder);
    newsroom
        .act(|desk| desk.remove_media(&subject("media/same.png"), ""))
        .unwrap();
    let bytes = newsroom
        .store
        .read(|reader| reader.media_bytes(&bridge(&newsroom).hash))
        .unwrap();
    assert_eq!(bytes, Some(png(4, 3)));
}

#[test]
fn only_pictures_are_removed_so() {
    let newsroom = Newsroom::with_cast();
    let wrong = newsroom.act(|desk| desk.remove_media(&subject("post/jit"), ""));
    assert!(matches!(wrong, Err(EditorialError::WrongNoun { .. })));
    let unknown = newsroom.act(|desk| desk.remove_media(&subject("media/none.png"), ""));
    assert!(matches!(unknown, Err(EditorialError::Unknown { .. })));
}
