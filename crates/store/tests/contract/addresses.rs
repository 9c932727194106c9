//! Addresses: one owner each.

use store::StoreError;

use crate::cast::{act, ask, saved};
use crate::house::House;

pub(crate) fn an_address_has_one_owner(house: &House) {
    let store = house.open();
    let (rome, oslo) = (saved(&store, "story/rome"), saved(&store, "story/oslo"));
    act(&store, |tx| tx.claim_address("stories", "ministers-meet", &rome));
    act(&store, |tx| {
        tx.claim_address("stories", "ministers-meet", &rome)?;
        match tx.claim_address("stories", "ministers-meet", &oslo) {
            Err(StoreError::AddressTaken { owner, slug, .. }) => {
                assert_eq!((owner, slug.as_str()), (rome.clone(), "ministers-meet"));
            }
            other => panic!("the address has two owners: {other:?}"),
        }
        // Who is told may choose another and go on.
        tx.claim_address("stories", "ministers-meet-2", &oslo)?;
        tx.claim_address("statements", "ministers-meet", &oslo)
    });
    ask(&store, |reader| {
        assert_eq!(reader.address_owner("stories", "ministers-meet")?, Some(rome.clone()));
        assert_eq!(
            reader.address_owner("statements", "ministers-meet")?,
            Some(oslo.clone())
        );
        assert_eq!(reader.address_owner("stories", "nothing")?, None);
        Ok(())
    });
}

pub(crate) fn released_addresses_are_free(house: &House) {
    let store = house.open();
    let (rome, oslo) = (saved(&store, "story/rome"), saved(&store, "story/oslo"));
    act(&store, |tx| {
        tx.claim_address("stories", "first", &rome)?;
        tx.claim_address("stories", "second", &rome)?;
        tx.claim_address("stories", "third", &oslo)?;
        tx.release_addresses(&rome)?;
        tx.claim_address("stories", "second", &oslo)
    });
    let owner = |slug: &'static str| ask(&store, move |reader| reader.address_owner("stories", slug));
    assert_eq!(
        (owner("first"), owner("second"), owner("third")),
        (None, Some(oslo.clone()), Some(oslo.clone()))
    );
}
