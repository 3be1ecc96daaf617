//! What a key is: its algorithm identifier says so, never its length.

use crate::{Code, Error};

/// The algorithms of keys that sign for the exchange.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Algorithm {
    Ed25519,
    Rsa,
}

/// Every object identifier that is known, and what a key of that algorithm is or why it is refused.
const KNOWN: [(&[u8], Result<Algorithm, Code>); 7] = [
    // 1.3.101.112, .110, X25519, and .113, Ed448 (RFC 8410).
    (&[0x2B, 0x65, 0x70], Ok(Algorithm::Ed25519)),
    (&[0x2B, 0x65, 0x6E], Err(Code::KeyIsX25519)),
    (&[0x2B, 0x65, 0x71], Err(Code::KeyUnknown)),
    // 1.2.840.10045.2.1, any elliptic curve (RFC 5480).
    (&[0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01], Err(Code::KeyIsEc)),
    // 1.2.840.113549.1.1.1, RSA, and .10, RSA for PSS alone (RFC 8017).
    (&[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01], Ok(Algorithm::Rsa)),
    (&[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0A], Err(Code::KeyIsRsaPss)),
    // 1.2.840.10040.4.1, DSA (RFC 3279).
    (&[0x2A, 0x86, 0x48, 0xCE, 0x38, 0x04, 0x01], Err(Code::KeyUnknown)),
];

impl Algorithm {
    /// What the content of an object identifier stands for.
    ///
    /// # Errors
    /// The name of what the exchange does not take.
    pub(super) fn of(identifier: &[u8]) -> Result<Self, Error> {
        let known = KNOWN.iter().find(|(known, _)| *known == identifier);
        known.map_or(Err(Code::KeyUnknown), |(_, algorithm)| *algorithm).map_err(Error::new)
    }

    /// The refusal of a key of that algorithm where another is needed, or where the build has none of it.
    pub(super) const fn refusal(self) -> Error {
        Error::new(match self {
            Self::Ed25519 => Code::KeyIsEd25519,
            Self::Rsa => Code::KeyIsRsa,
        })
    }
}
