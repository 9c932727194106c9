//! The BLAKE3 hash by which every object, node and edition is named.

use std::fmt;
use std::str::FromStr;

/// A BLAKE3 hash of raw bytes. Shown and parsed as 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Hash(pub [u8; 32]);

impl Hash {
    /// Stands for "nothing here" in a tree: an empty bucket, branch or edition.
    pub const ZERO: Hash = Hash([0; 32]);

    /// The hash of `bytes`.
    pub fn of(bytes: &[u8]) -> Hash {
        Hash(*blake3::hash(bytes).as_bytes())
    }

    /// Whether this is [`Hash::ZERO`].
    pub fn is_zero(&self) -> bool {
        *self == Hash::ZERO
    }

    /// The first eight bytes as a number: equal order, uniform distribution.
    pub(crate) fn prefix(&self) -> u64 {
        let [a, b, c, d, e, f, g, h, ..] = self.0;
        u64::from_be_bytes([a, b, c, d, e, f, g, h])
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Hash({self})")
    }
}

/// The text is not 64 hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a hash: 64 hexadecimal digits are expected")]
pub struct NotAHash;

impl FromStr for Hash {
    type Err = NotAHash;

    fn from_str(text: &str) -> Result<Hash, NotAHash> {
        let mut digits = text.bytes().map(|byte| char::from(byte).to_digit(16));
        let mut digit = || {
            digits
                .next()
                .flatten()
                .and_then(|d| u8::try_from(d).ok())
                .ok_or(NotAHash)
        };
        let mut bytes = [0; 32];
        for byte in &mut bytes {
            *byte = digit()? << 4 | digit()?;
        }
        if digits.next().is_some() {
            Err(NotAHash)
        } else {
            Ok(Hash(bytes))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_and_parses_the_same_hash() {
        let hash = Hash::of(b"statement");
        assert_eq!(hash.to_string().parse(), Ok(hash));
        assert_eq!(hash.to_string().len(), 64);
    }

    #[test]
    fn refuses_what_is_not_a_hash() {
        let hash = Hash::of(b"statement").to_string();
        for bad in [
            "",
            "zz",
            hash.trim_start_matches(hash.chars().next().unwrap()),
            &format!("{hash}0"),
            &hash.replace(|c: char| c.is_ascii_digit(), "ج"),
        ] {
            assert_eq!(bad.parse::<Hash>(), Err(NotAHash), "{bad}");
        }
    }
}
