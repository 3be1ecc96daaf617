//! Ed25519 (RFC 8032): what the exchange recommends, and the only key for FIX and for a logon over WebSocket.

use core::fmt;

use base64ct::{Base64, Encoding as _};
use ed25519_dalek::{Signature, SigningKey};
use signature::Signer as _;
use zeroize::Zeroize;

use super::pem::{self, Ed25519Parts};
use super::{MAX_SIGNATURE, SignatureText};
use crate::{Code, Error};

/// An Ed25519 private key, wiped on drop.
///
/// ```
/// use binsign::{Code, Ed25519Key};
///
/// // The first key of RFC 8032, section 7.1, in the form of RFC 8410.
/// let pem = b"-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----\n";
/// assert!(Ed25519Key::from_pem(pem).is_ok());
/// assert_eq!(Ed25519Key::from_pem(b"-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----").unwrap_err().code(),
///            Code::KeyIsCertificate);
/// ```
pub struct Ed25519Key {
    signing: SigningKey,
}

impl Ed25519Key {
    /// Takes a key in PEM: PKCS#8, version 1 or 2, not encrypted. Line ends may be LF, CRLF, blanks or the two
    /// characters `\n`, or missing.
    ///
    /// # Errors
    /// `KEY_MALFORMED`; `KEY_ENCRYPTED`, `KEY_IS_PUBLIC` and the like for what is no such key; `KEY_MISMATCH` where the
    /// text has a public key that is not that of the private one.
    pub fn from_pem(text: &[u8]) -> Result<Self, Error> {
        pem::with_der(text, Self::from_der)
    }

    /// Takes a key in DER: PKCS#8, version 1 or 2.
    ///
    /// # Errors
    /// Those of [`from_pem`](Self::from_pem).
    pub fn from_der(der: &[u8]) -> Result<Self, Error> {
        let Ed25519Parts { seed, public } = pem::ed25519(der)?;
        let signing = SigningKey::from_bytes(seed);
        if public.is_some_and(|public| public != signing.verifying_key().as_bytes()) {
            return Err(Error::new(Code::KeyMismatch));
        }
        Ok(Self { signing })
    }

    /// The public key, 32 bytes: what was registered with the exchange.
    #[must_use]
    pub fn public(&self) -> [u8; 32] {
        self.signing.verifying_key().to_bytes()
    }

    /// Signs, and verifies before the signature goes out: a fault while signing would give the key away.
    pub(super) fn sign(&self, payload: &[u8]) -> Result<SignatureText, Error> {
        let fault = || Error::new(Code::SigningFault);
        let signature: Signature = self.signing.try_sign(payload).map_err(|_| fault())?;
        self.signing.verifying_key().verify_strict(payload, &signature).map_err(|_| fault())?;
        let mut base64 = [0; MAX_SIGNATURE];
        let mut bytes = signature.to_bytes();
        let text = Base64::encode(&bytes, &mut base64).map_err(|_| fault())?;
        let text = SignatureText::try_from(text).map_err(|_| fault());
        bytes.zeroize();
        text
    }
}

impl fmt::Debug for Ed25519Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Ed25519Key")
    }
}
