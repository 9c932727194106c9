//! What happens in a sequence: everything that people do to the content, that the operator does to the program, and
//! that time does by itself; each act on what chance picks.

mod files;
mod pressing;
mod publishing;
mod records;
mod relations;
mod settings;
mod writing;

use crate::chance::Chance;
use crate::failure::Failure;
use crate::scene::Scene;

/// A kind of act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it, and the table of acts prints them")]
pub enum Kind {
    NewEntry,
    EditBlock,
    AddBlock,
    RemoveBlock,
    MoveBlock,
    SplitBlock,
    MergeBlocks,
    Rename,
    Translate,
    DeclareMinor,
    Correct,
    Explain,
    Import,
    Publish,
    Schedule,
    HoldBack,
    Limit,
    Withdraw,
    Restore,
    DeleteEntry,
    DeleteOther,
    NewMember,
    MemberLeaves,
    Relate,
    ChangePeriod,
    ChangeSource,
    ChangeFact,
    NewTag,
    ChangeTag,
    NewPost,
    EditPost,
    RemovePost,
    PutMedia,
    RemoveMedia,
    AddLocale,
    RemoveLocale,
    ReorderLocales,
    ToggleMissing,
    ChangeSettings,
    ChangeTemplate,
    ChangeAsset,
    ChangeMessage,
    ChangeAddress,
    RollBack,
    Resume,
    Restart,
    Rebuild,
    Wait,
    WaitForTimer,
}

/// All kinds, and how often each is drawn beside the others.
pub const KINDS: [(Kind, usize); 49] = [
    (Kind::NewEntry, 7),
    (Kind::EditBlock, 6),
    (Kind::AddBlock, 4),
    (Kind::RemoveBlock, 2),
    (Kind::MoveBlock, 2),
    (Kind::SplitBlock, 3),
    (Kind::MergeBlocks, 3),
    (Kind::Rename, 5),
    (Kind::Translate, 6),
    (Kind::DeclareMinor, 1),
    (Kind::Correct, 6),
    (Kind::Explain, 2),
    (Kind::Import, 4),
    (Kind::Publish, 4),
    (Kind::Schedule, 5),
    (Kind::HoldBack, 3),
    (Kind::Limit, 4),
    (Kind::Withdraw, 6),
    (Kind::Restore, 4),
    (Kind::DeleteEntry, 4),
    (Kind::DeleteOther, 3),
    (Kind::NewMember, 2),
    (Kind::MemberLeaves, 3),
    (Kind::Relate, 5),
    (Kind::ChangePeriod, 3),
    (Kind::ChangeSource, 1),
    (Kind::ChangeFact, 3),
    (Kind::NewTag, 1),
    (Kind::ChangeTag, 3),
    (Kind::NewPost, 4),
    (Kind::EditPost, 3),
    (Kind::RemovePost, 3),
    (Kind::PutMedia, 3),
    (Kind::RemoveMedia, 1),
    (Kind::AddLocale, 2),
    (Kind::RemoveLocale, 1),
    (Kind::ReorderLocales, 1),
    (Kind::ToggleMissing, 2),
    (Kind::ChangeSettings, 1),
    (Kind::ChangeTemplate, 2),
    (Kind::ChangeAsset, 1),
    (Kind::ChangeMessage, 2),
    (Kind::ChangeAddress, 1),
    (Kind::RollBack, 4),
    (Kind::Resume, 6),
    (Kind::Restart, 2),
    (Kind::Rebuild, 1),
    (Kind::Wait, 12),
    (Kind::WaitForTimer, 6),
];

impl Kind {
    /// Draws a kind.
    pub fn draw(chance: &mut Chance) -> Kind {
        let all: usize = KINDS.iter().map(|(_, weight)| weight).sum();
        let mut left = chance.below(all);
        for (kind, weight) in KINDS {
            if left < weight {
                return kind;
            }
            left -= weight;
        }
        Kind::Wait
    }

