//! Decisions that the press obeys.

use store::{Decision, DecisionKind};

use crate::cast::{EDITOR, act, ask, hour};
use crate::house::House;

pub(crate) fn the_latest_decision_counts(house: &House) {
    let store = house.open();
    assert_eq!(ask(&store, |reader| reader.latest_decision()), None);
    let decision = |number, kind| Decision {
        number,
        at: hour(8),
        actor: EDITOR.to_owned(),
        kind,
    };
    let back = decision(1, DecisionKind::Rollback { edition: u64::MAX });
    assert_eq!(act(&store, |tx| tx.decide(&back)), 1);
    assert_eq!(ask(&store, |reader| reader.latest_decision()), Some(back));
    let on = decision(1, DecisionKind::Resume);
    assert_eq!(
        act(&store, |tx| tx.decide(&on)),
        2,
        "the number is the next one, whatever it calls itself"
    );
    assert_eq!(
        ask(&store, |reader| reader.latest_decision()),
        Some(decision(2, DecisionKind::Resume))
    );
}
