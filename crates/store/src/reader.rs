//! Who asks the store: each noun's file adds the questions about it.

use crate::engine::Connection;

/// Asks questions of one consistent snapshot, within [`Store::read`](crate::Store::read), or of a transaction as it
/// stands, through [`Tx`](crate::Tx).
pub struct Reader {
    pub(crate) connection: Connection,
}
