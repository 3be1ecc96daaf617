//! A key that is elsewhere: what the core has to know of it to take its signatures.

use core::fmt;

use base64ct::{Base64, Encoding as _};

#[cfg(any(feature = "ed25519", feature = "rsa"))]
use super::PublicKey;
use super::{ApiKey, KeyType};
use crate::{Code, Error};

/// The longest signature of a key elsewhere, as text: that of RSA with 4096 bits.
pub(crate) const MAX_EXTERNAL_TEXT: usize = 684;

/// The API key and the type of a key whose secret is elsewhere: in a secure element, an HSM, a service.
///
/// ```
/// use binsign::{ApiKey, ExternalKey, KeyType};
///
/// let key = ExternalKey::new(
///     ApiKey::new("vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A")?, KeyType::Ed25519);
/// assert_eq!(key.key_type(), KeyType::Ed25519);
/// # Ok::<(), binsign::Error>(())
/// ```
pub struct ExternalKey {
    api_key: ApiKey,
    known: Known,
}

/// What is known of a key.
// Without a heap the smaller has to take the room of the larger.
#[cfg_attr(feature = "rsa", allow(clippy::large_enum_variant))]
enum Known {
    Type(KeyType),
    #[cfg(any(feature = "ed25519", feature = "rsa"))]
    Public(PublicKey),
}

impl ExternalKey {
    /// A key of which no more is known than its type: its signatures are taken as they come.
    #[must_use]
    pub const fn new(api_key: ApiKey, key_type: KeyType) -> Self {
        Self { api_key, known: Known::Type(key_type) }
    }

    /// A key whose public half is known: a signature goes out only where it verifies.
    ///
    /// ```
    /// use binsign::{ApiKey, ExternalKey, KeyType, PublicKey};
    ///
    /// // The public key of RFC 8410, section 10.1.
    /// let pem = b"-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----\n";
    /// let key = ExternalKey::with_public(ApiKey::new("key")?, PublicKey::from_pem(pem)?);
    /// assert_eq!(key.key_type(), KeyType::Ed25519);
    /// # Ok::<(), binsign::Error>(())
    /// ```
    #[cfg(any(feature = "ed25519", feature = "rsa"))]
    #[must_use]
    pub const fn with_public(api_key: ApiKey, public: PublicKey) -> Self {
        Self { api_key, known: Known::Public(public) }
    }

    /// How the key signs.
    #[must_use]
    pub const fn key_type(&self) -> KeyType {
        match &self.known {
            Known::Type(key_type) => *key_type,
            #[cfg(any(feature = "ed25519", feature = "rsa"))]
            Known::Public(public) => public.key_type(),
        }
    }

    pub(crate) fn api_key(&self) -> &str {
        self.api_key.as_str()
    }

    /// How long the text of its signatures can be.
    pub(crate) const fn signature_text_len(&self) -> usize {
        self.key_type().text_len()
    }

    /// The text of a signature of `payload`, after it was looked at.
    pub(crate) fn text_of<'t>(
        &self,
        payload: &[u8],
        signature: &[u8],
        text: &'t mut [u8; MAX_EXTERNAL_TEXT],
    ) -> Result<&'t [u8], Error> {
        let malformed = || Error::new(Code::SignatureMalformed);
        let is_right = match self.key_type() {
            KeyType::Hmac => signature.len() == 32,
            KeyType::Ed25519 => signature.len() == 64,
            KeyType::Rsa => (256..=512).contains(&signature.len()),
        };
        if !is_right {
            return Err(malformed());
        }
        self.verify(payload, signature)?;
        let text = if self.key_type() == KeyType::Hmac {
            base16ct::lower::encode_str(signature, text).map_err(|_| malformed())?
        } else {
            Base64::encode(signature, text).map_err(|_| malformed())?
        };
        Ok(text.as_bytes())
    }

    /// Where the public key is known.
    #[cfg_attr(not(any(feature = "ed25519", feature = "rsa")), allow(clippy::unnecessary_wraps))]
    fn verify(&self, payload: &[u8], signature: &[u8]) -> Result<(), Error> {
        match &self.known {
            #[cfg(any(feature = "ed25519", feature = "rsa"))]
            Known::Public(public) => public.verify(payload, signature),
            Known::Type(_) => {
                // Any signature is as good as another.
                let _ = (payload, signature);
                Ok(())
            }
        }
    }
}

impl fmt::Debug for ExternalKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ExternalKey({})", self.key_type().as_str())
    }
}
