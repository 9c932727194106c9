//! The contract of the store: one suite, run on SQLite and on PostgreSQL. What only one engine does is a defect.
//!
//! PostgreSQL is tested where `PLENARY_TEST_POSTGRES` names a server on which databases may be made
//! (`tests/postgres.sh cargo test -p store`); without it the suite says that it was not.

#[cfg(test)]
mod addresses;
#[cfg(test)]
mod cast;
#[cfg(test)]
mod chain;
#[cfg(test)]
mod decisions;
#[cfg(test)]
mod house;
#[cfg(test)]
mod leases;
#[cfg(test)]
mod listening;
#[cfg(test)]
mod logs;
#[cfg(test)]
mod opening;
#[cfg(test)]
mod publications;
#[cfg(test)]
mod records;
#[cfg(test)]
mod texts;
#[cfg(test)]
mod transactions;

/// Makes of each behaviour one test per engine.
macro_rules! contract {
    ($($file:ident: $($behaviour:ident),+;)+) => {
        mod on_sqlite {
            $($(#[test] fn $behaviour() { crate::$file::$behaviour(&crate::house::House::on_sqlite()); })+)+
        }
        mod on_postgres {
            $($(#[test] fn $behaviour() {
                if let Some(house) = crate::house::House::on_postgres() {
                    crate::$file::$behaviour(&house);
                }
            })+)+
        }
    };
}

contract! {
    opening: an_open_store_can_be_opened_again, two_may_open_a_new_store_at_once, a_newer_store_is_refused,
        a_damaged_row_is_named_and_can_be_saved_anew;
    transactions: a_failed_act_leaves_nothing, a_panicking_act_leaves_nothing, a_failed_step_cannot_be_kept,
        a_reading_does_not_see_later_acts, an_act_sees_what_it_did, acts_on_one_subject_follow_one_another, who_waits_too_long_is_told;
    logs: positions_have_no_gaps_and_are_in_commit_order, the_log_is_read_in_parts, a_large_act_keeps_its_order,
        the_audit_log_keeps_who_did_what;
    chain: a_log_that_nobody_touched_is_whole, every_single_change_is_found, a_log_made_anew_is_unlike_what_was_written_down,
        a_log_from_before_the_chain_is_chained_when_it_is_opened;
    listening: one_process_wakes_another, an_act_wakes_its_own_process, what_came_before_the_wait_is_not_missed,
        nothing_wakes_without_a_change;
    records: all_kinds_are_given_back_as_they_were_saved, a_record_is_the_same_alone_and_in_a_row,
        saving_a_subject_leaves_its_texts, only_the_newest_and_the_published_are_held,
        a_deleted_subject_leaves_its_addresses_alone, subjects_are_listed_by_noun;
    texts: numbers_count_within_a_text, a_revision_is_given_back_as_it_was_saved, revisions_are_found,
        equivalences_are_kept, media_are_kept_by_hash;
    publications: periods_may_touch_but_not_overlap, ending_cuts_the_present_and_drops_the_future,
        only_what_exists_can_be_public, a_lifted_withdrawal_is_history, a_new_withdrawal_replaces_the_former,
        former_slugs_are_kept_once, what_a_publication_corrects_is_kept,
        only_a_changed_source_is_looked_at_place_by_place;
    addresses: an_address_has_one_owner, released_addresses_are_free;
    leases: one_holder_at_a_time, tokens_grow_with_each_holder, who_lost_a_lease_cannot_renew_it;
    decisions: the_latest_decision_counts;
}
