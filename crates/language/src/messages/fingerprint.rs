//! A hash of messages that stays the same as long as they do, in every process and on every machine.
//!
//! Source: FNV-1a, 64 bits (Fowler, Noll, Vo; RFC 9923).

/// FNV's start value for 64 bits.
const OFFSET_BASIS: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV's prime for 64 bits.
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// Ends each text; it cannot occur in UTF-8.
const END: u8 = 0xff;

/// The hash as it grows, text by text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fingerprint(u64);

impl Fingerprint {
    /// The hash of nothing.
    pub(crate) const EMPTY: Self = Self(OFFSET_BASIS);

    /// Takes in one text, such that two texts differ from their concatenation.
    pub(crate) fn add(&mut self, text: &str) {
        for byte in text.bytes().chain([END]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(PRIME);
        }
    }

    pub(crate) fn value(self) -> u64 {
        self.0
    }
}