    /// Its name.
    pub fn name(self) -> String {
        format!("{self:?}")
    }

    /// Does it to something that chance picks; false if there is nothing that it could be done to.
    ///
    /// # Errors
    /// What is no refusal.
    pub fn perform(self, scene: &mut Scene) -> Result<bool, Failure> {
        match self {
            Kind::NewEntry => writing::new_entry(scene),
            Kind::EditBlock => writing::edit_block(scene),
            Kind::AddBlock => writing::add_block(scene),
            Kind::RemoveBlock => writing::remove_block(scene),
            Kind::MoveBlock => writing::move_block(scene),
            Kind::SplitBlock => writing::split_block(scene),
            Kind::MergeBlocks => writing::merge_blocks(scene),
            Kind::Rename => writing::rename(scene),
            Kind::Translate => writing::translate(scene),
            Kind::DeclareMinor => writing::declare_minor(scene),
            Kind::Correct => publishing::correct(scene),
            Kind::Explain => publishing::explain(scene),
            Kind::Import => files::import(scene),
            Kind::Publish => publishing::publish(scene),
            Kind::Schedule => publishing::schedule(scene, true),
            Kind::HoldBack => publishing::schedule(scene, false),
            Kind::Limit => publishing::limit(scene),
            Kind::Withdraw => publishing::withdraw(scene),
            Kind::Restore => publishing::restore(scene),
            Kind::DeleteEntry => publishing::delete_entry(scene),
            Kind::DeleteOther => publishing::delete_other(scene),
            Kind::NewMember => relations::new_member(scene),
            Kind::MemberLeaves => relations::member_leaves(scene),
            Kind::Relate => relations::relate(scene),
            Kind::ChangePeriod => relations::change_period(scene),
            Kind::ChangeSource => relations::change_source(scene),
            Kind::ChangeFact => records::change_fact(scene),
            Kind::NewTag => records::new_tag(scene),
            Kind::ChangeTag => records::change_tag(scene),
            Kind::NewPost => records::new_post(scene),
            Kind::EditPost => records::edit_post(scene),
            Kind::RemovePost => records::remove_post(scene),
            Kind::PutMedia => records::put_media(scene),
            Kind::RemoveMedia => records::remove_media(scene),
            Kind::AddLocale => settings::add_locale(scene),
            Kind::RemoveLocale => settings::remove_locale(scene),
            Kind::ReorderLocales => settings::reorder_locales(scene),
            Kind::ToggleMissing => settings::toggle_missing(scene),
            Kind::ChangeSettings => settings::change_settings(scene),
            Kind::ChangeTemplate => settings::change_template(scene),
            Kind::ChangeAsset => settings::change_asset(scene),
            Kind::ChangeMessage => settings::change_message(scene),
            Kind::ChangeAddress => settings::change_address(scene),
            Kind::RollBack => pressing::roll_back(scene),
            Kind::Resume => pressing::resume(scene),
            Kind::Restart => pressing::restart(scene),
            Kind::Rebuild => pressing::rebuild(scene),
            Kind::Wait => pressing::wait(scene),
            Kind::WaitForTimer => pressing::wait_for_timer(scene),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ambience::Ambience;
    use crate::engine::Engine;

    /// An act that is nearly always refused would be a gap that nobody sees.
    #[test]
    fn every_act_can_be_done_on_the_cast() {
        let mut scene = Scene::set(&Engine::Sqlite, 1, &Ambience::read().unwrap()).unwrap();
        for (kind, _) in KINDS {
            // So that there always is a timer to wait for.
            Kind::Schedule.perform(&mut scene).unwrap();
            scene.press.catch_up(scene.now, &|_, _, _| ()).unwrap();
            let mut done = 0;
            for _ in 0..40 {
                done += usize::from(kind.perform(&mut scene).unwrap());
                scene.look().unwrap();
                scene.now.0 += 60_000;
            }
            assert!(done > 0, "{kind:?}");
        }
    }
}
