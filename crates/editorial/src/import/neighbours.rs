//! What an entry's files want of others: things that they refer to, and addresses that nobody else has.

use content::Record;

use super::entry::EntryPlan;
use super::reading::field_problem;
use super::references::Reference;
use super::run::Run;
use super::scene::Scene;
use crate::error::EditorialError;

impl Run<'_, '_, '_> {
    /// Tells a reference that leads nowhere.
    pub(super) fn check_reference(&mut self, scene: &Scene<'_>, reference: &Reference) -> Result<(), EditorialError> {
        let is_known = match self.known.get(&reference.to) {
            Some(known) => *known,
            None if !scene.stored.may_have(&reference.to) => false,
            None => {
                let found = self.desk.reader().record(&reference.to)?;
                let is_known = found.is_some_and(|record| !matches!(record, Record::Deleted(_)));
                self.known.insert(reference.to.clone(), is_known);
                is_known
            }
        };
        if !is_known {
            self.refusal.problems.push(reference.problem(self.files));
        }
        Ok(())
    }

    /// Tells slugs that belong to another entry, by another file or by the store.
    pub(super) fn check_slugs(&mut self, scene: &Scene<'_>, plan: &EntryPlan) -> Result<(), EditorialError> {
        let collection = plan.subject.noun().collection();
        for text in &plan.texts {
            let standing = plan
                .standing
                .texts
                .get(&text.locale)
                .and_then(|text| text.newest.as_ref());
            let is_new = standing.is_none_or(|newest| newest.text.slug != text.slug);
            let own =
                Some((&text.slug, "slug", is_new && scene.stored.has_addresses)).filter(|(slug, ..)| !slug.is_empty());
            let former = text
                .former
                .iter()
                .map(|slug| (slug, "former", scene.stored.has_addresses));
            for (slug, field, may_be_taken) in own.into_iter().chain(former) {
                self.check_slug(plan, &text.path, collection, slug, (field, may_be_taken))?;
            }
        }
        Ok(())
    }

    fn check_slug(
        &mut self,
        plan: &EntryPlan,
        path: &str,
        collection: &'static str,
        slug: &str,
        (field, may_be_taken): (&str, bool),
    ) -> Result<(), EditorialError> {
        let key = (collection, slug.to_owned());
        let owner = match self.slugs.get(&key) {
            Some((owner, file)) if *owner != plan.subject => Some(format!("{file} has it too")),
            Some(_) => None,
            None if !may_be_taken => None,
            None => {
                let owner = self.desk.reader().address_owner(collection, slug)?;
                owner
                    .filter(|owner| *owner != plan.subject)
                    .map(|owner| format!("{owner} has it"))
            }
        };
        match owner {
            Some(owner) => {
                let message = format!("the address {collection}/{slug} is taken: {owner}");
                let problem = field_problem(self.files, path, field, message, "choose another");
                self.refusal.problems.push(problem);
            }
            None => {
                self.slugs
                    .entry(key)
                    .or_insert_with(|| (plan.subject.clone(), path.to_owned()));
            }
        }
        Ok(())
    }
}
