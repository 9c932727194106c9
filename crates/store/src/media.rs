//! The bytes of pictures and files, by the hash of what they are. What a picture is, its record says.

use crate::error::StoreError;
use crate::reader::Reader;
use crate::statement::Statement;
use crate::tx::Tx;

static READ: Statement = Statement::new("reading media", "SELECT bytes FROM media WHERE hash = $1");

static PUT: Statement = Statement::new(
    "saving media",
    "INSERT INTO media (hash, content_type, bytes) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
);

static REMOVE: Statement = Statement::new("removing media", "DELETE FROM media WHERE hash = $1");

impl Reader {
    /// The bytes with this hash.
    ///
    /// # Errors
    /// What the engine meets.
    pub fn media_bytes(&mut self, hash: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.connection.first(&READ, &[hash.into()], |row| row.bytes(0))
    }
}

impl Tx<'_> {
    /// Keeps bytes under their hash; those already kept stay as they are.
    ///
    /// # Errors
    /// What the engine meets.
    pub fn put_media_bytes(&mut self, hash: &str, content_type: &str, bytes: &[u8]) -> Result<(), StoreError> {
        self.connection
            .execute(&PUT, &[hash.into(), content_type.into(), bytes.into()])?;
        Ok(())
    }

    /// Removes bytes for good; that no record names them any more is the caller's to know.
    ///
    /// # Errors
    /// What the engine meets.
    pub fn remove_media_bytes(&mut self, hash: &str) -> Result<(), StoreError> {
        self.connection.execute(&REMOVE, &[hash.into()])?;
        Ok(())
    }
}
