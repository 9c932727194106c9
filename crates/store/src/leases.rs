//! Leases: of several processes one does the work, the others stand by, and who lost it is fenced off by its token.

use content::Instant;

use crate::error::StoreError;
use crate::statement::{Statement, Value};
use crate::store::Store;

/// The right to do a work until it expires.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lease {
    /// Grows with each change of holder: what bears a smaller one comes from who lost the lease.
    pub token: i64,
}

/// Gives nothing back where another holds it.
static ACQUIRE: Statement = Statement::new(
    "acquiring a lease",
    "INSERT INTO lease (name, holder, token, expires) VALUES ($1, $2, 1, $3)
     ON CONFLICT (name) DO UPDATE SET
        token = CASE WHEN lease.holder = excluded.holder THEN lease.token ELSE lease.token + 1 END,
        holder = excluded.holder, expires = excluded.expires
     WHERE lease.holder = excluded.holder OR lease.expires <= $4
     RETURNING token",
);

static RENEW: Statement = Statement::new(
    "renewing a lease",
    "UPDATE lease SET expires = $1 WHERE name = $2 AND token = $3",
);

/// The row stays, so that tokens go on growing.
static RELEASE: Statement = Statement::new(
    "releasing a lease",
    "UPDATE lease SET holder = '', expires = $1 WHERE name = $2 AND token = $3",
);

impl Store {
    /// Takes a lease for `ttl_ms` milliseconds, if nobody else holds it at `now`. The same holder gets its own back at
    /// once, under the same token.
    ///
    /// # Errors
    /// What the engine meets.
    pub fn acquire_lease(
        &self,
        name: &str,
        holder: &str,
        ttl_ms: i64,
        now: Instant,
    ) -> Result<Option<Lease>, StoreError> {
        let expires = now.0.saturating_add(ttl_ms);
        self.write(|tx| {
            let values = [name.into(), holder.into(), expires.into(), now.into()];
            tx.connection
                .first(&ACQUIRE, &values, |row| Ok(Lease { token: row.int(0)? }))
        })
    }

    /// Prolongs a lease to `ttl_ms` milliseconds from `now`; false if another has taken it meanwhile.
    ///
    /// # Errors
    /// What the engine meets.
    pub fn renew_lease(&self, name: &str, lease: Lease, ttl_ms: i64, now: Instant) -> Result<bool, StoreError> {
        self.change_lease(&RENEW, name, lease, now.0.saturating_add(ttl_ms).into())
    }

    /// Gives a lease back; false if another has taken it meanwhile.
    ///
    /// # Errors
    /// What the engine meets.
    pub fn release_lease(&self, name: &str, lease: Lease) -> Result<bool, StoreError> {
        self.change_lease(&RELEASE, name, lease, Instant::BEGINNING.into())
    }

    fn change_lease(
        &self,
        statement: &Statement,
        name: &str,
        lease: Lease,
        expires: Value<'_>,
    ) -> Result<bool, StoreError> {
        self.write(|tx| {
            Ok(tx
                .connection
                .execute(statement, &[expires, name.into(), lease.token.into()])?
                == 1)
        })
    }
}
