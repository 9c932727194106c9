//! The act of taking texts back; publishing again lifts it.

use content::Subject;
use content::record::Withdrawal;
use language::Locale;
use serde_json::json;

use crate::act::Act;
use crate::desk::Desk;
use crate::error::EditorialError;
use crate::permit::Permit;
use crate::roles::Object;

impl Desk<'_, '_> {
    /// Takes an entry back in one locale or in all, from now on; visitors are told the notice in its place. Without
    /// its source no translation is public either.
    ///
    /// # Errors
    /// [`EditorialError::NotPermitted`]; [`EditorialError::Unknown`]; [`EditorialError::NotPublic`] if it was never
    /// published there; those of the store.
    pub fn withdraw(&mut self, subject: &Subject, locale: Option<Locale>, notice: &str) -> Result<(), EditorialError> {
        let entry = self.entry(subject, Act::Withdraw)?;
        let published = entry
            .texts
            .iter()
            .filter(|(_, history)| !history.publications.is_empty());
        let locales: Vec<Locale> = published
            .map(|(own, _)| *own)
            .filter(|own| locale.is_none_or(|locale| locale == *own))
            .collect();
        if locales.is_empty() {
            return Err(EditorialError::NotPublic {
                subject: subject.clone(),
            });
        }
        for locale in locales {
            let permit = self.permit(Act::Withdraw, &Object::text(&entry, locale))?;
            let withdrawal = Withdrawal {
                at: self.now(),
                actor: permit.actor().to_owned(),
                notice: notice.to_owned(),
            };
            self.withdraw_text(&permit, subject, locale, &withdrawal)?;
        }
        Ok(())
    }

    /// Takes one text back at an instant.
    pub(crate) fn withdraw_text(
        &mut self,
        permit: &Permit,
        subject: &Subject,
        locale: Locale,
        withdrawal: &Withdrawal,
    ) -> Result<(), EditorialError> {
        self.tx(permit).put_withdrawal(subject, locale, withdrawal)?;
        let detail = json!({ "locale": locale, "at": withdrawal.at.to_string(), "notice": withdrawal.notice });
        self.record(permit, subject, detail);
        Ok(())
    }

    /// Calls off a withdrawal that was planned.
    pub(crate) fn call_off_withdrawal(
        &mut self,
        permit: &Permit,
        subject: &Subject,
        locale: Locale,
    ) -> Result<(), EditorialError> {
        let (now, actor) = (self.now(), permit.actor());
        self.tx(permit).lift_withdrawal(subject, locale, now, actor)?;
        self.record(permit, subject, json!({ "locale": locale, "called_off": true }));
        Ok(())
    }
}
