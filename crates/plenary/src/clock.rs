//! The only place that asks what time it is.

use content::Instant;
use jiff::Timestamp;

/// Now.
pub(crate) fn now() -> Instant {
    Instant(Timestamp::now().as_millisecond())
}
