//! The act of changing the settings of the site.

use content::Record;
use content::record::Site;

use crate::act::Act;
use crate::desk::{Desk, Outcome};
use crate::error::EditorialError;
use crate::roles::Object;

impl Desk<'_, '_> {
    /// Changes the settings of the site: its locales, its names, what is done where a translation is missing.
    ///
    /// # Errors
    /// [`EditorialError::NotPermitted`]; those of the store.
    pub fn put_site(&mut self, site: &Site) -> Result<Outcome, EditorialError> {
        let permit = self.permit(Act::PutSite, &Object::SITE)?;
        self.put_record(&permit, &Record::Site(site.clone()))
    }
}
