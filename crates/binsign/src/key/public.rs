//! Public keys, by which signatures from elsewhere are verified before they go out.

use core::fmt;

use super::KeyType;
use super::algorithm::Algorithm;
use super::der::PublicKeyInfo;
#[cfg(feature = "ed25519")]
use super::ed25519::Ed25519PublicKey;
#[cfg(all(feature = "ed25519", feature = "policy"))]
use super::ed25519::Pieces;
use super::pem::{self, Label};
#[cfg(feature = "rsa")]
use super::private::NULL;
#[cfg(feature = "rsa")]
use super::rsa::RsaPublicKey;
use crate::{Code, Error};

/// A public key: what was registered with the exchange.
///
/// ```
/// use binsign::{KeyType, PublicKey};
///
/// // The public key of RFC 8410, section 10.1.
/// let pem = b"-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----\n";
/// assert_eq!(PublicKey::from_pem(pem)?.key_type(), KeyType::Ed25519);
/// # Ok::<(), binsign::Error>(())
/// ```
pub struct PublicKey {
    kind: Kind,
}

// Without a heap the smaller has to take the room of the larger.
#[allow(clippy::large_enum_variant)]
enum Kind {
    #[cfg(feature = "ed25519")]
    Ed25519(Ed25519PublicKey),
    #[cfg(feature = "rsa")]
    Rsa(RsaPublicKey),
}

impl PublicKey {
    /// Takes a public key in PEM (`BEGIN PUBLIC KEY`), with the line ends that a private key may have.
    ///
    /// # Errors
    /// `PUBLIC_KEY_MALFORMED`, also for a private key; `KEY_TOO_SHORT` and `KEY_TOO_LONG` for RSA; `KEY_IS_CERTIFICATE`,
    /// `KEY_IS_EC` and the like for what is no such key.
    pub fn from_pem(text: &[u8]) -> Result<Self, Error> {
        let wanted = |label| if label == Label::Public { Ok(()) } else { Err(malformed()) };
        pem::with_der(text, wanted, |_, der| if der.whole { Self::from_der(der.bytes) } else { Err(malformed()) })
            .map_err(|error| if error.code() == Code::KeyMalformed { malformed() } else { error })
    }

    /// Takes a public key in DER: `SubjectPublicKeyInfo` (RFC 5280, section 4.1).
    ///
    /// # Errors
    /// Those of [`from_pem`](Self::from_pem).
    pub fn from_der(der: &[u8]) -> Result<Self, Error> {
        let info = PublicKeyInfo::take(der).ok_or_else(malformed)?;
        let kind = match Algorithm::of(info.algorithm)? {
            #[cfg(feature = "ed25519")]
            Algorithm::Ed25519 => {
                let bytes = info.key.try_into().ok().filter(|_| info.parameters.is_empty());
                Kind::Ed25519(bytes.and_then(Ed25519PublicKey::new).ok_or_else(malformed)?)
            }
            #[cfg(feature = "rsa")]
            Algorithm::Rsa => {
                let key = Some(info.key).filter(|_| info.parameters == NULL);
                Kind::Rsa(key.and_then(RsaPublicKey::take).ok_or_else(malformed)??)
            }
            #[cfg(not(all(feature = "ed25519", feature = "rsa")))]
            other => return Err(other.refusal()),
        };
        Ok(Self { kind })
    }

    /// How the private key of the pair signs.
    #[must_use]
    pub const fn key_type(&self) -> KeyType {
        match self.kind {
            #[cfg(feature = "ed25519")]
            Kind::Ed25519(_) => KeyType::Ed25519,
            #[cfg(feature = "rsa")]
            Kind::Rsa(_) => KeyType::Rsa,
        }
    }

    /// Whether that is the signature of `payload`: 64 bytes for Ed25519, as many as the modulus has for RSA.
    ///
    /// # Errors
    /// `SIGNING_FAULT` where it is not.
    pub(crate) fn verify(&self, payload: &[u8], signature: &[u8]) -> Result<(), Error> {
        let good = match &self.kind {
            #[cfg(feature = "ed25519")]
            Kind::Ed25519(key) => key.verify(payload, signature),
            #[cfg(feature = "rsa")]
            Kind::Rsa(key) => key.verify(payload, signature),
        };
        if good { Ok(()) } else { Err(Error::new(Code::SigningFault)) }
    }
}

#[cfg(all(feature = "ed25519", feature = "policy"))]
impl PublicKey {
    /// Whether it is an Ed25519 key, and that its signature of a message that comes in pieces.
    pub(crate) fn has_signed(&self, message: &Pieces<'_>, signature: &[u8]) -> bool {
        match &self.kind {
            Kind::Ed25519(key) => key.verify_in_pieces(message, signature),
            #[cfg(feature = "rsa")]
            Kind::Rsa(_) => false,
        }
    }

    /// An Ed25519 key of its 32 bytes.
    pub(crate) fn of_ed25519(bytes: &[u8; 32]) -> Option<Self> {
        Ed25519PublicKey::new(bytes).map(|key| Self { kind: Kind::Ed25519(key) })
    }
}

fn malformed() -> Error {
    Error::new(Code::PublicKeyMalformed)
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({})", self.key_type().as_str())
    }
}
