//! Withdrawals: texts that were taken back, and those that were let out again.

use content::record::Withdrawal;
use content::{Instant, Subject};
use language::Locale;

use crate::error::StoreError;
use crate::json::Place;
use crate::reader::Reader;
use crate::records::Filling;
use crate::statement::Statement;
use crate::tx::Tx;

const TABLE: &str = "withdrawal";

static IN_RANGE: Statement = Statement::new(
    "reading withdrawals",
    "SELECT subject, locale, at, actor, notice, lifted_at FROM withdrawal
     WHERE subject >= $1 AND subject <= $2 ORDER BY subject, locale, at",
);

static PUT: Statement = Statement::new(
    "saving a withdrawal",
    "INSERT INTO withdrawal (subject, locale, at, actor, notice) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (subject, locale, at) DO UPDATE
     SET actor = excluded.actor, notice = excluded.notice, lifted_at = NULL, lifted_by = NULL",
);

static LIFT: Statement = Statement::new(
    "lifting a withdrawal",
    "UPDATE withdrawal SET lifted_at = $1, lifted_by = $2
     WHERE subject = $3 AND locale = $4 AND lifted_at IS NULL",
);

impl Reader {
    /// Puts the withdrawals of records where they belong.
    pub(crate) fn fill_withdrawals(
        &mut self,
        first: &Subject,
        last: &Subject,
        mut filling: Filling<'_>,
    ) -> Result<(), StoreError> {
        self.connection
            .each(&IN_RANGE, &[first.into(), last.into()], &mut |row| {
                let (subject, locale) = (row.text(0)?, row.text(1)?);
                let place = Place {
                    table: TABLE,
                    key: &[subject, locale],
                };
                let at = Instant(row.int(2)?);
                let lifted = row.optional_int(5)?.map(Instant);
                match (filling.history(place, subject, locale)?, lifted) {
                    (Some(history), Some(lifted)) => history.lifted.push((at, lifted)),
                    (Some(history), None) => {
                        history.withdrawal = Some(Withdrawal {
                            at,
                            actor: row.string(3)?,
                            notice: row.string(4)?,
                        });
                    }
                    (None, _) => {}
                }
                Ok(())
            })
    }
}

impl Tx<'_> {
    /// Takes a text back. A withdrawal still in force is replaced, and stays in the history as lifted by this one.
    ///
    /// # Errors
    /// What the engine meets; [`StoreError::Missing`] if the subject was not saved.
    pub fn put_withdrawal(
        &mut self,
        subject: &Subject,
        locale: Locale,
        withdrawal: &Withdrawal,
    ) -> Result<(), StoreError> {
        self.lift_withdrawal(subject, locale, withdrawal.at, &withdrawal.actor)?;
        self.connection.execute(
            &PUT,
            &[
                subject.into(),
                (&locale).into(),
                withdrawal.at.into(),
                withdrawal.actor.as_str().into(),
                withdrawal.notice.as_str().into(),
            ],
        )?;
        Ok(())
    }

    /// Lets a text out again; the history keeps that it was taken back.
    ///
    /// # Errors
    /// What the engine meets.
    pub fn lift_withdrawal(
        &mut self,
        subject: &Subject,
        locale: Locale,
        at: Instant,
        actor: &str,
    ) -> Result<(), StoreError> {
        self.connection
            .execute(&LIFT, &[at.into(), actor.into(), subject.into(), (&locale).into()])?;
        Ok(())
    }
}
