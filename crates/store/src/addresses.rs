//! Addresses: whose each pair of collection and slug is; it is never two subjects'.

use content::Subject;

use crate::error::StoreError;
use crate::json::Place;
use crate::reader::Reader;
use crate::statement::Statement;
use crate::tx::Tx;

const TABLE: &str = "address";

static OWNER: Statement = Statement::new(
    "finding the owner of an address",
    "SELECT subject FROM address WHERE collection = $1 AND slug = $2",
);

static CLAIM: Statement = Statement::new(
    "claiming an address",
    "INSERT INTO address (collection, slug, subject) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
);

static RELEASE: Statement = Statement::new("releasing addresses", "DELETE FROM address WHERE subject = $1");

impl Reader {
    /// Whose an address is.
    ///
    /// # Errors
    /// What the engine meets; [`StoreError::Damaged`].
    pub fn address_owner(&mut self, collection: &str, slug: &str) -> Result<Option<Subject>, StoreError> {
        self.connection.first(&OWNER, &[collection.into(), slug.into()], |row| {
            Place {
                table: TABLE,
                key: &[collection, slug],
            }
            .subject(row.text(0)?)
        })
    }
}

impl Tx<'_> {
    /// Makes an address a subject's; one that it already has stays its own.
    ///
    /// # Errors
    /// [`StoreError::AddressTaken`] if it is another's; the transaction may go on.
    pub fn claim_address(&mut self, collection: &str, slug: &str, subject: &Subject) -> Result<(), StoreError> {
        if self
            .connection
            .execute(&CLAIM, &[collection.into(), slug.into(), subject.into()])?
            == 1
        {
            return Ok(());
        }
        match self.address_owner(collection, slug)? {
            Some(owner) if owner != *subject => Err(StoreError::AddressTaken {
                collection: collection.to_owned(),
                slug: slug.to_owned(),
                owner,
            }),
            _ => Ok(()),
        }
    }

    /// Gives up all addresses of a subject.
    ///
    /// # Errors
    /// What the engine meets.
    pub fn release_addresses(&mut self, subject: &Subject) -> Result<(), StoreError> {
        self.connection.execute(&RELEASE, &[subject.into()])?;
        Ok(())
    }
}
