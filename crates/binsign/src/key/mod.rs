//! The key of an application: the API key that names it and the secret that signs, opaque and wiped on drop.

mod api_key;
mod declassify;
#[cfg(feature = "pem")]
mod der;
#[cfg(feature = "ed25519")]
mod ed25519;
mod external;
mod hmac;
#[cfg(feature = "pem")]
mod pem;

pub use api_key::ApiKey;
#[cfg(binsign_constant_time)]
pub use declassify::DECLASSIFY;
#[cfg(feature = "ed25519")]
pub use ed25519::Ed25519Key;
pub use external::ExternalKey;
pub use hmac::HmacKey;

pub(crate) use external::MAX_EXTERNAL_TEXT;
pub(crate) use hmac::HMAC_SIGNATURE;

use core::fmt;

use crate::Error;

/// The longest signature as text, before any percent-encoding.
pub(crate) const MAX_SIGNATURE: usize = if cfg!(feature = "ed25519") { 88 } else { HMAC_SIGNATURE };

/// How a key signs.
///
/// ```
/// use binsign::KeyType;
///
/// assert_eq!(KeyType::Hmac.as_str(), "HMAC");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum KeyType {
    /// HMAC-SHA-256 with a secret that the exchange made.
    Hmac,
    /// Ed25519 with a key that the owner made.
    Ed25519,
    /// RSA (PKCS#1 v1.5, SHA-256) with a key that the owner made, 2048 to 4096 bits.
    Rsa,
}

impl KeyType {
    /// The name in the exchange's documentation.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Hmac => "HMAC",
            Self::Ed25519 => "Ed25519",
            Self::Rsa => "RSA",
        }
    }

    /// The longest text of a signature of that type.
    pub(crate) const fn text_len(self) -> usize {
        match self {
            Self::Hmac => HMAC_SIGNATURE,
            Self::Ed25519 => 88,
            Self::Rsa => MAX_EXTERNAL_TEXT,
        }
    }
}

/// A secret of some type: what a [`Signer`] signs with.
///
/// ```
/// use binsign::{HmacKey, KeyType, SecretKey};
///
/// let secret = SecretKey::from(HmacKey::new(b"NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j")?);
/// assert_eq!(secret.key_type(), KeyType::Hmac);
/// # Ok::<(), binsign::Error>(())
/// ```
pub struct SecretKey {
    kind: Kind,
}

enum Kind {
    /// Filled up with zeros to the size of the largest kind: bytes that belong to no field are never wiped, and moving
    /// the key would leave a copy of it there.
    Hmac { key: HmacKey, _rest: [u8; REST] },
    #[cfg(feature = "ed25519")]
    Ed25519(Ed25519Key),
}

#[cfg(feature = "ed25519")]
const REST: usize = size_of::<Ed25519Key>().saturating_sub(size_of::<HmacKey>());
#[cfg(not(feature = "ed25519"))]
const REST: usize = 0;

impl SecretKey {
    /// Takes a private key in PEM; what it is, its algorithm identifier says.
    ///
    /// # Errors
    /// Those of [`Ed25519Key::from_pem`].
    #[cfg(feature = "ed25519")]
    pub fn from_pem(text: &[u8]) -> Result<Self, Error> {
        Ed25519Key::from_pem(text).map(Self::from)
    }

    /// Takes a private key in DER; what it is, its algorithm identifier says.
    ///
    /// # Errors
    /// Those of [`Ed25519Key::from_der`].
    #[cfg(feature = "ed25519")]
    pub fn from_der(der: &[u8]) -> Result<Self, Error> {
        Ed25519Key::from_der(der).map(Self::from)
    }

