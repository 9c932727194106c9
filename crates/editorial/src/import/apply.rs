//! Doing what was planned for an entry, act by act.

use content::Subject;
use content::record::{TextHistory, Withdrawal};

use super::entry::EntryPlan;
use super::report::{ImportItem, ImportReport};
use super::scene::Standing;
use super::text::TextPlan;
use crate::act::Act;
use crate::desk::{Desk, Outcome};
use crate::error::EditorialError;
use crate::permit::Permit;
use crate::publish::Publish;
use crate::revise::{FILES, Manner};
use crate::roles::Object;

/// Does what was planned for an entry, and adds it to the report.
pub(super) fn apply(desk: &mut Desk<'_, '_>, plan: EntryPlan, report: &mut ImportReport) -> Result<(), EditorialError> {
    let EntryPlan {
        subject,
        put,
        texts,
        standing,
        ..
    } = plan;
    if let Some((source, meta)) = &put {
        desk.put_entry_over(standing.entry.as_ref(), &subject, *source, meta)?;
    }
    for text in texts {
        let item = item(&subject, &text, &standing);
        let mut work = Work {
            desk: &mut *desk,
            subject: &subject,
            standing: &standing,
        };
        work.apply_text(text)?;
        report.add(item);
    }
    Ok(())
}

fn item(subject: &Subject, text: &TextPlan, standing: &Standing) -> ImportItem {
    let is_new = standing
        .texts
        .get(&text.locale)
        .is_none_or(|text| text.newest.is_none());
    let publication = &text.publication;
    let also = [
        ("shared", text.shared),
        ("publish", publication.publish.is_some() || publication.call_off),
        ("withdrawn", publication.withdraw.is_some()),
        ("correction", publication.explain.is_some()),
        ("former", !text.former.is_empty()),
    ];
    let mut places = text
        .words
        .as_ref()
        .map(|words| words.places.clone())
        .unwrap_or_default();
    places.extend(
        also.into_iter()
            .filter(|(_, given)| *given)
            .map(|(name, _)| name.to_owned()),
    );
    let outcome = match (is_new, places.is_empty()) {
        (true, _) => Outcome::Created,
        (false, true) => Outcome::Unchanged,
        (false, false) => Outcome::Changed,
    };
    if is_new {
        places.clear();
    }
    ImportItem {
        subject: subject.clone(),
        locale: Some(text.locale),
        outcome,
        places,
    }
}

struct Work<'w, 'd, 'tx> {
    desk: &'w mut Desk<'d, 'tx>,
    subject: &'w Subject,
    standing: &'w Standing,
}

impl Work<'_, '_, '_> {
    /// Whoever may import may do all that a file can ask for.
    fn permit(&self, act: Act) -> Result<Permit, EditorialError> {
        self.desk.permit(act, &Object::SITE)
    }

    fn apply_text(&mut self, text: TextPlan) -> Result<(), EditorialError> {
        let (subject, locale) = (self.subject, text.locale);
        let entry = self.standing.entry.as_ref();
        let newest = self.standing.texts.get(&locale).and_then(|text| text.newest.as_ref());
        let mut revision = newest.map_or(0, |newest| newest.number);
        if let Some(words) = text.words {
            let permit = self.permit(Act::Revise)?;
            let how = Manner {
                permit: &permit,
                origin: FILES,
                note: "",
                minor: !text.minor.is_empty(),
            };
            revision = self.desk.save_words(entry, subject, locale, newest, words, &how)?;
            self.desk
                .declare(&self.permit(Act::DeclareMinor)?, subject, &text.minor)?;
        }
        if !text.former.is_empty() {
            let permit = self.permit(Act::Revise)?;
            for former in &text.former {
                self.desk.add_former_slug(&permit, subject, locale, former)?;
            }
            self.desk.record(
                &permit,
                subject,
                serde_json::json!({ "locale": locale, "former": text.former }),
            );
        }
        let none = TextHistory::default();
        let history = entry.and_then(|entry| entry.texts.get(&locale)).unwrap_or(&none);
        if let Some(wanted) = text.publication.publish {
            let publish = Publish {
                subject: subject.clone(),
                locale,
                revision,
                from: wanted.from,
                until: wanted.until,
                date: Some(wanted.date),
                keep_current: wanted.keep_current,
                note: wanted.note,
                minor: text.is_minor,
            };
            self.desk
                .publish_over(&self.permit(Act::Publish)?, history, &text.slug, &publish)?;
        }
        if let Some(note) = text.publication.explain {
            self.desk.explain(subject, locale, &note)?;
        }
        if let Some(at) = text.publication.withdraw {
            let permit = self.permit(Act::Withdraw)?;
            let actor = permit.actor().to_owned();
            self.desk.withdraw_text(
                &permit,
                subject,
                locale,
                &Withdrawal {
                    at,
                    actor,
                    notice: text.notice,
                },
            )?;
        }
        if text.publication.call_off {
            self.desk
                .call_off_withdrawal(&self.permit(Act::Withdraw)?, subject, locale)?;
        }
        Ok(())
    }
}