    /// Decodes what an encrypted private key in PEM holds, for a host that decrypts it: the DER of an
    /// `EncryptedPrivateKeyInfo` (RFC 5958), at the beginning of `buffer`.
    ///
    /// The text may have any form that [`from_pem`](Self::from_pem) takes. Decrypting needs more memory than a
    /// microcontroller has; the crate `binsign-host` does it.
    ///
    /// ```
    /// use binsign::{Code, SecretKey};
    ///
    /// let text = b"-----BEGIN ENCRYPTED PRIVATE KEY-----\\nMAMC\\nAQA=\\n-----END ENCRYPTED PRIVATE KEY-----";
    /// assert_eq!(SecretKey::encrypted_der(text, &mut [0; 128])?, [0x30, 3, 2, 1, 0]);
    /// assert_eq!(SecretKey::from_pem(text).unwrap_err().code(), Code::KeyEncrypted);
    /// # Ok::<(), binsign::Error>(())
    /// ```
    ///
    /// # Errors
    /// `KEY_ENCRYPTION_OLD` for a text with the header `Proc-Type: 4,ENCRYPTED`; `KEY_MALFORMED` for one that is no
    /// encrypted private key; `BUFFER_TOO_SMALL` where the buffer is shorter than the text.
    #[cfg(feature = "ed25519")]
    pub fn encrypted_der<'b>(text: &[u8], buffer: &'b mut [u8]) -> Result<&'b [u8], Error> {
        pem::encrypted_der(text, buffer)
    }

    /// How the key signs.
    #[must_use]
    pub const fn key_type(&self) -> KeyType {
        match self.kind {
            Kind::Hmac { .. } => KeyType::Hmac,
            #[cfg(feature = "ed25519")]
            Kind::Ed25519(_) => KeyType::Ed25519,
        }
    }

    /// Bytes of a signature as text.
    const fn signature_text_len(&self) -> usize {
        match &self.kind {
            Kind::Hmac { .. } => HMAC_SIGNATURE,
            #[cfg(feature = "ed25519")]
            Kind::Ed25519(_) => ed25519::ED25519_SIGNATURE,
        }
    }

    fn sign(&self, payload: &[u8], text: &mut [u8]) -> Result<usize, Error> {
        match &self.kind {
            Kind::Hmac { key, .. } => key.sign(payload, text),
            #[cfg(feature = "ed25519")]
            Kind::Ed25519(key) => key.sign(payload, text),
        }
    }
}

impl From<HmacKey> for SecretKey {
    fn from(key: HmacKey) -> Self {
        Self { kind: Kind::Hmac { key, _rest: [0; REST] } }
    }
}

#[cfg(feature = "ed25519")]
impl From<Ed25519Key> for SecretKey {
    fn from(key: Ed25519Key) -> Self {
        Self { kind: Kind::Ed25519(key) }
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SecretKey({})", self.key_type().as_str())
    }
}

/// What signs: an API key together with its secret.
///
/// Cannot be cloned, compared or printed; both parts are wiped when it is dropped.
///
/// ```
/// use binsign::Signer;
///
/// let signer = Signer::hmac("vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A",
///                           b"NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j")?;
/// assert_eq!(format!("{signer:?}"), "Signer(HMAC)");
/// # Ok::<(), binsign::Error>(())
/// ```
pub struct Signer {
    api_key: ApiKey,
    key: SecretKey,
}

impl Signer {
    /// Puts an API key and its secret together.
    #[must_use]
    pub const fn new(api_key: ApiKey, key: SecretKey) -> Self {
        Self { api_key, key }
    }

    /// Takes an API key and the HMAC secret that Binance showed with it.
    ///
    /// # Errors
    /// `API_KEY_MALFORMED`, `SECRET_MALFORMED`, `SECRET_IS_PRIVATE_KEY`.
    pub fn hmac(api_key: &str, secret: &[u8]) -> Result<Self, Error> {
        Ok(Self::new(ApiKey::new(api_key)?, HmacKey::new(secret)?.into()))
    }

    /// Takes an API key and the private key, in PEM, whose public half was registered with it.
    ///
    /// # Errors
    /// `API_KEY_MALFORMED`, and those of [`Ed25519Key::from_pem`].
    #[cfg(feature = "ed25519")]
    pub fn pem(api_key: &str, text: &[u8]) -> Result<Self, Error> {
        Ok(Self::new(ApiKey::new(api_key)?, SecretKey::from_pem(text)?))
    }

    /// How the key signs.
    #[must_use]
    pub const fn key_type(&self) -> KeyType {
        self.key.key_type()
    }

    pub(crate) fn api_key(&self) -> &str {
        self.api_key.as_str()
    }

    /// Bytes of a signature as Binance documents it, before any percent-encoding: hexadecimal or base64.
    pub(crate) const fn signature_text_len(&self) -> usize {
        self.key.signature_text_len()
    }

    /// Writes a signature as text to the beginning of `text`, and gives its length; a place too short for
    /// [`signature_text_len`](Self::signature_text_len) gets nothing.
    ///
    /// For [`Authorized`](crate::Authorized) alone: nothing else is signed.
    pub(crate) fn sign(&self, payload: &[u8], text: &mut [u8]) -> Result<usize, Error> {
        self.key.sign(payload, text)
    }
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signer({})", self.key_type().as_str())
    }
}
